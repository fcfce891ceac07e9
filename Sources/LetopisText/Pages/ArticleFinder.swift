internal import LetopisFormats

/// Finds where on a page the article stands: what calls itself so, and otherwise where most of the text with few links is.
struct ArticleFinder {
    private let tree: MarkupTree
    private let marks: PageMarks
    /// How much prose is in each node.
    private let weight: [Int]

    init(_ tree: MarkupTree, _ marks: PageMarks) {
        self.tree = tree
        self.marks = marks
        let blocks = BlockReader.blocks(tree, in: 0..<tree.count, isOut: marks.isOut)
        let prose = ArticleFinder.spread(tree, blocks) { $0.weight }
        weight = prose[0] > 0 ? prose : ArticleFinder.spread(tree, blocks) { $0.linkShare < 50 ? $0.length : 0 }
    }

    /// What blocks count, added up in all elements that hold them.
    private static func spread(_ tree: MarkupTree, _ blocks: [TextBlock], _ count: (TextBlock) -> Int) -> [Int] {
        var weight = [Int](repeating: 0, count: tree.count)
        for block in blocks { weight[block.element] += count(block) }
        for node in (1..<max(1, tree.count)).reversed() { tree.parent(node).map { weight[$0] += weight[node] } }
        return weight
    }

    /// The elements that hold the article, in order and none within another; the densest one where nothing calls itself an article.
    func containers() -> [Int] {
        for found in [outermost(marks.bodies.filter { weight[$0] > 0 }), named(), articles()] {
            let sum = found.reduce(0) { $0 + weight[$1] }
            if sum > 0, sum * 100 >= weight[0] * 30 || sum >= 1500 { return found }
        }
        return [densest()]
    }

    private func outermost(_ nodes: [Int]) -> [Int] {
        var kept: [Int] = []
        for node in nodes where kept.last.map({ node >= tree.end($0) }) ?? true { kept.append(node) }
        return kept
    }

    /// The element with a body's name that holds most, and all its like: the posts of a live report.
    private func named() -> [Int] {
        guard let best = heaviest(marks.named) else { return [] }
        let kind = tree.attribute(best, "class")
        return outermost(
            marks.named.filter {
                $0 == best || weight[$0] > 0 && tree.attribute($0, "class") == kind && !holds($0, best) && !holds(best, $0)
            })
    }

    /// The heaviest `article`, or all beside it where none holds most of the text.
    private func articles() -> [Int] {
        let all = outermost(marks.articles)
        guard let best = heaviest(all) else { return [] }
        let sum = all.reduce(0) { $0 + weight[$1] }
        if weight[best] * 10 >= sum * 6 { return [best] }
        return all.filter { tree.parent($0) == tree.parent(best) }
    }

    /// Of elements that hold the same the innermost.
    private func heaviest(_ nodes: [Int]) -> Int? {
        var best: Int?
        for node in nodes where weight[node] > 0 && weight[node] >= best.map({ weight[$0] }) ?? 0 { best = node }
        return best
    }

    private func holds(_ outer: Int, _ inner: Int) -> Bool { outer < inner && inner < tree.end(outer) }

    /// From the outside inwards, as long as one element holds two thirds of the prose.
    private func densest() -> Int {
        var node = 0
        while let child = tree.children(node).filter({ !tree.isText($0) }).max(by: { weight[$0] < weight[$1] }), weight[child] > 0,
            weight[child] * 3 >= weight[node] * 2
        {
            if tree.name(child) == "p" || MarkupVocabulary.headings.contains(tree.name(child)) { break }
            // A lone paragraph that is a `div` is not the article yet.
            if !tree.subtree(child).dropFirst().contains(where: { MarkupVocabulary.blocks.contains(tree.name($0)) }), !hasBreaks(child) {
                break
            }
            node = child
        }
        return node
    }

    private func hasBreaks(_ node: Int) -> Bool { tree.children(node).contains { tree.name($0) == "br" } }
}
