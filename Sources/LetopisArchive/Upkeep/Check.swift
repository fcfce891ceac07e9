internal import FoundationEssentials
internal import GRDB
internal import Letopis

/// What a look at everything in an archive found.
public struct CheckReport: Hashable, Sendable {
    /// How many there are, and were looked at.
    public var documents = 0, articles = 0, revisions = 0, entries = 0
    /// What is wrong, in words for people. Empty where all is well.
    public var problems: [String] = []

    /// The most problems that are told.
    public static let mostProblems = 100

    mutating func add(_ problem: String) {
        if problems.count < Self.mostProblems { problems.append(problem) }
    }
}

extension Archive {
    /// Looks at everything: SQLite's own check of the file, the digest of every document and every text, and every span of every record,
    /// which is read again from its text and compared with what was found there when it was filed. Changes nothing. `progress` is told how many
    /// revisions of how many have been looked at.
    public func check(progress: (Int, Int) -> Void = { _, _ in }) throws -> CheckReport {
        var report = CheckReport()
        try inspect { database in
            for word in try String.fetchAll(database, sql: "PRAGMA integrity_check") where word != "ok" { report.add(word) }
            for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
                report.add("a row of \(row[0] as String? ?? "?") refers to nothing")
            }
        }
        guard report.problems.isEmpty else { return report }
        try checkDocuments(&report)
        try checkRevisions(&report, progress)
        return report
    }

    private func checkDocuments(_ report: inout CheckReport) throws {
        var last: Int64 = 0
        while true {
            let rows = try ask {
                try $0.rows("SELECT * FROM document LEFT JOIN content ON document = id WHERE id > ? ORDER BY id LIMIT 100", [last])
            }
            for row in rows {
                let bytes = try? ask { try Keeping(database: $0).bytes(row) }
                if bytes.map(FieldDigest.blob) != row["digest"] as Data {
                    report.add("document \(row["id"] as Int64) is not what was kept")
                }
                report.documents += 1
            }
            guard let end = rows.last else { return }
            last = end["id"]
        }
    }

    private func checkRevisions(_ report: inout CheckReport, _ progress: (Int, Int) -> Void) throws {
        let all = try ask { Int(try $0.number("SELECT count(*) FROM revision") ?? 0) }
        var last: Int64 = 0
        while true {
            let rows = try ask {
                try $0.rows("\(StoredArticle.selection) WHERE revision.id > ? ORDER BY revision.id LIMIT 100", [last])
            }
            for row in rows { try check(row, &report) }
            progress(report.revisions, all)
            guard let end = rows.last else { return }
            last = end["id"]
        }
    }

    /// One revision: its text, its record, and where it is the current one its entries.
    private func check(_ row: Row, _ report: inout CheckReport) throws {
        report.revisions += 1
        let key = ArticleID(row["article_key"] as Int64).description, text = StoredArticle.text(row)
        if text.map(FieldDigest.blob) != row["digest"] as Data { report.add("article \(key): its text is not what was read") }
        guard let article = try? StoredArticle(row: row) else { return report.add("article \(key): its record does not fit its text") }
        guard row["current"] == row["id"] as Int64 else { return }
        report.articles += 1
        let found = Entries(of: article.record).proofs, filed = EntryRows([UInt8](row["entries"] as Data? ?? Data())).proofs
        report.entries += filed.count
        for (code, proof) in filed where found[code] != proof {
            report.add("\(EntryID(article.id, code)): what it points at is not what was filed")
        }
        for code in found.keys where filed[code] == nil { report.add("\(EntryID(article.id, code)): is not filed") }
    }
}
