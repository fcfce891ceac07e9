import LetopisText

/// The rules for words that keep their issue outside their own clause: nouns that are put equal to it or list it, judgements, predicates.
extension IssueRules {
    // MARK: ряд требований, среди которых …

    /// The first of those that a relative clause without a verb lists.
    func members(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.noun) else { return nil }
        for child in text.children(of: word.head) where text.token(child).deprel == .aclRelcl && text.isNominal(child) {
            if text.children(of: child).contains(where: { text.isA(.relative, $0) && hasCase($0) }) { return nominal(child, of: word.head) }
            // Where the parser takes «которых» for the predicate, what is listed is its subject.
            let subject = text.children(of: child).first { text.token($0).deprel == .nsubj }
            if let subject, text.isA(.relative, child), hasCase(child) { return nominal(subject, of: word.head) }
        }
        return nil
    }

    // MARK: назвал план ошибкой

    /// What is called good or bad: the object, where a word of judgement in the instrumental goes with it.
    func judgement(_ word: PositionWord) -> PositionIssue? {
        let kind = word.entry.frames.intersection([.good, .bad])
        guard !kind.isEmpty, let object = text.children(of: word.head).first(where: { text.token($0).deprel == .obj }) else { return nil }
        guard let verdict = verdict(kind, word, object), var issue = nominal(object, of: word.head) else { return nil }
        issue.isTurned = words.isA(.bad, lemma: verdict)
        if issue.tokens.contains(verdict) {
            issue.tokens = issue.tokens.lowerBound..<max(object + 1, min(verdict, issue.tokens.upperBound))
        }
        return issue
    }

    func verdict(_ kind: PositionFrames, _ word: PositionWord, _ object: Int) -> Int? {
        let unit = text.unit(of: word.head), end = text.nounPhrase(object).upperBound
        return (word.head..<min(unit.upperBound, word.head + Self.reach)).first { i in
            words.isA(kind, lemma: i) && text.token(i).feats.case == .instrumental
                && (hangs(i, on: word.head) || hangs(i, on: object) || i == end)
        }
    }

    // MARK: мы против санкций

    /// The noun of a preposition that is the predicate: it has a subject, and no verb takes it.
    func adposition(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.adposition) else { return nil }
        let noun = text.head[word.head]
        guard noun > word.head, text.token(word.head).deprel == .case,
            text.token(noun).feats.case == (word.entry.frames.contains(.genitive) ? .genitive : .accusative), predicateSubject(noun) != nil
        else { return nil }
        var issue = nominal(noun, of: word.head)
        if let tokens = issue?.tokens { issue?.tokens = max(tokens.lowerBound, word.head + 1)..<max(tokens.upperBound, word.head + 2) }
        return issue
    }

    /// Who is for or against a noun: its subject, or, in a line without a verb, the noun before it («Рига против санкций»).
    func predicateSubject(_ noun: Int) -> Int? {
        let subject = text.children(of: noun).first { text.token($0).deprel == .nsubj }
        if [.root, .ccomp, .conj, .parataxis].contains(text.token(noun).deprel) { return subject }
        let above = text.head[noun], unit = text.unit(of: noun)
        guard above >= 0, above < noun, text.head[above] < 0, text.token(above).feats.case == .nominative, !unit.contains(where: isFinite)
        else { return nil }
        return above
    }

    // MARK: наш приоритет – …

    func equation(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.equation), let other = equal(to: word.head) else { return nil }
        if isInfinitive(other) { return phrase(infinitivePhrase(other, after: -1), head: other, nominal: false) }
        return nominal(other, of: word.head)
    }

    /// What a noun is put equal to: by a dash, or by «является», «называют».
    func equal(to noun: Int) -> Int? {
        let subjects: [Relation] = [.nsubj, .csubj, .nsubjPass, .csubjPass]
        let own = text.children(of: noun).first { subjects.contains(text.token($0).deprel) }
        if let own, text.token(noun).feats.case == .nominative { return isInfinitive(own) || own < noun || hasDash(noun, own) ? own : nil }
        var noun = noun
        // «одним из приоритетов является …»
        if text.token(noun).feats.case == .genitive, hasCase(noun), text.head[noun] >= 0, text.token(text.head[noun]).upos == .numeral {
            noun = text.head[noun]
        }
        let above = text.head[noun]
        guard above >= 0 else { return nil }
        if isCopula(above) {
            let others = subjects + [.obj, .obl, .xcomp]
            return text.children(of: above).first { $0 != noun && others.contains(text.token($0).deprel) && mayEqual($0, noun) }
        }
        guard subjects.contains(text.token(noun).deprel), above > noun, isInfinitive(above) || text.isNominal(above) else { return nil }
        return hasDash(noun, above) ? above : nil
    }

    /// Whether a noun stands before what it is put equal to.
    func isFirst(_ noun: Int) -> Bool { equal(to: noun).map { $0 > noun } ?? false }

    func mayEqual(_ i: Int, _ noun: Int) -> Bool {
        if hasCase(i) { return false }
        if isInfinitive(i) { return true }
        return text.isNominal(i) && text.token(i).feats.case != text.token(noun).feats.case && !isPerson(i)
    }

    func isCopula(_ i: Int) -> Bool { words.isA(.copula, lemma: i) }

    func hasDash(_ a: Int, _ b: Int) -> Bool {
        let (first, last) = (min(a, b), max(a, b))
        return (first..<last).contains { text.isMark(.dash, $0) }
    }
}
