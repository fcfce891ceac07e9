internal import NIOCore
internal import NIOPosix

/// Finds all addresses of a name. Throws `FetchError.unresolved` where there is none.
public typealias NameResolver = @Sendable (_ name: String) async throws -> [IPAddress]

/// The system's resolver, with its hosts file and its name servers. It waits as long as the system's settings say.
public let systemResolver: NameResolver = { name in
    let resolver = NIORandomizedDNSResolver(loop: MultiThreadedEventLoopGroup.singleton.any())
    do {
        // The first question asks for both versions, the second only gives out the rest of its answer.
        let six = try await resolver.initiateAAAAQuery(host: name, port: 80).get()
        let four = try await resolver.initiateAQuery(host: name, port: 80).get()
        let addresses = (four + six).compactMap { $0.ipAddress.flatMap { IPAddress($0) } }
        guard addresses.count == four.count + six.count else {
            throw FetchError.unresolved(host: name, reason: "an address that is not one")
        }
        return addresses
    } catch let error as SocketAddressError.UnknownHost {
        throw FetchError.unresolved(host: name, reason: error.errorDescription)
    } catch is SocketAddressError {
        throw FetchError.unresolved(host: name, reason: "not an internet address")
    }
}
