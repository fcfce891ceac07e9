/// Something about the input that a reader of the result should know: bytes that were mended, a part that was left out.
/// Notices are how reading reports bad input, since reading itself never fails.
public struct Notice: Hashable, Sendable {
    /// What kind of thing happened. The raw value stands in JSON.
    public enum Kind: String, Sendable, CaseIterable {
        /// The text is empty or holds no letter.
        case empty
        /// Bytes that are no text in the charset were replaced by U+FFFD.
        case malformedBytes
        /// The bytes look like no text at all.
        case binary
        /// The article is longer than a cap; the rest was left out.
        case truncated
        /// A page, feed or dump is not written as its format asks; what could be told was read.
        case malformed
        /// Compressed data were refused, or read only in part, since they expand too far.
        case refused
        /// A sentence is longer than the parser takes at once; it was parsed in pieces.
        case longSentence
        /// The text is not in the language that is read; nothing was read of it.
        case language
    }
    /// The kind.
    public var kind: Kind
    /// Where, in the article's text, or nil where it concerns the whole.
    public var span: SourceSpan?
    /// One sentence for people, without text of the article.
    public var message: String

    /// A notice of a kind, at a place, in words.
    public init(_ kind: Kind, span: SourceSpan? = nil, _ message: String) {
        self.kind = kind
        self.span = span
        self.message = message
    }
}
