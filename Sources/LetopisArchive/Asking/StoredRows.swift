internal import FoundationEssentials
internal import GRDB
internal import Letopis
internal import LetopisText

extension Archive {
    /// The articles whose id begins so, in their current form; at most `limit`.
    public func articles(idPrefix prefix: String, limit: Int = 2) throws -> [StoredArticle] {
        guard (4...16).contains(prefix.utf8.count), prefix.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else {
            return []
        }
        let free = 16 - prefix.utf8.count
        let first = ArticleID(prefix + String(repeating: "0", count: free)), last = ArticleID(prefix + String(repeating: "f", count: free))
        return try ask { database in
            try database.rows(
                StoredArticle.selection
                    + " WHERE article.current = revision.id AND article.key BETWEEN ? AND ? ORDER BY article.key LIMIT ?",
                [first.number, last.number, limit]
            ).map(StoredArticle.init(row:))
        }
    }

    /// All forms of an article, by the time of their last retrieval, each with what it changed.
    public func revisions(of id: ArticleID) throws -> [Revision] {
        let (rows, live) = try ask { database in
            let live = try database.rows(
                "SELECT revision.id FROM revision JOIN article ON article.id = revision.article WHERE article.key = ? AND \(Settling.isLive)",
                [id.number])
            // Forms that the same documents were read as, one after the other, are as old as each other.
            let order = "revision.retrieved, \(Settling.isLive), iif(\(Settling.isLive), 0, revision.id), revision.key"
            return (
                try database.rows("\(StoredArticle.selection) WHERE article.key = ? ORDER BY \(order)", [id.number]),
                Set(live.map { $0[0] as Int64 })
            )
        }
        var earlier: StoredArticle?
        return try rows.map { row in
            let article = try StoredArticle(row: row)
            let changes = earlier.map { before in
                Changes(
                    of: id, from: Entries(of: before.record).proofs, to: Entries(of: article.record).proofs,
                    isTextChanged: before.record.id != article.record.id)
            }
            earlier = article
            return Revision(
                article: article, isCurrent: row["current"] == row["id"] as Int64, isSuperseded: !live.contains(row["id"]), changes: changes
            )
        }
    }

    /// Calls `use` with every article in its current form, in the order in which they came, a page at a time.
    public func forEachArticle(_ use: (StoredArticle) throws -> Void) throws {
        var last: Int64 = 0
        while true {
            let rows = try ask { database in
                try database.rows(
                    StoredArticle.selection + " WHERE article.current = revision.id AND article.id > ? ORDER BY article.id LIMIT 100",
                    [last])
            }
            for row in rows { try use(StoredArticle(row: row)) }
            guard let end = rows.last else { return }
            last = end["article"]
        }
    }
}

extension StoredArticle {
    /// What the columns of an article are asked with.
    static let selection = """
        SELECT article.id AS article, article.key AS article_key, article.current, article.entries,
            (SELECT text FROM string WHERE string.id = article.identity) AS identity,
            revision.id, revision.retrieved, revision.digest, revision.record_packing, revision.record, revision.text_packing, revision.text,
            \(StringColumns.texts("lang", "reader", of: "revision")), \(StringColumns.particulars(of: "revision"))
        FROM article JOIN revision ON revision.article = article.id
        """

    /// The text of a revision; nil where it is damaged.
    static func text(_ row: Row) -> [UInt8]? { Packing.unpacked([UInt8](row["text"] as Data), row["text_packing"]) { nil } }

    init(row: Row) throws {
        let id = ArticleID(row["article_key"] as Int64)
        guard let text = Self.text(row) else { throw ArchiveError.malformedRecord(article: id.description) }
        var article = Article(decoding: text, charset: .utf8)
        article.language = row["lang"]
        article.outlet = row["outlet"]
        article.title = row["title"]
        article.author = row["author"]
        article.url = row["url"]
        article.published = row["published"]
        guard let bytes = Packing.unpacked([UInt8](row["record"] as Data), row["record_packing"], text: { article.utf8 }),
            let record = try? RecordBytes.record(bytes, of: article)
        else { throw ArchiveError.malformedRecord(article: id.description) }
        self.init(id: id, identity: row["identity"], record: record, retrieved: row["retrieved"], reader: row["reader"])
    }
}
