/// A word of a name or of a noun phrase, to be put into the nominative.
public struct PhraseWord: Hashable, Sendable {
    /// The word as it stands in the text.
    public var text: String
    /// Its part of speech.
    public var upos: PartOfSpeech
    /// Its features.
    public var feats: Features
    /// What stands between the word before and this one; empty for the first.
    public var gap: String

    /// A word with its tag.
    public init(_ text: String, upos: PartOfSpeech, feats: Features, gap: String = " ") {
        self.text = text
        self.upos = upos
        self.feats = feats
        self.gap = gap
    }
}

extension [PhraseWord] {
    /// The words with what stands between them.
    var text: String { enumerated().map { ($0 == 0 ? "" : $1.gap) + $1.text }.joined() }
}
