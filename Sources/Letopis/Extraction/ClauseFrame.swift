import LetopisText

// «сообщил, что …»: a clause behind its cue.
extension FrameRules {
    func clause(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.clause), let start = clauseStart(cue) else { return nil }
        let skip = text.isA(.complementizer, start) ? 1 : 0
        var end = ends.end(ofClauseAt: start, verb: cue.head)
        if cue.frames.contains(.noun), cue.act == .ask {
            guard let answer = answer(to: cue, from: start, before: end) else { return nil }
            end = answer
        }
        guard start + skip < end else { return nil }
        return FrameMatch(rule: "clause", content: [(start + skip)..<end])
    }

    /// «На вопрос, уйдёт ли он, министр ответил»: the comma before the words that a question hangs on; no other question was asked here.
    private func answer(to cue: Cue, from start: Int, before end: Int) -> Int? {
        var verb = text.head[cue.head]
        if verb >= 0, verb < cue.head, text.token(verb).feats.verbForm == .converb { verb = text.head[verb] }
        guard verb > start, verb < text.unit(of: cue.head).upperBound, text.isA(.inside, cue.head - 1) else { return nil }
        let subject = text.children(of: verb).first { text.token($0).deprel == .nsubj && $0 > start && $0 < verb }
        return (start..<(subject ?? verb)).last { text.isMark(.comma, $0) }
    }

    /// The complementizer that the cue governs: behind the next comma, with nothing but the cue's own words between.
    private func clauseStart(_ cue: Cue) -> Int? {
        let unit = text.unit(of: cue.head)
        var i = cue.tokens.upperBound
        var commas = 0
        while i < min(unit.upperBound, cue.head + Self.reach) {
            if text.isA([.complementizer, .interrogative], i), text.isMark(.comma, i - 1) || text.isMark(.dash, i - 1) || i == cue.head + 1
            {
                if text.isA(.purpose, i), cue.frames.contains(.noun) || isGoverned(byNounBefore: i, cue) { return nil }
                if text.isA(.complementizer, i), isGoverned(byNounBefore: i, cue) || text.isA(.total, i - 2) { return nil }
                if isConsequence(i, of: cue) { return nil }
                if text.isA(.complementizer, i), i > cue.head + 1 || cue.frames.contains(.post),
                    governs(cue.head, i) || !hasObject(cue.head, before: i)
                {
                    return i
                }
                if mayAsk(cue), governs(cue.head, i) || i == cue.tokens.upperBound + 1 { return i }
            }
            if asksWhether(i, cue) { return i }
            if text.isMark(.colon, i) || text.isMark(.semicolon, i) { return nil }
            if text.isMark(.comma, i) { commas += 1 }
            if commas > 0, cue.frames.contains(.noun), text.isWord(i) { return nil }
            if stops(i), !mayPass(i, cue, commas) { return nil }
            i += 1
        }
        return nil
    }

    /// «обвиняют в растрате, что привело к аресту»: «что» is the subject of what comes of it, behind what the cue takes.
    private func isConsequence(_ i: Int, of cue: Cue) -> Bool {
        guard case .word(let entry) = cue.entry, !entry.prepositions.isEmpty, text.token(i).upos == .pronoun,
            text.token(i).deprel == .nsubj, !text.isA(.correlative, i - 2)
        else { return false }
        return (cue.tokens.upperBound..<i).contains { isPreposition($0, of: entry) }
    }

    /// «поинтересовался, готов ли мост»: a question that begins with what is asked of.
    private func asksWhether(_ i: Int, _ cue: Cue) -> Bool {
        let asked = text.isA(.negation, i) ? i + 1 : i
        guard text.isMark(.comma, i - 1), text.isA(.whether, asked + 1), mayAsk(cue), text.isWord(i) else { return false }
        return governs(cue.head, i) || i == cue.tokens.upperBound + 1 || cue.frames.contains(.noun)
    }

    /// Whether a cue takes a clause that begins with a question word: no noun and no passive does.
    private func mayAsk(_ cue: Cue) -> Bool {
        if cue.frames.contains(.noun) { return cue.act == .ask }
        return cue.act != .opine && !text.token(cue.head).feats.isPassive
    }

    /// «под предлогом того, что»: the clause belongs to a noun that is not the cue.
    private func isGoverned(byNounBefore i: Int, _ cue: Cue) -> Bool {
        if text.isMark(.comma, i - 1), i - 2 > cue.tokens.upperBound - 1, ends.cues.contains(i - 2), text.token(i - 2).upos == .verb {
            return true
        }
        if cue.frames.contains(.noun), text.isMark(.comma, i - 1), i - 2 == cue.tokens.upperBound, text.isA(.correlative, i - 2),
            text.token(i - 2).feats.case == .genitive
        {
            return true
        }
        guard text.isMark(.comma, i - 1), text.isA(.correlative, i - 2), i - 3 > cue.head else { return false }
        let isRetold =
            text.isA(.about, i - 3) && !cue.frames.contains(.noun)
            && (cue.tokens.upperBound..<i - 3).contains { noun in
                ends.cues.contains(noun) && text.token(noun).upos == .noun
            }
        if isRetold { return true }
        return text.token(i - 3).upos == .noun && !cue.tokens.contains(i - 3) && text.token(i - 3).feats.case != .dative
            && text.token(i - 2).feats.case == .genitive
    }

    /// «ожидает решения, что задержит сделку»: the clause is the object's.
    private func hasObject(_ verb: Int, before i: Int) -> Bool {
        text.children(of: verb).contains {
            $0 > verb && $0 < i && text.token($0).deprel == .obj && text.token($0).upos == .noun && text.head[$0] == verb
        }
            && !text.isA(.correlative, i - 2)
    }

    /// Another predicate: what follows is its business.
    func stops(_ i: Int) -> Bool {
        if groups.contains(i) { return false }
        let token = text.token(i)
        if token.feats[.variant] == 1 { return token.upos == .verb }
        return token.upos == .verb && token.feats.verbForm != .participle
    }

    /// A verb on the way to «что» is passed over where it belongs to words between commas: «сказал министр, который приехал, что».
    private func mayPass(_ verb: Int, _ cue: Cue, _ commas: Int) -> Bool {
        commas > 0 && [.aclRelcl, .parataxis].contains(text.token(verb).deprel) && text.high[cue.head] > verb
    }

    func governs(_ head: Int, _ i: Int) -> Bool {
        var at = i
        for _ in 0..<3 {
            at = text.head[at]
            if at == head { return true }
            if at < 0 { return false }
        }
        return false
    }
}
