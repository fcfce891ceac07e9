/// The punctuation marks that segmentation knows, by their roles, as numbers of Unicode.
///
/// The sets are razdel's. That `{` is missing from the brackets is its fault, kept because the models were trained on it.
enum Mark {
    static let dot: UInt32 = 0x2E
    static let closingParenthesis: UInt32 = 0x29

    /// `.?!…`
    static func isEnding(_ scalar: UInt32) -> Bool {
        scalar == dot || scalar == 0x3F || scalar == 0x21 || scalar == 0x2026
    }

    /// `‑–—−-`
    static func isDash(_ scalar: UInt32) -> Bool {
        scalar == 0x2D || scalar == 0x2011 || scalar == 0x2013 || scalar == 0x2014 || scalar == 0x2212
    }

    /// `»”’`
    static func isClosingQuote(_ scalar: UInt32) -> Bool {
        scalar == 0xBB || scalar == 0x201D || scalar == 0x2019
    }

    /// `"„'`, of which the form does not say whether they open or close.
    static func isGenericQuote(_ scalar: UInt32) -> Bool {
        scalar == 0x22 || scalar == 0x201E || scalar == 0x27
    }

    /// `)]}`
    static func isClosingBracket(_ scalar: UInt32) -> Bool {
        scalar == closingParenthesis || scalar == 0x5D || scalar == 0x7D
    }

    /// What a sentence can end with.
    static func isDelimiter(_ scalar: UInt32) -> Bool {
        isEnding(scalar) || scalar == 0x3B || isGenericQuote(scalar) || isClosingQuote(scalar) || isClosingBracket(scalar)
    }

    /// `=:;`, the eyes of a smiley.
    static func areEyes(_ scalar: UInt32) -> Bool {
        scalar == 0x3A || scalar == 0x3B || scalar == 0x3D
    }

    /// `)(`, the mouth of a smiley.
    static func isMouth(_ scalar: UInt32) -> Bool {
        scalar == closingParenthesis || scalar == 0x28
    }

    /// All marks that are an atom of the kind `punctuation`.
    static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x2280 && all.contains(scalar) }

    private static let all = Set("\\/!#$%&*+,.:;<=>?@^_`|~№…‑–—−-«“‘»”’\"„'([})]}".unicodeScalars)
}
