internal import FoundationEssentials
internal import GRDB

extension Archive {
    /// Keeps a document as it came. When this returns, its bytes are on the disk, and survive whatever ends the process.
    ///
    /// The same bytes from the same origin, with the same particulars, are one retrieval however often they come; it remembers the last time.
    public func keep(_ retrieval: Retrieval) throws -> RetrievalID {
        try change { try Keeping(database: $0).keep(retrieval).id }
    }

    /// Keeps several documents at once, which costs one synchronisation with the disk. All are kept, or none is.
    public func keep(_ retrievals: [Retrieval]) throws -> [Kept] {
        try change { database in
            let keeping = Keeping(database: database)
            return try retrievals.map { try keeping.keep($0) }
        }
    }

    /// Documents that were kept and not yet read, those that were kept first before the others; at most `limit`, and after `last` where one is
    /// given.
    public func pending(limit: Int, after last: RetrievalID? = nil) throws -> [(RetrievalID, Retrieval)] {
        try ask { try Keeping(database: $0).retrievals(in: .pending, after: last, limit: limit) }
    }

    /// How many documents were kept and not yet read.
    public func pendingCount() throws -> Int {
        try ask { Int(try $0.number("SELECT count(*) FROM retrieval WHERE state = 0") ?? 0) }
    }
}

/// Documents on their way into the tables and out of them.
struct Keeping {
    let database: Database
    private let packer = Packer()

    init(database: Database) { self.database = database }

    func keep(_ retrieval: Retrieval) throws -> Kept {
        let digest = FieldDigest.blob(of: retrieval.bytes), key = Keeping.key(retrieval, digest)
        let retrieved = Moment.universal(retrieval.retrieved)
        if let known = try database.row("SELECT id, state, retrieved FROM retrieval WHERE key = ?", [key]) {
            let state = Kept.State(rawValue: known["state"]) ?? .pending
            let isLater = retrieved > known["retrieved"] as String
            return Kept(id: RetrievalID(number: known["id"]), state: isLater ? try renewed(known["id"], retrieved, state) : state)
        }
        try database.run(
            """
            INSERT INTO retrieval (key, document, origin, retrieved, media_type, charset, outlet, title, author, published, url, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """,
            [
                key, try document(retrieval.bytes, digest), try database.number(ofString: retrieval.origin), retrieved,
                try database.number(ofString: retrieval.mediaType), try database.number(ofString: retrieval.charset),
                try database.number(ofString: retrieval.outlet), retrieval.title, try database.number(ofString: retrieval.author),
                retrieval.published, try database.number(ofString: retrieval.url),
            ])
        return Kept(id: RetrievalID(number: database.lastInsertedRowID), state: .pending)
    }

    /// Documents in a state, with their bytes, in the order in which they were kept.
    func retrievals(in state: Kept.State, after last: RetrievalID?, limit: Int) throws -> [(RetrievalID, Retrieval)] {
        try database.rows(
            Keeping.selection + " WHERE retrieval.state = ? AND retrieval.id > ? ORDER BY retrieval.id LIMIT ?",
            [state.rawValue, last?.number ?? 0, limit]
        ).map { (RetrievalID(number: $0["id"]), try retrieval($0)) }
    }

    /// Documents that were read, but not by this reader, in the order in which they were kept. Where the bytes of one are damaged it is the text
    /// that was read of it; where that is damaged, too, nil.
    func retrievals(notReadBy reader: Int64, after last: RetrievalID?, limit: Int) throws -> [(RetrievalID, Retrieval?)] {
        try database.rows(
            Keeping.selection + " WHERE state = 1 AND reader IS NOT ? AND retrieval.id > ? ORDER BY retrieval.id LIMIT ?",
            [reader, last?.number ?? 0, limit]
        ).map { row in
            let id = RetrievalID(number: row["id"])
            do { return (id, try retrieval(row)) } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                return (id, try storedText(of: id))
            }
        }
    }

    /// The text that was read of a document, with what is known of the article; nil where it is damaged.
    private func storedText(of id: RetrievalID) throws -> Retrieval? {
        let question = """
            SELECT revision.text, text_packing, retrieval.retrieved, \(StringColumns.texts("origin", of: "retrieval")),
                \(StringColumns.particulars(of: "revision"))
            FROM retrieval JOIN revision ON revision.id = retrieval.revision WHERE retrieval.id = ?
            """
        guard let row = try database.row(question, [id.number]), let text = StoredArticle.text(row) else { return nil }
        var retrieval = Retrieval(bytes: text, origin: row["origin"], retrieved: row["retrieved"])
        retrieval.charset = "utf-8"
        retrieval.describe(row)
        return retrieval
    }

    private static let selection = """
        SELECT retrieval.id, retrieval.retrieved, \(StringColumns.texts("origin", "media_type", "charset", of: "retrieval")),
            \(StringColumns.particulars(of: "retrieval")), document.size, content.bytes, content.packing, content.revision
        FROM retrieval JOIN document ON document.id = retrieval.document LEFT JOIN content ON content.document = document.id
        """

    private func retrieval(_ row: Row) throws -> Retrieval {
        var retrieval = Retrieval(bytes: try bytes(row), origin: row["origin"], retrieved: row["retrieved"])
        retrieval.mediaType = row["media_type"]
        retrieval.charset = row["charset"]
        retrieval.describe(row)
        return retrieval
    }

    /// A document's bytes.
    func bytes(_ row: Row) throws -> [UInt8] {
        guard let stored = row["bytes"] as Data? else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        let bytes = try Packing.unpacked([UInt8](stored), row["packing"]) { try text(ofRevision: row["revision"]) }
        guard let bytes, bytes.count == row["size"] else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return bytes
    }

    private func text(ofRevision revision: Int64?) throws -> [UInt8]? {
        try database.row("SELECT text, text_packing FROM revision WHERE id = ?", [revision]).flatMap(StoredArticle.text)
    }

    /// Packs a document that was read after the text of a revision, which it has most of its bytes in common with: `packed` is what a reader made
    /// of it. Nothing is changed but where that gives the document's very bytes, and fewer than are stored.
    func pack(document of: RetrievalID, _ packed: Packed, after text: [UInt8], revision: Int64) throws {
        let question = """
            SELECT document.id, digest, size, packing, length(bytes) AS stored FROM retrieval
            JOIN document ON document.id = retrieval.document JOIN content ON content.document = document.id WHERE retrieval.id = ?
            """
        guard let row = try database.row(question, [of.number]), row["packing"] != Packing.text.rawValue,
            row["packing"] != Packing.zstdAfterText.rawValue, packed.bytes.count < row["stored"],
            let bytes = packed.unpacked(after: text), bytes.count == row["size"],
            FieldDigest.blob(of: bytes) == row["digest"] as Data
        else { return }
        try database.run("DELETE FROM content WHERE document = ?", [row["id"] as Int64])
        try database.run(
            "INSERT INTO content (document, packing, revision, bytes) VALUES (?, ?, ?, ?)",
            [row["id"] as Int64, packed.packing.rawValue, revision, Data(packed.bytes)])
    }

    /// The row of a document, which is made where there is none with these bytes.
    private func document(_ bytes: [UInt8], _ digest: Data) throws -> Int64 {
        let question = "SELECT id FROM document WHERE substr(digest, 1, 8) = ? AND digest = ?"
        if let known = try database.number(question, [digest.prefix(8), digest]) { return known }
        let packed = packer.packed(bytes, isQuick: true)
        try database.run("INSERT INTO document (digest, size) VALUES (?, ?)", [digest, bytes.count])
        let document = database.lastInsertedRowID
        try database.run(
            "INSERT INTO content (document, packing, bytes) VALUES (?, ?, ?)",
            [document, packed.packing.rawValue, Data(packed.bytes)])
        return document
    }

    /// The same document came again, later. Where another form of its article was retrieved in between, this one is to be current again: it is
    /// pending, so that it is read and filed once more.
    private func renewed(_ id: Int64, _ retrieved: String, _ state: Kept.State) throws -> Kept.State {
        try database.run("UPDATE retrieval SET retrieved = ? WHERE id = ?", [retrieved, id])
        guard state == .settled else { return state }
        let current = try database.number(
            "SELECT current FROM retrieval JOIN article ON article.current = retrieval.revision WHERE retrieval.id = ?", [id])
        guard let current else {
            try database.run("UPDATE retrieval SET state = 0 WHERE id = ?", [id])
            return .pending
        }
        try database.run("UPDATE revision SET retrieved = max(retrieved, ?) WHERE id = ?", [retrieved, current])
        return .settled
    }

    /// What makes a retrieval the same: its origin, its bytes, and what was said of it.
    private static func key(_ retrieval: Retrieval, _ digest: Data) -> Data {
        var key = FieldDigest()
        for field in [
            retrieval.origin, retrieval.mediaType, retrieval.charset, retrieval.outlet, retrieval.title, retrieval.author,
            retrieval.published, retrieval.url,
        ] { key.add(field) }
        key.add([UInt8](digest))
        return key.blob.prefix(16)
    }
}

extension Retrieval {
    /// Takes over what the columns of a row say of the article.
    mutating func describe(_ row: Row) {
        outlet = row["outlet"]
        title = row["title"]
        author = row["author"]
        published = row["published"]
        url = row["url"]
    }
}
