@testable internal import LetopisText

/// Charsets, and feeds that are not as they should be.
extension FeedCase {
    private static let title = "Мост открыли в мае, сообщил министр"

    private static func bytes(_ text: String, _ charset: Charset) -> [UInt8] {
        guard let table = charset.table else { return Array(text.utf8) }
        let byte = Dictionary((0...255).map { (table[UInt8($0)], UInt8($0)) }, uniquingKeysWith: { first, _ in first })
        return text.unicodeScalars.map { byte[$0.value] ?? 0x3F }
    }

    static var encoded: [FeedCase] {
        let feed = { (name: String) in
            "<?xml version=\"1.0\" encoding=\"\(name)\"?><rss><channel><item><title>\(title)</title></item></channel></rss>"
        }
        let right: [FeedCase] = [Charset.windows1251, .koi8r, .koi8u, .ibm866, .iso88595, .utf8].map { charset in
            FeedCase("declared \(charset.rawValue)", .rss2, bytes: bytes(feed(charset.rawValue), charset), [Expected(title: title)])
        }
        let utf16 = feed("utf-16").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let units = feed("utf-16").utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        return right + [
            FeedCase("UTF-16, little end first", .rss2, bytes: [0xFF, 0xFE] + utf16, [Expected(title: title)]),
            FeedCase("UTF-16, big end first", .rss2, bytes: [0xFE, 0xFF] + units, [Expected(title: title)]),
            FeedCase("UTF-16 without mark", .rss2, bytes: utf16, [Expected(title: title)]),
            FeedCase("UTF-8 with mark", .rss2, bytes: [0xEF, 0xBB, 0xBF] + Array(feed("utf-8").utf8), [Expected(title: title)]),
            FeedCase("UTF-8 that is called windows-1251", .rss2, feed("windows-1251"), [Expected(title: title)]),
            FeedCase("windows-1251 that is called UTF-8", .rss2, bytes: bytes(feed("utf-8"), .windows1251), [Expected(title: title)]),
            FeedCase(
                "one byte of windows-1251 in a comment", .rss2,
                bytes: Array("<rss><!-- ".utf8) + [0xCC] + Array(" --><channel><item><title>\(title)</title></item></channel></rss>".utf8),
                [Expected(title: title)],
                notices: [.malformedBytes]),
        ]
    }

    private static func broken(_ name: String, _ text: String, _ titles: [String], _ notices: [Notice.Kind] = [.malformed]) -> FeedCase {
        FeedCase("damaged: " + name, .rss2, text, titles.map { Expected(title: $0) }, notices: notices)
    }

    static var damaged: [FeedCase] {
        let one = "<item><title>А</title></item>", two = "<item><title>Б</title></item>"
        return [
            broken("cut off", "<rss><channel>\(one)<item><title>Б</ti", ["А", "Б"]),
            broken("cut off in a tag", "<rss><channel>\(one)\(two)<item", ["А", "Б"]).withEmptyThird(),
            broken("no end tag of an item", "<rss><channel><item><title>А</title>\(two)</channel></rss>", ["А", "Б"]),
            broken("no end tag of a title", "<rss><channel><item><title>А</item>\(two)</channel></rss>", ["А", "Б"]),
            broken("end tag too many", "<rss><channel>\(one)</b></p>\(two)</channel></rss>", ["А", "Б"]),
            broken("items behind the end", "<rss><channel>\(one)</channel></rss>\(two)", ["А", "Б"], []),
            broken("text before the beginning", "\n\nОшибка на строке 3 <rss><channel>\(one)</channel></rss>", ["А"], []),
            broken("attribute without quotation marks", "<rss version=2.0><channel>\(one)</channel></rss>", ["А"], []),
            broken("attribute twice", "<rss a='1' a='2'><channel>\(one)</channel></rss>", ["А"], []),
            broken("less-than in a title", "<rss><channel><item><title>1 < 2</title></item></channel></rss>", ["1 < 2"]),
            broken("controls in a title", "<rss><channel><item><title>А\u{1}\u{8}Б</title></item></channel></rss>", ["А Б"], []),
            broken("cdata that does not end", "<rss><channel>\(one)<item><title><![CDATA[Б", ["А", "Б"]),
            broken("no channel", "<rss>\(one)\(two)</rss>", ["А", "Б"], []),
            broken("no rss", "\(one)\(two)", ["А", "Б"], []),
            broken(
                "document type",
                "<!DOCTYPE rss PUBLIC \"-//N//DTD RSS 0.91//EN\" \"http://x.example/rss.dtd\"><rss><channel>\(one)</channel></rss>", ["А"],
                []),
            broken(
                "declared entity", "<!DOCTYPE rss [<!ENTITY e 'x'>]><rss><channel><item><title>&e;А</title></item></channel></rss>",
                ["&e;А"], [.refused]),
            broken(
                "the same guid twice",
                "<rss><channel><item><guid>1</guid><title>А</title></item><item><guid>1</guid><title>Б</title></item></channel></rss>",
                ["А", "Б"], []),
            FeedCase(
                "damaged: json cut off", .json, "{\"items\":[{\"title\":\"А\"},{\"title\":\"Б", [Expected(title: "А"), Expected()],
                notices: [.malformed]),
            FeedCase("damaged: json with a comma too many", .json, "{\"items\":[{\"title\":\"А\",},],}", [Expected(title: "А")]),
            FeedCase("damaged: json with a line end in a string", .json, "{\"items\":[{\"title\":\"А\nБ\"}]}", [Expected(title: "А Б")]),
            FeedCase("no items", .rss2, "<rss><channel><title>Ф</title></channel></rss>", []),
            FeedCase(
                "one entry alone", .atom, "<entry xmlns='http://www.w3.org/2005/Atom'><title>А</title></entry>", [Expected(title: "А")]),
        ]
    }

    /// A third item, which was only begun.
    private func withEmptyThird() -> FeedCase {
        var feed = self
        feed.items.append(Expected())
        return feed
    }
}
