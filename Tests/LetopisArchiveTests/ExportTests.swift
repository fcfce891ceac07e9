internal import Foundation
internal import Letopis
internal import LetopisArchive
internal import Testing

/// What goes out can be read by others, and does nothing to them.
@Suite struct ExportTests {
    @Test(arguments: [
        ("просто", "просто"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("=1+1", "'=1+1"), ("+7", "'+7"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("", ""),
    ]) func cells(_ cell: String, _ written: String) {
        var table = CSVTable()
        table.row(["a", cell, nil])
        #expect(String(decoding: table.bytes, as: UTF8.self) == "a,\(written),\r\n")
    }

    private func stored() throws -> StoredArticle {
        let place = try Place(), archive = try place.archive()
        guard case .new(let id) = try SettlingTests.bridge.file(in: archive) else { throw QuestionError.emptyFilter("") }
        return try #require(try archive.articles(idPrefix: id.description).first)
    }

    @Test func everyRowHasEveryColumn() throws {
        let article = try stored()
        for table in EntryTable.allCases {
            var csv = CSVTable()
            csv.row(table.head)
            table.write(article, to: &csv)
            let rows = String(decoding: csv.bytes, as: UTF8.self).split(separator: "\r\n")
            #expect(rows.count == (table == .statements ? 2 : 1))
            #expect(Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }) == [table.head.count])
        }
    }

    @Test func annotationsSelectTheExactCharacters() throws {
        let article = try stored()
        var json = JSONWriter()
        AnnotationWire.write(article, to: &json)
        let lines = json.bytes.split(separator: 10)
        #expect(lines.count == 1)
        let annotation = try #require(try JSONSerialization.jsonObject(with: Data(lines[0])) as? [String: Any])
        #expect(annotation["@context"] as? String == "http://www.w3.org/ns/anno.jsonld" && annotation["type"] as? String == "Annotation")
        #expect(annotation["id"] as? String == "urn:letopis:\(article.statements[0])")
        let target = try #require((annotation["target"] as? [[String: Any]])?.first)
        let selectors = try #require(target["selector"] as? [[String: Any]])
        let start = try #require(selectors[0]["start"] as? Int), end = try #require(selectors[0]["end"] as? Int)
        let text = Array(SettlingTests.bridge.text.unicodeScalars)
        func slice(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }
        #expect(slice(start..<end) == "мост откроют в мае" && selectors[1]["exact"] as? String == "мост откроют в мае")
        let prefix = try #require(selectors[1]["prefix"] as? String), suffix = try #require(selectors[1]["suffix"] as? String)
        #expect(slice(start - prefix.unicodeScalars.count..<start) == prefix && prefix.hasSuffix("что "))
        #expect(slice(end..<end + suffix.unicodeScalars.count) == suffix && suffix.hasPrefix(". "))
    }
}
