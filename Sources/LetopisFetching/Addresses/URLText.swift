/// The text of a URL or of a reference, cut into its parts and brought to ASCII.
struct URLText {
    /// An absolute URL's parts. The target begins with `/`.
    struct Parts {
        let scheme: String
        let authority: ArraySlice<UInt8>
        let target: String
    }

    /// Without blanks around it and without the fragment.
    private let bytes: ArraySlice<UInt8>

    init(_ text: String) throws(AddressFault) {
        guard text.utf8.count <= WebAddress.mostBytes else { throw .tooLong }
        let blanks: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x20]
        var bytes = Array(text.utf8)[...].drop { blanks.contains($0) }
        while let last = bytes.last, blanks.contains(last) { bytes.removeLast() }
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { throw .control }
        self.bytes = bytes.prefix { $0 != UInt8(ascii: "#") }
    }

    /// Whether it begins with a scheme, and so is absolute.
    var hasScheme: Bool { scheme != nil }

    /// Whether it begins with `//host`. A backslash counts: browsers take it for a slash, and then it names a host.
    var hasAuthority: Bool { bytes.prefix(2).count == 2 && bytes.prefix(2).allSatisfy { $0 == 0x2F || $0 == 0x5C } }

    /// The parts of an absolute URL. A `\` before the path is refused: readers differ on where the host ends there.
    func absolute() throws(AddressFault) -> Parts {
        guard let scheme else { throw .scheme }
        return try URLText.parts(scheme: scheme, rest: bytes.dropFirst(scheme.utf8.count + 1))
    }

    /// The parts of `//host/path`.
    func withScheme(_ scheme: String) throws(AddressFault) -> Parts { try URLText.parts(scheme: scheme, rest: bytes) }

    private static func parts(scheme: String, rest: ArraySlice<UInt8>) throws(AddressFault) -> Parts {
        guard WebAddress.Scheme(rawValue: scheme) != nil else { throw .scheme }
        guard rest.starts(with: [0x2F, 0x2F]) else { throw .noHost }
        let authority = rest.dropFirst(2).prefix { $0 != 0x2F && $0 != UInt8(ascii: "?") }
        guard !authority.contains(0x5C) else { throw .hostCharacter }
        let target = rest[authority.endIndex...]
        return Parts(scheme: scheme, authority: authority, target: normal(target.first == 0x2F ? target : [0x2F] + target))
    }

    /// The target that a reference without scheme and host means, seen from another target.
    func target(from base: String) -> String {
        let base = Array(base.utf8)[...]
        let path = base.prefix { $0 != UInt8(ascii: "?") }
        guard let first = bytes.first else { return URLText.normal(base) }
        if first == 0x2F { return URLText.normal(bytes) }
        if first == UInt8(ascii: "?") { return URLText.normal(path + bytes) }
        let folder = path[..<((path.lastIndex(of: 0x2F) ?? path.startIndex - 1) + 1)]
        return URLText.normal((folder.isEmpty ? [0x2F] : folder) + bytes)
    }

    /// A scheme, in lower case: a letter and then letters, digits, `+`, `-`, `.` up to a colon.
    private var scheme: String? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon - bytes.startIndex <= 32 else { return nil }
        let name = String(decoding: bytes[..<colon], as: UTF8.self)
        let parts = name.unicodeScalars
        guard let first = parts.first, first.isASCII, first.properties.isAlphabetic else { return nil }
        let rest = parts.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "+-.".unicodeScalars.contains($0))
        }
        return rest ? name.lowercased() : nil
    }

    /// A path without `.` and `..`, and a query, percent-encoded where they are not ASCII.
    private static func normal(_ target: ArraySlice<UInt8>) -> String {
        let path = target.prefix { $0 != UInt8(ascii: "?") }
        var segments: [ArraySlice<UInt8>] = []
        let parts = path.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false)
        for (part, number) in zip(parts, 1...) {
            let dots = part.elementsEqual([0x2E]) ? 1 : part.elementsEqual([0x2E, 0x2E]) ? 2 : 0
            if dots == 2 { _ = segments.popLast() }
            if dots == 0 { segments.append(part) } else if number == parts.count { segments.append([]) }
        }
        let joined = Array(segments.joined(separator: [0x2F]))
        return encoded([0x2F] + joined + target[path.endIndex...])
    }

    /// Bytes that may not stand in a URL as they are, percent-encoded. What is encoded is not encoded again.
    private static func encoded(_ bytes: [UInt8]) -> String {
        let kept = Set("!$&'()*+,-./:;=?@_~".utf8)
        var out: [UInt8] = []
        for (at, byte) in bytes.enumerated() {
            let isEncoded = byte == UInt8(ascii: "%") && bytes[(at + 1)...].prefix(2).compactMap(hexadecimal).count == 2
            if isLetterOrDigit(byte) || kept.contains(byte) || isEncoded {
                out.append(byte)
            } else {
                out += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
