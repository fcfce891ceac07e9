internal import FoundationEssentials
internal import GRDB
internal import Letopis
internal import LetopisText

extension Archive {
    /// Files what a document was read as: its articles with their records, in one transaction. When this returns they are on the disk.
    ///
    /// Gives what became of each article, in the order given. A document without articles (an empty dump's record) is settled, too.
    @discardableResult public func settle(_ id: RetrievalID, _ readings: [Reading]) throws -> [Outcome] {
        let preparation = Preparation()
        return try settle([(id, readings.map { preparation.prepared($0) })]).first ?? []
    }

    /// Files several documents in one transaction, which costs one synchronisation with the disk. All are filed, or none is.
    @discardableResult public func settle(_ read: [(RetrievalID, [PreparedReading])]) throws -> [[Outcome]] {
        try change { database in
            try read.map { try Settling(database: database, id: $0).outcomes($1) }
        }
    }
}

/// A document's articles on their way into the tables.
struct Settling {
    let database: Database
    let id: RetrievalID
    private let origin, retrieved: String
    private let url: String?

    init(database: Database, id: RetrievalID) throws {
        self.database = database
        self.id = id
        let columns = StringColumns.texts("origin", "url", of: "retrieval")
        let row = try database.row("SELECT \(columns), retrieved FROM retrieval WHERE id = ?", [id.number])
        origin = row?["origin"] ?? ""
        retrieved = row?["retrieved"] ?? ""
        url = row?["url"]
    }

    func outcomes(_ readings: [PreparedReading]) throws -> [Archive.Outcome] {
        let outcomes = try readings.enumerated().map { place, reading in
            let suffix = place == 0 ? "" : "#\(place + 1)"
            let identity = reading.url ?? url.map { $0 + suffix } ?? origin + suffix
            return try file(reading, identity: Address.canonical(identity))
        }
        try database.run("UPDATE retrieval SET state = 1, reason = NULL WHERE id = ?", [id.number])
        return outcomes
    }

    private func file(_ reading: PreparedReading, identity: String) throws -> Archive.Outcome {
        let form = Form(reading, identity: identity)
        let article = try articleRow(form), known = try database.row("SELECT id, retrieved FROM revision WHERE key = ?", [form.key])
        let before = article["current"] as Int64?
        let revision = try known.map { try renewed($0) } ?? insert(form, article["id"])
        if let packed = reading.document {
            try Keeping(database: database).pack(document: id, packed, after: reading.text, revision: revision)
        }
        let isCurrent = try database.number(
            "SELECT id FROM revision WHERE article = ? ORDER BY retrieved DESC, key DESC LIMIT 1", [article["id"] as Int64])
        guard isCurrent == revision, before != revision else {
            return known == nil ? .revised(form.article, try changesOfPast(form, article)) : .unchanged(form.article)
        }
        let day = Moment.day(reading.published ?? retrieved) ?? 0
        try Filing(database: database, reading: reading).makeCurrent(article: article["id"], revision: revision, day: day)
        guard before != nil else { return .new(form.article) }
        let isTextChanged = try before.map { try digest($0) != Data(reading.digest) } ?? false
        return .revised(
            form.article, Changes(of: form.article, from: Self.proofs(article), to: form.proofs, isTextChanged: isTextChanged))
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

    /// A revision that is there already: it is as young as its last retrieval.
    private func renewed(_ row: Row) throws -> Int64 {
        if retrieved > row["retrieved"] {
            try database.run("UPDATE revision SET retrieved = ? WHERE id = ?", [retrieved, row["id"] as Int64])
        }
        return row["id"]
    }

    private func insert(_ form: Form, _ article: Int64) throws -> Int64 {
        let reading = form.reading
        let texts = try [reading.lang, reading.outlet, reading.author, reading.url, reading.reader].map {
            try database.number(ofString: $0)
        }
        try database.run(
            """
            INSERT INTO revision (article, key, retrieval, retrieved, digest, lang, outlet, author, url, reader, title, published,
                record_packing, record, text_packing, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                article, form.key, id.number, retrieved, Data(reading.digest), texts[0], texts[1], texts[2], texts[3], texts[4],
                reading.title, reading.published, reading.record.packing.rawValue, Data(reading.record.bytes),
                reading.storedText.packing.rawValue, Data(reading.storedText.bytes),
            ])
        return database.lastInsertedRowID
    }
}
