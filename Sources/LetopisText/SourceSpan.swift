/// A stretch of an article: UTF-8 offsets, half open, counted in `Article.utf8`.
///
/// The one span type from bytes to quotation. Unicode code points, which the record speaks in, are made from it in one
/// place only, at the boundary.
public struct SourceSpan: Hashable, Comparable, Sendable {
    /// Offset of the first byte.
    public var start: Int
    /// Offset of the byte after the last.
    public var end: Int

    /// A span from `start` up to and not including `end`.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// How many bytes it covers.
    public var count: Int { end - start }
    /// Whether it covers nothing.
    public var isEmpty: Bool { end <= start }
    /// Whether every byte of `other` lies in this span.
    public func contains(_ other: SourceSpan) -> Bool { start <= other.start && other.end <= end }
    /// Whether the two share a byte.
    public func overlaps(_ other: SourceSpan) -> Bool { start < other.end && other.start < end }
    /// The smallest span that holds both.
    public func union(_ other: SourceSpan) -> SourceSpan { SourceSpan(min(start, other.start), max(end, other.end)) }

    /// By start, then by end.
    public static func < (a: SourceSpan, b: SourceSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
