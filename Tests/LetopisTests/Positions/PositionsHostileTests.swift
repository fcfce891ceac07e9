import Testing

@testable import Letopis
@testable import LetopisText

/// Broken texts and broken analyses give fewer positions, never a trap.
@Suite struct PositionsHostileTests {
    static let texts = [
        "", " ", "против", "за за за за", "«", "« « « мы против", "требует требует требует", "нет необходимости", "Если если если.",
        ", чтобы, чтобы, чтобы",
        "Наш приоритет —", "— приоритет — приоритет —", "который поддержал который поддержал который", "не не не поддержал план",
        "поддержал\u{0}план\u{FFFD}",
        String(repeating: "Киев и Рига поддержали план и ", count: 60), String(repeating: "«", count: 500) + "мы за мир",
        String(repeating: "\n", count: 200) + "оба против",
    ]

    @Test(arguments: texts) func brokenTextsAreRead(text: String) {
        guard let record = PositionsReading.record(text) else { return }
        for position in record.positions {
            #expect(record.actor(position.holder) != nil && !position.issue.span.isEmpty && position.span.end <= record.article.utf8.count)
        }
    }

    /// Trees that no parser should give: heads that point at themselves, in circles, out of the sentence.
    @Test func brokenTreesAreRead() throws {
        guard PositionsReading.reader != nil else { return }
        let folder = PositionsReading.share + "/lexicon/ru"
        let lexicon = try PositionLexicon(LexiconFile.bytes(folder + "/positions.txt"))
        let extractor = PositionExtractor(lexicon: lexicon, speech: try SpeechLexicon(folder: folder))
        let words = [
            "мы", "против", "план", "требует", "наш", "приоритет", ",", "чтобы", "который", "не", "готов", "вывести", "Киев", "—", "оба",
            "нет",
        ]
        let relations = Relation.allCases, parts = PartOfSpeech.allCases
        for seed in 0..<200 {
            let text = (0..<24).map { words[($0 * 7 + seed * 5 + $0 * $0) % words.count] }.joined(separator: " ")
            var analysis = Analysis(article: Article(text), sentences: [], tokens: [], names: [], lemmas: Array(text.utf8), notices: [])
            var at = 0
            for (i, word) in text.utf8.split(separator: 0x20).enumerated() {
                var token = Token(span: SourceSpan(at, at + word.count))
                (token.lemma, token.head) = (at..<(at + word.count), (i * 11 + seed * 3) % 27 - 1)
                (token.upos, token.deprel) = (parts[(i * 5 + seed) % parts.count], relations[(i * 13 + seed * 7) % relations.count])
                token.feats[.case] = UInt8((i + seed) % 7)
                token.feats[.verbForm] = UInt8((i * 3 + seed) % 5)
                analysis.tokens.append(token)
                at += word.count + 1
            }
            analysis.sentences = [Sentence(span: SourceSpan(0, text.utf8.count), tokens: 0..<analysis.tokens.count)]
            for fact in extractor.facts(in: analysis) {
                #expect(!fact.holders.isEmpty && fact.issueSpan.end <= text.utf8.count && !fact.issue.isEmpty)
            }
        }
    }
}
