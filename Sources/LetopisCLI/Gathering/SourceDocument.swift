internal import LetopisArchive
internal import LetopisFormats
internal import LetopisText

/// A document that a source gives, or what it could not give.
enum SourceDocument: Sendable {
    /// A document, and what it is called in messages: `news.jsonl:12`.
    case document(Retrieval, name: String)
    /// Something that could not be read, and why.
    case failed(name: String, reason: String)

    /// What it is called in messages.
    var name: String {
        switch self {
        case .document(_, let name), .failed(let name, _): name
        }
    }
}

/// What the form of a source is taken for, whatever it looks like.
enum SourceForm: String, CaseIterable {
    case text, html, jsonl, feed, warc

    /// The form that a file's ending names.
    init?(ending path: String) {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let bare = [".gz", ".zst"].reduce(name) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
        switch bare.split(separator: ".").dropFirst().last {
        case "txt": self = .text
        case "html", "htm", "xhtml": self = .html
        case "jsonl", "ndjson": self = .jsonl
        case "rss", "atom": self = .feed
        case "warc": self = .warc
        default: return nil
        }
    }

    /// The form that the beginning of a file looks like, compressed or not: text where it looks like nothing else.
    init(sniffing head: [UInt8]) {
        let bytes = Compression(sniffing: head).map { Expanded(head, $0, mostBytes: 1 << 16).bytes } ?? head
        if bytes.starts(with: "WARC/".utf8) {
            self = .warc
        } else if Feed.isFeed(bytes) {
            self = .feed
        } else if Page.isPage(bytes) {
            self = .html
        } else {
            self = Self.isObject(bytes) ? .jsonl : .text
        }
    }

    /// Whether bytes begin as an object of JSON does: a brace, and the first member's name.
    private static func isObject(_ bytes: [UInt8]) -> Bool {
        let mark: [UInt8] = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
        let rest = bytes.dropFirst(mark.count).drop { $0 <= 32 }
        return rest.first == UInt8(ascii: "{") && rest.dropFirst().first { $0 > 32 } == UInt8(ascii: "\"")
    }
}
