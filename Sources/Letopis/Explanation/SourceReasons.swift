internal import LetopisText

/// Says who came into question as a source, in order, and what spoke against each.
struct SourceReasons {
    let discourse: Discourse
    /// The record's actors, by name and kind.
    private var ids: [String: Actor.ID] = [:]
    /// Who holds which post, found out when the first post without a name is met.
    private var references: PostReferences?
    /// No more candidates than this are listed.
    static let most = 12

    init(_ discourse: Discourse, actors: [Actor]) {
        self.discourse = discourse
        for actor in actors { ids[actor.name + "|" + actor.kind.rawValue] = actor.id }
    }

    /// How the source of one statement was resolved.
    mutating func explanation(_ moment: ResolutionMoment) -> SourceExplanation {
        guard let source = moment.fact.source, !moment.fact.hidden else {
            return SourceExplanation(
                form: moment.fact.hidden ? .hidden : .none, candidates: [], decision: moment.fact.hidden ? .hidden : .undecided)
        }
        var answer = SourceExplanation(form: .phrase, candidates: [], decision: moment.member == nil ? .undecided : .resolved)
        switch source.form {
        case .zero: (answer.form, answer.candidates) = (.zero, people(moment, source, chosen: moment.member))
        case .pronoun: (answer.form, answer.candidates) = (.pronoun, pronoun(moment, source, chosen: moment.isLeft ? nil : moment.member))
        case .nounPhrase, .quotedName: (answer.form, answer.candidates) = phrase(moment, source)
        }
        if moment.isLeft, answer.form != .several { answer.decision = .left }
        answer.description = description(moment, source)
        return answer
    }

    /// How a common noun was weighed; nil for names and pronouns.
    private func description(_ moment: ResolutionMoment, _ source: SourceMention) -> DescriptionExplanation? {
        guard source.form == .nounPhrase, var before = moment.before,
            !source.tokens.contains(where: { name(at: $0) != nil && isOwn($0, source) })
        else { return nil }
        before.begin(moment.fact, notBy: moment.outer)
        guard let description = before.description(source.head, in: source.tokens) else { return nil }
        let found = before.candidates(for: description).sorted { ($1.score, $0.member) < ($0.score, $1.member) }
        let chosen = before.weights.choice(among: found.map(\.score), for: description.kind)
        let actors = found.enumerated().map { place, one in
            let member = before.cast.members[one.member]
            return DescribedActor(
                actor: ids[member.name + "|" + member.kind.rawValue], name: member.name, score: one.score, clues: one.clues,
                isChosen: place == chosen)
        }
        return DescriptionExplanation(kind: description.kind.rawValue, candidates: actors)
    }

    /// Whether a token is the source's noun or in apposition to it.
    private func isOwn(_ i: Int, _ source: SourceMention) -> Bool {
        i == source.head || discourse.tokens[i].head == source.head && [.appos, .flatName, .flat].contains(discourse.tokens[i].deprel)
    }

    /// A candidate spoken of at a token, as seen from another.
    func candidate(_ member: CastMember, at token: Int, from place: Int, _ objection: SourceCandidate.Objection?) -> SourceCandidate {
        let back = discourse.sentenceOf[place] - discourse.sentenceOf[token]
        return SourceCandidate(
            actor: ids[member.name + "|" + member.kind.rawValue], name: member.name, span: discourse.tokens[token].span,
            sentencesBack: back,
            objection: objection)
    }

    /// The name that a token is part of.
    private func name(at token: Int) -> Name? {
        let names = discourse.analysis.names
        var (low, high) = (0, names.count)
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low < names.count && names[low].tokens.contains(token) ? names[low] : nil
    }
}

// MARK: - Names

extension SourceReasons {
    private mutating func phrase(_ moment: ResolutionMoment, _ source: SourceMention) -> (SourceExplanation.Form, [SourceCandidate]) {
        let cast = moment.sources.cast, head = source.head
        let people = several(source, cast)
        if let member = moment.member, cast.members[member].kind == .group, people.count > 1 { return (.several, people) }
        let chosen = moment.isLeft ? nil : moment.member
        if let chosen, let token = source.tokens.first(where: { cast.memberOf[$0] == chosen && name(at: $0) != nil }),
            let name = name(at: token)
        {
            let isShort = name.tokens.count == 1 && cast.members[chosen].name.contains(" ")
            return (isShort ? .shortName : .name, [candidate(cast.members[chosen], at: token, from: head, nil)])
        }
        if let post = post(at: head, moment.phrases) { return (.post, holders(of: post, chosen, cast)) }
        let same = chosen.map { candidate(cast.members[$0], at: cast.members[$0].mentions.first?.head ?? head, from: head, nil) }
        return (.phrase, same.map { [$0] } ?? [])
    }

    /// The people named side by side.
    private func several(_ source: SourceMention, _ cast: Cast) -> [SourceCandidate] {
        let heads = source.tokens.filter {
            $0 == source.head || discourse.tokens[$0].head == source.head && discourse.tokens[$0].deprel == .conj
        }
        return heads.compactMap { i in cast.memberOf[i].map { candidate(cast.members[$0], at: i, from: source.head, nil) } }
    }
}

// MARK: - Posts

extension SourceReasons {
    private func post(at head: Int, _ phrases: [PostPhrase]) -> PostPhrase? {
        var (low, high) = (0, phrases.count)
        while low < high {
            let middle = (low + high) / 2
            if phrases[middle].head < head { low = middle + 1 } else { high = middle }
        }
        return low < phrases.count && phrases[low].head == head ? phrases[low] : nil
    }

    /// Those whose posts the words may mean.
    private mutating func holders(of phrase: PostPhrase, _ chosen: Int?, _ cast: Cast) -> [SourceCandidate] {
        let references = references ?? PostReferences(discourse, cast: cast)
        self.references = references
        var named = Set(references.holders[phrase.family] ?? []).union(references.holders[references.noun(phrase)] ?? []).sorted()
        if let chosen, !named.contains(chosen) { named.insert(chosen, at: 0) }
        return named.prefix(Self.most).map { number in
            let member = cast.members[number], token = member.posts.first?.phrase.head ?? member.mentions.first?.head ?? phrase.head
            return candidate(
                member, at: token, from: phrase.head, number == chosen ? nil : objection(to: member, phrase, references, chosen))
        }
    }

    private func objection(to member: CastMember, _ phrase: PostPhrase, _ references: PostReferences, _ chosen: Int?)
        -> SourceCandidate.Objection
    {
        let fits = member.posts.map { references.fit($0, phrase) }
        if fits.contains(.exact) { return .tie }
        if fits.contains(.possible) { return chosen == nil ? .tie : .lessExact }
        let isElsewhere = member.posts.contains { isOther($0.country, phrase.country) || isOther($0.organization, phrase.organization) }
        return isElsewhere ? .office : .title
    }

    private func isOther(_ a: Int?, _ b: Int?) -> Bool { a != nil && b != nil && a != b }
}
