/// Keeps connections out of places that are not for guests: the machine itself, its network, and what else is not in the internet.
///
/// Guaranteed: what `checked` gives back holds only addresses that are globally reachable or in a block that was allowed. What it doesn't do:
/// resolve names, or hold a connection to the address; `Fetcher` does both.
public struct AddressGuard: Sendable {
    private let allowed: [AddressBlock]

    /// A guard that lets through what is in the internet, and these blocks, which somebody has named on purpose.
    public init(allowing allowed: [AddressBlock] = []) { self.allowed = allowed }

    /// The addresses of a host, each as it will be connected to. Throws `.forbidden` if any of them may not be: a host with one foot in a
    /// private network could choose that one next time.
    public func checked(_ addresses: [IPAddress], of host: String) throws(FetchError) -> [IPAddress] {
        for address in addresses {
            if let kind = objection(to: address) { throw .forbidden(host: host, address: address, kind: kind) }
        }
        return addresses.map(\.unmapped)
    }

    /// Why an address may not be connected to, in words: `loopback`. Nil where it may.
    public func objection(to address: IPAddress) -> String? {
        if allowed.contains(where: { $0.contains(address) || $0.contains(address.unmapped) }) { return nil }
        return SpecialAddresses.kind(of: address)
    }
}
