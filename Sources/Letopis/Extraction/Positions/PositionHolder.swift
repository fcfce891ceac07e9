import LetopisText

/// Who has a position, and whom it is addressed to, as the article puts it: an ordered list of small rules.
struct HolderRules {
    let text: SpeechText
    let words: PositionWordFinder
    let issues: IssueRules
    let sources: SourceFinder
    /// Nouns and verbs are climbed at most so high.
    private static let height = 6
    /// «оба» stands for two of at most so many sentences before.
    private static let back = 3
    /// Of more holders than this in one list, the first ones count.
    private static let most = 8

    /// The rules in their order; the first that knows decides. A rule that knows that there is no holder gives an empty list.
    private static let all: [@Sendable (HolderRules, PositionWord) -> [PositionFact.Holder]?] = [
        { $0.adherent($1) }, { $0.nounOwner($1) }, { $0.nounSubject($1) }, { $0.ofAdposition($1) }, { $0.judge($1) }, { $0.experiencer($1) }, { $0.agent($1) }, { $0.subject($1) },
    ]

    /// Whose position a word tells of; empty where the article does not say.
    func holders(of word: PositionWord) -> [PositionFact.Holder] {
        for rule in Self.all { if let holders = rule(self, word) { return holders } }
        return []
    }

    // MARK: nouns

    /// «Оба – сторонники реформы», «Лунин, противник налога, …».
    private func adherent(_ word: PositionWord) -> [PositionFact.Holder]? {
        guard word.entry.frames.contains(.adherent) else { return nil }
        if let subject = text.children(of: word.head).first(where: { text.token($0).deprel == .nsubj && $0 < word.head }) { return named(subject) }
        let above = text.head[word.head]
        guard above >= 0 else { return [] }
        if text.token(word.head).deprel == .appos, text.isNominal(above), text.nameOf[above] >= 0 { return named(above) }
        if text.token(word.head).feats.case == .instrumental, issues.isCopula(above) { return ofVerb(above) }
        return []
    }

    /// «требование Киева», «наш приоритет», «его отказ», «приоритет для Киева».
    private func nounOwner(_ word: PositionWord) -> [PositionFact.Holder]? {
        isNoun(word) ? owner(of: word.head) ?? ownerOfWords(word.head) : nil
    }

    private func owner(of noun: Int) -> [PositionFact.Holder]? {
        for child in text.children(of: noun) {
            if [.det, .nmod, .amod].contains(text.token(child).deprel), let owner = possessive(child) { return owner }
            if text.token(child).feats.case == .genitive || text.nameOf[child] >= 0, text.token(child).deprel == .nmod, isParty(child), !issues.hasCase(child) {
                return named(child)
            }
        }
        return nil
    }

    /// «наш», «его»; nil for «свой», which is the subject's, and for what is no possessive.
    private func possessive(_ i: Int) -> [PositionFact.Holder]? {
        if words.isA(.speaker, lemma: i) { return [.speaker] }
        return text.isA(.thirdPerson, i) ? [.mention(sources.mention(i))] : nil
    }

    /// «выдвинул требование», «давил с требованием», «ушёл из-за несогласия»: the subject of the verb that a noun goes with.
    private func nounSubject(_ word: PositionWord) -> [PositionFact.Holder]? {
        guard isNoun(word) else { return nil }
        if word.entry.frames.contains(.equation) { return equated(word) }
        if let place = possessor(of: word.head) { return named(place) }
        guard let verb = verb(above: word.head, free: word.entry.frames.contains(.free)) else { return [] }
        return ofVerb(verb)
    }

    /// «у Киева нет намерения»: whoever has or lacks what a noun tells of.
    private func possessor(of noun: Int) -> Int? {
        let above = text.head[noun]
        for i in [noun, above] where i >= 0 {
            let owner = text.children(of: i).first { isParty($0) && text.children(of: $0).contains { words.isA(.possessor, form: $0) } }
            if let owner, isLack(noun, above) { return owner }
        }
        return nil
    }

    private func isLack(_ noun: Int, _ above: Int) -> Bool { words.isA(.denial, form: max(0, noun - 1)) || above >= 0 && words.isA(.denial, form: above) }

    /// Whose priority it is that something is: the caller's, or whoever says so.
    private func equated(_ word: PositionWord) -> [PositionFact.Holder] {
        let above = text.head[word.head]
        if above >= 0, issues.isCopula(above), text.token(above).upos == .verb {
            let subject = text.children(of: above).first { text.token($0).deprel == .nsubj && isParty($0) }
            if let subject, text.children(of: above).contains(where: { text.token($0).deprel == .obj || issues.isInfinitive($0) }) { return named(subject) }
        }
        // «интрига, целью которой является …»: whose it is, is a thing.
        if text.children(of: word.head).contains(where: { text.isA(.relative, $0) }) { return [] }
        // «Главная цель – мир, сказал Лунин» is his; «мир – цель века» is nobody's.
        return text.token(word.head).deprel != .root || issues.isFirst(word.head) ? [.speaker] : []
    }

    /// The verb whose subject has what a noun tells of.
    private func verb(above noun: Int, free: Bool) -> Int? {
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
    private func ownerOfWords(_ noun: Int) -> [PositionFact.Holder]? {
        let above = text.head[noun]
        guard above >= 0, text.token(above).upos == .noun, words.isA(.light, lemma: above) else { return nil }
        return owner(of: above)
    }

    /// «с требованием»: with the preposition of company.
    private func isCompanion(_ noun: Int) -> Bool {
        text.children(of: noun).contains { text.token($0).deprel == .case && words.isA(.company, form: $0) }
    }

    // MARK: verbs and predicates

    /// The subject of the noun whose preposition is the predicate.
    private func ofAdposition(_ word: PositionWord) -> [PositionFact.Holder]? {
        guard word.entry.frames.contains(.adposition) else { return nil }
        let noun = text.head[word.head]
        guard noun >= 0, let subject = text.children(of: noun).first(where: { text.token($0).deprel == .nsubj }) else { return [] }
        return named(subject)
    }

    /// «решение неприемлемо»: for the one named, or for whoever says so.
    private func judge(_ word: PositionWord) -> [PositionFact.Holder]? {
        guard word.entry.frames.contains(.holderSpeaker) else { return nil }
        let named = text.children(of: word.head).first { isParty($0) && text.children(of: $0).contains { words.isA(.behalf, form: $0) } }
        return named.map(self.named) ?? [.speaker]
    }

    /// «Киеву не нравится», «Киев не устраивает».
    private func experiencer(_ word: PositionWord) -> [PositionFact.Holder]? {
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
    private func agent(_ word: PositionWord) -> [PositionFact.Holder]? {
        guard word.isPassive else { return nil }
        let agent = bare(.instrumental, under: word.head)
        return agent.flatMap { isParty($0) ? named($0) : nil } ?? []
    }

    private func subject(_ word: PositionWord) -> [PositionFact.Holder]? { ofVerb(word.head) }

    /// The subject of a verb, its own or the one that it shares; whoever speaks, where it stands in the first person.
    private func ofVerb(_ verb: Int) -> [PositionFact.Holder] {
        if isFirstPerson(verb) { return [.speaker] }
        if let subject = sources.subject(of: verb) ?? counted(verb) { return named(subject) }
        let cue = Cue(entry: .word(CueEntry(name: "", frames: [], act: .say)), head: verb, tokens: verb..<(verb + 1))
        return sources.source(of: cue).mention.map { [.mention($0)] } ?? []
    }

    /// «несколько музеев»: a subject in the genitive of a number.
    private func counted(_ verb: Int) -> Int? {
        text.children(of: verb).first { child in
            text.token(child).deprel == .nsubj && text.children(of: child).contains { [.nummodGov, .nummod].contains(text.token($0).deprel) }
        }
    }

    private func isFirstPerson(_ verb: Int) -> Bool {
        text.token(verb).feats.person == 1 || text.children(of: verb).contains { text.token($0).deprel == .aux && text.token($0).feats.person == 1 }
    }

    /// A noun in a case without a preposition.
    private func bare(_ form: Case, under i: Int) -> Int? {
        text.children(of: i).first { child in
            [.iobj, .obl, .obj, .nmod, .oblAgent].contains(text.token(child).deprel) && text.token(child).feats.case == form && !issues.hasCase(child)
        }
    }

    // MARK: mentions

    /// The holder that a token heads, and those that are listed with it.
    private func named(_ token: Int) -> [PositionFact.Holder] {
        let head = predicated(token)
        if words.isA(.couple, form: head) || text.children(of: head).contains(where: { text.token($0).deprel == .nummodGov && words.isA(.couple, form: $0) }) {
            if let both = couple(before: head) { return both }
        }
        if text.token(head).upos == .pronoun, let person = text.token(head).feats.person, person < 3 { return person == 1 ? [.speaker] : [] }
        guard mayHold(head), !text.isA(.negation, text.nounPhrase(head).lowerBound) else { return [] }
        let others = text.children(of: head).filter { text.token($0).deprel == .conj && text.isNominal($0) && isParty($0) }.prefix(Self.most)
        return [.mention(others.isEmpty ? whole(head) : single(head))] + others.map { .mention(single($0)) }
    }

    /// Whom a token stands for within its sentence: «кому» for the noun that its clause hangs on, a predicate for its subject.
    private func predicated(_ token: Int) -> Int {
        let noun = isRelative(token) ? issues.antecedent(of: token) ?? token : token
        guard text.nameOf[noun] < 0 else { return noun }
        return text.children(of: noun).first { text.token($0).deprel == .nsubj && $0 < noun && text.isNominal($0) } ?? noun
    }

    private func isRelative(_ token: Int) -> Bool {
        if text.isA(.relative, token) { return true }
        guard text.token(token).upos == .pronoun, text.token(token).feats.person == nil, text.head[token] >= 0 else { return false }
        return text.token(text.head[token]).deprel == .aclRelcl
    }

    /// The two that «оба» and «они» stand for: the last two people that were named together as subjects, in the sentences just before.
    private func couple(before token: Int) -> [PositionFact.Holder]? {
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

    private func isNamedPerson(_ i: Int) -> Bool { text.nameOf[i] >= 0 && text.analysis.names[text.nameOf[i]].kind == .person || text.children(of: i).contains { text.token($0).deprel == .appos && text.nameOf[$0] >= 0 } }

    /// A mention without the adverb that it begins with: «сразу несколько музеев».
    private func whole(_ head: Int) -> SourceMention {
        var mention = sources.mention(head)
        var start = mention.tokens.lowerBound
        while start < head, [.adverb, .particle].contains(text.token(start).upos) { start += 1 }
        guard start > mention.tokens.lowerBound else { return mention }
        mention.tokens = start..<mention.tokens.upperBound
        mention.span = text.span(mention.tokens)
        return mention
    }

    /// A mention of one of a list alone.
    private func single(_ head: Int) -> SourceMention {
        var mention = sources.mention(head)
        guard mention.form != .pronoun, let next = text.children(of: head).first(where: { text.token($0).deprel == .conj && $0 > head }) else { return mention }
        var end = max(head + 1, min(text.low[next], mention.tokens.upperBound))
        while end - 1 > head, text.token(end - 1).upos == .coordinatingConjunction || text.isMark(.comma, end - 1) { end -= 1 }
        mention.tokens = min(mention.tokens.lowerBound, head)..<end
        mention.span = text.span(mention.tokens)
        return mention
    }

    private func mayHold(_ i: Int) -> Bool {
        guard text.isNominal(i) else { return false }
        return isParty(i) || text.isA(.thirdPerson, i) || text.isA(.relative, i) || text.token(i).upos == .numeral
    }

    /// Whether a token can mean somebody: a name, a living being, or a body that acts.
    func isParty(_ i: Int) -> Bool {
        guard text.isNominal(i), !text.isA([.time, .demonstrative, .correlative], i) else { return false }
        if text.nameOf[i] >= 0 || text.token(i).upos == .properNoun { return true }
        return text.token(i).feats.animacy == .animate || words.isA(.party, lemma: i)
    }

    private func isNoun(_ word: PositionWord) -> Bool { !word.entry.frames.isDisjoint(with: [.noun, .equation]) }
}

// MARK: - The one asked

extension HolderRules {
    /// The one asked, offered or opposed.
    func toward(of word: PositionWord) -> SourceMention? {
        let frames = word.entry.frames
        if frames.contains(.towardDative), let i = bare(.dative, under: word.head), isAddressee(i) { return single(i) }
        if frames.contains(.towardObject), let i = text.children(of: word.head).first(where: { text.token($0).deprel == .obj }), isAddressee(i) { return single(i) }
        let above = text.head[word.head]
        for marker in word.entry.towardMarkers {
            if let i = bound(by: marker, under: word.head) { return single(i) }
            if isNoun(word), above >= 0, let i = bound(by: marker, under: above) { return single(i) }
        }
        return nil
    }

    private func bound(by marker: [UInt8], under i: Int) -> Int? {
        text.children(of: i).first { child in
            isAddressee(child) && text.children(of: child).contains { text.token($0).deprel == .case && folded(text.bytes($0)) == marker }
        }
    }

    private func isAddressee(_ i: Int) -> Bool { isParty(i) || text.isA(.thirdPerson, i) }
}
