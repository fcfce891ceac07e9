@testable import Letopis
@testable import LetopisText
import Testing

/// Every post and every word about posts does in a sentence what its line says.
struct PostLexiconTests {
    private func lines(_ file: String, fields: Int) throws -> [LexiconLine] {
        try lexiconLines(LexiconFile.bytes("\(TestShare.folder)/lexicon/ru/\(file)"), file: file, fields: fields)
    }

    /// Whether somebody holds a post in a sentence.
    private func holds(_ sentence: String) -> Bool? { TestShare.record(sentence).map { $0.actors.contains { !$0.roles.isEmpty } } }

    @Test func everyPostHasItsExamples() throws {
        for line in try lines("posts.txt", fields: 4) {
            #expect(
                !line.positive.isEmpty && !line.negative.isEmpty, "posts.txt:\(line.number) needs an example after # + and one after # -")
            for sentence in line.positive {
                #expect(holds(sentence) != false, "posts.txt:\(line.number): nobody holds a post in: \(sentence)")
            }
            for sentence in line.negative {
                #expect(holds(sentence) != true, "posts.txt:\(line.number): somebody holds a post in: \(sentence)")
            }
        }
    }

    @Test func everyWordAboutPostsThatHasExamplesKeepsThem() throws {
        for line in try lines("role-words.txt", fields: 2)
        where !["tie", "people", "many", "work", "epithet", "this", "owner", "latter"].contains(String(line.fields[1].prefix { $0 != " " }))
        {
            for sentence in line.positive {
                #expect(holds(sentence) != false, "role-words.txt:\(line.number): nobody holds a post in: \(sentence)")
            }
            for sentence in line.negative {
                #expect(holds(sentence) != true, "role-words.txt:\(line.number): somebody holds a post in: \(sentence)")
            }
        }
    }

    @Test func tiesAreFound() {
        guard let record = TestShare.record("Олег Берг, зять Ивана Рогова, уехал."), let none = TestShare.record("У Лунина есть зять.")
        else { return }
        #expect(record.actors.flatMap(\.ties).map(\.kind) == ["зять"])
        #expect(none.actors.flatMap(\.ties).isEmpty)
    }
}
