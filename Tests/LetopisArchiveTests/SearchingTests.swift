internal import Letopis
internal import LetopisArchive
internal import LetopisText
internal import Testing

/// What questions find, and that nothing that somebody writes becomes a command.
@Suite struct SearchingTests {
    static let samples = [
        Sample(
            text: "Мэр Анна Белова заявила, что мост откроют в мае. Ёлки стоят.", url: "https://example.org/1", outlet: "Вестник-Юг",
            title: "Открытие моста", published: "2025-06-14", said: [("Анна Белова", "заявила", "мост откроют в мае")],
            lemmas: ["откроют": "открыть", "мае": "май"]),
        Sample(
            text: "Подрядчик Олег Ким сообщил, что мосты закроют.", url: "https://example.org/2", outlet: "Курьер", published: "2025-07-01",
            said: [("Олег Ким", "сообщил", "мосты закроют")], lemmas: ["мосты": "мост"]),
        Sample(text: "Погода ясная, в мае дожди.", url: "https://example.org/3", published: "2024-05-05", lemmas: ["мае": "май"]),
    ]

    static let place = try? Place()
    static let archive: Archive? = {
        guard let archive = try? place?.archive() else { return nil }
        for sample in samples { _ = try? sample.file(in: archive) }
        return archive
    }()

    /// Asks, and holds the texts that are found, each by its first word, in their order.
    func check(_ question: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let archive = try #require(Self.archive), hits = try archive.search(Question(question))
        let found = hits.map { hit in
            let text = String(decoding: hit.article.record.article.utf8, as: UTF8.self)
            return (hit.entry == nil ? "" : "said: ") + (text.split(separator: " ").first.map(String.init) ?? "")
        }
        #expect(found == expected, "\(question)", sourceLocation: sourceLocation)
    }

    @Test func words() throws {
        try check("мост", ["Подрядчик", "Мэр"])
        try check("МОСТ", ["Подрядчик", "Мэр"])
        try check("мосты", ["Подрядчик"])
        try check("май", ["Мэр", "Погода"])
        try check("мост май", ["Мэр"])
        try check("елки", ["Мэр"])
        try check("ёлки", ["Мэр"])
        try check("трактор", [])
    }

    @Test func phrasesAndWhatMustNotBeThere() throws {
        try check("\"мост откроют\"", ["Мэр"])
        try check("«откроют мост»", [])
        try check("мост -откроют", ["Подрядчик"])
        try check("-мост", ["Погода"])
        try check("мост -\"откроют в мае\"", ["Подрядчик"])
        // Of a phrase the tables have the lemmas: the text decides.
        try check("\"мосты закроют\"", ["Подрядчик"])
        try check("\"мост закроют\"", [])
        try check("-\"мосты закроют\"", ["Мэр", "Погода"])
        try check("-\"мост закроют\" мост", ["Подрядчик", "Мэр"])
        try check("\"мае. Ёлки\"", ["Мэр"])
        try check("speaker:Ким \"мосты закроют\"", ["said: Подрядчик"])
        try check("speaker:Ким \"закроют мосты\"", [])
        try check("speaker:Ким \"сообщил что\"", [])
        try check("kind:statement -\"мосты закроют\"", ["said: Мэр"])
        try check("\"открытие моста\"", ["Мэр"])
        try check("открытие", ["Мэр"])
        try check("", ["Подрядчик", "Мэр", "Погода"])
    }

    @Test func filters() throws {
        try check("speaker:Белова", ["said: Мэр"])
        try check("speaker:\"Анна Белова\" мост", ["said: Мэр"])
        try check("speaker:белова закроют", [])
        try check("kind:statement", ["said: Подрядчик", "said: Мэр"])
        try check("kind:indirect мост", ["said: Подрядчик", "said: Мэр"])
        try check("kind:direct", [])
        try check("kind:meeting", [])
        try check("kind:meeting kind:statement", ["said: Подрядчик", "said: Мэр"])
        try check("-kind:meeting", ["said: Подрядчик", "said: Мэр"])
        try check("-kind:statement", [])
        try check("-kind:statement -kind:meeting -kind:position", [])
        try check("kind:article speaker:Ким", ["Подрядчик"])
        try check("outlet:юг", ["Мэр"])
        try check("outlet:Вестник-Юг", ["Мэр"])
        try check("-outlet:юг мост", ["Подрядчик"])
        try check("about:Белова", ["Мэр"])
        try check("lang:ru май", ["Мэр", "Погода"])
        try check("lang:uk", [])
    }

    @Test func dates() throws {
        try check("date:2025", ["Подрядчик", "Мэр"])
        try check("date:2025-06", ["Мэр"])
        try check("date:2025-06/2025-07", ["Подрядчик", "Мэр"])
        try check("date:2025-06-14/2025-06-30", ["Мэр"])
        try check("date:../2024", ["Погода"])
        try check("date:2025-07-01/..", ["Подрядчик"])
        try check("date:2024-02", [])
    }

    @Test func pagesFollowEachOther() throws {
        let archive = try #require(Self.archive)
        for order in [Archive.Order.newestFirst, .oldestFirst] {
            var found: [String] = [], cursor: Int64?
            repeat {
                let page = try archive.search(Question(""), order: order, after: cursor, limit: 1)
                cursor = page.last?.cursor
                found += page.map(\.article.identity)
            } while cursor != nil
            let expected = ["https://example.org/2", "https://example.org/1", "https://example.org/3"]
            #expect(found == (order == .newestFirst ? expected : expected.reversed()))
        }
    }

    @Test(arguments: [
        "speakr:x", "date:", "speaker:", "date:yesterday", "date:2025-13", "date:2025-07/2025-06", "date:1/2/3", "date:2025-6",
    ])
    func wrongQuestions(_ question: String) {
        #expect(throws: QuestionError.self) { try Question(question) }
    }

    @Test(arguments: [
        "\"", "«", "*", "мост*", "NEAR(мост май)", "text:мост AND", ") OR (", "'; DROP TABLE article; --", "мост OR май", "^мост", "{text}",
        "\\", "- -", "-",
        ":", "мост\u{0}", "+мост", "a\"b\"c", "\u{1B}[2J", "speaker:\"", "date:\u{0}", "NOT", "AND", "мост NOT май", "marks:all", "🌉",
        "\u{301}",
    ])
    func nothingIsACommand(_ question: String) throws {
        let archive = try #require(Self.archive)
        guard let question = try? Question(question) else { return }
        _ = try archive.search(question)
        #expect(try archive.search(Question("мост")).count == 2)
    }
}
