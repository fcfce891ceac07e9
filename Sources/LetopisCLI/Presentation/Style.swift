/// How text for people is set: with colour or without, and how wide.
struct Style: Sendable {
    let hasColour: Bool
    /// The width that paragraphs are broken at, in characters.
    var width = 100

    /// A heading.
    func heading(_ text: String) -> String { painted(text, "1;34") }
    /// A name, or what else is to be seen first.
    func strong(_ text: String) -> String { painted(text, "1") }
    /// What stands beside the matter: ids, labels.
    func faint(_ text: String) -> String { painted(text, "2") }

    private func painted(_ text: String, _ code: String) -> String { hasColour && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }

    /// A paragraph, each line indented by `indent` blanks and as wide as fits. Blanks and line feeds in the text become single blanks.
    func paragraph(_ text: String, indent: Int) -> String {
        var lines = [""], length = 0
        for word in text.split(whereSeparator: \.isWhitespace) {
            if length > 0, indent + length + 1 + word.count > width {
                lines.append("")
                length = 0
            }
            if length > 0 { lines[lines.count - 1] += " " }
            lines[lines.count - 1] += word
            length += word.count + 1
        }
        let blanks = String(repeating: " ", count: indent)
        return lines.map { blanks + $0 + "\n" }.joined()
    }
}
