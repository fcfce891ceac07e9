import Foundation
import Testing

@testable import LetopisText

@Suite struct AnalysisTests {
    private func analyse(_ texts: String...) -> [Analysis] {
        guard let analyser = RussianAnalyser.shared else { return [] }
        var scratch = analyser.scratch()
        return texts.map { analyser.analyse(Article($0), scratch: &scratch) }
    }

    /// `LETOPIS_RECORD=1` writes the golden anew, and fails that run.
    @Test(arguments: ["news", "speech"]) func golden(_ name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Goldens/Analysis").standardized
        let text = try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
        guard let notation = analyse(text).first?.notation else { return }
        let file = folder.appending(path: name + ".tokens")
        guard ProcessInfo.processInfo.environment["LETOPIS_RECORD"] == "1" else {
            #expect(notation == (try String(contentsOf: file, encoding: .utf8)))
            return
        }
        try Data(notation.utf8).write(to: file)
        Issue.record("recorded \(name).tokens: read it, and run again without LETOPIS_RECORD")
    }

    @Test(arguments: [
        "", " ", ".", "\u{FEFF}", "«»\"“”„", String(repeating: "«", count: 1100), String(repeating: "да ", count: 600), "\u{0}\u{1}\u{7F}",
        String(repeating: "а", count: 20000), "１２３ ㋿ 🇷🇺 e\u{301}", String(repeating: ".!?…", count: 500), "Ы", "\r\n\r\n\u{2028}\u{85}",
    ]) func promisesHoldOfAnyText(text: String) {
        for analysis in analyse(text) { #expect(analysis.broken.isEmpty, "\(analysis.broken.prefix(3))") }
    }

    @Test func promisesHoldOfShuffledWords() {
        var words = "Москва , . ! ? « » — и не что сказал Иванов И. О. президент в на 2024 г. https://a.ru #тег млн % ( ) ёлка USA".split(
            separator: " ")
        var state: UInt64 = 9
        for _ in 0..<60 {
            for i in words.indices {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                words.swapAt(i, Int(state >> 33) % words.count)
            }
            for analysis in analyse(words.joined(separator: " ")) { #expect(analysis.broken.isEmpty, "\(words)") }
        }
    }

    /// What was analysed before leaves no trace.
    @Test func theSameArticleGivesTheSameAnalysis() {
        let text = "Премьер-министр Анна Белова прибыла в Осло. «Мы готовы», — сказала она."
        let results = analyse(text, String(repeating: "Совсем другой текст о погоде. ", count: 400), text)
        guard results.count == 3 else { return }
        #expect(results[0].notation == results[2].notation)
        #expect(results[0].tokens == results[2].tokens)
    }

    /// Articles that are analysed together, empty ones and those of a word or of more than a batch among them, leave no trace in each other.
    /// (With some of OpenBLAS's kernels a row's last bits hang on its place in a product; a sentence that repeats itself has heads that tie but for them.)
    @Test func articlesTogetherAreAnalysedAsIfAlone() {
        guard let analyser = RussianAnalyser.shared else { return }
        let sentences = [
            "Олег Лунин, министр обороны Латвии, прибыл во вторник в Осло.", "«Мы готовы», — сказал он журналистам.",
            "Анна Белова молчала.",
            "Вечером в столице прошёл дождь, и встречу на площади отменили.",
        ]
        let articles = [0, 1, 2, 1, 3, 24, 0, 5, 90, 4, 120, 1, 9].map { count in
            Article(count == 1 ? "Осло" : (0..<count).map { sentences[($0 + count) % sentences.count] }.joined(separator: " "))
        }
        var scratch = analyser.scratch()
        let together = analyser.analyse(articles, scratch: &scratch)
        #expect(together.count == articles.count)
        for (article, analysis) in zip(articles, together) {
            let alone = analyser.analyse(article, scratch: &scratch)
            #expect(analysis.broken.isEmpty)
            #expect(analysis.tokens == alone.tokens && analysis.notation == alone.notation && analysis.notices == alone.notices)
        }
    }

    /// A sentence of any length is one tree; that it was cut is said.
    @Test func aLongSentenceIsParsedInPieces() {
        for analysis in analyse(String(repeating: "дом стоит , ", count: 400) + "и всё .") {
            #expect(analysis.broken.isEmpty)
            #expect(analysis.sentences.count == 1)
            #expect(analysis.notices.map(\.kind) == [.longSentence])
            #expect(!analysis.notices[0].message.contains("дом"))
        }
    }

    /// Texts longer than a batch of the networks: names and tags do not depend on where a batch ends.
    @Test func batchesLeaveNoSeams() {
        let sentence = "Министр Олег Лунин встретился в Риге с послом Канады. "
        for analysis in analyse(String(repeating: sentence, count: 120)) {
            #expect(analysis.broken.isEmpty)
            let kinds = analysis.names.map(\.kind.rawValue)
            #expect(analysis.names.count == 360)
            #expect(Set(kinds) == ["PER", "LOC"])
        }
    }

    @Test(arguments: [
        ("Case=Nom|Gender=Masc|Number=Sing", true), ("", true), ("_", true), ("Animacy=Inan|Case=Acc|Degree=Pos|Number=Plur", true),
        ("Case=Xyz", false), ("Nothing=Yes", false), ("Case", false), ("Case=Nom|", true),
    ]) func featuresAreReadAndWritten(text: String, valid: Bool) {
        let feats = Features(conllu: text)
        #expect((feats != nil) == valid)
        if let feats { #expect(feats.conllu == (text == "_" ? "" : text.hasSuffix("|") ? String(text.dropLast()) : text)) }
    }

    /// Every feature keeps its own bits: all of them set to their last value are read back.
    @Test func featuresDoNotShareBits() {
        var feats = Features()
        for feature in Feature.all { feats[feature] = UInt8(feature.values.count) }
        for feature in Feature.all { #expect(Int(feats[feature]) == feature.values.count, "\(feature.name)") }
        #expect(Features(conllu: feats.conllu) == feats)
    }
}
