/// What segmentation asks of a character, in one byte.
///
/// The classes are those of razdel's patterns, that is of Python's `re` with `re.IGNORECASE` and `re.UNICODE`, over all of Unicode.
struct CharacterClass: Hashable, Sendable {
    private let bits: UInt8

    /// What kind of atom the character belongs to.
    var atom: AtomKind { AtomKind(rawValue: bits & 7) }
    /// Whether it is `\w` and not `\d`: a letter, the underscore, a number that is no decimal digit.
    var isWord: Bool { bits & 8 != 0 }
    /// Whether it is a letter (general category L).
    var isLetter: Bool { bits & 32 != 0 }
    /// Whether it has the property Lowercase.
    var isLower: Bool { bits & 64 != 0 }
    /// Whether it has the property Uppercase.
    var isUpper: Bool { bits & 128 != 0 }
    /// Whether it is a title case letter, «ǅ».
    var isTitle: Bool { bits & 16 != 0 }

    static var space: CharacterClass { CharacterClass(bits: AtomKind.space.rawValue) }
    /// Letters without case, of other alphabets than ours.
    private static var ideograph: CharacterClass { CharacterClass(bits: AtomKind.other.rawValue | 8 | 32) }
    static var other: CharacterClass { CharacterClass(bits: AtomKind.other.rawValue) }

    private init(bits: UInt8) { self.bits = bits }

    /// The class of a character, worked out from its Unicode properties. Slow: `CharacterClasses` keeps what text mostly consists of.
    init(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        if scalar.value > 0x2FFF, properties.generalCategory == .otherLetter {
            self = .ideograph
            return
        }
        let atom = AtomKind(scalar)
        let isLetter = properties.generalCategory.isLetter
        let isWord = atom != .number && (isLetter || properties.numericType != nil || scalar == "_")
        var bits = atom.rawValue
        if isWord { bits |= 8 }
        if isLetter { bits |= 32 }
        if properties.isLowercase { bits |= 64 }
        if properties.isUppercase { bits |= 128 }
        if properties.generalCategory == .titlecaseLetter { bits |= 16 }
        self.bits = bits
    }
}

/// The kinds of atoms that tokens are made of.
struct AtomKind: RawRepresentable, Hashable, Sendable {
    let rawValue: UInt8

    /// White space, which stands between atoms.
    static var space: AtomKind { AtomKind(rawValue: 0) }
    /// Letters of the Russian alphabet, one atom a run.
    static var russian: AtomKind { AtomKind(rawValue: 1) }
    /// Letters of the basic Latin alphabet, one atom a run.
    static var latin: AtomKind { AtomKind(rawValue: 2) }
    /// Decimal digits, one atom a run.
    static var number: AtomKind { AtomKind(rawValue: 3) }
    /// One punctuation mark.
    static var punctuation: AtomKind { AtomKind(rawValue: 4) }
    /// One character of any other sort: a letter of another alphabet (and so «і» and «ї»), an accent, a picture.
    static var other: AtomKind { AtomKind(rawValue: 5) }
    /// No atom: before the first and after the last.
    static var none: AtomKind { AtomKind(rawValue: 7) }

    /// Whether a run of it is one atom.
    var isRun: Bool { rawValue >= 1 && rawValue <= 3 }
}

extension AtomKind {
    /// The kind of a character's atom. Without regard to case, «İ ı ſ K» are Latin, and old forms of Russian letters Russian.
    init(_ scalar: Unicode.Scalar) {
        self =
            switch scalar {
            case "а"..."я", "А"..."Я", "ё", "Ё", "\u{1C80}"..."\u{1C86}": .russian
            case "a"..."z", "A"..."Z", "\u{130}", "\u{131}", "\u{17F}", "\u{212A}": .latin
            case _ where Mark.isPunctuation(scalar): .punctuation
            case _ where scalar.isSpace: .space
            case _ where scalar.properties.numericType == .decimal: .number
            default: .other
            }
    }
}

extension Unicode.Scalar {
    /// White space as Python's `\s` has it: also the four separators U+001C…U+001F, not the zero-width characters.
    fileprivate var isSpace: Bool {
        switch self {
        case "\u{1C}"..."\u{1F}": true
        default: properties.isWhitespace
        }
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isLetter: Bool {
        switch self {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
