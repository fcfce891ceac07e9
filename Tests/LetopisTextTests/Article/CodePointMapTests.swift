import LetopisText
import Testing

/// Offsets and code points, there and back, for every character.
@Suite struct CodePointMapTests {
    @Test(arguments: ["", "a", "Да", "a—😀я", String(repeating: "ж", count: 127) + "—", String(repeating: "aж—😀", count: 400)])
    func thereAndBack(_ text: String) {
        let map = CodePointMap(Article(text))
        var offset = 0
        for (index, scalar) in text.unicodeScalars.enumerated() {
            #expect(map.codePoint(at: offset) == index)
            #expect(map.offset(ofCodePoint: index) == offset)
            offset += scalar.utf8.count
        }
        #expect(map.codePoint(at: offset) == map.count)
        #expect(map.offset(ofCodePoint: map.count) == offset)
        #expect(map.count == text.unicodeScalars.count)
    }

    @Test func spans() {
        let map = CodePointMap(Article("«Да», — сказал он."))
        #expect(map.codePoints(SourceSpan(2, 6)) == 1..<3)
        #expect(map.span(1..<3) == SourceSpan(2, 6))
    }

    @Test func whatLiesOutsideIsTakenForTheNearestEnd() {
        let map = CodePointMap(Article("Да"))
        #expect(map.codePoints(SourceSpan(-5, 99)) == 0..<2)
        #expect(map.codePoints(SourceSpan(3, 1)) == 2..<2)
        #expect(map.span(0..<99) == SourceSpan(0, 4))
        #expect(map.offset(ofCodePoint: -1) == 0)
    }
}
