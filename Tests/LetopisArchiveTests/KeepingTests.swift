internal import Foundation
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

    @Test func whatIsPutAsideKeepsItsReason() throws {
        let scratch = try Place(), archive = try scratch.archive()
        let id = try archive.keep(document("Текст.", "a.txt"))
        try archive.quarantine(id, reason: "the reader stopped")
        #expect(try archive.pendingCount() == 0)
        #expect(try archive.quarantined().map(\.reason) == ["the reader stopped"])
        #expect(try archive.release() == 1)
        #expect(try archive.pending(limit: 1).map(\.0) == [id])
    }

    @Test func oneWriter() throws {
        let scratch = try Place(), archive = try scratch.archive()
        _ = try archive.keep(document("Текст.", "a.txt"))
        #expect(try Archive(path: scratch.path, access: .reading).pendingCount() == 1)
    }
}

/// A folder of its own for one test, gone when the test is over.
final class Place {
    let folder: URL
    var path: String { folder.appendingPathComponent("test.letopis").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("letopis-archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func archive() throws -> Archive { try Archive(path: path, access: .writing) }
}

/// A document of plain text.
func document(_ text: String, _ origin: String, retrieved: String = "2025-12-16T09:30:00Z") -> Retrieval {
    Retrieval(bytes: Array(text.utf8), origin: origin, retrieved: retrieved)
}
