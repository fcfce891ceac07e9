internal import Testing

/// Something in the checkout that breaks an invariant: where, what, and what to do about it.
struct Problem: Hashable, CustomStringConvertible {
    var file: String
    /// Counted from 1; 0 where the whole file is meant.
    var line: Int
    var what: String

    var description: String { line > 0 ? "\(file):\(line): \(what)" : "\(file): \(what)" }
}

/// Fails the test once for each problem, in its own words.
func expectNone(_ problems: [Problem], sourceLocation: SourceLocation = #_sourceLocation) {
    for problem in problems { Issue.record(Comment(rawValue: problem.description), sourceLocation: sourceLocation) }
}

/// Holds that a rule sees the lines of a sample that break it, and only those. Every rule has such a sample: a rule that
/// never fails would hold nothing.
func expect(
    _ rule: (SwiftFile) -> [Problem], on sample: String, in path: String = "Sources/LetopisText/Sample.swift", flags lines: [Int],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let found = rule(SwiftFile(path: path, text: sample)).map(\.line)
    #expect(found == lines, sourceLocation: sourceLocation)
}
