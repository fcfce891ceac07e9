internal import FoundationEssentials
internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// The documents of many sources, one after the other; never more than a piece of one file in memory.
final class DocumentStream {
    private var files: [String]
    private var waiting: [SourceDocument]
    private var pieces: (any SourcePieces)?
    private let form: SourceForm?
    private let known: ArticleOptions
    private let charset: Charset?
    /// How many files there are, and how many have been begun.
    let fileCount: Int
    private(set) var begun = 0

    init(_ files: SourceFiles, form: SourceForm?, known: ArticleOptions, charset: Charset?) {
        self.files = files.paths.reversed()
        waiting = files.failures.reversed()
        fileCount = files.paths.count
        self.form = form
        self.known = known
        self.charset = charset
    }

    /// The next document; nil where there are no more.
    func next() throws -> SourceDocument? {
        while true {
            if let document = waiting.popLast() { return document }
            if let document = try pieces?.next() { return with(document) }
            pieces = nil
            guard let path = files.popLast() else { return nil }
            begun += 1
            if let document = open(path) { return document }
        }
    }

    /// Begins a file: gives its document where it is one, and otherwise what is wrong, or nil where its documents follow.
    private func open(_ path: String) -> SourceDocument? {
        do {
            switch form ?? SourceForm(ending: path) {
            case .jsonl: pieces = JSONLines(try SourceFile(path))
            case .warc: pieces = WARCRecords(try SourceFile(path))
            case .text: return try whole(path, nil)
            case .html: return try whole(path, .html)
            case nil:
                let bytes = try Input(path: path).bytes()
                return document(bytes, path, WARCReader.isWARC(bytes) ? .warc : Page.isPage(bytes) ? .html : .text)
            }
            return nil
        } catch let error as SystemError {
            return .failed(name: path, reason: "\(error)")
        } catch {
            return .failed(name: path, reason: (error as? CommandError)?.reason ?? "cannot be read")
        }
    }

    private func whole(_ path: String, _ form: SourceForm?) throws -> SourceDocument? {
        document(try Input(path: path).bytes(), path, form ?? .text)
    }

    private func document(_ bytes: [UInt8], _ path: String, _ form: SourceForm) -> SourceDocument? {
        if form == .warc {
            pieces = (try? SourceFile(path)).map { WARCRecords($0) }
            return nil
        }
        // What comes through a pipe has no name of its own: its content is its origin.
        let origin = path == "-" ? "stdin#\(SourceDigest.of(bytes))" : SourceFiles.absolute(path)
        let time = path == "-" ? Date.now.formatted(.iso8601) : SourceFiles.changed(path)
        var retrieval = Retrieval(bytes: bytes, origin: origin, retrieved: time)
        retrieval.mediaType = form == .html ? MediaType.html : MediaType.text
        return with(.document(retrieval, name: path))
    }

    /// What the command line says of all articles.
    private func with(_ document: SourceDocument) -> SourceDocument {
        guard case .document(var retrieval, let name) = document else { return document }
        retrieval.outlet = retrieval.outlet ?? known.outlet
        retrieval.title = retrieval.title ?? known.title
        retrieval.author = retrieval.author ?? known.author
        retrieval.published = retrieval.published ?? known.published
        retrieval.url = retrieval.url ?? known.url
        retrieval.charset = retrieval.charset ?? charset?.rawValue
        return .document(retrieval, name: name)
    }
}

/// What gives the documents of one file, one after the other.
protocol SourcePieces {
    /// The next one; nil at the end.
    func next() throws -> SourceDocument?
}

/// A file that is read a piece at a time.
final class SourceFile {
    let path: String
    private let descriptor: Descriptor

    /// Opens it; `-` is standard input.
    init(_ path: String) throws {
        self.path = path
        descriptor = try Descriptor.opened(path)
    }

    deinit { if path != "-" { descriptor.close() } }

    /// Its name in the archive.
    var origin: String { path == "-" ? "stdin" : SourceFiles.absolute(path) }
    /// When what is in it was got.
    var time: String { path == "-" ? Date.now.formatted(.iso8601) : SourceFiles.changed(path) }

    /// The next bytes; none at the end.
    func read() throws -> [UInt8] { try descriptor.read(atMost: 1 << 18) }
}

/// What names a piece of a file by its content.
enum SourceDigest {
    /// Sixteen digits of the SHA-256.
    static func of(_ bytes: [UInt8]) -> String {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes)
        return String(fingerprint.hexadecimal.prefix(16))
    }
}
