internal import Synchronization

@testable internal import LetopisFetching

/// Time that passes when somebody says so: pauses are over at once, and are remembered.
final class TestClock: Sendable {
    private let time = Mutex(1_700_000_000.0)
    private let taken = Mutex<[Double]>([])
    private let bell: Bell?

    /// With a bell, every time limit is over when it rings; without one, none ever is.
    init(bell: Bell? = nil) { self.bell = bell }

    var now: Double { time.withLock { $0 } }
    /// The pauses that were taken, in seconds.
    var pauses: [Double] { taken.withLock { $0 } }

    func advance(_ seconds: Double) { time.withLock { $0 += seconds } }

    var clock: FetchClock {
        FetchClock(
            now: { self.now },
            pause: { seconds in
                self.taken.withLock { $0.append(seconds) }
                self.advance(seconds)
            },
            alarm: { _ in
                if let bell = self.bell { await bell.rung() } else { try await Task.sleep(for: .seconds(3600)) }
            })
    }
}

/// Something that is waited for, and happens once.
actor Bell {
    private var isRung = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func ring() {
        isRung = true
        for one in waiting { one.resume() }
        waiting = []
    }

    func rung() async {
        if !isRung { await withCheckedContinuation { waiting.append($0) } }
    }
}

/// A fetcher for one test: it may visit 127.0.0.2, where `TestHost` listens, and knows names that lead there.
func testFetcher(
    _ clock: TestClock = TestClock(), allowing blocks: [String] = ["127.0.0.2"], perHost: Int = 2, delay: Double = 0,
    authorities: String? = nil, proxies: ProxyRules? = nil
) -> Fetcher {
    var settings = FetchSettings(version: "0.0")
    settings.contact = "https://example.org/bot"
    settings.allowed = blocks.compactMap { AddressBlock($0) }
    settings.perHost = perHost
    settings.delay = delay
    settings.authorities = authorities
    settings.proxies = proxies
    return Fetcher(settings, resolver: testNames, clock: clock.clock)
}

/// Names that tests know, and no others.
let testNames: NameResolver = { name in
    let known = Spellings.addresses.merging([
        "open.example": ["127.0.0.2"], "other.example": ["127.0.0.2"], "a_b.xn--l1aeje.example": ["127.0.0.2"],
        "two.example": ["127.0.0.3", "127.0.0.2"], "six.example": ["::1"],
    ]) { $1 }
    guard let addresses = known[name] else { throw FetchError.unresolved(host: name, reason: "tests know no such name") }
    return addresses.compactMap { IPAddress($0) }
}
