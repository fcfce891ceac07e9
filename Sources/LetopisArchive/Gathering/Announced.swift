internal import GRDB

/// A document that somebody says is somewhere: an item of a feed.
public struct Announced: Hashable, Sendable {
    /// What will be its `Retrieval.origin`.
    public var origin: String
    /// When it is said to have been changed last, ISO 8601; nil where nothing is said.
    public var changed: String?

    /// A document and when it was changed.
    public init(origin: String, changed: String? = nil) {
        self.origin = origin
        self.changed = changed
    }
}

extension Archive {
    /// Those of some documents that the archive has not kept in the state that is announced: never retrieved, or changed since they were. What
    /// became of those that it has kept (read, or put aside) makes no difference. A change that is announced for later than `now` is not
    /// believed: it would be news each time.
    public func lacking(_ announced: [Announced], now: String) throws -> [Announced] {
        let now = Moment.universal(now)
        return try ask { database in
            try announced.filter { document in
                guard let origin = try database.known(document.origin),
                    let last = try database.row("SELECT max(retrieved) AS last FROM retrieval WHERE origin = ?", [origin])?["last"]
                        as String?
                else { return true }
                guard let changed = document.changed.map(Moment.universal), Moment.day(changed) != nil else { return false }
                return changed > last && changed <= now
            }
        }
    }
}
