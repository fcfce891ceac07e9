internal import LetopisText

/// Somebody whom a description may stand for.
struct DescriptionCandidate: Sendable {
    /// The number in the cast.
    var member: Int
    var clues: [DescriptionClue]
    var score: Int
}

// Descriptions are matched against all actors near them: who goes with most of what the words and their places say is meant.
extension Sources {
    /// No more actors than this come into question for one description.
    private static let mostCandidates = 64
    /// What ties an actor to a noun: of one with none of these the article has not said that the noun is true of them.
    private static let links: Set<DescriptionClue> = [
        .sameNoun, .samePost, .widerPost, .proxy, .leads, .anyPost, .sameClass, .this,
    ]

    /// Whom a description stands for; nil where nobody is good enough or two are almost equally good.
    func described(_ head: Int, in tokens: Range<Int>) -> Int? {
        guard let description = description(head, in: tokens) else { return nil }
        let found = candidates(for: description)
        return weights.choice(among: found.map(\.score), for: description.kind).map { found[$0].member }
    }

    /// The same, noted as a mention.
    mutating func meant(_ head: Int, in tokens: Range<Int>) -> Int? {
        guard let found = described(head, in: tokens) else { return nil }
        cast.mention(found, Mention(head: head, tokens: tokens, form: .phrase))
        return found
    }

    /// The body or country that a bare noun stands for in another's phrase: «ведомства» of «пресс-служба ведомства».
    func described(complement i: Int) -> Int? {
        let known = bodyNouns.member(of: i)
        guard let description = description(i, in: i..<i + 1), description.kind == .body,
            discourse.dependants(of: i).allSatisfy({ discourse.tokens[$0].upos == .punctuation })
        else { return known }
        let found = candidates(for: description)
        if let best = weights.choice(among: found.map(\.score), for: .body) { return found[best].member }
        let isBeaten = found.contains { $0.member == known } && found.max { $0.score < $1.score }?.member != known
        return isBeaten ? nil : known
    }

    /// Everybody who comes into question, in the order of the cast, with what speaks for and against each.
    func candidates(for description: Description) -> [DescriptionCandidate] {
        let desk = DescriptionDesk(self, description, near: near(description))
        return desk.members.compactMap { member in
            let clues = desk.clues(of: member)
            guard comesIntoQuestion(description, clues), !clues.contains(.otherCountry) else { return nil }
            return DescriptionCandidate(member: member, clues: clues, score: weights.score(clues, for: description.kind))
        }
    }

    /// An article may leave out who holds a high office, since everybody knows; of others it says what they are.
    private func comesIntoQuestion(_ description: Description, _ clues: [DescriptionClue]) -> Bool {
        switch description.kind {
        case .person: clues.contains(.noPost) && description.classes.contains(.office) || !Self.links.isDisjoint(with: clues)
        case .body: !Self.links.isDisjoint(with: clues)
        case .writing: clues.contains(.lastSpeaker)
        }
    }

    /// Who is named before a description, and where last, the nearest first. Whoever quotes is not named in their own words.
    private func near(_ description: Description) -> [(member: Int, token: Int)] {
        var found: [(member: Int, token: Int)] = [], seen: Set<Int> = []
        let begun = min(description.core.lowerBound, own?.lowerBound ?? .max)
        for i in (max(0, begun - Sources.furthestPhrase)..<begun).reversed() where found.count < Self.mostCandidates {
            guard let member = cast.memberOf[i], discourse.voice[i] != .quoted, seen.insert(member).inserted else { continue }
            found.append((member, i))
        }
        for speaker in speakers.suffix(Self.mostCandidates) where speaker.token < description.head && seen.insert(speaker.member).inserted {
            found.append((speaker.member, speaker.token))
        }
        return found
    }

    /// Those who have spoken before a token.
    func spoken(before token: Int) -> [Int] { speakers.suffix(Self.mostCandidates).filter { $0.token < token }.map(\.member) }

    /// Whether somebody comes into question for a description at all.
    func canBe(_ member: Int, _ description: Description) -> Bool {
        let actor = cast.members[member]
        guard member != outer, let first = actor.mentions.first, first.head != description.head || actor.mentions.count > 1 else {
            return false
        }
        if description.core.contains(where: { $0 != description.head && cast.memberOf[$0] == member }) { return false }
        let isNamed = actor.mentions.prefix(Self.mostCandidates).contains { $0.form == .name }
        if !isNamed, discourse.lemma(first.head).elementsEqual(discourse.lemma(description.head)) { return false }
        switch description.kind {
        case .person: return actor.kind == .person && (description.gender == nil || pronouns.fits(member, description.gender))
        case .body: return actor.kind == .organization || actor.kind == .country && description.classes.contains(.country)
        case .writing: return description.classes.contains(.issued) ? [.organization, .group].contains(actor.kind) : actor.kind != .place
        }
    }
}
