internal import FoundationEssentials
internal import GRDB

/// A form of an article that could be read again.
public struct FormID: Hashable, Sendable {
    let number: Int64
}

extension Archive {
    /// Forms of articles that another reader than this one has read, and what to read: the text, with what is known of the article. Those that
    /// were filed first come first; at most `limit`, those after `last`. With `reader` nil it is all forms.
    public func forms(notReadBy reader: String?, after last: FormID? = nil, limit: Int) throws -> [(FormID, Retrieval)] {
        try ask { database in
            try database.rows(
                "SELECT * FROM revision WHERE id > ? AND reader IS NOT ? ORDER BY id LIMIT ?", [last?.number ?? 0, reader, limit]
            ).map { (FormID(number: $0["id"]), Self.retrieval($0)) }
        }
    }

    /// How many forms of articles another reader than this one has read.
    public func formCount(notReadBy reader: String?) throws -> Int {
        try ask { Int(try $0.number("SELECT count(*) FROM revision WHERE reader IS NOT ?", [reader]) ?? 0) }
    }

    /// Files what forms were read as this time, in one transaction, and says what became of their statements, meetings and positions: those
    /// that are still there keep their ids.
    public func refile(_ read: [(FormID, Reading)]) throws -> [Changes] {
        try change { database in
            try read.map { try Self.refile($0, $1, database) }
        }
    }

    private static func retrieval(_ row: Row) -> Retrieval {
        var retrieval = Retrieval(
            bytes: Array((row["text"] as String).utf8), origin: "revision \(row["id"] as Int64)", retrieved: row["retrieved"])
        retrieval.charset = "utf-8"
        retrieval.describe(row)
        return retrieval
    }

    private static func refile(_ id: FormID, _ reading: Reading, _ database: Database) throws -> Changes {
        guard let row = try database.row("\(StoredArticle.selection) WHERE revision.id = ?", [id.number]) else { return Changes() }
        let form = Form(reading, identity: row["identity"]), record = Packing.packed(form.record)
        // Read from other characters than those that are filed: the record would not fit.
        guard form.digest == row["digest"] else { return Changes() }
        let earlier = try StoredArticle(row: row)
        try database.run(
            "UPDATE revision SET reader = ?, packing = ?, record_size = ?, record = ? WHERE id = ?",
            [form.reader, record.packing, form.record.count, record.bytes, id.number])
        if row["current"] == id.number {
            let day = Moment.day(form.published ?? row["retrieved"]) ?? 0
            try Filing(database: database, form: form).makeCurrent(article: row["article"], revision: id.number, day: day)
        }
        return Changes(from: Entries(of: earlier.record, earlier.id).proofs, to: form.entries, isTextChanged: false)
    }
}
