internal import LetopisText

/// Finds who takes part in a meeting: one small rule for each way of saying it.
struct MeetingPartRules: Sendable {
    let text: MeetingText
    let sources: SourceFinder
    private static let attached: [Relation] = [.nmod, .obl, .iobj, .oblAgent, .parataxis, .orphan]

    /// The rules' names, as `explain` gives them.
    static let names = [
        "with", "between", "genitive", "mediator", "with-participation", "subject", "light-verb", "takes-part", "clause-subject",
        "visit-subject", "position-at", "delegate-of", "delegate-at", "host", "called", "visitor", "theme-parties", "speaker", "possessor",
        "inside",
    ]

    // MARK: Around a noun

    /// «с послом», «между Ригой и Осло», «глав МИД», «при посредничестве Турции».
    func around(noun clause: MeetingClause, frames: MeetingLexicon.Frames) -> [MeetingFact.Part] {
        var parts: [MeetingFact.Part] = []
        for noun in clause.nouns { parts += companions(of: noun) }
        if frames.isDisjoint(with: [.ofPlace, .theme]) { parts += genitive(of: clause.trigger) }
        if frames.contains(.to) { parts += named(datives(of: clause.trigger), .delegate, "called") }
        parts += owners(of: clause.trigger)
        if let holder = clause.holder, text.has(.during, clause.nouns[clause.nouns.count - 1]) {
            parts += holders(holder, clause.nouns[clause.nouns.count - 1])
        }
        if let predicate = clause.predicate {
            let speaks = clause.owned(in: text).contains(predicate)
            if speaks, clause.relation != .oblique { parts += companions(of: predicate) }
            parts += subject(of: clause, predicate, frames, parts)
        }
        parts += possessors(of: clause)
        return parts.isEmpty ? themeParties(of: clause) + insiders(of: clause, frames) : parts
    }

    /// «с послом», «между Ригой и Осло», «при посредничестве Турции», «с участием министра», on a noun or a verb.
    func companions(of word: Int) -> [MeetingFact.Part] {
        text.dependants(of: word, Self.attached).flatMap { i -> [MeetingFact.Part] in
            if i < word, (i..<word).contains(where: { text.text.isMark(.comma, $0) }) { return [] }
            if text.isA(.mediates, i) { return named(genitives(of: i), .mediator, "mediator") }
            if text.isA(.presence, i), text.has(.during, i) { return named(genitives(of: i), .delegate, "with-participation") }
            if text.isA(.participation, i), text.has(.with, i) { return named(genitives(of: i), .delegate, "with-participation") }
            if text.has(.between, i) { return named(text.list(i), .delegate, "between") }
            return text.has(.with, i) && text.isIn(.instrumental, i) ? named(text.list(i), .delegate, "with") : []
        }
    }

    /// «встреча глав МИД», «визит Лаврова», «его встреча».
    private func genitive(of noun: Int) -> [MeetingFact.Part] { named(genitives(of: noun), .delegate, "genitive") }

    func genitives(of noun: Int) -> [Int] {
        text.dependants(of: noun, [.nmod, .det]).filter { i in
            guard text.isBare(i) else { return false }
            if text.text.token(i).deprel == .det { return text.isOwner(i) }
            return text.isIn(.genitive, i)
        }.flatMap { text.list($0) }
    }

    func named(_ tokens: [Int], _ part: Meeting.Participant.Part, _ rule: String) -> [MeetingFact.Part] {
        tokens.filter { text.canTakePart($0) && (["with", "between", "host"].contains(rule) || !isAnaphoric($0)) }.flatMap { standIns($0) }
            .map {
                token in
                var found = MeetingFact.Part(token: token, part: part, rule: rule)
                (found.isMember, found.isBody) = (text.isA(.members, token), text.isA(.collective, token))
                found.gender = text.isA(.his, token) ? .masculine : text.isA(.hers, token) ? .feminine : nil
                return found
            }
    }

    /// «стороны», «министры» alone are those of whom was spoken before.
    private func isAnaphoric(_ i: Int) -> Bool {
        let token = text.text.token(i)
        return token.upos == .noun && token.feats.number == .plural && text.text.nameOf[i] < 0
            && text.dependants(of: i, [.amod, .nmod, .nummod, .nummodGov, .appos, .acl]).isEmpty
    }

    /// «представителей Риги и Осло» are Riga and Oslo.
    private func standIns(_ i: Int) -> [Int] {
        guard text.isA(.proxies, i), text.text.token(i).feats.number == .plural, text.text.nameOf[i] < 0 else { return [i] }
        let whose = genitives(of: i)
        return whose.count > 1 && whose.allSatisfy { text.text.nameOf[$0] >= 0 } ? whose : [i]
    }

    // MARK: Subjects

    /// «предложил провести встречу министров»: whose it is, is said.
    private func isOfOthers(_ noun: Int) -> Bool {
        text.dependants(of: noun, [.nmod]).contains {
            text.isBare($0) && text.isIn(.genitive, $0) && text.text.token($0).feats.animacy == .animate
        }
    }

    /// The subject of the verb that a meeting hangs on, where it takes part in it.
    private func subject(of clause: MeetingClause, _ verb: Int, _ frames: MeetingLexicon.Frames, _ others: [MeetingFact.Part])
        -> [MeetingFact.Part]
    {
        let speaks = clause.owned(in: text).contains(verb)
        switch clause.relation {
        case .none, .subject: return []
        case .object:
            // «обсудили встречу»: another one.
            if text.entry(verb)?.frames.contains(.theme) == true { return [] }
            // «Рига объявила о переговорах между Осло и Веной»: they are complete.
            if others.contains(where: { $0.rule == "between" }) { return [] }
            if text.isA(.permits, verb) { return named(datives(of: verb), .delegate, "light-verb") }
            guard speaks, !isOfOthers(clause.trigger) else { return [] }
            return subjects(of: verb, "light-verb").map { found in
                var found = found
                // «предложил провести переговоры»: of others, perhaps.
                found.isWeak = found.isWeak || isOffered(verb)
                return found
            }
        case .oblique: break
        }
        if clause.takesPart(verb, text) {
            let part: Meeting.Participant.Part = text.isA(.joins, verb) ? .joined : .delegate
            if text.isA(.cancels, verb) { return [] }
            return subjects(of: verb, "takes-part").map { found in
                var found = found
                (found.part, found.side) = (part, side(of: verb))
                return found
            } + (text.isA(.asks, verb) ? invited(by: verb) : [])
        }
        guard let top = clause.nouns.last else { return [] }
        if text.has(.with, top) { return subjects(of: verb, "visitor") }
        if speaks || text.isA(.plans, verb) { return subjects(of: verb, "light-verb") }
        let isWith = others.contains { $0.rule == "with" }, isOf = others.contains { $0.rule == "genitive" || $0.rule == "between" }
        if let whose = positionBefore(top) { return named([whose], .delegate, "position-at") }
        // «на заседании правительства министр сказал»: whoever speaks there is there.
        let isThere = (frames.contains(.session) || text.entry(clause.trigger)?.kind == .summit) && text.has(.during, top)
        guard isThere || !isOf, text.has(.during, top) || isWith && text.has(.around, top) else { return [] }
        let own = subjects(of: verb, "clause-subject"), isVisit = text.entry(clause.trigger)?.kind == .visit
        if own.isEmpty, let subject = sources.subject(of: verb) { return named(genitives(of: subject), .delegate, "position-at") }
        return own.map { found in
            var found = found
            if isVisit { found.rule = "visit-subject" } else { found.isWeak = found.isWeak || !isWith && !isThere }
            return found
        }
    }

    /// «позиции Риги на переговорах», «представитель Риги на переговорах Олег Лунин», «Лунин был переговорщиком Риги на переговорах».
    private func holders(_ holder: Int, _ top: Int) -> [MeetingFact.Part] {
        var whose = genitives(of: holder).filter { text.text.nameOf[$0] >= 0 }
        if whose.isEmpty { whose = [positionBefore(top)].compactMap { $0 } }
        guard text.text.token(holder).feats.animacy == .animate else { return named(whose, .delegate, "position-at") }
        let subject = text.dependants(of: holder, [.nsubj]).first
        return named(whose, .delegate, "delegate-of") + named([subject ?? holder], .delegate, "delegate-at")
    }

    /// The subject of a verb and what is joined to it; of an infinitive on a noun, whose that noun is: «способность Риги вести переговоры».
    func subjects(of verb: Int, _ rule: String) -> [MeetingFact.Part] {
        if let speaker = speaker(of: verb) { return speaker }
        if let asked = asked(to: verb) { return named(asked, .delegate, rule) }
        if let several = relatives(of: verb) { return named(several, .delegate, rule) }
        let listed = text.dependants(of: verb, [.nsubj]).first { !text.text.people(namedBy: $0).isEmpty }
        guard let subject = listed ?? sources.subject(of: verb) ?? speakerOfClause(verb) else {
            let above = text.text.head[verb]
            guard above >= 0, text.text.token(verb).feats.verbForm == .infinitive, text.text.token(above).upos == .noun else { return [] }
            return named(genitives(of: above), .delegate, rule)
        }
        return named(text.list(subject), .delegate, rule)
    }

    /// «со стороны США», «от Украины».
    private func side(of verb: Int) -> Int? {
        for i in text.dependants(of: verb, Self.attached + [.advmod]) {
            if text.isA(.side, i), let whose = genitives(of: i).first { return whose }
            let isFixed = text.text.children(of: i).contains { text.text.token($0).deprel == .case && hasSide($0) }
            if isFixed || text.has(.behalf, i) && text.text.nameOf[i] >= 0 { return i }
        }
        return nil
    }

    private func hasSide(_ preposition: Int) -> Bool { text.text.children(of: preposition).contains { text.isA(.side, $0) } }

    // MARK: Around a verb

    /// Those who meet, by the frames of a verb; none where the frame is not filled.
    func around(verb: Int, frames: MeetingLexicon.Frames) -> [MeetingFact.Part] {
        if frames.contains(.host) { return guests(of: verb, several: frames.contains(.several)) }
        if frames.contains(.to) { return called(by: verb) }
        if !frames.isDisjoint(with: [.place, .toPlace]) { return subjects(of: verb, "visitor") }
        if isHabit(verb) { return [] }
        let themes = frames.contains(.theme) ? text.dependants(of: verb, [.obj]) : []
        let others = companions(of: verb) + themes.flatMap { companions(of: $0) + deeper($0) }, own = subjects(of: verb, "subject")
        if frames.contains(.gather) { return isSeveral(own) && !hasInfinitive(verb) ? own : [] }
        if others.isEmpty, !(frames.contains(.mutual) || frames.contains(.theme)) || !isSeveral(own) { return [] }
        return own + others
    }

    private func isSeveral(_ parts: [MeetingFact.Part]) -> Bool {
        if parts.first?.isOurs == true { return false }
        return parts.count > 1 || parts.first.map { text.text.token($0.token).feats.number == .plural } ?? false
    }

    /// «стал встречаться с ней»: no meeting.
    private func isHabit(_ verb: Int) -> Bool {
        let above = text.text.head[verb]
        return above >= 0 && text.text.token(verb).feats.verbForm == .infinitive && text.isA(.habit, above)
    }

    private func hasInfinitive(_ verb: Int) -> Bool {
        text.text.children(of: verb).contains { text.text.token($0).feats.verbForm == .infinitive }
    }

    /// «позвонил послу».
    private func called(by verb: Int) -> [MeetingFact.Part] {
        let parts = named(datives(of: verb), .delegate, "called"), own = subjects(of: verb, "subject")
        return parts.isEmpty || own.isEmpty ? [] : own + parts
    }

    private func datives(of word: Int) -> [Int] {
        text.dependants(of: word, [.iobj, .obl, .obj, .nmod]).filter { text.isBare($0) && text.isIn(.dative, $0) }.flatMap { text.list($0) }
    }
}
