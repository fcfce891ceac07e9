internal import LetopisArchive
internal import LetopisText

/// The documents of a file of JSON lines: each line is one, as it stands there.
final class JSONLines: SourcePieces {
    private let file: SourceFile
    private var buffer: [UInt8] = [], place = 0
    private var number = 0
    private var isOver = false

    /// The most bytes that a line may have: an article in JSON's longest escapes.
    static let mostBytes = 6 * Article.mostBytes

    init(_ file: SourceFile) { self.file = file }

    func next() throws -> SourceDocument? {
        while let line = try line() {
            guard line.bytes.contains(where: { $0 > 32 }) else { continue }
            let name = "\(file.path):\(number)"
            guard line.isWhole else { return .failed(name: name, reason: "the line is longer than \(Self.mostBytes >> 20) MiB") }
            var retrieval = Retrieval(bytes: line.bytes, origin: "\(file.origin)#\(SourceDigest.of(line.bytes))", retrieved: file.time)
            retrieval.mediaType = MediaType.json
            return .document(retrieval, name: name)
        }
        return nil
    }

    /// The next line without its end; of one that is too long only the beginning. Nil at the end.
    private func line() throws -> (bytes: [UInt8], isWhole: Bool)? {
        var line: [UInt8] = [], length = 0
        while true {
            let end = buffer[place...].firstIndex(of: 10) ?? buffer.count
            length += end - place
            line += buffer[place..<end].prefix(max(0, Self.mostBytes - line.count))
            guard end == buffer.count else {
                place = end + 1
                number += 1
                return (line, length <= Self.mostBytes)
            }
            buffer = isOver ? [] : try file.read()
            place = 0
            guard buffer.isEmpty else { continue }
            isOver = true
            number += 1
            return length == 0 ? nil : (line, length <= Self.mostBytes)
        }
    }
}
