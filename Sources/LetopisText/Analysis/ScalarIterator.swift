/// The Unicode scalars of valid UTF-8 bytes, one after the other. Bytes that are not valid give U+FFFD and never a trap.
struct ScalarIterator {
    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    mutating func next() -> UInt32? {
        guard place < bytes.endIndex else { return nil }
        let lead = bytes[place]
        place += 1
        if lead < 0x80 { return UInt32(lead) }
        let more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0
        guard more > 0, place + more <= bytes.endIndex else { return 0xFFFD }
        var value = UInt32(lead) & (0x3F >> UInt32(more))
        for _ in 0..<more {
            value = value << 6 | UInt32(bytes[place] & 0x3F)
            place += 1
        }
        return value
    }
}

/// Whether a scalar is a capital letter, a small one, or neither.
enum ScalarCase {
    case upper, lower, none

    init(_ scalar: UInt32) {
        switch scalar {
        case 0x41...0x5A, 0x410...0x42F, 0x401: self = .upper
        case 0x61...0x7A, 0x430...0x44F, 0x451: self = .lower
        case 0..<0x80: self = .none
        default:
            let properties = Unicode.Scalar(scalar)?.properties
            self = properties?.isUppercase == true ? .upper : properties?.isLowercase == true ? .lower : .none
        }
    }
}
