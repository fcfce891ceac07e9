internal import AsyncHTTPClient
internal import NIOHTTP1

/// Fetches documents from the web: politely, and from nowhere but the web.
///
/// Guaranteed, for what is asked for and for each redirect: only `http` and `https`; a connection only to an address that was looked at
/// before, and only if no address of the host is outside the internet, save what the settings allow; every cap of `FetchLimits`; at most so
/// many fetches at once at one host, with pauses, and rest after failures. `robots.txt` is followed where `fetch` is told so.
/// Through a proxy, where the settings name one, the same holds: it is told checked addresses.
/// What it doesn't do: cookies, passwords, HTTP/2, `Refresh` headers, scripts. `close` it when it is no longer needed.
public final class Fetcher: Sendable {
    private let journey: Journey
    private let clock: FetchClock
    private let book: RobotsBook

    /// A fetcher with settings. Tests give it names and time of their own.
    public init(_ settings: FetchSettings, resolver: @escaping NameResolver = systemResolver, clock: FetchClock = .system) {
        let journey = Journey(
            settings: settings, wall: AddressGuard(allowing: settings.allowed), resolve: resolver, clock: clock,
            connections: Connections(perHost: settings.perHost, authorities: settings.authorities),
            turns: HostTurns(perHost: settings.perHost, delay: settings.delay, clock: clock))
        self.journey = journey
        self.clock = clock
        book = RobotsBook(clock: clock) { site in await journey.robotRules(of: site) }
    }

    /// Closes all connections; fetches that are under way throw `CancellationError`.
    public func close() async { await journey.connections.close() }

    /// Fetches a document. With `known`, a host that has nothing new may say so, and the body is nil. `followingRobots` asks the site's
    /// robots.txt before, as is right for whatever a person did not name. Throws a `FetchError`, or `CancellationError` where the task was
    /// cancelled or the fetcher closed.
    public func fetch(_ url: WebAddress, unless known: Validators = Validators(), followingRobots: Bool = true) async throws -> Fetched {
        let arrival = try await journey.travel(to: url, known: known) { address in
            if followingRobots { try await permit(address) }
        }
        let answer = arrival.answer
        if answer.status != 304, !answer.isDocument { throw answer.failure(at: clock.seconds) ?? .status(answer.status, again: nil) }
        let type = MediaType(answer["content-type"])
        return Fetched(
            body: answer.isDocument ? answer.body : nil, mediaType: type.name, charset: type.charset, address: arrival.address,
            lasting: arrival.lasting, validators: answer.validators)
    }

    private func permit(_ address: WebAddress) async throws {
        let rules = try await book.rules(of: address.site)
        if let delay = rules.delay { await journey.turns.slow(address.host.description, to: delay) }
        guard rules.allows(address.target) else { throw FetchError.robots(path: address.target) }
    }
}

extension Answer {
    /// What is sent back the next time; what is too long to be sent is not kept.
    fileprivate var validators: Validators {
        let short = { (text: String) in text.utf8.count <= 1024 }
        return Validators(
            etag: self["etag"].flatMap { short($0) ? $0 : nil }, lastModified: self["last-modified"].flatMap { short($0) ? $0 : nil })
    }
}
