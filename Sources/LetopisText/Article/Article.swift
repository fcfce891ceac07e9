/// One article as it is read: its text in UTF-8 and what is known about it.
///
/// Guaranteed: `utf8` is valid UTF-8 without a byte order mark. All spans count in it.
public struct Article: Sendable {
    /// The text, valid UTF-8.
    public let utf8: [UInt8]
    /// The outlet's name, a title, an author and an address, where known.
    public var outlet, title, author, url: String?
    /// When it was published, ISO 8601, where known: the reference time for «вчера».
    public var published: String?
    /// Language code (`ru`, `uk`, `en`), where known from outside.
    public var language: String?
    /// What decoding had to mend.
    public var notices: [Notice]

    /// An article of text that is already a Swift string (and so valid Unicode).
    public init(_ text: String) {
        self.init(validUTF8: Array(text.utf8), notices: [])
    }

    init(validUTF8 utf8: [UInt8], notices: [Notice]) {
        self.utf8 = utf8
        self.notices = notices
    }

    /// The characters a span covers.
    public func text(_ span: SourceSpan) -> String {
        String(decoding: utf8[span.start..<span.end], as: UTF8.self)
    }
}
