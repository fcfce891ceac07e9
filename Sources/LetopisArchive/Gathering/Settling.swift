internal import FoundationEssentials
internal import GRDB
internal import Letopis
internal import LetopisText

extension Archive {
    /// Files what a document was read as: its articles with their records, in one transaction. When this returns they are on the disk.
    ///
    /// Gives what became of each article, in the order given. A document without articles (an empty dump's record) is settled, too.
    @discardableResult public func settle(_ id: RetrievalID, _ readings: [Reading]) throws -> [Outcome] {
        try settle([(id, readings)]).first ?? []
    }

    /// Files several documents in one transaction, which costs one synchronisation with the disk. All are filed, or none is.
    @discardableResult public func settle(_ read: [(RetrievalID, [Reading])]) throws -> [[Outcome]] {
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
        let row = try database.row("SELECT origin, retrieved, url FROM retrieval WHERE id = ?", [id.number])
        origin = row?["origin"] ?? ""
        retrieved = row?["retrieved"] ?? ""
        url = row?["url"]
    }

    func outcomes(_ readings: [Reading]) throws -> [Archive.Outcome] {
        let outcomes = try readings.enumerated().map { place, reading in
            let suffix = place == 0 ? "" : "#\(place + 1)"
            let identity = reading.record.article.url ?? url.map { $0 + suffix } ?? origin + suffix
            return try file(reading, identity: Address.canonical(identity))
        }
        try database.run("UPDATE retrieval SET state = 1, reason = NULL WHERE id = ?", [id.number])
        return outcomes
    }

    private func file(_ reading: Reading, identity: String) throws -> Archive.Outcome {
        let form = Form(reading, identity: identity)
        let article = try articleRow(form), known = try database.row("SELECT id, retrieved FROM revision WHERE key = ?", [form.key])
        let before = article["current"] as Int64?
        let revision = try known.map { try renewed($0) } ?? insert(form, article["id"])
        let isCurrent = try database.number(
            "SELECT id FROM revision WHERE article = ? ORDER BY retrieved DESC, key DESC LIMIT 1", [article["id"] as Int64])
        guard isCurrent == revision, before != revision else {
            return known == nil ? .revised(form.article, try changesOfPast(form, article)) : .unchanged(form.article)
        }
        let earlier = try Entries.proofs(ofArticle: article["id"], database), filing = Filing(database: database, form: form)
        try filing.makeCurrent(article: article["id"], revision: revision, day: Moment.day(form.published ?? retrieved) ?? 0)
        guard before != nil else { return .new(form.article) }
        let isTextChanged = try before.map { try digest($0) != form.digest } ?? false
        return .revised(form.article, Changes(from: earlier, to: form.entries, isTextChanged: isTextChanged))
    }

    /// What a form that is older than the current one differs by from it.
    private func changesOfPast(_ form: Form, _ article: Row) throws -> Changes {
        let isTextChanged = try (article["current"] as Int64?).map { try digest($0) != form.digest } ?? false
        return Changes(
            from: form.entries.proofs, to: try Entries.proofs(ofArticle: article["id"], database), isTextChanged: isTextChanged)
    }

    private func digest(_ revision: Int64) throws -> Data? {
        try database.row("SELECT digest FROM revision WHERE id = ?", [revision])?["digest"]
    }

    /// The article's row, which is made where there is none.
    private func articleRow(_ form: Form) throws -> Row {
        let question = "SELECT id, current FROM article WHERE key = ?"
        if let row = try database.row(question, [form.article.description]) { return row }
        try database.run("INSERT INTO article (key, identity) VALUES (?, ?)", [form.article.description, form.identity])
        return try database.row(question, [form.article.description]) ?? Row()
    }

    /// A revision that is there already: it is as young as its last retrieval.
    private func renewed(_ row: Row) throws -> Int64 {
        if retrieved > row["retrieved"] {
            try database.run("UPDATE revision SET retrieved = ? WHERE id = ?", [retrieved, row["id"] as Int64])
        }
        return row["id"]
    }

    private func insert(_ form: Form, _ article: Int64) throws -> Int64 {
        let record = Packing.packed(form.record)
        try database.run(
            """
            INSERT INTO revision (article, key, retrieval, retrieved, digest, text, lang, outlet, title, author, url, published,
                reader, packing, record_size, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                article, form.key, id.number, retrieved, form.digest, form.text, form.lang, form.outlet, form.title, form.author, form.url,
                form.published, form.reader, record.packing, form.record.count, record.bytes,
            ])
        let revision = database.lastInsertedRowID
        // The text is the document, byte for byte: it need not lie in the file twice.
        try database.run("UPDATE document SET bytes = NULL WHERE digest = ? AND bytes IS NOT NULL", [form.digest])
        return revision
    }
}
