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
enum LetterCase {
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

/// Appends the lower case of a word, in UTF-8: `Ё` becomes `ё`.
func appendLowercased(_ word: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var place = word.startIndex
    while place < word.endIndex {
        let byte = word[place]
        if byte < 0x80 {
            out.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            place += 1
        } else if byte == 0xD0 || byte == 0xD1, place + 1 < word.endIndex {
            appendLowercasedCyrillic(byte, word[place + 1], to: &out)
            place += 2
        } else {
            out.append(contentsOf: String(decoding: word[place...], as: UTF8.self).lowercased().utf8)
            return
        }
    }
}

/// The Cyrillic letters of U+0400 to U+047F; those before `р` and after `п` lie under different lead bytes.
private func appendLowercasedCyrillic(_ lead: UInt8, _ trail: UInt8, to out: inout [UInt8]) {
    switch (lead, trail) {
    case (0xD0, 0x90...0x9F): out += [0xD0, trail + 0x20]
    case (0xD0, 0xA0...0xAF): out += [0xD1, trail - 0x20]
    case (0xD0, 0x80...0x8F): out += [0xD1, trail + 0x10]
    case (0xD1, 0xA0...0xBF) where trail & 1 == 0: out += [0xD1, trail + 1]
    default: out += [lead, trail]
    }
}
