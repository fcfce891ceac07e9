/// What the language analysis says of an article: sentences, tokens with tags, tree and lemma, and names.
///
/// Guaranteed: tokens and sentences stand in text order and do not overlap; every token lies in exactly one sentence; the heads of
/// a sentence form a tree with one root.
public struct Analysis: Sendable {
    /// The article analysed.
    public var article: Article
    /// Its sentences, in text order.
    public var sentences: [Sentence]
    /// Its tokens, in text order.
    public var tokens: [Token]
    /// Names of persons, places and organisations, in text order, not overlapping.
    public var names: [Name]
    /// All lemmas, one after the other, in UTF-8; `Token.lemma` says which part is whose.
    public var lemmas: [UInt8]
    /// What had to be left out or cut up.
    public var notices: [Notice]

    /// The characters of a token.
    public func text(_ token: Token) -> String { article.text(token.span) }
    /// The lemma of a token: lower case, ё written е, in the dictionary's form: `сказал` → `сказать`.
    public func lemma(_ token: Token) -> String { String(decoding: lemmas[token.lemma], as: UTF8.self) }
}

/// A sentence: its place and its tokens.
public struct Sentence: Hashable, Sendable {
    /// Its characters, without surrounding space.
    public var span: SourceSpan
    /// Indices into `Analysis.tokens`.
    public var tokens: Range<Int>

    /// A sentence at a place, of these tokens.
    public init(span: SourceSpan, tokens: Range<Int>) {
        self.span = span
        self.tokens = tokens
    }
}

/// A token with what the analysis says of it. Universal Dependencies throughout: `upos`, `feats`, `head`, `deprel`.
public struct Token: Hashable, Sendable {
    /// Its characters.
    public var span: SourceSpan
    /// Part of speech.
    public var upos: PartOfSpeech = .x
    /// Morphological features.
    public var feats = Features()
    /// Index of the head in `Analysis.tokens`, or -1 for the root of the sentence.
    public var head = -1
    /// Relation to the head.
    public var deprel: Relation = .dep
    /// The lemma's bytes in `Analysis.lemmas`.
    public var lemma: Range<Int> = 0..<0

    /// A token at a place, not yet analysed.
    public init(span: SourceSpan) { self.span = span }
}

/// A name in the text.
public struct Name: Hashable, Sendable {
    /// What kind of thing bears the name. The raw value stands in JSON.
    public enum Kind: String, Sendable, CaseIterable {
        case person = "PER"
        case location = "LOC"
        case organization = "ORG"
    }
    /// Its characters.
    public var span: SourceSpan
    /// Person, place or organisation.
    public var kind: Kind
    /// Indices into `Analysis.tokens`.
    public var tokens: Range<Int>

    /// A name of a kind, at a place, of these tokens.
    public init(span: SourceSpan, kind: Kind, tokens: Range<Int>) {
        self.span = span
        self.kind = kind
        self.tokens = tokens
    }
}
