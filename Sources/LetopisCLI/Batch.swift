internal import LetopisArchive
internal import LetopisText

/// What became of one document.
enum Outcome: Sendable {
    /// Read: its output, and what a reader should know of it.
    case read([UInt8], notices: [Notice])
    /// Not read, and why.
    case failed(reason: String)
}

/// Many documents, read side by side and written in their own order.
///
/// Guaranteed: one that fails stops nothing, and the exit status remembers it; how much is in memory depends on `jobs`, not on how many
/// documents there are.
struct Batch: Sendable {
    private let turns: Turns
    private let jobs: Int

    /// The documents of a stream, `jobs` of them at a time.
    init(_ documents: sending DocumentStream, jobs: Int) {
        turns = Turns(documents, atMost: jobs * 4)
        self.jobs = jobs
    }

    /// Reads all documents and writes what became of them. `worker` is called once for each task and gives what reads one document after
    /// the other there, with a scratch of its own. Throws `someFailed`, `noneIsText` or `nothingInside` at the end, and at once where nothing
    /// more can be written.
    func run(_ worker: @escaping @Sendable () -> (_ document: Retrieval, _ name: String) -> Outcome) async throws {
        await withTaskGroup { group in
            for _ in 0..<jobs {
                group.addTask {
                    var read: ((Retrieval, String) -> Outcome)?
                    while let (turn, document) = await turns.take() {
                        switch document {
                        case .failed(let name, let reason): await turns.finish(turn, name, .failed(reason: reason))
                        case .document(let retrieval, let name):
                            // A task that never gets a document needs no scratch.
                            let work = read ?? worker()
                            read = work
                            await turns.finish(turn, name, work(retrieval, name))
                        }
                    }
                }
            }
        }
        try await turns.verdict()
    }
}

/// Whose turn it is: hands out documents in order, and writes outcomes in order.
private actor Turns {
    private let documents: DocumentStream
    /// How many documents may be begun and not yet written.
    private let atMost: Int
    private var next = 0, due = 0, isOver = false
    private var finished: [Int: (name: String, outcome: Outcome)] = [:]
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var failed = 0, withoutText = 0
    private var refusal: (any Error)?

    init(_ documents: sending DocumentStream, atMost: Int) {
        self.documents = documents
        self.atMost = atMost
    }

    /// The next document to read, with its turn; nil where there is none, or nothing more can be written. Waits while too much is unwritten:
    /// the task that is to write first is then still at work.
    func take() async -> (Int, SourceDocument)? {
        while refusal == nil, !isOver, next - due >= atMost { await withCheckedContinuation { waiting.append($0) } }
        guard refusal == nil, !isOver else { return nil }
        guard let document = documents.next() else {
            isOver = true
            return nil
        }
        next += 1
        return (next - 1, document)
    }

    /// Takes an outcome, and writes all whose turn has come.
    func finish(_ turn: Int, _ name: String, _ outcome: Outcome) {
        finished[turn] = (name, outcome)
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
