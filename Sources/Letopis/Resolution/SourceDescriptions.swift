internal import LetopisText

// Sources that the article calls by another word than it has named them with: «чиновник», «компания», «супруга», «американская сторона».
extension Sources {
    /// The only body that a noun can stand for, or the person just spoken of: «газета», «чиновник», «этот человек».
    mutating func known(_ head: Int, in tokens: Range<Int>) -> Int? {
        let mention = Mention(head: head, tokens: tokens, form: .phrase), kind = words.kind(of: discourse.lemma(head))
        if kind == .latter { return latter(head) }
        if kind == .informant { return informant(head) }
        guard let found = bodyNouns.member(of: head) ?? (kind == .tie ? kin(head) : person(head, in: tokens)) else { return nil }
        cast.mention(found, mention)
        return found
    }

    /// The person just spoken of, where the noun is one that the article may call them by.
    private func person(_ head: Int, in tokens: Range<Int>) -> Int? {
        let feats = discourse.tokens[head].feats
        guard feats.animacy == .animate, feats.number == .singular else { return nil }
        let isThis = discourse.dependants(of: head).contains { words.kind(of: discourse.lemma($0)) == .this }
        let own = core(tokens, head: head), post = post(at: head), nouns = own.filter { discourse.tokens[$0].upos == .noun }
        let isBare =
            nouns.count == max(1, post?.words ?? 1)
            && own.allSatisfy { nouns.contains($0) || $0 > head && isAttribute($0) || country(ofAdjective: $0) != nil }
        let body = isBare ? nil : represented(by: head, in: own)
        guard isThis || isBare || body != nil || goesOn(head) else { return nil }
        let found = pronouns.antecedent(
            of: head, gender: gender(of: head), number: .singular, after: speaker, except: outer, saying: self.own)
        guard let found else { return nil }
        if isThis || isBare && isCalled(found, head, country: own.lazy.compactMap { country(ofAdjective: $0) }.first) { return found }
        if let body { return speaks(found, for: body, as: head) ? found : nil }
        let isFree = isNamed(found) && speaker?.member == found && cast.members[found].posts.isEmpty
        return isFree && goesOn(head) && !own.contains { cast.memberOf[$0] == found } ? found : nil
    }

    /// The post that a noun and those behind it name: «глава государства».
    func post(at head: Int) -> (entry: PostLexicon.Entry, words: Int)? {
        let end = min(discourse.sentence(of: head).upperBound, head + 5)
        let nouns = (head + 1..<max(head + 1, end)).filter { !isAttribute($0) }
        return posts.post(of: discourse.lemma(head)) { $0 < nouns.count ? discourse.lemma(nouns[$0]) : nil }
    }

    private func isAttribute(_ i: Int) -> Bool { [.adjective, .determiner].contains(discourse.tokens[i].upos) }

    /// The body or country in «представитель Кремля», «директор Эрмитажа».
    private func represented(by head: Int, in range: Range<Int>) -> Int? {
        post(at: head) == nil ? nil : owner(of: head, in: range)?.member
    }

    /// Whether somebody has a post in a body or a country, or one that speaks for others; another's post only where the article has not said
    /// in which body they have it: «директор музея».
    private func speaks(_ member: Int, for body: Int, as head: Int) -> Bool {
        guard let entry = post(at: head)?.entry else { return false }
        return cast.members[member].posts.contains { post in
            let isNamed = post.organization.map { number in cast.members[number].mentions.contains { $0.form == .name } }
            guard entry.traits.contains(.proxy) else { return post.phrase.family == entry.family && isNamed == false }
            return post.organization == body || post.country == body
                || post.phrase.wider.contains(entry.family) && (post.organization == nil || post.organization == body)
        }
    }

    /// The gender that a verb in the past gives a noun for a man or a woman, or the noun's own.
    private func gender(of head: Int) -> Gender? {
        let above = discourse.tokens[head].head
        let verb = above >= 0 && discourse.isSubject(head) ? discourse.tokens[above].feats.gender : nil
        return verb ?? discourse.tokens[head].feats.gender
    }

    private func country(ofAdjective i: Int) -> Int? {
        discourse.tokens[i].upos == .adjective ? countries.country(ofAdjective: discourse.lemma(i)) : nil
    }

    /// Whether a noun can stand for somebody with their posts: one that the lexicon also calls its holder, a profession for whom the article
    /// gives another one, or none.
    private func isCalled(_ member: Int, _ head: Int, country: Int?) -> Bool {
        let held = cast.members[member].posts, noun = discourse.lemma(head)
        if let country, held.contains(where: { isElsewhere($0, country) }) { return false }
        if let post = post(at: head), isCalled(member, post.entry) { return true }
        let hasAnother = held.contains { [.profession, .calling, .counsel].contains(words.kind(of: discourse.lemma($0.phrase.head))) }
        return switch words.kind(of: noun) {
        case .profession: hasAnother || held.isEmpty && isNamed(member) && speaker?.member == member
        case .counsel: hasAnother
        case .epithet, .calling: !held.isEmpty && country == nil
        default: false
        }
    }

    /// Whether a post is held in another country than one of the lexicon.
    private func isElsewhere(_ post: HeldPost, _ country: Int) -> Bool {
        post.country.map { !countries.countries[country].names.contains(cast.members[$0].name) } ?? false
    }

    /// By what common names the lexicon also calls somebody: by their posts, or, where nobody says who it is, by the noun they are called by.
    private func widely(_ member: Int) -> [String] {
        if isNamed(member) { return cast.members[member].posts.flatMap(\.phrase.wider) }
        guard let noun = cast.members[member].mentions.first?.head else { return [] }
        return post(at: noun)?.entry.wider ?? []
    }

    private func isCalled(_ member: Int, _ entry: PostLexicon.Entry) -> Bool {
        widely(member).contains(entry.family)
            || entry.traits.isDisjoint(with: [.proxy, .deputy])
                && cast.members[member].posts.contains {
                    entry.wider.contains($0.phrase.family) && $0.country != nil && $0.organization == nil
                }
    }

    private func isNamed(_ member: Int) -> Bool {
        cast.members[member].kind == .person && cast.members[member].mentions.contains { $0.form == .name }
    }

    /// «Чиновник также сообщил», «добавил певец»: more of what the last speaker has said.
    func goesOn(_ head: Int) -> Bool {
        let verb = discourse.tokens[head].head
        guard verb >= 0, discourse.isSubject(head), [.nominative].contains(discourse.tokens[head].feats.case) else { return false }
        return words.kind(of: discourse.lemma(verb)) == .also
            || discourse.dependants(of: verb).contains { words.kind(of: discourse.lemma($0)) == .also && $0 > min(head, verb) }
    }

    /// «собеседник агентства» after «источник»: the only one whom the article leaves without a name.
    private mutating func informant(_ head: Int) -> Int? {
        guard discourse.tokens[head].feats.number == .singular else { return nil }
        let found = words.others(for: discourse.lemma(head)).compactMap { byLemma[$0] ?? nil }
        return found.count == 1 ? found[0] : nil
    }

    /// The only one whom the article gives such a relative's name: «супруга» of «жена Лунина Анна Берг».
    private func kin(_ head: Int) -> Int? {
        let noun = Array(discourse.lemma(head)), alike = [noun] + words.others(for: noun[...])
        let found = cast.members.indices.filter { number in
            cast.members[number].ties.contains { alike.contains(folded(Array($0.kind.utf8)[...])) }
        }
        return found.count == 1 ? found[0] : nil
    }

    /// «американская сторона», where it is said of a country.
    mutating func side(_ head: Int) -> Int? {
        guard words.kind(of: discourse.lemma(head)) == .side,
            let adjective = discourse.dependants(of: head).first(where: { country(ofAdjective: $0) != nil && $0 < head }),
            let number = country(ofAdjective: adjective)
        else { return nil }
        let mention = Mention(head: head, tokens: adjective..<head + 1, form: .phrase)
        return member(named: countries.countries[number].names, kind: .country, mention: mention)
    }

    /// Whether a noun is a plural's own, or one of those whom it may stand for: «учёные» of «астрономы».
    func isAlike(_ i: Int, _ head: Int, _ family: String?) -> Bool {
        if discourse.lemma(i).elementsEqual(discourse.lemma(head)) { return true }
        guard let family, discourse.tokens[i].upos == .noun, discourse.tokens[i].feats.number == .plural, cast.memberOf[i] == nil,
            discourse.tokens[i].feats.animacy == .animate
        else { return false }
        return posts.post(of: discourse.lemma(i), followedBy: { _ in nil })?.entry.wider.contains(family) == true
    }

    /// «Минск считает», «в Минске считают».
    func isSubjectOrPlace(_ head: Int) -> Bool {
        let token = discourse.tokens[head]
        guard token.deprel == .obl, token.feats.case == .locative, token.head >= 0 else { return token.deprel == .nsubj }
        return discourse.tokens[token.head].feats.number == .plural
    }

    /// The body that spoke last, where nobody of the pronoun's gender has been spoken of since: «Комиссия ждёт. Она заявила …»
    func body(_ token: Int, _ gender: Gender?) -> Int? {
        let isPossessive = discourse.tokens[token].upos == .determiner
        guard let speaker, speaker.isBody, let gender, speaker.gender == gender || isPossessive && speaker.gender == nil,
            speaker.token < token,
            discourse.sentenceOf[token] - discourse.sentenceOf[speaker.token] <= 1, cast.members[speaker.member].kind == .organization
        else { return nil }
        let isOther = (speaker.token..<token).contains { i in
            let feats = discourse.tokens[i].feats
            if cast.memberOf[i].map({ cast.members[$0].kind == .person }) == true { return feats.gender == nil || feats.gender == gender }
            return feats.animacy == .animate && feats.number == .singular && feats.gender == gender
                && [.noun, .properNoun].contains(discourse.tokens[i].upos)
        }
        return isOther ? nil : speaker.member
    }
}

// MARK: - «пресс-служба компании», «его штаб»

extension Sources {
    /// Whose somebody without a name is: the member, and the token that says it where it is no name.
    struct Owner { var member: Int, token: Int?, isPronoun = false }

    /// The owner that hangs on a noun: a name, a noun for a body that the article has named, or «его».
    func owner(of head: Int, in range: Range<Int>) -> Owner? {
        for i in discourse.dependants(of: head) where range.contains(i) {
            if words.kind(of: discourse.lemma(i)) == .owner, i < head {
                let feats = discourse.tokens[i].feats
                let found = pronouns.antecedent(of: i, gender: feats.gender, number: feats.number, after: speaker, except: nil)
                return found.map { Owner(member: $0, token: i, isPronoun: true) }
            }
            guard i > head, discourse.tokens[i].deprel == .nmod, discourse.tokens[i].feats.case == .genitive else { continue }
            if let member = cast.memberOf[i] { return Owner(member: member, token: nil) }
            return described(complement: i).map { Owner(member: $0, token: i) }
        }
        return nil
    }

    /// «пресс-служба ведомства» after «пресс-служба прокуратуры Риги»: the only longer phrase with the same head, where its body may be called
    /// by the noun.
    func longer(_ head: Int, in range: Range<Int>) -> Int? {
        guard range.count == 2, range.lowerBound == head, words.isBody(discourse.lemma(head + 1)),
            let known = byLemma[Array(discourse.lemma(head))] ?? nil, let mention = cast.members[known].mentions.first
        else { return nil }
        let noun = Array(discourse.lemma(head + 1))
        let isSame = mention.tokens.contains { i in
            discourse.tokens[i].head == mention.head
                && (discourse.lemma(i).elementsEqual(noun) || words.others(for: discourse.lemma(i)).contains(noun))
        }
        return isSame ? known : nil
    }

    /// The phrase with the owner's name in place of the word for it: «пресс-служба «Ветра»». Nil where the article has no name to put there.
    func wording(_ head: Int, in range: Range<Int>, of owner: Owner) -> String? {
        guard words.kind(of: discourse.lemma(head)) == .organ || nouns.classes(of: discourse.lemma(head)).contains(.through),
            let token = owner.token, let name = genitive(of: owner.member)
        else {
            return nil
        }
        let own = owner.isPronoun ? token + 1..<range.upperBound : range.lowerBound..<token
        let isWhole = owner.isPronoun ? token == range.lowerBound : token + 1 == range.upperBound && token == head + 1
        guard isWhole, own.contains(head) else { return nil }
        return nominative.name(own, in: discourse) + " " + name
    }

    /// A name as the article has it in the genitive, with its quotation marks; a foreign one as it is.
    private func genitive(of member: Int) -> String? {
        let names = cast.members[member].mentions.filter { $0.form == .name && discourse.tokens[$0.head].feats.case == .genitive }
        guard let best = names.max(by: { $0.tokens.count < $1.tokens.count })?.tokens else {
            let name = cast.members[member].name
            return name.utf8.allSatisfy { $0 < 0x80 } ? name : endings.genitive(of: name)
        }
        let (low, high) = (best.lowerBound - 1, best.upperBound)
        let isQuoted = low >= 0 && high < discourse.tokens.count && discourse.isQuotationMark(low) && discourse.isQuotationMark(high)
        return String(decoding: discourse.text(isQuoted ? low..<high + 1 : best), as: UTF8.self)
    }
}
