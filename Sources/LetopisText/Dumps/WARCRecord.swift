internal import LetopisFormats

/// One record of a WARC file.
public struct WARCRecord: Sendable {
    /// Its place in the file, counted from 0.
    public internal(set) var number: Int
    /// `response`, `resource`, `request`, `warcinfo` and so on, in lower case.
    public internal(set) var type: String
    /// `WARC-Target-URI`, where the content came from.
    public internal(set) var url: String?
    /// `WARC-Date`, when it was fetched, ISO 8601.
    public internal(set) var date: String?
    /// The HTTP status of a response.
    public internal(set) var status: Int?
    /// The media type of what was fetched, in lower case, without parameters: `text/html`.
    public internal(set) var mediaType: String?
    /// What the HTTP header calls the charset, in lower case.
    public internal(set) var charsetName: String?
    /// The charset that the HTTP header declares, where it is one that is known.
    public var charset: Charset? { charsetName.flatMap(Charset.init(label:)) }
    /// What was fetched: of a response the body, without its HTTP header, chunks joined, decompressed; otherwise the content as it is.
    public internal(set) var body: [UInt8]
    /// What was mended or left out.
    public internal(set) var notices: [Notice]

    init(header: WARCHeader, content: [UInt8], number: Int) {
        self.number = number
        type = header["warc-type"]?.lowercased() ?? ""
        url = header["warc-target-uri"].map { $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0 }
        date = header["warc-date"].flatMap { MomentReader.read($0, .none)?.iso }
        body = content
        notices = []
        take(contentType: header["content-type"])
        if type == "response", url.map({ $0.lowercased().hasPrefix("http") }) ?? true { readHTTP() }
    }

    private mutating func take(contentType: String?) {
        guard let contentType else { return mediaType = nil }
        let parts = contentType.lowercased().split(separator: ";").map { trimmed(String($0)) }
        mediaType = parts.first
        charsetName = Charset.name(among: parts.dropFirst())
    }

    /// Takes the HTTP header off the body, and undoes what it says was done to the body.
    private mutating func readHTTP() {
        guard let end = HTTPHead.end(body) else { return notices.append(Notice(.malformed, "The response has no HTTP header that ends.")) }
        let head = HTTPHead(Array(body[..<end]))
        body.removeFirst(end)
        status = head.status
        take(contentType: head["content-type"])
        if head["transfer-encoding"]?.lowercased().contains("chunked") == true { joinChunks() }
        for coding in (head["content-encoding"] ?? "").lowercased().split(separator: ",").reversed().prefix(3) {
            decompress(trimmed(coding))
        }
    }

    /// Chunks that are none stay as they are: many programs that write WARC join them and leave the header.
    private mutating func joinChunks() {
        guard let joined = ChunkedBody.join(body) else { return }
        body = joined.bytes
        if !joined.isWhole {
            notices.append(Notice(.malformed, "The response's chunks are cut off or damaged; those before the damage were read."))
        }
    }

    private mutating func decompress(_ coding: String) {
        var compression: Compression?
        switch coding {
        case "gzip", "x-gzip": compression = .gzip
        // Either of two things goes by this name: what begins like zlib is zlib.
        case "deflate": compression = body.first.map { $0 & 0x0F == 8 } == true ? .gzip : .bareDeflate
        case "zstd": compression = .zstd
        case "br": return expandBrotli()
        case "", "identity": return
        default: return notices.append(Notice(.refused, "The response is compressed in a way that is not read: it was left as it is."))
        }
        // What is called gzip and does not begin so has been decompressed already.
        if let compression, compression != .bareDeflate, coding != "deflate", Compression(sniffing: body) != compression { return }
        guard let compression else { return }
        let expanded = Expanded(body, compression)
        body = expanded.bytes
        expanded.progress.notice.map { notices.append($0) }
    }

    /// Nothing marks the beginning of Brotli: what cannot be expanded to its end has been expanded already, or is damaged, and stays as it is.
    private mutating func expandBrotli() {
        let expanded = Expanded(body, .brotli)
        guard expanded.progress != .malformed, expanded.progress != .wantsMore else { return }
        body = expanded.bytes
        expanded.progress.notice.map { notices.append($0) }
    }
}

extension Decompressor.Progress {
    /// What a reader should know of compressed data that were not read to their end.
    var notice: Notice? {
        switch self {
        case .ended: nil
        case .wantsMore: Notice(.malformed, "The compressed data are cut off; what stands before the cut was read.")
        case .malformed: Notice(.malformed, "The compressed data are damaged; what stands before the damage was read.")
        case .tooLarge: Notice(.truncated, "The compressed data are larger than \(PageCaps.body) bytes; the rest of them was left out.")
        case .expandsTooFar:
            Notice(.refused, "The compressed data expand more than \(PageCaps.expansion) times: they were read no further.")
        }
    }
}
