internal import Testing

@testable internal import LetopisText

@Suite struct JSONLinesTests {
    private static func read(_ bytes: [UInt8], pieces: Int) -> (lines: [JSONLinesReader.Line], notices: [Notice.Kind]) {
        let reader = JSONLinesReader()
        var lines: [JSONLinesReader.Line] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            reader.push(Array(bytes[start..<min(bytes.count, start + pieces)]))
            while let line = reader.next() { lines.append(line) }
        }
        reader.finish()
        while let line = reader.next() { lines.append(line) }
        return (lines, reader.notices.map(\.kind))
    }

    /// Lines as they should come, whatever pieces the file comes in.
    private func check(_ text: [UInt8], _ wanted: [(Int, String)], _ notices: [Notice.Kind] = []) {
        for pieces in [1, 3, 4096, 1 << 20] {
            let read = Self.read(text, pieces: pieces)
            #expect(read.lines.map { "\($0.number) \(String(decoding: $0.bytes, as: UTF8.self))" } == wanted.map { "\($0.0) \($0.1)" })
            #expect(read.lines.allSatisfy(\.isWhole) && read.notices == notices)
        }
    }

    @Test func linesAreCut() {
        check(Array("a\nб\n".utf8), [(1, "a"), (2, "б")])
        check(Array("a\n\n \t\r\nб".utf8), [(1, "a"), (4, "б")])
        check([], [])
        check([10, 10], [])
    }

    /// “А”, “Б” and “В”, a line each, as gzip and zstd write them; and cut off.
    @Test func compressedLines() {
        let gzip = bytes(hex: "1f8b0800000000000203bb3081ebc244ae0b93b800757830c609000000")
        let zstd = bytes(hex: "28b52ffd0458490000d0900ad0910ad0920a2ad5348f")
        check(gzip, [(1, "А"), (2, "Б"), (3, "В")])
        check(zstd, [(1, "А"), (2, "Б"), (3, "В")])
        check(gzip + gzip, [(1, "А"), (2, "Б"), (3, "В"), (4, "А"), (5, "Б"), (6, "В")])
        check(Array(gzip.dropLast(2)), [(1, "А"), (2, "Б"), (3, "В")], [.malformed])
    }

    @Test func longLinesAreCutOff() {
        let long = [UInt8](repeating: 97, count: JSONLinesReader.mostBytes)
        let read = Self.read(long + [10] + long + [97, 98, 10, 99], pieces: 1 << 18)
        #expect(read.lines.map(\.isWhole) == [true, false, true] && read.lines.map(\.number) == [1, 2, 3])
        #expect(read.lines[1].bytes == long && read.lines[2].bytes == [99])
    }

    @Test func articlesOfLines() throws {
        let line = #"{"text":"Мост","title":"Т","outlet":"","author":7,"published":"2025-12-16","url":"u","lang":"ru","x":[]}"#
        let article = try #require(Article(jsonLine: Array(line.utf8)))
        #expect(article.utf8 == Array("Мост".utf8) && article.title == "Т" && article.outlet == nil && article.author == nil)
        #expect(article.published == "2025-12-16" && article.url == "u" && article.language == "ru")
        for line in ["", "no", "[]", "\"text\"", "{}", #"{"text":""}"#, #"{"text":1}"#, #"{"text":"a""#, #"[{"text":"a"}]"#] {
            #expect(Article(jsonLine: Array(line.utf8)) == nil, "\(line)")
        }
    }
}
