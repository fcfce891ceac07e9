internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTPCompression
internal import NIOSSL

/// Where a connection goes: the host that is asked, the checked address that it is reached at, and the proxy that connects to that.
struct Destination: Hashable, Sendable {
    let host: Host
    let address: IPAddress
    var proxy: Proxy?
}

/// The clients, one for each destination: a client of this library connects to other addresses than the system finds only by a table
/// that is set when it is made. What is not in use is closed when there are many.
actor Connections {
    private struct Entry {
        let client: HTTPClient
        var users: Int
        var turn: Int
    }

    private let perHost: Int
    private let authorities: String?
    private var entries: [Destination: Entry] = [:]
    private var turn = 0
    private var isClosed = false
    /// Clients that are kept open, in use or not.
    private static let mostOpen = 64

    init(perHost: Int, authorities: String? = nil) {
        self.perHost = perHost
        self.authorities = authorities
    }

    /// Hands out the client for a destination for as long as `work` takes.
    func with<Value: Sendable>(_ destination: Destination, _ work: @Sendable (HTTPClient) async throws -> Value) async throws -> Value {
        let client = try take(destination)
        do {
            let result = try await work(client)
            await giveBack(destination)
            return result
        } catch {
            await giveBack(destination)
            throw error
        }
    }

    /// Closes all of them; whoever still works with one of them gets an error.
    func close() async {
        isClosed = true
        let clients = entries.values.map(\.client)
        entries = [:]
        for client in clients { try? await client.shutdown().get() }
    }

    private func take(_ destination: Destination) throws -> HTTPClient {
        guard !isClosed else { throw CancellationError() }
        turn += 1
        var entry = entries[destination] ?? Entry(client: HTTPClient(configuration: configuration(destination)), users: 0, turn: turn)
        entry.users += 1
        entry.turn = turn
        entries[destination] = entry
        return entry.client
    }

    private func giveBack(_ destination: Destination) async {
        entries[destination]?.users -= 1
        guard entries.count > Connections.mostOpen,
            let idle = entries.filter({ $0.value.users == 0 }).min(by: { $0.value.turn < $1.value.turn })
        else { return }
        entries[idle.key] = nil
        try? await idle.value.client.shutdown().get()
    }

    private func configuration(_ destination: Destination) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        if case .name(let name) = destination.host {
            configuration.dnsOverride = [name: "\(destination.address)"]
            configuration.http1_1ConnectionDebugInitializer = { CertificateName.prove(name, on: $0) }
        }
        // The library asks a proxy for the address of the table above, with CONNECT, and speaks TLS to the host behind it.
        if let proxy = destination.proxy { configuration.proxy = .server(host: proxy.host, port: proxy.port) }
        if let authorities {
            var secret = TLSConfiguration.makeClientConfiguration()
            secret.trustRoots = .file(authorities)
            configuration.tlsConfiguration = secret
        }
        configuration.decompression = .enabled(limit: .ratio(FetchLimits.mostExpansion))
        configuration.timeout = .init(connect: .seconds(15))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.idleTimeout = .seconds(30)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = perHost
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }
}
