@testable import Letopis
import Foundation
import LetopisText
import Testing

/// Every entry of the lexicon finds what its positive examples say and nothing in its negative ones, on our own trees.
/// The trees need the packs of `make models`; where they are missing the test says so.
@Suite struct LexiconExamplesTests {
    private let share = russianLexicon.appendingPathComponent("../..").standardizedFileURL

    @Test func wordsOfSaying() throws {
        try check { lexicon in
            lexicon.cues.map { ($0.name, $0.positive, $0.negative) }
        } found: {
            $0.lexiconEntry == $1
        }
    }

    @Test func groupsThatNameASource() throws {
        try check { lexicon in
            lexicon.groups.map { ($0.name, $0.positive, $0.negative) }
        } found: { fact, name in
            fact.lexiconEntry == name || !fact.relays.isEmpty
        }
    }

    private func check(
        _ entries: (SpeechLexicon) -> [(name: String, positive: [String], negative: [String])], found: (SpeechFact, String) -> Bool
    ) throws {
        let models = share.appendingPathComponent("models/ru").path
        guard FileManager.default.fileExists(atPath: models) else {
            return print("The examples of the lexicon need Share/models/ru: make models")
        }
        let abbreviations = Array(try Data(contentsOf: russianLexicon.appendingPathComponent("abbreviations.txt")))
        let analyser = try Analyser(models: models, abbreviations: abbreviations)
        var scratch = analyser.scratch()
        let lexicon = try speechLexicon()
        let extractor = SpeechExtractor(lexicon: lexicon)
        for entry in entries(lexicon) {
            for (sentences, expected) in [(entry.positive, true), (entry.negative, false)] {
                for sentence in sentences {
                    let facts = extractor.facts(in: analyser.analyse(Article(sentence), lines: .endSentences, scratch: &scratch))
                    #expect(facts.contains { found($0, entry.name) } == expected, "\(entry.name): \(sentence)")
                }
            }
        }
    }
}
