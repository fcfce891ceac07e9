internal import TestHosting
internal import Testing

@testable internal import LetopisFetching

/// robots.txt: what it says, and that it is followed.
@Suite struct RobotTests {
    private func check(
        _ file: String, allows: [String] = [], refuses: [String] = [], delay: Double? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let rules = RobotRules(Array(file.utf8), agent: "Letopis")
        for path in allows { #expect(rules.allows(path), "\(path)", sourceLocation: sourceLocation) }
        for path in refuses { #expect(!rules.allows(path), "\(path)", sourceLocation: sourceLocation) }
        #expect(rules.delay == delay, sourceLocation: sourceLocation)
    }

    @Test func groups() {
        check("", allows: ["/", "/a"])
        check("User-agent: *\nDisallow: /", refuses: ["/", "/a"])
        check("User-agent: *\nDisallow:", allows: ["/a"])
        check("Disallow: /", allows: ["/a"])
        check("User-agent: other\nDisallow: /", allows: ["/a"])
        check("User-agent: LETOPIS\nDisallow: /a\n\nUser-agent: *\nDisallow: /", allows: ["/b"], refuses: ["/a"])
        check("User-agent: *\nDisallow: /\nUser-agent: letopis/1.0 (news)\nDisallow: /a", allows: ["/b"], refuses: ["/a"])
        check("User-agent: other\nUser-agent: letopis\nDisallow: /a", refuses: ["/a"])
        check("User-agent: letopis\nDisallow: /a\nUser-agent: other\nDisallow: /b", allows: ["/b"], refuses: ["/a"])
        check("User-agent: letopis\nDisallow: /a\nUser-agent: letopis\nDisallow: /b", refuses: ["/a", "/b"])
        check("User-agent: letopisbot\nDisallow: /", allows: ["/a"])
        check("User-agent: letopis\n\nUser-agent: *\nDisallow: /a", refuses: ["/a"])
        check("User-agent: *\nSitemap: x\nDisallow: /a", refuses: ["/a"])
    }

    @Test func theLongestRuleDecides() {
        check("User-agent: *\nDisallow: /a\nAllow: /a/b", allows: ["/a/b", "/a/bc"], refuses: ["/a", "/a/c", "/ab"])
        check("User-agent: *\nAllow: /a\nDisallow: /a", allows: ["/a"])
        check("User-agent: *\nDisallow: /a\nAllow: /a", allows: ["/a"])
        check("User-agent: *\nAllow: /page\nDisallow: /*.htm", refuses: ["/page.htm"])
        check("User-agent: *\nAllow: /$\nDisallow: /", allows: ["/"], refuses: ["/a"])
        check("User-agent: *\nDisallow: /", allows: [], refuses: ["/a"])
        #expect(RobotRules(Array("User-agent: *\nDisallow: /".utf8), agent: "Letopis").allows("/robots.txt"))
    }

    @Test(
        arguments: [
            ("/fish", ["/fish", "/fish.html", "/fish/salmon", "/fish?x"], ["/Fish", "/catfish", "/"]),
            ("/fish*", ["/fish", "/fishy"], ["/Fish"]),
            ("/fish/", ["/fish/", "/fish/a"], ["/fish"]), ("/*.php", ["/a.php", "/a/b.php?x", "/.php"], ["/", "/a.PHP"]),
            ("/*.php$", ["/a.php"], ["/a.php?x", "/a.phpx"]),
            ("/a*b*c$", ["/abc", "/axbxc", "/abcbc"], ["/abcd", "/acb"]), ("/$", ["/"], ["/a"]), ("*", ["/", "/a"], []),
            ("/a$b", ["/a$b"], ["/a"]),
            ("/**a", ["/xa", "/a"], ["/b"]), ("/*aab$", ["/aaab", "/aabaab"], ["/aaba"]),
            ("/новости", ["/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"], ["/"]),
            ("/%6eews", ["/news", "/%6Eews"], ["/n"]), ("/a%2fb", ["/a%2Fb"], ["/a/b"]), ("/a*a$", ["/aa", "/axa"], ["/a"]),
        ] as [(String, [String], [String])]) func patterns(_ pattern: String, _ fits: [String], _ others: [String])
    {
        check("User-agent: *\nDisallow: \(pattern)", allows: others, refuses: fits)
    }

    @Test func howFilesAreWritten() {
        check(
            "\u{FEFF}user-AGENT : *\r\nDISALLOW:/a # not this\r\n\r\n  Disallow :  /b\t\rDisallow: /c", allows: ["/d"],
            refuses: ["/a", "/b", "/c"])
        check("nonsense\n:::\nUser-agent: *\n\u{0}\u{1}\nDisallow: /a\n<html>", refuses: ["/a"])
        check("User-agent: *\nCrawl-delay: 5\nDisallow: /a", refuses: ["/a"], delay: 5)
        check("User-agent: *\nCrawl-delay: 100000", allows: ["/"], delay: FetchLimits.mostCrawlDelay)
        check("User-agent: *\nCrawl-delay: -1\nCrawl-delay: nan\nCrawl-delay: soon", allows: ["/"])
    }

    @Test func largeFilesAreCut() {
        let many = "User-agent: *\n" + String(repeating: "Disallow: /b\n", count: 45_000)
        check(many + "Disallow: /a", allows: ["/a"], refuses: ["/b"])
        let stars = String(repeating: "a*", count: 2000), path = "/" + String(repeating: "a", count: 6000)
        check("User-agent: *\n" + String(repeating: "Disallow: /\(stars)b\n", count: 100), allows: [path])
    }

    /// What a site with this robots.txt answers to a fetch, and what was asked for.
    private func visit(
        _ paths: [String], _ clock: TestClock = TestClock(), between: Double = 0, _ robots: @escaping @Sendable (Int) -> TestHost.Reply
    ) async throws -> (errors: [FetchError?], targets: [String]) {
        let count = Counter()
        let host = try await TestHost.listening { $0.target == "/robots.txt" ? robots(count.next()) : .text("page") }
        let fetcher = testFetcher(clock)
        var errors: [FetchError?] = []
        for path in paths {
            do {
                _ = try await fetcher.fetch(try WebAddress("http://open.example:\(host.port)\(path)"))
                errors.append(nil)
            } catch let error as FetchError { errors.append(error) }
            clock.advance(between)
        }
        await fetcher.close()
        try await host.close()
        return (errors, host.targets)
    }

    @Test func rulesAreFollowed() async throws {
        let (errors, targets) = try await visit(["/a", "/b", "/a/c"]) { _ in .text("User-agent: *\nDisallow: /a") }
        #expect(errors == [.robots(path: "/a"), nil, .robots(path: "/a/c")])
        #expect(targets == ["/robots.txt", "/b"])
    }

    @Test func noFileMeansOpen() async throws {
        for status in ["404 Not Found", "403 Forbidden", "410 Gone", "401 No"] {
            let (errors, _) = try await visit(["/a"]) { _ in .text("User-agent: *\nDisallow: /", status: status) }
            #expect(errors == [nil])
        }
    }

    @Test func troubleMeansClosed() async throws {
        for status in ["500 Trouble", "503 Busy", "429 Slow"] {
            let (errors, targets) = try await visit(["/a", "/b"]) { _ in .text("", status: status) }
            for error in errors {
                if case .robotsUnavailable = error { continue }
                Issue.record("\(status): \(String(describing: error))")
            }
            #expect(targets == ["/robots.txt"])
        }
    }

    @Test func filesAreReadAgainAfterADay() async throws {
        let (errors, targets) = try await visit(["/a", "/a", "/a"], between: 50_000) { number in
            .text(number < 2 ? "User-agent: *\nDisallow: /" : "")
        }
        #expect(errors == [.robots(path: "/a"), .robots(path: "/a"), nil])
        #expect(targets == ["/robots.txt", "/robots.txt", "/a"])
        let closed = try await visit(["/a", "/a"], between: 700) { number in number < 2 ? .text("", status: "500 Trouble") : .text("") }
        #expect(closed.errors.last == .some(nil))
    }

    @Test func redirectedFiles() async throws {
        let count = Counter()
        let host = try await TestHost.listening { question in
            question.target == "/robots.txt" && count.next() == 1
                ? .text(
                    "", ["Location: http://other.example:\(question.headers["host"]?.split(separator: ":").last ?? "")/robots.txt"],
                    status: "301 Moved")
                : .text("User-agent: *\nDisallow: /a")
        }
        let fetcher = testFetcher()
        await #expect(throws: FetchError.robots(path: "/a")) {
            _ = try await fetcher.fetch(try WebAddress("http://open.example:\(host.port)/a"))
        }
        await fetcher.close()
        try await host.close()
    }

    @Test func delaysAreKept() async throws {
        let clock = TestClock()
        let (errors, _) = try await visit(["/a", "/b", "/c"], clock) { _ in .text("User-agent: *\nCrawl-delay: 7") }
        #expect(errors == [nil, nil, nil])
        #expect(clock.pauses == [7, 7])
    }
}
