internal import LetopisText

/// Resolves the sources of statements, in text order: each may be what the next «он» stands for.
///
/// What nothing in the article decides becomes an actor of its own, called by the article's own words in the nominative.
struct Sources {
    private let discourse: Discourse
    private let nominative: Nominative
    private let words: RoleWords
    let pronouns: Pronouns
    private(set) var cast: Cast
    private(set) var speaker: Pronouns.Speaker?
    private var outer: Int?
    /// All who spoke, in the order of the facts.
    private var speakers: [Pronouns.Speaker] = []
    /// Actors without a name, by their wording and by the lemma of their head.
    private var byWording: [String: Int] = [:]
    private var byLemma: [[UInt8]: Int?] = [:]

    init(_ discourse: Discourse, cast: Cast, nominative: Nominative, words: RoleWords) {
        (self.discourse, self.cast, self.nominative, self.words) = (discourse, cast, nominative, words)
        pronouns = Pronouns(discourse, cast: cast)
    }

    /// The number in the cast of a statement's source; nil where the article hides it or leaves it out and nothing tells.
    ///
    /// In a speaker's own words «он» is somebody else: `outer` is who utters this statement within theirs.
    mutating func resolve(_ fact: SpeechFact, notBy outer: Int? = nil) -> Int? {
        self.outer = outer
        guard let source = fact.source, !fact.hidden, discourse.tokens.indices.contains(source.head) else { return nil }
        guard let member = member(source) else { return nil }
        speaker = Pronouns.Speaker(
            member: member, token: discourse.firstToken(endingAfter: fact.cue.start), isGroup: cast.members[member].kind == .group)
        if let speaker { speakers.append(speaker) }
        return member
    }

    /// The numbers in the cast of whoever other mentions stand for, each read as after the last speaker before it. Nil where nothing tells.
    mutating func resolve(_ mentions: [SourceMention]) -> [Int?] {
        let spoken = speakers.sorted { $0.token < $1.token }
        var found = [Int?](repeating: nil, count: mentions.count), next = 0
        (speaker, outer) = (nil, nil)
        for i in mentions.indices.sorted(by: { (mentions[$0].head, $0) < (mentions[$1].head, $1) }) {
            while next < spoken.count, spoken[next].token <= mentions[i].head { (speaker, next) = (spoken[next], next + 1) }
            if discourse.tokens.indices.contains(mentions[i].head) { found[i] = member(mentions[i]) }
        }
        return found
    }

    /// The number in the cast of whoever a noun or pronoun stands for: an addressee, a principal.
    mutating func resolve(token: Int) -> Int? {
        guard discourse.tokens.indices.contains(token) else { return nil }
        if discourse.tokens[token].upos == .pronoun { return pronoun(token, nil) }
        return cast.memberOf[token] ?? named(token, in: phrase(around: token)) ?? unnamed(phrase(around: token), head: token)
    }

    /// The same for one of a list: what is joined to the noun by «и» is not part of it.
    mutating func resolve(alone token: Int) -> Int? {
        guard discourse.tokens.indices.contains(token) else { return nil }
        let phrase = phrase(around: token), joined = phrase.first { $0 > token && isJoined($0, to: token) }
        let own = phrase.lowerBound..<(joined ?? phrase.upperBound)
        return cast.memberOf[token] ?? named(token, in: own) ?? unnamed(own, head: token)
    }

    /// Whom a pronoun stands for that cannot be one of those whom its own clause names.
    mutating func resolve(pronoun token: Int, gender: Gender?, number: Number?, notBy other: Int?) -> Int? {
        guard discourse.tokens.indices.contains(token) else { return nil }
        outer = other
        let span = discourse.tokens[token].span
        return pronoun(token, SourceMention(span: span, head: token, tokens: token..<token + 1, form: .pronoun, gender: gender, number: number))
    }

    private func isJoined(_ i: Int, to head: Int) -> Bool {
        let word = discourse.tokens[i].deprel == .cc ? discourse.tokens[i].head : i
        return word >= 0 && discourse.tokens[word].deprel == .conj && discourse.tokens[word].head == head
    }

    /// The member with one of these names, added under the first where the cast has none.
    mutating func member(named names: [String], kind: Actor.Kind, mention: Mention) -> Int {
        if let known = byName(names) ?? byWording[names[0]] {
            cast.mention(known, mention)
            return known
        }
        let member = cast.add(CastMember(kind: kind, name: names[0], mentions: [mention]))
        byWording[names[0]] = member
        return member
    }

    private func byName(_ names: [String]) -> Int? { cast.members.firstIndex { names.contains($0.name) } }

    private mutating func member(_ source: SourceMention) -> Int? {
        switch source.form {
        case .zero: pronouns.antecedent(of: source.head, gender: source.gender, number: source.number, after: speaker, except: outer)
        case .pronoun: pronoun(source.head, source) ?? unnamed(source.tokens, head: source.head)
        case .quotedName, .nounPhrase: named(source.head, in: source.tokens) ?? unnamed(source.tokens, head: source.head)
        }
    }

    private mutating func pronoun(_ token: Int, _ source: SourceMention?) -> Int? {
        let feats = discourse.tokens[token].feats
        if let antecedent = relative(token) { return antecedent }
        if (source?.number ?? feats.number) == .plural, let pair = pair(before: token) { return pair }
        let found = pronouns.antecedent(
            of: token, gender: source?.gender ?? feats.gender, number: source?.number ?? feats.number, after: speaker, except: outer)
        if let found { cast.mention(found, Mention(head: token, tokens: token..<token + 1, form: .pronoun)) }
        return found
    }

    /// Whom «который» stands for: what its clause hangs on.
    private func relative(_ token: Int) -> Int? {
        let clause = discourse.tokens[token].head
        guard clause >= 0, discourse.tokens[clause].deprel == .aclRelcl, discourse.tokens[clause].head >= 0 else { return nil }
        return cast.memberOf[discourse.tokens[clause].head]
    }

    /// The member that a phrase names: its head, a name in apposition to it, or the holder of its post.
    private mutating func named(_ head: Int, in tokens: Range<Int>) -> Int? {
        if let pair = several(head, in: tokens) { return pair }
        if let member = cast.memberOf[head] { return member }
        let apposed = tokens.first { i in
            cast.memberOf[i] != nil && discourse.tokens[i].head == head && [.appos, .flatName, .flat].contains(discourse.tokens[i].deprel)
        }
        return apposed.flatMap { cast.memberOf[$0] }
    }

    /// «Виткофф и Кушнер»: a group of its own.
    private mutating func several(_ head: Int, in tokens: Range<Int>) -> Int? {
        let others = tokens.filter { discourse.tokens[$0].head == head && discourse.tokens[$0].deprel == .conj && cast.memberOf[$0] != nil }
        guard cast.memberOf[head] != nil, !others.isEmpty else { return nil }
        return group([head] + others, Mention(head: head, tokens: tokens, form: .phrase))
    }

    /// «они» after «Виткофф и Кушнер».
    private mutating func pair(before token: Int) -> Int? {
        let people = pronouns.several(before: token)
        return people.count > 1 ? group(people.map(\.token), Mention(head: token, tokens: token..<token + 1, form: .pronoun)) : nil
    }

    private mutating func group(_ tokens: [Int], _ mention: Mention) -> Int? {
        let members = tokens.compactMap { cast.memberOf[$0] }
        let names = members.enumerated().filter { !members[..<$0.offset].contains($0.element) }.map { cast.members[$0.element].name }
        guard let last = names.last, let token = tokens.last, names.count > 1 else { return nil }
        return group(names.dropLast().joined(separator: ", ") + " " + and(before: token) + " " + last, mention)
    }

    /// The article's own word for «and».
    private func and(before token: Int) -> String {
        let word = discourse.dependants(of: token).first { discourse.tokens[$0].deprel == .cc }
        return word.map { discourse.analysis.text(discourse.tokens[$0]) } ?? ","
    }

    private mutating func group(_ wording: String, _ mention: Mention) -> Int {
        if let member = byWording[wording] {
            cast.mention(member, mention)
            return member
        }
        let member = cast.add(CastMember(kind: .group, name: wording, mentions: [mention]))
        byWording[wording] = member
        return member
    }
}

// MARK: - Sources without a name

extension Sources {
    /// An actor called by the article's own words. The same words are the same actor, and so is a bare noun that only one longer phrase has had as its head.
    private mutating func unnamed(_ tokens: Range<Int>, head: Int) -> Int {
        let range = core(tokens, head: head)
        let mention = Mention(head: head, tokens: range, form: .phrase)
        let wording = nominative.name(range, in: discourse).lowered(discourse.isPlainCapital(range.lowerBound))
        let lemma = Array(discourse.lemma(head))
        if let member = byWording[wording] ?? (range.count == 1 ? byLemma[lemma] ?? nil : nil) {
            cast.mention(member, mention)
            return member
        }
        let member = cast.add(CastMember(kind: kind(of: head), name: wording, mentions: [mention]))
        byWording[wording] = member
        byLemma[lemma] = byLemma[lemma] == nil ? .some(member) : .some(nil)
        return member
    }

    /// The phrase up to a comma or bracket, without quotation marks around it.
    private func core(_ tokens: Range<Int>, head: Int) -> Range<Int> {
        guard tokens.contains(head) else { return head..<head + 1 }
        var low = tokens.lowerBound
        while low < head,
            discourse.tokens[low].upos == .punctuation || discourse.tokens[low].upos == .particle
                || words.kind(of: discourse.lemma(low)) == .current
        { low += 1 }
        var high = head + 1
        while high < tokens.upperBound,
            !(discourse.tokens[high].upos == .punctuation && discourse.tokens[high].span.start == discourse.tokens[high - 1].span.end)
        { high += 1 }
        return low..<high
    }

    /// The words that hang on a noun without a break.
    private func phrase(around token: Int) -> Range<Int> {
        let sentence = discourse.sentence(of: token)
        var low = token, high = token + 1
        while low > sentence.lowerBound, discourse.tokens[low - 1].upos == .adjective, discourse.tokens[low - 1].head == token { low -= 1 }
        while high < sentence.upperBound, discourse.tokens[high].upos != .punctuation, high < token + 12,
            discourse.descends(high, from: token)
        { high += 1 }
        return low..<high
    }

    private func kind(of head: Int) -> Actor.Kind {
        let feats = discourse.tokens[head].feats
        if words.kind(of: discourse.lemma(head)) == .people { return .group }
        if feats.animacy == .animate || discourse.tokens[head].upos == .pronoun { return feats.number == .plural ? .group : .person }
        return .organization
    }
}

extension String {
    /// The text with its first letter in lower case, where asked.
    func lowered(_ asked: Bool) -> String { asked ? prefix(1).lowercased() + dropFirst() : self }
}
