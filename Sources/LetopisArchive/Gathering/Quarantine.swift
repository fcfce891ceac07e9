internal import GRDB

/// A document that could not be read: kept, with the reason.
public struct Quarantined: Hashable, Sendable {
    /// Which one.
    public let id: RetrievalID
    /// Where it came from.
    public let origin: String
    /// When it was retrieved.
    public let retrieved: String
    /// How many bytes it has.
    public let size: Int
    /// Why it could not be read.
    public let reason: String
}

extension Archive {
    /// Puts a document aside that could not be read. It stays in the archive, with the reason.
    public func quarantine(_ id: RetrievalID, reason: String) throws {
        try change { try $0.run("UPDATE retrieval SET state = 2, reason = ? WHERE id = ?", [reason, id.number]) }
    }

    /// Documents that could not be read, those that were kept first before the others.
    public func quarantined() throws -> [Quarantined] {
        try ask { database in
            try database.rows(
                """
                SELECT retrieval.id, \(StringColumns.texts("origin", of: "retrieval")), retrieved, size, reason
                FROM retrieval JOIN document ON document.id = retrieval.document WHERE state = 2 ORDER BY retrieval.id
                """
            ).map {
                Quarantined(
                    id: RetrievalID(number: $0["id"]), origin: $0["origin"], retrieved: $0["retrieved"], size: $0["size"],
                    reason: $0["reason"] ?? "")
            }
        }
    }

    /// Makes documents pending that had been put aside: those given, or all. Gives how many there are.
    public func release(_ ids: [RetrievalID]? = nil) throws -> Int {
        try change { database in
            guard let ids else {
                try database.run("UPDATE retrieval SET state = 0, reason = NULL WHERE state = 2")
                return database.changesCount
            }
            return try ids.reduce(0) { sum, id in
                try database.run("UPDATE retrieval SET state = 0, reason = NULL WHERE state = 2 AND id = ?", [id.number])
                return sum + database.changesCount
            }
        }
    }
}
