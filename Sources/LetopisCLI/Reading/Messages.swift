internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// A document on its way to a reader.
extension Frame {
    init(_ retrieval: Retrieval) {
        let texts = [
            retrieval.origin, retrieval.retrieved, retrieval.mediaType, retrieval.charset, retrieval.outlet, retrieval.title,
            retrieval.author,
            retrieval.published, retrieval.url,
        ]
        self.init([retrieval.bytes] + texts.map { $0.map { Array($0.utf8) } })
    }

    /// The document that this is.
    var retrieval: Retrieval? {
        guard fields.count == 10, let bytes = fields[0] else { return nil }
        var retrieval = Retrieval(bytes: bytes, origin: text(1) ?? "", retrieved: text(2) ?? "")
        retrieval.mediaType = text(3)
        retrieval.charset = text(4)
        retrieval.outlet = text(5)
        retrieval.title = text(6)
        retrieval.author = text(7)
        retrieval.published = text(8)
        retrieval.url = text(9)
        return retrieval
    }

    private func text(_ field: Int) -> String? { fields[field].map { String(decoding: $0, as: UTF8.self) } }
}

/// What a reader answers.
enum Answer {
    /// It is ready for the first document.
    case ready
    /// What the document was read as: each article's record, and its words.
    case read([(record: [UInt8], words: [UInt8])])
    /// The document cannot be read, and why.
    case refused(String)

    init?(_ frame: Frame) {
        let fields = frame.fields.compactMap { $0 }
        switch fields.first.map({ String(decoding: $0, as: UTF8.self) }) {
        case "ready": self = .ready
        case "refused" where fields.count == 2: self = .refused(String(decoding: fields[1], as: UTF8.self))
        case "read" where fields.count % 2 == 1:
            self = .read(stride(from: 1, to: fields.count, by: 2).map { (fields[$0], fields[$0 + 1]) })
        default: return nil
        }
    }

    /// As it goes over the wire.
    var frame: Frame {
        switch self {
        case .ready: Frame([Array("ready".utf8)])
        case .refused(let reason): Frame([Array("refused".utf8), Array(reason.utf8)])
        case .read(let articles): Frame([Array("read".utf8)] + articles.flatMap { [$0.record, $0.words] })
        }
    }
}

extension Reading {
    /// The words of an analysis, a line each: begin, end, lemma.
    static func words(of analysis: Analysis) -> [UInt8] {
        var lines: [UInt8] = []
        for token in analysis.tokens where token.upos != .punctuation && token.upos != .symbol {
            lines += Array("\(token.span.start) \(token.span.end) ".utf8)
            lines += analysis.lemmas[token.lemma].map { $0 == 10 ? 32 : $0 } + [10]
        }
        return lines
    }

    /// What a reader answered for an article; throws where it is not what readers write.
    init(_ answer: (record: [UInt8], words: [UInt8]), reader: String) throws {
        let words = answer.words.split(separator: 10).compactMap { line -> Reading.Word? in
            let parts = line.split(separator: 32, maxSplits: 2)
            guard parts.count == 3, let start = Int(String(decoding: parts[0], as: UTF8.self)),
                let end = Int(String(decoding: parts[1], as: UTF8.self))
            else { return nil }
            return Reading.Word(span: SourceSpan(start, end), lemma: String(decoding: parts[2], as: UTF8.self))
        }
        self.init(record: try RecordWire.record(answer.record), words: words, reader: reader)
    }
}
