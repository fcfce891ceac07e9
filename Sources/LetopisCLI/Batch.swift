internal import LetopisText

/// What became of one input.
enum Outcome: Sendable {
    /// Read: its output, and what a reader should know of it.
    case read([UInt8], notices: [Notice])
    /// Not read, and why.
    case failed(CommandError)
}

/// An input and its bytes.
struct Loaded {
    let input: Input
    let bytes: [UInt8]
}

/// Many inputs, read side by side and written in their own order.
///
/// Guaranteed: one input that fails stops nothing, and the exit status remembers it; how much is in memory depends on `jobs`, not on how many
/// inputs there are.
struct Batch: Sendable {
    let inputs: [Input]
    let jobs: Int
    /// How many inputs one task takes at once, where there are enough for all tasks: short articles that are read together take less time.
    static let turn = 16
    /// No more are worked on together when they come to as many bytes.
    private static let manyBytes = 1 << 18

    /// Reads all inputs and writes what became of them. `worker` is called once for each task and gives what works there on inputs, one
    /// outcome for each, with a scratch of its own. Throws `someFailed` or `noneIsText` at the end, and at once where nothing more can be written.
    func run(_ worker: @escaping @Sendable () -> ([Loaded]) -> [Outcome]) async throws {
        let turns = Turns(inputs: inputs, jobs: jobs)
        await withTaskGroup { group in
            for _ in 0..<min(jobs, inputs.count) {
                group.addTask {
                    let work = worker()
                    while let turn = await turns.take() { await turns.finish(turn, Self.outcomes(of: inputs[turn], work)) }
                }
            }
        }
        try await turns.verdict()
    }

    /// What becomes of inputs, in their order; one that cannot be read has failed and leaves the others alone.
    private static func outcomes(of inputs: ArraySlice<Input>, _ work: ([Loaded]) -> [Outcome]) -> [Outcome] {
        var outcomes: [Outcome] = [], loaded: [Loaded] = [], bytes = 0
        func finish() {
            if !loaded.isEmpty { outcomes += work(loaded) }
            loaded.removeAll()
            bytes = 0
        }
        for input in inputs {
            do {
                loaded.append(Loaded(input: input, bytes: try input.bytes()))
                bytes += loaded[loaded.count - 1].bytes.count
                if bytes >= manyBytes { finish() }
            } catch {
                finish()
                outcomes.append(.failed(error as? CommandError ?? .unreadable(name: input.path, SystemError(number: 0))))
            }
        }
        finish()
        return outcomes
    }
}

/// Whose turn it is: hands out inputs in order, and writes outcomes in order.
private actor Turns {
    private let inputs: [Input]
    /// How many inputs are handed out together, and how many may be begun and not yet written.
    private let together, atMost: Int
    private var next = 0, due = 0
    private var finished: [Int: Outcome] = [:]
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var failed = 0, withoutText = 0
    private var refusal: (any Error)?

    init(inputs: [Input], jobs: Int) {
        self.inputs = inputs
        together = min(Batch.turn, max(1, inputs.count / max(1, jobs)))
        atMost = jobs * 4 * together
    }

    /// The next inputs to read, by their places; nil where there are none, or nothing more can be written. Waits while too much is unwritten:
    /// the task that is to write first is then still at work.
    func take() async -> Range<Int>? {
        while refusal == nil, next < inputs.count, next - due >= atMost { await withCheckedContinuation { waiting.append($0) } }
        guard refusal == nil, next < inputs.count else { return nil }
        let first = next
        next = min(first + together, inputs.count)
        return first..<next
    }

    /// Takes the outcomes of a turn, and writes all whose place has come.
    func finish(_ turn: Range<Int>, _ outcomes: [Outcome]) {
        for (place, outcome) in zip(turn, outcomes) { finished[place] = outcome }
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
