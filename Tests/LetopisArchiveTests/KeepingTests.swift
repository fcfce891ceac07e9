internal import LetopisArchive
internal import Testing

/// Documents are kept as they came, once, and are there whatever happens to reading them.
@Suite struct KeepingTests {
    @Test func whatIsKeptIsPending() throws {
        let scratch = try Place(), archive = try scratch.archive()
        let first = try archive.keep(document("Первый текст.", "a.txt")), second = try archive.keep(document("Второй текст.", "b.txt"))
        #expect(first < second)
        let pending = try archive.pending(limit: 10)
        #expect(pending.map(\.0) == [first, second])
        #expect(pending.map(\.1.origin) == ["a.txt", "b.txt"])
        #expect(pending.map(\.1.bytes) == [Array("Первый текст.".utf8), Array("Второй текст.".utf8)])
        #expect(try archive.pending(limit: 10, after: first).map(\.0) == [second])
        #expect(try archive.pendingCount() == 2)
    }

    @Test func theSameDocumentIsKeptOnce() throws {
        let scratch = try Place(), archive = try scratch.archive()
        let again = try archive.keep([document("Текст.", "a.txt"), document("Текст.", "a.txt"), document("Текст.", "b.txt")])
        #expect(again[0].id == again[1].id && again[0].id != again[2].id)
        #expect(try archive.pendingCount() == 2)
    }

    @Test(arguments: [
        ("2025-12-16T12:30:00+03:00", "2025-12-16T09:30:00Z"), ("2025-12-16T09:30:00.250Z", "2025-12-16T09:30:00.25Z"),
        ("2025-12-16T09:30:00.000Z", "2025-12-16T09:30:00Z"), ("2025-12-31T23:00:00.5-02:30", "2026-01-01T01:30:00.5Z"),
        ("2024-03-01T00:10+01:00", "2024-02-29T23:10:00Z"), ("2025-12-16", "2025-12-16"), ("soon", "soon"), ("", ""),
    ]) func timesAreOfOneZone(_ given: String, _ kept: String) throws {
        let scratch = try Place(), archive = try scratch.archive()
        _ = try archive.keep(document("Текст.", "a.txt", retrieved: given))
        #expect(try archive.pending(limit: 1).first?.1.retrieved == kept)
    }

    @Test func whatIsPutAsideKeepsItsReason() throws {
        let scratch = try Place(), archive = try scratch.archive()
        let id = try archive.keep(document("Текст.", "a.txt"))
        try archive.quarantine(id, reason: "the reader stopped")
        #expect(try archive.pendingCount() == 0)
        #expect(try archive.quarantined().map(\.reason) == ["the reader stopped"])
        #expect(try archive.release() == 1)
        #expect(try archive.pending(limit: 1).map(\.0) == [id])
    }

    @Test func whatWasKeptIsThereForWhoOpensTheFileNext() throws {
        let scratch = try Place(), bytes: [UInt8] = [0xFF, 0, 10, 200]
        try {
            let archive = try scratch.archive()
            var retrieval = Retrieval(bytes: bytes, origin: "page", retrieved: "2025-12-16T12:30:00+03:00")
            (retrieval.mediaType, retrieval.charset, retrieval.outlet, retrieval.title) = ("text/html", "koi8-r", "Вестник", "Мост")
            (retrieval.author, retrieval.published, retrieval.url) = ("А. Б.", "2025-12-15", "https://example.org/1")
            _ = try archive.keep(retrieval)
        }()
        let found = try #require(try Archive(path: scratch.path, access: .reading).pending(limit: 1).first?.1)
        #expect(found.bytes == bytes && found.retrieved == "2025-12-16T09:30:00Z")
        #expect([found.mediaType, found.charset, found.outlet, found.title] == ["text/html", "koi8-r", "Вестник", "Мост"])
        #expect([found.author, found.published, found.url] == ["А. Б.", "2025-12-15", "https://example.org/1"])
    }
}
