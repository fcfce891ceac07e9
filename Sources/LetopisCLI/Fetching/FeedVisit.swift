internal import LetopisArchive
internal import LetopisFetching
internal import LetopisText

/// One feed, asked once: what is new in it is kept, page by page, as it comes.
///
/// Whatever ends it, the archive is whole: a page is in it or not. What the feed said of itself (its `ETag`) is noted last, and only when
/// nothing is left to be done, so that what was broken off is done the next time.
struct FeedVisit: Sendable {
    let archive: Archive
    let fetcher: Fetcher
    let words: PageLexicon
    let clock: FetchClock
    /// Seconds until the feed is to be asked again.
    let interval: Int
    /// Pages that are fetched side by side; the fetcher sees to it that no host gets more than it should.
    static let atOnce = 4

    /// Visits a feed. Nothing that goes wrong with it is thrown: it is in the report. Throws where the archive fails, or the task was cancelled.
    func visit(_ feed: FollowedFeed) async throws -> FeedReport {
        var report = FeedReport(feed: feed)
        do {
            let known = Validators(etag: feed.state.etag, lastModified: feed.state.lastModified)
            let fetched = try await fetcher.fetch(try WebAddress(feed.url), unless: known, followingRobots: false)
            if let body = fetched.body { try await gather(body, fetched, &report) } else { report.state = .unchanged }
            try note(fetched, report)
        } catch let error as FetchError {
            report.state = .failed(error.message)
            try note(error, feed.state, of: feed.url)
        }
        return report
    }

    /// Keeps what is new in a feed.
    private func gather(_ body: [UInt8], _ fetched: Fetched, _ report: inout FeedReport) async throws {
        let parsed = Feed(body, base: fetched.address.description, charset: fetched.charset.flatMap { Charset(label: $0) }, lexicon: words)
        guard parsed.format != nil else {
            report.state = .failed("there is no feed at this address")
            return
        }
        report.state = .read
        report.movedTo = fetched.lasting.description == report.feed.url ? nil : fetched.lasting.description
        let items = GatheredItem.items(of: parsed, feed: report.feed)
        let lacking = try archive.lacking(items.map(\.announced), now: HTTPDate.iso8601(clock.seconds))
        let wanted = Set(lacking.map(\.origin))
        report.items = items.count
        report.known = items.count - wanted.count
        try await boundedForEach(items.filter { wanted.contains($0.announced.origin) }, atOnce: FeedVisit.atOnce) { item in
            try await keep(item)
        } each: {
            report.add($0)
        }
    }

    /// Keeps the page that an item leads to, or where it may not or cannot be had, what the feed itself has of it.
    private func keep(_ item: GatheredItem) async throws -> ItemReport {
        var refusal: FetchError?
        if let link = item.link {
            do {
                let fetched = try await fetcher.fetch(link)
                guard let body = fetched.body else { throw FetchError.status(304, again: nil) }
                let page = item.retrieval(of: body, fetched, at: HTTPDate.iso8601(clock.seconds))
                return ItemReport(origin: item.announced.origin, result: try settle(page))
            } catch let error as FetchError {
                if error.isPassing { return ItemReport(origin: item.announced.origin, result: .later(error.message)) }
                refusal = error
            }
        }
        guard let own = item.ownContent(at: HTTPDate.iso8601(clock.seconds)) else {
            return ItemReport(origin: item.announced.origin, result: .failed(refusal?.message ?? "the item has neither a link nor a text"))
        }
        return ItemReport(origin: item.announced.origin, result: try settle(own))
    }

    private func settle(_ retrieval: Retrieval) throws -> ItemReport.Result {
        let kept = try archive.keep([retrieval])
        return kept.first?.state == .pending ? .kept : .known
    }

    /// Notes that the feed was fetched. What is left for later keeps the feed from answering "nothing new" the next time.
    private func note(_ fetched: Fetched, _ report: FeedReport) throws {
        var state = FetchState()
        if case .failed(let reason) = report.state { (state.failures, state.failure) = (report.feed.state.failures + 1, reason) }
        if report.later.isEmpty, state.failures == 0 {
            // "Not modified" need not say again what the state is called.
            let last = fetched.body == nil ? report.feed.state : FetchState()
            state.etag = fetched.validators.etag ?? last.etag
            state.lastModified = fetched.validators.lastModified ?? last.lastModified
        }
        state.lastFetched = HTTPDate.iso8601(clock.seconds)
        state.nextAllowed = HTTPDate.iso8601(clock.seconds + pause(after: state.failures))
        try archive.feeds.update(report.feed.url, state)
    }

    /// Notes a failure: the feed is left alone twice as long each time, or as long as its host asks.
    private func note(_ error: FetchError, _ last: FetchState, of url: String) throws {
        var state = last
        state.failures += 1
        state.failure = error.message
        state.lastFetched = HTTPDate.iso8601(clock.seconds)
        var pause = pause(after: state.failures)
        if case .status(_, let again?) = error { pause = max(pause, min(again, FeedVisit.longestPause)) }
        state.nextAllowed = HTTPDate.iso8601(clock.seconds + pause)
        try archive.feeds.update(url, state)
    }

    /// A day.
    private static let longestPause = 86_400

    private func pause(after failures: Int) -> Int { min(interval << min(failures, 10), max(interval, FeedVisit.longestPause)) }
}

/// Works on elements side by side, at most so many at once, and hands over what comes of them in the order in which they are done.
func boundedForEach<Element: Sendable, Result: Sendable>(
    _ elements: [Element], atOnce: Int, _ work: @escaping @Sendable (Element) async throws -> Result, each: (Result) -> Void
) async throws {
    try await withThrowingTaskGroup(of: Result.self) { group in
        var rest = elements[...]
        for element in rest.prefix(atOnce) { group.addTask { try await work(element) } }
        rest = rest.dropFirst(atOnce)
        while let result = try await group.next() {
            each(result)
            if let element = rest.popFirst() { group.addTask { try await work(element) } }
        }
    }
}
