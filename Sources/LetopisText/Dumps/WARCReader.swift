/// Records of a WARC file (ISO 28500), plain, or compressed with gzip or zstd, from bytes that are pushed in as they are read.
///
/// Guaranteed: never traps; memory is bounded by one record (15 MiB and its headers) and what is pushed at once; linear time. A record whose
/// length is wrong is given as far as it can be told, with a notice, and the reader goes on at the next record that it finds.
public final class WARCReader {
    /// The most bytes of a record's content that are kept: 15 MiB and the HTTP header. The rest is skipped, with a notice.
    public static let mostBytes = PageCaps.body + (1 << 20)

    /// What should be known of the file as a whole: it is cut off, it is no WARC.
    public private(set) var notices: [Notice] = []

    /// A reader at the beginning of a file.
    public init() {}

    /// Takes the next bytes of the file.
    public func push(_ bytes: [UInt8]) {}

    /// Says that the file is over.
    public func finish() {}

    /// The next record, or nil where more bytes are wanted (or, after `finish`, where there is none).
    public func next() -> WARCRecord? { nil }

    /// Whether bytes look like a WARC file, compressed or not.
    public static func isWARC(_ bytes: [UInt8]) -> Bool { false }
}
