internal import GRDB

extension Entries {
    /// The proofs of an article's entries as they stand in the tables.
    static func proofs(ofArticle article: Int64, _ database: Database) throws -> [EntryID: Int64] {
        let rows = try database.rows(
            "SELECT key, sort, digits, proof FROM entry JOIN article ON article.id = entry.article WHERE entry.article = ?", [article])
        let pairs = rows.compactMap { row in
            EntryID.Sort(rawValue: row["sort"]).map {
                (EntryID(article: ArticleID(row["key"]), sort: $0, digits: row["digits"]), row["proof"] as Int64)
            }
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
