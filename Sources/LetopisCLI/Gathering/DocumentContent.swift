internal import LetopisArchive
internal import LetopisFormats
internal import LetopisText

/// What is in a document, by its media type: the article to read, or why there is none. Documents that are compressed are expanded first.
struct DocumentContent {
    /// The article; nil where there is none.
    private(set) var article: Article?
    /// Why there is none.
    private(set) var fault = ""

    init(_ retrieval: Retrieval, _ lexicon: PageLexicon) {
        guard let bytes = expanded(retrieval.bytes) else { return }
        let type = retrieval.mediaType.map(MediaType.bare)
        switch type {
        case MediaType.json:
            // What the line says of itself counts for more than what is said of all of them.
            article = Article(jsonLine: bytes)
            article?.complete(from: retrieval)
            if article == nil { fault = "is no JSON object with a `text`" }
        case MediaType.html, MediaType.xhtml:
            let header = [type, retrieval.charset.map { "charset=\($0)" }].compactMap { $0 }.joined(separator: "; ")
            let page = Page(bytes, mediaType: header, url: retrieval.url, lexicon: lexicon)
            article = DocumentContent.known(page.article, retrieval)
        default: article = DocumentContent.known(Article(decoding: bytes, charsetNamed: retrieval.charset), retrieval)
        }
    }

    /// The bytes, expanded where they are compressed; nil, with the fault, where they cannot be expanded to their end.
    private mutating func expanded(_ bytes: [UInt8]) -> [UInt8]? {
        guard let compression = Compression(sniffing: bytes) else { return bytes }
        let expanded = Expanded(bytes, compression, mostBytes: Input.mostBytes)
        switch expanded.progress {
        // What is too long for an article is cut, and said, where it is read.
        case .ended, .tooLarge: return expanded.bytes
        case .wantsMore: fault = "its compressed data are cut off"
        case .malformed: fault = "its compressed data are damaged"
        case .expandsTooFar: fault = "its compressed data expand more than \(Caps.expansion) times"
        }
        return nil
    }

    /// What was said of the document from outside counts for more than what a page says of itself; but its address is the one that it says it
    /// is found at, whichever way led to it.
    private static func known(_ own: Article, _ retrieval: Retrieval) -> Article {
        var article = own
        (article.outlet, article.title, article.author, article.published) = (nil, nil, nil, nil)
        article.complete(from: retrieval)
        article.complete(from: own)
        return article
    }
}
