internal import LetopisArchive
internal import LetopisText

extension PushedPieces<JSONLinesReader> {
    /// The documents of a file of JSON lines: each line is one, as it stands there.
    convenience init(linesOf file: SourceFile) { self.init(file, JSONLinesReader(), Self.document) }

    private static func document(_ line: JSONLinesReader.Line, _ file: SourceFile) -> SourceDocument {
        let name = "\(file.path):\(line.number)"
        guard line.isWhole else { return .failed(name: name, reason: "the line is longer than \(JSONLinesReader.mostBytes >> 20) MiB") }
        var retrieval = Retrieval(bytes: line.bytes, origin: "\(file.origin)#\(SourceDigest.of(line.bytes))", retrieved: file.time)
        retrieval.mediaType = MediaType.json
        return .document(retrieval, name: name)
    }
}
