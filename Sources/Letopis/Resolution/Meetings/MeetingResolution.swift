internal import LetopisText

/// Resolves what was found of meetings, in text order: who took part, on which side, where.
struct MeetingResolution {
    let discourse: Discourse
    let lexicon: ActorLexicon
    private let facts: [MeetingFact]
    let speakers: MeetingSpeakers
    private var next = 0
    private(set) var merger = MeetingMerger()
    /// The side that each member of the cast was last said to be on.
    private var sides: [Int: Int] = [:]
    /// How many tokens after a meeting «стороны сосредоточились на …» still speaks of it.
    private static let nearby = 60
    /// `2025-12-14`.
    private static let dayLength = 10
    /// A longer phrase is not compared with others.
    private static let longest = 16

    init(_ discourse: Discourse, facts: [MeetingFact], statements: [SpeechFact], lexicon: ActorLexicon) {
        (self.discourse, self.facts, self.lexicon) = (discourse, facts, lexicon)
        speakers = MeetingSpeakers(statements)
    }

    /// Resolves the facts that stand before an offset.
    mutating func resolve(before offset: Int, with sources: inout Sources) {
        while next < facts.count, discourse.tokens[facts[next].place].span.start < offset {
            resolve(facts[next], &sources)
            next += 1
        }
    }

    /// The meetings that the article speaks of, in order of first mention. Words that alone make no meeting are left out.
    var meetings: [MeetingDraft] {
        let found = merger.drafts.filter { isMeeting($0) }
        var visits: [Int: MeetingDraft] = [:]
        for visit in found where visit.kind == .visit { for part in visit.parts { visits[part.member] = visits[part.member] ?? visit } }
        return found.map { hosted($0, visits) }
    }

    /// Who comes to a country and meets somebody of that country meets them there, as their guest.
    private func hosted(_ draft: MeetingDraft, _ visits: [Int: MeetingDraft]) -> MeetingDraft {
        guard draft.kind != .visit, draft.kind != .call, draft.place == nil else { return draft }
        for guest in draft.firm {
            guard let visit = visits[guest.member], (visit.status ?? .held) == (draft.status ?? .held), let place = visit.place,
                let host = draft.parts.firstIndex(where: { $0.side == place.member && $0.member != guest.member })
            else { continue }
            var draft = draft
            (draft.place, draft.parts[host].part) = (place, .host)
            return draft
        }
        return draft
    }

    private mutating func resolve(_ fact: MeetingFact, _ sources: inout Sources) {
        guard let trigger = fact.trigger else { return attach(fact, &sources) }
        var draft = MeetingDraft(
            rule: fact.rule, triggers: [trigger], kind: fact.kind, status: fact.status, isWeak: fact.frames.contains(.weak),
            lastPlace: trigger)
        draft.words = [fact.entry]
        for part in fact.parts where !isPronoun(part) { for found in participants(part, nil, &sources) { draft.add(found) } }
        for part in fact.parts where isPronoun(part) {
            let other = speaking(part, &sources) ?? draft.firm.first?.member
            for found in participants(part, other, &sources) { draft.add(found) }
        }
        for adjective in fact.adjectives { for found in countries(adjective, &sources) { draft.add(found) } }
        (draft.mayBeCall, draft.isSession, draft.isSeries) = (fact.frames.contains(.phone), fact.isSession, fact.isSeries)
        // Who speaks here is not known: it may be any meeting.
        if fact.parts.contains(where: \.isOurs), !draft.parts.contains(where: { $0.rule == "speaker" }), draft.firm.count < 2 { return }
        guard isFilled(draft, fact, sources), !fact.isGeneric || isDefinite(draft) else { return }
        (draft.date, draft.agenda, draft.outcomes, draft.format, draft.isRecalled) = (
            fact.date, fact.agenda, fact.outcomes, fact.format, fact.isRecalled
        )
        draft.status = draft.status ?? status(by: fact.date)
        if draft.status == .planned, let ahead = draft.date?.ahead, draft.date?.value != nil { draft.date?.value = ahead }
        draft.place = fact.places.compactMap { place($0, sources) }.first
        draft.country = draft.place.flatMap { country(ofPlace: sources.cast.members[$0.member]) }
        if fact.frames.contains(.verb), fact.kind == .visit, draft.place == nil { return }
        merger.add(draft, canStand: !fact.isVague && !(fact.frames.contains(.weak) && draft.firm.count < 2))
    }

    /// What lies before the day of publication was, and what lies behind it is to come.
    private func status(by date: DateMention?) -> Meeting.Status? {
        guard let day = date?.value, let today = discourse.analysis.article.published?.prefix(Self.dayLength),
            day.utf8.count == Self.dayLength, today.utf8.count == Self.dayLength, day != today
        else { return nil }
        return day < today ? .held : .planned
    }

    /// Whether a verb found everybody that its frame asks for. A person is not met by himself.
    private func isFilled(_ draft: MeetingDraft, _ fact: MeetingFact, _ sources: Sources) -> Bool {
        guard fact.frames.contains(.verb) else { return true }
        if fact.frames.contains(.official) {
            let isOfficial = draft.parts.contains { part in !sources.cast.members[part.member].posts.isEmpty }
            return isOfficial
        }
        if fact.frames.contains(.host) {
            return draft.parts.contains { $0.part != .host && ($0.isNamed || isKnown($0, sources)) } && draft.parts.count > 1
        }
        if fact.frames.contains(.theme) || fact.frames.contains(.passive) { return true }
        return draft.parts.count > 1 || isSeveral(draft, sources)
    }

    /// «Встречи Лунина с эстонской делегацией»: a plural is of those who are named.
    private func isDefinite(_ draft: MeetingDraft) -> Bool {
        draft.firm.contains { $0.isNamed } && draft.firm.count { $0.isNamed || $0.side != nil } > 1
    }

    /// A guest without a name is one by his post: «министра», «делегацию».
    private func isKnown(_ part: MeetingDraft.Part, _ sources: Sources) -> Bool {
        !sources.cast.members[part.member].posts.isEmpty || part.side != nil
    }

    /// «У него завтра встреча», says somebody of somebody else.
    private func speaking(_ part: MeetingFact.Part, _ sources: inout Sources) -> Int? {
        speakers.source(of: discourse.tokens[part.token].span, onlyDirect: true).flatMap { sources.resolve(token: $0.head) }
    }

    private func isPronoun(_ part: MeetingFact.Part) -> Bool { part.gender != nil || discourse.tokens[part.token].upos == .pronoun }

    private func isSeveral(_ draft: MeetingDraft, _ sources: Sources) -> Bool {
        draft.parts.contains { sources.cast.members[$0.member].kind == .group && $0.rule == "subject" }
    }

    /// «Делегацию представляли …», «стороны сосредоточились на …»: goes to a meeting that is known.
    private mutating func attach(_ fact: MeetingFact, _ sources: inout Sources) {
        let delegation = fact.delegation.flatMap { sources.resolve(token: $0) }
        guard let draft = fact.delegation == nil ? merger.last(since: fact.place - Self.nearby) : merger.last(with: delegation) else {
            return
        }
        if !fact.outcomes.isEmpty, !merger.isHeld(draft) { return }
        var found: [MeetingDraft.Part] = []
        for part in fact.parts { found += participants(part, nil, &sources) }
        if let token = fact.delegation, let side = side(of: token, &sources) { for i in found.indices { found[i].side = side } }
        merger.change(draft) { draft in
            for part in found { draft.add(part) }
            draft.agenda += fact.agenda
            draft.outcomes += fact.outcomes.filter { new in !draft.outcomes.contains { $0.overlaps(new) } }
            draft.lastPlace = fact.place
        }
    }

    /// Whether what is known is enough to say that somebody met somebody.
    private func isMeeting(_ draft: MeetingDraft) -> Bool {
        let firm = draft.firm
        if draft.kind == .visit { return !firm.isEmpty && draft.place != nil }
        if firm.count > 1 { return true }
        guard let only = firm.first, !draft.isWeak, only.isNamed || only.isSeveral else { return false }
        if only.rule == "light-verb", draft.kind == .meeting { return draft.status == .planned }
        return ["with", "light-verb", "genitive", "takes-part", "subject", "between", "inside"].contains(only.rule)
    }
}

// MARK: - Who, on which side, where

extension MeetingResolution {
    mutating func participants(_ part: MeetingFact.Part, _ other: Int?, _ sources: inout Sources) -> [MeetingDraft.Part] {
        if part.isOurs { return speaker(part, &sources).map { [$0] } ?? [] }
        let side = part.side.flatMap { self.side(of: $0, &sources) }
        let known = delegations(part.token, &sources) ?? holders(part.token, sources)
        let members = known.map { $0.map(\.member) } ?? [participant(part, notBy: other, &sources)].compactMap { $0 }
        return members.enumerated().map { place, member in
            let adjective = known.flatMap { lexicon.countries.country(ofAdjective: discourse.lemma($0[place].word)) }
            let own =
                side ?? adjective.map { self.member(ofCountry: $0, at: part.token, &sources) } ?? country(of: member, part.token, &sources)
            var found = MeetingDraft.Part(
                member: member, side: own, part: part.part, span: span(part.token, member, sources), rule: part.rule, isWeak: part.isWeak)
            found.words = words(part, member, sources)
            found.isNamed = found.words.isEmpty
            found.inner = inner(part, member, sources)
            found.stands = known == nil && !found.isNamed ? standing(for: part.token, sources) : nil
            found.post = found.isNamed || !found.isGroup(discourse.tokens[part.token]) ? nil : post(of: part.token)
            found.isSeveral = sources.cast.members[member].kind != .person
            found.isWeak = part.isWeak || part.rule == "visit-subject" && sources.cast.members[member].posts.isEmpty
            found.side = own ?? sides[member]
            sides[member] = found.side
            return found
        }
    }

    /// Whom the words of a group name: «лидеры стран союза».
    private func inner(_ part: MeetingFact.Part, _ member: Int, _ sources: Sources) -> [Int] {
        guard let mention = sources.cast.members[member].mentions.last(where: { $0.head == part.token }), mention.form == .phrase,
            mention.tokens.count <= Self.longest, discourse.tokens[part.token].feats.number == .plural
        else { return [] }
        return mention.tokens.compactMap { sources.cast.memberOf[$0] }.filter { $0 != member }
    }

    /// The lemmas of a phrase that is no name.
    private func words(_ part: MeetingFact.Part, _ member: Int, _ sources: Sources) -> [[UInt8]] {
        let token = part.token
        guard let mention = sources.cast.members[member].mentions.last(where: { $0.head == token }), mention.form == .phrase,
            mention.tokens.count <= Self.longest
        else { return [] }
        let others = mention.tokens.filter { $0 != token && [.noun, .properNoun].contains(discourse.tokens[$0].upos) }
        // «члены семьи Берга» are whom «семья Берга» names.
        let isPart = part.isMember && !others.isEmpty
        return (isPart ? [] : [Array(discourse.lemma(token))]) + others.map { Array(discourse.lemma($0)) }
    }

    func span(_ token: Int, _ member: Int, _ sources: Sources) -> SourceSpan {
        let mention = sources.cast.members[member].mentions.last { $0.head == token || $0.tokens.contains(token) }
        return mention.map { discourse.span($0.tokens) } ?? discourse.tokens[token].span
    }

    func participant(_ part: MeetingFact.Part, notBy other: Int?, _ sources: inout Sources) -> Int? {
        let token = discourse.tokens[part.token]
        guard part.gender != nil || token.upos == .pronoun else {
            guard let member = participant(part.token, isBody: part.isBody, &sources) else { return nil }
            // Of those who speak for a body the body itself is no party: «представитель союза на переговорах».
            return part.rule == "delegate-of" && sources.cast.members[member].kind != .country ? nil : member
        }
        let number = part.gender == nil ? token.feats.number : .singular
        return sources.resolve(pronoun: part.token, gender: part.gender ?? token.feats.gender, number: number, notBy: other)
    }

    /// The actor that a noun stands for; a capital or seat stands for its country or body, another place for nobody.
    func participant(_ token: Int, isBody: Bool = false, _ sources: inout Sources) -> Int? {
        guard let member = apposed(to: token, sources) ?? sources.resolve(alone: token) else { return nil }
        guard sources.cast.members[member].kind == .place, !isBody else { return member }
        let name = sources.cast.members[member].name
        let mention = Mention(head: token, tokens: token..<token + 1, form: .phrase)
        if let body = lexicon.seats.names(of: name) { return sources.member(named: body, kind: .organization, mention: mention) }
        guard let country = lexicon.countries.countries.first(where: { $0.capital == name }) else { return nil }
        return sources.member(named: country.names, kind: .country, mention: mention)
    }

    /// «американской и украинской делегаций»: the delegations that the article has named one by one, else their countries.
    private func delegations(_ token: Int, _ sources: inout Sources) -> [(member: Int, word: Int)]? {
        let first = discourse.dependants(of: token).first {
            discourse.tokens[$0].deprel == .amod && lexicon.countries.country(ofAdjective: discourse.lemma($0)) != nil
        }
        guard let first else { return nil }
        let others = discourse.dependants(of: first).filter {
            discourse.tokens[$0].deprel == .conj && lexicon.countries.country(ofAdjective: discourse.lemma($0)) != nil
        }
        guard !others.isEmpty else { return nil }
        let adjectives = [first] + others, named = adjectives.compactMap { known(adjective: $0, noun: token, sources) }
        if named.count == adjectives.count { return zip(named, adjectives).map { (member: $0, word: $1) } }
        guard discourse.tokens[token].feats.animacy == .inanimate else { return nil }
        return adjectives.compactMap { adjective in
            let country = lexicon.countries.country(ofAdjective: discourse.lemma(adjective))
            return country.map { (member: member(ofCountry: $0, at: adjective, &sources), word: adjective) }
        }
    }

    private func known(adjective: Int, noun: Int, _ sources: Sources) -> Int? {
        sources.cast.members.indices.first { member in
            sources.cast.members[member].kind != .person
                && sources.cast.members[member].mentions.contains { mention in
                    discourse.lemma(mention.head) == discourse.lemma(noun)
                        && mention.tokens.contains { $0 != mention.head && discourse.lemma($0) == discourse.lemma(adjective) }
                }
        }
    }
}
