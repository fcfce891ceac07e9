internal import Letopis
internal import LetopisArchive
internal import LetopisFormats
internal import LetopisText

/// Why a document is not read.
struct Refusal: Error {
    let reason: String
}

/// What `work` makes of all that could be taken, worked on together, and why the rest could not: one answer for each, in their order.
func workedTogether<Taken, Made>(_ taken: [Result<Taken, Refusal>], _ work: ([Taken]) -> [Made]) -> [Result<Made, Refusal>] {
    let all = taken.compactMap { try? $0.get() }
    var made = (all.isEmpty ? [] : work(all))[...]
    return taken.map { taken in
        taken.flatMap { _ in made.popFirst().map(Result.success) ?? .failure(Refusal(reason: "the reader gave no answer")) }
    }
}

/// A document as a reader answers for it.
struct DocumentReading {
    private let retrieval: Retrieval

    init(_ retrieval: Retrieval) { self.retrieval = retrieval }

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
