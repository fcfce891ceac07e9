internal import LetopisText

/// Somebody who holds a post, by number in the cast, and the rule that says so.
struct Holding: Hashable, Sendable {
    var member: Int
    var rule: String
}

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

    /// The rules that look at one post alone, in order.
    private static let rules: [(name: String, holder: @Sendable (PostHolders, PostPhrase) -> Int?)] = [
        ("name-before", { $0.preceding($1) }), ("said-of", { $0.predicated($1) }), ("in-office", { $0.inOffice($1) }),
        ("signed", { $0.signed($1) }), ("named-next", { $0.namedNext($1) }),
    ]

    /// For each phrase, its holder, or nil. A name right after a post counts first; then the rules in order; then what neighbours share.
    func holders(of phrases: [PostPhrase], known: [Holding?] = []) -> [Holding?] {
        var holders = known.isEmpty ? phrases.map { $0.isNested ? nil : Holding(following($0), by: "name-after") } : known
        let outer = phrases.indices.filter { !phrases[$0].isNested }
        for i in outer where holders[i] == nil {
            holders[i] = PostHolders.rules.lazy.compactMap { Holding($0.holder(self, phrases[i]), by: $0.name) }.first
        }
        for (before, i) in zip(outer, outer.dropFirst()) where holders[i] == nil {
            holders[i] = Holding(joined(phrases[i], to: phrases[before], holders[before]), by: "joined")
        }
        for (i, next) in zip(outer, outer.dropFirst()).reversed() where holders[i] == nil {
            holders[i] = Holding(shared(phrases[i], with: phrases[next], holders[next]?.member), by: "shared")
        }
        return holders
    }

    func person(_ i: Int) -> Int? {
        guard discourse.tokens.indices.contains(i), let member = cast.memberOf[i], cast.members[member].kind == .person else { return nil }
        return member
    }

    /// «президент США Дональд Трамп».
    func following(_ phrase: PostPhrase) -> Int? {
        var next = phrase.nameAt ?? pastBrackets(phrase.tokens.upperBound)
        if next < discourse.tokens.count, discourse.isQuotationMark(next) { next += 1 }
        while next < discourse.tokens.count, discourse.tokens[next].upos == .adjective, person(discourse.tokens[next].head) != nil {
            next += 1
        }
        if isApposition(after: next, phrase) || isGap(next, phrase) { next += 1 }
        guard let member = person(next), discourse.sentenceOf[next] == discourse.sentenceOf[phrase.head], !discourse.startsLine(next) else {
            return nil
        }
        let name = discourse.tokens[next]
        guard !belongsElsewhere(name, phrase) else { return nil }
        if next > phrase.tokens.upperBound, discourse.isDash(next - 1) { return member }
        let isPrincipal = name.feats.case == .genitive && discourse.tokens[phrase.head].feats.case == .nominative
        if isPrincipal, !phrase.traits.isDisjoint(with: [.proxy, .deputy]) { return nil }
        let isArgument = [.nsubj, .nsubjPass, .obj, .iobj, .obl].contains(name.deprel) && name.head != phrase.head
        return isArgument && discourse.casesClash(next, phrase.head) ? nil : member
    }

    /// A name that says whose relative or whose body the post's phrase ends in: «муж актрисы Олег Лунин», «министр правительства Анны
    /// Берг».
    private func belongsElsewhere(_ name: Token, _ phrase: PostPhrase) -> Bool {
        let noun = discourse.tokens[phrase.head], above = noun.head
        if above >= 0, noun.feats.case == .genitive, words.kind(of: discourse.lemma(above)) == .tie {
            let relative = discourse.tokens[above]
            return name.feats.case != .genitive
                || name.feats.agree(on: .gender, with: relative.feats) && name.feats.clash(on: .gender, with: noun.feats)
        }
        let last = phrase.tokens.upperBound - 1
        return name.head == last && last > phrase.head && name.feats.case == .genitive && name.deprel == .nmod
            && words.isBody(discourse.lemma(last))
    }

    /// «директор музея, Олег Лунин»: the comma before a name that hangs on the noun and stands in its case.
    private func isApposition(after comma: Int, _ phrase: PostPhrase) -> Bool {
        guard comma + 1 < discourse.tokens.count, discourse.form(comma).elementsEqual(",".utf8), person(comma + 1) != nil else {
            return false
        }
        let name = discourse.tokens[comma + 1], noun = discourse.tokens[phrase.head]
        guard name.feats.agree(on: .case, with: noun.feats) else { return false }
        if begins(phrase), noun.feats.case == .nominative, name.deprel == .nsubj || noun.deprel == .nsubj { return true }
        return name.deprel == .appos && (name.head == phrase.head || name.head == noun.head && noun.deprel == .conj)
    }

    /// «министром стал Рогов, послом — Олег Лунин»: the dash of a clause whose verb the clause before has.
    private func isGap(_ dash: Int, _ phrase: PostPhrase) -> Bool {
        guard dash + 1 < discourse.tokens.count, discourse.isDash(dash), discourse.tokens[phrase.head].feats.case == .instrumental else {
            return false
        }
        return person(dash + 1) != nil && discourse.tokens[dash + 1].feats.case == .nominative
    }

    /// Whether a phrase stands first in its sentence, its line or after a comma.
    func begins(_ phrase: PostPhrase) -> Bool {
        let first = phrase.tokens.lowerBound
        return first == discourse.sentence(of: phrase.head).lowerBound || discourse.startsLine(first)
            || discourse.form(first - 1).elementsEqual(",".utf8)
    }

    /// The token after «(РЭБ)».
    func pastBrackets(_ i: Int) -> Int {
        guard i < discourse.tokens.count, discourse.form(i).elementsEqual("(".utf8) else { return i }
        let end = (i..<min(i + 8, discourse.tokens.count)).first { discourse.form($0).elementsEqual(")".utf8) }
        return end.map { $0 + 1 } ?? i
    }

    /// «Энда Кенни, премьер-министр Ирландии, …»; «Бакурин — мэр города».
    func preceding(_ phrase: PostPhrase) -> Int? {
        let noun = phrase.isOneOf ? discourse.tokens[phrase.head].head : phrase.head
        let first = min(noun, phrase.tokens.lowerBound), comma = first - 1
        guard comma > 0, discourse.tokens[comma].upos == .punctuation, !discourse.isQuotationMark(comma), !discourse.startsLine(first),
            !isCounted(phrase)
        else { return nil }
        let last = beforeBrackets(comma - 1)
        guard let member = person(last), discourse.sentenceOf[last] == discourse.sentenceOf[phrase.head] else { return nil }
        let name = nameHead(endingAt: last, member)
        let agrees = phrase.isOneOf || !discourse.casesClash(name, noun)
        let isApposition = discourse.tokens[noun].deprel == .appos && discourse.descends(noun, from: name)
        let isPredicate = discourse.tokens[name].head == noun && discourse.tokens[name].deprel == .nsubj
        if discourse.isDash(comma), discourse.tokens[noun].feats.case == .instrumental, discourse.tokens[name].feats.case == .nominative {
            return closes(phrase) ? member : nil
        }
        let isDash = discourse.isDash(comma) && discourse.tokens[noun].feats.case == .nominative
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

    func nameHead(endingAt last: Int, _ member: Int) -> Int {
        var first = last
        while first > 0, cast.memberOf[first - 1] == member { first -= 1 }
        return discourse.head(of: first..<last + 1)
    }
}

extension Holding {
    /// Nobody where there is no member.
    init?(_ member: Int?, by rule: String) {
        guard let member else { return nil }
        self.init(member: member, rule: rule)
    }
}
