/// Who may ask which host when: so many at once, a pause between two beginnings, and a rest after failures that doubles each time.
actor HostTurns {
    private struct Turns {
        var running = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
        var next = 0.0, delay: Double
        var failures = 0, rested = 0.0
    }

    /// The rest after the first failure, and the longest one, in seconds.
    static let firstRest = 30.0, longestRest = 86_400.0

    private let perHost: Int, delay: Double
    private let clock: FetchClock
    private var hosts: [String: Turns] = [:]

    init(perHost: Int, delay: Double, clock: FetchClock) {
        self.perHost = perHost
        self.delay = delay
        self.clock = clock
    }

    /// Waits until a host may be asked. Throws `.resting` at once where it is to be left alone. Each `enter` that returns has its `leave`.
    func enter(_ host: String) async throws {
        try refuseResting(host)
        var turns = hosts[host] ?? Turns(delay: delay)
        if turns.running < perHost {
            turns.running += 1
            hosts[host] = turns
        } else {
            // Whoever leaves hands its place on: it stays counted.
            await withCheckedContinuation { wait($0, at: host) }
        }
        do {
            try Task.checkCancellation()
            try refuseResting(host)
            try await pause(host)
        } catch {
            handOn(host)
            throw error
        }
    }

    /// Frees the place. `failure` is what went wrong, where something did: the host's own troubles make it rest.
    func leave(_ host: String, _ failure: FetchError?) {
        let wanted: Double? = if case .status(_, let again?) = failure { Double(again) } else { nil }
        if let failure, failure.isPassing {
            let failures = (hosts[host]?.failures ?? 0) + 1
            let rest = min(HostTurns.firstRest * Double(1 << min(failures - 1, 20)), HostTurns.longestRest)
            let end = clock.now() + min(max(rest, wanted ?? 0), HostTurns.longestRest)
            hosts[host]?.failures = failures
            hosts[host]?.rested = end
        } else {
            hosts[host]?.failures = 0
        }
        handOn(host)
    }

    /// Lengthens the pause between two fetches, as the host's robots.txt asks.
    func slow(_ host: String, to seconds: Double) {
        var turns = hosts[host] ?? Turns(delay: delay)
        turns.delay = max(turns.delay, seconds)
        hosts[host] = turns
    }

    private func wait(_ turn: CheckedContinuation<Void, Never>, at host: String) {
        hosts[host, default: Turns(delay: delay)].waiting.append(turn)
    }

    private func refuseResting(_ host: String) throws {
        guard let rested = hosts[host]?.rested, rested > clock.now() else { return }
        throw FetchError.resting(host: host, seconds: Int((rested - clock.now()).rounded(.up)))
    }

    private func pause(_ host: String) async throws {
        let now = clock.now(), start = max(now, hosts[host]?.next ?? now)
        let next = start + (hosts[host]?.delay ?? delay)
        hosts[host]?.next = next
        if start > now { try await clock.pause(start - now) }
    }

    private func handOn(_ host: String) {
        guard var turns = hosts[host] else { return }
        let next = turns.waiting.isEmpty ? nil : turns.waiting.removeFirst()
        if next == nil { turns.running -= 1 }
        hosts[host] = turns
        next?.resume()
    }
}
