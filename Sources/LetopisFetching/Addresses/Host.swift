/// The host of a web address: a name, or an address. Strict: one thing, one spelling.
///
/// Names come out in lower case, in ASCII (`xn--…` for other scripts), without a dot at the end. What browsers would still understand and
/// resolvers understand in ways of their own (`127.1`, `0x7f.1`, digits of other scripts, full-width letters) is refused.
public enum Host: Hashable, Sendable, CustomStringConvertible {
    /// To be resolved.
    case name(String)
    /// As it stands.
    case address(IPAddress)

    /// As it stands in a URL: an address of version 6 in brackets.
    public var description: String {
        switch self {
        case .name(let name): name
        case .address(.v4(let number)): "\(IPAddress.v4(number))"
        case .address(let address): "[\(address)]"
        }
    }

    /// Reads what stands between `//` and the port.
    init(_ text: ArraySlice<UInt8>) throws(AddressFault) {
        guard let first = text.first else { throw .noHost }
        if first == UInt8(ascii: "[") {
            guard text.count > 2, text.last == UInt8(ascii: "]"),
                let address = IPAddress(String(decoding: text.dropFirst().dropLast(), as: UTF8.self)), case .v6 = address
            else { throw .hostNumber }
            self = .address(address.unmapped)
        } else {
            self = try Host(labels: try Host.decoded(text))
        }
    }

    private init(labels text: String) throws(AddressFault) {
        var labels = text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        var ascii: [String] = []
        for label in labels { ascii.append(try Host.ascii(Array(label))) }
        let name = ascii.joined(separator: ".")
        guard name.utf8.count <= 253 else { throw .hostTooLong }
        if let last = ascii.last, Host.isNumber(last) {
            guard let address = IPAddress(name) else { throw .hostNumber }
            self = .address(address)
        } else {
            self = .name(name)
        }
    }

    /// Percent-encoded bytes decoded, once; it must then be UTF-8.
    private static func decoded(_ text: ArraySlice<UInt8>) throws(AddressFault) -> String {
        guard text.count <= 3 * 253 else { throw .hostTooLong }
        var bytes: [UInt8] = [], rest = text
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal) else {
                throw .hostCharacter
            }
            bytes.append(high << 4 | low)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .hostCharacter }
        return text
    }

    private static func ascii(_ label: [Unicode.Scalar]) throws(AddressFault) -> String {
        guard !label.isEmpty else { throw .emptyLabel }
        guard label.count <= 63 else { throw .hostTooLong }
        for scalar in label { if !isOfName(scalar) { throw isDigit(scalar) ? .hostNumber : .hostCharacter } }
        let lower = Array(label.flatMap { $0.properties.lowercaseMapping.unicodeScalars })
        let text = lower.allSatisfy(\.isASCII) ? String(String.UnicodeScalarView(lower)) : Punycode.label(lower)
        guard let text, text.utf8.count <= 63 else { throw .hostTooLong }
        return text
    }

    /// Letters, digits, hyphens, the underscore that some hosts have, and letters and marks of other scripts. Not letters that are only
    /// another look of a plain one: full-width, mathematical, circled.
    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
                || scalar == "_"
        }
        switch scalar.value {
        case 0x2100...0x214F, 0xFB00...0xFDFF, 0xFE70...0xFFEF, 0x1D400...0x1D7FF: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

    /// Whether a label is, or would be taken for, a number: then the whole host is one.
    private static func isNumber(_ label: String) -> Bool {
        label.utf8.allSatisfy { (0x30...0x39).contains($0) }
            || (label.hasPrefix("0x") && label.utf8.dropFirst(2).allSatisfy { hexadecimal($0) != nil })
    }
}

/// The value of a hexadecimal digit.
func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
}
