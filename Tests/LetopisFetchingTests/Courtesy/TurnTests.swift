internal import Synchronization
internal import TestHosting
internal import Testing

@testable internal import LetopisFetching

/// Counts from one.
final class Counter: Sendable {
    private let value = Mutex(0)

    @discardableResult func next() -> Int {
        value.withLock {
            $0 += 1
            return $0
        }
    }

    var count: Int { value.withLock { $0 } }
}

/// Whose turn it is at a host.
@Suite struct TurnTests {
    @Test func soManyAtOnce() async throws {
        let turns = HostTurns(perHost: 2, delay: 0, clock: TestClock().clock), entered = Counter(), bell = Bell()
        try await turns.enter("a")
        try await turns.enter("a")
        try await turns.enter("b")
        let third = Task {
            await bell.ring()
            try await turns.enter("a")
            entered.next()
        }
        await bell.rung()
        for _ in 0..<20 { await Task.yield() }
        #expect(entered.count == 0)
        await turns.leave("a", nil)
        try await third.value
        #expect(entered.count == 1)
    }

    @Test func pausesBetweenBeginnings() async throws {
        let clock = TestClock(), turns = HostTurns(perHost: 9, delay: 2, clock: clock.clock)
        for _ in 0..<3 { try await turns.enter("a") }
        try await turns.enter("b")
        #expect(clock.pauses == [2, 2])
        clock.advance(1.5)
        try await turns.enter("a")
        #expect(clock.pauses == [2, 2, 0.5])
    }

    @Test func failuresDoubleTheRest() async throws {
        let clock = TestClock(), turns = HostTurns(perHost: 1, delay: 0, clock: clock.clock)
        for rest in [30, 60, 120, 240] {
            try await turns.enter("a")
            await turns.leave("a", .tooSlow)
            await #expect(throws: FetchError.resting(host: "a", seconds: rest)) { try await turns.enter("a") }
            clock.advance(Double(rest))
        }
        try await turns.enter("a")
        await turns.leave("a", nil)
        try await turns.enter("a")
        await turns.leave("a", .tooSlow)
        await #expect(throws: FetchError.resting(host: "a", seconds: 30)) { try await turns.enter("a") }
        try await turns.enter("b")
    }

    @Test func hostsSayHowLong() async throws {
        let clock = TestClock(), turns = HostTurns(perHost: 1, delay: 0, clock: clock.clock)
        for (again, rest) in [(500, 500), (1, 60), (10_000_000, 86_400)] {
            try await turns.enter("a")
            await turns.leave("a", .status(503, again: again))
            await #expect(throws: FetchError.resting(host: "a", seconds: rest)) { try await turns.enter("a") }
            clock.advance(Double(rest))
        }
    }

    @Test func whatIsNotTheHostsFaultIsForgiven() async throws {
        let turns = HostTurns(perHost: 1, delay: 0, clock: TestClock().clock)
        for failure in [FetchError.status(404, again: nil), .tooLarge, .robots(path: "/")] {
            try await turns.enter("a")
            await turns.leave("a", failure)
        }
        try await turns.enter("a")
    }

    @Test func neverMoreThanADay() async throws {
        let clock = TestClock(), turns = HostTurns(perHost: 1, delay: 0, clock: clock.clock)
        for _ in 0..<80 {
            try await turns.enter("a")
            await turns.leave("a", .tooSlow)
            clock.advance(HostTurns.longestRest)
        }
        try await turns.enter("a")
    }

    /// A host that cannot be reached, and what comes of asking it again.
    @Test func unreachableHostsRest() async throws {
        let host = try await TestHost.listening { _ in .text("x") }
        try await host.close()
        let clock = TestClock(), fetcher = testFetcher(clock), url = try WebAddress("http://open.example:\(host.port)/")
        await #expect(throws: FetchError.unreachable(host: "open.example", reason: "connection refused")) {
            _ = try await fetcher.fetch(url, followingRobots: false)
        }
        await #expect(throws: FetchError.resting(host: "open.example", seconds: 30)) {
            _ = try await fetcher.fetch(url, followingRobots: false)
        }
        await #expect(throws: FetchError.unresolved(host: "no.such.example", reason: "tests know no such name")) {
            _ = try await fetcher.fetch(try WebAddress("http://no.such.example/"), followingRobots: false)
        }
        await fetcher.close()
    }
}
