internal import LetopisText

// The countries and parties that those who meet come for, and where they meet.
extension MeetingResolution {
    /// The country or party that a word names: «США», «украинскую делегацию».
    func side(of token: Int, _ sources: inout Sources) -> Int? {
        if let country = country(ofAdjectivesOf: token, &sources) { return country }
        return participant(token, &sources)
    }

    /// Whom a participant comes for: a country itself, the country of a post, of an adjective («украинская делегация»).
    func country(of member: Int, _ token: Int, _ sources: inout Sources) -> Int? {
        if sources.cast.members[member].kind == .country { return member }
        let posts = sources.cast.members[member].posts.filter { !$0.former }
        if let post = posts.first(where: { $0.country != nil || $0.organization != nil }) { return post.country ?? post.organization }
        if let whole = lexicon.seats.names(of: sources.cast.members[member].name), sources.cast.members[member].kind == .organization {
            return sources.member(known: whole)
        }
        return country(ofAdjectivesOf: token, &sources)
    }

    func country(ofAdjectivesOf token: Int, _ sources: inout Sources) -> Int? {
        for i in discourse.dependants(of: token) where discourse.tokens[i].deprel == .amod {
            if let country = lexicon.countries.country(ofAdjective: discourse.lemma(i)) {
                return member(ofCountry: country, at: i, &sources)
            }
        }
        return nil
    }

    func member(ofCountry country: Int, at token: Int, _ sources: inout Sources) -> Int {
        let mention = Mention(head: token, tokens: token..<token + 1, form: .phrase)
        return sources.member(named: lexicon.countries.countries[country].names, kind: .country, mention: mention)
    }

    /// «американо-российские»: both countries.
    func countries(_ adjective: Int, _ sources: inout Sources) -> [MeetingDraft.Part] {
        guard discourse.lemma(adjective).contains(0x2D) else { return [] }
        let parts = discourse.lemma(adjective).split(separator: 0x2D)
        let found = parts.enumerated().compactMap { place, part in
            place == parts.count - 1 ? lexicon.countries.country(ofAdjective: part) : lexicon.countries.country(ofFirstPart: part)
        }
        guard found.count == parts.count else { return [] }
        return found.map { country in
            let member = member(ofCountry: country, at: adjective, &sources)
            return MeetingDraft.Part(
                member: member, side: member, part: .delegate, span: discourse.tokens[adjective].span, rule: "adjective")
        }
    }

    func place(_ token: Int, _ sources: Sources) -> (member: Int, span: SourceSpan)? {
        let named =
            [token]
            + discourse.dependants(of: token).filter {
                [.appos, .flat, .flatName, .nmod].contains(discourse.tokens[$0].deprel) && isTitle($0, of: token)
            }
        for i in named {
            guard let member = sources.cast.memberOf[i], [.place, .country].contains(sources.cast.members[member].kind) else { continue }
            return (member, span(i, member, sources))
        }
        return nil
    }

    /// «остров Мальта»: the name is the noun's own, and not in the genitive («столица Мальты»).
    func isTitle(_ i: Int, of noun: Int) -> Bool {
        i > noun && discourse.tokens[noun].upos == .noun
            && (discourse.tokens[i].feats.case != .genitive
                || discourse.tokens[noun].feats.case == .genitive && discourse.tokens[i].deprel == .appos)
    }

    /// The number of the country that a place is, or is the capital of.
    func country(ofPlace member: CastMember) -> Int? {
        lexicon.countries.countries.firstIndex { country in
            country.names.contains(member.name) || country.capital == member.name
        }
    }

    /// «главный переговорщик Латвии в диалоге с союзом Олег Лунин»: the name behind.
    func apposed(to token: Int, _ sources: Sources) -> Int? {
        guard sources.cast.memberOf[token] == nil else { return nil }
        let name = discourse.dependants(of: token).first {
            discourse.tokens[$0].deprel == .appos && discourse.tokens[$0].upos == .properNoun && sources.cast.memberOf[$0] != nil
                && !(token..<$0).contains { discourse.tokens[$0].upos == .verb }
                && !discourse.tokens[token].feats.clash(on: .number, with: discourse.tokens[$0].feats)
        }
        return name.flatMap { sources.cast.memberOf[$0] }.flatMap { sources.cast.members[$0].kind == .person ? $0 : nil }
    }

    /// «президенты Латвии и Эстонии»: those whom the article names as such.
    func holders(_ token: Int, _ sources: Sources) -> [(member: Int, word: Int)]? {
        guard discourse.tokens[token].feats.number == .plural, discourse.tokens[token].feats.animacy == .animate else { return nil }
        let whose = countries(of: token, sources)
        let found = whose.compactMap { word in
            country(word, sources).flatMap { holder(of: discourse.lemma(token), $0, sources) }.map { (member: $0, word: word) }
        }
        return found.count == whose.count && found.count > 1 ? found : nil
    }

    /// The words for the countries that several hold one post in: «президенты Латвии и Эстонии», «латвийский и эстонский лидеры».
    private func countries(of token: Int, _ sources: Sources) -> [Int] {
        let isName = { (i: Int) -> Bool in isCountry(i, sources) }
        let own = discourse.dependants(of: token)
        let first = own.first { discourse.tokens[$0].deprel == .nmod && isName($0) } ?? own.first { isCountry(adjective: $0) }
        guard let first else { return [] }
        let isNoun = isName(first)
        let joined = discourse.dependants(of: first) + (isNoun ? own.filter { $0 > first } : [])
        return [first] + joined.filter { discourse.tokens[$0].deprel == .conj && (isNoun ? isName($0) : isCountry(adjective: $0)) }
    }

    private func isCountry(_ i: Int, _ sources: Sources) -> Bool {
        guard [.noun, .properNoun].contains(discourse.tokens[i].upos) else { return false }
        return sources.cast.memberOf[i].map { sources.cast.members[$0].kind == .country } ?? false
            || lexicon.countries.country(at: i, in: discourse) != nil
    }

    private func isCountry(adjective i: Int) -> Bool {
        discourse.tokens[i].upos == .adjective && lexicon.countries.country(ofAdjective: discourse.lemma(i)) != nil
    }

    private func country(_ word: Int, _ sources: Sources) -> Int? {
        if let member = sources.cast.memberOf[word], sources.cast.members[member].kind == .country { return member }
        let country = lexicon.countries.country(ofAdjective: discourse.lemma(word))
        return country.flatMap { sources.member(known: lexicon.countries.countries[$0].names) }
    }

    /// How many people a plural without names stands for: two for «лидеры Латвии и Эстонии», any number (0) for «лидеры» alone; nil for others.
    func standing(for token: Int, _ sources: Sources) -> Int? {
        guard discourse.tokens[token].feats.number == .plural, discourse.tokens[token].feats.animacy == .animate,
            lexicon.posts.post(of: discourse.lemma(token), followedBy: { _ in nil }) != nil
        else { return nil }
        let whose = countries(of: token, sources)
        if whose.count > 1 { return whose.count }
        let says = discourse.dependants(of: token).filter {
            [.nmod, .amod, .nummod, .nummodGov, .acl].contains(discourse.tokens[$0].deprel)
        }
        return says.isEmpty ? 0 : nil
    }

    /// The common name of a post: «министр иностранных дел» of «главы МИД».
    func post(of token: Int) -> String? {
        let next = { (place: Int) -> ArraySlice<UInt8>? in
            token + 1 + place < discourse.tokens.count ? discourse.lemma(token + 1 + place) : nil
        }
        return lexicon.posts.post(of: discourse.lemma(token), followedBy: next)?.entry.family
    }

    func holder(of post: ArraySlice<UInt8>, _ country: Int, _ sources: Sources) -> Int? {
        sources.cast.members.indices.first { member in
            sources.cast.members[member].kind == .person
                && sources.cast.members[member].posts.contains { held in
                    !held.former && (held.country == country || held.organization == country)
                        && (discourse.lemma(held.phrase.head) == post || held.organization == nil && isCalled(held, post))
                }
        }
    }

    /// «лидер», «глава республики»: the holder of a country's post by another word.
    private func isCalled(_ held: HeldPost, _ post: ArraySlice<UInt8>) -> Bool {
        guard let entry = lexicon.posts.post(of: post, followedBy: { _ in nil })?.entry else { return false }
        return held.phrase.family == entry.family || held.phrase.wider.contains(entry.family)
    }

    /// «мы», «наши переговоры»: the speaker's country or body; «мой», «я»: the speaker.
    mutating func speaker(_ part: MeetingFact.Part, _ sources: inout Sources) -> MeetingDraft.Part? {
        guard let source = speakers.source(of: discourse.tokens[part.token].span), let person = sources.resolve(token: source.head) else {
            return nil
        }
        let side = country(of: person, source.head, &sources)
        let member = part.isAlone ? person : side ?? person
        return MeetingDraft.Part(
            member: member, side: side, part: part.part, span: discourse.tokens[part.token].span, rule: part.rule, isWeak: part.isWeak)
    }
}

/// Who speaks where: the sources of statements by their contents.
struct MeetingSpeakers: Sendable {
    private var contents: [(span: SourceSpan, source: SourceMention, isDirect: Bool)] = []
    /// No content that began so many before is looked at.
    private static let most = 8

    init(_ statements: [SpeechFact]) {
        for fact in statements where !fact.hidden && fact.kind != .indirect {
            guard let source = fact.source, source.form == .nounPhrase || source.form == .quotedName else { continue }
            for span in fact.content { contents.append((span, source, fact.kind == .direct)) }
        }
        contents.sort { $0.span < $1.span }
    }

    /// The words that name whoever says this, in the innermost of his contents that holds it.
    func source(of span: SourceSpan, onlyDirect: Bool = false) -> SourceMention? {
        var (low, high) = (0, contents.count)
        while low < high {
            let middle = (low + high) / 2
            if contents[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
        }
        return contents[max(0, low - Self.most)..<low].last { $0.span.end >= span.end && ($0.isDirect || !onlyDirect) }?.source
    }
}
