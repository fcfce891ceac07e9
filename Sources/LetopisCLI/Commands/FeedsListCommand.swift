internal import ArgumentParser
internal import Letopis
internal import LetopisArchive

extension FeedsCommand {
    /// `letopis feeds list`.
    struct List: AsyncParsableCommand {
        enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

        static let configuration = CommandConfiguration(abstract: "List the feeds, when they were fetched, and what went wrong.")

        @Option(name: .shortAndLong, help: "text for people, json for programs, one object a line.")
        var format = Format.text

        @OptionGroup var archive: ArchiveOptions

        func run() async throws {
            try await Console.run {
                let archive = try self.archive.open(.reading)
                for feed in try archive.feeds.list() {
                    try Console.emit(format == .json ? json(feed) : Array(text(feed).utf8))
                }
            }
        }

        private func text(_ feed: FollowedFeed) -> String {
            let name = [feed.title, feed.outlet].compactMap { $0 }.joined(separator: ", ")
            let state =
                feed.state.failure.map { "failed \(feed.state.failures) times: \($0)" } ?? feed.state.lastFetched.map { "fetched \($0)" }
            return printable("\(feed.url)\(name.isEmpty ? "" : " (\(name))"): \(state ?? "not fetched yet")") + "\n"
        }

        private func json(_ feed: FollowedFeed) -> [UInt8] {
            var json = JSONWriter()
            json.object { json in
                json.field("url", feed.url)
                json.field("title", feed.title)
                json.field("outlet", feed.outlet)
                json.field("lastFetched", feed.state.lastFetched)
                json.field("nextAllowed", feed.state.nextAllowed)
                json.field("failures", feed.state.failures)
                json.field("failure", feed.state.failure)
            }
            json.endLine()
            return json.bytes
        }
    }
}
