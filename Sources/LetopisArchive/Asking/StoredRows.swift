internal import FoundationEssentials
internal import GRDB
internal import Letopis

extension Archive {
    /// The articles whose id begins so, in their current form; at most `limit`.
    public func articles(idPrefix prefix: String, limit: Int = 2) throws -> [StoredArticle] {
        guard (4...16).contains(prefix.utf8.count), prefix.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else {
            return []
        }
        return try ask { database in
            try database.rows(
                StoredArticle.selection + " WHERE article.current = revision.id AND article.key >= ? AND article.key < ? LIMIT ?",
                [prefix, prefix + "g", limit]
            ).map(StoredArticle.init(row:))
        }
    }

    /// All forms of an article, by the time of their last retrieval, each with what it changed.
    public func revisions(of id: ArticleID) throws -> [Revision] {
        let rows = try ask { database in
            try database.rows(
                "\(StoredArticle.selection) WHERE article.key = ? ORDER BY revision.retrieved, revision.key", [id.description])
        }
        var earlier: StoredArticle?
        return try rows.map { row in
            let article = try StoredArticle(row: row)
            let changes = earlier.map { before in
                Changes(
                    from: Entries(of: before.record, id).proofs, to: Entries(of: article.record, id),
                    isTextChanged: before.record.id != article.record.id)
            }
            earlier = article
            return Revision(article: article, isCurrent: row["current"] == row["id"] as Int64, changes: changes)
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
        SELECT revision.*, article.key AS article_key, article.identity, article.current
        FROM article JOIN revision ON revision.article = article.id
        """

    init(row: Row) throws {
        let id = ArticleID(row["article_key"])
        let text = Array((row["text"] as String).utf8)
        guard let wire = Packing.unpacked(row["record"], row["packing"], size: row["record_size"]),
            let record = try? RecordWire.record(wire, text: text)
        else { throw ArchiveError.malformedRecord(article: id.description) }
        self.init(id: id, identity: row["identity"], record: record, retrieved: row["retrieved"], reader: row["reader"])
    }
}
