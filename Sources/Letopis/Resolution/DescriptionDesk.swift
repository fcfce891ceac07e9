internal import LetopisText

/// Weighs actors against one description.
struct DescriptionDesk {
    private let sources: Sources
    private let description: Description
    private let near: [Int: Int]
    /// Those who come into question, in the order of the cast.
    let members: [Int]
    private let spoken: [Int]
    /// The only one with a name, and the one named more often than all others.
    private var onlyNamed: Int?
    private var mostNamed: Int?
    private let opening: Set<Int>
    /// Of an actor's mentions and posts the first ones are looked at.
    private static let most = 8
    /// Actors further on than this in the cast come into question only where they are named near.
    private static let first = 64

    private var discourse: Discourse { sources.discourse }

    init(_ sources: Sources, _ description: Description, near: [(member: Int, token: Int)]) {
        (self.sources, self.description) = (sources, description)
        self.near = Dictionary(near.map { ($0.member, $0.token) }) { first, _ in first }
        let numbers = Set(near.map(\.member)).union(sources.cast.members.indices.prefix(Self.first)).sorted()
        members = numbers.filter { sources.canBe($0, description) }
        spoken = sources.spoken(before: description.head)
        let first = sources.discourse.analysis.sentences.prefix(2).last?.tokens.upperBound ?? 0
        opening = Set(sources.cast.memberOf.prefix(min(first, Self.first)).compactMap(\.self))
        let named = members.filter { isNamed($0) }, counts = members.map { sources.cast.members[$0].mentions.count }
        onlyNamed = named.count == 1 ? named[0] : nil
        if let most = counts.max(), counts.count(where: { $0 == most }) == 1 { mostNamed = counts.firstIndex(of: most).map { members[$0] } }
    }

    /// What speaks for and against somebody.
    func clues(of member: Int) -> [DescriptionClue] {
        var clues = [.any] + description.clues
        switch description.kind {
        case .person: clues += person(member)
        case .body: clues += body(member)
        case .writing: break
        }
        if !isNamed(member) { clues.append(.nameless) }
        return clues + standing(member) + rank(member)
    }

    private func isNamed(_ member: Int) -> Bool { mentions(member).contains { $0.form == .name } }

    /// The nouns by which a member without a name, or a body, is spoken of.
    private func mentions(_ member: Int) -> ArraySlice<Mention> { sources.cast.members[member].mentions.prefix(Self.most) }
}

// MARK: - Where, and among whom

extension DescriptionDesk {
    private func standing(_ member: Int) -> [DescriptionClue] {
        var clues: [DescriptionClue] = []
        if sources.speaker?.member == member { clues.append(.lastSpeaker) }
        if spoken.contains(member) { clues.append(.spoke) }
        if opening.contains(member) { clues.append(.opening) }
        guard let token = near[member] else { return clues + [.ahead] }
        let start = min(description.head, sources.own?.lowerBound ?? .max)
        switch discourse.sentenceOf[start] - discourse.sentenceOf[token] {
        case 0: clues.append(.here)
        case 1: clues.append(.near)
        case 2, 3: clues.append(.far)
        default: clues.append(.farther)
        }
        if discourse.isSubject(token) { clues.append(.subject) }
        return clues
    }

    private func rank(_ member: Int) -> [DescriptionClue] {
        var clues: [DescriptionClue] = []
        if onlyNamed == member { clues.append(.onlyOne) }
        if mostNamed == member { clues.append(.mostNamed) }
        let others = spoken.filter { $0 != member && members.contains($0) }
        if others.isEmpty, spoken.contains(member) { clues.append(.onlySpeaker) }
        return clues
    }
}

// MARK: - What the words say

extension DescriptionDesk {
    private func person(_ member: Int) -> [DescriptionClue] {
        let actor = sources.cast.members[member], posts = actor.posts.prefix(Self.most)
        var clues = [posts.isEmpty ? namelessPost(member) : posts.map { relation(to: $0) }.max { rank($0) < rank($1) } ?? .otherPost]
        if actor.gender == .feminine, description.gender == nil, discourse.tokens[description.head].feats.gender == .masculine {
            clues.append(.otherGender)
        }
        let heldIn = posts.compactMap(\.country)
        if let country = description.country, !heldIn.isEmpty {
            let names = sources.countries.countries[country].names
            clues.append(heldIn.contains { names.contains(sources.cast.members[$0].name) } ? .sameCountry : .otherCountry)
        }
        if !description.complements.isEmpty {
            let fits = posts.map { complement($0) }
            clues.append(
                fits.contains(.sameComplement) ? .sameComplement : fits.contains(.newComplement) ? .newComplement : .openComplement)
        }
        let said = Set(posts.flatMap { $0.phrase.tokens.prefix(24).map { discourse.lemma($0).prefix(10) } })
        if description.attributes.contains(where: { !said.contains(discourse.lemma($0).prefix(10)) }) { clues.append(.newWord) }
        return clues
    }

    private func rank(_ clue: DescriptionClue) -> Int {
        let order: [DescriptionClue] = [.otherPost, .anyPost, .narrowerPost, .proxy, .leads, .widerPost, .sameNoun, .samePost]
        return order.firstIndex(of: clue) ?? 0
    }

    /// How a description's noun goes with a post.
    private func relation(to held: HeldPost) -> DescriptionClue {
        if let entry = description.post?.entry {
            if entry.family == held.phrase.family || entry.family == held.phrase.kind { return .samePost }
            if discourse.lemma(held.phrase.head).elementsEqual(discourse.lemma(description.head)) { return .sameNoun }
            if held.phrase.wider.contains(entry.family) { return .widerPost }
            if entry.wider.contains(held.phrase.family) { return .narrowerPost }
            if entry.traits.contains(.proxy), held.phrase.traits.contains(.proxy) { return .proxy }
        }
        if description.classes.contains(.lead), sources.nouns.classes(of: discourse.lemma(held.phrase.head)).contains(.lead),
            complement(held) == .sameComplement
        {
            return .leads
        }
        return description.isEpithet ? .anyPost : .otherPost
    }

    /// The same for one without a name: what the noun says that they are called by.
    private func namelessPost(_ member: Int) -> DescriptionClue {
        guard !isNamed(member), let noun = mentions(member).first?.head, let held = sources.post(at: noun)?.entry else { return .noPost }
        guard let entry = description.post?.entry else { return .otherPost }
        if entry.family == held.family { return .samePost }
        if held.wider.contains(entry.family) { return .widerPost }
        return entry.wider.contains(held.family) ? .narrowerPost : .otherPost
    }

    /// Whether a post is held in what the description names.
    private func complement(_ post: HeldPost) -> DescriptionClue {
        let said = post.phrase.tokens.prefix(24).filter { $0 != post.phrase.head }.map { discourse.lemma($0).prefix(10) }
        let isSame = description.complements.contains { i in
            let member = sources.cast.memberOf[i] ?? sources.bodyNouns.member(of: i)
            return member != nil && (member == post.organization || member == post.country)
                || said.contains { $0.elementsEqual(discourse.lemma(i).prefix(10)) }
        }
        if isSame { return .sameComplement }
        return post.organization == nil && post.country == nil && said.isEmpty ? .openComplement : .newComplement
    }

    private func body(_ member: Int) -> [DescriptionClue] {
        var clues: [DescriptionClue] = []
        let nouns = bodyNouns(member), lemma = discourse.lemma(description.head)
        let classes = classes(of: member, nouns), wanted = description.classes.intersection(.bodies)
        if nouns.contains(where: { $0.elementsEqual(lemma) }) || sources.bodyNouns.member(of: description.head) == member {
            clues.append(.sameNoun)
        } else if wanted.isEmpty || classes.isEmpty {
            clues.append(.unknownClass)
        } else {
            clues.append(wanted.isDisjoint(with: classes) ? .otherClass : .sameClass)
        }
        let said = Set(mentions(member).flatMap { $0.tokens.prefix(24).map { discourse.lemma($0).prefix(10) } })
        if description.attributes.contains(where: { !said.contains(discourse.lemma($0).prefix(10)) }) { clues.append(.newWord) }
        return clues
    }

    /// The nouns in a body's names and beside them.
    private func bodyNouns(_ member: Int) -> [ArraySlice<UInt8>] {
        let beside = mentions(member).flatMap { mention in
            [mention.head, sources.bodyNouns.noun(before: mention.tokens)].compactMap(\.self)
        }
        return beside.filter { $0 != description.head }.map { discourse.lemma($0) }
    }

    private func classes(of member: Int, _ nouns: [ArraySlice<UInt8>]) -> NounClasses {
        let actor = sources.cast.members[member]
        if actor.kind == .country { return .country }
        var classes: NounClasses = nouns.reduce(into: []) { $0.formUnion(sources.nouns.classes(ofName: $1)) }
        for name in actor.synonyms + [actor.name] {
            let words = foldedWords(name)
            for word in words.count > 2 ? words.prefix(1) : words[...] { classes.formUnion(sources.nouns.classes(ofName: word[...])) }
        }
        guard classes.isEmpty else { return classes }
        let cites = mentions(member).contains { mention in
            let verb = discourse.tokens[mention.head].head
            return verb >= 0 && discourse.tokens[mention.head].deprel == .nsubj
                && sources.nouns.classes(of: discourse.lemma(verb)).contains(.cites)
        }
        return cites ? .outlet : []
    }
}
