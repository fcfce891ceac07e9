import Testing

@testable import LetopisText

/// Bytes that are no text, or not all of it: nothing else is lost, and the notices say what was.
@Suite struct DamagedBytesTests {
    @Test(
        arguments: [
            ("cut off in a letter", Array("Мир и труд".utf8.dropLast()), "Мир и тру\u{FFFD}", 1),
            ("cut off in a dash", Array("Мир —".utf8.dropLast()), "Мир \u{FFFD}", 1),
            ("a byte of windows-1251 inside", Array("Мир ".utf8) + [0xE8] + Array(" труд".utf8), "Мир \u{FFFD} труд", 1),
            ("a surrogate in UTF-8", Array("Мир и труд ".utf8) + [0xED, 0xA0, 0x80], "Мир и труд \u{FFFD}\u{FFFD}\u{FFFD}", 3),
            ("too long a form", Array("Мир ".utf8) + [0xC0, 0xAF], "Мир \u{FFFD}\u{FFFD}", 2),
            ("NUL", Array("Мир\0труд".utf8), "Мир\u{FFFD}труд", 1),
        ] as [(String, [UInt8], String, Int)])
    func mendsUTF8(_ what: String, _ bytes: [UInt8], _ text: String, _ count: Int) { check(Article(decoding: bytes), text, count, what) }

    private func check(_ article: Article, _ text: String, _ count: Int, _ what: String) {
        #expect(article.text == text, "\(what)")
        let notice = article.notices.first { $0.kind == .malformedBytes }
        #expect(notice?.message.hasPrefix("\(count) ") == true, "\(what)")
    }

    @Test func mendsUTF16() {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x14, 0x04, 0x00, 0xD8, 0x30, 0x04, 0x00, 0xDC, 0x3D, 0xD8, 0x00, 0xDE, 0x2E]
        check(Article(decoding: bytes), "Д\u{FFFD}а\u{FFFD}😀\u{FFFD}", 3, "halves of surrogate pairs and half a unit")
    }

    @Test func aByteWithoutCharacter() {
        check(Article(decoding: [0xC4, 0xE0, 0x98], charset: .windows1251), "Да\u{FFFD}", 1, "0x98 in windows-1251")
    }

    @Test func lineEndsAndSpacesStay() {
        let text = "Да.\r\n\tНет\u{A0}там.\u{200B}\u{85}\u{1B}[31m\u{7}"
        #expect(Article(decoding: Array(text.utf8)).text == text)
        #expect(Article(text).text == text)
        #expect(Article(text).notices.isEmpty)
    }

    @Test func aMarkIsLeftOutOfStringsToo() { #expect(Article("\u{FEFF}Да").text == "Да") }

    @Test func bytesThatAreNoText() {
        var generator = SeededGenerator(seed: 5)
        let noise = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        #expect(kinds(noise).contains(.binary))
        #expect(kinds([UInt8](repeating: 0, count: 1_000)).contains(.binary))
        #expect(kinds(Array("Текст с одним звонком \u{7} внутри и без прочих управляющих знаков.".utf8)) == [])
    }

    private func kinds(_ bytes: [UInt8]) -> [Notice.Kind] { Article(decoding: bytes).notices.map(\.kind) }

    @Test(arguments: ["", " \n\t", "12, 5!"]) func nothingToRead(_ text: String) { #expect(kinds(Array(text.utf8)) == [.empty]) }

    /// Cut at a character, whatever the cap and whatever the charset; what lies behind the cap is not counted as damage.
    @Test(arguments: 0...12) func cap(_ cap: Int) {
        let text = "aДа—😀я"
        let units = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for article in [
            Article(decoding: Array(text.utf8), charset: .utf8, cap: cap), Article(decoding: units, charset: .utf16LittleEndian, cap: cap),
        ] {
            var kept = ""
            for scalar in text.unicodeScalars where (kept + String(scalar)).utf8.count <= cap && text.hasPrefix(kept + String(scalar)) {
                kept.unicodeScalars.append(scalar)
            }
            #expect(article.text == kept)
            #expect(article.notices.contains { $0.kind == .truncated })
            #expect(!article.notices.contains { $0.kind == .malformedBytes })
        }
    }

    @Test func noNoticeUpToTheCap() {
        #expect(Article(decoding: Array("Дарья".utf8), charset: .utf8, cap: 10).notices.isEmpty)
        #expect(Article(decoding: Array("Дарьям".utf8), charset: .utf8, cap: 10).notices.map(\.kind) == [.truncated])
    }

    @Test func theCapOfArticles() {
        let article = Article(decoding: [UInt8](repeating: 0xE6, count: Article.mostBytes), charset: .windows1251)
        #expect(article.utf8.count == Article.mostBytes)
        #expect(article.notices.map(\.kind) == [.truncated])
    }

    /// Valid UTF-8 without NUL comes out, whatever comes in and whatever it is declared to be.
    @Test func anyBytesGiveValidText() {
        var generator = SeededGenerator(seed: 6)
        let pieces: [[UInt8]] = [
            [0x20], [0x41], [0], [0x04], [0x80], [0xBF], [0xC3], [0xD0], [0xD0, 0xB0], [0xE2, 0x80], [0xED, 0xA0], [0xF0, 0x9F], [0xFF],
            [0xFE], [0xD8],
        ]
        for _ in 0..<300 {
            let count = Int.random(in: 0...40, using: &generator)
            let bytes = (0..<count).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
            for charset in [nil] + Charset.allCases.map(Optional.some) {
                let article = Article(decoding: bytes, charset: charset)
                #expect(String(validating: article.utf8, as: UTF8.self) != nil)
                #expect(!article.utf8.contains(0))
            }
        }
    }
}
