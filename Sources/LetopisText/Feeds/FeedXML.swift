internal import LetopisFormats

/// The formats that are XML.
extension Feed {
    /// The prefixes that elements are known by here, whatever prefix a feed gives them.
    static let prefixes: [String: String] = [
        "http://www.w3.org/2005/Atom": "atom", "http://purl.org/atom/ns#": "atom", "http://purl.org/rss/1.0/": "",
        "http://my.netscape.com/rdf/simple/0.9/": "", "http://channel.netscape.com/rdf/simple/0.9/": "",
        "http://backend.userland.com/rss2": "", "http://blogs.law.harvard.edu/tech/rss": "",
        "http://cyber.law.harvard.edu/rss/rss.html": "",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/terms/": "dcterms",
        "http://purl.org/rss/1.0/modules/content/": "content", "http://search.yahoo.com/mrss/": "media",
        "http://search.yahoo.com/mrss": "media",
        "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes", "http://news.yandex.ru": "yandex", "http://turbo.yandex.ru": "turbo",
        "http://www.w3.org/1999/xhtml": "xhtml", "http://www.w3.org/XML/1998/namespace": "xml",
    ]

    mutating func readXML(_ utf8: [UInt8], _ base: String?, _ lexicon: PageLexicon) {
        let tree = MarkupTree(xml: utf8, prefixes: Feed.prefixes)
        notices += tree.cuts.notices
        guard let root = Feed.root(tree) else { return }
        format = root.format
        var reader = FeedReader(tree, base, lexicon)
        let isAtom = format == .atom
        let home = root.node
        title = reader.plain(home, isAtom ? ["atom:title", "title"] : ["title"])
        link = isAtom ? reader.atomLink(home) : reader.address(home, ["link"]) ?? reader.atomLink(home)
        language = isAtom ? tree.attribute(home, "xml:lang") : reader.text(home, ["language", "dc:language"])
        for node in root.items {
            var item = isAtom ? reader.entry(node) : reader.item(node)
            item.language = item.language ?? language
            guard add(item) else { break }
        }
        note(wrongDates: reader.wrongDates)
    }

    /// The format, the element that says what the feed is, and its items: wherever they stand, for damaged feeds put them anywhere.
    private static func root(_ tree: MarkupTree) -> (format: Format, node: Int, items: [Int])? {
        var first: [String: Int] = [:]
        var items: [Int] = []
        for node in 1..<max(1, tree.count) where !tree.isText(node) {
            let name = tree.name(node)
            if first[name] == nil { first[name] = node }
            if name == "item" || name == "entry" || name == "atom:entry" { items.append(node) }
        }
        if let feed = first["atom:feed"] ?? first["feed"] { return (.atom, feed, items) }
        if let rdf = first["rdf:RDF"] { return (.rss1, first["channel"] ?? rdf, items) }
        if let channel = first["channel"] ?? first["rss"] { return (.rss2, channel, items) }
        if let entry = first["atom:entry"] { return (.atom, entry, [entry]) }
        return items.isEmpty || first["item"] == nil ? nil : (.rss2, 0, items)
    }
}

/// Reads what elements of a feed say.
struct FeedReader {
    private let tree: MarkupTree
    private let lexicon: PageLexicon
    /// The address that relative ones in each element are resolved against, where `xml:base` changes it.
    private var bases: [Int: String] = [:]
    private let base: String?
    /// Dates that were given and not understood.
    private(set) var wrongDates = 0

    init(_ tree: MarkupTree, _ base: String?, _ lexicon: PageLexicon) {
        self.tree = tree
        self.lexicon = lexicon
        self.base = base
        for node in 1..<max(1, tree.count) where !tree.isText(node) {
            let outer = tree.parent(node).flatMap { bases[$0] }
            let own = tree.attribute(node, "xml:base").flatMap { WebAddress.resolve($0, base: outer ?? base) }
            if let here = own ?? outer { bases[node] = here }
        }
    }

    private func children(_ node: Int, _ name: String) -> [Int] { tree.children(node).filter { tree.name($0) == name } }

    /// The whole text in an element, as it stands.
    private func content(_ node: Int) -> String {
        var text: [UInt8] = []
        for inner in tree.subtree(node) { text += tree.text(inner) }
        return trimmed(String(decoding: text, as: UTF8.self))
    }

    /// The text of the first child that has one of these names, in their order, and is not empty.
    func text(_ node: Int, _ names: [String]) -> String? {
        for name in names {
            if let text = children(node, name).lazy.map({ content($0) }).first(where: { !$0.isEmpty }) { return text }
        }
        return nil
    }

    /// The same without markup.
    func plain(_ node: Int, _ names: [String]) -> String? { PlainText.line(text(node, names)) }

    /// The same as an address.
    func address(_ node: Int, _ names: [String]) -> String? {
        for name in names {
            for child in children(node, name) {
                if let address = WebAddress.resolve(content(child), base: bases[child] ?? base) { return address }
            }
        }
        return nil
    }

    /// The link of Atom that leads to the page itself.
    func atomLink(_ node: Int) -> String? {
        let links = children(node, "atom:link") + children(node, "link")
        let wanted = links.filter { [nil, "alternate", ""].contains(tree.attribute($0, "rel")) }
        let html = wanted.filter { tree.attribute($0, "type").map { $0.contains("html") } ?? true }
        return (html + wanted).lazy.compactMap { link in
            tree.attribute(link, "href").flatMap { WebAddress.resolve($0, base: bases[link] ?? base) }
        }.first
    }

    /// The date that the first of these children gives.
    private mutating func date(_ node: Int, _ names: [String]) -> String? {
        guard let text = text(node, names) else { return nil }
        if let moment = MomentReader.read(text, lexicon) { return moment.iso }
        wrongDates += 1
        return nil
    }

    /// An item of RSS.
    mutating func item(_ node: Int) -> FeedItem {
        var item = FeedItem()
        let guide = children(node, "guid").first
        let isLink = guide.map { tree.attribute($0, "isPermaLink")?.lowercased() != "false" } ?? false
        item.link =
            address(node, ["link"]) ?? atomLink(node) ?? tree.attribute(node, "rdf:about").flatMap { WebAddress.resolve($0, base: base) }
            ?? (isLink ? guide.flatMap { WebAddress.resolve(content($0), base: nil) } : nil)
        item.id = text(node, ["guid"]) ?? tree.attribute(node, "rdf:about") ?? item.link
        item.title = plain(node, ["title", "dc:title", "media:title"])
        item.author = authors(node, ["dc:creator", "author", "itunes:author", "yandex:author"])
        item.published = date(node, ["pubDate", "pubdate", "dc:date", "dcterms:issued", "dcterms:created", "published", "date"])
        item.updated = date(node, ["atom:updated", "dcterms:modified", "updated", "lastUpdated"])
        item.contentHTML = text(node, ["content:encoded", "turbo:content", "yandex:full-text", "full-text", "content"])
        item.summary = plain(node, ["description", "summary", "itunes:summary", "media:description"])
        item.language = text(node, ["dc:language", "language"])
        item.outlet = plain(node, ["source", "dc:source"])
        return item
    }

    /// An entry of Atom.
    mutating func entry(_ node: Int) -> FeedItem {
        var item = FeedItem()
        let both = { (name: String) in ["atom:" + name, name] }
        item.link = atomLink(node)
        item.id = text(node, both("id")) ?? item.link
        item.title = construct(node, both("title")).flatMap(PlainText.line)
        item.author =
            children(node, "atom:author").isEmpty ? authors(node, ["dc:creator", "author"]) : names(children(node, "atom:author"))
        item.published = date(node, both("published") + both("issued") + both("created") + ["dc:date"])
        item.updated = date(node, both("updated") + both("modified"))
        item.published = item.published ?? item.updated
        item.contentHTML = construct(node, both("content"))
        item.summary = construct(node, both("summary")).flatMap(PlainText.line)
        item.language = tree.attribute(node, "xml:lang")
        item.outlet = children(node, "atom:source").prefix(1).compactMap { plain($0, both("title")) }.first
        return item
    }

    private func authors(_ node: Int, _ names: [String]) -> String? {
        for name in names {
            let found = children(node, name).compactMap { PlainText.line(content($0)) }.map(FeedReader.withoutMail).filter { !$0.isEmpty }
            if !found.isEmpty { return found.prefix(20).joined(separator: ", ") }
        }
        return nil
    }

    private func names(_ authors: [Int]) -> String? {
        let names = authors.prefix(20).compactMap { plain($0, ["atom:name", "name"]) ?? plain($0, ["atom:email", "email"]) }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    /// `desk@paper.example (Anna Roe)`, as RSS 2.0 has authors, is Anna Roe.
    static func withoutMail(_ author: String) -> String {
        guard author.contains("@"), let open = author.firstIndex(of: "("), author.hasSuffix(")") else { return author }
        return trimmed(String(author[author.index(after: open)...].dropLast()))
    }

    /// What a text construct of Atom holds, as HTML: the text itself where its type is `html`, escaped where it is `text`, its elements
    /// written out where it is `xhtml`.
    private func construct(_ node: Int, _ names: [String]) -> String? {
        guard let child = names.lazy.compactMap({ children(node, $0).first }).first else { return nil }
        let type = tree.attribute(child, "type") ?? "text"
        let isMarkup = type == "xhtml" || tree.children(child).contains { !tree.isText($0) }
        let text = isMarkup ? MarkupWriter.html(tree, in: child) : content(child)
        guard !text.isEmpty else { return nil }
        return type == "text" || type == "text/plain" ? MarkupWriter.escaped(text) : text
    }
}
