/// An internet address, of version 4 or 6, as a number.
///
/// Read from the one spelling that everybody understands alike: four decimal numbers, or RFC 4291's form. What else resolvers accept
/// (`127.1`, `0x7f000001`, `017700000001`, a zone after `%`) is not read.
public enum IPAddress: Hashable, Sendable {
    /// Version 4.
    case v4(UInt32)
    /// Version 6.
    case v6(UInt128)

    /// Reads an address without brackets, or gives nil.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        if let number = IPAddress.version4(bytes[...]) {
            self = .v4(number)
        } else if let number = IPAddress.version6(bytes) {
            self = .v6(number)
        } else {
            return nil
        }
    }

    /// The address itself, or the one of version 4 that it maps (`::ffff:192.0.2.1`): a connection to either goes to the same place.
    public var unmapped: IPAddress {
        guard case .v6(let number) = self, number >> 32 == 0xFFFF else { return self }
        return .v4(UInt32(truncatingIfNeeded: number))
    }

    /// Four decimal numbers up to 255, without leading zeros: with one, some readers take the number for an octal one.
    private static func version4(_ text: ArraySlice<UInt8>) -> UInt32? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var number: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.first != UInt8(ascii: "0") || part.count == 1 else { return nil }
            guard part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            let value = part.reduce(0) { $0 * 10 + UInt32($1 - 0x30) }
            guard value < 256 else { return nil }
            number = number << 8 | value
        }
        return number
    }

    /// Eight groups of hexadecimal digits, once `::` for some that are zero, the last two perhaps an address of version 4.
    private static func version6(_ text: [UInt8]) -> UInt128? {
        guard text.count <= 45, let gap = gap(in: text) else {
            return groups(text[...], atEnd: true).flatMap { $0.count == 8 ? joined($0) : nil }
        }
        guard let before = groups(text[..<gap], atEnd: false), let after = groups(text[(gap + 2)...], atEnd: true),
            before.count + after.count < 8
        else { return nil }
        return joined(before + Array(repeating: 0, count: 8 - before.count - after.count) + after)
    }

    /// Where `::` stands.
    private static func gap(in text: [UInt8]) -> Int? {
        text.indices.dropLast().first { text[$0] == UInt8(ascii: ":") && text[$0 + 1] == UInt8(ascii: ":") }
    }

    /// At the end of the whole address, the last part may be one of version 4.
    private static func groups(_ text: ArraySlice<UInt8>, atEnd: Bool) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var groups: [UInt16] = []
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        for (part, number) in zip(parts, 1...) {
            if atEnd, number == parts.count, let tail = version4(part) {
                groups += [UInt16(tail >> 16), UInt16(tail & 0xFFFF)]
            } else if (1...4).contains(part.count), part.allSatisfy({ hexadecimal($0) != nil }) {
                groups.append(part.reduce(0) { $0 << 4 | UInt16(hexadecimal($1) ?? 0) })
            } else {
                return nil
            }
        }
        return groups
    }

    private static func joined(_ groups: [UInt16]) -> UInt128 { groups.reduce(0) { $0 << 16 | UInt128($1) } }
}

extension IPAddress: CustomStringConvertible {
    /// As RFC 5952 writes it, without brackets.
    public var description: String {
        switch self {
        case .v4(let number): [24, 16, 8, 0].map { "\(number >> $0 & 0xFF)" }.joined(separator: ".")
        case .v6(let number): IPAddress.text(stride(from: 112, through: 0, by: -16).map { UInt16(truncatingIfNeeded: number >> $0) })
        }
    }

    /// Groups with the longest run of zeros, the first of several, left out.
    private static func text(_ groups: [UInt16]) -> String {
        var best = 0..<0, start = 0
        while start < groups.count {
            let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
            if end - start > max(best.count, 1) { best = start..<end }
            start = max(end, start + 1)
        }
        let hex = { (part: ArraySlice<UInt16>) in part.map { String($0, radix: 16) }.joined(separator: ":") }
        return best.isEmpty ? hex(groups[...]) : hex(groups[..<best.lowerBound]) + "::" + hex(groups[best.upperBound...])
    }
}
