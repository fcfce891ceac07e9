internal import LetopisText

/// Whose post it is: tells title, body and country apart in what follows the noun.
extension PostFinder {
    /// What follows a preposition belongs to the title («посол в Украине»), unless it hangs on the body («глава отдела по связям»), is the
    /// body («заместитель в департаменте») or says where somebody comes from («рабочий из Риги»). Of bodies in each other the first that is
    /// no organ of the next is meant: «директор Института права РАН», but «начальник Генштаба ВСУ».
    func complement(_ range: Range<Int>, _ entry: PostLexicon.Entry, _ phrase: inout PostPhrase, _ bodies: inout BodyGrouping) {
        let preposition = range.first { discourse.tokens[$0].upos == .adposition } ?? range.upperBound
        let holders = holders(in: range.lowerBound..<preposition, bodies.cast)
        var dropped: Set<Int> = []
        for holder in holders where bodies.cast.members[holder.member].kind == .country {
            if phrase.country == nil { phrase.country = holder.member }
            dropped.formUnion(holder.tokens)
        }
        let named = holders.filter { bodies.cast.members[$0.member].kind != .country }
        if let body = body(of: named, bodies.cast) {
            phrase.organization = body.member
            dropped.formUnion(range.filter { i in body.tokens.contains { discourse.descends(i, from: $0) } })
            for other in named where other.member != body.member && other.tokens[0] > body.tokens[0] { dropped.formUnion(other.tokens) }
        } else if let body = unnamedBody(range.lowerBound..<preposition, entry) {
            let tokens = body..<(range.first { $0 > body && !discourse.descends($0, from: body) } ?? range.upperBound)
            phrase.organization = bodies.member(ofBody: tokens, named: bodyNouns?.member(of: body))
            dropped.formUnion(range.filter { discourse.descends($0, from: body) })
            for holder in named { dropped.subtract(holder.tokens) }
        }
        for i in range.prefix(while: { $0 < preposition }) where phrase.country == nil && dropped.contains(i) {
            guard discourse.tokens[i].upos == .adjective, !isPartOfBody(i, bodies.cast),
                let country = countries.country(ofAdjective: discourse.lemma(i))
            else { continue }
            phrase.country = bodies.member(ofCountry: country, mention: Mention(head: i, tokens: i..<i + 1, form: .name))
        }
        for part in prepositional(preposition..<range.upperBound, phrase.head) where !dropped.contains(part.lowerBound) {
            if isApart(part, &phrase, bodies.cast) { dropped.formUnion(part) }
        }
        for i in range
        where !dropped.contains(i) && discourse.tokens[i].upos != .determiner && !(i < preposition && isAside(i, entry, &phrase, &bodies)) {
            phrase.title.append(i)
        }
    }

    /// «Российской» of «президент Российской академии наук», not «российского» of «глава российского МИД».
    private func isPartOfBody(_ i: Int, _ cast: Cast) -> Bool { cast.memberOf[i].map { cast.members[$0].kind != .country } ?? false }

    private typealias Holder = (member: Int, tokens: [Int])

    /// The first body that is no organ of the next; where all are organs, or places, the last one.
    private func body(of named: [Holder], _ cast: Cast) -> Holder? {
        let organizations = named.filter { cast.members[$0.member].kind == .organization }
        let whole = organizations.first { holder in !holder.tokens.contains { words.kind(of: discourse.lemma($0)) == .organ } }
        return whole ?? organizations.last ?? named.last
    }

    /// The stretches of a range that begin with a preposition and hang on what stands before the first of them.
    private func prepositional(_ range: Range<Int>, _ head: Int) -> [Range<Int>] {
        let starts = range.filter { i in
            guard discourse.tokens[i].upos == .adposition, discourse.tokens[i].head > i else { return false }
            let above = discourse.tokens[discourse.tokens[i].head].head
            return i == range.lowerBound || above < range.lowerBound
        }
        return starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : range.upperBound) }
    }

    /// What a preposition leads in that is no part of the title: «от партии», «из Риги»; a body after «в».
    private func isApart(_ part: Range<Int>, _ phrase: inout PostPhrase, _ cast: Cast) -> Bool {
        let noun = discourse.tokens[part.lowerBound].head
        guard part.contains(noun) else { return false }
        let member = part.lazy.compactMap { cast.memberOf[$0] }.first, kind = member.map { cast.members[$0].kind }
        switch words.kind(of: discourse.lemma(part.lowerBound)) {
        case .from:
            if kind == .country, phrase.country == nil { phrase.country = member }
            return true
        case .inside:
            guard kind == .organization || member == nil && words.isBody(discourse.lemma(noun)) else { return false }
            if kind == .organization, phrase.organization == nil { phrase.organization = member }
            return kind == .organization
        default: return false
        }
    }

    /// «партии» of «лидер партии»; not where the lexicon has post and body as one: «глава правительства».
    private func unnamedBody(_ range: Range<Int>, _ entry: PostLexicon.Entry) -> Int? {
        guard let noun = range.first(where: { discourse.tokens[$0].upos == .noun }), words.isBody(discourse.lemma(noun)) else {
            return nil
        }
        return entry.name.utf8.contains(32) && entry.name.hasSuffix(discourse.analysis.lemma(discourse.tokens[noun])) ? nil : noun
    }

    private func holders(in range: Range<Int>, _ cast: Cast) -> [(member: Int, tokens: [Int])] {
        var found: [(member: Int, tokens: [Int])] = []
        for i in range {
            guard let member = cast.memberOf[i] else { continue }
            if found.last?.member == member { found[found.count - 1].tokens.append(i) } else { found.append((member, [i])) }
        }
        return found
    }

    /// A word that says whose the post is, and is not part of its title: «российского» of «глава российского государства», «президента» of
    /// «пресс-секретарь президента».
    private func isAside(_ i: Int, _ entry: PostLexicon.Entry, _ phrase: inout PostPhrase, _ bodies: inout BodyGrouping) -> Bool {
        if isQuote(i) { return true }
        if discourse.tokens[i].upos == .adjective, let country = countries.country(ofAdjective: discourse.lemma(i)) {
            let member = bodies.member(ofCountry: country, mention: Mention(head: i, tokens: i..<i + 1, form: .name))
            if phrase.country == nil { phrase.country = member }
            return true
        }
        return entry.traits.contains(.proxy) && posts.post(of: discourse.lemma(i)) { _ in nil } != nil
    }
}
