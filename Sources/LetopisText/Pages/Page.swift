/// A page of HTML, and the article on it.
///
/// What is taken: JSON-LD, the `meta` elements that news sites write, `article` and its like, and then density: where much text stands
/// with few links. What is left out: navigation, captions, share buttons, comments, cookie notices, boxes of other news.
///
/// Guaranteed: never fails and never traps, whatever the bytes; linear time; nothing of the page is run, and nothing is fetched. Paragraphs
/// are separated by an empty line; entities are decoded; no markup is left.
public struct Page: Sendable {
    /// Its text and what the page says of it: outlet, title, author, canonical address, language, time of publication.
    public internal(set) var article: Article
    /// When the page says that it was changed, ISO 8601.
    public internal(set) var modified: String?
    /// The pointers to other articles that were found in the article or directly behind it.
    public internal(set) var seeAlso: [SeeAlsoBlock]

    /// A pointer to other articles: «Читайте также: …».
    public struct SeeAlsoBlock: Hashable, Sendable {
        /// Where it stands in the article's text, as a paragraph of its own; nil where it was a box, which is left out.
        public var span: SourceSpan?
        /// The other article's title.
        public var title: String
        /// Its address, absolute where the page's address is known.
        public var url: String?
    }

    /// The most bytes of a page that are looked at: 15 MiB.
    public static let mostBytes = PageCaps.body

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - bytes: the page as it came, decompressed. What is over `mostBytes` is left out, with a notice.
    ///   - mediaType: what the server or the file's ending calls it, with or without parameters: `text/html; charset=koi8-r`.
    ///   - charset: the charset of the server's header. Counts for less than a byte order mark and more than the page's own `meta`.
    ///   - url: where the page came from; relative links are resolved against it.
    ///   - lexicon: the words that pages use: months, «Читайте также». Without it only markup counts.
    public init(_ bytes: [UInt8], mediaType: String? = nil, charset: Charset? = nil, url: String? = nil, lexicon: PageLexicon = .none) {
        article = Article("")
        seeAlso = []
    }

    /// Whether bytes look like a page of HTML: they begin, after white space, comments and declarations, with a tag that pages have.
    /// Looks at the first 4 KiB, in a charset that writes ASCII as ASCII, or in UTF-16.
    public static func isPage(_ bytes: [UInt8]) -> Bool { false }
}
