import FuzzDriver
import LetopisFormats
import LetopisText

/// What libFuzzer calls with every input: a document of JSON, and a file of JSON lines in pieces whose length is the first byte and one.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt { unsafe attempt(start, count, readJSON) }

private func readJSON(_ selector: UInt8, _ bytes: [UInt8]) {
    let tree = JSONTree(bytes)
    for value in 0..<tree.count {
        for child in tree.children(value) { promise(child > value && child < tree.count, "values lie in their documents") }
        _ = tree.text(value)
        _ = tree.member(value, "a")
    }
    let all = lines([bytes])
    promise(all == lines(pieces(bytes, of: Int(selector) + 1)), "lines are the same however they come")
    for (line, next) in zip(all, all.dropFirst()) { promise(line.number < next.number, "lines are counted") }
    for line in all {
        promise(!line.bytes.contains(10) && line.bytes.contains { $0 > 32 }, "a line is one, and holds something")
        Article(jsonLine: line.bytes).map(checkText)
    }
}

private func lines(_ pieces: [[UInt8]]) -> [JSONLinesReader.Line] {
    let reader = JSONLinesReader()
    var lines: [JSONLinesReader.Line] = []
    for piece in pieces {
        reader.push(piece)
        while let line = reader.next() { lines.append(line) }
    }
    reader.finish()
    while let line = reader.next() { lines.append(line) }
    promise(reader.next() == nil, "what is over is over")
    return lines
}
