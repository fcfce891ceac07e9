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
            try retrievals.map { try Keeping(database: database).keep($0) }
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
                key, try document(retrieval.bytes, digest), retrieval.origin, retrieved, retrieval.mediaType, retrieval.charset,
                retrieval.outlet, retrieval.title, retrieval.author, retrieval.published, retrieval.url,
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

    /// One document, or nil where there is none of this number.
    func retrieval(_ id: RetrievalID) throws -> Retrieval? {
        try database.row(Keeping.selection + " WHERE retrieval.id = ?", [id.number]).map(retrieval)
    }

    private static let selection = """
        SELECT retrieval.*, document.bytes, document.packing, document.size, document.digest
        FROM retrieval JOIN document ON document.id = retrieval.document
        """

    private func retrieval(_ row: Row) throws -> Retrieval {
        var retrieval = Retrieval(bytes: try bytes(row), origin: row["origin"], retrieved: row["retrieved"])
        retrieval.mediaType = row["media_type"]
        retrieval.charset = row["charset"]
        retrieval.describe(row)
        return retrieval
    }

    /// A document's bytes: its own, or the text that is the same.
    func bytes(_ row: Row) throws -> [UInt8] {
        if let packed = row["bytes"] as Data? {
            guard let bytes = Packing.unpacked(packed, row["packing"], size: row["size"]) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
            return bytes
        }
        let text = try String.fetchOne(
            database.cachedStatement(sql: "SELECT text FROM revision WHERE digest = ? LIMIT 1"), arguments: [row["digest"] as Data])
        return Array((text ?? "").utf8)
    }

    /// The row of a document, which is made where there is none with these bytes.
    private func document(_ bytes: [UInt8], _ digest: Data) throws -> Int64 {
        if let known = try database.number("SELECT id FROM document WHERE digest = ?", [digest]) { return known }
        let packed = Packing.packed(bytes)
        try database.run(
            "INSERT INTO document (digest, size, packing, bytes) VALUES (?, ?, ?, ?)", [digest, bytes.count, packed.packing, packed.bytes])
        return database.lastInsertedRowID
    }

    /// The same document came again, later. Where another form of its article was retrieved in between, this one is to be current again: it is
    /// pending, so that it is read and filed once more.
    private func renewed(_ id: Int64, _ retrieved: String, _ state: Kept.State) throws -> Kept.State {
        try database.run("UPDATE retrieval SET retrieved = ? WHERE id = ?", [retrieved, id])
        guard state == .settled else { return state }
        let isCurrent = try database.rows(
            "SELECT article.current = revision.id FROM revision JOIN article ON article.id = revision.article WHERE retrieval = ?", [id])
        guard !isCurrent.isEmpty, isCurrent.allSatisfy({ $0[0] }) else {
            try database.run("UPDATE retrieval SET state = 0 WHERE id = ?", [id])
            return .pending
        }
        try database.run("UPDATE revision SET retrieved = ? WHERE retrieval = ?", [retrieved, id])
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
        return key.blob
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
