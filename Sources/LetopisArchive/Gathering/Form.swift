internal import FoundationEssentials

/// One form of an article, as it will stand in the tables.
struct Form {
    let article: ArticleID
    let identity: String
    let reading: PreparedReading
    /// What tells it from other forms of the article: its text and its particulars.
    let key: Data

    init(_ reading: PreparedReading, identity: String) {
        self.reading = reading
        self.identity = identity
        article = Form.id(identity)
        var key = FieldDigest()
        let particulars = [reading.lang, reading.outlet, reading.title, reading.author, reading.url, reading.published]
        for field in [article.description] + particulars { key.add(field) }
        key.add(reading.digest)
        self.key = key.blob.prefix(16)
    }

    /// The proof of each entry.
    var proofs: [EntryCode: Int64] {
        let pairs = reading.entries.compactMap { entry in EntryCode(number: entry.code).map { ($0, entry.proof) } }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The id of the article with this address or origin.
    static func id(_ identity: String) -> ArticleID {
        var digest = FieldDigest()
        digest.add(identity)
        return ArticleID(digest.number)
    }
}
