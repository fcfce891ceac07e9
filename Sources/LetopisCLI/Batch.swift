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

    /// How many inputs one task takes in turn, with one scratch. With few inputs, fewer, so that every task has some.
    var chunkSize: Int { max(1, min(8, inputs.count / (jobs * 4))) }

    /// Reads all inputs with `read`, which is called with some of them at a time, and hands every outcome to `emit`, in order.
    /// Throws `someFailed` or `noneIsText` at the end, and at once what `emit` throws.
    func run(_ read: @escaping @Sendable (ArraySlice<Input>) -> [Outcome], emit: (Input, [UInt8]) throws -> Void) async throws {
        var failed = 0, withoutText = 0
        let chunks = stride(from: 0, to: inputs.count, by: chunkSize).map { inputs[$0..<min($0 + chunkSize, inputs.count)] }
        try await inOrder(chunks, atOnce: jobs, read) { chunk, outcomes in
            for (input, outcome) in zip(chunk, outcomes) {
                switch outcome {
                case .failed(let error):
                    failed += 1
                    if let text = error.message { Console.complain(text) }
                case .read(let bytes, let notices):
                    for notice in notices { Console.complain("\(printable(input.path)): \(notice.message)") }
                    if notices.contains(where: { $0.kind == .binary || $0.kind == .empty }) { withoutText += 1 }
                    try emit(input, bytes)
                }
            }
        }
        if failed > 0 { throw CommandError.someFailed(count: failed) }
        if withoutText == inputs.count { throw CommandError.noneIsText }
    }
}

/// Does `work` on every item, `atOnce` of them side by side, and hands the results to `emit` in the items' order. No more than twice
/// `atOnce` results wait at any time.
private func inOrder<Item: Sendable, Result: Sendable>(
    _ items: [Item], atOnce: Int, _ work: @escaping @Sendable (Item) -> Result, emit: (Item, Result) throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
        var begun = 0, due = 0
        var waiting: [Int: Result] = [:]
        while due < items.count {
            while begun < items.count, begun - due < 2 * atOnce, begun - due - waiting.count < atOnce {
                let index = begun
                group.addTask { (index, work(items[index])) }
                begun += 1
            }
            guard let (index, result) = try await group.next() else { break }
            waiting[index] = result
            while let next = waiting.removeValue(forKey: due) {
                try emit(items[due], next)
                due += 1
            }
        }
    }
}
