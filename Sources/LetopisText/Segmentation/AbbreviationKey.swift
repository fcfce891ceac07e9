/// A word of at most ten letters in lower case, as a number: what abbreviations are looked up by, without making a string.
///
/// Twelve bits a letter, so alphabets beyond U+0FFF have no abbreviations.
struct AbbreviationKey: Hashable, Sendable {
    private var bits: UInt128 = 0

    /// The most letters a key has: no more are seen of a word before a mark.
    static var mostLetters: Int { SentenceBoundary.window }

    init() {}

    /// Adds a letter in lower case; false where it has no place.
    mutating func append(_ letter: UInt32) -> Bool {
        guard letter < 0x1000, bits >> (12 * (Self.mostLetters - 1)) == 0 else { return false }
        bits = bits << 12 | UInt128(letter)
        return true
    }

    /// The letter of a key of one.
    var letter: UInt32? { bits < 0x1000 ? UInt32(bits) : nil }
}

extension SourceText {
    /// The key of a word, or nil where it has none.
    func key(_ word: Word) -> AbbreviationKey? {
        var key = AbbreviationKey()
        var offset = word.range.lowerBound
        while offset < word.range.upperBound {
            let (scalar, next) = character(at: offset)
            guard key.append(Self.lowercase(scalar)) else { return nil }
            offset = next
        }
        return key
    }

    /// The lower case of a letter; letters whose lower case is several are left as they are.
    static func lowercase(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A, 0x410...0x42F: return scalar + 0x20
        case 0x400...0x40F: return scalar + 0x50
        case 0...0x7F, 0x430...0x45F: return scalar
        default:
            guard let lower = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars, lower.count == 1 else { return scalar }
            return lower.first?.value ?? scalar
        }
    }

    /// The letters of «т. е» at the end of a range: two letters with a full stop between, the second a word of its own.
    func pairOfLetters(_ range: Range<Int>) -> (AbbreviationKey, AbbreviationKey)? {
        guard let second = lastLetter(range), let stop = lastCharacter(range.lowerBound..<second.start), stop.scalar == Mark.dot,
            let first = lastLetter(range.lowerBound..<stop.start)
        else { return nil }
        return (first.key, second.key)
    }

    private func lastLetter(_ range: Range<Int>) -> (key: AbbreviationKey, start: Int)? {
        guard let (scalar, start) = lastCharacter(range), classes[scalar].isWord || classes[scalar].atom == .number else { return nil }
        var key = AbbreviationKey()
        return key.append(Self.lowercase(scalar)) ? (key, start) : nil
    }
}
