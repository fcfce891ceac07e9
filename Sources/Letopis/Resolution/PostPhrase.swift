internal import LetopisText

/// A post as the article names it: «бывшего министра иностранных дел Украины».
struct PostPhrase: Hashable, Sendable {
    /// The noun.
    var head: Int
    /// All of its words, without the holder's name.
    var tokens: Range<Int>
    /// The words of the title: without the country, the body, and what is said of the tenure.
    var title: [Int]
    /// The post's common name: «премьер» and «глава правительства» are «премьер-министр».
    var family: String
    /// What is known of the post besides its name.
    var traits: PostLexicon.Traits = []
    /// By what other common names its holder may be called.
    var wider: [String] = []
    /// How many words the post's own name has: «глава государства» has two.
    var words = 1
    /// Numbers in the cast of the body and the country that it is held in.
    var organization: Int?
    var country: Int?
    /// «бывший», «экс-».
    var former = false
    /// «одного из» the phrase's plural.
    var isOneOf = false
    /// The token where the holder's name begins, where somebody else's stands between: «адвокат Рогова Олег Лунин».
    var nameAt: Int?
    /// It stands in another post's phrase: «президента» of «пресс-секретарь президента».
    var isNested = false
}

/// Finds the posts of an article. Countries that only an adjective names are added to the cast.
final class PostFinder {
    let discourse: Discourse
    let posts: PostLexicon
    let words: RoleWords
    let countries: CountryLexicon
    /// No title is longer; what goes on is not a title.
    private static let mostWords = 24
    private(set) var bodyNouns: BodyNouns?

    init(_ discourse: Discourse, lexicon: ActorLexicon) {
        self.discourse = discourse
        (posts, words, countries) = (lexicon.posts, lexicon.words, lexicon.countries)
    }

    /// The phrases of posts held by one person each, in text order. Plural ones name no holder and are left out.
    func phrases(_ bodies: inout BodyGrouping) -> [PostPhrase] {
        var found: [PostPhrase] = [], i = 0, inside = 0, owned = 0
        bodyNouns = BodyNouns(discourse, cast: bodies.cast, words: words)
        while i < discourse.tokens.count {
            defer { i += 1 }
            guard let entry = post(at: i, bodies.cast), isOne(i) else { continue }
            var phrase = phrase(at: i, entry, &bodies)
            phrase.isOneOf = discourse.tokens[i].feats.number == .plural
            phrase.isNested = i < inside
            if !phrase.isNested, i >= owned { own(&phrase, bodies.cast) }
            if let name = phrase.nameAt { owned = name }
            if !phrase.isNested { inside = phrase.tokens.upperBound }
            found.append(phrase)
            if entry.traits.contains(.deputy) { i = max(i, phrase.tokens.upperBound - 1) }
        }
        return found
    }

    /// A person in the genitive right behind, and right behind them another one: «директор актрисы Анны Берг Олег Лунин». The post is the
    /// second one's, and an occupation before the first name is the first one's.
    private func own(_ phrase: inout PostPhrase, _ cast: Cast) {
        let first = phrase.tokens.upperBound, sentence = discourse.sentence(of: phrase.head)
        guard first < sentence.upperBound, isPerson(first, cast), discourse.tokens[first].feats.case == .genitive else { return }
        var next = first
        while next < sentence.upperBound, cast.memberOf[next] == cast.memberOf[first] { next += 1 }
        if next < sentence.upperBound, isOpening(next) || discourse.isQuotationMark(next) {
            let limit = min(next + PostFinder.mostWords, sentence.upperBound)
            guard let closing = (next + 1..<max(next + 1, limit)).first(where: discourse.isQuotationMark) else { return }
            next = closing + 1
        }
        guard next < sentence.upperBound, isPerson(next, cast), !discourse.startsLine(next),
            !discourse.casesClash(next, phrase.head)
        else { return }
        phrase.nameAt = next
        guard let nested = (phrase.head + 1..<max(phrase.head + 1, first)).first(where: { isCalling($0) }) else { return }
        var start = nested
        while start > phrase.head + 1, isAdjective(start - 1) { start -= 1 }
        phrase.tokens = phrase.tokens.lowerBound..<start
        phrase.title.removeAll { $0 >= start }
    }

    /// A post in the plural, read as each one's; nil where no name follows.
    func plural(at i: Int, _ bodies: inout BodyGrouping) -> PostPhrase? {
        guard posts.begins(with: discourse.lemma(i)), let entry = post(at: i, bodies.cast) else { return nil }
        let next = end(of: i, bodies.cast), name = next < discourse.tokens.count && discourse.isDash(next) ? next + 1 : next
        guard name < discourse.tokens.count, isPerson(name, bodies.cast) else { return nil }
        var phrase = phrase(at: i, entry, &bodies)
        phrase.isOneOf = true
        let words = Set(phrase.title)
        phrase.title.removeAll { discourse.tokens[$0].upos == .coordinatingConjunction && !words.contains($0 + 1) }
        return phrase
    }

    private func isCalling(_ i: Int) -> Bool {
        discourse.tokens[i].upos == .noun && discourse.tokens[i].feats.number != .plural
            && posts.post(of: discourse.lemma(i)) { _ in nil } != nil
    }

    /// Neither plural nor counted («24 журналиста»), unless it is one of several.
    private func isOne(_ i: Int) -> Bool {
        if discourse.tokens[i].feats.number == .plural { return isOneOf(i) }
        return !discourse.dependants(of: i).contains { [.nummod, .nummodGov].contains(discourse.tokens[$0].deprel) }
    }

    /// «один из докладчиков»: a number of its own gender, so «one», that the noun hangs on.
    private func isOneOf(_ i: Int) -> Bool {
        let above = discourse.tokens[i].head
        guard above >= 0, above < i, above > i - 5, discourse.tokens[i].deprel == .nmod, discourse.tokens[i].feats.case == .genitive else {
            return false
        }
        return discourse.tokens[above].upos == .numeral && discourse.tokens[above].feats.gender != nil
            && discourse.tokens[above].feats.number != .plural
    }

    private func post(at i: Int, _ cast: Cast) -> PostLexicon.Entry? {
        guard canBePost(discourse.tokens[i]), !isPerson(i, cast) else { return nil }
        let sentence = discourse.sentence(of: i)
        if i > sentence.lowerBound, discourse.tokens[i - 1].upos == .adjective,
            let whole = posts.post(adjective: discourse.lemma(i - 1), noun: discourse.lemma(i))
        {
            return whole
        }
        let forms = [discourse.lemma(i), discourse.folded(i)].filter { posts.begins(with: $0) }
        guard !forms.isEmpty else { return compound(i) }
        let after = Array(i + 1..<max(i + 1, min(sentence.upperBound, i + 6)))
        let nouns = after.filter { discourse.tokens[$0].upos != .adjective && discourse.tokens[$0].upos != .determiner }
        let own = after.filter { discourse.tokens[$0].upos != .adjective || countries.country(ofAdjective: discourse.lemma($0)) == nil }
        let found = [after, own, nouns].flatMap { rest in
            forms.compactMap { posts.post(of: $0) { $0 < rest.count ? discourse.lemma(rest[$0]) : nil } }
        }
        if let known = found.max(by: { $0.words < $1.words }) {
            return isClause(i) && known.words == 1 && !leadsBody(i, cast) ? nil : known.entry
        }
        return compound(i)
    }

    private func compound(_ i: Int) -> PostLexicon.Entry? {
        guard discourse.tokens[i].upos == .noun, discourse.tokens[i].feats.animacy == .animate else { return nil }
        return posts.post(ofCompound: discourse.lemma(i))
    }

    /// A participle behind the noun that it belongs to.
    private func isClause(_ i: Int) -> Bool { discourse.tokens[i].upos == .verb && discourse.tokens[i].deprel == .acl }

    /// «управляющий банком»: what is led is a body.
    private func leadsBody(_ i: Int, _ cast: Cast) -> Bool {
        discourse.dependants(of: i).contains {
            discourse.tokens[$0].feats.case == .instrumental
                && (words.isBody(discourse.lemma($0)) || cast.memberOf[$0].map { cast.members[$0].kind == .organization } == true)
        }
    }

    /// A noun, or an adjective or participle that stands for one: «уполномоченный», «управляющий».
    private func canBePost(_ token: Token) -> Bool {
        switch token.upos {
        case .noun, .properNoun: true
        case .adjective: token.deprel != .amod
        case .verb: token.feats.verbForm == .participle && token.deprel != .amod
        default: false
        }
    }

    private func isPerson(_ i: Int, _ cast: Cast) -> Bool { cast.memberOf[i].map { cast.members[$0].kind == .person } ?? false }

    private func phrase(at head: Int, _ entry: PostLexicon.Entry, _ bodies: inout BodyGrouping) -> PostPhrase {
        let start = start(of: head), end = end(of: head, bodies.cast)
        var phrase = PostPhrase(head: head, tokens: start..<end, title: [], family: entry.family)
        phrase.former = entry.traits.contains(.former)
        phrase.traits = entry.traits
        phrase.wider = entry.wider
        phrase.words = entry.name.utf8.count { $0 == 0x20 } + 1
        for i in start..<head { take(adjective: i, &phrase, &bodies) }
        phrase.title.append(head)
        complement(head + 1..<end, entry, &phrase, &bodies)
        return phrase
    }

    /// Adjectives before the noun that agree with it.
    private func start(of head: Int) -> Int {
        let first = discourse.sentence(of: head).lowerBound
        var i = head
        while i > first {
            let isQuoted = i - 3 >= first && isQuote(i - 1) && isQuote(i - 3), adjective = isQuoted ? i - 2 : i - 1
            guard isAdjective(adjective), !discourse.tokens[adjective].feats.clash(on: .case, with: discourse.tokens[head].feats) else {
                break
            }
            i = isQuoted ? i - 3 : adjective
        }
        return i
    }

    private func isAdjective(_ i: Int) -> Bool {
        let token = discourse.tokens[i]
        return token.upos == .adjective || token.feats.verbForm == .participle && token.deprel == .amod
    }

    private func take(adjective i: Int, _ phrase: inout PostPhrase, _ bodies: inout BodyGrouping) {
        if let country = countries.country(ofAdjective: discourse.lemma(i)) {
            phrase.country = bodies.member(ofCountry: country, mention: Mention(head: i, tokens: i..<i + 1, form: .name))
            return
        }
        switch words.kind(of: discourse.lemma(i)) {
        case .former: phrase.former = true
        case .current, .quality: break
        default: if !isQuote(i), discourse.form(i).first.map({ $0 > 0x39 }) == true { phrase.title.append(i) }
        }
    }

    /// Where the words that hang on the noun end: at a person, a verb, a comma, or a word that hangs elsewhere.
    private func end(of head: Int, _ cast: Cast) -> Int {
        let limit = min(discourse.sentence(of: head).upperBound, head + PostFinder.mostWords)
        var end = head + 1, i = head + 1
        while i < limit, continues(i, head, cast) {
            if discourse.tokens[i].upos != .adposition && discourse.tokens[i].upos != .coordinatingConjunction && !isOpening(i) {
                end = i + 1
            }
            i += 1
        }
        return end
    }

    private func continues(_ i: Int, _ head: Int, _ cast: Cast) -> Bool {
        let token = discourse.tokens[i]
        if isRank(i, head, cast) { return false }
        if isPerson(i, cast) || token.head >= 0 && isPerson(token.head, cast) || discourse.startsLine(i) { return false }
        if cast.memberOf[i] != nil, token.feats.case == .genitive || cast.memberOf[i] == cast.memberOf[i - 1] { return true }
        switch token.upos {
        case .punctuation: return isQuote(i) || isListComma(i, head)
        case .verb:
            return token.feats.verbForm == .participle && discourse.descends(i, from: head)
                && (token.deprel == .amod || token.deprel == .nmod && token.feats.case == .genitive)
        case .auxiliary, .subordinatingConjunction, .pronoun, .adverb, .particle: return false
        case .coordinatingConjunction where token.head == i + 1 || token.head == i + 2: return joinsBody(token.head, head)
        case .coordinatingConjunction:
            return token.head > i && discourse.descends(token.head, from: head) && discourse.tokens[token.head].head != head
        case .noun where token.feats.case == .nominative && cast.memberOf[i] == nil: return false
        default: return discourse.descends(i, from: head) && (!(token.deprel == .conj && token.head == head) || joinsBody(i, head))
        }
    }

    /// «сборной» of «вратарь клуба и сборной»: joined to what the post is held in, wherever the tree hangs it.
    private func joinsBody(_ i: Int, _ head: Int) -> Bool {
        guard discourse.descends(i, from: head) else { return false }
        let noun = discourse.tokens[i]
        return noun.deprel != .conj || noun.head != head
            || noun.feats.case == .genitive && noun.feats.animacy == .inanimate && discourse.tokens[head].feats.case != .genitive
    }

    /// A post of its own right before the name, behind what ends the title: «академика» of «заместителя министра науки академика Лунина».
    private func isRank(_ i: Int, _ head: Int, _ cast: Cast) -> Bool {
        guard i > head + 1, i + 1 < discourse.tokens.count, isPerson(i + 1, cast), isCalling(i) else { return false }
        let noun = discourse.tokens[i - 1].upos
        return noun == .noun || noun == .properNoun ? !isCalling(i - 1) || isCalling(head + 1) && i > head + 2 : false
    }

    /// The comma of «министр охраны среды, продовольствия и хозяйства», «директор завода в Риге, в Вене и в Осло».
    private func isListComma(_ i: Int, _ head: Int) -> Bool {
        guard i + 1 < discourse.tokens.count, discourse.form(i).elementsEqual(",".utf8) else { return false }
        if discourse.tokens[i + 1].upos == .adposition {
            let noun = discourse.tokens[i + 1].head
            return noun > i && noun < i + 4 && discourse.tokens[noun].deprel == .conj && discourse.descends(noun, from: head)
        }
        let next = discourse.tokens[i + 1].deprel == .amod ? discourse.tokens[i + 1].head : i + 1
        guard next > i, next < i + 4, discourse.tokens[next].deprel == .conj, discourse.tokens[next].head != head else { return false }
        return discourse.tokens[next].feats.case == .genitive && discourse.descends(next, from: head)
            && posts.post(of: discourse.lemma(next)) { _ in nil } == nil
    }

    func isQuote(_ i: Int) -> Bool { discourse.isQuotationMark(i) }

    private func isOpening(_ i: Int) -> Bool { ["«", "„", "“"].contains { discourse.form(i).elementsEqual($0.utf8) } }
}
