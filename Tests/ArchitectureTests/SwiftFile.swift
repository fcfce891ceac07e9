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
/// quotation marks; an interpolation is text too. Works on bytes: these tests read the whole checkout, unoptimised.
struct Blanker {
    private var commentDepth = 0
    private var inLongText = false
    private var line: [UInt8] = []

    mutating func blank(_ text: String) -> String {
        line = Array(text.utf8)
        var out: [UInt8] = [], at = 0, inText = false
        while at < line.count {
            let length = step(at, &inText, &out)
            at += length
            if length == 0 { break }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Handles what stands at `at`, and says how many bytes that was; 0 where the rest of the line is a comment.
    private mutating func step(_ at: Int, _ inText: inout Bool, _ out: inout [UInt8]) -> Int {
        if commentDepth > 0 { return commentStep(at) }
        if inLongText || inText { return textStep(at, &inText, &out) }
        if has("//", at) { return 0 }
        if has("/*", at) { return commentStep(at) }
        if has("\"\"\"", at) {
            inLongText = true
            return 3
        }
        inText = line[at] == UInt8(ascii: "\"")
        out.append(line[at])
        return 1
    }

    private mutating func commentStep(_ at: Int) -> Int {
        commentDepth += has("/*", at) ? 1 : has("*/", at) ? -1 : 0
        return has("/*", at) || has("*/", at) ? 2 : 1
    }

    private mutating func textStep(_ at: Int, _ inText: inout Bool, _ out: inout [UInt8]) -> Int {
        if line[at] == UInt8(ascii: "\\") { return has("\\(", at) ? interpolation(at) : 2 }
        if inLongText, has("\"\"\"", at) {
            inLongText = false
            return 3
        }
        if inText, line[at] == UInt8(ascii: "\"") {
            inText = false
            out.append(line[at])
        }
        return 1
    }

    /// How many bytes `\(…)` takes, up to the end of the line.
    private func interpolation(_ at: Int) -> Int {
        var depth = 0
        for i in (at + 1)..<line.count {
            if line[i] == UInt8(ascii: "(") { depth += 1 }
            if line[i] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return i + 1 - at }
        }
        return line.count - at
    }

    private func has(_ mark: StaticString, _ at: Int) -> Bool {
        mark.utf8CodeUnitCount <= line.count - at && zip(mark.description.utf8, line[at...]).allSatisfy { $0 == $1 }
    }
}

/// The words of a line of code: runs of letters, digits and underscores.
func words(_ line: String) -> [Substring] {
    line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
}
