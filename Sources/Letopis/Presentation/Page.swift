/// Lines of text for people, wrapped to a width.
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
    /// Pieces follow each other without a space unless they have one.
    mutating func line(_ pieces: [Piece], first: String = "") {
        let indent = Terminal.columns(first)
        var column = indent, gap = ""
        text += ink(first, .faint)
        for word in Page.words(pieces) {
            let width = word.reduce(0) { $0 + Terminal.columns($1.text) }
            if style.width > 0, column > indent, column + gap.utf8.count + width > style.width {
                text += "\n" + String(repeating: " ", count: indent)
                (column, gap) = (indent, "")
            }
            text += gap + word.map { ink($0.text, $0.ink) }.joined()
            column += gap.utf8.count + width
            gap = " "
        }
        text += "\n"
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
        text += pieces.map { ink($0.text, $0.ink) }.joined() + "\n"
    }

    private func ink(_ text: String, _ ink: Ink) -> String {
        guard style.colour, !text.isEmpty, let code = ink.code else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
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
