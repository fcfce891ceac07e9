import LetopisText

// «сообщили в полиции», «говорится в заявлении ведомства», «следует из отчёта»: sources that are no subjects.
extension SourceFinder {
    /// No subject: «сообщили в полиции», «говорят», or one left out that the verb's form tells of.
    func withoutSubject(_ verb: Int) -> Answer {
        let feats = text.token(verb).feats
        if feats.number == .plural, feats.verbForm == .finite || feats[.variant] == 1 {
            return place(of: verb) ?? placeBeside(verb) ?? placeOfFellow(verb) ?? Answer(hidden: true)
        }
        guard feats.verbForm == .finite || feats.verbForm == .converb || feats[.variant] == 1, feats.gender != .neuter else {
            return Answer()
        }
        let mention = SourceMention(span: nil, head: verb, tokens: verb..<verb, form: .zero, gender: feats.gender, number: feats.number)
        return Answer(mention: mention)
    }

    /// «В банке сообщили о потерях и считают их большими»: the place of the verb that a verb without a subject is joined to.
    private func placeOfFellow(_ verb: Int) -> Answer? {
        let fellow = text.head[verb]
        guard fellow >= 0, fellow < verb, text.token(verb).deprel == .conj, text.token(fellow).feats.verbForm == .finite,
            text.token(fellow).feats.number == .plural, subject(of: fellow) == nil
        else { return nil }
        return place(of: fellow) ?? placeBeside(fellow)
    }

    /// «Пожар в порту Сомово потушен, сообщили газете в штабе»: the place behind a plural verb, whose subject stands in no other clause.
    func placeBehind(_ verb: Int) -> Answer? {
        let feats = text.token(verb).feats
        guard feats.number == .plural, feats.verbForm == .finite,
            !text.children(of: verb).contains(where: { text.token($0).deprel == .nsubj }),
            let found = place(of: verb) ?? placeBeside(verb), let mention = found.mention, mention.head > verb
        else { return nil }
        return found
    }

    /// The body or the writing in which it is said: «в пресс-службе», «в заявлении ведомства», «на сайте МИД».
    func place(of verb: Int) -> Answer? {
        for child in text.children(of: verb)
        where [.obl, .nmod, .iobj].contains(text.token(child).deprel) && (isInside(child) || isOutOf(child)) {
            if text.isA([.time, .during], child) || isApart(child, from: verb) { continue }
            if text.isA(.relative, child) {
                guard text.head[verb] >= 0, text.isNominal(text.head[verb]) else { continue }
                return Answer(mention: mention(owner(of: text.head[verb]) ?? author(of: text.head[verb]) ?? text.head[verb]))
            }
            if lexicon.channel(ofLemma: text.lemma(child)) != nil {
                return Answer(mention: mention(owner(of: child).flatMap { canTell(mention($0)) ? $0 : nil } ?? child))
            }
            let isMany = text.token(child).feats.number == .plural && !lexicon.classes(of: text.lemma(child)).contains(.body)
            if text.nameOf[child] >= 0 || text.token(child).feats.animacy == .inanimate && !isMany {
                return Answer(mention: mention(child))
            }
        }
        return nil
    }

    /// Whether a comma stands between a place and its verb, unless a participle's words do: «В статье, вышедшей в мае, говорится».
    private func isApart(_ place: Int, from verb: Int) -> Bool {
        guard place < verb, (place..<verb).contains(where: { text.isMark(.comma, $0) }) else { return false }
        let isAttribute = text.isMark(.comma, place + 1) && text.token(place + 2).feats.verbForm == .participle && place + 2 < verb
        guard isAttribute else { return true }
        let end = (place + 2..<verb).last { text.isMark(.comma, $0) } ?? verb
        return !(text.high[place + 2] - 1...text.high[place + 2] + 1).contains(end)
    }

    /// «Власти ждут саммита, однако в Риге заявили, что …»: the place with which a clause of its own begins, right before a plural verb.
    func placeOpening(_ verb: Int) -> Answer? {
        let feats = text.token(verb).feats, unit = text.unit(of: verb), first = verb - 2
        guard feats.number == .plural, feats.verbForm == .finite, unit.contains(first - 2), text.isA(.inside, first),
            text.isMark(.comma, first - 1) || text.isA(.adversative, first - 1) && text.isMark(.comma, first - 2),
            !text.children(of: verb).contains(where: { [.nsubj, .nsubjPass].contains(text.token($0).deprel) }),
            text.nameOf[verb - 1] >= 0 || lexicon.classes(of: text.lemma(verb - 1)).contains(.body),
            let place = place(of: verb) ?? placeBeside(verb), place.mention?.head == verb - 1
        else { return nil }
        return place
    }

    /// «Судья вынес постановление, согласно которому …», «Банк дал справку, в которой говорится …»: whoever made a writing, not who «получил письмо».
    func author(of noun: Int) -> Int? {
        let verb = text.head[noun]
        guard verb >= 0, text.token(noun).deprel == .obj, text.token(verb).feats.verbForm == .finite,
            lexicon.classes(of: text.lemma(verb)).contains(.issuing),
            lexicon.channel(ofLemma: text.lemma(noun)) != nil || lexicon.classes(of: text.lemma(noun)).contains(.writing),
            let subject = subject(of: verb), canTell(mention(subject))
        else { return nil }
        return subject
    }

    /// «В Кремле заявили»: a place right before or behind a verb, where the tree hangs it elsewhere.
    func placeBeside(_ verb: Int) -> Answer? {
        let unit = text.unit(of: verb)
        for noun in [verb - 1, verb + 2] where unit.contains(noun) && unit.contains(noun - 1) {
            let token = text.token(noun)
            guard [.noun, .properNoun].contains(token.upos), token.feats.case == .locative, text.isA(.inside, noun - 1),
                !text.isA(.time, noun)
            else { continue }
            return Answer(mention: mention(noun))
        }
        let behind = (verb + 2..<max(verb + 2, min(verb + 7, unit.upperBound))).first { i in
            opensPlace(before: i, behind: verb) && text.token(i).upos == .noun
                && text.token(i).feats.case == .locative && lexicon.classes(of: text.lemma(i)).contains(.body)
        }
        return behind.map { Answer(mention: mention($0)) }
    }

    /// «в», or «в» and adjectives: «в городском суде».
    private func opensPlace(before noun: Int, behind verb: Int) -> Bool {
        var i = noun - 1
        while i > verb + 1, text.token(i).upos == .adjective, text.token(i).feats.case == .locative { i -= 1 }
        return text.isA(.inside, i) && text.token(i).upos == .adposition
    }

    func isInside(_ i: Int) -> Bool {
        guard text.token(i).feats.case != .accusative else { return false }
        return text.children(of: i).contains { text.token($0).deprel == .case && text.isA(.inside, $0) }
    }

    /// «следует из отчёта»: a writing that words are taken from.
    private func isOutOf(_ i: Int) -> Bool {
        guard text.children(of: i).contains(where: { text.token($0).deprel == .case && text.isA(.outOf, $0) }) else { return false }
        return lexicon.classes(of: text.lemma(i)).contains(.writing) || lexicon.channel(ofLemma: text.lemma(i)) != nil
    }

    /// Whose a piece of writing is: «заявлении министерства», «пресс-релизе, выпущенном прокурором».
    func owner(of channel: Int) -> Int? {
        for child in text.children(of: channel) where child > channel {
            let token = text.token(child)
            if (channel + 1..<child).prefix(6).contains(where: { text.token($0).upos == .adposition || text.isMark(.comma, $0) }) {
                guard token.feats.verbForm == .participle else { continue }
            }
            if [.nmod, .appos, .flat].contains(token.deprel), token.feats.case == .genitive || text.nameOf[child] >= 0, !hasCase(child) {
                return child
            }
            if token.feats.verbForm == .participle, token.feats.isPassive, let agent = agentToken(of: child) { return agent }
        }
        return nil
    }

    /// Whether a noun only stands for what somebody gives: «согласно имеющейся информации».
    func isCarrier(_ i: Int) -> Bool { lexicon.classes(of: text.lemma(i)).contains(.carrier) }

    /// Where a participle says that words went round: «обсуждавшейся в прессе».
    func placeOfParticiple(after start: Int) -> Int? {
        guard start + 2 < text.count, text.token(start).feats.verbForm == .participle, text.isA(.inside, start + 1) else { return nil }
        return (start + 2..<min(text.count, start + 6)).first {
            text.isNominal($0) && [.locative, nil].contains(text.token($0).feats.case)
        }
    }

    private func hasCase(_ i: Int) -> Bool { text.children(of: i).contains { text.token($0).deprel == .case } }

    private func agentToken(of verb: Int) -> Int? {
        text.children(of: verb).first { child in
            let token = text.token(child)
            return [.obl, .oblAgent, .iobj, .nmod].contains(token.deprel) && token.feats.case == .instrumental && !hasCase(child)
                && (token.feats.animacy == .animate || text.nameOf[child] >= 0)
        }
    }

    func agent(of verb: Int) -> Answer? { agentToken(of: verb).map { Answer(mention: mention($0)) } }
}
