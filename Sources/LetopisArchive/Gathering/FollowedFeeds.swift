internal import GRDB

/// A feed that the archive follows.
public struct FollowedFeed: Hashable, Sendable {
    /// Its address, which is its identity.
    public var url: String
    /// What it is called.
    public var title: String?
    /// The outlet whose feed it is.
    public var outlet: String?
    /// What is known of fetching it.
    public var state = FetchState()

    /// A feed that was never fetched.
    public init(url: String, title: String? = nil, outlet: String? = nil) {
        self.url = url
        self.title = title
        self.outlet = outlet
    }
}

/// What is known of fetching a feed.
public struct FetchState: Hashable, Sendable {
    /// The `ETag` of the last answer, for a conditional request.
    public var etag: String?
    /// The `Last-Modified` of the last answer, as the server wrote it.
    public var lastModified: String?
    /// When it was last fetched, ISO 8601.
    public var lastFetched: String?
    /// Before when it is not to be fetched again, ISO 8601.
    public var nextAllowed: String?
    /// How many fetches in a row have failed.
    public var failures = 0
    /// Why the last one failed.
    public var failure: String?

    /// The state of a feed that was never fetched.
    public init() {}
}

/// The feeds of an archive, by their address.
public struct Feeds: Sendable {
    let archive: Archive

    /// Adds a feed. One that is there keeps its state, and takes the title and the outlet that are given. Gives whether it was not there.
    @discardableResult public func add(_ feed: FollowedFeed) throws -> Bool {
        try archive.change { database in
            let isNew = try database.number("SELECT id FROM feed WHERE url = ?", [feed.url]) == nil
            try database.run(
                """
                INSERT INTO feed (url, title, outlet) VALUES (?, ?, ?) ON CONFLICT (url) DO UPDATE
                SET title = coalesce(excluded.title, title), outlet = coalesce(excluded.outlet, outlet)
                """, [feed.url, feed.title, feed.outlet])
            return isNew
        }
    }

    /// All feeds, by address.
    public func list() throws -> [FollowedFeed] {
        try archive.ask { try $0.rows("SELECT * FROM feed ORDER BY url").map(Feeds.feed) }
    }

    /// The feed of an address, or nil.
    public func feed(_ url: String) throws -> FollowedFeed? {
        try archive.ask { try $0.row("SELECT * FROM feed WHERE url = ?", [url]).map(Feeds.feed) }
    }

    /// Forgets a feed; what came from it stays. Gives whether it was there.
    @discardableResult public func remove(_ url: String) throws -> Bool {
        try archive.change { database in
            try database.run("DELETE FROM feed WHERE url = ?", [url])
            return database.changesCount > 0
        }
    }

    /// Notes what a fetch brought.
    public func update(_ url: String, _ state: FetchState) throws {
        try archive.change { database in
            try database.run(
                """
                UPDATE feed SET etag = ?, last_modified = ?, last_fetched = ?, next_allowed = ?, failures = ?, failure = ? WHERE url = ?
                """,
                [state.etag, state.lastModified, state.lastFetched, state.nextAllowed, state.failures, state.failure, url])
        }
    }

    private static func feed(_ row: Row) -> FollowedFeed {
        var feed = FollowedFeed(url: row["url"], title: row["title"], outlet: row["outlet"])
        feed.state.etag = row["etag"]
        feed.state.lastModified = row["last_modified"]
        feed.state.lastFetched = row["last_fetched"]
        feed.state.nextAllowed = row["next_allowed"]
        feed.state.failures = row["failures"]
        feed.state.failure = row["failure"]
        return feed
    }
}

extension Archive {
    /// The feeds that the archive follows.
    public var feeds: Feeds { Feeds(archive: self) }
}
