import Foundation
@testable import Letopis
import Testing

struct JSONWriterTests {
    /// The JSON of a string is `json`, and Foundation reads the string back from it.
    private func check(_ text: String, _ json: String) throws {
        var writer = JSONWriter()
        writer.string(text)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
        let back = try JSONSerialization.jsonObject(with: Data(writer.bytes), options: .fragmentsAllowed)
        #expect(back as? String == text)
    }

    @Test func stringsAreEscapedAndReadBack() throws {
        try check("", "\"\"")
        try check("мир", "\"мир\"")
        try check("он: \"да\"", #""он: \"да\"""#)
        try check("a\\b/", #""a\\b/""#)
        try check("1\n2\r\n3\t4", #""1\n2\r\n3\t4""#)
        try check("\u{0}\u{1B}[31m\u{7F}", #""\u0000\u001b[31m\u007f""#)
        try check("\u{85}\u{9B}2J\u{A0}", "\"\\u0085\\u009b2J\u{A0}\"")
        try check("а\u{2028}б\u{2029}\u{2030}", "\"а\\u2028б\\u2029\u{2030}\"")
        try check("🕊 e\u{301}", "\"🕊 e\u{301}\"")
    }

    @Test func commasStandBetweenAndNowhereElse() {
        var json = JSONWriter()
        json.object { json in
            json.field("a", 1)
            json.key("b")
            json.array { json in
                json.null()
                json.bool(true)
                json.object { _ in }
                json.array { _ in }
                json.object { $0.field("x", "y") }
            }
            json.field("c", Optional<String>.none)
        }
        json.endLine()
        json.number(-3)
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":1,"b":[null,true,{},[],{"x":"y"}],"c":null}"# + "\n-3")
        json.removeAll()
        json.bool(false)
        #expect(String(decoding: json.bytes, as: UTF8.self) == "false")
    }
}
