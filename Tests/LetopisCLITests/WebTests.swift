internal import Foundation
internal import Synchronization
internal import TestHosting
internal import Testing

/// Feeds and pages from a host on this machine: watched, checked, ingested. Needs the models.
@Suite(.enabled(if: Program.canRead)) struct WebTests {
    static let page =
        "<html lang=ru><head><title>Мост</title></head><body><article><h1>Мост</h1><p>Министр Анна Лебедева заявила, что мост откроют в мае.</p><p>Работы начались три года назад и обошлись городу дешевле, чем ожидали.</p></article></body></html>"

    /// A feed of items, each with a link (a path of the host), a guid and a date.
    static func feed(_ port: String, _ items: [(path: String, guid: String, date: String)]) -> String {
        let list = items.map { item in
            let link = item.path.isEmpty ? "" : "<link>http://127.0.0.2:\(port)\(item.path)</link>"
            return
                "<item><title>Мост</title>\(link)<guid>\(item.guid)</guid><pubDate>\(item.date)</pubDate><description>Мэр Пётр Орлов сообщил, что мост готов.</description></item>"
        }
        return
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Вестник</title>\(list.joined())</channel></rss>"
    }

    static let today = "Tue, 05 Mar 2024 10:00:00 GMT"

    /// A host with a feed at `/rss`, pages at `/1`, `/2`, …, and this robots.txt.
    static func host(
        _ items: [(path: String, guid: String, date: String)], robots: String = "",
        _ other: @escaping @Sendable (TestHost.Question) -> TestHost.Reply? = { _ in nil }
    ) async throws -> TestHost {
        try await TestHost.listening { question in
            if let reply = other(question) { return reply }
            let port = question.headers["host"]?.split(separator: ":").last.map(String.init) ?? ""
            switch question.target {
            case "/robots.txt": return .text(robots)
            case "/rss" where question.headers["if-none-match"] == "\"1\"":
                return .bytes(Array("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n".utf8))
            case "/rss": return .text(feed(port, items), ["Content-Type: application/rss+xml", "ETag: \"1\""])
            default: return .text(page + "<!-- \(question.target) -->", ["Content-Type: text/html; charset=utf-8"])
            }
        }
    }

    /// Runs a command with an archive in a scratch folder, allowed to visit 127.0.0.2.
    func run(_ arguments: [String], _ scratch: Scratch) throws -> Program.Run {
        let fetching = ["watch", "ingest"].contains(arguments.first) || arguments.dropFirst().first == "check"
        return try Program.run(
            arguments + (fetching ? ["--allow-address", "127.0.0.2", "--pause", "0"] : []) + ["--archive", "a.letopis"], in: scratch.folder)
    }

    @Test func aRoundKeepsWhatIsNew() async throws {
        let host = try await Self.host([("/1", "a", Self.today), ("/2", "b", Self.today)]), scratch = try Scratch()
        let url = "http://127.0.0.2:\(host.port)/rss"
        let first = try run(["watch", url, "--once"], scratch)
        #expect(first.status == 0, "\(first.errors)")
        #expect(
            first.output.contains("1 feeds: 1 read, 0 unchanged, 0 failed; 2 items: 2 new, 0 known, 0 later, 0 failed"), "\(first.output)")
        #expect(Set(host.targets) == ["/rss", "/robots.txt", "/1", "/2"])
        let soon = try run(["watch", "--once"], scratch)
        #expect(soon.output.hasPrefix("0 feeds: "))
        let second = try run(["watch", "--once", "--now"], scratch)
        #expect(second.output.contains("1 feeds: 0 read, 1 unchanged, 0 failed"), "\(second.output)")
        #expect(host.targets.count == 5)
        try await host.close()
        let list = try run(["feeds", "list"], scratch)
        #expect(list.output.contains("\(url): fetched 2"))
    }

    @Test func itemsAreTakenOnce() async throws {
        let far = "Fri, 31 Dec 9999 23:59:59 GMT"
        let host = try await Self.host([
            ("/1", "a", far), ("/1", "b", Self.today), ("/2", "a", Self.today), ("", "c", Self.today), ("", "c", Self.today),
        ])
        let scratch = try Scratch()
        let first = try run(["watch", "http://127.0.0.2:\(host.port)/rss", "--once"], scratch)
        #expect(first.output.contains("3 items: 3 new"), "\(first.output)\(first.errors)")
        #expect(host.targets.filter { $0 == "/1" }.count == 1)
        try await host.close()
    }

    @Test func robotsLeaveTheItemsOwnText() async throws {
        let host = try await Self.host([("/1", "a", Self.today), ("/2", "b", Self.today)], robots: "User-agent: Letopis\nDisallow: /1")
        let scratch = try Scratch()
        let run = try run(["watch", "http://127.0.0.2:\(host.port)/rss", "--once"], scratch)
        #expect(run.output.contains("2 items: 2 new"), "\(run.output)\(run.errors)")
        #expect(!host.targets.contains("/1") && host.targets.contains("/2"))
        try await host.close()
    }

    @Test func whatCannotBeHadNowIsTriedAgain() async throws {
        let host = try await Self.host([("/1", "a", Self.today)]) { $0.target == "/1" ? .text("", status: "503 Busy") : nil }
        let scratch = try Scratch(), url = "http://127.0.0.2:\(host.port)/rss"
        let first = try run(["watch", url, "--once"], scratch)
        #expect(first.output.contains("1 items: 0 new, 0 known, 1 later"), "\(first.output)")
        #expect(first.errors.contains("503") && first.errors.contains("tried again"))
        let second = try run(["watch", "--once", "--now"], scratch)
        #expect(second.output.contains("1 items: 0 new, 0 known, 1 later"), "the feed's ETag was noted too early: \(second.output)")
        try await host.close()
    }

    @Test func oneBadFeedStopsNothing() async throws {
        let trap = try await TestHost.listening(at: ["127.0.0.1"]) { _ in .text("trap") }
        let host = try await Self.host([("/1", "a", Self.today)]) { question in
            switch question.target {
            case "/away": .text("", ["Location: http://127.0.0.1:\(trap.port)/rss"], status: "302 Found")
            case "/file": .text("", ["Location: file:///etc/passwd"], status: "302 Found")
            case "/page": .text(Self.page)
            default: nil
            }
        }
        let scratch = try Scratch(), urls = ["/away", "/file", "/page", "/rss"].map { "http://127.0.0.2:\(host.port)\($0)" }
        let run = try run(["watch", "--once"] + urls, scratch)
        #expect(run.status == 2)
        #expect(run.output.contains("4 feeds: 1 read, 0 unchanged, 3 failed; 1 items: 1 new"), "\(run.output)")
        #expect(run.errors.contains("127.0.0.1 is 127.0.0.1: loopback") && run.errors.contains("there is no feed at this address"))
        #expect(run.errors.contains("only http:// and https://"))
        #expect(trap.accepted == 0)
        try await host.close()
        try await trap.close()
    }

    @Test func anArchiveWithoutFeeds() throws {
        let scratch = try Scratch(), run = try run(["watch", "--once"], scratch)
        #expect(run.status == 2 && run.errors.contains("no feeds in it; `letopis feeds add URL`"))
    }

    /// A page that never comes, and somebody who has waited enough. The signal is sent from the host's own thread: those of the tests may all be busy
    /// for longer than a page is waited for.
    @Test(arguments: [(SIGINT, ["--once"], 130), (SIGTERM, ["--once"], 130), (SIGINT, [], 0)] as [(Int32, [String], Int32)])
    func stoppingLeavesAllInOrder(_ signal: Int32, _ options: [String], _ status: Int32) async throws {
        let started = Mutex<pid_t>(0)
        let host = try await Self.host([("/1", "a", Self.today), ("/never", "b", Self.today)]) { question in
            guard question.target == "/never" else { return nil }
            while started.withLock({ $0 == 0 }) { usleep(1_000) }
            kill(started.withLock { $0 }, signal)
            return .bytes([])
        }
        let scratch = try Scratch()
        let fetching = ["--allow-address", "127.0.0.2", "--pause", "0", "--archive", "a.letopis"]
        let process = try Program.started(["watch", "http://127.0.0.2:\(host.port)/rss"] + options + fetching, in: scratch)
        started.withLock { $0 = process.processIdentifier }
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == status, "\(scratch.text("err"))")
        try await host.close()
        let list = try run(["feeds", "list"], scratch)
        #expect(list.output.contains("not fetched yet"))
    }

    @Test func pagesAreIngestedByTheirAddress() async throws {
        let trap = try await TestHost.listening(at: ["127.0.0.1"]) { _ in .text("trap") }
        let host = try await Self.host([], robots: "User-agent: *\nDisallow: /2"), scratch = try Scratch()
        let urls =
            ["/1", "/2"].map { "http://127.0.0.2:\(host.port)\($0)" } + ["http://127.1:\(trap.port)/", "http://127.0.0.1:\(trap.port)/"]
        let run = try run(["ingest"] + urls, scratch)
        #expect(run.status == 2)
        #expect(run.output.contains("4 read: 1 new, 0 unchanged, 0 revised, 3 failed"), "\(run.output)\(run.errors)")
        #expect(run.errors.contains("robots.txt does not allow /2"))
        #expect(trap.accepted == 0 && host.targets == ["/robots.txt", "/1"])
        let again = try self.run(["ingest", urls[0]], scratch)
        #expect(again.output.contains("1 read: 0 new, 1 unchanged"), "\(again.output)")
        try await host.close()
        try await trap.close()
    }

    @Test func whatTheArchiveHasSettledHolds() async throws {
        let host = try await Self.host([("/1", "a", Self.today)]), scratch = try Scratch()
        let place = ["--archive", "a.letopis"], url = "http://127.0.0.2:\(host.port)/rss"
        let refused = try Program.run(["watch", url, "--once"] + place, in: scratch.folder)
        #expect(refused.status == 2 && refused.errors.contains("allow it with --allow-address 127.0.0.2") && host.accepted == 0)
        _ = try Program.run(
            ["feeds", "settings", "--allow-address", "127.0.0.2", "--contact", "desk@example.org"] + place, in: scratch.folder)
        let allowed = try Program.run(["watch", "--once", "--now", "--pause", "0"] + place, in: scratch.folder)
        #expect(allowed.output.contains("1 items: 1 new"), "\(allowed.output)\(allowed.errors)")
        #expect(host.questions.allSatisfy { $0.headers["user-agent"]?.hasSuffix(" (+desk@example.org)") == true })
        try await host.close()
    }

    @Test func feedsAreChecked() async throws {
        let host = try await Self.host([("/1", "a", Self.today)]), scratch = try Scratch(), url = "http://127.0.0.2:\(host.port)"
        let run = try run(["feeds", "check", url + "/rss", url + "/1"], scratch)
        #expect(run.status == 2)
        #expect(run.output.contains("\(url)/rss: RSS 2.0, 1 items, the newest of 2024-03-05"), "\(run.output)\(run.errors)")
        #expect(run.errors.contains("\(url)/1: there is no feed at this address"))
        try await host.close()
    }
}

/// Lists of feeds, without the network.
@Suite struct FeedListTests {
    private func run(_ arguments: [String], _ scratch: Scratch, input: String = "") throws -> Program.Run {
        try Program.run(["feeds"] + arguments + ["--archive", "a.letopis"], input: input, in: scratch.folder)
    }

    @Test func feedsAreAddedListedAndRemoved() throws {
        let scratch = try Scratch()
        let added = try run(["add", "HTTPS://Example.org:443/rss", "http://мост.рф/лента", "--outlet", "Вестник"], scratch)
        #expect(
            added.output == "https://example.org/rss: added\nhttp://xn--l1aeje.xn--p1ai/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0: added\n",
            "\(added.errors)")
        #expect(try run(["add", "https://example.org/rss"], scratch).output.contains("was there"))
        #expect(try run(["list"], scratch).output.contains("https://example.org/rss (Вестник): not fetched yet"))
        let object = try run(["list", "--format", "json"], scratch).lines.first.map(String.init)
        #expect(object?.contains("\"url\":\"http://xn--l1aeje.xn--p1ai/") == true)
        #expect(try run(["remove", "https://EXAMPLE.org/rss"], scratch).status == 0)
        let missing = try run(["remove", "https://example.org/rss"], scratch)
        #expect(missing.status == 2 && missing.errors.contains("the archive has no such feed"))
    }

    @Test(arguments: ["file:///etc/passwd", "http://user@example.org/", "example.org", "http://127.1/", "unix:///tmp/x"])
    func wrongAddresses(_ text: String) throws {
        let run = try run(["add", text], try Scratch())
        #expect(run.status == 2 && run.errors.hasPrefix("letopis: \(text): "), "\(run.errors)")
    }

    @Test func listsGoInAndOut() throws {
        let scratch = try Scratch()
        let list =
            "<opml version=\"2.0\"><body><outline text=\"Вестник\" xmlUrl=\"https://example.org/rss\"/><outline xmlUrl=\"ftp://example.org/\"/></body></opml>"
        let imported = try run(["import", "-"], scratch, input: list)
        #expect(imported.output == "1 feeds: 1 new, 0 known\n", "\(imported.errors)")
        #expect(imported.errors.contains("neither http nor https"))
        let exported = try run(["export"], scratch)
        #expect(exported.output.contains("xmlUrl=\"https://example.org/rss\"") && exported.output.contains("Вестник"))
        try scratch.write("b.opml", exported.output)
        #expect(try run(["import", "b.opml"], scratch).output == "1 feeds: 0 new, 1 known\n")
        try scratch.write("c.opml", "no list")
        let none = try run(["import", "c.opml"], scratch)
        #expect(none.status == 2 && none.errors.contains("c.opml: no feeds in it"))
    }

    @Test func settingsStay() throws {
        let scratch = try Scratch()
        let settled = try run(
            ["settings", "--contact", "desk@example.org", "--allow-address", "10.0.0.0/8", "--allow-address", "::1"], scratch)
        #expect(
            settled.output == "contact        desk@example.org\nallow-address  10.0.0.0/8 ::1\nproxy          none\n", "\(settled.errors)")
        #expect(try run(["settings"], scratch).output == settled.output)
        #expect(
            try run(["settings", "--contact", "", "--allow-address", ""], scratch).output
                == "contact        none\nallow-address  none\nproxy          none\n")
        let wrong = try run(["settings", "--allow-address", "10.1.1.1/8"], scratch)
        #expect(wrong.status == 64 && wrong.errors.contains("--allow-address takes an address or a block"))
    }

    @Test func wrongOptions() throws {
        for arguments in [
            ["watch", "--interval", "0"], ["watch", "--per-host", "17"], ["watch", "--pause", "-1"], ["watch", "--allow-address", "x"],
        ] {
            #expect(try Program.run(arguments).status == 64, "\(arguments)")
        }
    }
}
