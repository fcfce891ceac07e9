/// A feed: RSS 2.0 and its elders, RSS 1.0 (RDF), Atom, or JSON Feed.
///
/// Guaranteed: never fails and never traps; linear time; no entity of the feed's own is expanded and nothing is fetched. A feed that is
/// damaged gives the items that can be told, and a notice.
public struct Feed: Sendable {
    /// What a feed is written in. The raw value is its usual name.
    public enum Format: String, Sendable, CaseIterable {
        /// RSS 0.9x and 2.0.
        case rss2 = "RSS 2.0"
        /// RSS 0.90 and 1.0, which are RDF.
        case rss1 = "RSS 1.0"
        /// Atom (RFC 4287), and Atom 0.3.
        case atom = "Atom"
        /// JSON Feed 1 and 1.1.
        case json = "JSON Feed"
    }
    /// What it is written in; nil where the bytes are no feed, which a notice says too.
    public internal(set) var format: Format?
    /// The feed's title, plain text.
    public internal(set) var title: String?
    /// The address of the site that the feed belongs to.
    public internal(set) var link: String?
    /// The feed's language, as it gives it: `ru`, `uk-UA`.
    public internal(set) var language: String?
    /// Its items, in the feed's order, `mostItems` at most. An item that the feed has twice is here twice.
    public internal(set) var items: [FeedItem] = []
    /// What was mended, left out or refused.
    public internal(set) var notices: [Notice] = []

    /// The most items of a feed that are read.
    public static let mostItems = 10_000

    /// Reads a feed.
    ///
    /// - Parameters:
    ///   - bytes: the feed as it came, decompressed; what is over 15 MiB is left out, with a notice.
    ///   - base: the address that it came from; relative links are resolved against it and `xml:base`.
    ///   - charset: the charset of the server's header. Counts for less than a byte order mark and more than the XML declaration.
    ///   - lexicon: the words that dates are written in, beside English ones.
    public init(_ bytes: [UInt8], base: String? = nil, charset: Charset? = nil, lexicon: PageLexicon = .none) {
        let decoded = MarkupText(bytes, header: charset)
        notices = decoded.notices
        let first = decoded.utf8.first { $0 > 0x20 }
        if first == UInt8(ascii: "{") {
            readJSON(decoded.utf8, base, lexicon)
        } else {
            readXML(decoded.utf8, base, lexicon)
        }
        if format == nil { notices.append(Notice(.malformed, "This is no feed: neither RSS, Atom nor JSON Feed was found in it.")) }
    }

    /// Adds an item, if there is room.
    ///
    /// A feed without end costs no more than its first items: `false` says that no more are wanted.
    mutating func add(_ item: FeedItem) -> Bool {
        guard items.count < Feed.mostItems else {
            notices.append(Notice(.truncated, "The feed has more than \(Feed.mostItems) items; the rest of them was left out."))
            return false
        }
        items.append(item)
        return true
    }

    /// Says how many dates could not be understood.
    mutating func note(wrongDates: Int) {
        guard wrongDates > 0 else { return }
        notices.append(Notice(.malformed, "\(wrongDates) dates could not be understood, or lie outside the years 1900 to 2099."))
    }
}
