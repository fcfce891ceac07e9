/// The lines of a text, as far as they say where sentences end: a headline, a heading, a paragraph or an item of a list without a full stop
/// is a sentence of its own. «Договор готов⏎⏎Стороны подпишут его в мае.»
///
/// A blank line ends a sentence always. Any other line's end does not where the next line plainly goes on, by a word in lower case or by a
/// mark that closes or separates, «Договор⏎готов»; nor anywhere in a text that is wrapped to a width, which it is taken to be where more
/// than a quarter of its lines' ends are followed by a word in lower case.
struct Lines {
    /// The byte that ends a line.
    static let feed: UInt8 = 0x0A

    private let text: SourceText
    private let isWrapped: Bool

    /// Looks through a text once.
    init(_ text: SourceText) {
        self.text = text
        var (single, wrapped, offset) = (0, 0, 0)
        while offset < text.end {
            guard text.utf8[offset] == Self.feed else {
                offset += 1
                continue
            }
            let gap = Self.gap(at: offset, text)
            offset = gap.next
            guard !gap.isBlank, offset < text.end else { continue }
            single += 1
            if text.characterClass(at: offset).class.isLower { wrapped += 1 }
        }
        isWrapped = wrapped * 4 > single
    }

    /// Whether a sentence ends with the line that ends at an offset, which then moves to what follows the white space there.
    func endsSentence(at offset: inout Int) -> Bool {
        let gap = Self.gap(at: offset, text)
        offset = gap.next
        guard !gap.isBlank else { return true }
        guard !isWrapped, gap.next < text.end else { return false }
        let next = text.character(at: gap.next).scalar
        return !text.classes[next].isLower && !Self.goesOn(next)
    }

    /// The white space that begins with a line's end: where it ends, and whether there is a blank line in it.
    private static func gap(at offset: Int, _ text: SourceText) -> (next: Int, isBlank: Bool) {
        let next = text.skipSpace(offset..<text.end)
        return (next, text.utf8[offset + 1..<next].contains(feed))
    }

    /// `, . ; : ! ? % …` and marks that close.
    private static func goesOn(_ scalar: UInt32) -> Bool {
        [0x2C, 0x3A, 0x25].contains(scalar) || Mark.isEnding(scalar) || scalar == 0x3B || Mark.isClosingQuote(scalar)
            || Mark.isClosingBracket(scalar)
    }
}
