internal import LetopisText

/// Resolves the sources of statements, in text order: each may be what the next «он» stands for.
///
/// What nothing in the article decides becomes an actor of its own, called by the article's own words in the nominative.
struct Sources {
    let discourse: Discourse
    let nominative: Nominative
    let words: RoleWords
    let countries: CountryLexicon
    let pronouns: Pronouns
    let bodyNouns: BodyNouns
    let posts: PostLexicon
    let endings: NameEndings
    let nouns: DescriptionNouns
    let weights: DescriptionWeights
    var cast: Cast
    /// Who spoke last outside of others' quotations.
    var speaker: Pronouns.Speaker?
    /// The tokens that the statement now resolved quotes before its cue: its own speaker is not named in them.
    var own: Range<Int>?
    var outer: Int?
    /// All who spoke, in the order of the facts.
    private(set) var speakers: [Pronouns.Speaker] = []
    /// No phrase is looked for further back than this many tokens.
    static let furthestPhrase = 400
    /// Actors without a name, by their wording and by the lemma of their head.
    private var byWording: [String: Int] = [:]
    var byLemma: [[UInt8]: Int?] = [:]
    /// The same, by the lemma of their head and whose they are.
    private var byOwner: [[UInt8]: Int] = [:]
    /// The countries that the article names, by their names.
    var countryNamed: [String: Int] = [:]

    init(_ discourse: Discourse, cast: Cast, nominative: Nominative, lexicon: ActorLexicon) {
        (self.discourse, self.cast, self.nominative, words, countries) = (discourse, cast, nominative, lexicon.words, lexicon.countries)
        (posts, endings, nouns, weights) = (lexicon.posts, lexicon.endings, lexicon.nouns, lexicon.weights)
        pronouns = Pronouns(discourse, cast: cast)
        bodyNouns = BodyNouns(discourse, cast: cast, words: words)
        for (number, member) in cast.members.enumerated() where member.kind == .country { countryNamed[member.name] = number }
    }

    /// The number in the cast of a statement's source; nil where the article hides it or leaves it out and nothing tells.
    ///
    /// In a speaker's own words «он» is somebody else: `outer` is who utters this statement within theirs.
    mutating func resolve(_ fact: SpeechFact, notBy outer: Int? = nil) -> Int? {
        guard let source = fact.source, !fact.hidden, discourse.tokens.indices.contains(source.head) else {
            self.outer = outer
            return nil
        }
        begin(fact, notBy: outer)
        defer { own = nil }
        guard let member = member(source) else { return nil }
        let kind = cast.members[member].kind
        let isBody = kind != .person && (kind != .group || discourse.tokens[source.head].feats.animacy == .inanimate)
        let spoken = Pronouns.Speaker(
            member: member, token: discourse.firstToken(endingAfter: fact.cue.start),
            isGroup: kind == .group && (discourse.tokens[source.head].feats.number != .singular || isCounted(source.head)), isBody: isBody,
            gender: kind == .person || source.form == .zero ? nil : discourse.tokens[source.head].feats.gender)
        speakers.append(spoken)
        speaker = spoken
        return member
    }

    /// Notes what is known of a statement before its source is.
    mutating func begin(_ fact: SpeechFact, notBy outer: Int?) { (self.outer, own) = (outer, ownWords(of: fact)) }

    /// «Мэр сказал, что штаб отметил нарушения. По его словам, …»: a body that a person spoke of does not speak next.
    func isBodyAfterPerson(_ before: Pronouns.Speaker?) -> Bool {
        func kind(_ speaker: Pronouns.Speaker?) -> Actor.Kind? { speaker.map { cast.members[$0.member].kind } }
        return kind(before) == .person && kind(speaker) != .person
    }

    private func ownWords(of fact: SpeechFact) -> Range<Int>? {
        guard fact.kind == .direct, let first = fact.content.first, first.end <= fact.cue.start else { return nil }
        return discourse.tokens(in: first)
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
        if discourse.tokens[token].feats.number == .plural, let one = cast.memberOf[token], cast.members[one].kind == .person {
            return unnamed(phrase(around: token), head: token)
        }
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
        return pronoun(
            token, SourceMention(span: span, head: token, tokens: token..<token + 1, form: .pronoun, gender: gender, number: number))
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

    /// The member with one of these names, where the cast has one.
    func member(known names: [String]) -> Int? { byName(names) ?? byWording[names[0]] }

    private func byName(_ names: [String]) -> Int? { cast.members.firstIndex { names.contains($0.name) } }

    private mutating func member(_ source: SourceMention) -> Int? {
        switch source.form {
        case .zero:
            pronouns.antecedent(of: source.head, gender: source.gender, number: source.number, after: speaker, except: outer, saying: own)
        case .pronoun: pronoun(source.head, source) ?? people(before: source.head) ?? unnamed(source.tokens, head: source.head)
        case .quotedName, .nounPhrase:
            author(of: source.head) ?? government(source.head) ?? side(source.head) ?? named(source.head, in: source.tokens)
                ?? known(source.head, in: source.tokens) ?? meant(source.head, in: source.tokens)
                ?? unnamed(source.tokens, head: source.head)
        }
    }

    mutating func pronoun(_ token: Int, _ source: SourceMention?) -> Int? {
        let feats = discourse.tokens[token].feats
        if let antecedent = relative(token) { return antecedent }
        if (source?.number ?? feats.number) == .plural, let pair = pair(before: token) { return pair }
        let found = pronouns.antecedent(
            of: token, gender: source?.gender ?? feats.gender, number: source?.number ?? feats.number, after: speaker, except: outer,
            saying: own)
        let member = found ?? body(token, source?.gender ?? feats.gender)
        if let member { cast.mention(member, Mention(head: token, tokens: token..<token + 1, form: .pronoun)) }
        return member
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
        if let member = cast.memberOf[head], !isSeveral(head, member) { return member }
        let apposed = tokens.first { i in
            cast.memberOf[i] != nil && discourse.tokens[i].head == head && [.appos, .flatName, .flat].contains(discourse.tokens[i].deprel)
        }
        return apposed.flatMap { cast.memberOf[$0] }
    }

    /// «республиканцы»: a common noun in the plural is no one person.
    private func isSeveral(_ head: Int, _ member: Int) -> Bool {
        discourse.tokens[head].feats.number == .plural && discourse.tokens[head].upos == .noun && cast.members[member].kind == .person
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

// MARK: - Sources that the article has named elsewhere

extension Sources {
    /// Whose words a work is, where the article says it with the work: «прогноз Олега Лунина», «его письмо».
    private mutating func author(of head: Int) -> Int? {
        guard words.kind(of: discourse.lemma(head)) == .work else { return nil }
        for i in discourse.dependants(of: head) {
            let token = discourse.tokens[i]
            if token.deprel == .nmod, token.feats.case == .genitive, let member = cast.memberOf[i], cast.members[member].kind == .person {
                return member
            }
            if words.kind(of: discourse.lemma(i)) == .owner { return pronoun(i, nil) }
        }
        return writer(of: head)
    }

    /// The country whose capital says something, where the article names the country: «Минск считает» is said of Belarus.
    private mutating func government(_ head: Int) -> Int? {
        guard let place = cast.memberOf[head], cast.members[place].kind != .country, isSubjectOrPlace(head),
            let number = countries.country(ofCapital: cast.members[place].name)
        else { return nil }
        guard let name = countries.countries[number].names.first(where: { countryNamed[$0] != nil }), let country = countryNamed[name]
        else {
            return nil
        }
        cast.mention(country, Mention(head: head, tokens: head..<head + 1, form: .name))
        cast.members[country].note(alias: cast.members[place].name)
        return country
    }

    /// Whom the nearest noun of its gender and number names, in its own sentence or the one before: «последняя».
    mutating func latter(_ token: Int) -> Int? {
        let feats = discourse.tokens[token].feats, sentence = discourse.sentenceOf[token]
        var i = token - 1
        while i >= 0, discourse.sentenceOf[i] >= sentence - 1, i > token - Sources.furthestPhrase {
            let noun = discourse.tokens[i]
            if [.noun, .properNoun].contains(noun.upos), noun.feats.number == feats.number, noun.feats.gender == feats.gender {
                let apposed = discourse.dependants(of: i).first { $0 > i && cast.memberOf[$0] != nil }
                let name = cast.memberOf[i] ?? apposed.flatMap { cast.memberOf[$0] }
                guard let member = name ?? bodyNouns.member(of: i) else { return nil }
                cast.mention(member, Mention(head: token, tokens: token..<token + 1, form: .pronoun))
                return member
            }
            i -= 1
        }
        return nil
    }
}

// MARK: - Sources without a name

extension Sources {
    /// An actor called by the article's own words. The same words are the same actor, and so is a bare noun that only one longer phrase has
    /// had as its head.
    mutating func unnamed(_ tokens: Range<Int>, head: Int) -> Int {
        let range = core(tokens, head: head)
        let mention = Mention(head: head, tokens: range, form: .phrase)
        if range.count == 1, let whole = identified(head) { return unnamed(whole, head: discourse.head(of: whole)) }
        let owner = self.owner(of: head, in: range), key = owner.map { Array(discourse.lemma(head)) + Array(" \($0.member)".utf8) }
        if let member = key.flatMap({ byOwner[$0] }) ?? longer(head, in: range) {
            cast.mention(member, mention)
            return member
        }
        let wording = (owner.flatMap { self.wording(head, in: range, of: $0) } ?? nominative.name(range, in: discourse)).lowered(
            discourse.isPlainCapital(range.lowerBound))
        let lemma = Array(discourse.lemma(head)) + (discourse.tokens[head].feats.number == .plural ? [0x2B] : [])
        if let member = byWording[wording] ?? (range.count == 1 ? byLemma[lemma] ?? nil : nil) {
            cast.mention(member, mention)
            return member
        }
        let member = cast.add(CastMember(kind: kind(of: head), name: wording, mentions: [mention]))
        byWording[wording] = member
        if let key { byOwner[key] = member }
        byLemma[lemma] = byLemma[lemma] == nil ? .some(member) : .some(nil)
        return member
    }

    /// The longer phrase that a bare plural stands for, where the article has one and no other: «тысячи демонстрантов» of «демонстранты».
    private func identified(_ head: Int) -> Range<Int>? {
        let feats = discourse.tokens[head].feats
        guard feats.number == .plural, feats.animacy == .animate else { return nil }
        var found: Range<Int>?
        let family = posts.post(of: discourse.lemma(head), followedBy: { _ in nil })?.entry.family
        for i in max(0, head - Sources.furthestPhrase)..<head where isAlike(i, head, family) {
            let above = discourse.tokens[i].head
            let isCounted =
                above >= 0 && discourse.tokens[i].deprel == .nmod && discourse.tokens[i].feats.case == .genitive
                && words.kind(of: discourse.lemma(above)) == .many
            let range = phrase(around: isCounted ? above : i)
            let isOther = !discourse.lemma(i).elementsEqual(discourse.lemma(head))
            guard range.upperBound > i + 1 || isCounted || isOther else { continue }
            if let found, !isOther || !discourse.lemma(discourse.head(of: found)).elementsEqual(discourse.lemma(i)) { return nil }
            found = found ?? range
        }
        return found
    }

    /// The phrase up to a comma or bracket, without quotation marks around it.
    func core(_ tokens: Range<Int>, head: Int) -> Range<Int> {
        guard tokens.contains(head) else { return head..<head + 1 }
        var low = tokens.lowerBound
        while low < head,
            [.punctuation, .particle].contains(discourse.tokens[low].upos)
                || discourse.tokens[low].upos == .determiner
                    && discourse.tokens[low].feats.clash(on: .case, with: discourse.tokens[head].feats)
                || [.current, .quality].contains(words.kind(of: discourse.lemma(low)))
        { low += 1 }
        var high = head + 1
        while high < tokens.upperBound,
            !(discourse.tokens[high].upos == .punctuation && discourse.tokens[high].span.start == discourse.tokens[high - 1].span.end)
        { high += 1 }
        return low..<high
    }

    /// The words that hang on a noun without a break.
    func phrase(around token: Int) -> Range<Int> {
        let sentence = discourse.sentence(of: token)
        var low = token, high = token + 1
        while low > sentence.lowerBound, discourse.tokens[low - 1].upos == .adjective, discourse.tokens[low - 1].head == token { low -= 1 }
        while high < sentence.upperBound, discourse.tokens[high].upos != .punctuation, high < token + 12,
            discourse.descends(high, from: token)
        { high += 1 }
        return low..<high
    }

    /// «два президента», which the tagger takes for one.
    func isCounted(_ head: Int) -> Bool {
        discourse.tokens[head].feats.animacy == .animate
            && discourse.dependants(of: head).contains { [.nummod, .nummodGov].contains(discourse.tokens[$0].deprel) }
    }

    private func kind(of head: Int) -> Actor.Kind {
        let feats = discourse.tokens[head].feats
        if words.kind(of: discourse.lemma(head)) == .people || isCounted(head) { return .group }
        if feats.animacy == .animate || discourse.tokens[head].upos == .pronoun || words.kind(of: discourse.lemma(head)) == .owner {
            return feats.number == .plural ? .group : .person
        }
        return .organization
    }
}

extension String {
    /// The text with its first letter in lower case, where asked.
    func lowered(_ asked: Bool) -> String { asked ? prefix(1).lowercased() + dropFirst() : self }
}
