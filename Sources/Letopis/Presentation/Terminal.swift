/// Text from outside, made fit for a terminal and measured in its columns.
enum Terminal {
    /// The text on one line, without anything that a terminal could take for a command: space of every kind is one space, control
    /// characters and marks that turn the direction of writing are shown by their number: `\u{1B}`. Space at either end is left out,
    /// unless this is a part of a text and it is to stay.
    static func clean(_ text: String, isPart: Bool = false) -> String {
        var out = "", space = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                space = true
                continue
            }
            if space, isPart || !out.isEmpty { out += " " }
            space = false
            if isUnsafe(scalar) {
                out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return space && isPart ? out + " " : out
    }

    /// How many columns a text takes: none for marks that combine, two for wide letters of East Asia and for pictures.
    static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns($1) } }

    /// The text with spaces after it up to a width.
    static func padded(_ text: String, to width: Int) -> String { text + String(repeating: " ", count: max(0, width - columns(text))) }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x300...0x36F, 0x483...0x489, 0x200B...0x200D, 0x20D0...0x20FF, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
