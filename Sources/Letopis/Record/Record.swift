public import LetopisText

/// What one article says, and who says it: the end of reading.
///
/// Guaranteed: every span lies in the article's text and covers exactly the characters that say it; every id that one part names
/// exists in another; lists stand in text order. The same article gives the same record, byte for byte.
/// What it does not do: it holds nothing that the article does not say, and it does not judge whether what is said is true.
public struct Record: Sendable {
    /// The article that was read. Spans count in its `utf8`.
    public var article: Article
    /// The article's digest: SHA-256 of its text in UTF-8, in hexadecimal. The same on every machine.
    public var id: String
    /// Persons, organisations, countries, places and groups that take part in anything below, in order of first mention.
    public var actors: [Actor] = []
    /// Acts of saying and writing, in text order.
    public var statements: [Statement] = []
    /// Meetings, talks, calls and visits, in order of first mention.
    public var meetings: [Meeting] = []
    /// What parties want, offer, accept or refuse, in text order.
    public var positions: [Position] = []
    /// Where the reporter turns back to what came before, in text order.
    public var recalls: [Recall] = []
    /// «Читайте также» and its like, in text order.
    public var seeAlso: [SeeAlso] = []
    /// What had to be left out or mended.
    public var notices: [Notice] = []

    /// An empty record of an article.
    public init(article: Article, id: String) {
        self.article = article
        self.id = id
    }

    /// The actor with an id, or nil where the record has none.
    public func actor(_ id: Actor.ID?) -> Actor? {
        guard let id, id.number >= 1, id.number <= actors.count else { return nil }
        return actors[id.number - 1]
    }
}

/// A date as the article gives it, resolved as far as the article resolves it.
public struct EventDate: Hashable, Sendable {
    /// EDTF (ISO 8601-2): `2025-12-14`, `2025-12`, `2025-12-03/2025-12-05`; nil where the article does not tell which date it is.
    public var value: String?
    /// The words that say it.
    public var span: SourceSpan

    /// A date, and where it is said.
    public init(value: String?, span: SourceSpan) {
        self.value = value
        self.span = span
    }
}

/// A wording in its base form, and the words of the article that it comes from: «США-Украина», «мирный план».
public struct Wording: Hashable, Sendable {
    /// The wording in the nominative or infinitive.
    public var text: String
    /// Where it stands.
    public var span: SourceSpan

    /// A wording, and where it stands.
    public init(text: String, span: SourceSpan) {
        self.text = text
        self.span = span
    }
}
