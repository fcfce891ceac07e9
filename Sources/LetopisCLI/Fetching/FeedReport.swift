internal import Letopis
internal import LetopisArchive

/// What came of one item of a feed.
struct ItemReport: Sendable {
    enum Result: Sendable {
        /// It is in the archive now.
        case kept
        /// It was there already, byte for byte.
        case known
        /// It is to be tried again, and why.
        case later(String)
        /// It is not to be had, and why.
        case failed(String)
    }
    let origin: String
    let result: Result
}

/// What came of one feed.
struct FeedReport: Sendable {
    enum State: Sendable {
        case read, unchanged
        case failed(String)
    }
    let feed: FollowedFeed
    var state = State.unchanged
    /// Its new address, where it has moved for good.
    var movedTo: String?
    var items = 0, kept = 0, known = 0
    /// Items and what stands in their way.
    var later: [(origin: String, reason: String)] = [], failed: [(origin: String, reason: String)] = []

    init(feed: FollowedFeed) { self.feed = feed }

    mutating func add(_ item: ItemReport) {
        switch item.result {
        case .kept: kept += 1
        case .known: known += 1
        case .later(let reason): later.append((item.origin, reason))
        case .failed(let reason): failed.append((item.origin, reason))
        }
    }

    /// What somebody should know, a line each.
    var complaints: [String] {
        var lines: [String] = []
        if case .failed(let reason) = state { lines.append("\(feed.url): \(reason)") }
        if let movedTo { lines.append("\(feed.url): has moved for good to \(movedTo); add that address and remove this one") }
        lines += failed.map { "\($0.origin): \($0.reason)" }
        lines += later.map { "\($0.origin): \($0.reason); tried again the next time" }
        return lines.map(printable)
    }
}

/// What came of a round through all feeds.
struct RoundSummary: Sendable {
    var feeds = 0, unchangedFeeds = 0, failedFeeds = 0
    var items = 0, kept = 0, known = 0, later = 0, failed = 0

    mutating func add(_ report: FeedReport) {
        feeds += 1
        switch report.state {
        case .read: break
        case .unchanged: unchangedFeeds += 1
        case .failed: failedFeeds += 1
        }
        items += report.items
        kept += report.kept
        known += report.known
        later += report.later.count
        failed += report.failed.count
    }

    /// For people: one line.
    var text: String {
        "\(feeds) feeds: \(feeds - unchangedFeeds - failedFeeds) read, \(unchangedFeeds) unchanged, \(failedFeeds) failed; "
            + "\(items) items: \(kept) new, \(known) known, \(later) later, \(failed) failed\n"
    }

    /// For programs: one object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("feeds", feeds)
            json.field("unchangedFeeds", unchangedFeeds)
            json.field("failedFeeds", failedFeeds)
            json.field("items", items)
            json.field("new", kept)
            json.field("known", known)
            json.field("later", later)
            json.field("failed", failed)
        }
        json.endLine()
    }
}
