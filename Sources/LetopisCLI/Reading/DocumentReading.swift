internal import Letopis
internal import LetopisArchive
internal import LetopisFormats
internal import LetopisText

/// A document as a reader answers for it.
struct DocumentReading {
    private let retrieval: Retrieval

    init(_ retrieval: Retrieval) { self.retrieval = retrieval }

    /// Why a document is not read.
    struct Refusal: Error {
        let reason: String
    }

    /// The document's article, as it is to be read.
    func article(language: String, _ lexicon: PageLexicon) throws(Refusal) -> Article {
        let content = DocumentContent(retrieval, lexicon)
        guard var article = content.article else { throw Refusal(reason: content.fault) }
        if article.language == nil { article.language = language }
        if let fault = article.notices.first(where: { $0.kind == .binary || $0.kind == .empty }) { throw Refusal(reason: fault.message) }
        return article
    }
}

/// Media types that documents are told apart by.
enum MediaType {
    static let text = "text/plain", html = "text/html", xhtml = "application/xhtml+xml", json = "application/json"

    /// A media type without its parameters, in lower case.
    static func bare(_ type: String) -> String { type.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace } }
}
