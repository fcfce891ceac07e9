import LetopisText

/// Whom a holder's words name, and who is asked.
extension HolderRules {
    /// The holder that a token heads, and those that are listed with it.
    func named(_ token: Int) -> [PositionFact.Holder] {
        let head = predicated(token)
        if isCouple(head), let both = couple(before: head) { return both }
        if text.token(head).upos == .pronoun, let person = text.token(head).feats.person, person < 3 {
            return person == 1 ? [.speaker] : []
        }
        let first = text.nounPhrase(head).lowerBound
        let people = text.people(namedBy: head)
        guard mayHold(head) || !people.isEmpty, !text.isA(.negation, first), !text.isA(.negation, first - 1) else { return [] }
        let joined = ([head] + people).flatMap { text.children(of: $0) }.filter { text.token($0).deprel == .conj }
        let others = joined.filter { text.isNominal($0) && isParty($0) && !people.contains($0) }.prefix(Self.most)
        guard people.isEmpty else { return (people + others).map { .mention(single($0)) } }
        if others.isEmpty, isThose(head) { return [.parties(whole(head))] }
        return [.mention(others.isEmpty ? whole(head) : single(head))] + others.map { .mention(single($0)) }
    }

    /// «стороны», «президенты», of whom nothing more is said: those who met.
    private func isThose(_ noun: Int) -> Bool {
        text.token(noun).feats.number == .plural && text.nameOf[noun] < 0 && words.isA(.those, lemma: noun)
            && text.children(of: noun).allSatisfy { [.punct, .det, .cc].contains(text.token($0).deprel) }
    }

    /// Whom a token stands for within its sentence: «кому» for the noun that its clause hangs on, a predicate for its subject.
    func predicated(_ token: Int) -> Int {
        let noun = isRelative(token) ? issues.antecedent(of: token) ?? token : token
        guard text.nameOf[noun] < 0 else { return noun }
        return text.children(of: noun).first { text.token($0).deprel == .nsubj && $0 < noun && text.isNominal($0) } ?? noun
    }

    func isRelative(_ token: Int) -> Bool {
        if text.isA(.relative, token) { return true }
        guard text.token(token).upos == .pronoun, text.token(token).feats.person == nil, text.head[token] >= 0 else { return false }
        return text.token(text.head[token]).deprel == .aclRelcl
    }

    /// «оба», «они», «оба политика».
    func isCouple(_ i: Int) -> Bool {
        words.isA(.couple, form: i) || text.children(of: i).contains { text.token($0).deprel == .nummodGov && words.isA(.couple, form: $0) }
    }

    /// The two that «оба» and «они» stand for: the last two people that were named together as subjects, in the sentences just before.
    func couple(before token: Int) -> [PositionFact.Holder]? {
        let last = text.unitOf[token]
        for unit in (max(0, last - Self.back)..<max(0, last)).reversed() {
            for i in text.units[unit].reversed() where text.token(i).deprel == .conj && isNamedPerson(i) {
                let first = text.head[i]
                guard first >= 0, isNamedPerson(first) else { continue }
                let all = text.children(of: first).filter { text.token($0).deprel == .conj && isNamedPerson($0) }
                return all.count == 1 ? [.mention(single(first)), .mention(single(i))] : nil
            }
        }
        return nil
    }

    func isNamedPerson(_ i: Int) -> Bool {
        if text.nameOf[i] >= 0 { return text.analysis.names[text.nameOf[i]].kind == .person }
        return text.children(of: i).contains { text.token($0).deprel == .appos && text.nameOf[$0] >= 0 }
    }

    /// A mention without the adverb that it begins with: «сразу несколько музеев».
    func whole(_ head: Int) -> SourceMention {
        var mention = sources.mention(head)
        var start = mention.tokens.lowerBound
        while start < head, [.adverb, .particle].contains(text.token(start).upos) { start += 1 }
        guard start > mention.tokens.lowerBound else { return mention }
        mention.tokens = start..<mention.tokens.upperBound
        mention.span = text.span(mention.tokens)
        return mention
    }

    /// A mention of one of a list alone.
    func single(_ head: Int) -> SourceMention {
        var mention = sources.mention(head)
        guard mention.form != .pronoun, let next = text.children(of: head).first(where: { text.token($0).deprel == .conj && $0 > head })
        else { return mention }
        var end = max(head + 1, min(text.low[next], mention.tokens.upperBound))
        while end - 1 > head, text.token(end - 1).upos == .coordinatingConjunction || text.isMark(.comma, end - 1) { end -= 1 }
        mention.tokens = min(mention.tokens.lowerBound, head)..<end
        mention.span = text.span(mention.tokens)
        return mention
    }

    func mayHold(_ i: Int) -> Bool {
        guard text.isNominal(i) else { return false }
        return isParty(i) || text.isA(.thirdPerson, i) || text.isA(.relative, i) || text.token(i).upos == .numeral
    }

    /// Whether a token can mean somebody: a name, a living being, or a body that acts.
    func isParty(_ i: Int) -> Bool {
        guard text.isNominal(i), !text.isA([.time, .demonstrative, .correlative], i) else { return false }
        return acts(i)
            || words.isA(.amount, lemma: i) && text.children(of: i).contains { text.token($0).feats.case == .genitive && acts($0) }
    }

    private func acts(_ i: Int) -> Bool {
        if text.nameOf[i] >= 0 || text.token(i).upos == .properNoun { return true }
        return text.token(i).feats.animacy == .animate || words.isA(.party, lemma: i)
    }

    func isNoun(_ word: PositionWord) -> Bool { !word.entry.frames.isDisjoint(with: [.noun, .equation]) }

    // MARK: the one asked

    /// The one asked, offered or opposed.
    func toward(of word: PositionWord) -> SourceMention? {
        let frames = word.entry.frames
        if frames.contains(.towardDative), let i = bare(.dative, under: word.head), isAddressee(i) { return single(i) }
        if frames.contains(.towardObject), let i = text.children(of: word.head).first(where: { text.token($0).deprel == .obj }),
            isAddressee(i)
        {
            return single(i)
        }
        if frames.contains(.obliged), let i = obliged(word) { return single(i) }
        let above = text.head[word.head]
        for marker in word.entry.towardMarkers {
            if let i = bound(by: marker, under: word.head) { return single(i) }
            if isNoun(word), above >= 0, let i = bound(by: marker, under: above) { return single(i) }
        }
        return nil
    }

    func bound(by marker: [UInt8], under i: Int) -> Int? {
        text.children(of: i).first { child in
            isAddressee(child) && text.children(of: child).contains { text.token($0).deprel == .case && folded(text.bytes($0)) == marker }
        }
    }

    func isAddressee(_ i: Int) -> Bool { isParty(i) || text.isA(.thirdPerson, i) }
}
