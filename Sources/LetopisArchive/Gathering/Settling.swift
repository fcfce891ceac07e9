internal import FoundationEssentials
internal import GRDB
internal import Letopis
internal import LetopisText

extension Archive {
    /// Files what a document was read as: the article with its record, in one transaction. When this returns they are on the disk.
    @discardableResult public func settle(_ id: RetrievalID, _ reading: Reading) throws -> Outcome {
        try change { try Settling(database: $0, id: id).outcome(Preparation().prepared(reading)) }
    }

    /// Files several documents in one transaction, which costs one synchronisation with the disk. All are filed, or none is.
    @discardableResult public func settle(_ read: [(RetrievalID, PreparedReading)]) throws -> [Outcome] {
        try change { database in
            try read.map { try Settling(database: database, id: $0).outcome($1) }
        }
    }
}

/// A document's article on its way into the tables.
struct Settling {
    private let database: Database
    private let id: RetrievalID
    private let origin, retrieved: String
    private let url: String?
    /// The form that the document was read as before.
    private let earlier: Int64?

    init(database: Database, id: RetrievalID) throws {
        self.database = database
        self.id = id
        let columns = StringColumns.texts("origin", "url", of: "retrieval")
        let row = try database.row("SELECT \(columns), retrieved, revision FROM retrieval WHERE id = ?", [id.number])
        origin = row?["origin"] ?? ""
        retrieved = row?["retrieved"] ?? ""
        url = row?["url"]
        earlier = row?["revision"]
    }

    func outcome(_ reading: PreparedReading) throws -> Archive.Outcome {
        let form = Form(reading, identity: Address.canonical(reading.url ?? url ?? origin))
        let article = try articleRow(form), before = article["current"] as Int64?
        let filed = try file(form, article["id"], before: before, isAgain: false)
        guard filed.isCurrent, before != filed.revision else {
            return filed.isNew ? .revised(form.article, try changesOfPast(form, article)) : .unchanged(form.article)
        }
        guard let before else { return .new(form.article) }
        let isTextChanged = try digest(before) != Data(reading.digest)
        return .revised(
            form.article, Changes(of: form.article, from: Self.proofs(article), to: form.proofs, isTextChanged: isTextChanged))
    }

    /// Files what the document was read as this time. The article stays the one that it was filed under, whatever address is found now.
    func reread(_ reading: PreparedReading) throws -> Reread {
        guard let earlier, let row = try database.row("\(StoredArticle.selection) WHERE revision.id = ?", [earlier]) else {
            return Reread(try outcome(reading), of: reading)
        }
        let form = Form(reading, identity: row["identity"]), isCurrent = row["current"] == earlier
        let proofs = isCurrent ? Self.proofs(row) : (try? StoredArticle(row: row)).map { Entries(of: $0.record).proofs }
        let changes = Changes(
            of: form.article, from: proofs ?? [:], to: form.proofs, isTextChanged: Data(reading.digest) != row["digest"])
        let filed = try file(form, row["article"], before: row["current"], isAgain: true)
        return Reread(article: form.article, isRevised: filed.revision != earlier, changes: changes)
    }

    /// Files a form of an article whose current form is `before`.
    private func file(
        _ form: Form, _ article: Int64, before: Int64?, isAgain: Bool
    ) throws -> (revision: Int64, isNew: Bool, isCurrent: Bool) {
        let reading = form.reading, reader = try database.number(ofString: reading.reader)
        let known = try database.row("SELECT id, retrieved, reader, \(Self.isLive) AS live FROM revision WHERE key = ?", [form.key])
        let knownReader = known.map { $0["reader"] as Int64 }, isOther = isAgain || knownReader != reader
        let revision = try known.map { try renewed($0, isOther ? reading : nil, reader) } ?? insert(form, article, reader)
        try lead(to: revision, reader)
        if let packed = reading.document {
            try Keeping(database: database).pack(document: id, packed, after: reading.text, revision: revision)
        }
        let question = "SELECT id FROM revision WHERE article = ? AND \(Self.isLive) ORDER BY retrieved DESC, key DESC LIMIT 1"
        let due = try database.number(question, [article]), isCurrent = try due == revision || isPast(before)
        if isCurrent, before != revision || isOther {
            let day = Moment.day(reading.published ?? retrieved) ?? 0
            try Filing(database: database, reading: reading).makeCurrent(article: article, revision: revision, day: day)
        }
        if due != revision, due != before {
            // Another form is the youngest now, and what it is found by is known to a reader only: its documents are to be read again.
            try database.run("UPDATE retrieval SET reader = NULL WHERE revision = ?", [due])
        }
        return (revision, known == nil, isCurrent)
    }

    /// What is true of a form that a document is read as.
    static let isLive = "EXISTS (SELECT 1 FROM retrieval WHERE retrieval.revision = revision.id)"

    /// Whether no document is read as a form any longer.
    private func isPast(_ revision: Int64?) throws -> Bool {
        try database.number("SELECT 1 FROM retrieval WHERE revision = ? LIMIT 1", [revision]) == nil
    }

    /// Notes as which form the document was read. The one that it was read as before is as young as the documents that still are.
    private func lead(to revision: Int64, _ reader: Int64?) throws {
        try database.run(
            "UPDATE retrieval SET state = 1, reason = NULL, revision = ?, reader = ? WHERE id = ?", [revision, reader, id.number])
        guard let earlier, earlier != revision else { return }
        try database.run(
            """
            UPDATE revision SET retrieved = (SELECT max(retrieved) FROM retrieval WHERE retrieval.revision = revision.id)
            WHERE id = ? AND \(Self.isLive)
            """, [earlier])
    }

    /// What a form that is older than the current one differs by from it.
    private func changesOfPast(_ form: Form, _ article: Row) throws -> Changes {
        let isTextChanged = try (article["current"] as Int64?).map { try digest($0) != Data(form.reading.digest) } ?? false
        return Changes(of: form.article, from: form.proofs, to: Self.proofs(article), isTextChanged: isTextChanged)
    }

    /// The proofs of an article's entries, as its row had them.
    private static func proofs(_ article: Row) -> [EntryCode: Int64] {
        EntryRows([UInt8](article["entries"] as Data? ?? Data())).proofs
    }

    private func digest(_ revision: Int64) throws -> Data? {
        try database.row("SELECT digest FROM revision WHERE id = ?", [revision])?["digest"]
    }

    /// The article's row, which is made where there is none.
    private func articleRow(_ form: Form) throws -> Row {
        let question = "SELECT id, current, entries FROM article WHERE key = ?"
        if let row = try database.row(question, [form.article.number]) { return row }
        let identity = try database.number(ofString: form.identity)
        return try database.row(
            "INSERT INTO article (key, identity) VALUES (?, ?) RETURNING id, current, entries", [form.article.number, identity]) ?? Row()
    }

    /// A form that is there already: it is as young as its last retrieval, and where `reading` is given, what that says of it.
    private func renewed(_ row: Row, _ reading: PreparedReading?, _ reader: Int64?) throws -> Int64 {
        let revision: Int64 = row["id"]
        if retrieved > row["retrieved"] || !row["live"] {
            try database.run("UPDATE revision SET retrieved = ? WHERE id = ?", [retrieved, revision])
        }
        if let reading {
            try database.run(
                "UPDATE revision SET reader = ?, record_packing = ?, record = ?, text_packing = ?, text = ? WHERE id = ?",
                [
                    reader, reading.record.packing.rawValue, Data(reading.record.bytes), reading.storedText.packing.rawValue,
                    Data(reading.storedText.bytes), revision,
                ])
        }
        return revision
    }

    private func insert(_ form: Form, _ article: Int64, _ reader: Int64?) throws -> Int64 {
        let reading = form.reading
        let texts = try [reading.lang, reading.outlet, reading.author, reading.url].map { try database.number(ofString: $0) }
        try database.run(
            """
            INSERT INTO revision (article, key, retrieval, retrieved, digest, lang, outlet, author, url, reader, title, published,
                record_packing, record, text_packing, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                article, form.key, id.number, retrieved, Data(reading.digest), texts[0], texts[1], texts[2], texts[3], reader,
                reading.title, reading.published, reading.record.packing.rawValue, Data(reading.record.bytes),
                reading.storedText.packing.rawValue, Data(reading.storedText.bytes),
            ])
        return database.lastInsertedRowID
    }
}
