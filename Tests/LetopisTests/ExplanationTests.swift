@testable import Letopis
import Foundation
@testable import LetopisText
import Testing

/// What `letopis explain` says. `LETOPIS_RECORD=1` writes the golden explanations anew and fails the run.
@Suite struct ExplanationTests {
    private let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/Explanation")
    private static let example = TestShare.folder + "/../Docs/examples/talks.txt"

    private func explanation(_ text: String) -> Explanation? {
        guard let reader = TestShare.reader else { return nil }
        var scratch = reader.scratch()
        return reader.explain(Article(text), scratch: &scratch)
    }

    /// The words of saying without a statement: `сказал: it is negated`.
    private func check(silent text: String, _ expected: [String: CueLack], sourceLocation: SourceLocation = #_sourceLocation) {
        guard let explanation = explanation(text) else { return }
        let found = explanation.silent.map { (explanation.record.article.text($0.span), $0.lack) }
        #expect(Dictionary(found) { first, _ in first } == expected, "\(text)", sourceLocation: sourceLocation)
        for cue in explanation.silent { #expect(cue.entry.line > 0 && !cue.tree.isEmpty, sourceLocation: sourceLocation) }
    }

    /// The candidates of the last statement's source: `Анна Берг: is of another gender`; the one taken has nothing after the name.
    private func check(
        source text: String, _ form: SourceExplanation.Form, _ decision: SourceExplanation.Decision, _ expected: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let explanation = explanation(text), let source = explanation.statements.last?.source else { return }
        #expect(source.form == form && source.decision == decision, "\(text) \(source)", sourceLocation: sourceLocation)
        let found = source.candidates.map { $0.name + ($0.objection.map { ": \($0.rawValue)" } ?? "") }
        #expect(found == expected, "\(text)", sourceLocation: sourceLocation)
    }

    /// The rules tried for the first statement, or for the first silent word where there is none: `clause: no conjunction behind it`.
    private func check(tried text: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        guard let explanation = explanation(text) else { return }
        let tried = explanation.statements.first?.tried ?? explanation.silent.first?.tried ?? []
        #expect(tried.map { "\($0.rule): \($0.lack)" } == expected, "\(text)", sourceLocation: sourceLocation)
    }
}

// MARK: - Silent words, rules tried, sources

extension ExplanationTests {
    @Test func aCueThatDidNotFireSaysWhatItLacked() {
        check(silent: "Министр не сказал, что мост открыт.", ["сказал": .negation])
        check(silent: "Министр завтра скажет, что мост открыт.", ["скажет": .notYet])
        check(silent: "Министр может сказать, что мост открыт.", ["сказать": .notYet])
        check(silent: "Я сообщаю, что мост открыт.", ["сообщаю": .person])
        check(silent: "Министр сказал бы, что мост открыт.", ["сказал": .wish])
        check(silent: "Министр сказал и ушёл.", ["сказал": .frame])
        check(silent: "Читайте также: Министр сообщил, что мост открыт.", ["сообщил": .seeAlso])
        check(silent: "Мост открыт, сообщил министр.", [:])
        check(silent: "Мост открыт.", [:])
    }

    @Test func statementsBoundToOthersSayTo() {
        check(silent: "«Мост открыт», — сказал министр, передаёт агентство «Весть».", ["передаёт": .relay])
        check(silent: "Министр заявил, что мост открыт, и пообещал, что требует закрыть тоннель.", ["требует": .echo])
    }

    @Test func rulesTriedBeforeAreNamed() {
        let noPost = "post-posed: no comma, dash or quotation mark before it"
        check(tried: "Министр сообщил, что мост открыт.", [noPost])
        check(
            tried: "Министр рассказал о ремонте моста.",
            [noPost, "clause: no conjunction behind it", "colon: no colon and no quotation behind it"])
        check(
            tried: "Мост открыт, сообщил министр.",
            ["after-quotation: no quotation ends right before it", "dash-speech: its line does not begin with a dash"])
        check(tried: "«Мост открыт», — сообщил министр.", [])
    }

    @Test func descriptionsAreWeighed() {
        let text = "Пермский банк и Минтранс закрыли мост. Минтранс пояснил, что он ветхий. Ведомство сообщило, что мост откроют."
        guard let explanation = explanation(text) else { return }
        let weighed = explanation.statements.last?.source.description
        #expect(weighed?.kind == "body")
        #expect(weighed?.candidates.first { $0.isChosen }?.name == "Минтранс")
        #expect(weighed?.candidates.first?.clues.contains(.sameNoun) == true)
        #expect(weighed?.candidates.contains { $0.name == "Пермский банк" } == false)
        #expect(ExplanationText.text(explanation).contains("weighed"))
    }

    @Test func candidatesStandInOrder() {
        check(
            source: "Олег Лунин приехал в Ригу. Анна Берг ушла. Она заявила, что довольна.", .pronoun, .resolved,
            ["Анна Берг", "Олег Лунин: is of another gender"])
        check(
            source: "Пётр Ильин и Олег Лунин спорили. Он заявил, что доволен.", .pronoun, .left,
            ["Пётр Ильин: another fits as well", "Олег Лунин: another fits as well"])
        check(source: "Олег Лунин приехал. По словам Лунина, мост открыт.", .shortName, .resolved, ["Олег Лунин"])
        check(source: "Сообщается, что мост закрыт.", .hidden, .hidden, [])
        check(source: "Местные власти сообщили, что мост закрыт.", .phrase, .left, [])
        let posts = "Приехали президент Франции Анри Дюваль и президент Латвии Олег Лунин. "
        check(
            source: posts + "Президент Франции заявил, что доволен.", .post, .resolved,
            ["Анри Дюваль", "Олег Лунин: has the post in another country or body"])
        check(
            source: posts + "Президент заявил, что доволен.", .post, .left,
            ["Анри Дюваль: another fits as well", "Олег Лунин: another fits as well"])
    }
}

// MARK: - Explaining and reading

extension ExplanationTests {
    @Test func everyStatementOfTheExampleIsExplained() throws {
        guard let explanation = explanation(try String(contentsOfFile: Self.example, encoding: .utf8)) else { return }
        let record = explanation.record
        #expect(record.statements.count > 10 && explanation.statements.map(\.id) == record.statements.map(\.id))
        for (reasons, statement) in zip(explanation.statements, record.statements) {
            #expect(reasons.rule == statement.rule && !reasons.rule.isEmpty)
            #expect(reasons.entry.map { $0.line > 0 } ?? (reasons.rule == "headline"))
            #expect(reasons.source.actor == statement.source.actor)
            #expect(reasons.tree.contains { statement.cue.overlaps(explanation.analysis.tokens[$0].span) })
            let taken = reasons.source.candidates.filter { $0.objection == nil }.compactMap(\.actor)
            if reasons.source.decision == .resolved, reasons.source.form != .several {
                #expect(taken == [statement.source.actor].compactMap { $0 }, "\(reasons)")
            }
        }
    }

    @Test func explainingAndReadingAgree() throws {
        guard let reader = TestShare.reader else { return }
        let quotes = String(repeating: "\"", count: 500), names = String(repeating: "Олег Лунин, мэр, сказал, что он ", count: 100)
        let hostile = [
            "", " \n\t", "«", "— сказал", ":", "он", "Он заявил.", quotes, names, "По словам", "По его словам, он сказал: «Он».",
            "a\u{301} сказал 🕊.",
        ]
        for text in hostile + [try String(contentsOfFile: Self.example, encoding: .utf8)] {
            var scratch = reader.scratch()
            let explanation = reader.explain(Article(text), scratch: &scratch)
            #expect(RecordWire.json(explanation.record) == RecordWire.json(reader.read(Article(text), scratch: &scratch)))
            #expect(explanation.statements.map(\.rule) == explanation.record.statements.map(\.rule))
            #expect(!ExplanationText.text(explanation).isEmpty && !ExplanationWire.json(explanation).contains(10))
        }
    }

    @Test(arguments: ["pronouns", "speech"]) func golden(_ name: String) throws {
        guard let explanation = explanation(try String(contentsOf: goldens.appendingPathComponent("\(name).txt"), encoding: .utf8)) else {
            return
        }
        let file = goldens.appendingPathComponent("\(name).explained")
        let text = withoutLineNumbers(ExplanationText.text(explanation))
        let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        #expect(text == expected)
        if ProcessInfo.processInfo.environment["LETOPIS_RECORD"] == "1" { try text.write(to: file, atomically: true, encoding: .utf8) }
    }

    /// A word list may grow without another explanation: `cues.txt:17` is `cues.txt`.
    private func withoutLineNumbers(_ text: String) -> String {
        text.split(separator: ".txt:", omittingEmptySubsequences: false).enumerated().map {
            $0 == 0 ? String($1) : ".txt" + $1.drop(while: \.isNumber)
        }.joined()
    }
}

@Suite struct ExplanationMarkTests {
    /// A text whose marked parts are given by their words, in order.
    private func check(_ text: String, _ marks: [(String, String)], _ expected: String, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        let article = Article(text)
        let spans = try marks.map { name, words in
            let range = try #require(text.range(of: words))
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return (name: name, span: SourceSpan(start, start + words.utf8.count), ink: Ink.plain)
        }
        let pieces = MarkedText(article, SourceSpan(0, article.utf8.count), spans).pieces
        #expect(pieces.map(\.text).joined() == expected, sourceLocation: sourceLocation)
    }

    @Test func marksStandAroundWords() throws {
        try check(
            "«Да», — сказал он.", [("cue", "сказал"), ("source", "он"), ("content", "Да")], "«content[Да]», — cue[сказал] source[он].")
        try check("По его словам, да", [("cue", "По его словам"), ("source", "его")], "cue[По source[его] словам], да")
        try check("Да.", [], "Да.")
        try check("а б в", [("x", "а б"), ("y", "б в")], "x[а y[б]] в")
        try check("а\u{1B} б", [("x", "а\u{1B}")], "x[а\\u{1B}] б")
    }
}
