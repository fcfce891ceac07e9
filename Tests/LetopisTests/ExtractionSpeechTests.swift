@testable import Letopis
import Foundation
@testable import LetopisText
import Testing

/// Facts in one line each: `rule kind | cue | source | content ‖ content | what else is known`.
func drawn(_ facts: [SpeechFact], _ analysis: Analysis) -> [String] {
    facts.map { fact in
        let words = { (span: SourceSpan) in analysis.article.text(span) }
        var more: [String] = []
        if let channel = fact.channel { more.append("\(channel.kind)=\(channel.name ?? words(channel.span))") }
        if !fact.relays.isEmpty { more.append("via " + fact.relays.map(\.name).joined(separator: ", ")) }
        if !fact.antecedent.isEmpty { more.append("for " + fact.antecedent.map(words).joined(separator: " ‖ ")) }
        if !fact.hedges.isEmpty { more.append("hedged " + fact.hedges.map(words).joined(separator: ", ")) }
        if let date = fact.date { more.append("on " + words(date)) }
        if let to = fact.addressee { more.append("to " + analysis.text(analysis.tokens[to])) }
        if let principal = fact.onBehalfOf { more.append("for the " + analysis.text(analysis.tokens[principal])) }
        if let outer = fact.within { more.append("within \(outer)") }
        if fact.act != .say { more.append(fact.act.rawValue) }
        let source = fact.source.map { $0.span.map(words) ?? "(\($0.form))" } ?? (fact.hidden ? "(hidden)" : "(none)")
        let content = fact.content.map(words).joined(separator: " ‖ ")
        return (["\(fact.rule) \(fact.kind.rawValue)", words(fact.cue), source, content] + more).joined(separator: " | ")
    }
}

/// Sentences with the facts expected of them; their trees lie beside them (`letopis analyse --format json`), so that the rules are
/// tried without models.
/// `LETOPIS_RECORD=1` writes the expectations anew and fails the run.
@Suite struct ExtractionSpeechTests {
    private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/Extraction")

    @Test func sentences() throws {
        let extractor = SpeechExtractor(lexicon: try speechLexicon())
        let file = folder.appendingPathComponent("sentences.txt")
        let blocks = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n\n").filter { !$0.isEmpty }
        let trees = try String(contentsOf: folder.appendingPathComponent("trees.jsonl"), encoding: .utf8).split(separator: "\n")
        #expect(blocks.count == trees.count)
        var recorded: [String] = []
        for (block, tree) in zip(blocks, trees) {
            let lines = block.split(separator: "\n").map(String.init)
            let text = lines[0].replacingOccurrences(of: "⏎", with: "\n")
            let peer = try PeerAnalysis(line: String(tree))
            guard peer.tokens.allSatisfy({ $0.end <= text.unicodeScalars.count }) else {
                Issue.record("the tree is another sentence's: \(text)")
                continue
            }
            let analysis = peer.analysis(of: text)
            let turns = extractor.recalls(in: analysis).map { "recall | " + analysis.article.text($0.marker) }
            let others = extractor.seeAlso(in: analysis).map { "see also | " + analysis.article.text($0.title) }
            let facts = (drawn(extractor.facts(in: analysis), analysis) + turns + others).map { "    " + $0 }
            #expect(facts == Array(lines.dropFirst()), "\(lines[0])")
            recorded.append(([lines[0]] + facts).joined(separator: "\n"))
        }
        if ProcessInfo.processInfo.environment["LETOPIS_RECORD"] == "1" {
            try (recorded.joined(separator: "\n\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
        }
    }

    @Test func nothingStandsOutsideTheArticle() throws {
        let extractor = SpeechExtractor(lexicon: try speechLexicon())
        let hostile = [
            "", " ", "«", "»", ":", "—", "сказал", "По словам", "\" \"", "«»", "что", "Об этом сообщил", "— — —", "(", "сказал:",
        ]
        for text in hostile {
            let analysis = flat(text)
            for fact in extractor.facts(in: analysis) {
                #expect(fact.content.allSatisfy { !$0.isEmpty && $0.end <= analysis.article.utf8.count }, "\(text)")
            }
        }
    }

    @Test func aCueInEveryWord() throws {
        let extractor = SpeechExtractor(lexicon: try speechLexicon())
        let long = flat(String(repeating: "сказал , что ", count: 1_000) + "«" + String(repeating: "\" « сообщил : ", count: 500))
        #expect(extractor.facts(in: long).count <= long.tokens.count)
        #expect(extractor.recalls(in: long).isEmpty)
    }

    /// An analysis of words between spaces, every one a verb that hangs on the one before it.
    private func flat(_ text: String) -> Analysis {
        var tokens: [Token] = []
        var lemmas: [UInt8] = []
        var place = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let bytes = Array(word.utf8)
            defer { place += bytes.count + 1 }
            guard !bytes.isEmpty else { continue }
            var token = Token(span: SourceSpan(place, place + bytes.count))
            token.upos = bytes[0] >= 0xD0 && bytes[0] < 0xE0 ? .verb : .punctuation
            token.feats = Features(conllu: "Gender=Masc|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin") ?? Features()
            token.head = tokens.count - 1
            let lemma = word == "сказал" ? "сказать" : word == "сообщил" ? "сообщить" : String(word)
            token.lemma = lemmas.count..<(lemmas.count + lemma.utf8.count)
            lemmas += Array(lemma.utf8)
            tokens.append(token)
        }
        let sentences = tokens.isEmpty ? [] : [Sentence(span: SourceSpan(0, place - 1), tokens: 0..<tokens.count)]
        return Analysis(article: Article(text), sentences: sentences, tokens: tokens, names: [], lemmas: lemmas, notices: [])
    }
}
