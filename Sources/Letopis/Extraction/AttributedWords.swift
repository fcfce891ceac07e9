import LetopisText

/// What an attribution attributes.
struct AttributedWords: Sendable {
    /// Runs of tokens, not yet trimmed.
    var content: [Range<Int>]
    /// All of it is verbatim though the marks do not say so: a dash at the line's beginning.
    var verbatim = false
    /// The quotation that is the content, where it is one.
    var quotation: Int?
    /// The rule's name.
    var rule: String
}

/// Finds the words that an attribution attributes: before it, behind it, or around it.
struct AttributedWordsFinder {
    let text: SpeechText
    /// Where the article's attributions stand.
    let places: AttributionPlaces

    /// The words, or nil where there are none.
    func words(of attribution: Attribution) -> AttributedWords? {
        quotation(attribution) ?? dashed(attribution) ?? plain(attribution)
    }

    // MARK: «…», сказал министр

    private func quotation(_ attribution: Attribution) -> AttributedWords? {
        if let interrupted = interrupted(attribution) { return interrupted }
        guard attribution.form == .posted, let mark = closingMark(before: attribution.tokens.lowerBound) else { return nil }
        guard let quotation = quotation(closedAt: mark) else { return lost(attribution, mark) }
        let tokens = text.tokens(in: text.quotations[quotation].inner)
        guard let first = tokens.first else { return nil }
        let open = text.firstToken(at: text.quotations[quotation].outer.start)
        let unit = text.unit(of: open)
        let before = open > unit.lowerBound ? open - 1 : -1
        let isNamed = tokens.count <= 4 && before >= 0 && hasPredicate(unit.lowerBound..<open)
        if before >= 0, isNamed || !Verbatim.isCapital(text.bytes(first)), !text.isMark(.colon, before), !text.isMark(.stop, before),
            hasWord(unit.lowerBound..<open)
        {
            return AttributedWords(content: [contentStart(of: open, .posted)..<attribution.tokens.lowerBound], rule: "after-clause")
        }
        let content = [first..<tokens.upperBound] + (resumed(after: attribution).map { [$0] } ?? [])
        return AttributedWords(content: content, quotation: quotation, rule: "after-quotation")
    }

    private func hasWord(_ tokens: Range<Int>) -> Bool { tokens.contains { text.isWord($0) } }

    /// The closing mark that stands before an attribution, over commas, dashes and stops.
    private func closingMark(before start: Int) -> Int? {
        var i = start - 1
        while i >= 0, i > start - 5, text.punctuation[i] != .none {
            if text.isMark(.quotationMark, i) { return i }
            i -= 1
        }
        return nil
    }

    private func quotation(closedAt mark: Int) -> Int? {
        guard mark > 0 else { return nil }
        var inside = mark - 1
        while inside > 0, inside > mark - 4, text.quotationOf[inside] < 0, text.punctuation[inside] != .none { inside -= 1 }
        var found = text.quotationOf[inside]
        var best: Int?
        for _ in 0..<4 {
            guard found >= 0 else { break }
            let outer = text.quotations[found].outer
            if outer.end >= text.token(mark).span.start, outer.end <= text.token(mark).span.end { best = found }
            found = text.quotations[found].parent
        }
        return best
    }

    /// A closing mark whose opening one is lost: the sentence is verbatim as far as it goes.
    private func lost(_ attribution: Attribution, _ mark: Int) -> AttributedWords? {
        let unit = text.unit(of: mark)
        guard unit.lowerBound < mark else { return nil }
        let line = lineStart(of: unit)
        let isShared = text.isMark(.quotationMark, line) && text.quotationOf[min(line + 1, text.count - 1)] >= 0 && isWhole(line..<mark)
        return AttributedWords(content: [(isShared ? line : unit.lowerBound)..<mark], verbatim: true, rule: "after-quotation")
    }

    /// «„Весна“ вышла в финал. Мы рады“, — сказал тренер»: one mark opened both quotations where nobody is cited in the words between.
    private func isWhole(_ words: Range<Int>) -> Bool {
        let quotation = text.quotations[text.quotationOf[words.lowerBound + 1]]
        return quotation.closed && text.tokens(in: quotation.inner).count < 5
            && places.nextPosted(from: words.lowerBound) >= words.upperBound
    }

    /// «Мы готовы, — сказал министр. — Но ждём»: the attribution stands inside the marks.
    private func interrupted(_ attribution: Attribution) -> AttributedWords? {
        let (a, b) = (attribution.tokens.lowerBound, attribution.tokens.upperBound)
        guard attribution.form == .posted, text.isMark(.dash, a - 1), text.quotationOf[attribution.cue.head] >= 0 else { return nil }
        let quotation = text.quotationOf[attribution.cue.head]
        let tokens = text.tokens(in: text.quotations[quotation].inner)
        guard tokens.lowerBound < a else { return nil }
        var content = [tokens.lowerBound..<a]
        if b < tokens.upperBound, text.isMark(.dash, b) || text.isMark(.dash, b + 1) { content.append(b..<tokens.upperBound) }
        return AttributedWords(content: content, verbatim: true, quotation: quotation, rule: "inside-quotation")
    }

    /// «…», — сказал министр. «…»: the quotation that goes on.
    private func resumed(after attribution: Attribution) -> Range<Int>? {
        var i = attribution.tokens.upperBound
        let from = i
        while i < text.count, i < from + 4, text.punctuation[i] != .none, !text.isMark(.quotationMark, i), !text.isMark(.openBracket, i) {
            i += 1
        }
        guard text.isMark(.quotationMark, i), i + 1 < text.count, !(from...i).contains(where: { text.breaksLine(before: $0) }) else {
            return nil
        }
        return fullQuotation(openedAt: i, atLeast: 1)
    }

    /// A quotation that is a whole unit or more, and is not attributed to somebody itself.
    func fullQuotation(openedAt i: Int, atLeast least: Int = 3) -> Range<Int>? {
        guard i + 1 < text.count, text.quotationOf[i + 1] >= 0 else { return nil }
        let quotation = text.quotations[text.quotationOf[i + 1]]
        guard quotation.outer.start == text.token(i).span.start, quotation.closed else { return nil }
        let tokens = text.tokens(in: quotation.inner)
        let last = text.firstToken(at: quotation.outer.end)
        let ends = last >= text.count || text.isMark(.stop, last) || text.unitOf[last] != text.unitOf[last - 1]
        let final = text.isMark(.stop, tokens.upperBound - 1)
        guard ends || final, tokens.count >= least, !isAttributed(after: last),
            places.nextPosted(from: tokens.lowerBound) >= tokens.upperBound
        else { return nil }
        return tokens
    }

    private func isAttributed(after place: Int) -> Bool {
        places.nextPosted(from: place) <= place + 3
    }

    // MARK: — …, — сказал министр

    private func dashed(_ attribution: Attribution) -> AttributedWords? {
        let unit = text.unit(of: attribution.cue.head)
        guard attribution.form == .posted, text.isMark(.dash, attribution.tokens.lowerBound - 1) else { return nil }
        let line = lineStart(of: unit)
        guard text.isMark(.dash, line), text.breaksLine(before: line), line + 1 < attribution.tokens.lowerBound else { return nil }
        var content = [(line + 1)..<attribution.tokens.lowerBound]
        let rest = attribution.tokens.upperBound
        if text.isMark(.dash, rest) || text.isMark(.dash, rest + 1) { content.append(rest..<lineEnd(of: rest)) }
        return AttributedWords(content: content, verbatim: true, rule: "dash-speech")
    }

    private func lineStart(of unit: Range<Int>) -> Int {
        var u = text.unitOf[unit.lowerBound]
        while u > 0, u > text.unitOf[unit.lowerBound] - 30, !text.breaksLine(before: text.units[u].lowerBound) { u -= 1 }
        return text.units[u].lowerBound
    }

    private func lineEnd(of i: Int) -> Int {
        guard i < text.count else { return text.count }
        var u = text.unitOf[i]
        while u + 1 < text.units.count, u < text.unitOf[i] + 30, !text.breaksLine(before: text.units[u + 1].lowerBound) { u += 1 }
        return text.units[u].upperBound
    }

    // MARK: По словам министра, …

    private func plain(_ attribution: Attribution) -> AttributedWords? {
        let unit = text.unit(of: attribution.cue.head)
        let (a, b) = (attribution.tokens.lowerBound, attribution.tokens.upperBound)
        let start = contentStart(of: a, attribution.form)
        let before = start..<max(start, a)
        let after = min(b, unit.upperBound)..<contentEnd(after: b, unit)
        var content: [Range<Int>] = []
        if attribution.form == .relative || attribution.form == .group && text.isA(.complementizer, a) {
            content = [after]
        } else if attribution.form == .posted {
            let goesOn = text.isMark(.comma, b) && (text.isA([.condition, .reason], b + 1) || isHalf(before))
            let isWhole = hasPredicate(before) || isNominalSentence(before)
            guard isWhole || hasPredicate(after) && isDashed(a, b) else { return nil }
            content = isWhole && !goesOn ? [before] : [before, after]
        } else {
            content = [before, after]
        }
        content = content.filter { hasWord($0) }
        let rule = attribution.form == .group || attribution.form == .relative ? "group" : attribution.form == .how ? "how" : "after-clause"
        return content.isEmpty || content.allSatisfy({ isLinkOnly($0) })
            ? nil : AttributedWords(content: content.filter { !isLinkOnly($0) }, rule: rule)
    }

    /// «Если мост закроют, предупредил мэр, город встанет»: a condition, which the words behind the attribution answer.
    private func isHalf(_ before: Range<Int>) -> Bool {
        guard before.prefix(4).contains(where: { text.isA(.condition, $0) }) else { return false }
        return before.dropLast(2).allSatisfy { i in
            !text.isMark(.comma, i) || text.token(i + 1).upos == .coordinatingConjunction || text.isA(.relative, i + 1)
        }
    }

    private func isDashed(_ a: Int, _ b: Int) -> Bool { text.isMark(.dash, a - 1) || text.isMark(.comma, b) && text.isMark(.comma, a - 1) }

    private func hasPredicate(_ tokens: Range<Int>) -> Bool {
        tokens.contains { [.finite, .infinitive].contains(text.token($0).feats.verbForm) || text.token($0).feats[.variant] == 1 }
            || tokens.contains { isPredicateDash($0, in: tokens) }
    }

    /// «Это наш последний шанс», «Виноваты поставщики»: a subject whose predicate is a nominative.
    private func isNominalSentence(_ tokens: Range<Int>) -> Bool {
        tokens.contains { i in
            let above = text.head[i]
            return text.token(i).deprel == .nsubj && tokens.contains(above) && text.token(above).feats.case == .nominative
                && text.token(i).feats.case == .nominative && text.token(above).upos != .verb
        }
    }

    /// «Лучшее лекарство — это сон»
    private func isPredicateDash(_ i: Int, in tokens: Range<Int>) -> Bool {
        guard text.isMark(.dash, i), i - 1 > tokens.lowerBound, i + 2 < tokens.upperBound else { return false }
        return text.isA(.demonstrative, i + 1) && text.token(i + 1).feats.case != .locative
    }

    /// «Кроме того», «при этом»: nothing that anyone said.
    private func isLinkOnly(_ tokens: Range<Int>) -> Bool {
        tokens.count < 8 && tokens.allSatisfy { !text.isWord($0) || text.isA(.link, $0) }
    }

    /// Where the clause that holds a place begins: behind a complementizer, a relative or a conjunction after a comma.
    private func contentStart(of place: Int, _ form: Attribution.Form) -> Int {
        let unit = text.unit(of: min(place, text.count - 1))
        // «Мост старый, но, по словам мэра, надёжный»
        if form == .group, place - 3 > unit.lowerBound, text.isMark(.comma, place - 1), text.isMark(.comma, place - 3),
            text.token(place - 2).upos == .coordinatingConjunction
        {
            return place
        }
        var i = place - 1
        while i > unit.lowerBound, i > place - 200 {
            if form != .posted, text.isMark(.colon, i) { return i + 1 }
            if form != .posted, text.isMark(.comma, i - 1) || text.isMark(.semicolon, i - 1) {
                if place - i < 6, text.isA(.complementizer, i) { return i + 1 }
                if place - i < 6, text.isA([.relative, .interrogative], i) { return i }
            }
            if form != .posted, form != .relative, let own = ownClause(at: i, before: place, unit) { return own }
            if text.isMark(.semicolon, i) { return i + 1 }
            if text.isMark(.stop, i), i + 1 < place, Verbatim.isCapital(text.bytes(i + 1)),
                text.token(i).span.end < text.token(i + 1).span.start
            {
                return i + 1
            }
            if form != .posted, places.ends(at: i + 1) { return i + 1 }
            i -= 1
        }
        return afterCorrelative(afterDateline(unit.lowerBound, before: place), before: place)
    }

    /// «ВЕСТНИК — Мост закрыт», «МОСКВА, 7 мая — Вестник, Иван Петров.»: where and by whom an article was written is none of its words.
    private func afterDateline(_ start: Int, before place: Int) -> Int {
        guard text.isWord(start), Self.isAllCapitals(text.bytes(start)), start == 0 || text.breaksLine(before: start) || start < 12 else {
            return start
        }
        var i = start + 1
        while i < min(place, start + 12), !text.isMark(.dash, i) {
            let token = text.token(i)
            if token.upos == .verb || token.upos == .adposition || text.isMark(.quotationMark, i) { return start }
            i += 1
        }
        return text.isMark(.dash, i) && i + 1 < place ? i + 1 : start
    }

    private static func isAllCapitals(_ word: ArraySlice<UInt8>) -> Bool {
        word.count > 3 && Verbatim.isCapital(word) && Verbatim.isCapital(word.dropFirst(2))
    }

    /// «Мост закрыт, а дорога, по словам мэра, открыта»: where a group stands between a subject and its predicate, behind a sentence of its
    /// own, that sentence is not what it attributes.
    private func ownClause(at i: Int, before place: Int, _ unit: Range<Int>) -> Int? {
        guard text.isMark(.comma, i - 1), i > unit.lowerBound + 1, place - i <= 6, place < unit.upperBound else { return nil }
        let first = text.token(i).upos == .coordinatingConjunction ? i + 1 : i
        let words = first..<max(first, place - 1), before = (unit.lowerBound..<i - 1).suffix(60)
        let isSubject = words.contains { text.token($0).feats.case == .nominative && text.isNominal($0) }
        let isBare = words.allSatisfy { text.isWord($0) && ![.verb, .adposition].contains(text.token($0).upos) }
        let isOpen = before.contains {
            text.token($0).upos == .subordinatingConjunction || text.isA([.condition, .relative, .interrogative], $0)
        }
        guard isSubject, isBare, !isOpen, hasPredicate(before.startIndex..<before.endIndex),
            hasPredicate(place..<min(unit.upperBound, place + 30))
        else { return nil }
        return first
    }

    /// «О том, что …, стало известно»: what is said begins behind the conjunction.
    private func afterCorrelative(_ start: Int, before place: Int) -> Int {
        let at = text.isA(.about, start) ? start + 1 : start
        guard text.isA(.correlative, at), text.isMark(.comma, at + 1), text.isA(.complementizer, at + 2), at + 3 < place else {
            return start
        }
        return at + 3
    }

    private func contentEnd(after b: Int, _ unit: Range<Int>) -> Int {
        let next = places.nextClosed(from: b + 1)
        return max(min(b, unit.upperBound), min(next, unit.upperBound))
    }
}
