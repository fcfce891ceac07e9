internal import LetopisFormats

/// JSON Feed (jsonfeed.org, versions 1 and 1.1).
extension Feed {
    mutating func readJSON(_ utf8: [UInt8], _ base: String?, _ lexicon: PageLexicon) {
        let tree = JSONTree(utf8)
        guard tree.count > 0, let items = tree.member(0, "items"), tree.kind(items) == .array else { return }
        format = .json
        if !tree.isWhole { notices.append(Notice(.malformed, "The feed is no whole JSON; what stands before the damage was read.")) }
        title = PlainText.line(tree.string(0, "title"))
        link = tree.string(0, "home_page_url").flatMap { WebAddress.resolve($0, base: base) }
        language = tree.string(0, "language")
        let authors = tree.authors(0)
        var wrongDates = 0
        for value in tree.children(items) where tree.kind(value) == .object {
            var item = FeedItem(json: tree, value, base: link ?? base)
            item.author = item.author ?? authors
            item.language = item.language ?? language
            item.published = Feed.date(tree.string(value, "date_published"), lexicon, &wrongDates)
            item.updated = Feed.date(tree.string(value, "date_modified"), lexicon, &wrongDates)
            guard add(item) else { break }
        }
        note(wrongDates: wrongDates)
    }

    private static func date(_ text: String?, _ lexicon: PageLexicon, _ wrongDates: inout Int) -> String? {
        guard let text else { return nil }
        let moment = MomentReader.read(text, lexicon)
        if moment == nil { wrongDates += 1 }
        return moment?.iso
    }
}

extension FeedItem {
    fileprivate init(json tree: JSONTree, _ value: Int, base: String?) {
        let address = { (name: String) in tree.string(value, name).flatMap { WebAddress.resolve($0, base: base) } }
        link = address("url") ?? address("external_url")
        id = tree.string(value, "id") ?? link
        title = PlainText.line(tree.string(value, "title"))
        author = tree.authors(value)
        contentHTML =
            tree.string(value, "content_html")
            ?? tree.string(value, "content_text").map { text in
                text.split(separator: "\n").map { "<p>" + MarkupWriter.escaped(String($0)) + "</p>" }.joined()
            }
        summary = PlainText.line(tree.string(value, "summary"))
        language = tree.string(value, "language")
    }
}

extension JSONTree {
    /// The text of a member that is a string or a number, and not empty.
    fileprivate func string(_ value: Int, _ name: String) -> String? {
        member(value, name).flatMap(text).map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The names in `authors` (1.1) or `author` (1).
    fileprivate func authors(_ value: Int) -> String? {
        let list = member(value, "authors").map { Array(children($0).prefix(20)) } ?? member(value, "author").map { [$0] } ?? []
        let names = list.compactMap { string($0, "name") }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
