@testable import Letopis
import Testing

struct PageTests {
    /// What becomes of text from outside.
    private func check(clean text: String, _ expected: String) { #expect(Terminal.clean(text) == expected) }

    @Test func nothingFromOutsideCommandsATerminal() {
        check(clean: "a\u{1B}[31mb", "a\\u{1B}[31mb")
        check(clean: "\u{9B}2J", "\\u{9B}2J")
        check(clean: "a\u{202E}b\u{2066}c", "a\\u{202E}b\\u{2066}c")
        check(clean: "  один\r\n\tдва\u{A0}три \u{2028}", "один два три")
        check(clean: "е\u{301} «🕊»", "е\u{301} «🕊»")
        #expect(Terminal.clean("\n а  б\t", isPart: true) == " а б ")
        #expect(Terminal.clean(" \u{7}", isPart: true) == " \\u{7}")
    }

    @Test func columnsAreCounted() {
        #expect(Terminal.columns("мир") == 3)
        #expect(Terminal.columns("е\u{301}") == 1)
        #expect(Terminal.columns("中文") == 4)
        #expect(Terminal.padded("中", to: 4) == "中  ")
    }

    @Test func paragraphsAreWrappedUnderTheirMargin() {
        var page = Page(Style(width: 16))
        page.line([Piece("раз два "), Piece("три", .strong), Piece(", четыре")], first: "1:1 ")
        #expect(page.text == "1:1 раз два три,\n    четыре\n")
        var endless = Page(Style(width: 0))
        endless.line([Piece("раз два три четыре пять шесть семь")])
        #expect(endless.text == "раз два три четыре пять шесть семь\n")
        var long = Page(Style(width: 4))
        long.line([Piece("достопримечательность и")], first: "- ")
        #expect(long.text == "- достопримечательность\n  и\n")
    }

    @Test func coloursOnlyWhereAsked() {
        var page = Page(Style(colour: true, width: 80))
        page.line([Piece("раз", .strong), Piece(" два")])
        #expect(page.text == "\u{1B}[1mраз\u{1B}[0m два\n")
        var plain = Page(.plain)
        plain.line([Piece("раз", .strong)])
        #expect(plain.text == "раз\n")
    }

    @Test func wordsOfOneInkShareAnEscape() {
        var page = Page(Style(colour: true, width: 12))
        page.line([Piece("раз два три, ", .quoted), Piece("и ", .quoted), Piece("пять", .plain)], first: "> ")
        #expect(page.text == "\u{1B}[2m> \u{1B}[0m\u{1B}[32mраз два\u{1B}[0m\n  \u{1B}[32mтри, и\u{1B}[0m\n  пять\n")
        var table = Page(Style(colour: true, width: 0))
        table.set([Piece("а", .strong), Piece(" б", .strong), Piece("  ", .faint)])
        #expect(table.text == "\u{1B}[1mа б\u{1B}[0m\n")
    }
}
