internal import LetopisArchive
internal import LetopisText

/// What became of one document.
enum Outcome: Sendable {
    /// Read: its output, and what a reader should know of it.
    case read([UInt8], notices: [Notice])
    /// Not read, and why.
    case failed(reason: String)
}

/// A document, and what it is called in messages: `news.jsonl:12`.
struct NamedDocument: Sendable {
    let retrieval: Retrieval
    let name: String
}

/// Many documents, read side by side and written in their own order.
///
/// Guaranteed: one that fails stops nothing, and the exit status remembers it; how much is in memory depends on `jobs`, not on how many
/// documents there are.
struct Batch: Sendable {
    private let turns: Turns
    private let jobs: Int
    /// How many documents one task takes at once, where there are enough for all tasks: short articles that are read together take less time.
    static let turn = 16
    /// No more are worked on together when they come to as many bytes.
    fileprivate static let manyBytes = 1 << 18

    /// The documents of a stream, `jobs` of them at a time.
    init(_ documents: sending DocumentStream, jobs: Int) {
        turns = Turns(documents, jobs: jobs)
        self.jobs = jobs
    }

    /// Reads all documents and writes what became of them. `worker` is called once for each task and gives what works there on documents, one
    /// outcome for each, with a scratch of its own. Throws `someFailed`, `noneIsText` or `nothingInside` at the end, and at once where nothing
    /// more can be written.
    func run(_ worker: @escaping @Sendable () -> ([NamedDocument]) -> [Outcome]) async throws {
        await withTaskGroup { group in
            for _ in 0..<jobs {
                group.addTask {
                    var work: (([NamedDocument]) -> [Outcome])?
                    while let turn = await turns.take() {
                        // A task that never gets a document needs no scratch.
                        let own = work ?? worker()
                        work = own
                        await turns.finish(turn, Self.outcomes(of: turn.documents, own))
                    }
                }
            }
        }
        try await turns.verdict()
    }

    /// What becomes of documents, in their order; those that failed leave the others alone.
    private static func outcomes(of documents: [SourceDocument], _ work: ([NamedDocument]) -> [Outcome]) -> [Outcome] {
        let readable = documents.compactMap { document -> NamedDocument? in
            guard case .document(let retrieval, let name) = document else { return nil }
            return NamedDocument(retrieval: retrieval, name: name)
        }
        let failures = documents.map { document -> Outcome? in
            guard case .failed(_, let reason) = document else { return nil }
            return .failed(reason: reason)
        }
        return failures.filled(with: readable.isEmpty ? [] : work(readable))
    }
}

extension [Outcome?] {
    /// The outcomes that are here, and in the gaps between them others, in their order.
    func filled(with others: [Outcome]) -> [Outcome] {
        var others = others[...]
        return compactMap { $0 ?? others.popFirst() }
    }
}

/// Documents that are worked on together, and the place of the first.
private struct Turn: Sendable {
    var first: Int
    var documents: [SourceDocument] = []
}

/// Whose turn it is: hands out documents in order, and writes outcomes in order.
private actor Turns {
    private let documents: DocumentStream
    private let jobs: Int
    private var next = 0, due = 0, isOver = false
    private var finished: [Int: (name: String, outcome: Outcome)] = [:]
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var failed = 0, withoutText = 0
    private var refusal: (any Error)?

    init(_ documents: sending DocumentStream, jobs: Int) {
        self.documents = documents
        self.jobs = jobs
    }

    /// The next documents to read; nil where there are none, or nothing more can be written. Waits while too much is unwritten: the task that is
    /// to write first is then still at work.
    func take() async -> Turn? {
        while refusal == nil, !isOver, next - due >= jobs * 4 * together { await withCheckedContinuation { waiting.append($0) } }
        guard refusal == nil, !isOver else { return nil }
        var turn = Turn(first: next), bytes = 0
        while turn.documents.count < together, bytes < Batch.manyBytes, let document = documents.next() {
            if case .document(let retrieval, _) = document { bytes += retrieval.bytes.count }
            turn.documents.append(document)
        }
        isOver = turn.documents.isEmpty
        next += turn.documents.count
        return isOver ? nil : turn
    }

    /// How many documents are handed out together: nobody is to wait for one task's many. How many a file has is known only as they come.
    private var together: Int { min(Batch.turn, max(1, documents.fileCount / jobs, next / jobs)) }

    /// Takes the outcomes of a turn, and writes all whose place has come.
    func finish(_ turn: Turn, _ outcomes: [Outcome]) {
        for (number, (document, outcome)) in zip(turn.documents, outcomes).enumerated() {
            finished[turn.first + number] = (document.name, outcome)
        }
        while refusal == nil, let (name, outcome) = finished.removeValue(forKey: due) {
            do { try write(outcome, of: name) } catch { refusal = error }
            due += 1
        }
        for task in waiting { task.resume() }
        waiting.removeAll()
    }

    /// Throws what went wrong, all in all.
    func verdict() throws {
        if let refusal { throw refusal }
        if failed > 0 { throw CommandError.someFailed(count: failed) }
        if next == 0 { throw CommandError.nothingInside }
        if withoutText == next { throw CommandError.noneIsText }
    }

    private func write(_ outcome: Outcome, of name: String) throws {
        switch outcome {
        case .failed(let reason):
            failed += 1
            if let text = CommandError.unread(name: name, reason: reason).message { Console.complain(text) }
        case .read(let bytes, let notices):
            for notice in notices { Console.complain("\(printable(name)): \(notice.message)") }
            if notices.contains(where: { $0.kind == .binary || $0.kind == .empty }) { withoutText += 1 }
            try Console.emit(bytes)
        }
    }
}

/// What a document is called in the output: its file's name without folder and without `.txt` or `.html`, and what follows the name.
func documentID(_ name: String) -> String {
    if name == "-" || name.hasPrefix("-:") || name.hasPrefix("-#") { return "stdin" + name.dropFirst() }
    let last = String(name.split(separator: "/").last ?? "")
    let ending = [".txt", ".html"].first { last.hasSuffix($0) } ?? ""
    return String(last.dropLast(ending.count))
}
