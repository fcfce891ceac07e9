public import LetopisFormats
public import LetopisText

/// Ends the process, with the words of the promise, where it is not kept; also in a release, which says nothing of preconditions.
public func promise(_ isKept: Bool, _ words: StaticString) { if !isKept { fatalError("broken: \(words)") } }

/// What every target's `LLVMFuzzerTestOneInput` does: hands the input to `check` as its first byte, which says how the rest is read, and the rest.
/// A promise that is broken ends the process.
public func attempt(_ start: UnsafePointer<UInt8>?, _ count: Int, _ check: (_ selector: UInt8, _ bytes: [UInt8]) -> Void) -> CInt {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    if let selector = input.first { check(selector, Array(input.dropFirst())) }
    return 0
}

extension Charset {
    /// The charset that a selector names: none, or one of them all.
    public static func chosen(by selector: UInt8) -> Charset? {
        let choices: [Charset?] = [nil] + Charset.allCases
        return choices[Int(selector) % choices.count]
    }
}

/// Words of pages, a line of each kind.
public let pageWords: PageLexicon = {
    let lines = "автор: | byline\nдекабря | month | 12\nмск | zone | 180\nпо теме | see-also\nфото: | aside\nчитайте также | see-also\n"
    guard let lexicon = try? PageLexicon(lexicon: Array(lines.utf8)) else { fatalError("the words do not load") }
    return lexicon
}()

/// Whether bytes are valid UTF-8.
public func isText(_ utf8: some Sequence<UInt8>) -> Bool { String(validating: Array(utf8), as: UTF8.self) != nil }

/// An article's text is what it promises.
public func checkText(_ article: Article) {
    promise(isText(article.utf8), "the text is valid UTF-8")
    promise(!article.utf8.contains(0), "the text has no NUL")
    promise(article.utf8.count <= Article.mostBytes, "the text keeps to the cap")
}

/// A tree's nodes lie in one another as they say.
public func checkTree(_ tree: MarkupTree) {
    var open: [Int] = []
    for node in 0..<tree.count {
        while let last = open.last, tree.end(last) <= node { open.removeLast() }
        promise(tree.parent(node) == open.last, "a node lies in its parent")
        promise(tree.end(node) > node && tree.end(node) <= (open.last.map(tree.end) ?? tree.count), "a node ends in its parent")
        promise(!tree.isText(node) || isText(tree.text(node)), "texts are valid UTF-8")
        open.append(node)
        promise(open.count <= Caps.depth + 2, "depth is capped")
    }
}

/// Bytes in pieces of some length.
public func pieces(_ bytes: [UInt8], of length: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: length).map { Array(bytes[$0..<min(bytes.count, $0 + length)]) }
}
