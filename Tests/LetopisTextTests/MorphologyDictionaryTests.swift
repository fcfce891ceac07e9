import Foundation
import Testing

@testable import LetopisText

/// The Russian dictionary, made by `make models`; nil where it has not been made, which the tests say.
enum RussianDictionary {
    static let shared: MorphologicalDictionary? = {
        let path = MorphologyGolden.root + "/Share/models/ru/dictionary.pack"
        do { return try MorphologicalDictionary(pack: path) } catch {
            print("morphology is not tested: \(error)")
            return nil
        }
    }()
}

@Suite struct MorphologyDictionaryTests {
    /// Expected parses, from pymorphy3 2.0.6 over the same dictionary: word, tag, normal form; all parses of a word, in order.
    @Test func parsesAreTheOnesOfTheOracle() throws {
        guard let dictionary = RussianDictionary.shared else { return }
        let rows = try MorphologyGolden.rows("parses.tsv", columns: 3)
        var expected: [(word: String, parses: [String])] = []
        for row in rows {
            if expected.last?.word != row[0] { expected.append((row[0], [])) }
            expected[expected.count - 1].parses.append("\(row[1]) \(row[2])")
        }
        #expect(expected.count > 300)
        for (word, parses) in expected {
            let found = dictionary.parses(of: word).map { "\(dictionary.text(of: $0.tag)) \($0.normalForm)" }
            #expect(found == parses, "\(word)")
        }
    }

    @Test func scoresAreProbabilities() {
        guard let dictionary = RussianDictionary.shared else { return }
        for (word, first) in [("стали", 0.975), ("12", 1), ("министра", 0.75)] {
            let scores = dictionary.parses(of: word).map(\.score)
            #expect(abs(scores.reduce(0, +) - 1) < 0.001)
            #expect(scores == scores.sorted(by: >))
            #expect(abs(scores[0] - first) < 0.05, "\(word) \(scores)")
        }
    }

    @Test func knowsItsWords() {
        guard let dictionary = RussianDictionary.shared else { return }
        #expect(dictionary.contains("Ёлка") && dictionary.contains("елка") && dictionary.contains("сталями"))
        #expect(!dictionary.contains("бутявка") && !dictionary.contains("") && !dictionary.contains("ёлкё"))
    }

    /// Checks the form of the first parse of `word` that has the grammemes `names`.
    private func check(_ word: String, to names: [String], is form: String?, at place: SourceLocation = #_sourceLocation) throws {
        guard let dictionary = RussianDictionary.shared else { return }
        let wanted = try #require(dictionary.tables.tags.set(names), sourceLocation: place)
        #expect(dictionary.inflect(dictionary.parses(of: word)[0], to: wanted)?.word == form, sourceLocation: place)
    }

    @Test func inflects() throws {
        try check("министра", to: ["nomn"], is: "министр")
        try check("министра", to: ["plur", "ablt"], is: "министрами")
        try check("хорошая", to: ["masc", "gent"], is: "хорошего")
        try check("псевдонауки", to: ["datv", "sing"], is: "псевдонауке")
        try check("города-побратимы", to: ["gent", "plur"], is: "городов-побратимов")
        try check("интернет-магазин", to: ["loct", "plur"], is: "интернет-магазинах")
        try check("лес", to: ["loc2"], is: "лесу")
        try check("лодка", to: ["loc2"], is: "лодке")
        try check("скажи-ка", to: ["plur"], is: "скажите-ка")
        try check("12", to: ["nomn"], is: nil)
        try check("стол", to: ["femn"], is: nil)
    }

    @Test func everyFormOfALexemeIsReadAsOne() {
        guard let dictionary = RussianDictionary.shared else { return }
        for word in ["министр", "человек-гора", "псевдонаука", "читать", "хороший"] {
            let lexeme = dictionary.lexeme(of: dictionary.parses(of: word)[0])
            #expect(lexeme.count >= 6)
            for form in lexeme {
                #expect(dictionary.parses(of: form.word).contains { $0.normalForm == form.normalForm }, "\(form.word)")
            }
        }
    }

    @Test func refusesWhatIsNoDictionary() {
        #expect(throws: (any Error).self) { try MorphologicalDictionary(pack: MorphologyGolden.root + "/Package.swift") }
        #expect(throws: (any Error).self) { try MorphologicalDictionary(pack: "/nowhere") }
    }
}

/// Files of expected results.
enum MorphologyGolden {
    static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

    /// The rows of a file of columns between tabs; lines that begin with `#` are left out.
    static func rows(_ name: String, columns: Int) throws -> [[String]] {
        let text = try read(root + "/Tests/LetopisTextTests/Goldens/Morphology/" + name)
        let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.allSatisfy { $0.count == columns }, "\(name)")
        return rows.filter { $0.count == columns }
    }

    private static func read(_ path: String) throws -> String { try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self) }
}
