import FuzzDriver
import LetopisFormats
import LetopisText

/// What libFuzzer calls with every input: a feed, in the charset that the first byte chooses for the header.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt { unsafe attempt(start, count, readFeed) }

private func readFeed(_ selector: UInt8, _ bytes: [UInt8]) {
    let feed = Feed(bytes, base: "https://a.example/b/c", charset: .chosen(by: selector), lexicon: pageWords)
    promise(feed.format != nil || !feed.notices.isEmpty, "what is no feed has a notice")
    promise(feed.items.count <= Feed.mostItems, "items are capped")
    for item in feed.items {
        promise(item.link.map { $0.lowercased().hasPrefix("http") } ?? true, "links are of http")
        if let html = item.contentHTML { checkText(Page(Array(html.utf8), charset: .utf8, url: item.link, lexicon: pageWords).article) }
    }
    let tree = MarkupTree(xml: Array(String(decoding: bytes, as: UTF8.self).utf8), prefixes: [:])
    promise(!tree.cuts.isBroken, "what was mended is well-formed")
    checkTree(tree)
}
