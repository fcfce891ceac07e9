internal import TestHosting
internal import Testing

@testable internal import LetopisFetching

/// No spelling of a forbidden place, direct or behind a redirect, makes a connection: somebody listens there, and nobody comes.
@Suite struct SpellingTests {
    /// Somebody who listens at all addresses of this machine that connections could reach.
    private func trap() async throws -> TestHost {
        do {
            return try await TestHost.listening(at: ["::"]) { _ in .text("trap") }
        } catch {
            print("no version 6 on this machine: the trap listens at version 4 alone")
            return try await TestHost.listening(at: ["0.0.0.0"]) { _ in .text("trap") }
        }
    }

    @Test func directly() async throws {
        let trap = try await trap(), fetcher = testFetcher()
        var refused = 0
        for spelling in Spellings.all(port: trap.port) {
            await #expect(throws: FetchError.self, "\(spelling)") {
                _ = try await fetcher.fetch(try WebAddress(spelling), followingRobots: false)
            }
            refused += 1
        }
        #expect(trap.accepted == 0)
        print("addresses: \(refused) spellings, no connection")
        try await isAwake(trap)
        await fetcher.close()
        try await trap.close()
    }

    @Test(arguments: ["301", "302", "303", "307", "308"]) func behindRedirects(_ status: String) async throws {
        let trap = try await trap(), spellings = Spellings.all(port: trap.port)
        let host = try await TestHost.listening { question in
            guard let number = Int(question.target.dropFirst()), spellings.indices.contains(number) else {
                return .text("", status: "404 Not Found")
            }
            return .text("", ["Location: \(spellings[number])"], status: "\(status) Elsewhere")
        }
        let clock = TestClock(), fetcher = testFetcher(clock)
        for number in spellings.indices {
            await #expect(throws: FetchError.self, "\(spellings[number])") {
                _ = try await fetcher.fetch(try WebAddress("http://open.example:\(host.port)/\(number)"), followingRobots: false)
            }
            // An answer that is none, because of a line break in its header, makes the host rest.
            clock.advance(HostTurns.longestRest)
        }
        #expect(trap.accepted == 0)
        let unasked = Set(spellings.indices.map { "/\($0)" }).subtracting(host.targets)
        #expect(unasked.isEmpty)
        try await isAwake(trap)
        await fetcher.close()
        try await host.close()
        try await trap.close()
    }

    @Test func refreshIsNoRedirect() async throws {
        let trap = try await trap()
        let host = try await TestHost.listening { _ in
            .text("<meta>", ["Refresh: 0; url=http://127.0.0.1:\(trap.port)/", "Location: http://127.0.0.1:\(trap.port)/"])
        }
        let fetcher = testFetcher()
        let fetched = try await fetcher.fetch(try WebAddress("http://open.example:\(host.port)/"), followingRobots: false)
        #expect(fetched.body == Array("<meta>".utf8))
        #expect(trap.accepted == 0)
        try await isAwake(trap)
        await fetcher.close()
        try await host.close()
        try await trap.close()
    }

    /// The robots.txt of an open host may not lead there either.
    @Test func behindRobots() async throws {
        let trap = try await trap()
        let host = try await TestHost.listening { _ in
            .text("", ["Location: http://127.0.0.1:\(trap.port)/robots.txt"], status: "302 Found")
        }
        let fetcher = testFetcher()
        await #expect(throws: FetchError.forbidden(host: "127.0.0.1", address: .v4(0x7F00_0001), kind: "loopback")) {
            _ = try await fetcher.fetch(try WebAddress("http://open.example:\(host.port)/"))
        }
        #expect(trap.accepted == 0)
        await fetcher.close()
        try await host.close()
        try await trap.close()
    }

    /// The control: who may, gets in, and is counted.
    private func isAwake(_ trap: TestHost) async throws {
        let fetcher = testFetcher(allowing: ["127.0.0.0/8"])
        let fetched = try await fetcher.fetch(try WebAddress("http://127.0.0.1:\(trap.port)/"), followingRobots: false)
        #expect(fetched.body == Array("trap".utf8))
        #expect(trap.accepted == 1)
        await fetcher.close()
    }
}
