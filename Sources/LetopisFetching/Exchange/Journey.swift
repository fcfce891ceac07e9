internal import NIOHTTP1

/// The way to a document: one question after the other, each redirect looked at as if somebody had typed it.
struct Journey: Sendable {
    let settings: FetchSettings
    let wall: AddressGuard
    let resolve: NameResolver
    let clock: FetchClock
    let connections: Connections
    let turns: HostTurns

    /// The answer at the end of the way, and what the way was.
    struct Arrival: Sendable {
        let answer: Answer
        let address, lasting: WebAddress
    }

    /// Asks, and follows redirects. `permit` throws where an address is not to be asked. A body of more than `cut` bytes is cut there,
    /// where that is given, and refused otherwise.
    func travel(
        to start: WebAddress, known: Validators = Validators(), cut: Int? = nil,
        permit: @Sendable (WebAddress) async throws -> Void = { _ in }
    ) async throws -> Arrival {
        var address = start, lasting = start, isLasting = true, left = Double(FetchLimits.mostSeconds)
        for _ in 0...FetchLimits.mostRedirects {
            try await permit(address)
            let answer = try await ask(address, known: known, cut: cut, left: &left)
            guard [301, 302, 303, 307, 308].contains(answer.status) else {
                return Arrival(answer: answer, address: address, lasting: lasting)
            }
            guard let location = answer["location"] else { throw FetchError.redirectToNowhere(status: answer.status) }
            address = try address.resolving(location)
            isLasting = isLasting && [301, 308].contains(answer.status)
            if isLasting { lasting = address }
        }
        throw FetchError.tooManyRedirects
    }

    /// One question, when it is the host's turn. `left` is how many seconds the whole journey still may take, waiting for turns apart.
    private func ask(_ url: WebAddress, known: Validators, cut: Int?, left: inout Double) async throws -> Answer {
        let host = url.host.description
        try wall.checkedLiteral(url.host)
        try await turns.enter(host)
        let begun = clock.now()
        do {
            let answer = try await clock.within(left) { try await reply(of: url, known: known, cut: cut) }
            left -= clock.now() - begun
            await turns.leave(host, answer.failure(at: clock.seconds))
            return answer
        } catch {
            await turns.leave(host, error as? FetchError)
            throw error
        }
    }

    /// Resolves, checks, connects to what was checked; to the next address where one doesn't answer.
    private func reply(of url: WebAddress, known: Validators, cut: Int?) async throws -> Answer {
        let proxy = settings.proxies?.proxy(for: url)
        let addresses = try reachable(try await addresses(of: url.host), of: url.host, through: proxy)
        var refusal: FetchError?
        for address in addresses.prefix(FetchLimits.mostAddresses) {
            do {
                return try await connections.with(Destination(host: url.host, address: address, proxy: proxy)) { client in
                    try await Answer(to: url, headers: headers(known), cut: cut, with: client)
                }
            } catch let error as FetchError {
                guard case .unreachable = error else { throw error }
                refusal = refusal ?? error
            }
        }
        throw refusal ?? .unresolved(host: url.host.description, reason: "no address")
    }

    private func addresses(of host: Host) async throws -> [IPAddress] {
        switch host {
        case .address(let address): try wall.checked([address], of: host.description)
        case .name(let name): try wall.checked(try await resolve(name), of: name)
        }
    }

    /// The library writes addresses of version 6 without brackets where it asks a proxy, and who reads that may take the port for a part of
    /// the address, which nobody has checked.
    private func reachable(_ addresses: [IPAddress], of host: Host, through proxy: Proxy?) throws(FetchError) -> [IPAddress] {
        guard proxy != nil else { return addresses }
        let short = addresses.filter { if case .v4 = $0 { true } else { false } }
        if short.isEmpty {
            throw .unreachable(host: host.description, reason: "it has no address of version 4, and a proxy is told no others")
        }
        return short
    }

    private func headers(_ known: Validators) -> HTTPHeaders {
        var headers = HTTPHeaders([
            ("User-Agent", settings.userAgent), ("Accept-Encoding", "gzip, br"),
            ("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"),
        ])
        if let etag = known.etag { headers.add(name: "If-None-Match", value: etag) }
        if let date = known.lastModified { headers.add(name: "If-Modified-Since", value: date) }
        return headers
    }
}

extension AddressGuard {
    /// Refuses a host that is a forbidden address as it stands, before anybody waits for its turn.
    fileprivate func checkedLiteral(_ host: Host) throws(FetchError) {
        if case .address(let address) = host { _ = try checked([address], of: host.description) }
    }
}
