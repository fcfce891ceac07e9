internal import LetopisText

/// A reader into which bytes are pushed as they come, and that gives one piece of the file after the other.
protocol PushReader {
    associatedtype Piece

    /// What should be known of the file as a whole.
    var notices: [Notice] { get }
    func push(_ bytes: [UInt8])
    func finish()
    func next() -> Piece?
}

extension JSONLinesReader: PushReader {}
extension WARCReader: PushReader {}

/// The documents of a file that such a reader cuts into pieces, and at the end what is wrong with the file.
final class PushedPieces<Reader: PushReader>: SourcePieces {
    private let file: SourceFile
    private let reader: Reader
    /// The document that a piece is; nil where it is none to be read.
    private let document: (Reader.Piece, SourceFile) -> SourceDocument?
    private var isOver = false
    private var told = 0

    init(_ file: SourceFile, _ reader: Reader, _ document: @escaping (Reader.Piece, SourceFile) -> SourceDocument?) {
        (self.file, self.reader, self.document) = (file, reader, document)
    }

    func next() throws -> SourceDocument? {
        while true {
            if let piece = reader.next() {
                if let document = self.document(piece, file) { return document }
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
}
