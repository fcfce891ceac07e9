import LetopisText

extension SpeechText {
    /// At most so many tokens are looked at on each side of a phrase's head.
    private static var reach: Int { 40 }

    /// The tokens of the phrase that a noun or pronoun heads: with its attributes, names and genitives, without clauses and without
    /// what stands behind a comma. «спецпосланник президента США Стив Уиткофф».
    func nounPhrase(_ head: Int) -> Range<Int> {
        guard head >= 0, head < count else { return 0..<0 }
        var (first, last) = (head, head)
        for child in children(of: head) where belongs(child, to: head) {
            first = min(first, max(low[child], head - Self.reach))
            last = max(last, min(high[child], head + Self.reach))
        }
        var range = cut(first, last, around: head)
        range = withName(range)
        return closeQuotation(range)
    }

    private func belongs(_ child: Int, to head: Int) -> Bool {
        let child = token(child)
        switch child.deprel {
        case .amod, .det, .nmod, .appos, .flat, .flatName, .flatForeign, .nummod, .nummodGov, .nummodEntity, .compound, .list, .conj:
            return true
        case .iobj, .obl: return child.feats.case == .genitive && token(head).upos != .pronoun
        case .nsubj: return child.upos == .properNoun
        default: return false
        }
    }

    /// The part around the head that no punctuation but quotation marks and no verb cuts.
    private func cut(_ first: Int, _ last: Int, around head: Int) -> Range<Int> {
        let unit = unit(of: head)
        var (a, b) = (head, head)
        while a - 1 >= max(first, unit.lowerBound), joins(a - 1), !isForeign(a - 1, before: head) { a -= 1 }
        while b + 1 <= min(last, unit.upperBound - 1), !endsWithPerson(b), !beginsTime(b + 1) {
            if isBracketBeforeName(b + 1) { b = bracketEnd(b + 1) } else if joins(b + 1) { b += 1 } else { break }
        }
        while a < head, punctuation[a] != .none && punctuation[a] != .quotationMark || isLoose(a) { a += 1 }
        while b > head, isLoose(b) { b -= 1 }
        return a..<(b + 1)
    }

    /// «газета со ссылкой на ведомство»: a preposition before a phrase's head is none of its words, unless a participle's between them.
    private func isForeign(_ i: Int, before head: Int) -> Bool {
        token(i).upos == .adposition && !(max(unit(of: i).lowerBound, i - 1)..<head).contains { token($0).feats.verbForm == .participle }
    }

    /// «министр Иван Петров в среду», «Петрова „Вестник“»: a person's name ends the phrase before a preposition or a quotation mark.
    private func endsWithPerson(_ i: Int) -> Bool {
        guard isPersonName(i), i + 1 < count, nameOf[i + 1] != nameOf[i] else { return false }
        return token(i + 1).upos == .adposition || isMark(.quotationMark, i + 1)
    }

    /// «во время форума», «в ходе встречи»: a preposition of several words says when, and is no part of a name or a post.
    private func beginsTime(_ i: Int) -> Bool {
        token(i).upos == .adposition && i + 1 < count && isA(.during, i + 1) && token(i + 1).deprel == .fixed
    }

    /// A preposition, a conjunction or a link word that a phrase neither begins nor ends with.
    private func isLoose(_ i: Int) -> Bool {
        [.adposition, .coordinatingConjunction, .subordinatingConjunction, .particle].contains(token(i).upos)
            || token(i).upos == .adverb && isA(.link, i)
    }

    /// «президент федерации (ВФЛА) Иван Петров».
    private func isBracketBeforeName(_ i: Int) -> Bool {
        guard isMark(.openBracket, i) else { return false }
        let end = bracketEnd(i)
        return isMark(.closeBracket, end) && end + 1 < count && token(end + 1).upos == .properNoun
    }

    /// The closing bracket within a few tokens.
    private func bracketEnd(_ i: Int) -> Int { (i..<min(count, i + 8)).first { isMark(.closeBracket, $0) } ?? i }

    private func joins(_ i: Int) -> Bool {
        switch punctuation[i] {
        case .none: !(token(i).upos == .verb && token(i).feats.verbForm != .participle)
        case .quotationMark, .other: true
        case .stop: i + 1 < count && token(i).span.end == token(i + 1).span.start
        default: false
        }
    }

    /// Lengthened to the end of a name that it cuts through or touches.
    private func withName(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        let name = nameOf[end - 1]
        while end < count, name >= 0, nameOf[end] == name { end += 1 }
        var start = range.lowerBound
        let before = nameOf[start]
        while start > 0, before >= 0, nameOf[start - 1] == before { start -= 1 }
        return start..<end
    }

    /// With the closing mark where the range holds the opening one, and the other way round.
    private func closeQuotation(_ range: Range<Int>) -> Range<Int> {
        let inside = quotationOf[range.upperBound - 1]
        guard inside >= 0, quotationOf[range.lowerBound] != inside, isMark(.quotationMark, range.upperBound),
            quotations[inside].outer.start >= token(range.lowerBound).span.start
        else { return range }
        return range.lowerBound..<(range.upperBound + 1)
    }

    /// Whether a token can head a noun phrase.
    func isNominal(_ i: Int) -> Bool {
        switch token(i).upos {
        case .noun, .properNoun, .pronoun, .numeral, .x: punctuation[i] == .none
        case .adjective, .determiner: punctuation[i] == .none && token(i).deprel == .nsubj
        default: false
        }
    }
}
