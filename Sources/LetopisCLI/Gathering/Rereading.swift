internal import LetopisArchive

/// A run that reads an archive's articles again.
final class Rereading {
    private let archive: Archive
    private let room: ReadingRoom
    private let progress = Progress()
    private let reader: String?
    private var queue: [(FormID, Retrieval)] = []
    private var last: FormID?
    private var read: [(FormID, PreparedReading)] = []
    private var count = 0, added = 0, removed = 0, altered = 0, kept = 0
    private(set) var failed = 0

    /// How many forms are asked for at once, and filed at once.
    private static let atOnce = 64

    init(_ archive: Archive, _ terms: ReadingRoom.Terms, all: Bool) {
        self.archive = archive
        reader = all ? nil : terms.reader
        room = ReadingRoom(terms)
    }

    func run() throws {
        defer { progress.clear() }
        let total = try archive.formCount(notReadBy: reader)
        try room.read(next: next) { (id: FormID, result) in
            switch result {
            case .read(let readings): if let reading = readings.first { read.append((id, reading)) }
            case .refused(let reason):
                failed += 1
                Console.complain("an article keeps its record: \(reason)")
            }
            count += 1
            if read.count >= Self.atOnce { try file() }
            progress.show(count, of: total, "articles")
        }
        try file()
    }

    /// The last line.
    var summary: String { "\(count) read again: \(kept) kept, \(added) added, \(removed) removed, \(altered) altered, \(failed) failed\n" }

    private func next() throws -> (FormID, Retrieval)? {
        if queue.isEmpty {
            queue = try archive.forms(notReadBy: reader, after: last, limit: Self.atOnce).reversed()
            last = queue.first?.0 ?? last
        }
        return queue.popLast()
    }

    private func file() throws {
        for changes in try archive.refile(read) {
            added += changes.added.count
            removed += changes.removed.count
            altered += changes.altered.count
            kept += changes.kept
        }
        read = []
    }
}
