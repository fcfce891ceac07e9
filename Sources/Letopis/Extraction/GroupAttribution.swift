import LetopisText

// «По словам министра, …»: attributions by a group with a preposition.
extension AttributionFinder {
    func group(_ cue: Cue, _ group: GroupEntry) -> Attribution? {
        guard let left = left(of: cue), (left + 1..<cue.tokens.lowerBound).allSatisfy(isLight) else { return nil }
        return self.group(cue, group, left: left)
    }

    func group(_ cue: Cue, _ group: GroupEntry, left: Int) -> Attribution? {
        let next = cue.tokens.upperBound
        if text.isA(.relative, next) { return relativeGroup(cue, next) }
        guard let sourceCase = group.sourceCase, let head = phraseHead(from: next, in: sourceCase) else {
            return possessive(cue, left: left) ?? hiddenGroup(cue, group, left: left)
        }
        if sources.lexicon.classes(of: text.lemma(head)).contains(.order) { return nil }
        let mention = sources.mention(head)
        let end = max(mention.tokens.upperBound, next)
        if sources.isCarrier(head) {
            let giver =
                sources.owner(of: head) ?? (next..<head).first { text.isA(.thirdPerson, $0) && text.token($0).feats.case != .dative }
                ?? sources.placeOfParticiple(after: groupEnd(from: end) == segmentEnd(from: end) ? end : segmentEnd(from: end) + 1)
            let source = giver.map {
                sources.mention(sources.lexicon.channel(ofLemma: text.lemma($0)) == nil ? $0 : sources.owner(of: $0) ?? $0)
            }
            return Attribution(cue: cue, tokens: (left + 1)..<groupEnd(from: end), form: .group, source: source, hidden: source == nil)
        }
        let whole = groupEnd(from: end)
        let isOpen = isPredicate(in: end..<whole) && !text.isMark(.comma, segmentEnd(from: end)) && sources.canTell(mention)
        let last = isOpen ? end : whole
        return Attribution(cue: cue, tokens: (left + 1)..<last, form: .group, source: mention)
    }

    /// «По словам мэра мост откроют»: the comma behind the group is left out.
    private func isPredicate(in tokens: Range<Int>) -> Bool {
        tokens.contains { text.token($0).feats.verbForm == .finite || text.token($0).feats[.variant] == 1 && text.isWord($0) }
    }

    /// A conjunction, an adverb or a particle: what may stand between a comma and a group.
    private func isLight(_ i: Int) -> Bool {
        [.adverb, .particle, .coordinatingConjunction, .subordinatingConjunction].contains(text.token(i).upos)
            || text.isA([.link, .complementizer, .relative, .interrogative], i)
    }

    /// «по его словам»
    private func possessive(_ cue: Cue, left: Int) -> Attribution? {
        guard let owner = cue.tokens.first(where: { text.isA(.thirdPerson, $0) }) else { return nil }
        return Attribution(
            cue: cue, tokens: (left + 1)..<groupEnd(from: cue.tokens.upperBound), form: .group, source: sources.mention(owner))
    }

    /// The end of a group, with the participle behind its comma: «по данным, полученным газетой,».
    func groupEnd(from start: Int) -> Int {
        let end = segmentEnd(from: start)
        guard text.isMark(.comma, end), end + 1 < text.count, text.unitOf[end + 1] == text.unitOf[end] else { return end }
        let first = text.token(end + 1).feats
        let isParticiple =
            first.verbForm == .participle && first[.variant] == 0 && first.case != .nominative && !text.isA(.thirdPerson, start - 2)
            && !isPredicate(in: end + 1..<segmentEnd(from: end + 1))
        return isParticiple || isRelative(end + 1) || isApposition(end + 1, start - 1) ? segmentEnd(from: end + 1) : end
    }

    /// «по словам министра, которого цитирует газета,»: a relative clause, closed by another comma.
    private func isRelative(_ i: Int) -> Bool {
        let pronoun = text.token(i).upos == .adposition || text.isA(.relative, i + 1) && text.token(i).upos == .noun ? i + 1 : i
        return text.isA(.relative, pronoun) && !text.isA(.thirdPerson, pronoun) && text.isMark(.comma, segmentEnd(from: i))
    }

    /// «по словам Петровой, директора фонда,»: a noun in the source's case, closed by a comma, without a verb.
    private func isApposition(_ first: Int, _ source: Int) -> Bool {
        let end = segmentEnd(from: first)
        guard text.isMark(.comma, end), end - first < 8, text.nameOf[source] >= 0, text.nameOf[first] < 0 else { return false }
        guard let noun = (first..<end).first(where: { text.token($0).upos == .noun }) else { return false }
        let free = (first..<end).allSatisfy { text.token($0).upos != .verb && text.token($0).upos != .adposition }
        return free && text.token(noun).feats.agree(on: .case, with: text.token(source).feats)
    }

    /// «постановление, согласно которому …»: the noun before the comma is the source.
    private func relativeGroup(_ cue: Cue, _ relative: Int) -> Attribution? {
        var noun = cue.tokens.lowerBound - 1
        while noun > 0, noun > relative - 8, !text.isNominal(noun) { noun -= 1 }
        guard noun >= text.unit(of: relative).lowerBound, text.isNominal(noun) else { return nil }
        var head = noun
        for _ in 0..<4 where text.head[head] >= 0 && text.token(head).deprel == .nmod { head = text.head[head] }
        let range = cue.tokens.lowerBound..<(relative + 1)
        return Attribution(cue: cue, tokens: range, form: .relative, source: sources.mention(sources.author(of: head) ?? head))
    }

    /// «по некоторым данным», «по слухам»: no one is named.
    private func hiddenGroup(_ cue: Cue, _ group: GroupEntry, left: Int) -> Attribution? {
        let end = groupEnd(from: cue.tokens.upperBound)
        let own = isPredicate(in: cue.tokens.upperBound..<end) ? cue.tokens.upperBound : end
        guard group.sourceCase == nil || group.mayHide && cue.tokens.count > group.words.count else { return nil }
        return Attribution(cue: cue, tokens: (left + 1)..<own, form: .group, hidden: true)
    }

    /// The noun in a case that begins within a few words.
    private func phraseHead(from start: Int, in wanted: Case) -> Int? {
        let unit = text.unit(of: max(0, start - 1))
        var i = start
        var fallback: Int?
        while i < unit.upperBound, i < start + 6 {
            let token = text.token(i)
            if text.punctuation[i] == .none {
                if [.noun, .properNoun, .pronoun, .x].contains(token.upos) {
                    if token.feats.case == wanted || text.nameOf[i] >= 0 || token.feats.case == nil { return i }
                    let isCounted = token.feats.case == .genitive && (start..<i).contains { text.token($0).upos == .numeral }
                    return isCounted ? i : fallback
                }
                guard [.adjective, .determiner, .numeral, .adverb, .verb, .coordinatingConjunction].contains(token.upos) else {
                    return fallback
                }
                if token.upos == .verb, token.feats.verbForm != .participle { return fallback }
                if token.upos == .adjective, fallback == nil, token.feats.case == wanted { fallback = nil }
            } else if !text.isMark(.quotationMark, i) {
                return fallback
            }
            i += 1
        }
        return fallback
    }
}
