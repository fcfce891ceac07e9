internal import FoundationEssentials
internal import Letopis
internal import LetopisText

/// One form of an article, as it will stand in the tables.
struct Form {
    let article: ArticleID
    let identity, text, reader: String
    let lang, outlet, title, author, url, published: String?
    /// SHA-256 of the text.
    let digest: Data
    /// What tells it from other forms of the article: its text and its particulars.
    let key: Data
    /// The record's wire form, without the text.
    let record: [UInt8]
    let entries: Entries
    let actors: [Actor]
    let words: WordIndex

    init(_ reading: Reading, identity: String) {
        let source = reading.record.article
        self.identity = identity
        article = Form.id(identity)
        text = String(decoding: source.utf8, as: UTF8.self)
        reader = reading.reader
        lang = source.language
        outlet = source.outlet
        title = source.title
        author = source.author
        url = source.url
        published = source.published
        digest = FieldDigest.blob(of: source.utf8)
        var key = FieldDigest()
        for field in [article.description, lang, outlet, title, author, url, published] { key.add(field) }
        key.add([UInt8](digest))
        self.key = key.blob
        record = RecordWire.json(reading.record, withText: false)
        actors = reading.record.actors
        entries = Entries(of: reading.record, article)
        words = WordIndex(reading)
    }

    /// The id of the article with this address or origin.
    static func id(_ identity: String) -> ArticleID {
        var digest = FieldDigest()
        digest.add(identity)
        return ArticleID(String(digest.hexadecimal.prefix(16)))
    }
}
