internal import LetopisArchive
internal import LetopisText

/// The pages and texts of a WARC file.
final class WARCRecords: SourcePieces {
    private let file: SourceFile
    private let reader = WARCReader()
    private var isOver = false
    private var told = 0

    init(_ file: SourceFile) { self.file = file }

    func next() throws -> SourceDocument? {
        while true {
            if let record = reader.next() {
                if let document = document(record) { return document }
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

    /// What was fetched and is text of some kind; requests, pictures and answers that are errors are nothing to read.
    private func document(_ record: WARCRecord) -> SourceDocument? {
        let types = [MediaType.html, MediaType.xhtml, MediaType.text]
        guard ["response", "resource"].contains(record.type), (200..<300).contains(record.status ?? 200),
            let type = record.mediaType, types.contains(type)
        else { return nil }
        var retrieval = Retrieval(
            bytes: record.body, origin: record.url ?? "\(file.origin)#\(record.number)", retrieved: record.date ?? file.time)
        retrieval.mediaType = type
        retrieval.charset = record.charset?.rawValue
        retrieval.url = record.url
        return .document(retrieval, name: "\(file.path)#\(record.number)")
    }
}
