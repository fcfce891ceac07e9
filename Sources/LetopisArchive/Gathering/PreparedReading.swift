internal import Letopis
internal import LetopisText

/// A reading with everything worked out that the archive files of it. That is most of the work of filing, and needs no archive: processes that
/// read do it, so that the one that writes has little to do.
public struct PreparedReading: Sendable {
    /// A statement, a meeting or a position.
    struct Entry: Sendable {
        let code: Int64
        /// The day of its own date, counted from 0001-01-01; nil where it has none.
        let day: Int?
        let proof: Int64
        let words: [UInt8]
    }
    let lang, outlet, title, author, url, published: String?
    let reader: String
    let text: [UInt8]
    /// SHA-256 of the text.
    let digest: [UInt8]
    /// The text as it is stored, and the record beside it.
    let storedText, record: Packed
    /// What the article is found by: words and marks, with a space between.
    let words: [UInt8]
    let entries: [Entry]
    /// The document that it was read from, packed after the text; nil where that is not known.
    let document: Packed?
}

/// Prepares readings for an archive; remembers words from one to the next. Not to be shared between tasks.
public final class Preparation {
    private var words: FiledWords
    private let packer = Packer()

    /// `forms` are those of the dictionary that questions will be asked with.
    public init(_ forms: WordForms = WordForms()) { words = FiledWords(forms) }

    /// A reading, prepared; `document` are the bytes that the article was read from.
    public func prepared(_ reading: Reading, from document: [UInt8]? = nil) -> PreparedReading {
        let record = reading.record, article = record.article, entries = Entries(of: record).list
        words.tidy()
        let index = IndexWords(reading, &words), marks = Marks(record, &words)
        let marked = entries.map { marks.entry($0, &words) }
        var digest = Fingerprint()
        digest.add(article.utf8)
        return PreparedReading(
            lang: article.language, outlet: article.outlet, title: article.title, author: article.author, url: article.url,
            published: article.published, reader: reading.reader, text: article.utf8, digest: digest.bytes,
            storedText: packer.packed(article.utf8), record: packer.packed(RecordBytes.bytes(record), after: article.utf8),
            words: index.article(marks.article(entries), words),
            entries: zip(entries, marked).map { entry, marks in
                .init(
                    code: entry.code.number, day: entry.date.flatMap(Moment.day), proof: entry.proof,
                    words: index.entry(entry.spans, marks, words))
            }, document: document.map { packer.packed($0, after: article.utf8) })
    }
}

extension PreparedReading {
    /// As fields of bytes, for the way between two processes of one program.
    public var fields: [[UInt8]?] {
        var numbers = VariableNumbers()
        for packed in [storedText, record, document] { numbers.append(Int64(packed?.packing.rawValue ?? 0)) }
        for entry in entries {
            for number in [entry.code, Int64(entry.day ?? -1), entry.proof] { numbers.append(number) }
        }
        let lines = Array(([words] + entries.map(\.words)).joined(separator: [10]))
        let texts = [lang, outlet, title, author, url, published, reader].map { $0.map { Array($0.utf8) } }
        return texts + [lines, digest, storedText.bytes, record.bytes, document?.bytes, numbers.bytes]
    }

    /// How many fields there are.
    public static let fieldCount = 13

    /// What fields were made of. Throws where they are no prepared reading, or where its record does not fit its text: whatever happened to the
    /// process that made them, what is filed has come through the reader's own checks here.
    public init(fields: some RandomAccessCollection<[UInt8]?>) throws {
        let fields = Array(fields), malformed = WireError(description: "the reading is not what a reader writes")
        guard fields.count == Self.fieldCount else { throw malformed }
        let texts = fields[..<7].map { $0.map { String(decoding: $0, as: UTF8.self) } }
        let words = fields[7]?.split(separator: 10, omittingEmptySubsequences: false) ?? []
        var numbers = VariableNumbers(fields[12] ?? []), entries: [Entry] = []
        guard let reader = texts[6], let digest = fields[8],
            let storedText = Self.packed(fields[9], &numbers), let text = storedText.unpacked(after: []),
            let record = Self.packed(fields[10], &numbers), let articleWords = words.first
        else { throw malformed }
        let packing = numbers.next().flatMap { Packing(rawValue: Int($0)) }
        for words in words.dropFirst() {
            guard let code = numbers.next(), let day = numbers.next(), let proof = numbers.next() else { throw malformed }
            let own = day < 0 ? nil : Int(day)
            entries.append(Entry(code: code, day: own, proof: proof, words: Array(words)))
        }
        self.init(
            lang: texts[0], outlet: texts[1], title: texts[2], author: texts[3], url: texts[4], published: texts[5], reader: reader,
            text: text, digest: digest, storedText: storedText, record: record, words: Array(articleWords),
            entries: entries, document: fields[11].flatMap { bytes in packing.map { Packed(bytes: bytes, packing: $0) } })
        guard let bytes = record.unpacked(after: text) else { throw malformed }
        let checked = try RecordBytes.record(bytes, of: Article(decoding: text, charset: .utf8))
        guard checked.article.utf8 == text else { throw malformed }
    }

    private static func packed(_ bytes: [UInt8]?, _ numbers: inout VariableNumbers) -> Packed? {
        guard let bytes, let packing = numbers.next().flatMap({ Packing(rawValue: Int($0)) }) else { return nil }
        return Packed(bytes: bytes, packing: packing)
    }
}
