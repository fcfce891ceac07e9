public import LetopisText

/// The reporter's turn to what came before: «Напомним», «Ранее сообщалось».
public struct Recall: Hashable, Sendable {
    /// The word that turns back.
    public var marker: SourceSpan
    /// Statements told in it.
    public var statements: [Statement.ID] = []
    /// Meetings told in it.
    public var meetings: [Meeting.ID] = []
    /// The sentence or sentences.
    public var span: SourceSpan

    /// A recall by a marker, over its sentences.
    public init(marker: SourceSpan, span: SourceSpan) {
        self.marker = marker
        self.span = span
    }
}

/// A pointer to another article: «Читайте также: …». Nothing in it counts as said by this article.
public struct SeeAlso: Hashable, Sendable {
    /// The title of the other article.
    public var title: String
    /// Where the title stands.
    public var span: SourceSpan
    /// Its address, where the text gives one.
    public var url: String?

    /// A title, and where it stands.
    public init(title: String, span: SourceSpan, url: String? = nil) {
        self.title = title
        self.span = span
        self.url = url
    }
}
