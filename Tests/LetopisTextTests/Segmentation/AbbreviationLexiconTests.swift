import LetopisText
import Testing

/// Every entry of the lexicon does what its example shows, and does something; a broken lexicon is refused, with the line.
@Suite struct AbbreviationLexiconTests {
    /// The lines that hold an entry.
    private func entries() throws -> [Entry] {
        String(decoding: try Segmentation.lexiconBytes(), as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(
            Entry.init)
    }

    private struct Entry {
        let line: Substring
        let words: [Substring]
        let example: String

        init(line: Substring) {
            self.line = line
            let fields = line.split(separator: "\t")
            words = fields[0].split(separator: " ")
            example = String(fields[2].dropFirst(2))
        }

        /// The entry as tokens, each word with its full stop.
        var tokens: [String] { words.flatMap { [String($0), "."] } }
        /// The example, and the entry before a name, a number and an abbreviated capital.
        var probes: [String] {
            let dotted = words.map { $0 + "." }.joined(separator: " ")
            let raised = words.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }.joined(separator: " ")
            return [example, "Вот \(dotted) Слово", "Вот \(dotted) 5", "Вот \(raised) Слово", "Вот \(raised.uppercased()) Слово"]
        }
    }

    @Test func noSentenceEndsAfterTheAbbreviation() throws {
        let segmenter = try Segmentation.segmenter()
        for entry in try entries() { check(entry, segmenter) }
    }

    private func check(_ entry: Entry, _ segmenter: Segmenter) {
        let parts = Segmentation.parts(entry.example, segmenter)
        let words = parts.words.map { $0.lowercased() }
        let places = words.indices.filter { words[$0...].starts(with: entry.tokens) }
        #expect(!places.isEmpty, "no “\(entry.words.joined(separator: " "))” in its example")
        for place in places {
            let stops = place..<place + entry.tokens.count
            #expect(!parts.sentences.contains { stops.contains($0.tokens.upperBound - 1) }, "“\(entry.line)” ends a sentence")
        }
    }

    @Test func everyEntryHasAnEffect() throws {
        let all = try entries()
        let segmenter = try Segmentation.segmenter()
        for entry in all {
            let others = all.map(\.line).filter { $0 != entry.line }.joined(separator: "\n")
            let without = try Segmenter(abbreviations: Array(others.utf8))
            let changed = entry.probes.contains { Segmentation.parts($0, segmenter).lines != Segmentation.parts($0, without).lines }
            #expect(changed, "“\(entry.line)” changes nothing")
        }
    }

    @Test(arguments: [
        ("им\thead", 1, TextError.Kind.malformed("an entry, its kind and an example, with tabs between, are wanted")),
        ("# ничего\n\nим\thead\tТеатр", 3, .malformed("the example is to follow “# ”")),
        ("им\tfoot\t# Театр", 1, .malformed("“foot” is no kind")),
        ("Им\thead\t# Театр", 1, .malformed("“Им” is not up to ten letters in lower case")),
        ("двенадцатый\thead\t# Слово", 1, .malformed("“двенадцатый” is not up to ten letters in lower case")),
        ("\thead\t# Слово", 1, .malformed("the entry is empty, or has two spaces")),
        ("и т д\thead\t# Слово", 1, .malformed("an entry has at most two words")),
        ("г\thead\t# а\nг\ttail\t# б", 2, .duplicate("г")),
        ("д\thead\t# а\nг\ttail\t# б", 2, .unsorted("г")),
    ])
    func refusesBrokenLines(_ text: String, _ line: Int, _ kind: TextError.Kind) {
        #expect(throws: TextError(lexicon: "abbreviations.txt", line: line, kind)) { try Segmenter(abbreviations: Array(text.utf8)) }
    }

    @Test func refusesBytesThatAreNoText() {
        let wanted = TextError(lexicon: "abbreviations.txt", line: 1, .malformed("it is not UTF-8"))
        #expect(throws: wanted) { try Segmenter(abbreviations: [0xE3, 0x09, 0x68]) }
        #expect(wanted.description == "abbreviations.txt, line 1 is malformed: it is not UTF-8.")
    }

    @Test func anEmptyLexiconKnowsNoAbbreviation() throws {
        let parts = Segmentation.parts("Театр им. Вахтангова открыт.", try Segmenter(abbreviations: []))
        #expect(parts.lines == ["Театр им.", "Вахтангова открыт."])
    }
}
