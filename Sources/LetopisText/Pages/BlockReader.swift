internal import LetopisFormats

/// Cuts a tree into paragraphs, in one pass and without recursion.
struct BlockReader {
    private let tree: MarkupTree
    /// The elements whose content is left out.
    private let isOut: [Bool]
    private var blocks: [TextBlock] = []
    /// The open elements: where they end, and whether they end a paragraph.
    private var open: [(node: Int, end: Int, isBlock: Bool)] = []
    private var text: [UInt8] = []
    private var linked = 0, length = 0
    private var wantsSpace = false
    private var first: Int?
    private var link: (node: Int, start: Int)?
    private var firstLink: TextBlock.Link?
    private var linkAt: Int?

    private init(_ tree: MarkupTree, _ isOut: [Bool]) {
        self.tree = tree
        self.isOut = isOut
    }

    /// The paragraphs of a range of nodes. `isOut` says of each node of the tree whether it and what it holds is left out.
    static func blocks(_ tree: MarkupTree, in range: Range<Int>, isOut: [Bool]) -> [TextBlock] {
        var reader = BlockReader(tree, isOut)
        var node = range.lowerBound
        while node < range.upperBound {
            reader.close(before: node)
            if isOut[node] {
                node = tree.end(node)
            } else {
                reader.visit(node)
                node += 1
            }
        }
        reader.close(before: Int.max)
        reader.flush()
        return reader.blocks
    }

    private mutating func close(before node: Int) {
        while let last = open.last, last.end <= node {
            if last.isBlock { flush() }
            open.removeLast()
            if link?.node == last.node { endLink() }
        }
    }

    private mutating func visit(_ node: Int) {
        if tree.isText(node) { return add(tree.text(node), node) }
        let name = tree.name(node)
        if name == "br" { return lineBreak() }
        let isBlock = MarkupVocabulary.blocks.contains(name)
        if isBlock { flush() }
        if name == "a", link == nil, tree.attribute(node, "href") != nil {
            link = (node, text.count)
            linkAt = linkAt ?? length
        }
        open.append((node, tree.end(node), isBlock))
    }

    /// Adds a text, character by character: what is space is one space, what cannot be seen is left out.
    private mutating func add(_ bytes: ArraySlice<UInt8>, _ node: Int) {
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let kind = TextCharacter(bytes, at)
            switch kind.meaning {
            case .space: wantsSpace = true
            case .nothing: break
            case .itself: append(bytes[at..<at + kind.count], node)
            case .other(let scalar): append(ArraySlice(Array(String(scalar).utf8)), node)
            }
            at += kind.count
        }
    }

    /// Adds a character, and the space that is due before it.
    private mutating func append(_ character: ArraySlice<UInt8>, _ node: Int) {
        if wantsSpace, let last = text.last, last != 0x0A {
            text.append(0x20)
            count()
        }
        wantsSpace = false
        if first == nil { first = node }
        if character.count == 1 { text.append(character[character.startIndex]) } else { text += character }
        count()
    }

    private mutating func count() {
        length += 1
        if link != nil { linked += 1 }
    }

    /// One `br` is a line end, two are a paragraph's.
    private mutating func lineBreak() {
        wantsSpace = false
        if text.last == 0x0A { return flush() }
        if !text.isEmpty { text.append(0x0A) }
    }

    private mutating func endLink() {
        guard let ended = link else { return }
        let start = min(ended.start, text.count)
        if firstLink == nil, let address = tree.attribute(ended.node, "href") {
            firstLink = TextBlock.Link(text: trimmed(String(decoding: text[start...], as: UTF8.self)), address: address)
        }
        link = nil
    }

    private mutating func flush() {
        while let last = text.last, last == 0x0A || last == 0x20 { text.removeLast() }
        let goesOn = link
        if link != nil { endLink() }
        if !text.isEmpty, let first {
            let element = open.last { $0.isBlock && $0.node < first }?.node ?? 0
            let follows = blocks.last.map { $0.linkShare >= 60 && $0.length >= 12 } ?? false
            let begins = (linkAt ?? Int.max) <= 8 && linked * 5 >= length
            blocks.append(
                TextBlock(
                    text: text, linked: linked, length: length, element: element, node: first, link: firstLink, isTeaser: follows || begins)
            )
        }
        text.removeAll(keepingCapacity: true)
        linked = 0
        length = 0
        wantsSpace = false
        first = nil
        firstLink = nil
        linkAt = goesOn == nil ? nil : 0
        link = goesOn.map { ($0.node, 0) }
    }
}
