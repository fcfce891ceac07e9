/// A charset that articles come in. The raw value is its name in HTTP and HTML (WHATWG Encoding Standard).
public enum Charset: String, Sendable, CaseIterable {
    /// Unicode in one to four bytes.
    case utf8 = "utf-8"
    /// Unicode in two or four bytes, the lower byte first.
    case utf16LittleEndian = "utf-16le"
    /// Unicode in two or four bytes, the higher byte first.
    case utf16BigEndian = "utf-16be"
    /// Cyrillic of Windows, what most older Russian and Ukrainian pages are in.
    case windows1251 = "windows-1251"
    /// Cyrillic of Unix, Russian (RFC 1489).
    case koi8r = "koi8-r"
    /// Cyrillic of Unix, with the Ukrainian letters (RFC 2319).
    case koi8u = "koi8-u"
    /// Cyrillic of DOS.
    case ibm866
    /// Cyrillic of ISO 8859.
    case iso88595 = "iso-8859-5"
    /// Western European letters of Windows. Servers say it of pages in any charset: where the bytes plainly are Cyrillic, they are.
    case windows1252 = "windows-1252"

    /// The charset that a page or a server calls by this name, in any case: `CP1251`, `utf8`, `koi8`. Nil where the name is none of
    /// those: the bytes are then better looked at than the name believed.
    public init?(label: String) {
        let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        if let exact = Charset(rawValue: label) {
            self = exact
        } else if let other = Charset.otherLabels[label] {
            self = other
        } else {
            return nil
        }
    }

    private static let otherLabels: [String: Charset] = [
        "ascii": .windows1252, "cp1252": .windows1252, "iso-8859-1": .windows1252, "iso8859-1": .windows1252, "l1": .windows1252,
        "latin1": .windows1252, "us-ascii": .windows1252, "x-cp1252": .windows1252,
        "cp1251": .windows1251, "cp866": .ibm866, "csisolatincyrillic": .iso88595, "cyrillic": .iso88595, "iso8859-5": .iso88595,
        "koi": .koi8r, "koi8": .koi8r, "koi8-ru": .koi8u, "koi8_r": .koi8r, "koi8_u": .koi8u, "unicode-1-1-utf-8": .utf8,
        "utf-16": .utf16LittleEndian, "utf16": .utf16LittleEndian, "utf8": .utf8, "win-1251": .windows1251, "win1251": .windows1251,
        "windows1251": .windows1251, "x-cp1251": .windows1251,
    ]

    /// The table of a charset of one byte a character; nil of the others.
    var table: SingleByteTable? {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
        case .windows1251: .windows1251
        case .koi8r: .koi8r
        case .koi8u: .koi8u
        case .ibm866: .ibm866
        case .iso88595: .iso88595
        case .windows1252: .windows1252
        }
    }
}
