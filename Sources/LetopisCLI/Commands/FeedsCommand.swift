internal import ArgumentParser
internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// `letopis feeds`: which feeds the archive follows.
struct FeedsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "Which feeds the archive follows: add, list, remove, import, export, check them.",
        discussion: """
            Examples:
              letopis feeds add https://example.org/rss --outlet "Вестник"
              letopis feeds import subscriptions.opml
              letopis feeds list
              letopis feeds check

            `letopis watch` fetches what is new in them.
            """,
        subcommands: [Add.self, List.self, Remove.self, Import.self, Export.self, FeedsCheckCommand.self, FeedsSettingsCommand.self],
        defaultSubcommand: List.self)
}

extension FeedsCommand {
    /// `letopis feeds add`.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add feeds by their addresses. Nothing is fetched.")

        @Argument(help: "Addresses of feeds.")
        var addresses: [String]

        @Option(help: "What the feed is called.")
        var title: String?

        @Option(help: "The outlet that its articles are by.")
        var outlet: String?

        @OptionGroup var archive: ArchiveOptions

        func run() async throws {
            try await Console.run {
                let urls = try addresses.map(FeedSources.address), archive = try self.archive.open(.writing)
                for url in urls {
                    let isNew = try archive.feeds.add(FollowedFeed(url: url, title: title, outlet: outlet))
                    try Console.emit(Array("\(printable(url)): \(isNew ? "added" : "was there")\n".utf8))
                }
            }
        }
    }

    /// `letopis feeds remove`.
    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Follow feeds no longer. What came from them stays.")

        @Argument(help: "Addresses of feeds, as `letopis feeds list` has them.")
        var addresses: [String]

        @OptionGroup var archive: ArchiveOptions

        func run() async throws {
            try await Console.run {
                let archive = try self.archive.open(.writing)
                var missing = 0
                for text in addresses {
                    // An address that was added by other means may have another form.
                    let url = (try? FeedSources.address(text)) ?? text
                    let isGone = try archive.feeds.remove(url) || archive.feeds.remove(text)
                    missing += isGone ? 0 : 1
                    if !isGone, let words = CommandError.noSuchFeed(text).message { Console.complain(words) }
                }
                if missing > 0 { throw CommandError.someFailed(count: missing) }
            }
        }
    }

    /// `letopis feeds import`.
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add the feeds of OPML files, as feed readers export them.")

        @Argument(help: "OPML files; - is standard input.", completion: .file())
        var files: [String]

        @OptionGroup var archive: ArchiveOptions

        func run() async throws {
            try await Console.run {
                let feeds = try files.flatMap(FeedSources.list), archive = try self.archive.open(.writing)
                let new = try feeds.filter { try archive.feeds.add($0) }.count
                try Console.emit(Array("\(feeds.count) feeds: \(new) new, \(feeds.count - new) known\n".utf8))
            }
        }
    }

    /// `letopis feeds export`.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write all feeds as OPML, for feed readers.")

        @OptionGroup var archive: ArchiveOptions

        func run() async throws {
            try await Console.run {
                let archive = try self.archive.open(.reading)
                let feeds = try archive.feeds.list()
                let list = OPML(title: "Letopis", subscriptions: feeds.map { OPML.Subscription(feed: $0.url, title: $0.title) })
                try Console.emit(list.bytes())
            }
        }
    }
}
