internal import LetopisFormats

/// What a page says of its article in JSON-LD (schema.org `NewsArticle` and its like).
struct LinkedData {
    var headline, body, published, modified, author, publisher, language, url: String?

    /// The first article in the scripts of a page; empty where there is none.
    init(_ scripts: [[UInt8]]) {
        for script in scripts {
            let tree = JSONTree(script)
            guard let article = (0..<tree.count).first(where: { LinkedData.isArticle(tree, $0) }) else { continue }
            read(tree, article)
            break
        }
    }

    private static func isArticle(_ tree: JSONTree, _ value: Int) -> Bool {
        guard tree.kind(value) == .object, let type = tree.member(value, "@type") else { return false }
        let types = tree.kind(type) == .array ? tree.children(type) : [type]
        return types.compactMap(tree.text).contains { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") }
    }

    private mutating func read(_ tree: JSONTree, _ article: Int) {
        let text = { (name: String) in tree.member(article, name).flatMap(tree.text).map(PlainText.of).flatMap { $0.isEmpty ? nil : $0 } }
        headline = text("headline") ?? text("name")
        body = text("articleBody")
        published = text("datePublished") ?? text("dateCreated")
        modified = text("dateModified")
        language = text("inLanguage")
        url = text("url") ?? tree.member(article, "mainEntityOfPage").flatMap { tree.text($0) ?? tree.member($0, "@id").flatMap(tree.text) }
        author = tree.member(article, "author").map { LinkedData.names(tree, $0) }.flatMap { $0.isEmpty ? nil : $0 }
        publisher = tree.member(article, "publisher").map { LinkedData.names(tree, $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The names of a person or an organisation, or of several.
    private static func names(_ tree: JSONTree, _ value: Int) -> String {
        let parties = tree.kind(value) == .array ? Array(tree.children(value).prefix(20)) : [value]
        let names = parties.compactMap { tree.text($0) ?? tree.member($0, "name").flatMap(tree.text) }
        return names.map(PlainText.of).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// Plain text of what may be HTML: titles, summaries, the strings of JSON-LD.
enum PlainText {
    /// The text without markup, entities decoded. Paragraphs are separated by an empty line.
    static func of(_ html: String) -> String {
        guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return trimmed(html) }
        let tree = MarkupTree(html: Array(html.utf8))
        let blocks = BlockReader.blocks(tree, in: 0..<tree.count, isOut: [Bool](repeating: false, count: tree.count))
        return blocks.map(\.string).joined(separator: "\n\n")
    }

    /// The same on one line, or nil where nothing is left.
    static func line(_ html: String?) -> String? {
        guard let html else { return nil }
        let text = of(html).split { $0.isWhitespace }.joined(separator: " ")
        return text.isEmpty ? nil : text
    }
}
