import LetopisText
import Testing

/// What holds of every text, tried on texts made at random, the same in every run.
@Suite struct SegmentationPropertyTests {
    private static let pieces = [
        "Слово ", "слово ", "СЛОВО", "word ", "г. ", "т. е. ", "и т. д. ", "А. ", "Б.", "им. ", "12", "3,5 ", "1. ", "а) ", ". ", "... ",
        "… ", "?! ",
        "! ", "; ", ": ", ", ", "«", "» ", "\"", "\" ", "„", "“", "(", ") ", "[", "]", "- ", " — ", "-", "_", "/", "№", "§", "°", "²",
        ":) ", "=((", "\n", "\n\n", "і",
        "ї", "é", "е\u{301}", "漢", "😀", "\u{200B}", "\u{FEFF}", "\u{1C}", "\u{85}", "\u{2028}", "Yahoo!", "İ", "ß",
    ]

    private func texts(seed: UInt64, count: Int) -> [String] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let length = Int.random(in: 0...60, using: &generator)
            return (0..<length).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
        }
    }

    @Test func tokensAndSentencesCoverTheText() throws {
        let segmenter = try Segmentation.segmenter()
        for text in texts(seed: 1, count: 400) {
            checkCover(Segmentation.parts(text, segmenter))
            checkCover(Segmentation.parts(text, segmenter, lines: .endSentences))
        }
    }

    /// In order, not overlapping, nothing but white space between; every token in one sentence.
    private func checkCover(_ parts: Parts) {
        var end = 0
        for token in parts.tokens {
            #expect(token.span.start >= end && token.span.end > token.span.start)
            #expect(isSpace(parts, end, token.span.start))
            end = token.span.end
        }
        #expect(isSpace(parts, end, parts.utf8.count))
        #expect(parts.sentences.flatMap { Array($0.tokens) } == Array(parts.tokens.indices))
        for sentence in parts.sentences {
            #expect(sentence.span.start == parts.tokens[sentence.tokens.lowerBound].span.start)
            #expect(sentence.span.end == parts.tokens[sentence.tokens.upperBound - 1].span.end)
        }
    }

    private func isSpace(_ parts: Parts, _ start: Int, _ end: Int) -> Bool {
        parts.text(SourceSpan(start, end)).unicodeScalars.allSatisfy { $0.properties.isWhitespace || (0x1C...0x1F).contains($0.value) }
    }

    @Test func aParagraphBeforeShiftsEverything() throws {
        let segmenter = try Segmentation.segmenter()
        let neutral = "Погода в столице ясная, ветер слабый.\n\n\n\n\n\n\n\n\n"
        let shift = neutral.utf8.count
        for text in texts(seed: 2, count: 200) {
            // A word that can begin a sentence, so that the boundary before it does not hang on the text.
            let plain = Segmentation.parts("Итак, " + text, segmenter)
            let shifted = Segmentation.parts(neutral + "Итак, " + text, segmenter)
            let moved = plain.tokens.map { SourceSpan($0.span.start + shift, $0.span.end + shift) }
            #expect(shifted.tokens.dropFirst(8).map(\.span).elementsEqual(moved), "“\(text)”")
            #expect(shifted.lines == ["Погода в столице ясная, ветер слабый."] + plain.lines)
        }
    }

    @Test(arguments: ["\r\n", "\u{A0}", "\t", "\n"])
    func anyWhiteSpaceIsAsGood(_ space: String) throws {
        let segmenter = try Segmentation.segmenter()
        for text in texts(seed: 3, count: 100) {
            let other = text.split(separator: " ", omittingEmptySubsequences: false).joined(separator: space)
            #expect(Segmentation.parts(other, segmenter).words == Segmentation.parts(text, segmenter).words)
        }
    }

    @Test func theArraysAreUsedAgain() throws {
        let segmenter = try Segmentation.segmenter()
        var tokens = [Token(span: SourceSpan(5, 9))]
        var sentences = [Sentence(span: SourceSpan(5, 9), tokens: 3..<7)]
        segmenter.segment(Array("Да. Нет.".utf8), into: &tokens, sentences: &sentences)
        #expect(tokens.count == 4)
        #expect(sentences.map(\.tokens) == [0..<2, 2..<4])
    }

    /// Nothing may trap or be left out, whatever the bytes.
    @Test func bytesThatAreNoText() throws {
        let segmenter = try Segmentation.segmenter()
        var generator = SeededGenerator(seed: 4)
        let bytes: [UInt8] = [0x20, 0x2E, 0x3A, 0x29, 0x41, 0x80, 0xBF, 0xC2, 0xD0, 0xE2, 0xEF, 0xF0, 0xF4, 0xFF]
        for _ in 0..<500 {
            let text = (0..<40).map { _ in bytes.randomElement(using: &generator) ?? 0 }
            let parts = Segmentation.parts(text, segmenter)
            #expect(parts.sentences.flatMap { Array($0.tokens) } == Array(parts.tokens.indices))
            #expect(parts.tokens.allSatisfy { $0.span.start < $0.span.end && $0.span.end <= text.count })
        }
    }

    /// Found by fuzzing: half a character before a mark must not take the mark in.
    @Test func halfACharacterBeforeAMark() throws {
        let bytes: [UInt8] = [
            0x00, 0xC3, 0xEB, 0x20, 0x2D, 0x0C, 0x15, 0x80, 0x20, 0xD0, 0xBF, 0xD0, 0xBE, 0xFE, 0xFF, 0xE2, 0xA0, 0x31, 0x29, 0x20, 0x29,
            0x6E,
            0x61, 0x42, 0x42, 0x6F, 0x6F, 0x6C, 0x21, 0x80, 0x9C, 0xE0, 0xEB, 0x2E, 0xA0, 0x9C, 0xEB, 0x2E, 0x20, 0x80, 0xE0, 0xEC, 0xFD,
        ]
        let parts = Segmentation.parts(bytes, try Segmentation.segmenter())
        #expect(parts.sentences.flatMap { Array($0.tokens) } == Array(parts.tokens.indices))
    }

    @Test(arguments: [
        ("\"", 1, 20_000), ("\" ", 1, 20_000), ("(", 1, 20_000), (".", 1, 1), (". ", 1, 20_000), (" ", 0, 0), (":)", 1, 20_000),
        (":-)))) ", 1, 120_000),
        ("ж", 1, 1), ("і", 1, 1), ("漢", 1, 1), ("Да. ", 20_000, 40_000), ("1. ", 2_500, 20_001), ("А. ", 1, 40_000), ("-", 1, 1),
    ])
    func monotony(_ piece: String, _ sentences: Int, _ tokens: Int) throws {
        let parts = Segmentation.parts(String(repeating: piece, count: 20_000), try Segmentation.segmenter())
        #expect(parts.sentences.count == sentences)
        #expect(parts.tokens.count == tokens)
    }
}
