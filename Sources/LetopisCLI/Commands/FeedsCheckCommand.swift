internal import ArgumentParser
internal import LetopisArchive
internal import LetopisFetching
internal import LetopisText

/// `letopis feeds check`: whether feeds can be had, and what is in them. The archive stays as it is.
struct FeedsCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Fetch feeds and say what is in them, or what is wrong. Nothing is kept.")

    @Argument(help: "Addresses of feeds; without any, all feeds of the archive.")
    var addresses: [String] = []

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var fetching: FetchOptions

    func run() async throws {
        try await Console.run {
            let archive = addresses.isEmpty ? try self.archive.open(.reading) : nil
            let followed = try archive?.feeds.list().map(\.url)
            let urls = try followed ?? addresses.map(FeedSources.address)
            var found: [Finding] = []
            try await fetching.settings(archive).withFetcher { fetcher in
                try await boundedForEach(urls, atOnce: Watching.atOnce) { url in
                    await finding(url, fetcher)
                } each: { finding in
                    found.append(finding)
                }
            }
            for finding in found {
                if finding.isFailure { Console.complain(finding.line) } else { try Console.emit(Array((finding.line + "\n").utf8)) }
            }
            let failed = found.count(where: \.isFailure)
            if failed > 0 { throw CommandError.someFailed(count: failed) }
        }
    }

    private struct Finding: Sendable {
        let line: String
        let isFailure: Bool
    }

    private func finding(_ url: String, _ fetcher: Fetcher) async -> Finding {
        do {
            let fetched = try await fetcher.fetch(try WebAddress(url), followingRobots: false)
            let feed = Feed(fetched.body ?? [], base: fetched.address.description, charset: fetched.charset.flatMap { Charset(label: $0) })
            guard let format = feed.format else {
                return Finding(line: printable("\(url): there is no feed at this address"), isFailure: true)
            }
            let newest = feed.items.compactMap(\.published).max().map { ", the newest of \($0.prefix(10))" } ?? ""
            return Finding(line: printable("\(url): \(format.rawValue), \(feed.items.count) items\(newest)"), isFailure: false)
        } catch {
            return Finding(line: printable("\(url): \((error as? FetchError)?.message ?? "broken off")"), isFailure: true)
        }
    }
}

/// `letopis feeds settings`: what holds for every fetch into this archive.
struct FeedsSettingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Show or settle what holds for every fetch into this archive.",
        discussion: "What is given is settled; an empty text leaves it open again. What then holds is shown.")

    @Option(
        name: .customLong("allow-address"),
        help: ArgumentHelp("Blocks of addresses outside the internet that may be visited.", valueName: "block"))
    var allowed: [String] = []

    @Option(help: ArgumentHelp("A URL or a mail address for site owners, sent in the user agent.", valueName: "address"))
    var contact: String?

    @Option(help: ArgumentHelp("A proxy for all fetches: http://HOST:PORT, environment or none.", valueName: "proxy"))
    var proxy: String?

    @OptionGroup var archive: ArchiveOptions

    func validate() throws {
        for text in allowed where !text.isEmpty { _ = try FetchOptions.block(text) }
        if let proxy, proxy != "", proxy != "environment" { _ = try FetchOptions.proxies(proxy) }
    }

    func run() async throws {
        try await Console.run {
            let archive = try self.archive.open(contact == nil && allowed.isEmpty && proxy == nil ? .reading : .writing)
            if let contact { try archive.settings.set(FetchOptions.contactSetting, contact.isEmpty ? nil : contact) }
            let named = allowed.filter { !$0.isEmpty }.joined(separator: " ")
            if !allowed.isEmpty { try archive.settings.set(FetchOptions.allowSetting, named.isEmpty ? nil : named) }
            if let proxy { try archive.settings.set(FetchOptions.proxySetting, proxy.isEmpty ? nil : proxy) }
            let names = [
                ("contact", FetchOptions.contactSetting), ("allow-address", FetchOptions.allowSetting),
                ("proxy", FetchOptions.proxySetting),
            ]
            for (name, setting) in names {
                let padding = String(repeating: " ", count: 15 - name.count)
                try Console.emit(Array("\(name)\(padding)\(printable(try archive.settings[setting] ?? "none"))\n".utf8))
            }
        }
    }
}
