internal import LetopisArchive
internal import LetopisText

extension PushedPieces<WARCReader> {
    /// The pages and texts of a WARC file.
    convenience init(recordsOf file: SourceFile) { self.init(file, WARCReader(), Self.document) }

    /// What was fetched and is text of some kind; requests, pictures and answers that are errors are nothing to read.
    private static func document(_ record: WARCRecord, _ file: SourceFile) -> SourceDocument? {
        let types = [MediaType.html, MediaType.xhtml, MediaType.text]
        guard ["response", "resource"].contains(record.type), (200..<300).contains(record.status ?? 200),
            let type = record.mediaType, types.contains(type)
        else { return nil }
        var retrieval = Retrieval(
            bytes: record.body, origin: record.url ?? "\(file.origin)#\(record.number)", retrieved: record.date ?? file.time)
        retrieval.mediaType = type
        retrieval.charset = record.charset?.rawValue ?? record.charsetName
        retrieval.url = record.url
        return .document(retrieval, name: "\(file.path)#\(record.number)")
    }
}
