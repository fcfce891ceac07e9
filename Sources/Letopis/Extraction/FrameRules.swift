import LetopisText

/// The rules for cues that stand in the clause of what is said; the first that says yes decides.
struct FrameRules {
    let text: SpeechText
    let lexicon: SpeechLexicon
    let ends: ClauseEnd
    /// The first tokens of groups that name a source: «ссылаясь на …» is no predicate.
    let groups: Set<Int>
    /// A content begins at most so far behind its cue.
    static let reach = 40

    /// What a cue says.
    func match(_ cue: Cue) -> FrameMatch? {
        guard case .word(let entry) = cue.entry else { return nil }
        if hasFirstPersonSubject(cue.head) { return isOurs(cue) ? clause(cue) : nil }
        if entry.act == .deny || entry.act == .confirm, let found = pronoun(cue, entry) ?? object(cue) { return found }
        let found =
            pronoun(cue, entry) ?? such(cue) ?? clause(cue) ?? colon(cue) ?? infinitive(cue) ?? genitive(cue) ?? prepositional(cue, entry)
            ?? naming(cue) ?? comparison(cue) ?? object(cue)
        return found.flatMap { fitsForm($0, cue) ? $0 : nil }
    }

    /// Whether a cue's form goes with a rule: a participle takes a clause, a theme or an infinitive; a passive has no object.
    private func fitsForm(_ match: FrameMatch, _ cue: Cue) -> Bool {
        let feats = text.token(cue.head).feats
        if match.content.contains(where: { $0.prefix(6).contains { text.isA(.relative, $0) } }), match.rule == "prepositional" {
            return false
        }
        guard feats.verbForm == .participle || feats[.variant] == 1 else { return true }
        if feats[.variant] == 1 { return !feats.isPassive || !["object", "prepositional"].contains(match.rule) }
        return ["clause", "theme", "infinitive"].contains(match.rule)
    }

    /// «Мы считаем, что …»: words of somebody who is quoted already, or of the reporter.
    private func hasFirstPersonSubject(_ verb: Int) -> Bool {
        text.children(of: verb).contains { text.isA(.firstPerson, $0) && text.token($0).deprel == .nsubj }
    }

    /// «Мы писали, что …»: the outlet turns back to what it reported itself, outside of any quotation.
    private func isOurs(_ cue: Cue) -> Bool {
        let token = text.token(cue.head), first = text.unit(of: cue.head).lowerBound
        guard cue.frames.contains(.relay), token.feats.tense == .past, token.feats.number == .plural, text.quotationOf[cue.head] < 0,
            cue.head - first < 4, !text.isMark(.dash, first)
        else { return false }
        return text.breaksLine(before: first) || first == 0 || !text.isMark(.quotationMark, first - 1)
    }

    // MARK: об этом сообщил

    private func pronoun(_ cue: Cue, _ entry: CueEntry) -> FrameMatch? {
        let unit = text.unit(of: cue.head)
        if let this = thisItself(cue) { return this }
        let from = max(unit.lowerBound, cue.head - Self.reach)
        for i in from..<min(unit.upperBound, cue.head + 6) where text.isA(.demonstrative, i) {
            guard isTheme(i, of: cue, entry), !text.isMark(.comma, i + 1) || !text.isA(.complementizer, i + 2) else { continue }
            let words = i < cue.head ? colon(cue).flatMap { $0.rule == "colon-quotation" ? $0 : nil } : nil
            return FrameMatch(
                rule: "demonstrative", content: [i..<(i + 1)] + (words?.content ?? []), standsForBefore: true, quotation: words?.quotation)
        }
        return nil
    }

    /// «Это сообщила мать спортсменки»
    private func thisItself(_ cue: Cue) -> FrameMatch? {
        let i = cue.head - 1
        if cue.frames.contains([.hidden, .theme]), cue.tokens.count > 1, let this = thisKnown(cue) { return this }
        guard cue.frames.contains(.clause), i >= text.unit(of: cue.head).lowerBound, text.isA(.demonstrative, i), text.head[i] == cue.head,
            !text.isA(.about, i - 1), text.token(i).deprel == .obj || text.token(cue.head).feats.gender != .neuter,
            text.token(cue.head).feats.verbForm == .finite, hasSubject(after: cue.head)
        else { return nil }
        return FrameMatch(rule: "demonstrative", content: [i..<cue.head], standsForBefore: true)
    }

    /// «Это стало известно из записи»
    private func thisKnown(_ cue: Cue) -> FrameMatch? {
        let i = cue.tokens.lowerBound - 1
        guard i >= text.unit(of: cue.head).lowerBound, text.isA(.demonstrative, i), !text.isA(.about, i - 1),
            text.token(i).feats.case != .locative
        else { return nil }
        return FrameMatch(rule: "demonstrative", content: [i..<(i + 1)], standsForBefore: true)
    }

    func hasSubject(after verb: Int) -> Bool {
        text.children(of: verb).contains { $0 > verb && text.token($0).deprel == .nsubj }
    }

    private func isTheme(_ i: Int, of cue: Cue, _ entry: CueEntry) -> Bool {
        guard isPreposition(i - 1, of: entry), !hasVerb(between: i, and: cue.head) else { return false }
        return text.head[i] == cue.head || text.head[i] < 0 || text.head[i] != i + 1
    }

    private func hasVerb(between a: Int, and b: Int) -> Bool {
        let (first, last) = (min(a, b) + 1, max(a, b))
        return first < last
            && (first..<last).contains {
                text.token($0).upos == .verb && text.token($0).feats.verbForm == .finite && !text.isAside($0)
            }
    }

    func isPreposition(_ i: Int, of entry: CueEntry) -> Bool {
        guard i >= 0 else { return false }
        if entry.frames.contains(.theme), text.isA(.about, i) || text.isA(.along, i) && text.isA(.topic, i + 1) { return true }
        guard text.token(i).upos == .adposition, !entry.prepositions.isEmpty else { return false }
        return entry.prepositions.contains(folded(text.bytes(i)))
    }
}
