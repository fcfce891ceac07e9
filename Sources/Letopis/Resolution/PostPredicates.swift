internal import LetopisText

/// Posts that a sentence says of somebody: with a verb of being, becoming, appointing, with «пост», with a pronoun for the post.
extension PostHolders {
    /// «Рааб был министром»; «министром назначен Рааб»; «Рааб — министр».
    func predicated(_ phrase: PostPhrase) -> Int? {
        let token = discourse.tokens[phrase.head]
        guard !isCounted(phrase) else { return nil }
        if token.feats.case == .nominative { return argument(of: phrase.head, [.nsubj]) }
        guard token.feats.case == .instrumental else { return nil }
        if let holder = copula(phrase.head) { return holder }
        guard token.head >= 0 else { return nil }
        let verb = discourse.tokens[token.head]
        switch words.kind(of: discourse.lemma(token.head)) {
        case .holds: return argument(of: token.head, [.nsubj])
        case .appoints where verb.feats.isPassive || verb.feats.verbForm == .participle:
            return argument(of: token.head, [.nsubjPass, .nsubj])
        case .appoints: return argument(of: token.head, [.obj, .nsubjPass])
        default: return nil
        }
    }

    /// «Рааб был министром», read as a predicate with a copula.
    private func copula(_ head: Int) -> Int? {
        discourse.dependants(of: head).contains { discourse.tokens[$0].deprel == .cop } ? argument(of: head, [.nsubj]) : nil
    }

    /// «занимал пост министра», «ушёл с поста министра», «отставка Рааба с поста министра».
    func inOffice(_ phrase: PostPhrase) -> Int? {
        if let holder = inQuality(phrase) { return holder }
        let office = discourse.tokens[phrase.head].head
        guard office >= 0, discourse.tokens[phrase.head].feats.case == .genitive, words.kind(of: discourse.lemma(office)) == .office else {
            return nil
        }
        var word = discourse.tokens[office].head
        for _ in 0..<3 where word >= 0 {
            if words.kind(of: discourse.lemma(word)) == .unheld { return nil }
            if let holder = person(word) { return discourse.tokens[office].deprel == .nmod ? holder : nil }
            if discourse.tokens[word].feats.animacy == .animate { return nil }
            if discourse.tokens[word].upos != .noun {
                return argument(of: word, words.kind(of: discourse.lemma(word)) == .appoints ? [.obj, .nsubjPass] : [.nsubj])
            }
            if let owner = owner(of: word) { return owner }
            word = discourse.tokens[word].head
        }
        return nil
    }

    /// «в команду входит Рааб в качестве советника», where the tree hangs the post on the verb and «в качестве» on the post.
    private func inQuality(_ phrase: PostPhrase) -> Int? {
        let office = phrase.tokens.lowerBound - 1, verb = discourse.tokens[phrase.head].head
        guard office > 0, verb >= 0, discourse.tokens[office].deprel == .fixed, words.kind(of: discourse.lemma(office)) == .office,
            !(min(verb, office)..<max(verb, office)).contains(where: { discourse.form($0).elementsEqual(",".utf8) })
        else { return nil }
        return argument(of: verb, words.kind(of: discourse.lemma(verb)) == .appoints ? [.obj, .nsubjPass] : [.nsubj])
    }

    /// «Рааб — второй министр, который ушёл»: says what he did, not what he is.
    func isCounted(_ phrase: PostPhrase) -> Bool {
        discourse.dependants(of: phrase.head).contains { discourse.tokens[$0].deprel == .aclRelcl }
            && (phrase.tokens.lowerBound..<phrase.head).contains { words.kind(of: discourse.lemma($0)) == .current }
    }

    /// The person in one of these relations to a word, or, where it has no subject, to the verb that it goes on from or depends on.
    private func argument(of head: Int, _ relations: [Relation]) -> Int? {
        var verb = head
        for _ in 0..<3 {
            if let person = ownArgument(of: verb, relations) { return person }
            if let token = pronoun(of: verb, relations) {
                return pronouns?.antecedent(
                    of: token, gender: discourse.tokens[token].feats.gender, number: discourse.tokens[token].feats.number, after: nil)
            }
            let hasSubject = discourse.dependants(of: verb).contains { [.nsubj, .nsubjPass].contains(discourse.tokens[$0].deprel) }
            if !hasSubject, discourse.tokens[verb].feats.verbForm == .participle, let bearer = person(discourse.tokens[verb].head) {
                return bearer
            }
            if !hasSubject, discourse.tokens[verb].feats.verbForm == .infinitive, let owner = owner(of: discourse.tokens[verb].head) {
                return owner
            }
            guard !hasSubject, [.conj, .xcomp].contains(discourse.tokens[verb].deprel), discourse.tokens[verb].head >= 0 else { return nil }
            verb = discourse.tokens[verb].head
        }
        return nil
    }

    /// «он» of «он был министром».
    private func pronoun(of head: Int, _ relations: [Relation]) -> Int? {
        discourse.dependants(of: head).first { i in
            relations.contains(discourse.tokens[i].deprel) && discourse.tokens[i].upos == .pronoun && discourse.tokens[i].feats.person == 3
        }
    }

    /// The person in one of these relations to a word; through «который» the one that it stands for.
    private func ownArgument(of head: Int, _ relations: [Relation]) -> Int? {
        for i in discourse.dependants(of: head) where relations.contains(discourse.tokens[i].deprel) {
            if let member = person(i) ?? apposed(to: i) { return member }
            if discourse.tokens[i].upos == .pronoun, discourse.tokens[head].deprel == .aclRelcl {
                return person(discourse.tokens[head].head)
            }
            return nil
        }
        return nil
    }

    /// «место мэра занял республиканец Олег Лунин».
    private func apposed(to i: Int) -> Int? {
        let name = discourse.dependants(of: i).first { [.appos, .flat, .flatName].contains(discourse.tokens[$0].deprel) && $0 > i }
        return name.flatMap(person)
    }

    /// The person in the genitive that hangs on a noun: «отставка Рааба», «шансы Рааба сохранить пост».
    private func owner(of noun: Int) -> Int? {
        guard noun >= 0 else { return nil }
        return discourse.dependants(of: noun).lazy.filter {
            discourse.tokens[$0].deprel == .nmod && discourse.tokens[$0].feats.case == .genitive
        }.compactMap(person).first
    }

    /// «Назначен новый министр. Им стал Рааб»: a pronoun that begins the next sentence and stands for the post.
    func namedNext(_ phrase: PostPhrase) -> Int? {
        let next = discourse.sentence(of: phrase.head).upperBound
        guard next < discourse.tokens.count, discourse.tokens[next].upos == .pronoun, discourse.tokens[next].feats.person == 3,
            !isPredicate(phrase), discourse.tokens[next].head > next,
            words.kind(of: discourse.lemma(discourse.tokens[next].head)) == .holds,
            phrase.tokens.contains(where: { words.kind(of: discourse.lemma($0)) == .current })
        else { return nil }
        return argument(of: discourse.tokens[next].head, [.nsubj])
    }

    /// Whether a phrase says of somebody that they get or hold a post, and so stands for nobody.
    func isPredicate(_ phrase: PostPhrase) -> Bool {
        let token = discourse.tokens[phrase.head]
        guard token.head >= 0 else { return token.feats.case == .instrumental }
        switch words.kind(of: discourse.lemma(token.head)) {
        case .holds, .appoints: return token.feats.case == .instrumental
        case .office, .unheld: return token.feats.case == .genitive
        default: return false
        }
    }

    /// Whom a noun for somebody just spoken of means, who must have a post: «политик», or any that the lexicon calls by this noun too:
    /// «дипломат» of an ambassador. Not the subject of its own sentence, unless it is one.
    func epithet(_ phrase: PostPhrase) -> Int? {
        let head = phrase.head, token = discourse.tokens[head]
        guard let pronouns, phrase.title.count <= phrase.words, phrase.organization == nil || phrase.words > 1,
            token.feats.number == .singular, token.head >= 0
        else { return nil }
        let sentence = discourse.sentenceOf[head]
        let subject = pronouns.people[sentence].first { $0.token < head && pronouns.isSubject($0.token) }?.member
        let found = pronouns.antecedent(
            of: head, gender: token.feats.gender, number: .singular, after: nil, except: pronouns.isSubject(head) ? nil : subject)
        guard let found, !cast.members[found].posts.isEmpty else { return nil }
        if cast.members[found].isCalled(phrase) { return found }
        let isEpithet = words.isEpithet(discourse.lemma(head)) && ![.profession, .counsel].contains(words.kind(of: discourse.lemma(head)))
        return isEpithet && phrase.country == nil && phrase.words == 1 && phrase.title.count == 1 ? found : nil
    }
}

extension CastMember {
    /// Whether one of the posts lets the holder be called so, and none is held in another country.
    func isCalled(_ phrase: PostPhrase) -> Bool {
        let isOwn = phrase.organization == nil && phrase.traits.isDisjoint(with: [.proxy, .deputy])
        return posts.contains { post in
            post.phrase.wider.contains(phrase.family)
                || isOwn && phrase.wider.contains(post.phrase.family) && post.country != nil && post.organization == nil
        }
            && posts.allSatisfy { phrase.country == nil || $0.country == nil || $0.country == phrase.country }
    }
}
