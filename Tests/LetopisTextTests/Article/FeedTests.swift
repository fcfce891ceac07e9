internal import Testing

@testable internal import LetopisText

/// Every well-formed feed of the suite gives its items; damaged ones give theirs, and a notice.
@Suite struct FeedTests {
    private static func check(_ feed: FeedCase, sourceLocation: SourceLocation = #_sourceLocation) {
        let read = Feed(feed.bytes, base: feed.base, lexicon: FeedCase.lexicon)
        #expect(read.format == feed.format, "\(feed.name)", sourceLocation: sourceLocation)
        #expect(read.items.map { feed.comparable($0) } == feed.items, "\(feed.name)", sourceLocation: sourceLocation)
        #expect(read.notices.map(\.kind) == feed.notices, "\(feed.name): \(read.notices)", sourceLocation: sourceLocation)
    }

    @Test func theSuiteIsLarge() { #expect(FeedCase.all.count >= 150 && Set(FeedCase.all.map(\.name)).count == FeedCase.all.count) }

    @Test func everyFeedGivesItsItems() { for feed in FeedCase.all { Self.check(feed) } }

    @Test func feedsAreNotSaidToBeWhatTheyAreNot() {
        for bytes in ["", "<html><body><p>a</p></body></html>", "{\"a\":1}", "{", "текст", "<opml><body/></opml>", "\u{0}\u{1}"] {
            let read = Feed(Array(bytes.utf8))
            #expect(read.format == nil && read.items.isEmpty && read.notices.contains { $0.kind == .malformed }, "\(bytes)")
        }
    }

    @Test func theFeedItself() {
        let feed = Feed(
            Array(
                "<rss version='2.0'><channel><title>A &amp;amp; B</title><link>/</link><language>uk-UA</language><item><title>t</title></item></channel></rss>"
                    .utf8),
            base: "https://a.example/feed.xml")
        #expect(
            feed.title == "A & B" && feed.link == "https://a.example/" && feed.language == "uk-UA" && feed.items.first?.language == "uk-UA")
    }

    @Test func aFeedWithoutEndIsCapped() {
        let item = "<item><title>t</title></item>"
        let bytes = Array(("<rss><channel>" + String(repeating: item, count: Feed.mostItems + 5) + "</channel></rss>").utf8)
        let feed = Feed(bytes)
        #expect(feed.items.count == Feed.mostItems && feed.notices.map(\.kind) == [.truncated])
        let json = Array(("{\"items\":[" + String(repeating: "{\"id\":1},", count: Feed.mostItems + 5) + "]}").utf8)
        #expect(Feed(json).items.count == Feed.mostItems)
    }

    @Test func entitiesOfTheFeedsOwnAreNotExpanded() {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
            <!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><title>1 &c; &x; 2</title></item></channel></rss>
            """
        let feed = Feed(Array(bomb.utf8))
        #expect(feed.items.map(\.title) == ["1 &c; &x; 2"])
        #expect(feed.notices.map(\.kind) == [.refused])
    }

    @Test(arguments: [
        ("<rss version='2.0'>", true), ("\u{FEFF}<?xml version='1.0'?>\n<!-- x --><RSS>", true), ("<feed xmlns='a'>", true),
        ("<!DOCTYPE rss><rdf:RDF xmlns:rdf='a'>", true), ("{ \"version\": \"https://jsonfeed.org/version/1\"", true),
        ("{\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1.1\"", true),
        ("<html>", false), ("<opml>", false), ("<rssx>", false), ("{\"text\":\"a\"}", false), ("rss", false), ("", false), ("<?xml", false),
    ]) func sniffing(begin: String, isFeed: Bool) {
        #expect(Feed.isFeed(Array(begin.utf8)) == isFeed)
        #expect(Feed.isFeed([0xFE, 0xFF] + begin.utf16.filter { $0 != 0xFEFF }.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == isFeed)
    }
}

@Suite struct OPMLTests {
    @Test func readsFoldersAndAttributes() {
        let list = OPML(
            Array(
                """
                <?xml version="1.0"?><opml version="1.1"><head><title>Мой список</title></head><body>
                <outline text="Мир"><outline text="Азия"><outline type="rss" text="А &amp; Б" xmlUrl="http://a.example/rss" htmlUrl="http://a.example"/></outline>
                <outline title="В" text="в" xmlUrl="/feed"/></outline><outline xmlUrl="file:///etc/passwd"/><outline text="Г" xmlurl="https://g.example/"/></body></opml>
                """.utf8), base: "https://base.example/x.opml")
        #expect(
            list.subscriptions == [
                .init(feed: "http://a.example/rss", title: "А & Б", site: "http://a.example", folders: ["Мир", "Азия"]),
                .init(feed: "https://base.example/feed", title: "В", folders: ["Мир"]), .init(feed: "https://g.example/", title: "Г"),
            ])
        #expect(list.title == "Мой список" && list.notices.map(\.kind) == [.malformed])
    }

    @Test func whatIsWrittenIsRead() {
        let list = OPML(
            title: "\"<Список>\" & ещё",
            subscriptions: [
                .init(feed: "https://a.example/?a=1&b=2", title: "<А>", site: "https://a.example/", folders: ["x", "y"]),
                .init(feed: "https://b.example/", folders: ["x"]), .init(feed: "https://c.example/", title: "В"),
            ])
        #expect(OPML(list.bytes()) == list)
    }

    /// Found by fuzzing: what has no title has none when it was written and read.
    @Test func titlesStayAsTheyAre() {
        for title in [nil, "а  б", "\"&<>'"] {
            let list = OPML(title: "", subscriptions: [.init(feed: "https://a.example/?b&c", title: title, folders: [title ?? "г"])])
            #expect(OPML(list.bytes()).subscriptions == list.subscriptions, "\(title ?? "none")")
        }
    }

    @Test func whatIsNoListSaysSo() {
        for bytes in ["", "<html></html>", "{}"] { #expect(OPML(Array(bytes.utf8)).notices.contains { $0.kind == .malformed }) }
        let deep = String(repeating: "<outline text='a'>", count: 5000) + "<outline xmlUrl='http://a.example/'/>"
        #expect(OPML(Array(("<opml><body>" + deep).utf8)).notices.map(\.kind) == [.truncated, .malformed])
    }
}
