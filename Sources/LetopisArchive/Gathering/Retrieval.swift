/// One document as it came from outside, before anybody read it.
public struct Retrieval: Hashable, Sendable {
    /// The bytes as they came, decoded from transfer encoding only.
    public var bytes: [UInt8]
    /// Where they came from: a path, an address, or `path#record` of a dump.
    public var origin: String
    /// The media type of the header or of the file's ending: `text/html`. Nil is plain text.
    public var mediaType: String?
    /// The charset that the header names.
    public var charset: String?
    /// When they were retrieved: ISO 8601 with zone. The archive has no clock of its own.
    public var retrieved: String
    /// What a feed, a header or the command line said of the article.
    public var outlet, title, author, published, url: String?

    /// A document of plain text of which nothing else is known.
    public init(bytes: [UInt8], origin: String, retrieved: String) {
        self.bytes = bytes
        self.origin = origin
        self.retrieved = retrieved
    }
}

/// A retrieval's number in its archive.
public struct RetrievalID: Hashable, Comparable, Sendable {
    /// The row's number.
    public let number: Int64

    /// By number, which is the order of keeping.
    public static func < (a: RetrievalID, b: RetrievalID) -> Bool { a.number < b.number }
}

/// What `Archive.keep` did.
public struct Kept: Hashable, Sendable {
    /// What the archive did with a document at some time.
    public enum State: Int, Sendable {
        /// Kept, and to be read.
        case pending = 0
        /// Read; its articles are in the archive.
        case settled = 1
        /// Kept, and could not be read.
        case quarantined = 2
    }
    /// The retrieval: the one that was there, where the same bytes had come from the same origin before.
    public let id: RetrievalID
    /// What has become of it. A document that is settled needs no reading.
    public let state: State
}
