internal import LetopisArchive
internal import LetopisText

/// What became of one document.
enum Outcome: Sendable {
    /// Read: its output, and what a reader should know of it.
    case read([UInt8], notices: [Notice])
    /// Not read, and why.
    case failed(reason: String)

    /// An outcome, or why there is none.
    init(_ answer: Result<Outcome, Refusal>) {
        switch answer {
        case .success(let outcome): self = outcome
        case .failure(let refusal): self = .failed(reason: refusal.reason)
        }
    }
}

/// A document, and what it is called in messages.
struct NamedDocument: Sendable {
    let document: Retrieval
    let name: String
}

/// Many documents, read side by side and written in their own order.
///
/// Guaranteed: one that fails stops nothing, and the exit status remembers it; how much is in memory depends on `jobs`, not on how many
/// documents there are.
struct Batch: Sendable {
    /// How many documents one task takes at once, when there are many: short articles that are read together take less time.
    static let turn = 16

    private let turns: Turns
    private let jobs: Int

    /// The documents of a stream, worked on by `jobs` tasks.
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
                    var ready: (([NamedDocument]) -> [Outcome])?
                    while let turn = await turns.take() {
                        // A task that never gets a document needs no scratch.
                        let work = ready ?? worker()
                        ready = work
                        await turns.finish(turn, Self.outcomes(of: turn.documents, work))
                    }
                }
            }
        }
        try await turns.verdict()
    }

    /// What becomes of documents, in their order.
    private static func outcomes(of documents: [SourceDocument], _ work: ([NamedDocument]) -> [Outcome]) -> [(name: String, Outcome)] {
        let given = documents.map { document -> Result<NamedDocument, Refusal> in
            switch document {
            case .document(let document, let name): .success(NamedDocument(document: document, name: name))
            case .failed(_, let reason): .failure(Refusal(reason: reason))
            }
        }
        return zip(documents, workedTogether(given, work)).map { ($0.name, Outcome($1)) }
    }
}

/// An article that a document holds.
struct Unread {
    var article: Article
    let document: Retrieval
    let name: String

    /// The outcomes of documents: those that hold an article are worked on together, the others have failed.
    static func outcomes(of documents: [NamedDocument], _ lexicon: PageLexicon, _ work: ([Unread]) -> [Outcome]) -> [Outcome] {
        let unread = documents.map { given -> Result<Unread, Refusal> in
            let content = DocumentContent(given.document, lexicon)
            guard let article = content.article else { return .failure(Refusal(reason: content.fault)) }
            return .success(Unread(article: article, document: given.document, name: given.name))
        }
        return workedTogether(unread, work).map(Outcome.init)
    }
}

/// Whose turn it is: hands out documents in order, and writes outcomes in order.
private actor Turns {
    /// Documents that one task works on together, the first of them the `first` of all.
    struct Turn {
        let first: Int
        let documents: [SourceDocument]
    }

    private let documents: DocumentStream
    private let jobs: Int
    private var next = 0, due = 0, isOver = false
    private var finished: [Int: (name: String, outcome: Outcome)] = [:]
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var failed = 0, withoutText = 0
    private var refusal: (any Error)?
    /// No more are handed out together when they come to as many bytes.
    private static let manyBytes = 1 << 18

    init(_ documents: sending DocumentStream, jobs: Int) {
        self.documents = documents
        self.jobs = jobs
    }

    /// The next documents to read; nil where there are none, or nothing more can be written. Waits while too much is unwritten: the task that
    /// is to write first is then still at work. The first turns are short, so that few documents are spread over all tasks.
    func take() async -> Turn? {
        while refusal == nil, !isOver, next - due >= jobs * 4 * Batch.turn { await withCheckedContinuation { waiting.append($0) } }
        guard refusal == nil, !isOver else { return nil }
        let most = min(Batch.turn, 1 + next / (2 * jobs))
        var taken: [SourceDocument] = [], bytes = 0
        while taken.count < most, bytes < Self.manyBytes, !isOver {
            guard let document = documents.next() else {
                isOver = true
                break
            }
            if case .document(let retrieval, _) = document { bytes += retrieval.bytes.count }
            taken.append(document)
        }
        next += taken.count
        return taken.isEmpty ? nil : Turn(first: next - taken.count, documents: taken)
    }

    /// Takes the outcomes of a turn, and writes all whose place has come.
    func finish(_ turn: Turn, _ outcomes: [(name: String, outcome: Outcome)]) {
        for (place, outcome) in outcomes.enumerated() { finished[turn.first + place] = outcome }
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
