internal import LetopisFormats

/// What the elements of a page are by their names and attributes: outside the article, or its text.
struct PageMarks {
    private let tree: MarkupTree
    /// Of each node, whether it is left out with all that it holds.
    private(set) var isOut: [Bool]
    /// Elements that call themselves the article's text (`articleBody`), by classes that sites give it, and `article`, in order.
    private(set) var bodies: [Int] = [], named: [Int] = [], articles: [Int] = []
    /// Elements that call themselves the introduction.
    private(set) var leads: Set<Int> = []
    /// The headings of the first rank.
    private(set) var titles: [Int] = []
    /// How many bytes of text are in each node.
    private let length: [Int]
    /// Elements that hold a heading of the first rank or the article's text.
    private var holdsArticle: [Bool]

    init(_ tree: MarkupTree) {
        self.tree = tree
        isOut = [Bool](repeating: false, count: tree.count)
        holdsArticle = isOut
        length = PageMarks.lengths(tree)
        var words: [Int: [String]] = [:]
        for node in 1..<max(1, tree.count) where !tree.isText(node) {
            if isSilent(node) { isOut[node] = true } else { words[node] = look(node) }
        }
        for node in (1..<max(1, tree.count)).reversed() where holdsArticle[node] { tree.parent(node).map { holdsArticle[$0] = true } }
        for (node, words) in words where isOutside(node, words) { isOut[node] = true }
        spread()
    }

    private static func lengths(_ tree: MarkupTree) -> [Int] {
        var length = (0..<tree.count).map { tree.text($0).count }
        for node in (1..<max(1, tree.count)).reversed() { tree.parent(node).map { length[$0] += length[node] } }
        return length
    }

    /// What is in an element that is left out is left out.
    private mutating func spread() {
        for node in 1..<max(1, tree.count) where tree.parent(node).map({ self.isOut[$0] }) == true { self.isOut[node] = true }
        let isOut = isOut
        bodies.removeAll { isOut[$0] }
        named.removeAll { isOut[$0] }
        articles.removeAll { isOut[$0] }
        titles.removeAll { isOut[$0] }
    }

    private func isSilent(_ node: Int) -> Bool {
        if MarkupVocabulary.silent.contains(tree.name(node)) { return true }
        if tree.attribute(node, "hidden") != nil || tree.attribute(node, "aria-hidden") == "true" { return true }
        let style = tree.attribute(node, "style")?.lowercased().filter { $0 != " " } ?? ""
        return style.contains("display:none") || style.contains("visibility:hidden")
    }

    /// Notes what an element calls itself, and gives the words of its class and id.
    private mutating func look(_ node: Int) -> [String] {
        let name = tree.name(node)
        let property = tree.attribute(node, "itemprop")?.lowercased() ?? ""
        if property.contains("articlebody") { bodies.append(node) }
        if name == "article" || isArticleType(tree.attribute(node, "itemtype")) { articles.append(node) }
        if name == "h1" { titles.append(node) }
        let words = MarkupVocabulary.words((tree.attribute(node, "class") ?? "") + " " + (tree.attribute(node, "id") ?? ""))
        let isNamed = pairs(words).contains { MarkupVocabulary.bodyPairs.contains($0) }
        if isNamed { named.append(node) }
        if words.contains(where: MarkupVocabulary.lead.contains) || property == "description" || property == "alternativeheadline" {
            leads.insert(node)
        }
        if isNamed || property.contains("articlebody") || name == "h1" || name == "article" || name == "main" || name == "body" {
            holdsArticle[node] = true
        }
        return words
    }

    private func isArticleType(_ type: String?) -> Bool {
        guard let type else { return false }
        return type.contains("schema.org") && (type.hasSuffix("Article") || type.hasSuffix("BlogPosting"))
    }

    private func pairs(_ words: [String]) -> [String] { zip(words, words.dropFirst()).map { $0 + " " + $1 } }

    /// Whether an element is none of the article: by a word of its own, unless it holds the article; by a weaker word, if it is short.
    private func isOutside(_ node: Int, _ words: [String]) -> Bool {
        guard !holdsArticle[node] else { return false }
        let isNamed =
            words.contains(where: MarkupVocabulary.outside.contains) || pairs(words).contains(where: MarkupVocabulary.outsidePairs.contains)
        if isNamed { return true }
        guard length[node] <= 240 else { return false }
        let role = tree.attribute(node, "role") ?? ""
        if role == "navigation" || role == "complementary" || role == "contentinfo" { return true }
        let property = tree.attribute(node, "itemprop") ?? ""
        if property == "author" || property == "datePublished" || property == "dateModified" || property == "publisher" { return true }
        return words.contains(where: MarkupVocabulary.beside.contains) && !leads.contains(node)
    }
}
