import Foundation
import Testing

@testable import LetopisText

/// Bytes that are no words, and packs that are no dictionaries: nothing traps, everything ends.
@Suite struct MorphologyHostileTests {
    /// Numbers that look random and are the same in every run (SplitMix64).
    struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let pieces: [String] = [
        "е", "ё", "не", "недо", "экстра", "экс", "-", "-то", "по-", "наи", "ейший", "анти-",
        "а", "Я", "щ", "1", ".", "Σ", "'", "é", "I", "я", "ами",
    ]

    /// A word: random bytes, or pieces that the analysis looks for.
    private static func word(_ numbers: inout Numbers) -> [UInt8] {
        let length = Int.random(in: 0...40, using: &numbers)
        if Bool.random(using: &numbers) { return (0..<length).map { _ in UInt8.random(in: 0...255, using: &numbers) } }
        return (0..<length).flatMap { _ in Array((pieces.randomElement(using: &numbers) ?? "").utf8) }
    }

    private func exercise(_ dictionary: MorphologicalDictionary, words: Int, seed: UInt64) {
        var numbers = Numbers(state: seed)
        var cache = LemmaCache()
        var lemmas: [UInt8] = []
        let lemmatizer = Lemmatizer(dictionary: dictionary)
        for _ in 0..<words {
            let word = MorphologyHostileTests.word(&numbers)
            let parses = dictionary.parses(of: word[...])
            #expect(!parses.isEmpty)
            for parse in parses.prefix(2) { #expect(!dictionary.lexeme(of: parse).isEmpty) }
            var feats = Features()
            for feature in Feature.all { feats[feature] = UInt8.random(in: 0...15, using: &numbers) }
            lemmas.removeAll(keepingCapacity: true)
            let upos = PartOfSpeech.allCases.randomElement(using: &numbers) ?? .x
            let range = lemmatizer.appendLemma(of: word[...], upos: upos, feats: feats, cache: &cache, to: &lemmas)
            #expect(range == 0..<lemmas.count)
        }
    }

    @Test func anyBytesAreReadAsAWord() {
        guard let dictionary = RussianDictionary.shared else { return }
        exercise(dictionary, words: 3000, seed: 1)
    }

    /// A pack of which the sections are intact but the numbers are not.
    @Test(arguments: 1...6) func aDamagedPackIsReadOrRefused(seed: UInt64) throws {
        guard RussianDictionary.shared != nil else { return }
        var bytes = try [UInt8](Data(contentsOf: URL(filePath: MorphologyGolden.root + "/Share/models/ru/dictionary.pack")))
        var numbers = Numbers(state: seed)
        let table = 24 + 72 * 64
        for _ in 0..<bytes.count / 50 {
            bytes[Int.random(in: table..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
        }
        let path = FileManager.default.temporaryDirectory.appending(path: "letopis-damaged-\(seed)-\(UUID().uuidString).pack").path()
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard let dictionary = try? MorphologicalDictionary(pack: path) else { return }
        exercise(dictionary, words: 300, seed: seed)
    }

    /// Each of the letters may be е or ё; the spellings that the dictionary does not begin with are not followed.
    @Test func manyLettersThatCanBeReplacedCostLittle() {
        guard let dictionary = RussianDictionary.shared else { return }
        let word = [UInt8](String(repeating: "ее", count: 32).utf8)
        #expect(dictionary.parses(of: word[...]).count < 10_000)
    }
}
