internal import LetopisText

/// A stretch of an article with marks around parts of it: `content[Мы готовы], cue[сказал] source[министр]`.
///
/// Marks may hold each other; of two that cross, the one that begins first ends first.
struct MarkedText {
    /// The stretch, in order.
    private(set) var pieces: [Piece] = []
    private let article: Article

    init(_ article: Article, _ whole: SourceSpan, _ marks: [(name: String, span: SourceSpan, ink: Ink)]) {
        self.article = article
        let marks = marks.filter { whole.contains($0.span) && !$0.span.isEmpty }.sorted {
            ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end)
        }
        var at = whole.start, open: [(end: Int, ink: Ink)] = []
        for mark in marks {
            while let last = open.last, last.end <= mark.span.start { close(&at, &open) }
            add(from: at, to: mark.span.start, open.last?.ink ?? .plain)
            at = max(at, mark.span.start)
            pieces.append(Piece(mark.name + "[", .faint))
            open.append((min(mark.span.end, open.last?.end ?? whole.end), mark.ink))
        }
        while !open.isEmpty { close(&at, &open) }
        add(from: at, to: whole.end, .plain)
    }

    private mutating func close(_ at: inout Int, _ open: inout [(end: Int, ink: Ink)]) {
        let last = open.removeLast()
        add(from: at, to: last.end, last.ink)
        at = max(at, last.end)
        pieces.append(Piece("]", .faint))
    }

    /// The characters of a stretch, space at its edges kept.
    private mutating func add(from start: Int, to end: Int, _ ink: Ink) {
        guard start < end else { return }
        let text = article.text(SourceSpan(start, end)), space = { (scalar: Unicode.Scalar?) in scalar?.properties.isWhitespace ?? false }
        let clean = Terminal.clean(text)
        let first = space(text.unicodeScalars.first) ? " " : "", last = space(text.unicodeScalars.last) && !clean.isEmpty ? " " : ""
        pieces.append(Piece(first + clean + last, ink))
    }
}
