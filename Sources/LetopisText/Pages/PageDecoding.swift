/// Bytes of a page or a feed on their way to text: which charset, how much.
struct MarkupText {
    /// Valid UTF-8, `PageCaps.body` at most.
    let utf8: [UInt8]
    /// What decoding had to mend, in words for people.
    let notices: [Notice]

    /// Decodes bytes. A byte order mark counts most, then what the bytes plainly are, then the header, then what the page says of itself.
    ///
    /// What is valid UTF-8 with letters beyond ASCII is UTF-8 whatever it is called, and what is called UTF-8 and is none is looked at: both
    /// are frequent mistakes of servers, and neither can be mistaken for the other.
    ///
    /// `named` is what the header calls the charset: where it is not known, a notice says so unless the page knows better.
    init(_ bytes: [UInt8], header: Charset?, named: String? = nil) {
        let labels = header == nil ? (named.map { [$0] } ?? []) + MarkupText.labels(bytes) : []
        let declared = header ?? labels.lazy.compactMap { Charset(label: $0) }.first
        let detected = Charset.detect(bytes)
        let isWide = detected.charset == .utf16BigEndian || detected.charset == .utf16LittleEndian
        var choice = detected
        if detected.mark == 0, !isWide, detected.charset != .utf8 || bytes.allSatisfy({ $0 < 0x80 }) {
            choice.charset = declared.flatMap { $0.table == nil ? nil : $0 } ?? detected.charset
            if choice.charset == .windows1252 { choice.charset = Charset.cyrillic(bytes) ?? .windows1252 }
        }
        var decoder = Decoder(cap: PageCaps.body)
        decoder.decode(bytes, from: choice.mark, as: choice.charset)
        utf8 = decoder.utf8
        var notices: [Notice] = []
        if declared == nil, let label = labels.first { notices += detected.charset.notices(insteadOf: label, of: bytes) }
        if decoder.replaced > 0 {
            notices.append(Notice(.malformedBytes, "\(decoder.replaced) of the characters could not be decoded and stand as U+FFFD."))
        }
        if decoder.isCut {
            notices.append(Notice(.truncated, "The document is longer than 15 MiB; only the first \(decoder.utf8.count) bytes were read."))
        }
        self.notices = notices
    }

    /// What `<?xml … encoding="…"?>`, `<meta charset=…>` or `<meta … content="…; charset=…">` in the first 16 KiB call the charset, as names are
    /// written: 40 letters, digits and hyphens at most.
    private static func labels(_ bytes: [UInt8]) -> [String] {
        let head = bytes.prefix(1 << 14).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return labels(in: head, after: "encoding=", onlyIn: "<?xml") + labels(in: head, after: "charset=", onlyIn: "<meta")
    }

    /// The names after a word in tags that begin so.
    private static func labels(in head: [UInt8], after word: String, onlyIn tag: String) -> [String] {
        let word = Array(word.utf8), tag = Array(tag.utf8)
        var isInTag = false, labels: [String] = []
        for place in head.indices {
            if head[place] == UInt8(ascii: "<") { isInTag = head[place...].starts(with: tag) }
            guard isInTag, head[place] == word[0], head[place...].starts(with: word) else { continue }
            let quotes = Array("\"' ".utf8)
            let label = head[(place + word.count)...].drop { quotes.contains($0) }.prefix {
                !quotes.contains($0) && $0 > 0x20 && $0 != 0x3B && $0 != 0x3E && $0 != 0x2F
            }
            let isName = label.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x3A, 0x5F].contains($0)
            }
            if isName, (1...40).contains(label.count), labels.count < 8 { labels.append(String(decoding: label, as: UTF8.self)) }
        }
        return labels
    }
}

extension Page {
    /// Whether bytes look like a page of HTML: they begin, after white space, comments and declarations, with a tag that pages begin with.
    /// Looks at the first 4 KiB, in a charset that writes ASCII as ASCII, or in UTF-16.
    public static func isPage(_ bytes: [UInt8]) -> Bool {
        let beginning = MarkupBeginning(bytes)
        return beginning.isHTML || beginning.isTag(["html", "head", "body", "title", "meta", "article", "div", "h1", "table"])
    }
}

extension Feed {
    /// Whether bytes look like a feed: they begin, after white space, comments and declarations, with the tag that RSS or Atom begins with, or
    /// with an object that calls itself a JSON Feed. Looks at the first 4 KiB, as `Page.isPage`.
    public static func isFeed(_ bytes: [UInt8]) -> Bool {
        let beginning = MarkupBeginning(bytes)
        if beginning.isTag(["rss", "feed", "rdf:rdf", "atom:feed"]) { return true }
        return beginning.rest.first == UInt8(ascii: "{")
            && ["jsonfeed.org/version", "jsonfeed.org\\/version"].contains { MarkupBeginning.place(of: $0, in: beginning.rest) != nil }
    }
}
