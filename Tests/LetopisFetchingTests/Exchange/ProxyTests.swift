internal import TestHosting
internal import Testing

@testable internal import LetopisFetching

/// Proxies are told checked addresses and nothing else, and are used only where somebody asks for them.
@Suite struct ProxyTests {
    /// Fetches an address through a host that is proxy and site in one; gives what came and what that host was asked.
    private func fetch(
        _ url: String, through rules: (Int) throws -> ProxyRules, allowing blocks: [String] = ["127.0.0.2"],
        connect: String = "HTTP/1.1 200 Connection established\r\n\r\n"
    ) async throws -> (result: Result<Fetched, FetchError>, proxy: TestHost) {
        let proxy = try await TestHost.listening { question in
            question.target.hasPrefix("/") ? .text("мост") : .bytes(Array(connect.utf8))
        }
        let fetcher = testFetcher(allowing: blocks, proxies: try rules(proxy.port))
        let result: Result<Fetched, FetchError>
        do { result = .success(try await fetcher.fetch(try WebAddress(url), followingRobots: false)) } catch let error as FetchError {
            result = .failure(error)
        }
        await fetcher.close()
        try await proxy.close()
        return (result, proxy)
    }

    private func all(_ port: Int) throws -> ProxyRules { ProxyRules(try #require(Proxy("http://127.0.0.2:\(port)"))) }

    /// Nobody listens where the name leads: only the proxy can have answered. It is told the address, the site the name.
    @Test func theProxyIsToldTheCheckedAddress() async throws {
        let (result, proxy) = try await fetch("http://two.example:81/page", through: all, allowing: ["127.0.0.2", "127.0.0.3"])
        #expect(try result.get().body == Array("мост".utf8))
        #expect(proxy.targets == ["127.0.0.3:81", "/page"])
        #expect(proxy.questions.last?.headers["host"] == "two.example:81")
        #expect(!proxy.questions.contains { $0.headers.values.contains { $0.contains("two.example") } && $0.target != "/page" })
    }

    /// What may not be visited may not be visited through a proxy either: nobody comes to it.
    @Test(arguments: ["http://two.example/", "http://10.0.0.1/", "https://[::1]/", "http://six.example/"])
    func forbiddenPlaces(_ url: String) async throws {
        let (result, proxy) = try await fetch(url, through: all)
        guard case .failure(.forbidden) = result else { return #expect(Bool(false), "\(result)") }
        #expect(proxy.accepted == 0)
    }

    /// The way to an address of version 6 could be misread.
    @Test func addressesOfVersion6() async throws {
        let (result, proxy) = try await fetch("http://six.example/", through: all, allowing: ["::1"])
        guard case .failure(.unreachable(_, let reason)) = result else { return #expect(Bool(false), "\(result)") }
        #expect(reason.contains("version 4") && proxy.accepted == 0)
    }

    @Test(arguments: [
        ("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "the proxy does not connect to it"),
        ("HTTP/1.1 407 Authenticate\r\nContent-Length: 0\r\n\r\n", "the proxy wants a password"),
    ]) func proxiesThatRefuse(_ answer: String, _ reason: String) async throws {
        let (result, _) = try await fetch("http://open.example/", through: all, connect: answer)
        guard case .failure(let error) = result else { return #expect(Bool(false), "\(result)") }
        #expect(error == .unreachable(host: "open.example", reason: reason))
    }

    /// Behind a proxy, too, a host must say who it is: the certificate is for the name, not for the address.
    @Test func certificatesBehindAProxy() async throws {
        let (result, proxy) = try await fetch("https://open.example/", through: all)
        guard case .failure(.unreachable) = result else { return #expect(Bool(false), "\(result)") }
        #expect(proxy.targets == ["127.0.0.2:443", "TLS open.example"])
    }

    @Test(arguments: [
        (["HTTP_PROXY": "P"], "http", true), (["http_proxy": "P", "HTTP_PROXY": "wrong\\"], "http", true),
        (["HTTPS_PROXY": "P"], "http", false),
        (["HTTP_PROXY": "P", "NO_PROXY": "example"], "http", false), (["HTTP_PROXY": "P", "no_proxy": "a.b, .Example"], "http", false),
        (["HTTP_PROXY": "P", "NO_PROXY": "pen.example,127.0.0.2"], "http", true), (["HTTP_PROXY": "P", "NO_PROXY": "*"], "http", false),
        (["HTTP_PROXY": ""], "http", false), ([:], "http", false),
    ]) func theEnvironment(_ variables: [String: String], _ scheme: String, _ isThrough: Bool) throws {
        let rules = try ProxyRules(environment: variables.mapValues { $0 == "P" ? "127.0.0.2:3128" : $0 })
        #expect(rules.proxy(for: try WebAddress("\(scheme)://open.example/")) == (isThrough ? Proxy("http://127.0.0.2:3128/") : nil))
    }

    @Test func blocksOfAddresses() throws {
        let rules = try ProxyRules(environment: ["HTTPS_PROXY": "proxy.example:3128", "NO_PROXY": "192.0.2.0/24,::1"])
        for (url, isThrough) in [
            ("https://192.0.2.7/", false), ("https://[::1]/", false), ("https://192.0.3.7/", true), ("https://a.example/", true),
        ] {
            #expect((rules.proxy(for: try WebAddress(url)) != nil) == isThrough, "\(url)")
        }
    }

    @Test(arguments: [
        "https://a.example:1", "socks5://a.example:1", "http://me:secret@a.example:1", "http://a.example/x", "", "a b", "unix:/x",
    ])
    func whatIsNoProxy(_ text: String) throws {
        #expect(Proxy(text) == nil)
        guard !text.isEmpty else { return }
        #expect(throws: FetchError.proxy(variable: "HTTPS_PROXY")) { try ProxyRules(environment: ["HTTPS_PROXY": text]) }
    }
}
