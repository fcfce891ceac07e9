internal import LetopisText

/// The words of a statement as pieces: verbatim ones in «» and in their ink, words that weaken the claim in theirs.
struct SpokenWords: Sendable {
    private let article: Article
    private let kind: SpeechKind
    private var hedges: ArraySlice<SourceSpan>
    /// What has been set.
    private(set) var pieces: [Piece] = []

    init(_ statement: Statement, in article: Article) {
        self.article = article
        kind = statement.kind
        hedges = statement.hedges.sorted()[...]
        for (i, span) in statement.content.enumerated() {
            if i > 0 { pieces.append(Piece(" … ")) }
            add(span)
        }
    }

    private mutating func add(_ span: SourceSpan) {
        let text = article.text(span), isBalanced = SpokenWords.isBalanced(text)
        let isVerbatim = kind == .direct || (kind == .mixed && isBalanced && standsInMarks(span))
        if isVerbatim { pieces.append(Piece("«", .quoted)) }
        var depth = isVerbatim ? 1 : 0
        for part in parts(of: span) {
            let words = Terminal.clean(article.text(part.span), isPart: true)
            if isVerbatim || !isBalanced {
                pieces.append(Piece(words, part.isHedge ? .hedge : isVerbatim ? .quoted : .plain))
            } else {
                pieces += SpokenWords.runs(words, &depth).map { Piece($0.text, part.isHedge ? .hedge : $0.isQuoted ? .quoted : .plain) }
            }
        }
        if isVerbatim { pieces.append(Piece("»", .quoted)) }
    }

    /// A span, cut before and after each word that weakens it.
    private mutating func parts(of span: SourceSpan) -> [(span: SourceSpan, isHedge: Bool)] {
        var parts: [(span: SourceSpan, isHedge: Bool)] = [], at = span.start
        while let hedge = hedges.first, hedge.start < span.end {
            hedges = hedges.dropFirst()
            guard hedge.start >= at, hedge.end <= span.end else { continue }
            parts.append((SourceSpan(at, hedge.start), false))
            parts.append((hedge, true))
            at = hedge.end
        }
        return parts + [(SourceSpan(at, span.end), false)]
    }

    /// Whether quotation marks stand right before and after a span.
    private func standsInMarks(_ span: SourceSpan) -> Bool {
        let before = article.text(SourceSpan(max(0, span.start - 3), span.start)).unicodeScalars.last
        let after = article.text(SourceSpan(span.end, min(article.utf8.count, span.end + 3))).unicodeScalars.first
        guard let before, let after else { return false }
        return "«„“\"".unicodeScalars.contains(before) && "»“”\"".unicodeScalars.contains(after)
    }
}

// MARK: - Quotation marks in retold words

extension SpokenWords {
    /// By how much a mark goes into a quotation or out of it. Marks that both open and close do what is left to do.
    private static func step(_ scalar: Unicode.Scalar, depth: Int) -> Int {
        switch scalar {
        case "«", "„": 1
        case "»", "”": -1
        case "“", "\"": depth > 0 ? -1 : 1
        default: 0
        }
    }

    /// Whether every quotation in a text is opened and closed.
    static func isBalanced(_ text: String) -> Bool {
        var depth = 0
        for scalar in text.unicodeScalars {
            depth += step(scalar, depth: depth)
            if depth < 0 { return false }
        }
        return depth == 0
    }

    /// A text cut into what is quoted, marks included, and what is not. `depth` is how many quotations are open.
    static func runs(_ text: String, _ depth: inout Int) -> [(text: String, isQuoted: Bool)] {
        var runs: [(text: String, isQuoted: Bool)] = []
        for scalar in text.unicodeScalars {
            let change = step(scalar, depth: depth), isQuoted = depth > 0 || change > 0
            depth = max(0, depth + change)
            if runs.last?.isQuoted != isQuoted { runs.append(("", isQuoted)) }
            runs[runs.count - 1].text.unicodeScalars.append(scalar)
        }
        return runs
    }
}
