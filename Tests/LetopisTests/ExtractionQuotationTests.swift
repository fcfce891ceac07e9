@testable import Letopis
import LetopisText
import Testing

/// The quotations of a text in one line: `[words]`, `?` where a mark is lost, `>` for every level of nesting.
private func drawn(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let found = QuotationScanner.quotations(in: bytes)
    var depth: [Int] = []
    return found.map { quotation in
        depth.append(quotation.parent < 0 ? 0 : depth[quotation.parent] + 1)
        let words = String(decoding: bytes[quotation.inner.start..<quotation.inner.end], as: UTF8.self)
        let lost = quotation.opened && quotation.closed ? "" : "?"
        return String(repeating: ">", count: depth[depth.count - 1]) + lost + "[" + words + "]"
    }.joined(separator: " ")
}

private func check(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(drawn(text) == expected, sourceLocation: sourceLocation)
}

@Suite struct ExtractionQuotationTests {
    @Test func marksOfAllKinds() {
        check("Он сказал: «Да».", "[Да]")
        check("Он сказал: „Да“.", "[Да]")
        check("Он сказал: “Да”.", "[Да]")
        check("Он сказал: \"Да\".", "[Да]")
        check("Он сказал: ''Да''.", "[Да]")
        check("Ничего не сказал.", "")
    }

    @Test func nesting() {
        check("«Завод „Маяк“ открыт», — сказал он.", "[Завод „Маяк“ открыт] >[Маяк]")
        check("«Завод «Маяк» открыт», — сказал он.", "[Завод «Маяк» открыт] >[Маяк]")
        check("\"Завод «Маяк» открыт\", - сказал он.", "[Завод «Маяк» открыт] >[Маяк]")
    }

    @Test func aMarkOfAnotherKindClosesOnlyItsOwn() {
        check("«Мост „Маяк“, дом и сад.\n\nМы ждём», — сказал он.", "[Мост „Маяк“, дом и сад.\n\nМы ждём] >[Маяк]")
    }

    @Test func oneMarkClosesTwo() {
        check("«Мы купили «Маяк», — сказал он.", "[Мы купили «Маяк»] >[Маяк]")
        check("Он сказал: «Мы купили «Маяк».", "[Мы купили «Маяк»] >[Маяк]")
    }

    @Test func lostMarks() {
        check("«Мы готовы, — сказал он.\nДругой абзац.", "?[Мы готовы, — сказал он.]")
        check("Мы готовы», — сказал он.", "?[]")
        check("Завод \" Маяк \" открыт.", "[ Маяк ]")
        check("«Мы готовы, — сказал он.\n\n«Мы ждём», — сказал другой.", "?[Мы готовы, — сказал он.] [Мы ждём]")
    }

    @Test func severalParagraphs() {
        check("«Мы готовы.\nМы ждём», — сказал он.", "[Мы готовы.\nМы ждём]")
    }

    @Test func depthIsNoStack() {
        let many = String(repeating: "«", count: 10_000) + "да" + String(repeating: "»", count: 10_000)
        let found = QuotationScanner.quotations(in: Array(many.utf8))
        #expect(found.count == 10_000)
        #expect(found.allSatisfy { $0.opened && $0.closed })
        let mixed = String(repeating: "«\"„", count: 5_000) + String(repeating: "»", count: 5_000)
        #expect(QuotationScanner.quotations(in: Array(mixed.utf8)).count >= 15_000)
    }
}
