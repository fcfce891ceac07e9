internal import LetopisText

/// What became of one input.
enum Outcome: Sendable {
    /// Read: its output, and what a reader should know of it.
    case read([UInt8], notices: [Notice])
    /// Not read, and why.
    case failed(CommandError)
}

/// Many inputs, read side by side and written in their own order.
///
/// Guaranteed: one input that fails stops nothing, and the exit status remembers it; how much is in memory depends on `jobs`, not on how many
/// inputs there are.
struct Batch: Sendable {
    let inputs: [Input]
    let jobs: Int
    /// How many inputs one task takes at once: articles that are read together take less time.
    static let turn = 16

    /// Reads all inputs and writes what became of them. `worker` is called once for each task and gives what reads one input after
    /// the other there, with a scratch of its own. Throws `someFailed` or `noneIsText` at the end, and at once where nothing more can be written.
    func run(_ worker: @escaping @Sendable () -> (Input) -> Outcome) async throws {
        let turns = Turns(inputs: inputs, atMost: jobs * 4)
        await withTaskGroup { group in
            for _ in 0..<min(jobs, inputs.count) {
                group.addTask {
                    let read = worker()
                    while let turn = await turns.take() { await turns.finish(turn, read(inputs[turn])) }
                }
            }
        }
        try await turns.verdict()
    }
}

/// Whose turn it is: hands out inputs in order, and writes outcomes in order.
private actor Turns {
    private let inputs: [Input]
    /// How many inputs may be begun and not yet written.
    private let atMost: Int
    private var next = 0, due = 0
    private var finished: [Int: Outcome] = [:]
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var failed = 0, withoutText = 0
    private var refusal: (any Error)?

    init(inputs: [Input], atMost: Int) {
        self.inputs = inputs
        self.atMost = atMost
    }

    /// The next input to read, by its place; nil where there is none, or nothing more can be written. Waits while too much is unwritten:
    /// the task that is to write first is then still at work.
    func take() async -> Int? {
        while refusal == nil, next < inputs.count, next - due >= atMost { await withCheckedContinuation { waiting.append($0) } }
        guard refusal == nil, next < inputs.count else { return nil }
        next += 1
        return next - 1
    }

    /// Takes an outcome, and writes all whose turn has come.
    func finish(_ turn: Int, _ outcome: Outcome) {
        finished[turn] = outcome
        while refusal == nil, let outcome = finished.removeValue(forKey: due) {
            do { try write(outcome, of: inputs[due]) } catch { refusal = error }
            due += 1
        }
        for task in waiting { task.resume() }
        waiting.removeAll()
    }

    /// Throws what went wrong, all in all.
    func verdict() throws {
        if let refusal { throw refusal }
        if failed > 0 { throw CommandError.someFailed(count: failed) }
        if withoutText == inputs.count { throw CommandError.noneIsText }
    }

    private func write(_ outcome: Outcome, of input: Input) throws {
        switch outcome {
        case .failed(let error):
            failed += 1
            if let text = error.message { Console.complain(text) }
        case .read(let bytes, let notices):
            for notice in notices { Console.complain("\(printable(input.path)): \(notice.message)") }
            if notices.contains(where: { $0.kind == .binary || $0.kind == .empty }) { withoutText += 1 }
            try Console.emit(bytes)
        }
    }
}
