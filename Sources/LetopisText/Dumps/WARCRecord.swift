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
    /// The charset that the HTTP header declares, where it is one that is known.
    public internal(set) var charset: Charset?
    /// What was fetched: of a response the body, without its HTTP header, chunks joined, decompressed; otherwise the content as it is.
    public internal(set) var body: [UInt8]
    /// What was mended or left out.
    public internal(set) var notices: [Notice]
}
