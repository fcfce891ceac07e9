internal import FoundationEssentials
internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// The documents of many sources, one after the other; never more than a piece of one file in memory.
final class DocumentStream {
    private var files: [String]
    private var waiting: [SourceDocument]
    /// The file that is being read, and what gives its documents, where it has several.
    private var current = ""
    private var pieces: (any SourcePieces)?
    private let form: SourceForm?
    private let known: ArticleOptions?
    private let charset: Charset?
    private let lexicon: PageLexicon
    /// How many files there are, and how many have been begun.
    let fileCount: Int
    private(set) var begun = 0

    /// The documents of files. `form` is what they are, whatever they look like; `lexicon` are the words of feeds' dates.
    init(_ files: SourceFiles, form: SourceForm?, known: ArticleOptions?, charset: Charset?, lexicon: PageLexicon) {
        self.files = files.paths.reversed()
        waiting = files.failures.reversed()
        fileCount = files.paths.count
        self.form = form
        self.known = known
        self.charset = charset
        self.lexicon = lexicon
    }

    /// The next document; nil where there are no more. What goes wrong with a file is a document that failed.
    func next() -> SourceDocument? {
        while true {
            if let document = waiting.popLast() { return document }
            guard let pieces else {
                guard let path = files.popLast() else { return nil }
                begun += 1
                current = path
                if let document = checked({ try open(path) }) { return document }
                continue
            }
            if let document = checked({ try pieces.next() }) { return with(document) }
            self.pieces = nil
        }
    }

    /// Whether there are at least two documents still to come. Waits for them.
    func hasSeveral() -> Bool {
        let ahead = [next(), next()].compactMap { $0 }
        waiting += ahead.reversed()
        return ahead.count > 1
    }

    /// What something gives of the file that is being read, or what is wrong with the file.
    private func checked(_ give: () throws -> SourceDocument?) -> SourceDocument? {
        do { return try give() } catch {
            pieces = nil
            if Input.isFolder(current) { return .failed(name: current, reason: CommandError.folder(name: current).reason ?? "") }
            let reason = (error as? SystemError)?.description ?? (error as? CommandError)?.reason
            return .failed(name: current, reason: reason ?? "cannot be read")
        }
    }

    /// Begins a file: gives its document where it is one, or nil where its documents follow.
    private func open(_ path: String) throws -> SourceDocument? {
        let file = try SourceFile(path)
        switch try form ?? SourceForm(ending: path) ?? SourceForm(sniffing: file.beginning()) {
        case .jsonl: pieces = PushedPieces(linesOf: file)
        case .warc: pieces = PushedPieces(recordsOf: file)
        case .feed: pieces = try FeedItems(file, outlet: known?.outlet, charset: charset, lexicon: lexicon)
        case .text: return try document(file, MediaType.text)
        case .html: return try document(file, MediaType.html)
        }
        return nil
    }

    private func document(_ file: SourceFile, _ mediaType: String) throws -> SourceDocument {
        let bytes = try file.whole()
        // What comes through a pipe has no name of its own: its content is its origin.
        var retrieval = Retrieval(
            bytes: bytes, origin: file.path == "-" ? "stdin#\(SourceDigest.of(bytes))" : file.origin, retrieved: file.time)
        retrieval.mediaType = mediaType
        return with(.document(retrieval, name: file.path))
    }

    /// What the command line says of all articles.
    private func with(_ document: SourceDocument) -> SourceDocument {
        guard case .document(var retrieval, let name) = document else { return document }
        if let known { retrieval.complete(from: known) }
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
    /// What was read to see what it is, and not yet given out.
    private var ahead: [UInt8] = []

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

    /// Its first bytes, 64 KiB or all that there are; they are still to be read.
    func beginning() throws -> [UInt8] {
        while ahead.count < 1 << 16 {
            let more = try descriptor.read(atMost: 1 << 16)
            guard !more.isEmpty else { break }
            ahead += more
        }
        return ahead
    }

    /// The next bytes; none at the end.
    func read() throws -> [UInt8] {
        guard ahead.isEmpty else {
            defer { ahead = [] }
            return ahead
        }
        return try descriptor.read(atMost: 1 << 18)
    }

    /// All that is left of it, as far as one document is looked at: somewhat more than `Input.mostBytes` at most.
    func whole() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < Input.mostBytes {
            let more = try read()
            guard !more.isEmpty else { break }
            bytes += more
        }
        return bytes
    }
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
