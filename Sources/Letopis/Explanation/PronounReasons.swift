internal import LetopisText

// Whom a pronoun or a left-out subject could stand for.
extension SourceReasons {
    /// Others than people are looked for at most so many tokens back.
    private static let reach = 120

    /// The candidates of a pronoun: what its clause hangs on, people named side by side, or those whom the sentences before name.
    func pronoun(_ moment: ResolutionMoment, _ source: SourceMention, chosen: Int?) -> [SourceCandidate] {
        let cast = moment.sources.cast, clause = discourse.tokens[source.head].head
        if clause >= 0, discourse.tokens[clause].deprel == .aclRelcl, discourse.tokens[clause].head >= 0,
            let member = cast.memberOf[discourse.tokens[clause].head]
        {
            return [candidate(cast.members[member], at: discourse.tokens[clause].head, from: source.head, nil)]
        }
        let several = moment.sources.pronouns.several(before: source.head)
        if source.number == .plural, several.count > 1 {
            return several.map { candidate(cast.members[$0.member], at: $0.token, from: source.head, nil) }
        }
        return people(moment, source, chosen: chosen)
    }

    /// The people whom a sentence and those before it name, the nearest sentence first, and what spoke against each.
    func people(_ moment: ResolutionMoment, _ source: SourceMention, chosen: Int?) -> [SourceCandidate] {
        let sentence = discourse.sentenceOf[source.head]
        var seen: Set<Int> = [], out: [SourceCandidate] = [], nearest: Int?
        for back in 0...Pronouns.furthest where sentence - back >= 0 && out.count < Self.most {
            for (token, member) in named(in: sentence - back, moment, source) where out.count < Self.most && seen.insert(member).inserted {
                let known = moment.sources.cast.members[member]
                if member == chosen { nearest = nearest ?? back }
                let isFarther = nearest.map { $0 < back } ?? false
                let objection = member == chosen ? nil : objection(to: member, token, moment, source, chosen: chosen, isFarther: isFarther)
                out.append(candidate(known, at: token, from: source.head, objection))
            }
        }
        if let chosen, !seen.contains(chosen), chosen < moment.sources.cast.members.count { out.append(elsewhere(chosen, moment, source)) }
        return out
    }

    /// Everybody whom a sentence names before a place, people and others, in text order; who spoke there is one of them.
    private func named(in sentence: Int, _ moment: ResolutionMoment, _ source: SourceMention) -> [(token: Int, member: Int)] {
        let cast = moment.sources.cast, tokens = discourse.analysis.sentences[sentence].tokens
        var found = moment.sources.pronouns.people[sentence].filter { $0.token < source.head }
        if let speaker = moment.speaker, discourse.sentenceOf[min(speaker.token, discourse.sentenceOf.count - 1)] == sentence,
            speaker.token < source.head
        {
            found.append((speaker.token, speaker.member))
        }
        guard sentence + 1 >= discourse.sentenceOf[source.head] else { return found.sorted { $0.token < $1.token } }
        for i in tokens.clamped(to: max(0, source.head - Self.reach)..<source.head) {
            if let member = cast.memberOf[i], cast.members[member].kind != .person { found.append((i, member)) }
        }
        return found.sorted { ($0.token, $0.member) < ($1.token, $1.member) }
    }

    private func objection(
        to member: Int, _ token: Int, _ moment: ResolutionMoment, _ source: SourceMention, chosen: Int?, isFarther: Bool
    ) -> SourceCandidate.Objection {
        let pronouns = moment.sources.pronouns
        if source.number == .plural { return moment.sources.cast.members[member].kind == .person ? .number : .tie }
        if moment.sources.cast.members[member].kind != .person { return .animacy }
        if !pronouns.fits(member, source.gender) { return .gender }
        if member == moment.outer { return .utterer }
        if discourse.voice[token] > discourse.voice[source.head], moment.speaker?.member != member { return .voice }
        if isFarther { return .farther }
        guard let chosen else { return .tie }
        return chosen == moment.speaker?.member && pronouns.isSubject(token) ? .silent : .noSubject
    }

    /// The one who was taken though no sentence just before names them: the text has not named anybody yet, or they spoke further back.
    private func elsewhere(_ chosen: Int, _ moment: ResolutionMoment, _ source: SourceMention) -> SourceCandidate {
        let member = moment.sources.cast.members[chosen]
        let next = member.mentions.prefix(256).first { $0.head > source.head } ?? member.mentions.first
        return candidate(member, at: next?.head ?? source.head, from: source.head, nil)
    }
}
