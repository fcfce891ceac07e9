internal import LetopisFormats
internal import Testing

/// Trees of HTML and XML, drawn one element a line.
@Suite struct MarkupTreeTests {
    /// The elements with their attributes, and the texts, indented by depth.
    private static func drawing(_ tree: MarkupTree, _ attributes: [String]) -> String {
        var lines: [String] = []
        for node in 1..<max(1, tree.count) {
            var depth = 0, parent = tree.parent(node)
            while let outer = parent, outer > 0 {
                depth += 1
                parent = tree.parent(outer)
            }
            let values = attributes.compactMap { name in tree.attribute(node, name).map { " \(name)=\($0)" } }.joined()
            let text = tree.isText(node) ? "“\(String(decoding: tree.text(node), as: UTF8.self))”" : tree.name(node) + values
            lines.append(String(repeating: ".", count: depth) + text)
        }
        return lines.joined(separator: " ")
    }

    @Test(arguments: [
        ("<p>a<p>b", "html .body ..p ...“a” ..p ...“b”"), ("<P CLASS=x ID='y z'>a</P>", "html .body ..p id=y z class=x ...“a”"),
        ("a<br>b<img src=c>", "html .body ..p ...“a” ...br ...“b” ...img"),
        ("<b>a<i>b</b>c</i>", "html .body ..b ...“a” ...i ....“b” ..“c”"),
        ("&lt;&amp;&eacute;&#1052;", "html .body ..p ...“<&éМ”"), ("a < b", "html .body ..p ...“a < b”"),
        ("<div><!-- x > --><!DOCTYPE y>a</div>", "html .body ..div ...“a”"),
        ("<div><!-->a</div>", "html .body ..div ...“a”"), ("<div>a<!-- b", "html .body ..div ...“a”"),
        ("<div>a<script>if (a<b) '</p>'</script>b</div>", "html .body ..div ...“ab”"), ("<div>a<style>p{", "html .body ..div ...“a”"),
        ("<div>a<textarea><p>b</textarea>c</div>", "html .body ..div ...“ac”"),
        ("<div id=\"a>b\">c</div>", "html .body ..div id=a>b ...“c”"),
        ("<html id=1><html id=2><body>a", "html id=1 .body ..“a”"), ("<div a=\"x", "html .body ..div"), ("</p></b>", ""),
        ("<1>a", "html .body ..p ...“<1>a”"), ("", ""),
    ]) func html(written: String, drawn: String) {
        #expect(Self.drawing(MarkupTree(html: Array(written.utf8)), ["id", "class"]) == drawn)
    }

    @Test func linkedDataIsKept() {
        let tree = MarkupTree(
            html: Array(
                "<script type='application/ld+json'>{\"a\":\"</b>\"}</script><SCRIPT TYPE=application/LD+JSON>[1]</SCRIPT><script>x</script>"
                    .utf8))
        #expect(tree.linkedData == [Array("{\"a\":\"</b>\"}".utf8), Array("[1]".utf8)])
    }

    @Test(arguments: [
        ("<a><b x='1'>t</b><c/></a>", "a .b x=1 ..“t” .c"), ("<a><b>t</a>", "a .b ..“t”"), ("<a>t</b>u</a>", "a .“tu”"),
        ("<a>&lt;&nbsp;&bad;&#65;</a>", "a .“<\u{A0}&bad;A”"),
        ("<a><![CDATA[<b>]]></a>", "a .“<b>”"), ("<a x=1 x=2 y>t", "a x=1 .“t”"), ("<a>1 < 2</a>", "a .“1 < 2”"),
        ("<n:a xmlns:n='urn:n'><n:b/></n:a>", "q:a .q:b"),
        ("<a xmlns='urn:n'><b/></a>", "q:a .q:b"), ("<m:a/>", "m:a"), ("<a:b:c/>", "a:b"),
        ("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "a .“&e;”"), ("<item><item>t</item>", "item item .“t”"),
        ("", ""), ("text", "“text”"), ("<a>\u{FFFE}\u{FFFF}</a>", "a .“\u{FFFD}\u{FFFD}”"), ("<a x='&lt;&quot;'/>", "a x=<\""),
    ]) func xml(written: String, drawn: String) {
        let tree = MarkupTree(xml: Array(written.utf8), prefixes: ["urn:n": "q"])
        #expect(Self.drawing(tree, ["x"]) == drawn)
        #expect(!tree.cuts.isBroken)
    }
}

@Suite struct JSONTreeTests {
    /// The values, written again without spaces.
    private static func written(_ tree: JSONTree, _ value: Int) -> String {
        let name = tree.name(value).isEmpty ? "" : tree.name(value) + ":"
        switch tree.kind(value) {
        case .array: return name + "[" + tree.children(value).map { written(tree, $0) }.joined(separator: ",") + "]"
        case .object: return name + "{" + tree.children(value).map { written(tree, $0) }.joined(separator: ",") + "}"
        case .string: return name + "'" + (tree.text(value) ?? "") + "'"
        case .number: return name + (tree.text(value) ?? "")
        case .bool, .null: return name + "\(tree.kind(value))"
        }
    }

    @Test(arguments: [
        (#"{"a": [1, -2.5e3, "x"], "b": null, "c": true}"#, "{a:[1,-2.5e3,'x'],b:null,c:bool}", true),
        (#"[{"a":{}},[]]"#, "[{a:{}},[]]", true),
        (#"["\u00ab\ud83d\ude00\n\/\\"]"#, "['«😀\n/\\']", true), (#"["\ud83d"]"#, "['\u{FFFD}']", true),
        (#"["\ud83d\u0041"]"#, "['\u{FFFD}A']", true), (#"x = {"a":1};"#, "{a:1}", true),
        (#"{"a":1,}"#, "{a:1}", true), (#"{"a":1"#, "{a:1}", false), (#"{"a":"x"#, "{}", false), ("[1,2", "[1,2]", false),
        ("[1}", "[1]", false), (#"{"a" 1}"#, "{}", false), (#"{1:2}"#, "{}", false),
    ]) func read(json: String, value: String, isWhole: Bool) {
        let tree = JSONTree(Array(json.utf8))
        #expect(Self.written(tree, 0) == value && tree.isWhole == isWhole)
    }

    @Test(arguments: ["", "x", "1", "\"a\""]) func whatHoldsNoDocument(json: String) { #expect(JSONTree(Array(json.utf8)).count == 0) }

    @Test func depthIsCapped() {
        let tree = JSONTree([UInt8](repeating: UInt8(ascii: "["), count: 100_000))
        #expect(tree.count == Caps.depth && !tree.isWhole)
    }
}
