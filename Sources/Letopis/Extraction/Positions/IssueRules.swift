import LetopisText

/// Where a word of wanting keeps its issue: an ordered list of small rules, of which the first that finds one decides.
struct IssueRules {
    let text: SpeechText
    let words: PositionWordFinder
    let ends: ClauseEnd
    /// An issue begins at most so far behind its word.
    static let reach = 14
    /// A clause is climbed at most so high.
    static let height = 4

    /// The rules in their order, with their names.
    private static let all: [(name: String, find: @Sendable (IssueRules, PositionWord) -> PositionIssue?)] = [
        ("equation", { $0.equation($1) }), ("judgement", { $0.judgement($1) }), ("adposition", { $0.adposition($1) }),
        ("passive", { $0.passive($1) }), ("duty", { $0.duty($1) }),
        ("infinitive", { $0.infinitive($1) }), ("clause", { $0.clause($1) }), ("prepositional", { $0.prepositional($1) }),
        ("object", { $0.object($1) }), ("oblique", { $0.oblique($1) }), ("members", { $0.members($1) }), ("subject", { $0.subject($1) }),
    ]

    /// What a word is about; nil where no rule finds it.
    func issue(of word: PositionWord) -> PositionIssue? {
        for rule in Self.all {
            guard var issue = rule.find(self, word) else { continue }
            issue.rule = rule.name
            return issue
        }
        return nil
    }

    // MARK: настаивает, чтобы …

    func clause(_ word: PositionWord) -> PositionIssue? {
        let unit = text.unit(of: word.head), first = word.tokens.upperBound
        for i in first..<max(first, min(unit.upperBound, first + Self.reach)) {
            if text.isMark(.comma, i - 1), word.entry.markers.contains(folded(text.bytes(i))), text.token(i).upos != .adposition {
                guard isAnnounced(i - 1, word) else { return nil }
                let end = ends.end(ofClauseAt: i, verb: word.head)
                return i + 1 < end ? phrase((i + 1)..<end, head: i + 1, nominal: false) : nil
            }
            if isFinite(i) || text.isMark(.colon, i) || isBinding(i, word) { return nil }
        }
        return nil
    }

    /// Whether the clause behind a comma is what the word is about: «против того, чтобы» of «выступил против», any «чтобы» of «требует».
    func isAnnounced(_ comma: Int, _ word: PositionWord) -> Bool {
        if comma > 1, text.isA(.correlative, comma - 1) { return word.entry.markers.contains(folded(text.bytes(comma - 2))) }
        return !word.entry.companions.contains { word.entry.markers.contains($0) }
    }

    /// «за мир, чтобы …»: a preposition of the issue that binds a noun, not the «том» of a clause.
    func isBinding(_ i: Int, _ word: PositionWord) -> Bool {
        text.token(i).upos == .adposition && word.entry.markers.contains(folded(text.bytes(i))) && !text.isA(.correlative, i + 1)
    }

    /// Whether a word's clause names what it depends on: «если …», «при условии …», «в случае …», «лишь при …».
    func hasProviso(_ i: Int) -> Bool {
        text.children(of: i).contains { child in
            if words.isA(.proviso, form: child), hasCase(child) { return true }
            if text.children(of: child).contains(where: { text.token($0).deprel == .case && isProvisoPhrase($0) }) { return true }
            return child > i && [.advcl, .conj, .parataxis].contains(text.token(child).deprel)
                && text.children(of: child).contains { text.token($0).deprel == .mark && words.isA(.proviso, form: $0) }
        }
    }

    /// «в случае», which the tree may take for one preposition.
    private func isProvisoPhrase(_ preposition: Int) -> Bool {
        text.children(of: preposition).contains { text.token($0).deprel == .fixed && words.isA(.proviso, form: $0) }
    }

    /// «был», as a copula in the past.
    func isPast(_ i: Int) -> Bool { [.cop, .aux].contains(text.token(i).deprel) && text.token(i).feats.tense == .past }

    // MARK: призвал отменить …

    func infinitive(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.infinitive), let verb = infinitive(under: word.head) ?? nextInfinitive(word),
            !words.isA(.idle, lemma: verb), word.stance != .rejects || !isAnswer(verb)
        else { return nil }
        return phrase(infinitivePhrase(verb, after: word.head), head: verb, nominal: false)
    }

    /// «отвечать на вопрос».
    func isAnswer(_ verb: Int) -> Bool { text.children(of: verb).contains { words.isA(.asked, lemma: $0) && hasCase($0) } }

    func infinitive(under i: Int) -> Int? {
        let own = text.children(of: i).filter { isInfinitive($0) && ![.conj, .parataxis].contains(text.token($0).deprel) && !isMarked($0) }
        return own.first { $0 > i } ?? own.first
    }

    /// «чтобы вывести»: an aim, or the clause's own business.
    func isMarked(_ i: Int) -> Bool { text.children(of: i).contains { text.token($0).deprel == .mark } }

    /// The infinitive that comes next and belongs to the word by some way, where the tree puts another word between.
    func nextInfinitive(_ word: PositionWord) -> Int? {
        let unit = text.unit(of: word.head), first = word.tokens.upperBound
        for i in first..<max(first, min(unit.upperBound, first + Self.reach)) {
            if isInfinitive(i) { return hangs(i, on: word.head) ? i : nil }
            if isFinite(i) || !text.isWord(i) && !text.isMark(.quotationMark, i) { return nil }
        }
        return nil
    }

    func infinitivePhrase(_ verb: Int, after word: Int) -> Range<Int> {
        var start = verb
        while start - 1 > word, text.head[start - 1] == verb, [.adverb, .particle, .auxiliary].contains(text.token(start - 1).upos) {
            start -= 1
        }
        return start..<runEnd(from: verb)
    }

    // MARK: выступил против …

    func prepositional(_ word: PositionWord) -> PositionIssue? {
        for marker in word.entry.markers {
            // «обратился к Риге с призывом»: Riga is asked, and no issue.
            let lenders = word.entry.towardMarkers.contains(marker) ? [] : lender(of: word)
            guard
                let noun = (heads(of: word) + lenders).lazy.compactMap({ noun(with: marker, under: $0) }).first(where: {
                    $0 != word.head
                })
            else { continue }
            return nominal(noun, of: word.head, isThing: word.entry.frames.contains(.thing))
        }
        return nil
    }

    /// The noun that a preposition binds to a word: its own, or that of a noun of its own where the tree errs.
    func noun(with marker: [UInt8], under i: Int) -> Int? {
        let own = Array(text.children(of: i).filter(isBound).prefix(Self.reach))
        if let noun = own.first(where: { isCase(marker, of: $0) && !isPerson($0) }) { return noun }
        for above in own where above > i {
            if let noun = text.children(of: above).first(where: { $0 > above && isBound($0) && isCase(marker, of: $0) && isPerson(above) })
            {
                return noun
            }
        }
        return nil
    }

    func isBound(_ i: Int) -> Bool {
        [.obl, .nmod, .iobj, .obj, .xcomp, .advcl, .acl, .ccomp, .conj, .oblAgent].contains(text.token(i).deprel)
    }

    func isCase(_ marker: [UInt8], of i: Int) -> Bool {
        text.children(of: i).contains { text.token($0).deprel == .case && folded(text.bytes($0)) == marker }
    }

    // MARK: поддержал план

    func object(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.object), word.entry.frames.isDisjoint(with: [.good, .bad]) else { return nil }
        guard let noun = text.children(of: word.head).first(where: { text.token($0).deprel == .obj }) else { return nil }
        return nominal(noun, of: word.head)
    }

    // MARK: требование отставки, недоволен планом

    func oblique(_ word: PositionWord) -> PositionIssue? {
        let frames = word.entry.frames
        let cases: [(PositionFrames, Case)] = [(.genitive, .genitive), (.dative, .dative), (.instrumental, .instrumental)]
        for (frame, form) in cases where frames.contains(frame) {
            if let noun = bare(form, under: word) { return nominal(noun, of: word.head) }
        }
        return nil
    }

    /// The word and the nouns that belong to it: «наложил вето».
    func heads(of word: PositionWord) -> [Int] { [word.head] + word.tokens.filter { $0 != word.head && text.token($0).upos == .noun } }

    /// The verb that lends itself to a noun, to which the tree may bind what is the noun's: «выразил протест против визита».
    func lender(of word: PositionWord) -> [Int] {
        let above = text.head[word.head]
        return word.entry.frames.contains(.noun) && above >= 0 && words.isA(.light, lemma: above) ? [above] : []
    }

    /// A noun in a case without a preposition, of the word or of a noun that belongs to it: «выступил в защиту плана».
    func bare(_ form: Case, under word: PositionWord) -> Int? {
        for head in heads(of: word) {
            let noun = text.children(of: head).first { child in
                isBound(child) && !word.tokens.contains(child) && text.token(child).deprel != .conj && text.token(child).feats.case == form
                    && !hasCase(child)
                    && !isHolder(child, word)
            }
            if let noun { return noun }
        }
        return nil
    }

    /// «требование Киева»: whose it is, not what it is about.
    func isHolder(_ i: Int, _ word: PositionWord) -> Bool {
        word.entry.frames.contains(.noun) && (isPerson(i) || text.nameOf[i] >= 0)
    }

    // MARK: не нравится план

    func subject(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.subject) else { return nil }
        guard let noun = text.children(of: word.head).first(where: { [.nsubj, .nsubjPass].contains(text.token($0).deprel) }) else {
            return nil
        }
        return nominal(displaced(noun, by: word.head) ?? noun, of: word.head)
    }

    /// The object that is the subject in truth: the tagger takes «договор» of «Ригу не устраивает договор» for the object.
    func displaced(_ subject: Int, by verb: Int) -> Int? {
        guard text.token(subject).feats.case == .accusative else { return nil }
        return text.children(of: verb).first { text.token($0).deprel == .obj }
    }

    // MARK: переговоры должны быть возобновлены

    /// What is said that must be done, whoever does it; or that there must be. On a day that is named it is a timetable.
    func duty(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.obliged), word.stance == word.entry.stance, !text.isA(.negation, word.head - 1),
            let subject = text.children(of: word.head).first(where: { [.nsubj, .nsubjPass].contains(text.token($0).deprel) }),
            !isPerson(subject), !text.children(of: word.head).contains(where: isPast),
            let verb = text.children(of: word.head).first(where: { text.token($0).deprel == .xcomp && $0 > word.head })
        else { return nil }
        if words.isA(.being, lemma: verb), subject > verb { return nominal(subject, of: word.head) }
        guard text.token(verb).feats.verbForm == .participle, text.token(verb).feats.isPassive, subject < word.head else { return nil }
        let start = text.nounPhrase(subject).lowerBound, end = runEnd(from: verb)
        guard !(start..<end).contains(where: { text.isA(.time, $0) || words.isA(.deadline, lemma: $0) }) else { return nil }
        return phrase(start..<end, head: verb, nominal: false)
    }

    // MARK: план, поддержанный Киевом

    func passive(_ word: PositionWord) -> PositionIssue? {
        guard word.isPassive, word.entry.frames.contains(.object), word.entry.frames.isDisjoint(with: [.good, .bad]) else { return nil }
        guard let noun = text.children(of: word.head).first(where: { text.token($0).deprel == .nsubjPass }) else { return nil }
        return nominal(noun, of: word.head)
    }
}
