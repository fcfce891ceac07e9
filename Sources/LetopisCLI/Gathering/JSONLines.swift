internal import LetopisArchive
internal import LetopisText

/// The documents of a file of JSON lines: each line is one, as it stands there.
final class JSONLines: SourcePieces {
    private let file: SourceFile
    private let reader = JSONLinesReader()
    private var isOver = false
    private var told = 0

    init(_ file: SourceFile) { self.file = file }

    func next() throws -> SourceDocument? {
        while true {
            if let line = reader.next() {
                return document(line)
            } else if isOver {
                guard told < reader.notices.count else { return nil }
                told += 1
                return .failed(name: file.path, reason: reader.notices[told - 1].message)
            } else {
                let bytes = try file.read()
                isOver = bytes.isEmpty
                if isOver { reader.finish() } else { reader.push(bytes) }
            }
        }
    }

    private func document(_ line: JSONLinesReader.Line) -> SourceDocument {
        let name = "\(file.path):\(line.number)"
        guard line.isWhole else { return .failed(name: name, reason: "the line is longer than \(JSONLinesReader.mostBytes >> 20) MiB") }
        var retrieval = Retrieval(bytes: line.bytes, origin: "\(file.origin)#\(SourceDigest.of(line.bytes))", retrieved: file.time)
        retrieval.mediaType = MediaType.json
        return .document(retrieval, name: name)
    }
}
