/// One item of a feed. What the feed does not say is nil.
public struct FeedItem: Hashable, Sendable {
    /// What tells it from others for ever: `guid`, Atom's `id`. Where the feed gives none, the link.
    public var id: String?
    /// The article's address, absolute where it can be made so.
    public var link: String?
    /// The title, plain text.
    public var title: String?
    /// The author's name; several are separated by commas.
    public var author: String?
    /// When it was published, ISO 8601, with the zone where the feed gives one.
    public var published: String?
    /// When it was last changed, ISO 8601.
    public var updated: String?
    /// The summary, plain text.
    public var summary: String?
    /// The whole text, where the feed brings it, as HTML: `Page` reads it.
    public var contentHTML: String?
    /// The item's own language, or the feed's.
    public var language: String?
    /// The outlet that the item was taken from, where the feed says so (`source`).
    public var outlet: String?

    /// An item of which nothing is known.
    public init() {}
}
