internal import LetopisArchive
internal import LetopisFetching
internal import LetopisText

/// An item of a feed on its way into the archive.
struct GatheredItem: Sendable {
    let item: FeedItem
    let feed: FollowedFeed
    /// What it will be known by, and when it was changed.
    let announced: Announced
    /// Where its page is, if that can be fetched.
    let link: WebAddress?

    /// The items of a feed, each once: several with the same link, or without a link the same id, are the first of them.
    static func items(of parsed: Feed, feed: FollowedFeed) -> [GatheredItem] {
        var seen: Set<String> = []
        return parsed.items.compactMap { GatheredItem($0, feed: feed) }.filter { seen.insert($0.announced.origin).inserted }
    }

    /// Nil where nothing tells the item from others.
    private init?(_ item: FeedItem, feed: FollowedFeed) {
        self.item = item
        self.feed = feed
        link = item.link.flatMap { try? WebAddress($0) }
        guard let origin = link?.description ?? item.id.map({ "\(feed.url)#\($0)" }) else { return nil }
        announced = Announced(origin: origin, changed: item.updated ?? item.published)
    }

    /// The page that was fetched for it.
    func retrieval(of body: [UInt8], _ fetched: Fetched, at now: String) -> Retrieval {
        var retrieval = Retrieval(bytes: body, origin: announced.origin, retrieved: now)
        retrieval.mediaType = fetched.mediaType
        retrieval.charset = fetched.charset
        describe(&retrieval, url: fetched.address.description)
        return retrieval
    }

    /// What the feed itself has: the whole text, or the title and the summary. Nil where there is no text.
    func ownContent(at now: String) -> Retrieval? {
        var retrieval: Retrieval
        if let html = item.contentHTML, !html.isEmpty {
            retrieval = Retrieval(bytes: Array(html.utf8), origin: announced.origin, retrieved: now)
            retrieval.mediaType = "text/html"
        } else if let summary = item.summary, !summary.isEmpty {
            let title = item.title.map { $0 + "\n\n" } ?? ""
            retrieval = Retrieval(bytes: Array((title + summary + "\n").utf8), origin: announced.origin, retrieved: now)
            retrieval.mediaType = "text/plain"
        } else {
            return nil
        }
        retrieval.charset = "utf-8"
        describe(&retrieval, url: link?.description)
        return retrieval
    }

    private func describe(_ retrieval: inout Retrieval, url: String?) {
        retrieval.outlet = feed.outlet ?? item.outlet
        retrieval.title = item.title
        retrieval.author = item.author
        retrieval.published = item.published.flatMap { GatheredItem.isPlausible($0, at: retrieval.retrieved) ? $0 : nil }
        retrieval.url = url
    }

    /// Whether an article can have been published then: not after the day that follows the one on which it was retrieved.
    static func isPlausible(_ published: String, at now: String) -> Bool {
        guard isDate(published), let today = HTTPDate.day(now), let day = HTTPDate.day(published) else { return false }
        return day <= today + 1
    }
}
