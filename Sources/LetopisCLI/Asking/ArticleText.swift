internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// An article of an archive for people: where it is from, its record, and the ids of what is in it.
struct ArticleText {
    private let article: StoredArticle

    init(_ article: StoredArticle) { self.article = article }

    var text: String {
        let head = "\(article.id) · \(printable(article.identity)) · retrieved \(printable(article.retrieved))\n\n"
        return head + RecordText.text(article.record, style: Console.style) + "\n" + list
    }

    /// Each entry's id, with who or what it is.
    private var list: String {
        let ids = [article.statements, article.meetings, article.positions]
        let hits = ids.flatMap { ids in ids.indices.map { HitFields(Hit(article: article, entry: ids[$0], place: $0)) } }
        return hits.map { fields in
            let words = printable(fields.words.split { $0.isWhitespace }.joined(separator: " "))
            let short = words.unicodeScalars.count > 60 ? "\(String(String.UnicodeScalarView(words.unicodeScalars.prefix(60))))…" : words
            return "\(fields.id)  \(printable(fields.who ?? "—")): \(short)\n"
        }.joined()
    }
}

/// One entry of an archive for people, with the sentence-like surroundings of its words.
struct EntryText {
    private let fields: HitFields

    init(_ hit: Hit) { fields = HitFields(hit) }

    var text: String {
        let article = fields.hit.article.record.article
        let rows: [(String, String?)] = [
            ("id", fields.id), (fields.sort, fields.kind), ("who", fields.who), ("date", fields.date),
            ("how", fields.circumstances.isEmpty ? nil : fields.circumstances.joined(separator: " · ")), ("words", fields.words),
            ("title", article.title), ("outlet", article.outlet), ("published", article.published), ("url", article.url),
        ]
        let lines = rows.compactMap { name, value in
            value.map {
                "\(name)\(String(repeating: " ", count: max(1, 11 - name.count)))\(printable($0.split { $0.isWhitespace }.joined(separator: " ")))\n"
            }
        }
        return lines.joined()
    }
}

/// The forms that an article had.
struct RevisionList {
    private let revisions: [Revision]

    init(_ revisions: [Revision]) { self.revisions = revisions }

    func bytes(isJSON: Bool) -> [UInt8] { isJSON ? lines : Array(text.utf8) }

    private var text: String {
        revisions.enumerated().map { place, revision in
            let article = revision.article.record.article
            let head =
                "\(place + 1). \(printable(revision.article.retrieved))\(revision.isCurrent ? ", current" : revision.isSuperseded ? ", read otherwise since" : "")"
            let title = article.title.map { ", " + printable($0) } ?? ""
            return "\(head)\(title): \(revision.changes.map(ChangesText.line) ?? "the first")\n"
        }.joined()
    }

    private var lines: [UInt8] {
        var json = JSONWriter()
        for revision in revisions {
            json.object { json in
                json.field("article", revision.article.id.description)
                json.field("retrieved", revision.article.retrieved)
                json.key("current")
                json.bool(revision.isCurrent)
                json.key("superseded")
                json.bool(revision.isSuperseded)
                json.field("text", revision.article.record.id)
                if let changes = revision.changes { ChangesText.write(changes, to: &json) }
            }
            json.endLine()
        }
        return json.bytes
    }
}
