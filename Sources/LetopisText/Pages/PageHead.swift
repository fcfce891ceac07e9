internal import LetopisFormats

/// What a page says of itself in its head: `meta`, `link`, `title`, and in marked elements of its body.
struct PageHead {
    /// The contents of `meta` by name, property or `itemprop` in lower case; the first of each.
    private(set) var meta: [String: String] = [:]
    /// The texts or contents of elements by `itemprop`, the first of each.
    private(set) var properties: [String: String] = [:]
    private(set) var title, canonical, language, base, heading: String?
    /// The first time that an element marks: `<time datetime=…>`.
    private(set) var time: String?
    /// Short texts of elements that call themselves a date, or an author.
    private(set) var dates: [String] = [], authors: [String] = []

    init(_ tree: MarkupTree) {
        for node in 1..<max(1, tree.count) where !tree.isText(node) {
            switch tree.name(node) {
            case "meta": readMeta(tree, node)
            case "html": language = language ?? tree.attribute(node, "lang") ?? tree.attribute(node, "xml:lang")
            case "base": base = base ?? tree.attribute(node, "href")
            case "title": title = title ?? PageHead.text(tree, node)
            case "link":
                if tree.attribute(node, "rel")?.lowercased() == "canonical" { canonical = canonical ?? tree.attribute(node, "href") }
            case "h1": heading = heading ?? PageHead.text(tree, node)
            default: readMarked(tree, node)
            }
        }
    }

    private mutating func readMeta(_ tree: MarkupTree, _ node: Int) {
        guard let content = tree.attribute(node, "content").map(trimmed), !content.isEmpty else { return }
        for attribute in ["name", "property", "itemprop", "http-equiv"] {
            guard let name = tree.attribute(node, attribute)?.lowercased() else { continue }
            if meta[name] == nil { meta[name] = content }
        }
    }

    private mutating func readMarked(_ tree: MarkupTree, _ node: Int) {
        if let property = tree.attribute(node, "itemprop")?.lowercased(), PageHead.wanted.contains(property), properties[property] == nil {
            let value = tree.attribute(node, "content") ?? tree.attribute(node, "datetime") ?? PageHead.text(tree, node)
            if let value, !value.isEmpty { properties[property] = value }
        }
        if tree.name(node) == "time", time == nil { time = tree.attribute(node, "datetime") ?? PageHead.text(tree, node) }
        if tree.attribute(node, "rel")?.lowercased() == "author" { authors += PageHead.text(tree, node).map { [$0] } ?? [] }
        guard dates.count < 20, authors.count < 20 else { return }
        let words = MarkupVocabulary.words((tree.attribute(node, "class") ?? "") + " " + (tree.attribute(node, "id") ?? ""))
        if words.contains(where: PageHead.dateWords.contains) { dates += PageHead.text(tree, node).map { [$0] } ?? [] }
        if !PageHead.authorWords.isDisjoint(with: words) { authors += PageHead.text(tree, node).map { [$0] } ?? [] }
    }

    private static let wanted: Set<String> = ["author", "datemodified", "datepublished", "headline"]
    private static let authorWords: Set<String> = ["author", "byline", "username"]
    private static let dateWords: Set<String> = [
        "date", "datetime", "published", "time", "timestamp", "pubdate", "posted", "meta", "info", "dateline",
    ]

    /// The text of an element, if it is short: at most 200 bytes, of the first 64 nodes in it.
    private static func text(_ tree: MarkupTree, _ node: Int) -> String? {
        var text: [UInt8] = []
        for inner in tree.subtree(node).prefix(64) where tree.isText(inner) {
            text += tree.text(inner)
            if text.count > 600 { return nil }
        }
        let line = String(decoding: text, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
        return line.isEmpty ? nil : line
    }
}
