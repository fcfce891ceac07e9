/// One way to read a word: which form of which word it may be.
///
/// «стали» is the past of «стать» or a form of «сталь». A parse belongs to the dictionary that made it.
public struct Parse: Hashable, Sendable {
    /// The word in lower case, as the dictionary writes it: with ё where a text has е.
    public var word: String { String(decoding: form, as: UTF8.self) }
    /// The word's normal form: nominative singular, infinitive.
    public var normalForm: String { String(decoding: normal, as: UTF8.self) }
    /// The form's grammatical tag.
    public let tag: Tag
    /// How likely this parse is among those of the word, from a corpus where it has the word, else estimated. The sum over all parses is
    /// about 1.
    public internal(set) var score: Double

    /// `word` in UTF-8.
    var form: [UInt8]
    /// `normalForm` in UTF-8.
    var normal: [UInt8]
    /// What inflects: the word, or the second half of a compound both halves of which inflect.
    var stem: Stem
    /// The first half of such a compound.
    var firstHalf: Stem?
    /// The second half of any compound, as it inflects by itself.
    var secondHalf: Stem?
}

/// The tag of a form, by number: `MorphologicalDictionary.text(of:)` gives OpenCorpora's notation.
public struct Tag: Hashable, Sendable {
    /// Its place in the dictionary's table of tags.
    public let id: UInt16
    /// Its grammemes.
    public let grammemes: Grammemes
    /// Its part of speech in Universal Dependencies; `X` for what has none there (predicatives, Roman numbers, foreign words).
    public let upos: PartOfSpeech
    /// Its features in Universal Dependencies.
    public let feats: Features
}

/// How a word inflects, and what of it stays: `псевдо|наук|е` keeps `псевдо` and inflects as a form of a paradigm.
struct Stem: Hashable, Sendable {
    /// What a word inflects by.
    enum Kind: Hashable, Sendable {
        /// Form `index` of a paradigm.
        case paradigm(UInt16, index: Int)
        /// An initial of a first name, or of a patronymic.
        case initial(patronymic: Bool)
        /// Nothing.
        case fixed
    }
    var kind: Kind
    /// Bytes before what inflects.
    var leading = 0
    /// Bytes after it.
    var trailing = 0
}

/// By what two parses of a word count as the same, so that the second is left out: word, tag and paradigm; of a compound, how its
/// second half inflects.
struct ParseIdentity: Hashable {
    private let form: [UInt8]
    private let tag: UInt16
    private let stem: Stem?
    private let compound: Bool

    init(_ parse: Parse, canonicalTag: UInt16) {
        form = parse.form
        compound = parse.secondHalf != nil
        tag = canonicalTag
        if let half = parse.secondHalf {
            stem = half
        } else if case .paradigm(let number, _) = parse.stem.kind {
            stem = Stem(kind: .paradigm(number, index: 0))
        } else {
            stem = nil
        }
    }
}
