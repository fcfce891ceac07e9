internal import GRDB

/// What reading a document again changed.
public struct Reread: Hashable, Sendable {
    /// The article that it is filed under.
    public let article: ArticleID
    /// Whether its text or its particulars are others than before: that is a form of its own.
    public let isRevised: Bool
    /// What became of its statements, meetings and positions.
    public let changes: Changes
}

extension Reread {
    /// Of a document of which it was not known as which form it had been read.
    init(_ outcome: Archive.Outcome, of reading: PreparedReading) {
        switch outcome {
        case .new(let article), .unchanged(let article):
            var changes = Changes()
            changes.kept = reading.entries.count
            self.init(article: article, isRevised: false, changes: changes)
        case .revised(let article, let changes): self.init(article: article, isRevised: true, changes: changes)
        }
    }
}

extension Archive {
    /// Documents that were read, but not by this reader, as they came; those that were kept first before the others, at most `limit`, those after
    /// `last`. Where the bytes of one are damaged it is the text that was read of it, as UTF-8; where that is damaged, too, nil.
    public func documents(
        notReadBy reader: String, after last: RetrievalID? = nil, limit: Int
    ) throws -> [(id: RetrievalID, retrieval: Retrieval?)] {
        try ask { database in
            try Keeping(database: database).retrievals(notReadBy: try database.known(reader) ?? 0, after: last, limit: limit)
        }
    }

    /// How many documents were read, but not by this reader.
    public func documentCount(notReadBy reader: String) throws -> Int {
        try ask {
            Int(try $0.number("SELECT count(*) FROM retrieval WHERE state = 1 AND reader IS NOT ?", [try $0.known(reader) ?? 0]) ?? 0)
        }
    }

    /// Forgets who read what: all documents that were read are to be read again, by whichever reader.
    public func forgetReaders() throws {
        try change { try $0.run("UPDATE retrieval SET reader = NULL WHERE state = 1 AND reader IS NOT NULL") }
    }

    /// Files what documents were read as this time, in one transaction. Statements, meetings and positions that are still there keep their ids. A
    /// text or particulars that are others are another form of the same article, as old as the document; the one before stays among the
    /// article's forms, but is never current again, unless another document is read as it.
    public func refile(_ read: [(RetrievalID, PreparedReading)]) throws -> [Reread] {
        try change { database in
            try read.map { try Settling(database: database, id: $0).reread($1) }
        }
    }
}
