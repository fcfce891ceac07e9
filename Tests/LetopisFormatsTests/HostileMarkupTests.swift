internal import LetopisFormats
internal import Testing

/// Documents that were made to break who reads them: they are cut to the caps, and what was cut is counted.
@Suite struct HostileMarkupTests {
    private static func depth(_ tree: MarkupTree) -> Int {
        var deepest = 0
        var depth = [Int](repeating: 0, count: tree.count)
        for node in 1..<max(1, tree.count) where !tree.isText(node) {
            depth[node] = depth[tree.parent(node) ?? 0] + 1
            deepest = max(deepest, depth[node])
        }
        return deepest
    }

    private static func text(_ tree: MarkupTree) -> String {
        String(decoding: (0..<tree.count).reduce(into: [UInt8]()) { $0 += tree.text($1) }, as: UTF8.self)
    }

    @Test(arguments: ["div", "b", "table", "ul", "font"]) func depthOfHTML(name: String) {
        let many = 100_000
        let page = String(repeating: "<\(name)>", count: many) + "text" + String(repeating: "</\(name)>", count: many) + "<p>after</p>"
        let tree = MarkupTree(html: Array(page.utf8))
        #expect(Self.depth(tree) <= Caps.depth && Self.depth(tree) > Caps.depth / 2)
        #expect(tree.cuts.elements > many / 2 && !tree.cuts.isBroken)
        #expect(Self.text(tree) == "textafter")
    }

    @Test func endTagsWithoutBeginning() {
        let page = "<b><div>" + String(repeating: "<i>", count: 400) + String(repeating: "</b></u>", count: 50_000) + "text"
        #expect(Self.text(MarkupTree(html: Array(page.utf8))) == "text")
    }

    @Test func attributesOfHTML() {
        let page = "<p " + (0..<200_000).map { "a\($0)=1" }.joined(separator: " ") + ">text</p><p id=b>more</p>"
        let tree = MarkupTree(html: Array(page.utf8))
        #expect(tree.cuts.tags == 1 && Self.text(tree) == "textmore")
        let first = (0..<tree.count).first { tree.name($0) == "p" } ?? 0
        #expect(tree.attribute(first, "a511") == "1" && tree.attribute(first, "a512") == nil)
    }

    @Test func attributesOfXML() {
        let feed = "<r " + (0..<200_000).map { "a\($0)='1'" }.joined(separator: " ") + "><i>text</i></r>"
        let tree = MarkupTree(xml: Array(feed.utf8), prefixes: [:])
        #expect(tree.cuts.tags == 1 && Self.text(tree) == "text" && tree.attribute(1, "a511") == "1" && tree.attribute(1, "a512") == nil)
    }

    @Test func depthOfXML() {
        let tree = MarkupTree(xml: Array((String(repeating: "<a>", count: 100_000) + "text").utf8), prefixes: [:])
        #expect(
            Self.depth(tree) == Caps.xmlDepth && tree.cuts.elements == 100_000 - Caps.xmlDepth && Self.text(tree) == "text"
                && !tree.cuts.isBroken)
    }

    @Test func manyElements() {
        let tree = MarkupTree(html: Array(String(repeating: "<b></b>", count: Caps.nodes + 1000).utf8))
        #expect(tree.count <= Caps.nodes + 8 && tree.cuts.elements >= 990)
    }

    @Test func longTexts() {
        let long = [UInt8](repeating: UInt8(ascii: "a"), count: 12 << 20)
        let tree = MarkupTree(xml: Array("<r>".utf8) + long + Array("</r>".utf8), prefixes: [:])
        #expect(tree.text(2).count == 8 << 20 && tree.cuts.texts == 1 && !tree.cuts.isBroken)
        #expect(MarkupTree(html: long).text(4).count == long.count)
        #expect(MarkupTree(html: long + long).text(4).count == Caps.body)
    }

    @Test func millionsOfMarks() {
        for mark in ["<", "<!", "<!--", "</", "<a", "&", "\"", "<a b='", "<![CDATA[", "]]>", "<?", "&#", "<script>", "<a/>"] {
            let bytes = Array(String(repeating: mark, count: 20_000).utf8)
            _ = MarkupTree(html: bytes)
            #expect(!MarkupTree(xml: bytes, prefixes: [:]).cuts.isBroken, "\(mark)")
        }
    }
}
