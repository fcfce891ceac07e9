@testable import Letopis
@testable import LetopisText
import Testing

struct ReaderTests {
    private let text = """
        Министр обороны Латвии Олег Лунин заявил, что договор готов. «Мы подпишем его в мае», — сказал он.
        Ранее сообщалось, что президент Франции Анри Дюваль приедет в Ригу. По словам Лунина, встреча полезна.
        """

    /// Every span of a record lies in its text, at the boundaries of characters, and every id exists.
    private func check(holds record: Record) {
        let utf8 = record.article.utf8
        var spans = record.statements.flatMap {
            [$0.cue] + $0.content + $0.antecedent + $0.hedges + [$0.source.span, $0.channel?.span].compactMap { $0 }
        }
        spans += record.actors.flatMap { $0.mentions + $0.roles.map(\.span) + $0.ties.map(\.span) }
        spans += record.recalls.flatMap { [$0.marker, $0.span] } + record.seeAlso.map(\.span)
        for span in spans {
            #expect(span.start >= 0 && span.start < span.end && span.end <= utf8.count)
            #expect(utf8[span.start] & 0xC0 != 0x80 && (span.end == utf8.count || utf8[span.end] & 0xC0 != 0x80))
        }
        let ids =
            record.statements.flatMap { [$0.source.actor, $0.addressee, $0.onBehalfOf].compactMap { $0 } }
            + record.actors.flatMap { $0.roles.flatMap { [$0.organization, $0.country].compactMap { $0 } } + $0.ties.map(\.to) }
        for id in ids { #expect(record.actor(id)?.id == id) }
        for statement in record.statements {
            #expect(statement.within.map { $0 != statement.id && $0.number <= record.statements.count } ?? true)
        }
    }

    @Test func theSameArticleGivesTheSameBytes() {
        guard let reader = TestShare.reader else { return }
        var scratch = reader.scratch(), other = reader.scratch()
        let first = RecordWire.json(reader.read(Article(text), scratch: &scratch))
        _ = reader.read(Article("Совсем другой текст про Ивана Рогова."), scratch: &scratch)
        #expect(RecordWire.json(reader.read(Article(text), scratch: &scratch)) == first)
        #expect(RecordWire.json(reader.read(Article(text), scratch: &other)) == first)
    }

    @Test func aShiftedArticleSaysTheSame() {
        guard let record = TestShare.record(text), let shifted = TestShare.record("Погода ясная.\n\n" + text) else { return }
        #expect(!record.statements.isEmpty)
        #expect(Notation.sources(record) == Notation.sources(shifted))
        #expect(
            record.statements.map { $0.content.map(record.article.text) } == shifted.statements.map { $0.content.map(shifted.article.text) }
        )
    }

    @Test func everythingHoldsTogether() {
        guard let record = TestShare.record(text) else { return }
        check(holds: record)
        #expect(Notation.people(record) == ["Олег Лунин: министр обороны @ Латвия", "Анри Дюваль: президент @ Франция"])
        #expect(record.article.language == "ru")
        #expect(record.recalls.count == 1)
    }

    /// A text in another language says nothing, and says why; Russian with names and quotations of another one is Russian.
    @Test(arguments: [
        ("Президент України Олег Лунін заявив, що переговори завершено. «Ми готові до миру», — сказав він у Києві.", false),
        ("Прэзідэнт Латвіі Алег Лунін заявіў, што перамовы скончаныя. «Мы гатовыя да міру», — сказаў ён у Рызе.", false),
        ("President Oleg Lunin said on Tuesday that the talks were over. \"We are ready,\" he told reporters in Riga.", false),
        (
            String(
                repeating: "Президентът на Латвия Олег Лунин заяви, че преговорите са приключили. Готови сме, каза той в Рига. ", count: 20),
            false
        ),
        ("Президент Латвии Олег Лунин заявил, что переговоры окончены. «Ми готові», — сказал он в Риге телеканалу Riga News Today.", true),
        ("Олег Лунин заявив", true), ("", true),
    ]) func anotherLanguageIsNotRead(text: String, isRead: Bool) {
        guard let record = TestShare.record(text) else { return }
        #expect(record.notices.contains { $0.kind == .language } == !isRead)
        #expect(record.article.language == (isRead ? "ru" : nil))
        if !isRead { #expect(record.actors.isEmpty && record.statements.isEmpty && record.positions.isEmpty) }
    }

    @Test func badTextIsReadAllTheSame() {
        let quotes = String(repeating: "\"", count: 500), brackets = String(repeating: "(«", count: 300),
            names = String(repeating: "Олег Лунин, мэр, ", count: 300)
        for text in [
            "", " \n\t", "\u{0}\u{1B}\u{FEFF}", "«", "— сказал", ":", "он", "Он заявил.", quotes, brackets, names, "a\u{301}\u{302}",
            "🕊🕊 сказал 🕊.", "По словам",
        ] {
            guard let record = TestShare.record(text) else { return }
            check(holds: record)
            #expect(!RecordWire.json(record).isEmpty)
        }
    }

    @Test func aMissingFolderIsAnError() {
        #expect(throws: (any Error).self) { _ = try Reader(share: "/nonexistent") }
    }
}
