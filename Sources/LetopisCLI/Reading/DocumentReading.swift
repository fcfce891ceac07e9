internal import Letopis
internal import LetopisArchive
internal import LetopisFormats
internal import LetopisText

/// A document as a reader answers for it.
struct DocumentReading {
    private let retrieval: Retrieval

    init(_ retrieval: Retrieval) { self.retrieval = retrieval }

    /// Reads the document's article.
    func answer(_ reader: Reader, _ desk: Desk, language: String, lexicon: PageLexicon) -> Answer {
        let content = DocumentContent(retrieval, lexicon)
        guard var article = content.article else { return .refused(content.fault) }
        if article.language == nil { article.language = language }
        if let fault = article.notices.first(where: { $0.kind == .binary || $0.kind == .empty }) { return .refused(fault.message) }
        let (record, analysis) = reader.readWithAnalysis([article], scratch: &desk.scratch)[0]
        return .read([(RecordWire.json(record), Reading.words(of: analysis))])
    }
}

/// Media types that documents are told apart by.
enum MediaType {
    static let text = "text/plain", html = "text/html", xhtml = "application/xhtml+xml", json = "application/json"

    /// A media type without its parameters, in lower case.
    static func bare(_ type: String) -> String { type.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace } }
}
