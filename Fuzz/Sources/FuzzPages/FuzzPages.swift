import FuzzDriver
import LetopisFormats
import LetopisText

/// What libFuzzer calls with every input: a page of HTML, in the charset that the first byte chooses for the header.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt { unsafe attempt(start, count, readPage) }

private func readPage(_ selector: UInt8, _ bytes: [UInt8]) {
    let page = Page(bytes, charset: .chosen(by: selector), url: "https://a.example/b/c", lexicon: pageWords)
    checkText(page.article)
    let text = page.article.utf8
    for span in page.seeAlso.compactMap(\.span) {
        promise(span.start >= 0 && span.start < span.end && span.end <= text.count, "spans lie in the text")
        promise(isText(text[span.start..<span.end]), "spans hold whole characters")
    }
    _ = Page.isPage(bytes)
    checkTree(MarkupTree(html: Array(String(decoding: bytes, as: UTF8.self).utf8)))
}
