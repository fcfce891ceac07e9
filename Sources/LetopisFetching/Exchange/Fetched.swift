/// What a host said of the state of something, to be sent back when it is asked for again (RFC 9110, 8.8).
public struct Validators: Hashable, Sendable {
    /// The `ETag`, quotation marks and all.
    public var etag: String?
    /// The `Last-Modified` date, as the host wrote it.
    public var lastModified: String?

    /// None, or what was kept of the last time.
    public init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// What a fetch gave.
public struct Fetched: Sendable {
    /// The body, decoded from its transfer and content encodings; nil where it is what the validators stand for.
    public let body: [UInt8]?
    /// The media type in lower case, without parameters: `text/html`.
    public let mediaType: String?
    /// The charset that the header names, as it is there. Whether it is right is for the reader of the body to find out.
    public let charset: String?
    /// Where it was found, after all redirects.
    public let address: WebAddress
    /// Where it is to be asked for from now on: the address where all redirects up to there said that they were for good. The one that was
    /// asked for, where there were none.
    public let lasting: WebAddress
    /// To be kept for the next time.
    public let validators: Validators
}
