/// The addresses that are not somebody's place in the internet: from IANA's registries of special-purpose addresses (RFC 6890, as of 2025),
/// all that are not globally reachable, multicast, and the tunnels in which an address of version 4 hides.
enum SpecialAddresses {
    /// What is special about an address, in words; nil where it is a place in the internet.
    static func kind(of address: IPAddress) -> String? {
        switch address.unmapped {
        case .v4: version4.first { $0.block.contains(address.unmapped) }?.kind
        case .v6(let number): kind(number)
        }
    }

    /// Of version 6, what IANA has not given out as global unicast (2000::/3) is special, known or not.
    private static func kind(_ number: UInt128) -> String? {
        let address = IPAddress.v6(number)
        if let translation, translation.contains(address) { return kind(of: .v4(UInt32(truncatingIfNeeded: number))) }
        if let known = version6.first(where: { $0.block.contains(address) }) { return known.kind }
        return number >> 125 == 0b001 ? nil : "no global address"
    }

    /// NAT64 (RFC 6052): where a network has only version 6, this is how it reaches hosts of version 4. As good as the address inside.
    private static let translation = AddressBlock("64:ff9b::/96")

    private static let version4 = blocks([
        ("0.0.0.0/8", "this network"), ("10.0.0.0/8", "a private network"), ("100.64.0.0/10", "a carrier's private network"),
        ("127.0.0.0/8", "loopback"), ("169.254.0.0/16", "link-local"), ("172.16.0.0/12", "a private network"),
        ("192.0.0.0/24", "protocol assignments"), ("192.0.2.0/24", "documentation"), ("192.88.99.0/24", "6to4 relays"),
        ("192.168.0.0/16", "a private network"), ("198.18.0.0/15", "benchmarking"), ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"), ("224.0.0.0/4", "multicast"), ("240.0.0.0/4", "reserved"),
    ])

    private static let version6 = blocks([
        ("::/128", "unspecified"), ("::1/128", "loopback"), ("::/96", "a hidden address of version 4"),
        ("::ffff:0:0:0/96", "a hidden address of version 4"), ("64:ff9b:1::/48", "local translation"), ("100::/64", "discard-only"),
        ("2001::/23", "protocol assignments and tunnels"), ("2001:db8::/32", "documentation"), ("2002::/16", "6to4 tunnels"),
        ("3fff::/20", "documentation"), ("5f00::/16", "segment routing"), ("fc00::/7", "a private network"), ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"), ("ff00::/8", "multicast"),
    ])

    private static func blocks(_ rows: [(String, String)]) -> [(block: AddressBlock, kind: String)] {
        rows.compactMap { row in AddressBlock(row.0).map { ($0, row.1) } }
    }

    /// How many rows are known: the tests hold that all were read.
    static var count: Int { version4.count + version6.count }
}
