@testable import Letopis
@testable import LetopisText
import Testing

/// Every word of meetings finds what its examples say, and nothing in the others; malformed files are refused.
@Suite struct MeetingLexiconTests {
    @Test func examples() throws {
        let lexicon = try lexicon()
        #expect(lexicon.entries.count > 20)
        for entry in lexicon.entries {
            for text in entry.positive { #expect(MeetingNotation.lines(text).map { !$0.isEmpty } ?? true, "\(entry.name): \(text)") }
            for text in entry.negative { #expect(MeetingNotation.lines(text) ?? [] == [], "\(entry.name): \(text)") }
        }
    }

    @Test func malformedLines() {
        let examples = " # + Он да. # - Он нет."
        check("встреча | meeting\n", "meetings.txt:1: a line has the fields that the head of the file names, with | between them")
        check("встреча | meeting | noun\n", "meetings.txt:1: \"встреча\" needs an example after # + and one after # -")
        check("встреча | party | noun\(examples)\n", "meetings.txt:1: \"party\" is not known here")
        check("встреча | meeting | nouns\(examples)\n", "meetings.txt:1: \"nouns\" is not known here")
        check("а/б | meeting | noun\(examples)\nб | talks | noun\(examples)\n", "meetings.txt:2: \"б\" is there twice")
        check("а | meeting | noun\(examples)\n", words: "smoke | дым\n", "meeting-words.txt:1: \"smoke\" is not known here")
    }

    private func lexicon() throws -> MeetingLexicon {
        let folder = TestShare.folder + "/lexicon/ru/"
        return try MeetingLexicon(
            meetings: LexiconFile.bytes(folder + "meetings.txt"), words: LexiconFile.bytes(folder + "meeting-words.txt"))
    }

    private func check(_ meetings: String, words: String = "", _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
        var message = "no error"
        do { _ = try MeetingLexicon(meetings: Array(meetings.utf8), words: Array(words.utf8)) } catch { message = "\(error)" }
        #expect(message == expected, sourceLocation: sourceLocation)
    }
}
