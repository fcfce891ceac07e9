@testable import Letopis
import LetopisText
import Testing

struct StatementOutlineTests {
    /// Statements as `speaker>within`, both numbers, 0 for none; the sections as `speaker: statement, .statement one in, …`.
    private func check(_ statements: [(speaker: Int, within: Int)], _ expected: [String]) {
        let built = statements.enumerated().map { i, given in
            var statement = Statement(id: .init(i + 1), kind: .indirect, cue: SourceSpan(0, 0), content: [])
            statement.source.actor = given.speaker == 0 ? nil : .init(given.speaker)
            statement.within = given.within == 0 ? nil : .init(given.within)
            return statement
        }
        let sections = StatementOutline(built).sections.map { section in
            let entries = section.entries.map { String(repeating: ".", count: $0.depth) + "\($0.statement + 1)" }
            return (section.speaker?.description ?? "-") + ": " + entries.joined(separator: " ")
        }
        #expect(sections == expected)
    }

    @Test func speakersComeInOrderOfTheirFirstStatement() {
        check([], [])
        check([(2, 0), (1, 0), (2, 0)], ["a2: 1 3", "a1: 2"])
        check([(0, 0), (1, 0), (0, 0)], ["a1: 2", "-: 1 3"])
    }

    @Test func reportedStatementsFollowWhatReportsThem() {
        check([(1, 0), (2, 1), (3, 2), (2, 0), (3, 1)], ["a1: 1 .2 ..3 .5", "a2: 4"])
        check([(2, 2), (1, 0)], ["a1: 2 .1"])
    }

    @Test func noStatementIsLost() {
        check([(1, 1), (2, 9)], ["a1: 1", "a2: 2"])
        check([(1, 2), (2, 1), (3, 0)], ["a3: 3", "a1: 1 .2"])
    }
}
