import Foundation
import LetopisText
import Testing

/// Segmentation in readable notation, and where its data lie.
enum Segmentation {
    static let testFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    static let goldens = testFolder.appending(path: "Goldens/Segmentation")
    static let lexicon = testFolder.appending(path: "../../Share/lexicon/ru/abbreviations.txt").standardized

    /// The lexicon's bytes.
    static func lexiconBytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: lexicon)) }
    /// A segmenter with the lexicon.
    static func segmenter() throws -> Segmenter { try Segmenter(abbreviations: try lexiconBytes()) }

    /// The tokens and sentences of a text.
    static func parts(_ text: String, _ segmenter: Segmenter, lines: LineEnds = .areSpace) -> Parts {
        parts(Array(text.utf8), segmenter, lines: lines)
    }

    static func parts(_ utf8: [UInt8], _ segmenter: Segmenter, lines: LineEnds = .areSpace) -> Parts {
        var parts = Parts(utf8: utf8)
        segmenter.segment(utf8, lines: lines, into: &parts.tokens, sentences: &parts.sentences)
        return parts
    }
}

/// A text cut up.
struct Parts {
    let utf8: [UInt8]
    var tokens: [Token] = []
    var sentences: [Sentence] = []

    func text(_ span: SourceSpan) -> String { String(decoding: utf8[span.start..<span.end], as: UTF8.self) }
    /// The tokens' texts.
    var words: [String] { tokens.map { text($0.span) } }
    /// The sentences' texts.
    var lines: [String] { sentences.map { text($0.span) } }
    /// Bars between the tokens, one sentence a line.
    var notation: String {
        sentences.map { $0.tokens.map { text(tokens[$0].span) }.joined(separator: "|") + "\n" }.joined()
    }
}

/// Numbers that are the same in every run (Steele, Lea & Flood, 2014: SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
