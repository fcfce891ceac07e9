public import Letopis

/// An article as the archive has it: one form of it, with its record.
public struct StoredArticle: Sendable {
    /// Its id.
    public let id: ArticleID
    /// Its address, or its origin where it has none.
    public let identity: String
    /// What was read of it, with the text.
    public let record: Record
    /// When this form was last retrieved, in UTC.
    public let retrieved: String
    /// What read it.
    public let reader: String

    /// The ids of its statements, in the order of `record.statements`.
    public var statements: [EntryID] { ids(.statement) }
    /// The ids of its meetings, in the order of `record.meetings`.
    public var meetings: [EntryID] { ids(.meeting) }
    /// The ids of its positions, in the order of `record.positions`.
    public var positions: [EntryID] { ids(.position) }

    init(id: ArticleID, identity: String, record: Record, retrieved: String, reader: String) {
        self.id = id
        self.identity = identity
        self.record = record
        self.retrieved = retrieved
        self.reader = reader
    }

    private func ids(_ sort: EntryID.Sort) -> [EntryID] {
        Entries(of: record).list.filter { $0.code.sort == sort }.map { EntryID(id, $0.code) }
    }
}

/// One form of an article among others.
public struct Revision: Sendable {
    /// The form.
    public let article: StoredArticle
    /// Whether it is the one that was retrieved last.
    public let isCurrent: Bool
    /// Whether the documents that were read as this form have since been read as others, by a newer reader.
    public let isSuperseded: Bool
    /// What it did to the record of the form before it; nil of the first.
    public let changes: Changes?
}
