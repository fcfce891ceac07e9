/// One article as it is read: its text in UTF-8 and what is known about it.
///
/// Guaranteed: `utf8` is valid UTF-8 without a byte order mark at its beginning and without NUL, at most `mostBytes` long. All spans
/// count in it. Line ends, no-break spaces and control characters stay as they came: who shows the text has to mind them.
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

    /// The most text an article keeps, in bytes of UTF-8: 4 MiB, a thousand printed pages. What is over is left out, with a notice.
    public static let mostBytes = 4 << 20

    /// An article of text that is already a Swift string (and so valid Unicode).
    public init(_ text: String) {
        self.init(decoding: Array(text.utf8), charset: .utf8)
    }

    /// An article of bytes in a charset, or in the one they look like: UTF-8, UTF-16, windows-1251, koi8-r, koi8-u, ibm866,
    /// iso-8859-5. windows-1252 has to be named.
    ///
    /// Never fails. What is no character in the charset (cut-off UTF-8, half a surrogate pair) and NUL become U+FFFD, with a notice that
    /// counts them; what looks like no text at all has a notice of the kind `binary`. A byte order mark is left out, and counts for more
    /// than `charset`. Linear time; no more memory than a few times the bytes, and never more for the text than four times `mostBytes`.
    public init(decoding bytes: [UInt8], charset: Charset? = nil) {
        self.init(decoding: bytes, charset: charset, cap: Article.mostBytes)
    }

    /// An article of bytes that somebody, such as an HTTP header, says are in the charset of this name. Where that is none that is read, they are in
    /// the one they look like; where they plainly look like none, a notice says what they were taken for.
    public init(decoding bytes: [UInt8], charsetNamed label: String?) {
        let charset = label.flatMap(Charset.init(label:))
        self.init(decoding: bytes, charset: charset)
        if let label, charset == nil { notices += Charset.detect(bytes).charset.notices(insteadOf: label, of: bytes) }
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
