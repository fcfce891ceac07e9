/// A range of addresses with a common beginning: `10.0.0.0/8`, `2001:db8::/32`.
public struct AddressBlock: Hashable, Sendable, CustomStringConvertible {
    private let first: IPAddress
    private let length: Int

    /// Reads `address/length`; an address alone is a block of one. Nil where it is neither, or where bits behind the length are set:
    /// `10.1.2.3/8` is more likely a slip than meant.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first.flatMap({ IPAddress(String($0)) }) else { return nil }
        self.first = first
        let most = first.width
        guard parts.count == 2 else {
            length = most
            return
        }
        guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(parts[1]), length <= most else { return nil }
        self.length = length
        guard first.dropping(most - length) == first else { return nil }
    }

    /// Whether the address is of the block's version and begins as the block does.
    public func contains(_ address: IPAddress) -> Bool {
        address.width == first.width && address.dropping(address.width - length) == first
    }

    /// `10.0.0.0/8`.
    public var description: String { "\(first)/\(length)" }
}

extension IPAddress {
    /// Its length in bits.
    fileprivate var width: Int {
        switch self {
        case .v4: 32
        case .v6: 128
        }
    }

    /// The address with its last `count` bits zero.
    fileprivate func dropping(_ count: Int) -> IPAddress {
        switch self {
        case .v4(let number): .v4((number >> UInt32(count)) << UInt32(count))
        case .v6(let number): .v6((number >> UInt128(count)) << UInt128(count))
        }
    }
}
