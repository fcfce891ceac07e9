internal import LetopisArchive

/// A document that a source gives, or what it could not give.
enum SourceDocument {
    /// A document, and what it is called in messages: `news.jsonl:12`.
    case document(Retrieval, name: String)
    /// Something that could not be read, and why.
    case failed(name: String, reason: String)
}

/// What the form of a source is taken for, whatever it looks like.
enum SourceForm: String, CaseIterable {
    case text, html, jsonl, warc

    /// The form that a file's ending names.
    init?(ending path: String) {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let bare = [".gz", ".zst"].reduce(name) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
        switch bare.split(separator: ".").dropFirst().last {
        case "txt": self = .text
        case "html", "htm", "xhtml": self = .html
        case "jsonl", "ndjson": self = .jsonl
        case "warc": self = .warc
        default: return nil
        }
    }
}
