internal import TestHosting
internal import Testing

@testable internal import LetopisFetching

/// What a fetch gives, and what it asks with.
@Suite struct FetcherTests {
    /// Fetches `/` of a host of these replies, by a name that leads to it, and gives what came and what was asked.
    func fetch(
        _ target: String = "/", unless known: Validators = Validators(), name: String = "open.example", _ clock: TestClock = TestClock(),
        _ reply: @escaping @Sendable (TestHost.Question) -> TestHost.Reply
    ) async throws -> (fetched: Fetched, questions: [TestHost.Question]) {
        let host = try await TestHost.listening(reply), fetcher = testFetcher(clock)
        let fetched: Fetched
        do {
            fetched = try await fetcher.fetch(try WebAddress("http://\(name):\(host.port)\(target)"), unless: known, followingRobots: false)
        } catch {
            await fetcher.close()
            try await host.close()
            throw error
        }
        await fetcher.close()
        try await host.close()
        return (fetched, host.questions)
    }

    /// What goes wrong.
    func check(_ wanted: FetchError, _ reply: TestHost.Reply, sourceLocation: SourceLocation = #_sourceLocation) async {
        await #expect(throws: wanted, sourceLocation: sourceLocation) { _ = try await fetch { _ in reply } }
    }

    @Test func theDocumentAndWhatIsSaidOfIt() async throws {
        let (fetched, questions) = try await fetch("/новости?a b") { _ in
            .text(
                "мост",
                ["Content-Type: Text/HTML; charset=\"Windows-1251\"", "ETag: \"a1\"", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"])
        }
        #expect(fetched.body == Array("мост".utf8) && fetched.mediaType == "text/html" && fetched.charset == "Windows-1251")
        #expect(fetched.validators == Validators(etag: "\"a1\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"))
        let question = try #require(questions.first)
        #expect(question.target == "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?a%20b")
        #expect(question.headers["user-agent"] == "Letopis/0.0 (+https://example.org/bot)")
        #expect(question.headers["host"]?.hasPrefix("open.example:") == true)
        #expect(question.headers["cookie"] == nil && question.headers["if-none-match"] == nil && question.headers["referer"] == nil)
    }

    @Test func namesOfAllShapesAreConnectedAsChecked() async throws {
        let (fetched, questions) = try await fetch(name: "A_b.Мост.example.") { _ in .text("x") }
        #expect(fetched.address.host == .name("a_b.xn--l1aeje.example"))
        #expect(questions.first?.headers["host"]?.hasPrefix("a_b.xn--l1aeje.example:") == true)
    }

    /// Nobody listens at the first address of the name.
    @Test func theNextAddressIsTried() async throws {
        let host = try await TestHost.listening { _ in .text("x") }, fetcher = testFetcher(allowing: ["127.0.0.2", "127.0.0.3"])
        let fetched = try await fetcher.fetch(try WebAddress("http://two.example:\(host.port)/"), followingRobots: false)
        #expect(fetched.body == Array("x".utf8))
        await fetcher.close()
        try await host.close()
    }

    @Test func addressesOfVersion6() async throws {
        guard let host = try? await TestHost.listening(at: ["::1"], { _ in .text("x") }) else {
            return print("no version 6 on this machine")
        }
        let fetcher = testFetcher(allowing: ["::1"])
        for name in ["six.example", "[::1]", "[0:0::0:1]"] {
            let fetched = try await fetcher.fetch(try WebAddress("http://\(name):\(host.port)/"), followingRobots: false)
            #expect(fetched.body == Array("x".utf8))
        }
        #expect(host.questions.map { $0.headers["host"] } == ["six.example:\(host.port)", "[::1]:\(host.port)", "[::1]:\(host.port)"])
        await fetcher.close()
        try await host.close()
    }

    /// The system knows this machine's own name without asking anybody.
    @Test func theSystemsNames() async throws {
        let addresses = try await systemResolver("localhost")
        #expect(!addresses.isEmpty && addresses.allSatisfy { AddressGuard().objection(to: $0) == "loopback" })
        let host = try await TestHost.listening(at: ["127.0.0.1"]) { _ in .text("x") }, fetcher = Fetcher(FetchSettings(version: "0.0"))
        await #expect(throws: FetchError.self) { _ = try await fetcher.fetch(try WebAddress("http://localhost:\(host.port)/")) }
        #expect(host.accepted == 0)
        await fetcher.close()
        try await host.close()
    }

    /// The address is the one that was checked, the name in the greeting the host's.
    @Test func secretsAreForTheHostThatWasNamed() async throws {
        let host = try await TestHost.listening { _ in .text("x") }, fetcher = testFetcher()
        await #expect(throws: FetchError.self) {
            _ = try await fetcher.fetch(try WebAddress("https://open.example:\(host.port)/"), followingRobots: false)
        }
        #expect(host.targets == ["TLS open.example"])
        await fetcher.close()
        try await host.close()
    }

    @Test func whatIsKnownIsNotSentAgain() async throws {
        let known = Validators(etag: "\"a1\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT")
        let (fetched, questions) = try await fetch(unless: known) { _ in
            .bytes(Array("HTTP/1.1 304 Not Modified\r\nETag: \"a1\"\r\n\r\n".utf8))
        }
        #expect(fetched.body == nil && fetched.validators.etag == "\"a1\"")
        #expect(questions.first?.headers["if-none-match"] == "\"a1\"")
        #expect(questions.first?.headers["if-modified-since"] == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test func longValidatorsAreForgotten() async throws {
        let (fetched, _) = try await fetch { _ in .text("x", ["ETag: \"\(String(repeating: "a", count: 2000))\""]) }
        #expect(fetched.validators == Validators())
    }

    @Test(arguments: [(["301", "308"], "/2"), (["302", "301"], "/0"), (["301", "307"], "/1"), (["303", "303"], "/0")])
    func lastingAddresses(
        _ statuses: [String], _ lasting: String
    ) async throws {
        let (fetched, _) = try await fetch("/0") { question in
            let at = Int(question.target.dropFirst()) ?? 0
            return at < 2 ? .text("", ["Location: \(at + 1)"], status: "\(statuses[at]) Moved") : .text("end")
        }
        #expect(fetched.body == Array("end".utf8) && fetched.address.target == "/2" && fetched.lasting.target == lasting)
    }

    @Test func redirectsThatDoNotEnd() async throws {
        await check(.tooManyRedirects, .text("", ["Location: /"], status: "302 Found"))
        await check(.redirectToNowhere(status: 302), .text("", status: "302 Found"))
        await check(.address("file:///etc/passwd", .scheme), .text("", ["Location: file:///etc/passwd"], status: "302 Found"))
        let (fetched, questions) = try await fetch("/0") { question in
            let at = Int(question.target.dropFirst()) ?? 0
            return at < 5 ? .text("", ["Location: \(at + 1)"], status: "302 Found") : .text("five")
        }
        #expect(fetched.body == Array("five".utf8) && questions.count == 6)
    }

    @Test func statusesAreErrors() async throws {
        await check(.status(404, again: nil), .text("no", status: "404 Not Found"))
        await check(.status(503, again: 120), .text("", ["Retry-After: 120"], status: "503 Busy"))
        await check(.status(429, again: 80), .text("", ["Retry-After: Tue, 14 Nov 2023 22:14:40 GMT"], status: "429 Slow"))
        await check(.status(206, again: nil), .text("part", status: "206 Partial"))
        await check(.status(300, again: nil), .text("", ["Location: /x"], status: "300 Choices"))
    }

    @Test func wrongCharsetsAreHandedOn() async throws {
        let (fetched, _) = try await fetch { _ in .text("x", ["Content-Type: text/html; charset=no-such"]) }
        #expect(fetched.charset == "no-such")
    }

    @Test(
        arguments: [
            ("text/html", "text/html", nil), ("TEXT/XML ; Charset = x", "text/xml", nil), ("a/b;charset='koi8-r'", "a/b", "koi8-r"),
            ("nonsense", nil, nil),
            ("; charset=utf-8", nil, "utf-8"), ("a/b; x=1; charset=utf-8; y", "a/b", "utf-8"), ("a/b; charset=", "a/b", nil),
            ("", nil, nil),
        ] as [(String, String?, String?)]) func mediaTypes(_ header: String, _ name: String?, _ charset: String?)
    {
        #expect(MediaType(header).name == name && MediaType(header).charset == charset)
    }

    @Test(
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
            ("Thu, 29 Feb 2024 12:00:00 GMT", 1_709_208_000), ("06 Nov 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 24:49:37 GMT", nil),
            ("Sun, 06 Nov 1994 08:49:37 MSK", nil), ("Sunday, 06-Nov-94 08:49:37 GMT", nil), ("", nil), ("-1", nil),
        ] as [(String, Int?)]) func dates(_ text: String, _ seconds: Int?)
    {
        #expect(HTTPDate.seconds(text) == seconds)
    }

    @Test(arguments: [
        (784_111_777, "1994-11-06T08:49:37Z"), (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
        (1_709_208_000, "2024-02-29T12:00:00Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"), (Int.max, "9999-12-31T23:59:59Z"), (Int.min, "0001-01-01T00:00:00Z"),
    ]) func writtenDates(_ seconds: Int, _ text: String) {
        #expect(HTTPDate.iso8601(seconds) == text)
    }

    @Test func oneIdentity() {
        var settings = FetchSettings(version: "1.2")
        #expect(settings.userAgent == "Letopis/1.2")
        settings.contact = "mailto:desk@example.org)\r\nX: y"
        #expect(settings.userAgent == "Letopis/1.2 (+mailto:desk@example.orgX:y)")
    }

    @Test func messagesSayWhatToDo() {
        let loopback = FetchError.forbidden(host: "a", address: .v4(0x7F00_0001), kind: "loopback")
        #expect(loopback.message.contains("--allow-address 127.0.0.1"))
        #expect(FetchError.status(404, again: nil).message == "status 404, not found")
        #expect(FetchError.status(404, again: nil).isPassing == false && FetchError.status(503, again: nil).isPassing)
    }
}
