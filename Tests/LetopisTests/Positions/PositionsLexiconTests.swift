import Foundation
import Testing

@testable import Letopis
@testable import LetopisText

/// Every entry finds its position in its own examples, and none in the others.
@Suite struct PositionsLexiconTests {
    @Test func everyEntryHoldsItsExamples() throws {
        guard PositionsReading.reader != nil else { return }
        let lexicon = try PositionLexicon(LexiconFile.bytes(PositionsReading.share + "/lexicon/ru/positions.txt"))
        #expect(lexicon.entries.count > 100)
        for entry in lexicon.entries {
            for sentence in entry.positive { #expect(finds(entry.name, sentence), "\(entry.name) is to be found: \(sentence)") }
            for sentence in entry.negative { #expect(!finds(entry.name, sentence), "\(entry.name) is not to be found: \(sentence)") }
        }
    }

    private func finds(_ entry: String, _ sentence: String) -> Bool {
        PositionsReading.record(sentence)?.positions.contains { $0.lexiconEntry == entry } ?? false
    }

    @Test(
        arguments: [
            ("звать | inf", 1), ("звать | inf | wants # + а # - б", 1), ("звать | inf bad-frame | demands # + а # - б", 1),
            ("звать | inf | demands # + а", 1),
            ("звать | inf | demands # + а # - б\nзвать | inf | demands # + а # - б", 2), ("мой | speaker | -\nнаш/мой | speaker | -", 2),
            ("ждать | inf | demands # + а # - б\nзвать | inf | demands # + а # - б\nждать | inf | demands # + а # - б", 3),
            ("звать | inf | demands/rejects/offers # + а # - б", 1),
        ] as [(String, Int)]) func malformedLinesAreRefused(text: String, line: Int)
    {
        #expect { try PositionLexicon(Array(text.utf8)) } throws: { ($0 as? LexiconError)?.line == line }
    }

    @Test func stancesAndMarkersAreRead() throws {
        let lexicon = try PositionLexicon(
            Array("ждать от/ожидать от | gen @от чтобы | demands/- # + а # - б\nнравиться | subject | -/opposes # + а # - б".utf8))
        let entry = lexicon.entries[lexicon.entries(ofLemma: Array("ожидать".utf8)[...])[0]]
        #expect(entry.name == "ждать от" && entry.companions == [Array("от".utf8)] && entry.towardMarkers == entry.companions)
        #expect(entry.stance == .demands && entry.denied == nil && entry.markers == [Array("чтобы".utf8)])
        #expect(lexicon.entries[2].stance == nil && lexicon.entries[2].denied == .opposes)
        #expect(lexicon.entries(ofLemma: Array("от".utf8)[...]).isEmpty)
    }
}
