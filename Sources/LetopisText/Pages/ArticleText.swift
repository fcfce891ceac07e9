internal import LetopisFormats

/// The paragraphs of an article, chosen from those in its element, and the pointers to other articles among them.
struct ArticleText {
    /// The text: paragraphs with an empty line between them.
    private(set) var utf8: [UInt8] = []
    /// Pointers to other articles.
    private(set) var seeAlso: [Page.SeeAlsoBlock] = []
    private let lexicon: PageLexicon
    private let title: String
    private var kept: [Kept] = []
    private var seen: Set<[UInt8]> = []
    /// Whether what stood last was the heading of a box of links.
    private var isInBox = false

    private struct Kept {
        var block: TextBlock
        var isHeading: Bool
        var isLead: Bool
        var seeAlso: Page.SeeAlsoBlock?
    }

    /// The date that stands alone in a paragraph before the article, nearest to it.
    static func dateline(_ tree: MarkupTree, before container: Int, lexicon: PageLexicon) -> String? {
        let isOut = [Bool](repeating: false, count: tree.count)
        let blocks = BlockReader.blocks(tree, in: 0..<tree.count, isOut: isOut).prefix { !($0.isProse && $0.node >= container) }
        return blocks.last { $0.length <= 80 && MomentReader.isOnlyDate($0.string, lexicon) }.flatMap {
            MomentReader.read($0.string, lexicon)?.iso
        }
    }

    /// The article in some elements of a page, whose title is known.
    init(_ tree: MarkupTree, _ marks: PageMarks, in containers: [Int], title: String?, lexicon: PageLexicon, base: String?) {
        self.lexicon = lexicon
        self.title = ArticleText.folded(title ?? "")
        for block in ArticleText.leads(tree, marks, before: containers.first ?? 0) { take(block, tree, base, isLead: true) }
        for container in containers {
            for block in BlockReader.blocks(tree, in: tree.subtree(container), isOut: marks.isOut) {
                take(block, tree, base, isLead: marks.leads.contains(block.element))
            }
        }
        trim()
        join()
    }

    /// Paragraphs between the title and the article: the introduction, two at most.
    private static func leads(_ tree: MarkupTree, _ marks: PageMarks, before container: Int) -> [TextBlock] {
        guard let title = marks.titles.last(where: { tree.end($0) <= container }) else { return [] }
        let blocks = BlockReader.blocks(tree, in: tree.end(title)..<container, isOut: marks.isOut)
        let leads = blocks.filter {
            $0.isProse && $0.linkShare < 20 || marks.leads.contains($0.element) && $0.length >= 25 && $0.linkShare < 20
        }
        return leads.count <= 2 ? leads : []
    }

    /// Letters and digits in lower case: what two spellings of a title share.
    static func folded(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
    }

    private mutating func take(_ block: TextBlock, _ tree: MarkupTree, _ base: String?, isLead: Bool) {
        let text = block.string
        let isHeading = MarkupVocabulary.headings.contains(tree.name(block.element))
        if points(block, text, base) { return }
        if isInBox {
            if block.linkShare >= 60 { return addBox(block, base) }
            isInBox = false
        }
        guard !isBeside(block, text, isHeading), block.length < 40 || seen.insert(block.text).inserted else { return }
        kept.append(Kept(block: block, isHeading: isHeading, isLead: isLead))
    }

    /// Whether a paragraph is none of the article's: links, a date, the title again, whose photo it is.
    private func isBeside(_ block: TextBlock, _ text: String, _ isHeading: Bool) -> Bool {
        if block.linkShare >= 60, block.length < 400 { return true }
        if !title.isEmpty, block.length <= 400, ArticleText.folded(text) == title { return true }
        if block.length <= 80, MomentReader.isOnlyDate(text, lexicon) { return true }
        guard block.length <= 300 else { return false }
        if let phrase = lexicon.phrase(beginning: text, .aside) {
            return phrase.hasSuffix(":") || phrase.contains(" ") || block.length <= phrase.count + 24 && !block.endsSentence
        }
        return block.length <= 60 && !isHeading && !block.endsSentence && lexicon.begins(text, .byline)
    }

    /// Takes a paragraph that points to other articles. One that only announces them begins a box.
    private mutating func points(_ block: TextBlock, _ text: String, _ base: String?) -> Bool {
        guard block.length <= 400, let phrase = lexicon.phrase(beginning: text, .seeAlso) else { return false }
        let rest = trimmed(String(text.dropFirst(phrase.count)))
        let title = trimmed(String(rest.drop { ":.-–—»".contains($0) }))
        if title.isEmpty {
            isInBox = true
            return true
        }
        guard rest.hasPrefix(":") || phrase.hasSuffix(":") || block.linkShare >= 40 else { return false }
        let pointed = Page.SeeAlsoBlock(span: nil, title: title, url: block.link.flatMap { WebAddress.resolve($0.address, base: base) })
        kept.append(Kept(block: block, isHeading: false, isLead: false, seeAlso: pointed))
        return true
    }

    private mutating func addBox(_ block: TextBlock, _ base: String?) {
        guard seeAlso.count < 100, let link = block.link else { return }
        seeAlso.append(Page.SeeAlsoBlock(title: block.string, url: WebAddress.resolve(link.address, base: base)))
    }

    /// Leaves out what stands before the first sentence and after the last one.
    private mutating func trim() {
        let isText: (Kept) -> Bool = {
            $0.seeAlso == nil
                && ($0.block.isProse || $0.isLead && $0.block.length >= 25
                    || !$0.isHeading && $0.block.endsSentence && $0.block.length >= 15)
        }
        guard let first = kept.firstIndex(where: isText), let last = kept.lastIndex(where: { isText($0) || $0.seeAlso != nil }) else {
            return
        }
        var start = first
        if start > 0, kept[start - 1].isHeading, ArticleText.folded(kept[start - 1].block.string) != title { start -= 1 }
        kept = Array(kept[start...max(last, first)])
    }

    private mutating func join() {
        for piece in kept {
            guard utf8.count + piece.block.text.count + 2 <= PageCaps.body else { break }
            if !utf8.isEmpty { utf8 += [0x0A, 0x0A] }
            let start = utf8.count
            utf8 += piece.block.text
            guard var pointed = piece.seeAlso else { continue }
            pointed.span = SourceSpan(start, utf8.count)
            seeAlso.append(pointed)
        }
    }
}
