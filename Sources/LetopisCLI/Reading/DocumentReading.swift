internal import Letopis
internal import LetopisArchive
internal import LetopisFormats
internal import LetopisText

/// What is in a document, by its media type: the article to read, or why there is none.
struct DocumentReading {
    private let retrieval: Retrieval

    init(_ retrieval: Retrieval) { self.retrieval = retrieval }

    /// Reads the document's article.
    func answer(_ reader: Reader, _ desk: Desk, language: String, lexicon: PageLexicon) -> Answer {
        guard var article = article(lexicon) else { return .refused("is no JSON object with a `text`") }
        if article.language == nil { article.language = language }
        if let fault = article.notices.first(where: { $0.kind == .binary || $0.kind == .empty }) { return .refused(fault.message) }
        let (record, analysis) = reader.readWithAnalysis([article], scratch: &desk.scratch)[0]
        return .read([(RecordWire.json(record), Reading.words(of: analysis))])
    }

    private func article(_ lexicon: PageLexicon) -> Article? {
        let charset = retrieval.charset.flatMap(Charset.init(label:))
        switch retrieval.mediaType.map(MediaType.bare) {
        case MediaType.json: return line()
        case MediaType.html, MediaType.xhtml:
            return known(
                Page(retrieval.bytes, mediaType: retrieval.mediaType, charset: charset, url: retrieval.url, lexicon: lexicon).article)
        default: return known(Article(decoding: retrieval.bytes, charset: charset))
        }
    }

    /// What was said of the document from outside counts for more than what a page says of itself; but its address is the one that it says it
    /// is found at, whichever way led to it.
    private func known(_ article: Article) -> Article {
        var article = article
        article.outlet = retrieval.outlet ?? article.outlet
        article.title = retrieval.title ?? article.title
        article.author = retrieval.author ?? article.author
        article.published = retrieval.published ?? article.published
        article.url = article.url ?? retrieval.url
        return article
    }

    /// An object of JSON lines.
    private func line() -> Article? {
        let tree = JSONTree(retrieval.bytes)
        guard tree.isWhole, tree.count > 0, tree.kind(0) == .object else { return nil }
        func field(_ name: String) -> String? {
            tree.member(0, name).flatMap { tree.kind($0) == .string ? tree.text($0) : nil }.flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let text = field("text") else { return nil }
        var article = known(Article(text))
        article.outlet = field("outlet") ?? article.outlet
        article.title = field("title") ?? article.title
        article.author = field("author") ?? article.author
        article.published = field("published") ?? article.published
        article.url = field("url") ?? article.url
        article.language = field("lang")
        return article
    }
}

/// Media types that documents are told apart by.
enum MediaType {
    static let text = "text/plain", html = "text/html", xhtml = "application/xhtml+xml", json = "application/json"

    /// A media type without its parameters, in lower case.
    static func bare(_ type: String) -> String { type.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace } }
}
