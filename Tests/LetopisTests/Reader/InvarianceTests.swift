import Foundation
import Letopis
import LetopisText
import Testing

/// Invariant 6: what an article says hangs neither on its spelling of quotation marks, dashes, ё and spaces, nor on what stands before it.
@Suite struct InvarianceTests {
    private static let article = try? String(contentsOfFile: TestShare.folder + "/../Docs/examples/talks.txt", encoding: .utf8)

    @Test(arguments: [
        (["\n": "\r\n"], "line ends of Windows"), ([" ": "\u{A0}"], "spaces that do not break"), ([" ": "  "], "two spaces"),
        (["«": "\"", "»": "\""], "straight quotation marks"), (["«": "“", "»": "”"], "curly quotation marks"),
        (["ё": "е", "Ё": "Е"], "no ё"), (["–": "—"], "long dashes"),
        (["\n": " \n"], "space at the ends of lines"),
    ])
    func spelling(_ change: (replaced: [Character: String], name: String)) throws {
        try check(change.name) { text in text.map { change.replaced[$0] ?? String($0) }.joined() }
    }

    @Test func aParagraphBefore() throws {
        try check("a paragraph before") { "Погода в области сегодня ясная.\n\n" + $0 }
    }

    private func check(_ name: String, _ change: (String) -> String) throws {
        let article = try #require(Self.article)
        guard let record = TestShare.record(article), let changed = TestShare.record(change(article)) else { return }
        #expect(!record.statements.isEmpty && !record.meetings.isEmpty && !record.positions.isEmpty)
        #expect(facts(record) == facts(changed), "\(name)")
    }

    /// One line a fact, spelling apart.
    private func facts(_ record: Record) -> [String] {
        let article = record.article
        func name(_ id: Actor.ID?) -> String { record.actor(id)?.name ?? "-" }
        let said = record.statements.map { statement in
            "\(statement.kind) \(article.text(statement.cue)) \(name(statement.source.actor)): "
                + statement.content.map(article.text).joined(separator: " ‖ ")
        }
        let met = record.meetings.map { meeting in
            "\(meeting.status) \(article.text(meeting.span)): " + meeting.participants.map { name($0.actor) }.joined(separator: ", ")
        }
        let wanted = record.positions.map { "\(name($0.holder)) \($0.stance) \($0.issue.text)" }
        return (said + met + wanted + Notation.people(record)).map(plain)
    }

    private func plain(_ text: String) -> String {
        let marks: [Character: Character] = ["«": "\"", "»": "\"", "“": "\"", "”": "\"", "„": "\"", "ё": "е", "Ё": "Е", "–": "—"]
        return String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").map { marks[$0] ?? $0 })
    }
}
