internal import Letopis
internal import LetopisText

/// Gives entries their ids: digits of the SHA-256 of the word that the entry hangs on, and of the characters on either side of it.
struct EntryNaming {
    private let utf8: [UInt8]
    private var given: Set<EntryCode> = []

    /// How many bytes on either side count, as far as the line goes: the nearest words. What else changes in the article does not touch the id.
    private static let reach = 32

    init(_ record: Record) { utf8 = record.article.utf8 }

    /// The code of an entry that hangs on a word. One that the article has given already (the same words stand twice) is numbered on.
    mutating func code(_ sort: EntryID.Sort, _ span: SourceSpan) -> EntryCode {
        let before = utf8[max(0, span.start - Self.reach)..<span.start], after = utf8[span.end..<min(utf8.count, span.end + Self.reach)]
        let line = (before.lastIndex(of: 10).map { $0 + 1 } ?? before.startIndex)..<(after.firstIndex(of: 10) ?? after.endIndex)
        var turn = 0
        while true {
            var digest = FieldDigest()
            digest.add(utf8[line.lowerBound..<span.start])
            digest.add(utf8[span.start..<span.end])
            digest.add(utf8[span.end..<line.upperBound])
            digest.add("\(turn)")
            let code = EntryCode(sort, digits: digest.bytes.prefix(3).reduce(0) { $0 << 8 | Int($1) })
            if given.insert(code).inserted { return code }
            turn += 1
        }
    }
}

/// Which actors are mentioned where.
struct MentionIndex {
    private let record: Record
    private let mentions: [(span: SourceSpan, actor: Int)]

    init(_ record: Record) {
        self.record = record
        mentions = record.actors.indices.flatMap { i in record.actors[i].mentions.map { ($0, i) } }.sorted { $0.0 < $1.0 }
    }

    /// The actors that are mentioned in these spans, each once.
    func actors(in spans: [SourceSpan]) -> [Actor] {
        var found: Set<Int> = []
        for span in spans {
            var i = mentions.place(of: span.start) { $0.span.start }
            while i < mentions.count, mentions[i].span.start < span.end {
                if mentions[i].span.end <= span.end { found.insert(mentions[i].actor) }
                i += 1
            }
        }
        return found.sorted().map { record.actors[$0] }
    }
}
