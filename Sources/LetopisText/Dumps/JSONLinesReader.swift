/// The lines of a file of JSON lines, plain, or compressed with gzip or zstd, from bytes that are pushed in as they are read: as `WARCReader`.
///
/// Guaranteed: never traps; the same lines however the bytes are cut into pieces; memory is bounded by one line (`mostBytes`) and what is
/// pushed at once; linear time. Lines of nothing but white space are left out. What a line holds is not looked at: `Article.init(jsonLine:)` does.
public final class JSONLinesReader {
    /// One line.
    public struct Line: Hashable, Sendable {
        /// Its place in the file, counted from 1, empty lines too.
        public var number: Int
        /// The line without its end; of one that is too long, the beginning.
        public var bytes: [UInt8]
        /// Whether `bytes` is all of it.
        public var isWhole: Bool
    }

    /// The most bytes that a line may have: the longest article in JSON's longest escapes.
    public static let mostBytes = 6 * Article.mostBytes

    /// What should be known of the file as a whole: that it is cut off or damaged. At most 50 notices.
    public var notices: [Notice] { members.notices }
    private let members = MemberReader()
    private var piece: [UInt8] = []
    private var place = 0
    private var line = Line(number: 1, bytes: [], isWhole: true)
    private var isTold = false

    /// A reader at the beginning of a file.
    public init() {}

    /// Takes the next bytes of the file. They are expanded only as far as `next` wants them.
    public func push(_ bytes: [UInt8]) { members.push(bytes) }

    /// Says that the file is over.
    public func finish() { members.isOver = true }

    /// The next line that holds something, or nil where more bytes are wanted (or, after `finish`, where there is none).
    public func next() -> Line? {
        while true {
            while place < piece.count { if let line = lineInPiece() { return line } }
            if let more = members.next() {
                piece = more
                place = 0
            } else {
                guard members.isOver, !isTold else { return nil }
                isTold = true
                return ended()
            }
        }
    }

    /// Goes to the next line end in the piece, or to the piece's end; gives the line that is over there, if it holds something.
    private func lineInPiece() -> Line? {
        let end = piece[place...].firstIndex(of: 10) ?? piece.count
        let room = Self.mostBytes - line.bytes.count
        line.bytes += piece[place..<min(end, place + room)]
        line.isWhole = line.isWhole && end - place <= room
        place = min(end + 1, piece.count)
        return end < piece.count ? ended() : nil
    }

    private func ended() -> Line? {
        defer { line = Line(number: line.number + 1, bytes: [], isWhole: true) }
        return line.bytes.contains { $0 > 32 } ? line : nil
    }
}
