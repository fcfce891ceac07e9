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
                """
                SELECT id, text, text_packing, retrieved, \(StringColumns.particulars(of: "revision")) FROM revision
                WHERE id > ? AND reader IS NOT ? ORDER BY id LIMIT ?
                """, [last?.number ?? 0, try Self.number(ofReader: reader, database), limit]
            ).map { (FormID(number: $0["id"]), try Self.retrieval($0)) }
        }
    }

    /// How many forms of articles another reader than this one has read.
    public func formCount(notReadBy reader: String?) throws -> Int {
        try ask { Int(try $0.number("SELECT count(*) FROM revision WHERE reader IS NOT ?", [try Self.number(ofReader: reader, $0)]) ?? 0) }
    }

    /// Files what forms were read as this time, in one transaction, and says what became of their statements, meetings and positions: those
    /// that are still there keep their ids.
    public func refile(_ read: [(FormID, PreparedReading)]) throws -> [Changes] {
        try change { database in
            try read.map { try Self.refile($0, $1, database) }
        }
    }

    /// The number that rows have for a reader; one that has read nothing has a number that no row has, and nil is nobody.
    private static func number(ofReader reader: String?, _ database: Database) throws -> Int64? {
        try reader.map { try database.known($0) ?? 0 }
    }

    private static func retrieval(_ row: Row) throws -> Retrieval {
        guard let text = StoredArticle.text(row) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        var retrieval = Retrieval(
            bytes: text, origin: "revision \(row["id"] as Int64)", retrieved: row["retrieved"])
        retrieval.charset = "utf-8"
        retrieval.describe(row)
        return retrieval
    }

    private static func refile(_ id: FormID, _ reading: PreparedReading, _ database: Database) throws -> Changes {
        guard let row = try database.row("\(StoredArticle.selection) WHERE revision.id = ?", [id.number]) else { return Changes() }
        // Read from other characters than those that are filed: the record would not fit.
        guard Data(reading.digest) == row["digest"] else { return Changes() }
        let form = Form(reading, identity: row["identity"]), earlier = try StoredArticle(row: row)
        try database.run(
            "UPDATE revision SET reader = ?, record_packing = ?, record = ? WHERE id = ?",
            [try database.number(ofString: reading.reader), reading.record.packing.rawValue, Data(reading.record.bytes), id.number])
        if row["current"] == id.number {
            let day = Moment.day(reading.published ?? row["retrieved"]) ?? 0
            try Filing(database: database, reading: reading).makeCurrent(article: row["article"], revision: id.number, day: day)
        }
        return Changes(of: earlier.id, from: Entries(of: earlier.record).proofs, to: form.proofs, isTextChanged: false)
    }
}
