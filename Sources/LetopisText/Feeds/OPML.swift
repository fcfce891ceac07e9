internal import LetopisFormats

/// A list of feeds, as feed readers exchange it (OPML 1.0 and 2.0).
public struct OPML: Hashable, Sendable {
    /// One feed of the list.
    public struct Subscription: Hashable, Sendable {
        /// The feed's address.
        public var feed: String
        /// What the list calls it.
        public var title: String?
        /// The address of its site.
        public var site: String?
        /// The folders that it is in, the outermost first.
        public var folders: [String]

        /// A feed of a list.
        public init(feed: String, title: String? = nil, site: String? = nil, folders: [String] = []) {
            self.feed = feed
            self.title = title
            self.site = site
            self.folders = folders
        }
    }
    /// The list's title.
    public var title: String?
    /// Its feeds, in its order; a feed that it names twice is here twice.
    public var subscriptions: [Subscription]
    /// What was mended, left out or refused on reading.
    public var notices: [Notice] = []

    /// The most feeds of a list that are read.
    public static let mostSubscriptions = 10_000

    /// A list to write.
    public init(title: String? = nil, subscriptions: [Subscription]) {
        self.title = title
        self.subscriptions = subscriptions
    }

    /// Reads a list. Never fails: what is no OPML has no subscriptions and a notice. Addresses that are neither http nor https are left out,
    /// with a notice.
    ///
    /// - Parameters:
    ///   - bytes: the list; what is over 15 MiB is left out, with a notice.
    ///   - base: the address that it came from, for relative addresses.
    ///   - charset: the charset of the server's header.
    public init(_ bytes: [UInt8], base: String? = nil, charset: Charset? = nil) {
        let decoded = MarkupText(bytes, header: charset)
        let tree = MarkupTree(xml: decoded.utf8, prefixes: [:])
        notices = decoded.notices + tree.cuts.notices
        subscriptions = []
        if !(0..<tree.count).contains(where: { tree.name($0).lowercased() == "opml" }) {
            notices.append(Notice(.malformed, "This is no list of feeds: it has no element `opml`."))
        }
        read(tree, base)
    }

    private mutating func read(_ tree: MarkupTree, _ base: String?) {
        var folders: [(name: String, end: Int)] = []
        var wrong = 0
        for node in 1..<max(1, tree.count) where !tree.isText(node) {
            while let last = folders.last, last.end <= node { folders.removeLast() }
            if tree.name(node) == "title", title == nil { title = OPML.text(tree, node) }
            guard tree.name(node).lowercased() == "outline" else { continue }
            var name = OPML.attribute(tree, node, ["title", "text"])
            guard let address = OPML.attribute(tree, node, ["xmlUrl", "xmlurl", "xmlURL"]) else {
                folders.append((name ?? "", tree.end(node)))
                continue
            }
            guard let feed = WebAddress.resolve(address, base: base) else { wrong += 1; continue }
            // Every outline has a `text`; what has no title is called by its address.
            if name == address { name = nil }
            guard subscriptions.count < OPML.mostSubscriptions else {
                notices.append(Notice(.truncated, "The list has more than \(OPML.mostSubscriptions) feeds; the rest of them was left out."))
                break
            }
            let site = OPML.attribute(tree, node, ["htmlUrl", "htmlurl"]).flatMap { WebAddress.resolve($0, base: base) }
            let names = folders.map(\.name).filter { !$0.isEmpty }
            subscriptions.append(Subscription(feed: feed, title: name, site: site, folders: names))
        }
        if wrong > 0 { notices.append(Notice(.malformed, "\(wrong) addresses of feeds are neither http nor https, and were left out.")) }
    }

    private static func attribute(_ tree: MarkupTree, _ node: Int, _ names: [String]) -> String? {
        names.lazy.compactMap { tree.attribute(node, $0).map(trimmed) }.first { !$0.isEmpty }
    }

    private static func text(_ tree: MarkupTree, _ node: Int) -> String? {
        let text = tree.subtree(node).reduce(into: [UInt8]()) { $0 += tree.text($1) }
        return trimmed(String(decoding: text, as: UTF8.self))
    }
}

/// Writing.
extension OPML {
    /// The list as OPML 2.0 in UTF-8. Reading it again gives the same subscriptions; neighbours in the same folders share them.
    public func bytes() -> [UInt8] {
        var out =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>\(MarkupWriter.escaped(title ?? ""))</title></head>\n<body>\n"
        var open: [String] = []
        for subscription in subscriptions {
            let shared = zip(open, subscription.folders).prefix { $0 == $1 }.count
            while open.count > shared {
                open.removeLast()
                out += "</outline>\n"
            }
            for folder in subscription.folders[shared...] {
                out += "<outline\(OPML.attribute("text", folder))>\n"
                open.append(folder)
            }
            out += OPML.outline(subscription)
        }
        out += String(repeating: "</outline>\n", count: open.count) + "</body>\n</opml>\n"
        return Array(out.utf8)
    }

    private static func outline(_ subscription: Subscription) -> String {
        let title = subscription.title.map { attribute("text", $0) + attribute("title", $0) } ?? attribute("text", subscription.feed)
        let site = subscription.site.map { attribute("htmlUrl", $0) } ?? ""
        return "<outline type=\"rss\"\(title)\(attribute("xmlUrl", subscription.feed))\(site)/>\n"
    }

    private static func attribute(_ name: String, _ value: String) -> String { " \(name)=\"\(MarkupWriter.escaped(value))\"" }
}
