import LetopisText

/// Who has a position, and whom it is addressed to, as the article puts it: an ordered list of small rules.
struct HolderRules {
    let text: SpeechText
    let words: PositionWordFinder
    let issues: IssueRules
    let sources: SourceFinder
    /// Nouns and verbs are climbed at most so high.
    static let height = 6
    /// «оба» stands for two of at most so many sentences before.
    static let back = 3
    /// Of more holders than this in one list, the first ones count.
    static let most = 8

    /// The rules in their order; the first that knows decides. A rule that knows that there is no holder gives an empty list.
    private static let all: [@Sendable (HolderRules, PositionWord) -> [PositionFact.Holder]?] = [
        { $0.adherent($1) }, { $0.nounOwner($1) }, { $0.nounSubject($1) }, { $0.ofAdposition($1) }, { $0.judge($1) },
        { $0.experiencer($1) }, { $0.agent($1) }, { $0.subject($1) },
    ]

    /// Whose position a word tells of; empty where the article does not say.
    func holders(of word: PositionWord) -> [PositionFact.Holder] {
        for rule in Self.all { if let holders = rule(self, word) { return holders } }
        return []
    }

    // MARK: nouns

    /// «Оба – сторонники реформы», «Лунин, противник налога, …».
    func adherent(_ word: PositionWord) -> [PositionFact.Holder]? {
        guard word.entry.frames.contains(.adherent) else { return nil }
        if let subject = text.children(of: word.head).first(where: { text.token($0).deprel == .nsubj && $0 < word.head }) {
            return named(subject)
        }
        let above = text.head[word.head]
        guard above >= 0 else { return [] }
        if text.token(word.head).deprel == .appos, text.isNominal(above), text.nameOf[above] >= 0 { return named(above) }
        if text.token(word.head).feats.case == .instrumental, issues.isCopula(above) { return ofVerb(above) }
        return []
    }

    /// «требование Киева», «наш приоритет», «его отказ», «приоритет для Киева».
    func nounOwner(_ word: PositionWord) -> [PositionFact.Holder]? {
        isNoun(word) ? owner(of: word.head) ?? ownerOfWords(word.head) : nil
    }

    func owner(of noun: Int) -> [PositionFact.Holder]? {
        for child in text.children(of: noun) {
            if [.det, .nmod, .amod].contains(text.token(child).deprel), let owner = possessive(child) { return owner }
            if text.token(child).feats.case == .genitive || text.nameOf[child] >= 0, text.token(child).deprel == .nmod, isParty(child),
                !issues.hasCase(child)
            {
                return named(child)
            }
        }
        return nil
    }

    /// «наш», «его»; nil for «свой», which is the subject's, and for what is no possessive.
    func possessive(_ i: Int) -> [PositionFact.Holder]? {
        if words.isA(.speaker, lemma: i) { return [.speaker] }
        return text.isA(.thirdPerson, i) ? [.mention(sources.mention(i))] : nil
    }

    /// «выдвинул требование», «давил с требованием», «ушёл из-за несогласия»: the subject of the verb that a noun goes with.
    func nounSubject(_ word: PositionWord) -> [PositionFact.Holder]? {
        guard isNoun(word) else { return nil }
        if word.entry.frames.contains(.equation) { return equated(word) }
        if isSought(word.head) { return [] }
        if let place = possessor(of: word.head) { return named(place) }
        guard let verb = verb(above: word.head, free: word.entry.frames.contains(.free)) else { return [] }
        return ofVerb(verb)
    }

    /// «у Киева нет намерения»: whoever has or lacks what a noun tells of.
    func possessor(of noun: Int) -> Int? {
        let above = text.head[noun]
        for i in [noun, above] where i >= 0 {
            let owner = text.children(of: i).first { isParty($0) && text.children(of: $0).contains { words.isA(.possessor, form: $0) } }
            if let owner, isLack(noun, above) { return owner }
        }
        return nil
    }

    func isLack(_ noun: Int, _ above: Int) -> Bool {
        words.isA(.denial, form: max(0, noun - 1)) || above >= 0 && words.isA(.denial, form: above)
    }

    /// Whose priority it is that something is: the caller's, or whoever says so.
    func equated(_ word: PositionWord) -> [PositionFact.Holder] {
        let above = text.head[word.head]
        if above >= 0, issues.isCopula(above), text.token(above).upos == .verb {
            let subject = text.children(of: above).first { text.token($0).deprel == .nsubj && isParty($0) }
            if let subject, text.children(of: above).contains(where: { text.token($0).deprel == .obj || issues.isInfinitive($0) }) {
                return named(subject)
            }
        }
        // «интрига, целью которой является …»: whose it is, is a thing.
        if text.children(of: word.head).contains(where: { text.isA(.relative, $0) }) { return [] }
        // «Главная цель – мир, сказал Лунин» is his; «мир – цель века» is nobody's.
        return text.token(word.head).deprel != .root || issues.isFirst(word.head) ? [.judge] : []
    }

    /// The verb whose subject has what a noun tells of.
    func verb(above noun: Int, free: Bool) -> Int? {
        var at = noun
        for _ in 0..<Self.height {
            let relation = text.token(at).deprel, above = text.head[at]
            guard above >= 0, ![.nsubj, .nsubjPass].contains(relation) else { return nil }
            if text.token(above).upos == .verb || text.token(above).feats[.variant] == 1 {
                let lends = free || words.isA(.light, lemma: above) || relation != .obj && isCompanion(at) && !words.isWord(above)
                return lends ? above : nil
            }
            guard free || words.isA(.light, lemma: above) else { return nil }
            at = above
        }
        return nil
    }

    /// «слова Лунина о необходимости …»: the owner of the words that hold a noun.
    func ownerOfWords(_ noun: Int) -> [PositionFact.Holder]? {
        let above = text.head[noun]
        if above >= 0, text.token(above).upos == .noun, words.isA(.light, lemma: above) { return owner(of: above) }
        // The tree may bind «о необходимости» elsewhere: the nouns right before it tell.
        guard noun > 1, text.token(noun - 1).upos == .adposition, text.unitOf[noun - 2] == text.unitOf[noun] else { return nil }
        var at = noun - 2
        for _ in 0..<Self.height where at >= 0 && [.noun, .properNoun].contains(text.token(at).upos) {
            if text.token(at).upos == .noun, words.isA(.light, lemma: at) { return owner(of: at) }
            at = text.head[at]
        }
        return nil
    }

    /// «обратился за одобрением»: nobody has it yet.
    func isSought(_ noun: Int) -> Bool {
        text.children(of: noun).contains { text.token($0).deprel == .case && words.isA(.sought, form: $0) }
    }

    /// «с требованием»: with the preposition of company.
    func isCompanion(_ noun: Int) -> Bool {
        text.children(of: noun).contains { text.token($0).deprel == .case && words.isA(.company, form: $0) }
    }

    // MARK: verbs and predicates

    /// The subject of the noun whose preposition is the predicate.
    func ofAdposition(_ word: PositionWord) -> [PositionFact.Holder]? {
        guard word.entry.frames.contains(.adposition) else { return nil }
        let noun = text.head[word.head]
        guard noun >= 0, let subject = issues.predicateSubject(noun) else { return [] }
        return named(subject).map { holder in
            guard case .mention(var mention) = holder, mention.tokens.lowerBound < word.head, mention.tokens.upperBound > word.head else {
                return holder
            }
            mention.tokens = mention.tokens.lowerBound..<word.head
            mention.span = text.span(mention.tokens)
            return .mention(mention)
        }
    }

    /// «решение неприемлемо»: for the one named, or for whoever says so.
    func judge(_ word: PositionWord) -> [PositionFact.Holder]? {
        if word.entry.frames.contains(.obliged) { return obliged(word) == nil && issues.duty(word) == nil ? [] : [.judge] }
        guard word.entry.frames.contains(.holderSpeaker) else { return nil }
        let named = text.children(of: word.head).first { isParty($0) && text.children(of: $0).contains { words.isA(.behalf, form: $0) } }
        return named.map(self.named) ?? [.judge]
    }

    /// «Рига должна открыть границу»: the country or body of which that is said.
    func obliged(_ word: PositionWord) -> Int? {
        // «должен был»: what was missed is wanted no more.
        if text.children(of: word.head).contains(where: { issues.isPast($0) }) { return nil }
        return text.children(of: word.head).first {
            [.nsubj, .nsubjPass].contains(text.token($0).deprel) && text.nameOf[$0] >= 0 && !issues.isPerson($0)
        }
    }

    /// «Киеву не нравится», «Киев не устраивает».
    func experiencer(_ word: PositionWord) -> [PositionFact.Holder]? {
        if word.entry.frames.contains(.holderDative) {
            let indirect = text.children(of: word.head).first { text.token($0).deprel == .iobj && !issues.hasCase($0) }
            return (bare(.dative, under: word.head) ?? indirect).map(named) ?? []
        }
        guard word.entry.frames.contains(.holderObject) else { return nil }
        let subject = text.children(of: word.head).first { text.token($0).deprel == .nsubj }
        if let subject, issues.displaced(subject, by: word.head) != nil { return named(subject) }
        let object = text.children(of: word.head).first { text.token($0).deprel == .obj }
        return (object ?? bare(.accusative, under: word.head)).map(named) ?? []
    }

    /// «план поддержан Киевом».
    func agent(_ word: PositionWord) -> [PositionFact.Holder]? {
        guard word.isPassive else { return nil }
        let agent = bare(.instrumental, under: word.head)
        return agent.flatMap { isParty($0) ? named($0) : nil } ?? []
    }

    func subject(_ word: PositionWord) -> [PositionFact.Holder]? { ofVerb(word.head) }

    /// The subject of a verb, its own or the one that it shares; whoever speaks, where it stands in the first person.
    func ofVerb(_ verb: Int) -> [PositionFact.Holder] {
        if isFirstPerson(verb) { return [.speaker] }
        if let subject = listed(verb) ?? nominative(verb) ?? sources.subject(of: verb) ?? counted(verb) { return named(subject) }
        let cue = Cue(entry: .word(CueEntry(name: "", frames: [], act: .say)), head: verb, tokens: verb..<(verb + 1))
        return sources.source(of: cue).mention.map { [.mention($0)] } ?? []
    }

    /// «Министры Лунин и Берг договорились»: a subject that names its people.
    private func listed(_ verb: Int) -> Int? {
        text.children(of: verb).first { text.token($0).deprel == .nsubj && !text.people(namedBy: $0).isEmpty }
    }

    /// «Рига на фоне санкций США не видит смысла»: of two subjects, the one that is not in the genitive.
    private func nominative(_ verb: Int) -> Int? {
        let subjects = text.children(of: verb).filter { text.token($0).deprel == .nsubj }
        guard subjects.count > 1, subjects.contains(where: { text.token($0).feats.case == .genitive }) else { return nil }
        return subjects.first { text.token($0).feats.case == .nominative }
    }

    /// «несколько музеев»: a subject in the genitive of a number.
    func counted(_ verb: Int) -> Int? {
        text.children(of: verb).first { child in
            text.token(child).deprel == .nsubj
                && text.children(of: child).contains { [.nummodGov, .nummod].contains(text.token($0).deprel) }
        }
    }

    func isFirstPerson(_ verb: Int) -> Bool {
        text.token(verb).feats.person == 1
            || text.children(of: verb).contains { text.token($0).deprel == .aux && text.token($0).feats.person == 1 }
    }

    /// A noun in a case without a preposition.
    func bare(_ form: Case, under i: Int) -> Int? {
        text.children(of: i).first { child in
            [.iobj, .obl, .obj, .nmod, .oblAgent].contains(text.token(child).deprel) && text.token(child).feats.case == form
                && !issues.hasCase(child)
        }
    }
}
