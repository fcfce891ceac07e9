internal import LetopisArchive
internal import LetopisFetching
internal import LetopisText

/// Rounds through feeds, one after the other, until somebody stops them.
struct Watching: Sendable {
    let fetcher: Fetcher
    let words: PageLexicon
    let clock: FetchClock
    /// Seconds between two visits of a feed.
    let interval: Int
    /// The addresses of the feeds; none is all of the archive's.
    let only: Set<String>
    /// Feeds that are visited side by side.
    static let atOnce = 8

    /// One round through the feeds that are due, or through all; `each` is told what came of each of them, as it
    /// comes, and how many there are.
    func round(_ archive: Archive, all: Bool, _ each: (FeedReport, Int) -> Void) async throws -> RoundSummary {
        let now = HTTPDate.iso8601(clock.seconds)
        let due = try feeds(archive).filter { all || ($0.state.nextAllowed ?? "") <= now }
        let visit = FeedVisit(archive: archive, fetcher: fetcher, words: words, clock: clock, interval: interval)
        var summary = RoundSummary()
        try await boundedForEach(due, atOnce: Watching.atOnce) {
            try await visit.visit($0)
        } each: { report in
            summary.add(report)
            each(report, due.count)
        }
        return summary
    }

    /// Seconds until the next feed is due; at least ten.
    func pause(_ archive: Archive) throws -> Int {
        let now = clock.seconds
        let next = try feeds(archive).compactMap(\.state.nextAllowed).min().flatMap(HTTPDate.instant) ?? now
        return max(10, next - now)
    }

    private func feeds(_ archive: Archive) throws -> [FollowedFeed] {
        try archive.feeds.list().filter { only.isEmpty || only.contains($0.url) }
    }
}
