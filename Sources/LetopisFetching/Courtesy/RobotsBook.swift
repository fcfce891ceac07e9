/// What every site's robots.txt says, asked once a day (RFC 9309, 2.4), by one fetch however many wait for it.
actor RobotsBook {
    private struct Page {
        let rules: Task<Result<RobotRules, any Error>, Never>
        var stale: Double
    }

    /// Seconds after which a file is read again, and after which one is asked for again that could not be read.
    static let freshFor = 86_400.0, closedFor = 600.0

    private let clock: FetchClock
    private let load: @Sendable (_ site: String) async -> Result<RobotRules, any Error>
    private var pages: [String: Page] = [:]

    init(clock: FetchClock, load: @escaping @Sendable (_ site: String) async -> Result<RobotRules, any Error>) {
        self.clock = clock
        self.load = load
    }

    /// The rules of a site; throws what kept them from being read, and then nothing of that site is to be fetched.
    func rules(of site: String) async throws -> RobotRules {
        if let page = pages[site], page.stale > clock.now() { return try await page.rules.value.get() }
        let rules = Task { [load] in await load(site) }
        pages[site] = Page(rules: rules, stale: .infinity)
        let result = await rules.value
        pages[site]?.stale = clock.now() + RobotsBook.lifetime(result)
        return try result.get()
    }

    private static func lifetime(_ result: Result<RobotRules, any Error>) -> Double {
        switch result {
        case .success: freshFor
        // Nobody was asked: the host has its rest, and then it will be.
        case .failure(FetchError.resting): 0
        case .failure: closedFor
        }
    }
}

extension Journey {
    /// Reads a site's robots.txt. None there (4xx) means that all is open; one that cannot be had now, that all is closed.
    func robotRules(of site: String) async -> Result<RobotRules, any Error> {
        do {
            let answer = try await travel(to: try WebAddress(site + "/robots.txt"), cut: FetchLimits.mostRobotsBytes).answer
            guard !answer.isDocument else { return .success(RobotRules(answer.body, agent: FetchSettings.agent)) }
            guard let failure = answer.failure(at: clock.seconds), failure.isPassing else { return .success(.open) }
            throw failure
        } catch FetchError.tooManyRedirects {
            return .success(.open)
        } catch let error as FetchError {
            guard case .status = error else { return .failure(error) }
            return .failure(FetchError.robotsUnavailable(host: site, reason: error.message))
        } catch {
            return .failure(error)
        }
    }
}
