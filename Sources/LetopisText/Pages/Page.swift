internal import LetopisFormats

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
        let named = mediaType.flatMap(Page.charsetName), header = charset ?? named.flatMap(Charset.init(label:))
        let decoded = MarkupText(bytes, header: header, named: named)
        let tree = MarkupTree(html: decoded.utf8)
        let marks = PageMarks(tree)
        let data = LinkedData(tree.linkedData)
        let known = PageMetadata(PageHead(tree), data, url: url, lexicon: lexicon)
        let containers = ArticleFinder(tree, marks).containers()
        let text = ArticleText(tree, marks, in: containers, title: known.title, lexicon: lexicon, base: url ?? known.url)
        let body = data.body.flatMap { Page.isBetter($0, than: text.utf8) ? Array($0.utf8) : nil }
        article = Article(page: body ?? text.utf8, decoded.notices + tree.cuts.notices)
        article.describe(known)
        if article.published == nil {
            article.published = ArticleText.dateline(tree, before: containers.first ?? 0, lexicon: lexicon)
        }
        modified = known.modified
        let end = article.utf8.count
        seeAlso = body == nil ? text.seeAlso.filter { $0.span.map { $0.end <= end } ?? true } : []
    }

    /// What a media type calls the charset: `text/html; charset=koi8-r`.
    private static func charsetName(_ mediaType: String) -> String? {
        Charset.name(among: mediaType.lowercased().split(separator: ";").map { trimmed(String($0)) })
    }

    /// Whether the article's text in JSON-LD is to be taken in place of the one found on the page: where the page has hardly any of it.
    private static func isBetter(_ body: String, than found: [UInt8]) -> Bool {
        body.utf8.count >= 200 && found.count * 2 < body.utf8.count
    }
}

extension Article {
    /// An article of text taken from a page, cut to `mostBytes`.
    fileprivate init(page utf8: [UInt8], _ notices: [Notice]) {
        var decoder = Decoder(cap: Article.mostBytes)
        decoder.decode(utf8, from: 0, as: .utf8)
        var notices = notices
        if decoder.utf8.isEmpty { notices.append(Notice(.empty, "The page holds no article that could be told from the rest of it.")) }
        if decoder.isCut {
            notices.append(
                Notice(.truncated, "The article is longer than is read at once; only the first \(decoder.utf8.count) bytes were kept."))
        }
        self.init(validUTF8: decoder.utf8, notices: notices)
    }

    fileprivate mutating func describe(_ known: PageMetadata) {
        outlet = known.outlet
        title = known.title
        author = known.author
        url = known.url
        published = known.published
        language = known.language
    }
}
