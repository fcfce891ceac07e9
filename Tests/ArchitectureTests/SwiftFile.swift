/// A Swift file as the rules see it: its lines as written, and its lines of code with comments and text in quotation marks blanked out.
struct SwiftFile {
    let path: String
    /// The lines as written.
    let lines: [String]
    /// The same lines without comments, and with every string literal emptied.
    let code: [String]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var blanker = Blanker()
        code = lines.map { blanker.blank($0) }
    }

    /// The room: the folder under `Sources` or `Tests`.
    var room: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// How many lines, not counting the empty one after the last line feed.
    var length: Int { lines.last == "" ? lines.count - 1 : lines.count }

    /// The problems of every line of code that `what` has an objection to.
    func problems(_ what: (String) -> String?) -> [Problem] {
        zip(code, 1...).compactMap { line, number in what(line).map { Problem(file: path, line: number, what: $0) } }
    }
}

/// Takes comments and string contents out of lines of Swift, one line after the other. Knows block comments and text in three
/// quotation marks; an interpolation is text too.
struct Blanker {
    private var commentDepth = 0
    private var inLongText = false

    mutating func blank(_ line: String) -> String {
        var out = "", rest = Substring(line), inText = false
        while let character = rest.first {
            let length = step(rest, character, &inText, &out)
            rest = rest.dropFirst(length)
            if length == 0 { break }
        }
        return out
    }

    /// Handles what `rest` begins with, and says how many characters that was; 0 where the rest of the line is a comment.
    private mutating func step(_ rest: Substring, _ character: Character, _ inText: inout Bool, _ out: inout String) -> Int {
        if commentDepth > 0 { return commentStep(rest) }
        if inLongText || inText { return textStep(rest, character, &inText, &out) }
        if rest.hasPrefix("//") { return 0 }
        if rest.hasPrefix("/*") { commentDepth += 1; return 2 }
        if rest.hasPrefix("\"\"\"") { inLongText = true; return 3 }
        if character == "\"" { inText = true }
        out.append(character)
        return 1
    }

    private mutating func commentStep(_ rest: Substring) -> Int {
        if rest.hasPrefix("*/") { commentDepth -= 1; return 2 }
        if rest.hasPrefix("/*") { commentDepth += 1; return 2 }
        return 1
    }

    private mutating func textStep(_ rest: Substring, _ character: Character, _ inText: inout Bool, _ out: inout String) -> Int {
        if character == "\\" { return rest.hasPrefix("\\(") ? Self.interpolation(rest) : 2 }
        if inLongText {
            if rest.hasPrefix("\"\"\"") { inLongText = false; return 3 }
        } else if character == "\"" {
            inText = false
            out.append(character)
        }
        return 1
    }

    /// How many characters `\(…)` takes, up to the end of the line.
    private static func interpolation(_ rest: Substring) -> Int {
        var depth = 0, length = 0
        for character in rest {
            length += 1
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1; if depth == 0 { break } }
        }
        return length
    }
}

/// The words of a line of code: runs of letters, digits and underscores.
func words(_ line: String) -> [Substring] {
    line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
}
