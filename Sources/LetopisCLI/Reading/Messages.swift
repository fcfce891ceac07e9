internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// Documents on their way to a reader, who reads them together.
extension Frame {
    private static let fieldsOfADocument = 10

    init(_ retrievals: [Retrieval]) {
        self.init(
            retrievals.flatMap { retrieval -> [[UInt8]?] in
                let texts = [
                    retrieval.origin, retrieval.retrieved, retrieval.mediaType, retrieval.charset, retrieval.outlet, retrieval.title,
                    retrieval.author, retrieval.published, retrieval.url,
                ]
                return [retrieval.bytes] + texts.map { $0.map { Array($0.utf8) } }
            })
    }

    /// The documents that these are; nil where they are none.
    var retrievals: [Retrieval]? {
        guard fields.count % Self.fieldsOfADocument == 0 else { return nil }
        return stride(from: 0, to: fields.count, by: Self.fieldsOfADocument).map(retrieval)
    }

    private func retrieval(_ first: Int) -> Retrieval {
        func text(_ field: Int) -> String? { fields[first + field].map { String(decoding: $0, as: UTF8.self) } }
        var retrieval = Retrieval(bytes: fields[first] ?? [], origin: text(1) ?? "", retrieved: text(2) ?? "")
        retrieval.mediaType = text(3)
        retrieval.charset = text(4)
        retrieval.outlet = text(5)
        retrieval.title = text(6)
        retrieval.author = text(7)
        retrieval.published = text(8)
        retrieval.url = text(9)
        return retrieval
    }
}

/// What a reader answers.
enum Answer {
    /// It is ready for the first document.
    case ready
    /// What the document was read as: the fields of its prepared reading.
    case read([[UInt8]?])
    /// The document cannot be read, and why.
    case refused(String)

    init?(_ frame: Frame) {
        let fields = frame.fields
        switch fields.first.flatMap({ $0 }).map({ String(decoding: $0, as: UTF8.self) }) {
        case "ready": self = .ready
        case "refused" where fields.count == 2: self = .refused(String(decoding: fields[1] ?? [], as: UTF8.self))
        case "read" where fields.count == 1 + PreparedReading.fieldCount: self = .read(Array(fields.dropFirst()))
        default: return nil
        }
    }

    /// As it goes over the wire.
    var frame: Frame {
        switch self {
        case .ready: Frame([Array("ready".utf8)])
        case .refused(let reason): Frame([Array("refused".utf8), Array(reason.utf8)])
        case .read(let fields): Frame([Array("read".utf8)] + fields)
        }
    }
}

extension Reading {
    /// The words of an analysis with their lemmas, and the signs: what is none to the word tables is left out there.
    static func words(of analysis: Analysis) -> [Word] {
        analysis.tokens.map { Word(span: $0.span, lemma: analysis.lemma($0)) }
    }
}
