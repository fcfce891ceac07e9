internal import LetopisArchive
internal import LetopisFetching
internal import LetopisText

/// Feeds that the command line names: addresses, and lists of feeds in files.
enum FeedSources {
    /// The feeds that some arguments name. Throws where an address is none, a file cannot be read or has no feeds.
    static func feeds(_ arguments: [String]) throws -> [FollowedFeed] { try arguments.flatMap(feeds) }

    private static func feeds(_ argument: String) throws -> [FollowedFeed] {
        if isAddress(argument) { return [FollowedFeed(url: try address(argument))] }
        return try list(argument)
    }

    /// Whether an argument is meant as an address: everything with `://`.
    static func isAddress(_ argument: String) -> Bool { argument.firstRange(of: "://") != nil }

    /// An address as the archive knows it.
    static func address(_ text: String) throws -> String {
        do {
            return try WebAddress(text).description
        } catch {
            throw CommandError.address(text, reason: error.message)
        }
    }

    /// The feeds of an OPML file, or of standard input.
    static func list(_ path: String) throws -> [FollowedFeed] {
        let list = OPML(try Input(path: path).bytes())
        for notice in list.notices { Console.complain("\(printable(path)): \(notice.message)") }
        let feeds = list.subscriptions.compactMap { subscription -> FollowedFeed? in
            do {
                return FollowedFeed(url: try address(subscription.feed), title: subscription.title)
            } catch {
                Console.complain((error as? CommandError)?.message ?? "\(error)")
                return nil
            }
        }
        guard !feeds.isEmpty else { throw CommandError.noFeeds(in: path) }
        return feeds
    }
}
