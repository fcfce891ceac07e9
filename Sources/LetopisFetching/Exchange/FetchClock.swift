internal import FoundationEssentials

/// Where time comes from: tests have one of their own, and wait for nothing.
public struct FetchClock: Sendable {
    /// Seconds since the beginning of 1970, UTC.
    let now: @Sendable () -> Double
    /// Waits so many seconds out of politeness. Throws where the task is cancelled.
    let pause: @Sendable (Double) async throws -> Void
    /// Waits so many seconds, after which something has taken too long. Throws where the task is cancelled.
    let alarm: @Sendable (Double) async throws -> Void

    /// A clock of these parts.
    public init(
        now: @escaping @Sendable () -> Double, pause: @escaping @Sendable (Double) async throws -> Void,
        alarm: @escaping @Sendable (Double) async throws -> Void
    ) {
        self.now = now
        self.pause = pause
        self.alarm = alarm
    }

    /// The machine's clock.
    public static let system = FetchClock(
        now: { Date().timeIntervalSince1970 }, pause: { try await Task.sleep(for: .seconds($0)) },
        alarm: { try await Task.sleep(for: .seconds($0)) })

    /// Seconds since 1970, whole.
    public var seconds: Int { Int(now()) }

    /// Waits so many seconds. Throws where the task is cancelled.
    public func wait(seconds: Int) async throws { try await pause(Double(seconds)) }

    /// Does the work, or throws `.tooSlow` after so many seconds; the work is cancelled then. What the system cannot break off, a look-up
    /// of a name, is waited for all the same.
    func within<Value: Sendable>(_ seconds: Double, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(operation: work)
            group.addTask {
                try await alarm(max(0, seconds))
                throw FetchError.tooSlow
            }
            defer { group.cancelAll() }
            guard let result = try await group.next() else { throw CancellationError() }
            return result
        }
    }
}
