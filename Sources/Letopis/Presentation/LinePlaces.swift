internal import LetopisText

/// Where in an article something stands, as an editor counts: line and column, both from 1, columns in code points.
struct LinePlaces: Sendable {
    private let map: CodePointMap
    private let starts: [Int]

    init(_ article: Article) {
        map = CodePointMap(article)
        var starts = [0]
        for (offset, byte) in article.utf8.enumerated() where byte == 10 { starts.append(offset + 1) }
        self.starts = starts
    }

    /// `12:5` for the beginning of a span.
    func place(of span: SourceSpan) -> String {
        var low = 0, high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= span.start { low = middle } else { high = middle }
        }
        return "\(low + 1):\(map.codePoint(at: span.start) - map.codePoint(at: starts[low]) + 1)"
    }
}
