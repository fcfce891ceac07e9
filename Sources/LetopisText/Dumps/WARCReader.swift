internal import LetopisFormats

/// Records of a WARC file (ISO 28500), plain, or compressed with gzip or zstd, from bytes that are pushed in as they are read.
///
///     let reader = WARCReader()
///     while let bytes = try more() {
///         reader.push(bytes)
///         while let record = reader.next() { … }
///     }
///     reader.finish()
///     while let record = reader.next() { … }
///
/// Guaranteed: never traps; memory is bounded by one record (16 MiB and its headers) and what is pushed at once; linear time. A record whose length is wrong is given as far as it can be told, with a notice, and the reader goes on at the
/// next record that it finds. A member of gzip that is damaged or expands too far ends there; the next one is looked for.
public final class WARCReader {
    /// The most bytes of a record's content that are kept: 15 MiB and the HTTP header. The rest is skipped, with a notice.
    public static let mostBytes = PageCaps.body + (1 << 20)

    /// What should be known of the file as a whole: it is cut off, damaged, or no WARC. At most 100 notices.
    public private(set) var notices: [Notice] = []
    private let members = MemberReader()
    private var parser = WARCParser()

    /// A reader at the beginning of a file.
    public init() {}

    /// Takes the next bytes of the file. They are expanded only as far as `next` wants them.
    public func push(_ bytes: [UInt8]) { members.push(bytes) }

    /// Says that the file is over.
    public func finish() { members.isOver = true }

    /// The next record, or nil where more bytes are wanted (or, after `finish`, where there is none).
    public func next() -> WARCRecord? {
        defer { notices = Array((members.notices + parser.notices).prefix(100)) }
        while true {
            if let record = parser.next() { return record }
            if let piece = members.next() {
                parser.push(piece)
            } else if members.isOver, !parser.isOver {
                parser.isOver = true
            } else {
                return nil
            }
        }
    }

    /// Whether bytes look like a WARC file, plain or compressed. Looks at the first 64 KiB.
    public static func isWARC(_ bytes: [UInt8]) -> Bool {
        let head = Array(bytes.prefix(1 << 16))
        guard let compression = Compression(sniffing: head) else { return head.starts(with: "WARC/".utf8) }
        return Expanded(head, compression, mostBytes: 64).bytes.starts(with: "WARC/".utf8)
    }
}
