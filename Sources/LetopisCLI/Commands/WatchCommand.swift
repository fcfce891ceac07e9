internal import ArgumentParser
internal import Letopis
internal import LetopisArchive
internal import LetopisFetching
internal import LetopisText

/// `letopis watch`: what feeds bring, as it comes.
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Follow feeds: fetch what is new in them, and keep it.",
        discussion: """
            Examples:
              letopis watch https://example.org/rss        follow a feed until Ctrl-C
              letopis watch feeds.opml --once              one round, for cron
              letopis watch                                all feeds of the archive

            Feeds that are named are added to the archive. Each new item's page is
            fetched where the site's robots.txt allows it; otherwise what the feed has
            of it is kept. Only places in the internet are visited, unless
            --allow-address names others. Ctrl-C stops after what is under way.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Argument(help: "Addresses of feeds, and OPML files; without any, all feeds of the archive.", completion: .file())
    var sources: [String] = []

    @Flag(help: "One round through the feeds that are due, and no more.")
    var once = false

    @Flag(help: "In the first round, visit all feeds, due or not.")
    var now = false

    @Option(help: "Minutes between two visits of a feed.")
    var interval = 15

    @Option(name: .shortAndLong, help: "How each round is summed up: text for people, json for programs, one object a round.")
    var format = Format.text

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var fetching: FetchOptions

    @OptionGroup var limits: ReaderLimits

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (1...1440).contains(interval) else {
            throw ValidationError("--interval is a number of minutes from 1 to 1440, not \(interval).")
        }
    }

    func run() async throws {
        try await Console.run {
            let named = try FeedSources.feeds(sources), terms = try limits.terms(common)
            let words = try settingUp { try PageLexicon.load(from: common.locateShare().path) }
            let interrupted = try await prepare(named).withFetcher { fetcher in
                let watching = Watching(
                    fetcher: fetcher, words: words, clock: .system, interval: interval * 60, only: Set(named.map(\.url)))
                return try await Interruption.heeding { try await rounds(watching, terms) }
            }
            if interrupted, once { throw CommandError.interrupted }
        }
    }

    /// Adds what is named, and gives how to fetch.
    private func prepare(_ named: [FollowedFeed]) throws -> FetchSettings {
        let archive = try self.archive.open(.writing)
        for feed in named { try archive.feeds.add(feed) }
        guard try !archive.feeds.list().isEmpty else { throw CommandError.noFeeds(in: archive.path) }
        return try fetching.settings(archive)
    }

    /// Round after round, and a pause after each.
    private func rounds(_ watching: Watching, _ terms: ReadingRoom.Terms) async throws {
        var isFirst = true
        while true {
            let pause = try await turn(watching, terms, all: now && isFirst)
            if once { return }
            isFirst = false
            try await watching.clock.wait(seconds: pause)
        }
    }

    /// Fetches, reads, sums up, and gives the seconds until the next feed is due. The archive is open no longer than that: between rounds
    /// others may write to it.
    private func turn(_ watching: Watching, _ terms: ReadingRoom.Terms, all: Bool) async throws -> Int {
        do {
            let archive = try self.archive.open(.writing)
            let summary = try await round(watching, archive, all: all)
            try Console.emit(output(summary))
            let report = try Pending.read(archive, terms, IngestReport(isJSON: format == .json))
            if format == .text, report.count > 0 { try Console.emit(Array(report.summary.utf8)) }
            let failed = summary.failedFeeds + summary.failed + report.failed
            if once, failed > 0 { throw CommandError.someFailed(count: failed) }
            return try watching.pause(archive)
        } catch ArchiveError.locked(let path) where !once {
            Console.complain("\(printable("\(ArchiveError.locked(path: path))")); tried again in a minute")
            return 60
        }
    }

    private func output(_ summary: RoundSummary) -> [UInt8] {
        guard format == .json else { return Array(summary.text.utf8) }
        var json = JSONWriter()
        summary.write(to: &json)
        return json.bytes
    }

    /// One round, with what goes wrong in it said as it comes.
    private func round(_ watching: Watching, _ archive: Archive, all: Bool) async throws -> RoundSummary {
        let progress = Progress()
        defer { progress.clear() }
        var done = 0
        return try await watching.round(archive, all: all) { report, count in
            done += 1
            let complaints = report.complaints
            if !complaints.isEmpty { progress.clear() }
            for line in complaints { Console.complain(line) }
            progress.show(done, of: count, "feeds")
        }
    }
}
