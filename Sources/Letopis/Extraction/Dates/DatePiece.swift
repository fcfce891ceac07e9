internal import LetopisText

/// What the grammar of dates reads: a number, a word of dates, a mark, or something else. A token such as `14-15` is several pieces.
struct DatePiece: Sendable {
    enum Kind: Hashable, Sendable {
        /// A number and how many digits it is written in.
        case number(Int, digits: Int)
        case word(DateLexicon.Word)
        /// `-`, `.`, `,`, `/` and `:`; every dash is `-`.
        case mark(UInt8)
        case other
    }
    var kind: Kind
    var token: Int
    var span: SourceSpan
    /// No space stands before it.
    var isJoined = false
}

/// Cuts an article's tokens into pieces.
struct DatePieces {
    private let analysis: Analysis
    private let lexicon: DateLexicon
    /// The article, folded; folding keeps every offset.
    private let folds: [UInt8]
    private(set) var pieces: [DatePiece] = []
    /// More digits make no number of a date.
    private static let mostDigits = 4

    init(_ analysis: Analysis, lexicon: DateLexicon) {
        (self.analysis, self.lexicon) = (analysis, lexicon)
        folds = folded(analysis.article.utf8[...])
        pieces.reserveCapacity(analysis.tokens.count)
        for i in analysis.tokens.indices { add(i) }
    }

    private mutating func add(_ token: Int) {
        let span = analysis.tokens[token].span, form = analysis.article.utf8[span.start..<span.end]
        guard let first = form.first else { return }
        if isDigit(first) { return cut(token, span) }
        append(mark(form).map { .mark($0) } ?? word(token).map { .word($0) } ?? .other, token, span)
    }

    /// How many tokens the article has.
    var tokenCount: Int { analysis.tokens.count }

    /// A token's characters, folded.
    func form(_ token: Int) -> ArraySlice<UInt8> { folds[analysis.tokens[token].span.start..<analysis.tokens[token].span.end] }

    /// «накануне визита»: a preposition is no date.
    private func word(_ token: Int) -> DateLexicon.Word? {
        let word = written(token)
        let isBefore = word?.kind == .day && (analysis.tokens[token].deprel == .case || analysis.tokens[token].upos == .adposition)
        return isBefore ? nil : word
    }

    private func written(_ token: Int) -> DateLexicon.Word? {
        lexicon.word(form(token)) ?? lexicon.word(analysis.lemmas[analysis.tokens[token].lemma])
    }

    private func mark(_ form: ArraySlice<UInt8>) -> UInt8? {
        if form.count == 1, let byte = form.first { return [0x2C, 0x2D, 0x2E, 0x2F].contains(byte) ? byte : nil }
        return isDash(form) ? 0x2D : nil
    }

    /// A dash of any width, U+2010 to U+2015.
    private func isDash(_ form: ArraySlice<UInt8>) -> Bool {
        form.count == 3 && form.starts(with: [0xE2, 0x80]) && (0x90...0x95).contains(form[form.endIndex - 1])
    }

    /// `09.07.2018` and `14–15`: numbers and the marks between them. A number with letters behind it («1990-х») ends in one piece of them.
    private mutating func cut(_ token: Int, _ span: SourceSpan) {
        let utf8 = analysis.article.utf8
        var at = span.start
        while at < span.end {
            var end = at
            while end < span.end, isDigit(utf8[end]) { end += 1 }
            if end > at {
                let number = end - at <= Self.mostDigits ? decimal(utf8[at..<end]) : nil
                append(number.map { .number($0, digits: end - at) } ?? .other, token, SourceSpan(at, end))
            } else {
                end = at + (utf8[at] < 0x80 ? 1 : isDash(utf8[at..<min(at + 3, span.end)]) ? 3 : span.end - at)
                append(mark(utf8[at..<end]).map { .mark($0) } ?? .other, token, SourceSpan(at, end))
            }
            at = end
        }
    }

    private mutating func append(_ kind: DatePiece.Kind, _ token: Int, _ span: SourceSpan) {
        pieces.append(DatePiece(kind: kind, token: token, span: span, isJoined: pieces.last?.span.end == span.start))
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
