/// One character of a page's text, and what becomes of it.
struct TextCharacter {
    /// What becomes of a character.
    enum Meaning {
        /// White space, with others one space.
        case space
        /// Left out: soft hyphens, zero-width spaces, byte order marks.
        case nothing
        /// Kept.
        case itself
        /// Another one is meant.
        case other(Unicode.Scalar)
    }
    let meaning: Meaning
    /// How many bytes it has.
    let count: Int

    /// The character that begins at an offset of valid UTF-8.
    init(_ utf8: ArraySlice<UInt8>, _ at: Int) {
        let first = utf8[at]
        if first < 0x80 {
            count = 1
            meaning = first <= 0x20 ? .space : .itself
            return
        }
        count = min(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, utf8.endIndex - at)
        let second = at + 1 < utf8.endIndex ? utf8[at + 1] : 0, third = at + 2 < utf8.endIndex ? utf8[at + 2] : 0
        switch (first, second, third) {
        case (0xC2, 0xA0, _), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): meaning = .space
        case (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): meaning = .nothing
        case (0xC2, 0x80...0x9F, _): meaning = .other(Windows1252.scalars[Int(second) - 0x80])
        default: meaning = .itself
        }
    }
}

/// The characters that windows-1252 has at 0x80…0x9F, which pages write as `&#150;` and mean.
enum Windows1252 {
    /// What is meant by each of the controls U+0080…U+009F.
    static let scalars = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
