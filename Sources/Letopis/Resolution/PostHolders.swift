internal import LetopisText

/// Gives posts to the people who hold them, by where name and post stand to each other.
///
/// «президент США Дональд Трамп»; «Энда Кенни, премьер-министр Ирландии»; «Рааб был министром юстиции»; «министром назначен Рааб»;
/// «Рааб занимал пост министра». A post that stands alone is given to nobody here.
struct PostHolders {
    let discourse: Discourse
    let words: RoleWords
    var cast: Cast
    /// Whom «он» of «он был министром» means; nil where pronouns are left alone.
    var pronouns: Pronouns?

    /// For each phrase, the number of its holder in the cast, or nil.
    func holders(of phrases: [PostPhrase], known: [Int?] = []) -> [Int?] {
        var holders = known.isEmpty ? phrases.map { $0.isNested ? nil : following($0) } : known
        for i in phrases.indices where holders[i] == nil && !phrases[i].isNested {
            holders[i] = preceding(phrases[i]) ?? predicated(phrases[i]) ?? inOffice(phrases[i])
        }
        for i in phrases.indices.dropLast().reversed() where holders[i] == nil && !phrases[i].isNested {
            holders[i] = shared(phrases[i], with: phrases[i + 1], holders[i + 1])
        }
        return holders
    }

    private func person(_ i: Int) -> Int? {
        guard discourse.tokens.indices.contains(i), let member = cast.memberOf[i], cast.members[member].kind == .person else { return nil }
        return member
    }

    /// «президент США Дональд Трамп».
    private func following(_ phrase: PostPhrase) -> Int? {
        var next = pastBrackets(phrase.tokens.upperBound)
        if next < discourse.tokens.count, discourse.isQuotationMark(next) { next += 1 }
        while next < discourse.tokens.count, discourse.tokens[next].upos == .adjective, person(discourse.tokens[next].head) != nil {
            next += 1
        }
        if isApposition(after: next, phrase) { next += 1 }
        guard let member = person(next), discourse.sentenceOf[next] == discourse.sentenceOf[phrase.head], !discourse.startsLine(next) else {
            return nil
        }
        let name = discourse.tokens[next]
        guard !belongsElsewhere(name, phrase) else { return nil }
        let isArgument = [.nsubj, .nsubjPass, .obj, .iobj, .obl].contains(name.deprel) && name.head != phrase.head
        return isArgument && name.feats.clash(on: .case, with: discourse.tokens[phrase.head].feats) ? nil : member
    }

    /// A name that says whose relative or whose body the post's phrase ends in: «муж актрисы Олег Лунин», «министр правительства Анны Берг».
    private func belongsElsewhere(_ name: Token, _ phrase: PostPhrase) -> Bool {
        let above = discourse.tokens[phrase.head].head
        if above >= 0, discourse.tokens[phrase.head].feats.case == .genitive, words.kind(of: discourse.lemma(above)) == .tie {
            return name.feats.case != .genitive
        }
        let last = phrase.tokens.upperBound - 1
        return name.head == last && last > phrase.head && name.feats.case == .genitive && name.deprel == .nmod
            && words.kind(of: discourse.lemma(last)) == .body
    }

    /// «директор музея, Олег Лунин»: the comma before a name that hangs on the noun and stands in its case.
    private func isApposition(after comma: Int, _ phrase: PostPhrase) -> Bool {
        guard comma + 1 < discourse.tokens.count, discourse.form(comma).elementsEqual(",".utf8), person(comma + 1) != nil else {
            return false
        }
        let name = discourse.tokens[comma + 1], noun = discourse.tokens[phrase.head]
        guard name.feats.agree(on: .case, with: noun.feats) else { return false }
        let begins =
            phrase.tokens.lowerBound == discourse.sentence(of: phrase.head).lowerBound || discourse.startsLine(phrase.tokens.lowerBound)
        if begins, noun.feats.case == .nominative, name.deprel == .nsubj || noun.deprel == .nsubj { return true }
        return name.deprel == .appos && (name.head == phrase.head || name.head == noun.head && noun.deprel == .conj)
    }

    /// The token after «(РЭБ)».
    private func pastBrackets(_ i: Int) -> Int {
        guard i < discourse.tokens.count, discourse.form(i).elementsEqual("(".utf8) else { return i }
        let end = (i..<min(i + 8, discourse.tokens.count)).first { discourse.form($0).elementsEqual(")".utf8) }
        return end.map { $0 + 1 } ?? i
    }

    /// «Энда Кенни, премьер-министр Ирландии, …»; «Бакурин — мэр города».
    private func preceding(_ phrase: PostPhrase) -> Int? {
        let comma = phrase.tokens.lowerBound - 1
        guard comma > 0, discourse.tokens[comma].upos == .punctuation, !discourse.isQuotationMark(comma),
            !discourse.startsLine(phrase.tokens.lowerBound)
        else { return nil }
        let last = beforeBrackets(comma - 1)
        guard let member = person(last), discourse.sentenceOf[last] == discourse.sentenceOf[phrase.head] else { return nil }
        let name = nameHead(endingAt: last, member)
        let agrees = !discourse.tokens[name].feats.clash(on: .case, with: discourse.tokens[phrase.head].feats)
        let isApposition = discourse.tokens[phrase.head].deprel == .appos && discourse.descends(phrase.head, from: name)
        let isPredicate = discourse.tokens[name].head == phrase.head && discourse.tokens[name].deprel == .nsubj
        let isDash = discourse.isDash(comma) && discourse.tokens[phrase.head].feats.case == .nominative
        return agrees && (isApposition || isPredicate || isDash || closes(phrase)) ? member : nil
    }

    /// The token before «(Scott Horowitz)».
    private func beforeBrackets(_ i: Int) -> Int {
        guard i > 0, discourse.form(i).elementsEqual(")".utf8) else { return i }
        let start = (max(1, i - 8)..<i).last { discourse.form($0).elementsEqual("(".utf8) }
        return start.map { $0 - 1 } ?? i
    }

    /// Whether a comma, a bracket or the end of the sentence follows.
    private func closes(_ phrase: PostPhrase) -> Bool {
        let next = phrase.tokens.upperBound
        guard next < discourse.sentence(of: phrase.head).upperBound else { return true }
        return discourse.tokens[next].upos == .punctuation && !discourse.form(next).elementsEqual("\"".utf8)
    }

    private func nameHead(endingAt last: Int, _ member: Int) -> Int {
        var first = last
        while first > 0, cast.memberOf[first - 1] == member { first -= 1 }
        return discourse.head(of: first..<last + 1)
    }

    /// «Рааб был министром»; «министром назначен Рааб»; «Рааб — министр».
    private func predicated(_ phrase: PostPhrase) -> Int? {
        let token = discourse.tokens[phrase.head]
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
    private func inOffice(_ phrase: PostPhrase) -> Int? {
        let office = discourse.tokens[phrase.head].head
        guard office >= 0, discourse.tokens[phrase.head].feats.case == .genitive, words.kind(of: discourse.lemma(office)) == .office else {
            return nil
        }
        var word = discourse.tokens[office].head
        for _ in 0..<3 where word >= 0 {
            if let holder = person(word) { return discourse.tokens[office].deprel == .nmod ? holder : nil }
            if discourse.tokens[word].feats.animacy == .animate { return nil }
            if discourse.tokens[word].upos != .noun {
                return argument(of: word, words.kind(of: discourse.lemma(word)) == .appoints ? [.obj, .nsubjPass] : [.nsubj])
            }
            let owner = discourse.dependants(of: word).first {
                discourse.tokens[$0].deprel == .nmod && discourse.tokens[$0].feats.case == .genitive && person($0) != nil
            }
            if let owner { return person(owner) }
            word = discourse.tokens[word].head
        }
        return nil
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

    /// «историк, профессор НИУ Олег Будин»: both are his. «министр и канцлер Анна Шмидт» may be two people where each has a country or a body.
    private func shared(_ phrase: PostPhrase, with next: PostPhrase, _ holder: Int?) -> Int? {
        let end = pastBrackets(phrase.tokens.upperBound)
        guard let holder, end <= next.tokens.lowerBound, next.tokens.lowerBound - end <= 1 else { return nil }
        let noun = discourse.tokens[phrase.head], other = discourse.tokens[next.head]
        let isIndeclinable = discourse.folded(phrase.head).elementsEqual(discourse.lemma(phrase.head))
        if end == next.tokens.lowerBound { return isIndeclinable || !other.feats.clash(on: .case, with: noun.feats) ? holder : nil }
        guard isIndeclinable || other.feats.agree(on: .case, with: noun.feats) else { return nil }
        let begins =
            phrase.tokens.lowerBound == discourse.sentence(of: phrase.head).lowerBound || discourse.startsLine(phrase.tokens.lowerBound)
        let isOwn =
            phrase.tokens.lowerBound > 0 && discourse.form(end).elementsEqual(",".utf8)
            && cast.memberOf[phrase.tokens.lowerBound - 1] == nil
        guard discourse.isDash(end) || begins || isOwn || other.head == phrase.head else { return nil }
        let isList = discourse.tokens[end].upos == .coordinatingConjunction || other.deprel == .conj
        return isList && phrase.tokens.upperBound > phrase.head + 1 && (phrase.country != nil || phrase.organization != nil) ? nil : holder
    }

    /// Whether a phrase says of somebody that they get or hold a post, and so stands for nobody.
    func isPredicate(_ phrase: PostPhrase) -> Bool {
        let token = discourse.tokens[phrase.head]
        guard token.head >= 0 else { return token.feats.case == .instrumental }
        switch words.kind(of: discourse.lemma(token.head)) {
        case .holds, .appoints: return token.feats.case == .instrumental
        case .office: return token.feats.case == .genitive
        default: return false
        }
    }
}
