/// Lines of text for people, wrapped to a width.
///
/// Guaranteed: where colour is asked for, neighbouring words of one ink share one escape sequence, and no sequence goes on over the end of a
/// line: a pager that shows a line alone shows it as it was meant.
struct Page: Sendable {
    let style: Style
    /// What has been set.
    private(set) var text = ""

    init(_ style: Style) { self.style = style }

    /// An empty line, unless nothing stands before it.
    mutating func gap() { if !text.isEmpty { text += "\n" } }

    /// A heading on a line of its own.
    mutating func heading(_ words: String) { line([Piece(words, .heading)]) }

    /// A paragraph: `first` stands before its first line, the lines after it are indented by as much.
    ///
    /// Pieces follow each other without a space unless they have one. A space is set in the ink of the words on both its sides, or plain.
    mutating func line(_ pieces: [Piece], first: String = "") {
        let indent = Terminal.columns(first)
        var row = first.isEmpty ? [] : [Piece(first, .faint)], column = indent, isBegun = false
        for word in Page.words(pieces) {
            let width = word.reduce(0) { $0 + Terminal.columns($1.text) }
            if style.width > 0, isBegun, column + 1 + width > style.width {
                end(row)
                (row, column, isBegun) = ([Piece(String(repeating: " ", count: indent))], indent, false)
            }
            if isBegun {
                row.append(Piece(" ", row.last?.ink == word.first?.ink ? word.first?.ink ?? .plain : .plain))
                column += 1
            }
            row += word
            (column, isBegun) = (column + width, true)
        }
        end(row)
    }

    /// A line as it is, without wrapping; space at its end is left out.
    mutating func set(_ pieces: [Piece]) {
        var pieces = pieces
        while let last = pieces.popLast() {
            let end = last.text.lastIndex { $0 != " " }
            guard let end else { continue }
            pieces.append(Piece(String(last.text[...end]), last.ink))
            break
        }
        end(pieces)
    }

    /// Ends a line that is made of these pieces; those of one ink are joined.
    private mutating func end(_ pieces: [Piece]) {
        var run = Piece("")
        for piece in pieces {
            if piece.ink == run.ink {
                run.text += piece.text
            } else {
                write(run)
                run = piece
            }
        }
        write(run)
        text += "\n"
    }

    private mutating func write(_ run: Piece) {
        guard style.colour, !run.text.isEmpty, let code = run.ink.code else { return text += run.text }
        text += "\u{1B}[\(code)m\(run.text)\u{1B}[0m"
    }

    /// The words of a paragraph; one word may be of several inks.
    private static func words(_ pieces: [Piece]) -> [[Piece]] {
        var words: [[Piece]] = [], word: [Piece] = []
        for piece in pieces {
            for (i, part) in piece.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if i > 0 {
                    if !word.isEmpty { words.append(word) }
                    word = []
                }
                if !part.isEmpty { word.append(Piece(String(part), piece.ink)) }
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}
