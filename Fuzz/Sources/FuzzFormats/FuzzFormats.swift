import LetopisFormats
import LetopisText

/// What libFuzzer calls with every input: bytes to trees, pages, feeds, lists, dumps and decompressed bytes, with every promise checked.
///
/// The first byte says what the rest is read as, modulo 5: a page, a feed (and a list of feeds), JSON, a dump, compressed data.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    guard let first = bytes.first else { return 0 }
    let rest = Array(bytes.dropFirst())
    switch first % 5 {
    case 0: readPage(rest)
    case 1: readFeed(rest)
    case 2: readJSON(rest)
    case 3: readDump(rest, piece: Int(first) + 1)
    default: expand(rest)
    }
    return 0
}

private let words = "автор: | byline\nдекабря | month | 12\nмск | zone | 180\nпо теме | see-also\nфото: | aside\nчитайте также | see-also\n"
private let lexicon = (try? PageLexicon(lexicon: Array(words.utf8))) ?? .none

private func readPage(_ bytes: [UInt8]) {
    let page = Page(bytes, url: "https://a.example/b/c", lexicon: lexicon)
    let text = page.article.utf8
    precondition(String(validating: text, as: UTF8.self) != nil && !text.contains(0), "the text is valid UTF-8 without NUL")
    for span in page.seeAlso.compactMap(\.span) {
        precondition(span.start >= 0 && span.start < span.end && span.end <= text.count, "spans lie in the text")
        precondition(String(validating: text[span.start..<span.end], as: UTF8.self) != nil, "spans hold whole characters")
    }
    _ = Page.isPage(bytes)
    checkTree(MarkupTree(html: Array(String(decoding: bytes, as: UTF8.self).utf8)))
}

private func readFeed(_ bytes: [UInt8]) {
    let feed = Feed(bytes, base: "https://a.example/b/c", lexicon: lexicon)
    precondition(feed.format != nil || !feed.notices.isEmpty, "what is no feed has a notice")
    for item in feed.items { precondition(item.link.map { $0.lowercased().hasPrefix("http") } ?? true, "links are of http") }
    let list = OPML(bytes, base: "https://a.example/b/c")
    let again = OPML(OPML(title: list.title, subscriptions: list.subscriptions).bytes())
    precondition(again.subscriptions.map(\.feed) == list.subscriptions.map(\.feed), "a list that is written is read again")
    let tree = MarkupTree(xml: Array(String(decoding: bytes, as: UTF8.self).utf8), prefixes: [:])
    precondition(!tree.cuts.isBroken, "what was mended is well-formed")
    checkTree(tree)
}

private func checkTree(_ tree: MarkupTree) {
    var open: [Int] = []
    for node in 0..<tree.count {
        while let last = open.last, tree.end(last) <= node { open.removeLast() }
        precondition(tree.parent(node) == open.last, "a node lies in its parent")
        precondition(tree.end(node) > node && tree.end(node) <= (open.last.map(tree.end) ?? tree.count), "a node ends in its parent")
        precondition(!tree.isText(node) || String(validating: tree.text(node), as: UTF8.self) != nil, "texts are valid UTF-8")
        open.append(node)
        precondition(open.count <= Caps.depth + 2, "depth is capped")
    }
}

private func readJSON(_ bytes: [UInt8]) {
    let tree = JSONTree(bytes)
    for value in 0..<tree.count {
        for child in tree.children(value) { precondition(child > value && child < tree.count, "values lie in their documents") }
        _ = tree.text(value)
        _ = tree.member(value, "a")
    }
}

private func readDump(_ bytes: [UInt8], piece: Int) {
    let reader = WARCReader()
    var records = 0, size = 0
    func take() {
        while let record = reader.next() {
            precondition(record.number == records, "records are counted")
            records += 1
            size += record.body.count
        }
    }
    for start in stride(from: 0, to: bytes.count, by: piece) {
        reader.push(Array(bytes[start..<min(bytes.count, start + piece)]))
        take()
    }
    reader.finish()
    take()
    precondition(reader.next() == nil, "what is over is over")
    precondition(size <= bytes.count * Caps.expansion + (records + 1) * Caps.freeExpansion * 2, "expansion is capped")
}

private func expand(_ bytes: [UInt8]) {
    for compression in Compression.allCases {
        let expanded = Expanded(bytes, compression)
        precondition(expanded.bytes.count <= Caps.body, "expansion is capped")
        precondition(expanded.bytes.count <= max(Caps.freeExpansion, bytes.count * Caps.expansion) + (1 << 18), "expansion is capped")
    }
}
