internal import LetopisArchive

/// A run that reads an archive's documents again, as they came.
///
/// Each document is told of when what it was read as this time is on the disk. What a run that was ended has not read, the next one reads.
final class Rereading {
    private let archive: Archive
    private let room: ReadingRoom
    private let progress = Progress()
    private let reader: String
    private let isJSON: Bool
    private var queue: [(RetrievalID, Retrieval)] = []
    private var last: RetrievalID?
    private var names: [RetrievalID: String] = [:]
    private var read: [(RetrievalID, PreparedReading)] = []
    /// What could not be read: it is not tried twice.
    private var failures: Set<RetrievalID> = []
    private var count = 0, revised = 0, added = 0, removed = 0, altered = 0, kept = 0
    var failed: Int { failures.count }

    /// How many documents are in memory at once, and how many are filed at once.
    private static let mostTaken = 16, mostFiled = 64

    init(_ archive: Archive, _ terms: ReadingRoom.Terms, isJSON: Bool) {
        self.archive = archive
        self.isJSON = isJSON
        reader = terms.reader
        room = ReadingRoom(terms)
    }

    /// Runs until nothing is left that this reader has not read. What one document is read as may make another one's form the current one:
    /// that one is then read once more.
    func run() throws {
        defer { progress.clear() }
        var left = Int.max, now = try archive.documentCount(notReadBy: reader)
        while now > failed, now < left {
            left = now
            last = nil
            try room.read(next: next) { try done($0, $1, of: left) }
            try file()
            now = try archive.documentCount(notReadBy: reader)
        }
    }

    /// The last line.
    var summary: String {
        "\(count) read again, \(revised) revised: \(kept) kept, \(added) added, \(removed) removed, \(altered) altered, \(failed) failed\n"
    }

    private func next() throws -> (RetrievalID, Retrieval)? {
        while queue.isEmpty {
            let documents = try archive.documents(notReadBy: reader, after: last, limit: Self.mostTaken)
            guard let end = documents.last else { return nil }
            last = end.id
            for (id, retrieval) in documents.reversed() where !failures.contains(id) {
                guard let retrieval else {
                    try fail(id, "document \(id.number)", "is damaged; `letopis check` says what else is")
                    continue
                }
                queue.append((id, retrieval))
                names[id] = retrieval.origin
            }
        }
        return queue.popLast()
    }

    private func done(_ id: RetrievalID, _ result: ReadingRoom.Result, of total: Int) throws {
        switch result {
        case .read(let reading): read.append((id, reading))
        case .refused(let reason): try fail(id, names.removeValue(forKey: id) ?? "", "keeps its record: \(reason)")
        }
        if read.count >= Self.mostFiled { try file() }
        progress.show(count + failed + read.count, of: total, "documents")
    }

    private func fail(_ id: RetrievalID, _ name: String, _ reason: String) throws {
        failures.insert(id)
        progress.clear()
        try ChangesText.tellFailure(name, reason, isJSON: isJSON)
    }

    /// Files what has been read, and tells of it.
    private func file() throws {
        guard !read.isEmpty else { return }
        let filed = try archive.refile(read)
        progress.clear()
        for ((id, _), reread) in zip(read, filed) { try tell(names.removeValue(forKey: id) ?? "", reread) }
        read = []
    }

    private func tell(_ name: String, _ reread: Reread) throws {
        let changes = reread.changes, isSame = changes.added.isEmpty && changes.removed.isEmpty && changes.altered.isEmpty
        count += 1
        if reread.isRevised { revised += 1 }
        added += changes.added.count
        removed += changes.removed.count
        altered += changes.altered.count
        kept += changes.kept
        let outcome = reread.isRevised ? "revised" : isSame ? "unchanged" : "reread"
        try ChangesText.tell(name, outcome, reread.article, outcome == "unchanged" ? nil : changes, isJSON: isJSON)
    }
}
