/// One line of a lexicon file: its fields, and the example sentences after `#`.
struct LexiconLine: Sendable {
    /// The line, counted from 1.
    var number: Int
    /// The fields between bars, without surrounding space.
    var fields: [String]
    /// Sentences that the entry must find.
    var positive: [String] = []
    /// Sentences with the word in which it must find nothing.
    var negative: [String] = []
}

/// Reads the lines of a lexicon file. Lines that are empty or begin with `#` are remarks.
///
/// Guaranteed: every line has `fields` fields, and first fields are sorted and different.
func lexiconLines(_ text: [UInt8], file: String, fields: Int) throws(LexiconError) -> [LexiconLine] {
    var lines: [LexiconLine] = []
    var number = 0
    for raw in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
        number += 1
        guard let first = raw.first(where: { $0 != 0x20 && $0 != 0x0D }), first != 0x23 else { continue }
        let line = lexiconLine(raw, number: number)
        guard line.fields.count == fields, !line.fields[0].isEmpty else { throw LexiconError(file: file, line: number, kind: .fields) }
        if let previous = lines.last { try checkOrder(previous, line, file: file) }
        lines.append(line)
    }
    return lines
}

private func checkOrder(_ previous: LexiconLine, _ line: LexiconLine, file: String) throws(LexiconError) {
    let (a, b) = (previous.fields[0], line.fields[0])
    if a == b { throw LexiconError(file: file, line: line.number, kind: .duplicate(b)) }
    guard a.utf8.lexicographicallyPrecedes(b.utf8) else { throw LexiconError(file: file, line: line.number, kind: .unsorted(b)) }
}

private func lexiconLine(_ raw: ArraySlice<UInt8>, number: Int) -> LexiconLine {
    let parts = raw.split(separator: 0x23)
    let fields = (parts.first ?? []).split(separator: 0x7C, omittingEmptySubsequences: false).map(trimmed)
    var line = LexiconLine(number: number, fields: fields)
    for part in parts.dropFirst().map(trimmed) {
        let sentence = trimmed(ArraySlice(part.utf8.dropFirst()))
        if part.first == "+" { line.positive.append(sentence) }
        if part.first == "-" { line.negative.append(sentence) }
    }
    return line
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let space: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    guard let first = bytes.firstIndex(where: { !space($0) }), let last = bytes.lastIndex(where: { !space($0) }) else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
}
