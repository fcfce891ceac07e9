@testable internal import LetopisText

/// One feed of the suite, and the items that it holds.
struct FeedCase: Sendable {
    var name: String
    var format: Feed.Format?
    var bytes: [UInt8]
    var base: String?
    /// What is expected of each item, the fields that are named.
    var items: [Expected]
    var notices: [Notice.Kind] = []

    /// The fields that cases look at; those that a case does not name are not compared.
    struct Expected: Hashable, Sendable {
        var id, link, title, author, published, updated, summary, content, outlet, language: String?
    }

    private var named: Set<String> = []

    init(_ name: String, _ format: Feed.Format?, _ text: String, base: String? = nil, _ items: [Expected], notices: [Notice.Kind] = []) {
        self.init(name, format, bytes: Array(text.utf8), base: base, items, notices: notices)
    }

    init(_ name: String, _ format: Feed.Format?, bytes: [UInt8], base: String? = nil, _ items: [Expected], notices: [Notice.Kind] = []) {
        self.name = name
        self.format = format
        self.bytes = bytes
        self.base = base
        self.items = items
        self.notices = notices
        for (path, name) in Self.fields where items.contains(where: { $0[keyPath: path] != nil }) { named.insert(name) }
    }

    /// An item with the fields that this case names.
    func comparable(_ item: FeedItem) -> Expected {
        let all = Expected(
            id: item.id, link: item.link, title: item.title, author: item.author, published: item.published, updated: item.updated,
            summary: item.summary,
            content: item.contentHTML, outlet: item.outlet, language: item.language)
        var kept = Expected()
        for (path, name) in Self.fields where named.contains(name) { kept[keyPath: path] = all[keyPath: path] }
        return kept
    }

    private static var fields: [(WritableKeyPath<Expected, String?>, String)] {
        [
            (\.id, "id"), (\.link, "link"), (\.title, "title"), (\.author, "author"), (\.published, "published"), (\.updated, "updated"),
            (\.summary, "summary"), (\.content, "content"), (\.outlet, "outlet"), (\.language, "language"),
        ]
    }

    static let lexicon = (try? PageLexicon(lexicon: Array("грудня | month | 12\nдекабря | month | 12\nмск | zone | 180\n".utf8))) ?? .none

    /// The suite.
    static let all = dated + described + named + addressed + encoded + damaged

    /// A feed of two items in each format; `fill` gives the inside of an item.
    static func feed(_ format: Feed.Format, _ first: String, _ second: String, attributes: String = "") -> String {
        switch format {
        case .rss2:
            "<?xml version=\"1.0\"?><rss version=\"2.0\" \(spaces) \(attributes)><channel><title>Ф</title><item>\(first)</item><item>\(second)</item></channel></rss>"
        case .rss1:
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" \(spaces) \(attributes)><channel><title>Ф</title></channel>\
            <item>\(first)</item><item>\(second)</item></rdf:RDF>
            """
        case .atom:
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" \(spaces) \(attributes)><title>Ф</title><entry>\(first)</entry><entry>\(second)</entry></feed>"
        case .json: "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Ф\",\"items\":[{\(first)},{\(second)}]}"
        }
    }

    private static let spaces = """
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
        xmlns:media="http://search.yahoo.com/mrss/" xmlns:dcterms="http://purl.org/dc/terms/"
        """
}

/// Dates: each notation in each format.
extension FeedCase {
    private static let dates: [(String, String)] = [
        ("Tue, 16 Dec 2025 09:30:00 +0300", "2025-12-16T09:30:00+03:00"), ("Tue, 16 Dec 2025 09:30:00 GMT", "2025-12-16T09:30:00Z"),
        ("Tue, 16 Dec 2025 09:30:00 EST", "2025-12-16T09:30:00-05:00"), ("Tue, 16 Dec 25 09:30:00 PST", "2025-12-16T09:30:00-08:00"),
        ("16 Dec 2025 09:30 UT", "2025-12-16T09:30Z"), ("Tue, 16 December 2025 9:30:00 MSK", "2025-12-16T09:30:00+03:00"),
        ("Tue, 16-Dec-25 09:30:00 CET", "2025-12-16T09:30:00+01:00"), ("2025-12-16T09:30:00+03:00", "2025-12-16T09:30:00+03:00"),
        ("2025-12-16T09:30:00Z", "2025-12-16T09:30:00Z"), ("2025-12-16T09:30:00", "2025-12-16T09:30:00"), ("2025-12-16", "2025-12-16"),
        ("2025-12-16 09:30:00", "2025-12-16T09:30:00"), ("2025-12-16T09:30:00.5-0800", "2025-12-16T09:30:00-08:00"),
        ("16.12.2025 09:30", "2025-12-16T09:30"), ("16.12.2025", "2025-12-16"), ("16 декабря 2025, 09:30", "2025-12-16T09:30"),
        ("16 декабря 2025 г. 09:30 МСК", "2025-12-16T09:30+03:00"), ("16 грудня 2025 р., 09:30", "2025-12-16T09:30"),
        ("December 16, 2025 9:30 am", "2025-12-16T09:30"), ("Tue Dec 16 09:30:00 2025", "2025-12-16T09:30:00"),
        ("Tue Dec 16 09:30:00 UTC 2025", "2025-12-16T09:30:00Z"), ("20251216T093000Z", "2025-12-16T09:30:00Z"),
        ("1765866600", "2025-12-16T06:30:00Z"),
        ("  Tue,  16 Dec 2025\n09:30:00   +0300 ", "2025-12-16T09:30:00+03:00"),
    ]

    private static func dateElement(_ format: Feed.Format, _ date: String) -> String {
        switch format {
        case .rss2: "<pubDate>\(date)</pubDate>"
        case .rss1: "<dc:date>\(date)</dc:date>"
        case .atom: "<published>\(date)</published>"
        case .json: "\"date_published\":\"\(date)\""
        }
    }

    static var dated: [FeedCase] {
        let right = Feed.Format.allCases.flatMap { format in
            dates.map { date, iso in
                let other = Expected(published: "2001-02-03T04:05:06Z")
                let text = feed(format, dateElement(format, date), dateElement(format, "2001-02-03T04:05:06Z"))
                return FeedCase("\(format.rawValue), \(date)", format, text, [Expected(published: iso), other])
            }
        }
        let wrong = Feed.Format.allCases.flatMap { format in
            ["Tue, 31 Dec 9999 23:59:59 GMT", "скоро", "03/04/2025"].map { date in
                let text = feed(format, dateElement(format, date), dateElement(format, "2001-02-03"))
                return FeedCase(
                    "\(format.rawValue), \(date)", format, text, [Expected(), Expected(published: "2001-02-03")], notices: [.malformed])
            }
        }
        return right + wrong
    }
}
