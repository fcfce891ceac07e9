internal import LetopisText

/// A date in an article.
struct DateMention: Hashable, Sendable {
    /// Its words, without the preposition.
    var span: SourceSpan
    /// Its tokens.
    var tokens: Range<Int>
    /// EDTF; nil where the article does not tell which date it is.
    var value: String?
    /// Its value if it lies ahead, whatever the verbs around it say: that of a meeting that is planned.
    var ahead: String?
    /// The form that it was read by: `day`.
    var rule: String

    /// The value of the first date that shares a character with a span; dates stand in text order.
    static func value(at span: SourceSpan, in dates: [DateMention]) -> String? {
        var (low, high) = (0, dates.count)
        while low < high {
            let middle = (low + high) / 2
            if dates[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
        }
        return low < dates.count && dates[low].span.start < span.end ? dates[low].value : nil
    }
}

/// Finds the dates of an article and says which they are. Immutable; one is enough for all tasks.
///
/// They count from the day of publication; where that is not known, from the first whole date in the first lines, which is when most
/// reports of agencies say that they were written. What cannot be counted from either stays without a value.
struct DateFinder: Sendable {
    let lexicon: DateLexicon
    /// A date that tells when the article was written begins before this byte.
    private static let lead = 800
    /// Of more whole dates than this, the earliest count.
    private static let mostWhole = 32
    /// No verb is looked for further up the tree.
    private static let reach = 12

    /// All dates, in text order. Linear time.
    func dates(in analysis: Analysis) -> [DateMention] {
        let pieces = DatePieces(analysis, lexicon: lexicon), grammar = DateGrammar(pieces: pieces.pieces)
        var readings: [(reading: DateGrammar.Reading, span: SourceSpan)] = []
        var i = 0
        while i < grammar.pieces.count {
            let found = grammar.read(at: i) ?? vague(i, pieces)
            if let found {
                let last = grammar.pieces[found.pieces.upperBound - 1]
                readings.append((found, SourceSpan(grammar.pieces[i].span.start, last.span.end)))
            }
            i = found?.pieces.upperBound ?? i + 1
        }
        let reference = reference(analysis.article, readings)
        var dates = readings.map { mention($0.reading, $0.span, reference, grammar, analysis) }
        if reference.day == nil { fillYears(&dates, readings.map(\.reading.expression)) }
        return dates
    }

    /// Where nothing tells when the article was written, a day without a year is the one within a month of a whole date that it names.
    private func fillYears(_ dates: inout [DateMention], _ expressions: [DateExpression]) {
        let whole = Set(
            expressions.compactMap { expression -> CalendarDay? in
                guard case .day(let day, let month, .given(let year)) = expression else { return nil }
                return CalendarDay(year: year, month: month, day: day)
            }
        ).sorted().prefix(Self.mostWhole)
        for (i, expression) in expressions.enumerated() {
            guard case .day(let day, let month, .open) = expression else { continue }
            let near = whole.lazy.compactMap { known in
                CalendarDay(year: known.year, month: month, day: day).flatMap { abs($0.number - known.number) <= 31 ? $0 : nil }
            }.first
            dates[i].value = near.map { CalendarTime.day($0).edtf }
        }
    }

    private func reference(_ article: Article, _ readings: [(reading: DateGrammar.Reading, span: SourceSpan)]) -> DateReference {
        if let published = article.published { return DateReference(day: CalendarDay(iso: published)) }
        for (reading, span) in readings where span.start < Self.lead {
            if case .day(let day, let month, .given(let year)) = reading.expression {
                return DateReference(day: CalendarDay(year: year, month: month, day: day))
            }
        }
        return DateReference(day: nil)
    }

    private func mention(
        _ reading: DateGrammar.Reading, _ span: SourceSpan, _ reference: DateReference, _ grammar: DateGrammar, _ analysis: Analysis
    ) -> DateMention {
        let tokens = grammar.pieces[reading.pieces.lowerBound].token..<grammar.pieces[reading.pieces.upperBound - 1].token + 1
        let value = reference.edtf(reading.expression, isAhead(reading, grammar) ? .future : direction(of: tokens.lowerBound, analysis))
        let ahead = reference.edtf(reading.expression, .future)
        return DateMention(span: span, tokens: tokens, value: value, ahead: ahead, rule: reading.rule)
    }

    /// «назначено на 15 января» lies ahead, whatever the verb's tense.
    private func isAhead(_ reading: DateGrammar.Reading, _ grammar: DateGrammar) -> Bool {
        guard reading.pieces.lowerBound > 0, case .word(let word) = grammar.pieces[reading.pieces.lowerBound - 1].kind else { return false }
        return word.kind == .at && word.number == 1
    }

    /// «в ближайшее время».
    private func vague(_ i: Int, _ text: DatePieces) -> DateGrammar.Reading? {
        let token = text.pieces[i].token
        for phrase in lexicon.vague(from: text.form(token)) {
            let end = token + phrase.words.count
            guard end <= text.tokenCount, (token..<end).allSatisfy({ text.form($0).elementsEqual(phrase.words[$0 - token]) }) else {
                continue
            }
            var last = i
            while last < text.pieces.count, text.pieces[last].token < end { last += 1 }
            return DateGrammar.Reading(expression: .vague, pieces: i..<last, rule: "vague")
        }
        return nil
    }

    /// The tense of the verb that a date belongs to tells whether it lies behind or ahead; an infinitive alone looks ahead.
    private func direction(of token: Int, _ analysis: Analysis) -> TimeDirection {
        var at = analysis.tokens[token].head, found = TimeDirection.open
        for _ in 0..<Self.reach {
            guard analysis.tokens.indices.contains(at) else { break }
            let feats = analysis.tokens[at].feats
            if feats.tense == .past { return .past }
            if feats.tense == .future { return .future }
            if feats.verbForm == .infinitive { found = .future }
            at = analysis.tokens[at].head
        }
        return found
    }
}
