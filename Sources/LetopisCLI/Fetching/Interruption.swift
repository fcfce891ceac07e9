internal import Dispatch
internal import Glibc

/// SIGINT and SIGTERM, taken as a request to stop.
enum Interruption {
    /// Does the work; the first signal cancels it, the second ends the program as signals do. Whatever the work has begun to write is written
    /// before it is over. Gives whether it was interrupted.
    static func heeding(_ work: @escaping @Sendable () async throws -> Void) async throws -> Bool {
        let task = Task { try await work() }
        let numbers = [SIGINT, SIGTERM]
        let sources = numbers.map { number in source(of: number) { task.cancel() } }
        defer {
            for source in sources { source.cancel() }
            for number in numbers { signal(number, SIG_DFL) }
        }
        do {
            try await task.value
            return false
        } catch is CancellationError {
            return true
        }
    }

    private static func source(of number: Int32, _ stop: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
            stop()
            signal(number, SIG_DFL)
        }
        source.resume()
        return source
    }
}
