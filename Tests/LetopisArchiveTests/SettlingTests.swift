internal import Letopis
internal import LetopisArchive
internal import LetopisText
internal import Testing

/// The same article is one article, a changed one a revision, in whatever order they come.
@Suite struct SettlingTests {
    static let bridge = Sample(
        text: "Мэр Анна Белова заявила, что мост откроют в мае. Смета прежняя.", url: "https://example.org/bridge",
        said: [("Анна Белова", "заявила", "мост откроют в мае")])

    @Test func whatIsReadIsNewThenUnchanged() throws {
        let place = try Place(), archive = try place.archive()
        let first = try Self.bridge.file(in: archive)
        guard case .new(let id) = first else { return #expect(Bool(false), "\(first)") }
        #expect(try Self.bridge.file(in: archive) == .unchanged(id))
        #expect(try archive.pendingCount() == 0)
        let article = try #require(try archive.articles(idPrefix: String(id.description.prefix(6))).first)
        #expect(article.record.statements.count == 1 && article.statements.count == 1)
        #expect(article.identity == "https://example.org/bridge" && article.reader == "test 1")
    }

    @Test func aChangedTextIsARevision() throws {
        let place = try Place(), archive = try place.archive()
        var sample = Self.bridge
        guard case .new(let id) = try sample.file(in: archive) else { return #expect(Bool(false)) }
        sample.text = "Дополнено.\n" + sample.text.replacing("Смета прежняя.", with: "Подрядчик Олег Ким сообщил, что смета прежняя.")
        sample.said.append(("Олег Ким", "сообщил", "смета прежняя"))
        sample.retrieved = "2025-06-15T10:00:00Z"
        guard case .revised(id, let changes) = try sample.file(in: archive) else { return #expect(Bool(false)) }
        #expect(changes.isTextChanged && changes.added.count == 1 && changes.removed.isEmpty && changes.kept == 1)
        let revisions = try archive.revisions(of: id)
        #expect(revisions.map(\.isCurrent) == [false, true] && revisions[1].changes == changes)
        #expect(try archive.articles(idPrefix: id.description).first?.statements.count == 2)
    }

    /// What stands elsewhere in the article does not touch an entry's id.
    @Test func idsOutlastChangesElsewhere() throws {
        let place = try Place(), archive = try place.archive()
        var sample = Self.bridge
        sample.text = "Вступление ко всему тексту, довольно длинное. \(sample.text) Ещё одно."
        guard case .new(let id) = try sample.file(in: archive) else { return #expect(Bool(false)) }
        let before = try #require(try archive.articles(idPrefix: id.description).first?.statements)
        sample.text = "Новый абзац. " + sample.text + " И конец."
        sample.retrieved = "2025-06-15T10:00:00Z"
        guard case .revised(_, let changes) = try sample.file(in: archive) else { return #expect(Bool(false)) }
        #expect(try archive.articles(idPrefix: id.description).first?.statements == before)
        #expect(changes.kept == 1 && changes.added.isEmpty && changes.removed.isEmpty && changes.altered.isEmpty)
    }

    @Test func particularsAreARevisionToo() throws {
        let place = try Place(), archive = try place.archive()
        var sample = Self.bridge
        try sample.file(in: archive)
        (sample.outlet, sample.retrieved) = ("Вестник", "2025-06-15T10:00:00Z")
        guard case .revised(_, let changes) = try sample.file(in: archive) else { return #expect(Bool(false)) }
        #expect(!changes.isTextChanged && changes.kept == 1)
    }

    @Test func addressesAreOneHoweverTheyAreWritten() throws {
        let place = try Place(), archive = try place.archive()
        guard case .new(let id) = try Self.bridge.file(in: archive) else { return #expect(Bool(false)) }
        for url in ["HTTPS://Example.org:443/bridge#top", "https://example.org/bridge?utm_source=x&fbclid=1"] {
            var sample = Self.bridge
            sample.url = url
            guard case .revised(id, _) = try sample.file(in: archive) else { return #expect(Bool(false), "\(url)") }
        }
        var other = Self.bridge
        other.url = "https://example.org/bridge?id=2"
        guard case .new = try other.file(in: archive) else { return #expect(Bool(false)) }
    }

    /// Five retrievals, one of them twice, in all orders: the same archive.
    @Test func anyOrderGivesTheSameArchive() throws {
        var samples = [Self.bridge, Self.bridge, Self.bridge, Self.bridge]
        samples[1].text += " Исправлено."
        samples[1].retrieved = "2025-06-15T10:00:00Z"
        // The first text again, later than the second.
        samples[2].retrieved = "2025-06-16T10:00:00Z"
        samples[3].url = "https://example.org/other"
        var expected: [String]?
        for order in permutations(Array(samples.indices)) {
            let place = try Place(), archive = try place.archive()
            for index in order + order.prefix(2) { try samples[index].file(in: archive) }
            let found = try contents(archive)
            #expect(found == expected ?? found, "\(order)")
            #expect(try archive.check().problems.isEmpty)
            expected = found
        }
        #expect(expected?.count == 5)
        #expect(expected?.contains { $0.contains("Исправлено") && $0.contains("https://example.org/bridge ") } == false)
    }

    /// A text that comes back after another one: what was read of it before is current again.
    @Test func whatComesBackIsCurrentAgain() throws {
        let place = try Place(), archive = try place.archive()
        var other = Self.bridge, again = Self.bridge
        (other.text, other.retrieved) = (other.text + " Исправлено.", "2025-06-15T10:00:00Z")
        again.retrieved = "2025-06-16T10:00:00Z"
        for sample in [Self.bridge, other] { try sample.file(in: archive) }
        let kept = try #require(try archive.keep([again.retrieval]).first)
        #expect(kept.state == .pending)
        guard case .revised(let id, _) = try archive.settle(kept.id, again.reading) else { return #expect(Bool(false)) }
        #expect(try archive.revisions(of: id).map(\.article.record.article.utf8.count) == [other, again].map(\.text.utf8.count))
        again.retrieved = "2025-06-17T10:00:00Z"
        #expect(try archive.keep([again.retrieval]).first?.state == .settled)
        #expect(try archive.articles(idPrefix: id.description).first?.retrieved == "2025-06-17T10:00:00Z")
    }

    private func permutations(_ items: [Int]) -> [[Int]] {
        guard items.count > 1 else { return [items] }
        return items.flatMap { item in permutations(items.filter { $0 != item }).map { [item] + $0 } }
    }

    @Test func theTextIsNotStoredTwice() throws {
        let place = try Place(), archive = try place.archive()
        var sample = Self.bridge
        sample.text = String((0..<200_000).map { _ in "абвгдежзиклмн".randomElement() ?? "а" })
        sample.said = []
        let id = try archive.keep(sample.retrieval)
        try archive.settle(id, sample.reading)
        try archive.quarantine(id, reason: "to see its bytes")
        #expect(try archive.release() == 1)
        #expect(try archive.pending(limit: 1).first?.1.bytes == Array(sample.text.utf8))
        #expect(try archive.check().problems.isEmpty)
    }
}
