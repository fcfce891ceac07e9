internal import LetopisArchive

/// A run that brings documents into an archive: kept first, then read by readers of their own, then filed.
///
/// What was kept and not read when an earlier run ended is read at the end. Each document is told of when it is on the disk, not before.
final class Ingestion {
    private let archive: Archive
    private let room: ReadingRoom
    private let progress = Progress()
    private(set) var report: IngestReport
    private let source: () throws -> SourceDocument?
    private let total: () -> Int?

    private var queue: [(RetrievalID, Retrieval)] = []
    /// What documents are called that have been kept and not yet told of.
    private var names: [RetrievalID: String] = [:]
    /// The last of those of an earlier run.
    private var lastTaken: RetrievalID?
    private var read: [(RetrievalID, PreparedReading)] = []
    private var lastFiling = ContinuousClock.now
    private var isSourceOver = false

    /// How many documents, and about how many bytes of them, are kept in one transaction; how many are filed in one.
    private static let mostKept = 64, mostBytes = 4 << 20, mostFiled = 256
    /// How many documents of an earlier run are in memory at once.
    private static let mostTaken = 16

    /// A run over what `source` gives, until it gives nil. `total` says how many documents there will be, where that is known.
    init(
        into archive: Archive, terms: ReadingRoom.Terms, report: IngestReport, total: @escaping () -> Int? = { nil },
        _ source: @escaping () throws -> SourceDocument?
    ) {
        self.archive = archive
        self.report = report
        self.source = source
        self.total = total
        room = ReadingRoom(terms)
    }

    /// Runs. Throws where the archive cannot be written to, or readers cannot be started; what was told of is filed.
    func run() throws {
        defer { progress.clear() }
        try room.read(next: next, done: done)
        try file()
    }

    /// The next document to read, kept before it is given.
    private func next() throws -> (RetrievalID, Retrieval)? {
        while queue.isEmpty {
            if !isSourceOver {
                try refill()
            } else {
                // What is pending and has no name here is of an earlier run.
                let left = try archive.pending(limit: Self.mostTaken, after: lastTaken)
                guard let last = left.last?.0 else { return nil }
                lastTaken = last
                queue = left.filter { names[$0.0] == nil }.reversed()
                for (id, retrieval) in queue { names[id] = retrieval.origin }
            }
        }
        return queue.popLast()
    }

    /// Keeps the next documents of the source.
    private func refill() throws {
        var batch: [Retrieval] = [], batchNames: [String] = [], bytes = 0
        while batch.count < Self.mostKept, bytes < Self.mostBytes {
            guard let document = try source() else {
                isSourceOver = true
                break
            }
            switch document {
            case .failed(let name, let reason): try report.tellFailure(name, reason)
            case .document(let retrieval, let name):
                batch.append(retrieval)
                batchNames.append(name)
                bytes += retrieval.bytes.count
            }
        }
        guard !batch.isEmpty else { return }
        for (place, kept) in try archive.keep(batch).enumerated() { try take(kept, batch[place], batchNames[place]) }
        queue.reverse()
    }

    private func take(_ kept: Kept, _ retrieval: Retrieval, _ name: String) throws {
        switch kept.state {
        case .settled: try report.tellKnown(name)
        case .quarantined: try report.tellFailure(name, "is in quarantine; see `letopis quarantine list`")
        case .pending where names[kept.id] != nil: try report.tellKnown(name)
        case .pending:
            names[kept.id] = name
            queue.append((kept.id, retrieval))
        }
        progress.show(report.count, of: total(), "documents")
    }

    private func done(_ id: RetrievalID, _ result: ReadingRoom.Result) throws {
        switch result {
        case .read(let reading): read.append((id, reading))
        case .refused(let reason):
            try archive.quarantine(id, reason: reason)
            try report.tellFailure(names.removeValue(forKey: id) ?? "", reason)
        }
        if read.count >= Self.mostFiled || lastFiling.duration(to: .now) > .milliseconds(500) { try file() }
        progress.show(report.count + read.count, of: total(), "documents")
    }

    /// Files what has been read, and tells of it.
    private func file() throws {
        defer { lastFiling = .now }
        guard !read.isEmpty else { return }
        let outcomes = try archive.settle(read)
        progress.clear()
        for ((id, _), outcome) in zip(read, outcomes) { try report.tell(names.removeValue(forKey: id) ?? "", outcome) }
        read = []
    }
}
