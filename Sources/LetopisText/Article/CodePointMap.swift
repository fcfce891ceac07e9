/// Turns UTF-8 offsets of an article into Unicode code points, which the record and JSON speak in, and back.
///
/// Made once an article. An offset costs a look at 256 bytes at most, a code point also a search in the checkpoints, of which there is
/// one for every 256 bytes of text.
public struct CodePointMap: Sendable {
    private let utf8: [UInt8]
    /// How many characters begin before each 256th byte.
    private let checkpoints: [Int]
    /// How many code points the article's text has.
    public let count: Int

    private static var stride: Int { 256 }

    /// The map of an article's text.
    public init(_ article: Article) {
        utf8 = article.utf8
        var checkpoints: [Int] = []
        checkpoints.reserveCapacity(utf8.count / Self.stride + 1)
        var count = 0
        for (offset, byte) in utf8.enumerated() {
            if offset % Self.stride == 0 { checkpoints.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        self.checkpoints = checkpoints
        self.count = count
    }

    /// How many code points begin before an offset: for the beginning of a character its number, for the text's end `count`.
    /// An offset outside the text is taken for its nearest end.
    public func codePoint(at offset: Int) -> Int {
        guard offset > 0, !utf8.isEmpty else { return 0 }
        guard offset < utf8.count else { return count }
        let block = offset / Self.stride
        return checkpoints[block] + utf8[block * Self.stride..<offset].count { $0 & 0xC0 != 0x80 }
    }

    /// The offset at which a code point begins, or the text's end for `count`. A number outside the text is taken for its nearest end.
    public func offset(ofCodePoint codePoint: Int) -> Int {
        guard codePoint > 0 else { return 0 }
        guard codePoint < count else { return utf8.count }
        var offset = block(with: codePoint) * Self.stride
        var left = codePoint - checkpoints[offset / Self.stride]
        while offset < utf8.count {
            if utf8[offset] & 0xC0 != 0x80 {
                if left == 0 { return offset }
                left -= 1
            }
            offset += 1
        }
        return utf8.count
    }

    /// The last block before which no more than so many code points begin.
    private func block(with codePoint: Int) -> Int {
        var low = 0
        var high = checkpoints.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if checkpoints[middle] <= codePoint { low = middle } else { high = middle }
        }
        return low
    }

    /// The code points a span covers.
    public func codePoints(_ span: SourceSpan) -> Range<Int> {
        let start = codePoint(at: span.start)
        return start..<max(start, codePoint(at: span.end))
    }

    /// The span that covers these code points.
    public func span(_ codePoints: Range<Int>) -> SourceSpan {
        SourceSpan(offset(ofCodePoint: codePoints.lowerBound), offset(ofCodePoint: codePoints.upperBound))
    }
}
