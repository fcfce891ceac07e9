/// A list of feeds, as feed readers exchange it (OPML 1.0 and 2.0).
public struct OPML: Hashable, Sendable {
    /// One feed of the list.
    public struct Subscription: Hashable, Sendable {
        /// The feed's address.
        public var feed: String
        /// What the list calls it.
        public var title: String?
        /// The address of its site.
        public var site: String?
        /// The folders that it is in, the outermost first.
        public var folders: [String]

        /// A feed of a list.
        public init(feed: String, title: String? = nil, site: String? = nil, folders: [String] = []) {
            self.feed = feed
            self.title = title
            self.site = site
            self.folders = folders
        }
    }
    /// The list's title.
    public var title: String?
    /// Its feeds, in its order; a feed that it names twice is here twice.
    public var subscriptions: [Subscription]
    /// What was mended, left out or refused on reading.
    public var notices: [Notice] = []

    /// The most feeds of a list that are read.
    public static let mostSubscriptions = 10_000

    /// A list to write.
    public init(title: String? = nil, subscriptions: [Subscription]) {
        self.title = title
        self.subscriptions = subscriptions
    }

    /// Reads a list. Never fails: what is no OPML has no subscriptions and a notice.
    public init(_ bytes: [UInt8], base: String? = nil, charset: Charset? = nil) {
        subscriptions = []
    }

    /// The list as OPML 2.0 in UTF-8. Reading it again gives the same subscriptions, those in the same folders beside one another.
    public func bytes() -> [UInt8] { [] }
}
