internal import ArgumentParser
internal import FoundationEssentials
internal import LetopisArchive
internal import LetopisFetching

/// Options of every command that fetches.
struct FetchOptions: ParsableArguments {
    @Option(
        name: .customLong("allow-address"),
        help: ArgumentHelp(
            "A block of addresses outside the internet that may be visited: 10.0.0.0/8, ::1. May be given several times.",
            valueName: "block"),
        transform: FetchOptions.block)
    var allowed: [AddressBlock] = []

    @Option(help: ArgumentHelp("A URL or a mail address for site owners, sent in the user agent.", valueName: "address"))
    var contact: String?

    @Option(
        help: ArgumentHelp(
            "A proxy for all fetches, http://HOST:PORT; `environment` for those that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name; `none`.",
            valueName: "proxy"))
    var proxy: String?

    @Option(help: "How many fetches one host serves at once.")
    var perHost = 2

    @Option(help: ArgumentHelp("Seconds between the beginnings of two fetches at one host.", valueName: "seconds"))
    var pause = 1.0

    func validate() throws {
        guard (0...3600).contains(pause) else { throw ValidationError("--pause is a number of seconds from 0 to 3600, not \(pause).") }
        if proxy != "environment" { _ = try FetchOptions.proxies(proxy) }
        guard (1...16).contains(perHost) else { throw ValidationError("--per-host is a number from 1 to 16, not \(perHost).") }
    }

    /// These options, and what the archive has settled where they say nothing.
    func settings(_ archive: Archive?) throws -> FetchSettings {
        var settings = FetchSettings(version: LetopisCommand.version)
        settings.contact = try contact ?? archive?.settings[FetchOptions.contactSetting]
        settings.allowed = allowed + FetchOptions.blocks(try archive?.settings[FetchOptions.allowSetting])
        settings.proxies = try FetchOptions.proxies(try proxy ?? archive?.settings[FetchOptions.proxySetting])
        settings.perHost = perHost
        settings.delay = pause
        return settings
    }

    /// Names of settings in the archive.
    static let contactSetting = "fetch.contact", allowSetting = "fetch.allow", proxySetting = "fetch.proxy"

    /// What somebody asks for; the environment counts only where it is named.
    static func proxies(_ text: String?) throws -> ProxyRules? {
        switch text {
        case nil, "none": return nil
        case "environment":
            do { return try ProxyRules(environment: ProcessInfo.processInfo.environment) } catch {
                throw CommandError.setUp(error.message + ".")
            }
        case let text?:
            guard let proxy = Proxy(text) else {
                throw ValidationError("--proxy takes http://HOST:PORT without a password, environment or none, not \"\(printable(text))\".")
            }
            return ProxyRules(proxy)
        }
    }

    /// Blocks separated by blanks, as the archive has them.
    static func blocks(_ text: String?) -> [AddressBlock] { (text ?? "").split(separator: " ").compactMap { AddressBlock(String($0)) } }

    /// A block of addresses, or what is wrong with it.
    static func block(_ text: String) throws -> AddressBlock {
        guard let block = AddressBlock(text) else {
            throw ValidationError("--allow-address takes an address or a block, 10.0.0.0/8 or fd00::/8, not \"\(printable(text))\".")
        }
        return block
    }
}

extension FetchSettings {
    /// Works with a fetcher of these settings, and closes it whatever happens.
    func withFetcher<Value>(_ work: (Fetcher) async throws -> Value) async throws -> Value {
        let fetcher = Fetcher(self)
        do {
            let value = try await work(fetcher)
            await fetcher.close()
            return value
        } catch {
            await fetcher.close()
            throw error
        }
    }
}
