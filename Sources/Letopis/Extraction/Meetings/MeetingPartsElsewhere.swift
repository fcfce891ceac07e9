internal import LetopisText

// Those who take part and are named elsewhere than beside the word of the meeting.
extension MeetingPartRules {
    private static let deepest = 6

    /// «Лунин и Берг, которые встречаются»: the clause of several may hang on any of them.
    func relatives(of verb: Int) -> [Int]? {
        guard text.text.token(verb).deprel == .aclRelcl, text.text.token(verb).feats.number == .plural else { return nil }
        let noun = text.text.head[verb]
        let isSubject = text.dependants(of: verb, [.nsubj]).contains { text.text.isA(.relative, $0) }
        guard noun >= 0, isSubject, text.text.token(noun).feats.number != .plural else { return nil }
        let first = text.text.token(noun).deprel == .conj && text.text.head[noun] >= 0 ? text.text.head[noun] : noun
        let list = text.list(first)
        return list.count > 1 ? list : nil
    }

    /// «Лунин сообщил, что проведёт переговоры»: whoever says so, where the clause has no subject of its own and its verb agrees with him.
    func speakerOfClause(_ verb: Int) -> Int? {
        var at = verb
        for _ in 0..<Self.deepest {
            let token = text.text.token(at), above = text.text.head[at]
            guard above >= 0, text.dependants(of: at, [.nsubj, .nsubjPass]).isEmpty else { return nil }
            if token.deprel == .ccomp { return agreeing(subjectBefore(at, above), at, verb) }
            guard token.deprel == .conj || token.deprel == .xcomp else { return nil }
            at = above
        }
        return nil
    }

    /// Of several clauses that one verb governs, the one before has the subject: «сообщил, что посол уехал, однако вернётся».
    private func subjectBefore(_ clause: Int, _ said: Int) -> Int? {
        let sibling = text.dependants(of: said, [.ccomp]).last { $0 < clause }
        return sources.subject(of: sibling ?? said)
    }

    private func agreeing(_ subject: Int?, _ clause: Int, _ verb: Int) -> Int? {
        guard let subject else { return nil }
        let feats = text.text.token(subject).feats
        let auxiliaries = text.dependants(of: clause, [.aux, .cop]) + text.dependants(of: verb, [.aux, .cop])
        guard let said = ([clause, verb] + auxiliaries).map({ text.text.token($0).feats }).first(where: { $0.verbForm == .finite }) else {
            return nil
        }
        return said.clash(on: .number, with: feats) || said.clash(on: .gender, with: feats) || said.person == 1 ? nil : subject
    }

    /// «Мы продолжим переговоры», «мы с министром»: whoever speaks here, and who is with him.
    func speaker(of verb: Int) -> [MeetingFact.Part]? {
        let own = text.dependants(of: verb, [.nsubj]).first { text.text.isA(.firstPerson, $0) && text.text.token($0).upos == .pronoun }
        return own.map { [ours($0)] + companions(of: $0) }
    }

    /// «наши консультации», «мой разговор».
    func owners(of noun: Int) -> [MeetingFact.Part] {
        text.dependants(of: noun, [.det, .amod]).filter { text.isA(.ours, $0) }.map { ours($0) }
    }

    private func ours(_ token: Int) -> MeetingFact.Part {
        var part = MeetingFact.Part(token: token, rule: "speaker")
        part.isOurs = true
        // «мы с министром» are two: the speaker himself and the minister.
        part.isAlone =
            text.text.token(token).feats.number == .singular && text.text.token(token).upos == .pronoun
            || text.text.isWord(token + 1) && text.isA(.with, token + 1)
        return part
    }

    /// «ослабление позиций Латвии в переговорах с союзом»: whose the noun is that stands just before, wherever the tree hangs the meeting.
    func positionBefore(_ top: Int) -> Int? {
        guard text.has(.during, top), let preposition = text.text.children(of: top).first(where: { text.text.token($0).deprel == .case })
        else {
            return nil
        }
        let whose = preposition - 1
        guard whose > 0, text.text.unitOf[whose] == text.text.unitOf[top], text.text.nameOf[whose] >= 0, text.isIn(.genitive, whose) else {
            return nil
        }
        var noun = text.text.head[whose]
        guard noun >= 0, noun < whose, text.text.token(noun).upos == .noun, text.isBare(whose) else { return nil }
        for _ in 0..<Self.deepest {
            guard text.text.token(noun).upos == .noun else { return whose }
            if text.text.token(noun).feats.animacy == .animate || text.isA(.collective, noun) || text.entry(noun) != nil { return nil }
            if [.nsubj, .nsubjPass].contains(text.text.token(noun).deprel) { return whose }
            noun = text.text.head[noun]
            guard noun >= 0 else { return whose }
        }
        return nil
    }

    /// «переговоры о выходе Латвии из союза», where nobody else is named: Latvia and the union.
    func themeParties(of clause: MeetingClause) -> [MeetingFact.Part] {
        let themes = text.dependants(of: clause.trigger, [.nmod, .obl]).filter { text.isA(.accession, $0) && !text.isBare($0) }
        for theme in themes {
            let whose = genitives(of: theme).filter { text.text.nameOf[$0] >= 0 }
            let union = ([theme] + whose).flatMap { text.dependants(of: $0, [.nmod, .obl]) }.filter {
                text.text.nameOf[$0] >= 0 && !text.isBare($0)
            }
            if let country = whose.first, let union = union.first { return named([country, union], .delegate, "theme-parties") }
        }
        return []
    }

    /// «обсудил вопросы сотрудничества с послом»: a person cooperates with nobody's questions.
    func deeper(_ theme: Int) -> [MeetingFact.Part] {
        var below = [theme], found: [MeetingFact.Part] = []
        for _ in 0..<Self.deepest / 2 where found.isEmpty {
            below = below.flatMap { text.dependants(of: $0, [.nmod]) }.filter { $0 > theme && text.isBare($0) }
            found = below.flatMap { companions(of: $0) }.filter { text.text.token($0.token).feats.animacy == .animate }
        }
        return found
    }

    /// «попросил министров встретиться», «предложил Риге провести переговоры»: those who are asked, and with an offer whoever makes it.
    func asked(to verb: Int) -> [Int]? {
        let above = text.text.head[verb]
        guard above >= 0, text.text.token(verb).feats.verbForm == .infinitive, text.isA([.asks, .offers], above) else { return nil }
        let asked = text.dependants(of: above, [.obj, .iobj, .obl]).filter { i in
            guard text.isBare(i), text.canTakePart(i) else { return false }
            return text.isIn(.dative, i) || text.isA(.asks, above) && text.text.token(i).deprel == .obj
        }
        guard let first = asked.first else { return nil }
        let own = text.isA(.offers, above) && text.entry(verb)?.kind != .visit ? sources.subject(of: above).map { text.list($0) } ?? [] : []
        return own + text.list(first)
    }

    /// «предложил провести переговоры».
    func isOffered(_ verb: Int) -> Bool {
        text.text.head[verb] >= 0 && text.text.token(verb).feats.verbForm == .infinitive && text.isA(.offers, text.text.head[verb])
            && asked(to: verb) == nil
    }

    /// «пригласил посла на встречу»: the object.
    func invited(by verb: Int) -> [MeetingFact.Part] {
        let guests = text.dependants(of: verb, [.obj]).filter { text.text.token($0).feats.animacy == .animate || text.isA(.collective, $0) }
        return named(guests.flatMap { text.list($0) }, .delegate, "takes-part")
    }

    /// «У министра завтра будет встреча с послом».
    func possessors(of clause: MeetingClause) -> [MeetingFact.Part] {
        guard clause.relation == .subject || clause.relation == .none else { return [] }
        let places = [clause.trigger] + [clause.predicate].compactMap { $0 }.filter { text.isA([.light, .plans], $0) }
        let owners = places.flatMap { text.dependants(of: $0, [.obl, .nmod, .iobj]) }.filter {
            text.has(.owned, $0) && text.canTakePart($0)
        }
        return named(owners, .delegate, "possessor")
    }

    /// «В правительстве прошло совещание»: those in whose house it is.
    func insiders(of clause: MeetingClause, _ frames: MeetingLexicon.Frames) -> [MeetingFact.Part] {
        guard let verb = clause.predicate, frames.contains(.inside), clause.owned(in: text).contains(verb) else { return [] }
        var words = [verb]
        if clause.relation == .object, text.text.token(verb).feats.verbForm == .infinitive, text.text.head[verb] >= 0 {
            words.append(text.text.head[verb])
        }
        guard words.allSatisfy({ sources.subject(of: $0) == nil || clause.relation == .subject }) else { return [] }
        let bodies = words.flatMap { text.dependants(of: $0, [.obl]) }.filter {
            text.has(.during, $0) && text.isA(.collective, $0) && text.isIn(.locative, $0)
        }
        return named(bodies, .delegate, "inside")
    }

    // MARK: Hosts

    /// «принял министра», «был принят министром», «собрал министров»: the object is people.
    func guests(of verb: Int, several: Bool) -> [MeetingFact.Part] {
        if text.text.token(verb).feats.isPassive { return several ? [] : received(verb) }
        let guests = objects(of: verb).flatMap { text.list($0) }.filter { i in
            guard text.text.token(i).feats.animacy == .animate || text.isA(.collective, i), text.canTakePart(i) else { return false }
            return !several || text.text.token(i).feats.number == .plural
        }
        // «собрал министров» to somewhere: «в Риге», «в резиденцию».
        let isSomewhere = text.dependants(of: verb, [.obl]).contains { text.has(.during, $0) }
        guard !guests.isEmpty, !several || isSomewhere else { return [] }
        let hosts = subjects(of: verb, "host").map { host in
            var host = host
            (host.part, host.rule) = (.host, "host")
            return host
        }
        return hosts.isEmpty ? [] : hosts + named(guests, .delegate, "host")
    }

    /// «принимает в замке своего гостя»: the tree may hang the guest on the castle.
    private func objects(of verb: Int) -> [Int] {
        let own = text.dependants(of: verb, [.obj])
        guard own.isEmpty else { return own }
        return text.dependants(of: verb, [.obl]).flatMap { text.dependants(of: $0, [.nmod]) }.filter {
            text.text.token($0).feats.animacy == .animate && text.text.token($0).feats.case == .accusative && text.isBare($0)
        }
    }

    private func received(_ verb: Int) -> [MeetingFact.Part] {
        let hosts = text.dependants(of: verb, [.obl, .oblAgent, .nmod]).filter {
            text.isBare($0) && text.isIn(.instrumental, $0) && text.text.token($0).feats.animacy == .animate
        }
        let guests = subjects(of: verb, "host")
        guard !guests.isEmpty, !hosts.isEmpty else { return [] }
        return named(hosts, .host, "host") + guests
    }
}
