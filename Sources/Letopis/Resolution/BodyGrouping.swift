internal import LetopisText

/// Puts the names of one body, place or country together, and adds them to a cast.
///
/// A body is known again by its lemmas, by a part of its name that no other body has («Исторический музей» of «Государственный исторический
/// музей»), and by the first letters of its words. Countries are known by the lexicon, whatever the name finder takes them for.
struct BodyGrouping {
    private let discourse: Discourse
    private let all: [Name]
    private let countries: CountryLexicon
    private let bodies: BodyLexicon
    private let posts: PostLexicon
    private let words: RoleWords
    private let endings: NameEndings
    /// Names of one word, by their nominative.
    private var byForm: [[UInt8]: Int] = [:]
    private let nominative: Nominative
    private(set) var cast: Cast
    private var byLemmas: [[UInt8]: Int] = [:]
    private var byCountry: [Int: Int] = [:]
    private var byBody: [Int: Int] = [:]
    private var byPart: [[UInt8]: Int?] = [:]
    private var byLetters: [[UInt8]: Int?] = [:]
    /// A name of more words is taken as it is: no body is called so, and its parts would be many.
    private static let mostWords = 16

    init(_ discourse: Discourse, names all: [Name], cast: Cast, lexicon: ActorLexicon, nominative: Nominative) {
        (self.discourse, self.all, self.cast, self.nominative) = (discourse, all, cast, nominative)
        (countries, bodies, posts, words, endings) = (lexicon.countries, lexicon.bodies, lexicon.posts, lexicon.words, lexicon.endings)
        let names = all.filter { $0.kind != .person }
        for (number, name) in all.enumerated() where name.kind == .organization { learn(name, number) }
        var i = 0
        var rest = names[...]
        while i < discourse.tokens.count {
            while let name = rest.first, name.tokens.lowerBound < i { rest = rest.dropFirst() }
            if let name = rest.first, name.tokens.lowerBound == i, !name.tokens.isEmpty {
                i = place(name)
                rest = rest.dropFirst()
            } else {
                i = placeCountry(at: i)
            }
        }
    }

    /// The member that a country is, added where the article has not named it: «американский президент» speaks of the USA.
    mutating func member(ofCountry country: Int, mention: Mention) -> Int {
        if let member = byCountry[country] {
            cast.mention(member, mention)
            return member
        }
        let member = cast.add(CastMember(kind: .country, name: countries.countries[country].names[0], mentions: [mention]))
        byCountry[country] = member
        return member
    }

    /// The member that a body without a name of its own is: «отдел сетей», «партия», or the one named elsewhere that a bare noun stands for.
    mutating func member(ofBody tokens: Range<Int>, named: Int?) -> Int {
        let key = discourse.lemmas(tokens), mention = Mention(head: discourse.head(of: tokens), tokens: tokens, form: .phrase)
        if let named, tokens.count == 1 {
            cast.mention(named, mention)
            return named
        }
        if let member = byLemmas[key] {
            cast.mention(member, mention)
            return member
        }
        let member = cast.add(CastMember(kind: .organization, name: nominative.name(tokens, in: discourse), mentions: [mention]))
        byLemmas[key] = member
        return member
    }

    private mutating func place(_ given: Name) -> Int {
        var name = given
        while let first = name.tokens.first, isPost(first) { name.tokens = first + 1..<name.tokens.upperBound }
        let short = cutBrackets(&name)
        guard let first = name.tokens.first, name.tokens == given.tokens || discourse.startsUpper(first),
            !(name.tokens.count == 1 && words.kind(of: discourse.lemma(first)) == .people)
        else { return given.tokens.upperBound }
        let mention = Mention(head: discourse.head(of: name.tokens), tokens: name.tokens, form: .name)
        defer { if let short { learn(short, for: owner(ofShort: first)) } }
        if let found = countries.country(at: name.tokens.lowerBound, in: discourse), found.length == name.tokens.count {
            note(country: found.entry, name: found.name, mention)
        } else if let found = bodies.body(at: name.tokens.lowerBound, in: discourse), found.length == name.tokens.count {
            note(body: found.entry, name: found.name, mention)
        } else {
            note(name, mention)
        }
        return given.tokens.upperBound
    }

    /// Takes «(ВФЛА)» off a name; gives its only word.
    private func cutBrackets(_ name: inout Name) -> Int? {
        guard let open = name.tokens.first(where: { discourse.form($0).elementsEqual("(".utf8) }), open > name.tokens.lowerBound else {
            return nil
        }
        let inside = (open + 1..<max(open + 1, name.tokens.upperBound)).filter { discourse.tokens[$0].upos != .punctuation }
        name.tokens = name.tokens.lowerBound..<open
        return inside.count == 1 ? inside[0] : nil
    }

    /// The body whose name ends at a token; of «Торговая палата Латвии» it is the first name.
    private func owner(ofShort first: Int) -> Int? {
        let member = cast.memberOf[first], isBody = member.map { cast.members[$0].kind == .organization } ?? false
        return isBody || first == 0 || discourse.tokens[first].feats.case != .genitive ? member : cast.memberOf[first - 1]
    }

    /// Notes a word as a name of a body from here on.
    private mutating func learn(_ short: Int, for member: Int?) {
        guard let member, cast.members[member].kind == .organization else { return }
        byLemmas[discourse.lemmas(short..<short + 1)] = member
        cast.mention(member, Mention(head: short, tokens: short..<short + 1, form: .name))
        cast.members[member].note(alias: discourse.analysis.text(discourse.tokens[short]))
    }

    /// A post that the name finder took for the beginning of its body's name: «Замглавы Минфина».
    private func isPost(_ i: Int) -> Bool {
        (discourse.tokens[i].feats.animacy == .animate || discourse.isAllCapitals(i))
            && posts.post(of: discourse.lemma(i)) { _ in nil } != nil
    }

    /// Of the names of a body that the article uses, the fullest is its name.
    private mutating func note(body: Int, name: Int, _ mention: Mention) {
        let names = bodies.bodies[body]
        guard let member = byBody[body] else {
            byBody[body] = cast.add(CastMember(kind: .organization, name: names[name], synonyms: names, mentions: [mention]))
            return
        }
        cast.mention(member, mention)
        let isFuller = names.firstIndex(of: cast.members[member].name).map { name < $0 } ?? false
        if isFuller { cast.members[member].rename(names[name]) } else { cast.members[member].note(alias: names[name]) }
    }

    /// A country that the name finder missed. Its name begins with a capital; «чад» is no country.
    private mutating func placeCountry(at i: Int) -> Int {
        guard cast.memberOf[i] == nil, discourse.tokens[i].upos == .properNoun, discourse.startsUpper(i),
            let found = countries.country(at: i, in: discourse)
        else { return i + 1 }
        note(country: found.entry, name: found.name, Mention(head: i, tokens: i..<i + found.length, form: .name))
        return i + found.length
    }

    private mutating func note(country: Int, name: Int, _ mention: Mention) {
        let names = countries.countries[country].names
        let member = member(ofCountry: country, mention: mention)
        if cast.members[member].mentions.count == 1 { cast.members[member].name = names[name] }
        cast.members[member].note(alias: names[name])
        if name == 0 { cast.members[member].rename(names[0]) }
    }

    private mutating func note(_ name: Name, _ mention: Mention) {
        let key = discourse.lemmas(name.tokens)
        let wording = nominative.name(name.tokens, in: discourse)
        guard let member = known(key, name) else {
            let kind: Actor.Kind = name.kind == .location ? .place : .organization
            byLemmas[key] = cast.add(CastMember(kind: kind, name: wording, mentions: [mention]))
            if name.tokens.count == 1 { byForm[nominatives(name)[0]] = byLemmas[key] }
            return
        }
        byLemmas[key] = member
        cast.mention(member, mention)
        let isNominative = discourse.tokens[mention.head].feats.case == .nominative
        if discourse.lemmas(name.tokens).count > folded(Array(cast.members[member].name.utf8)[...]).count + 4, isNominative {
            cast.members[member].rename(wording)
        }
        cast.members[member].note(alias: wording)
    }

    private func known(_ key: [UInt8], _ name: Name) -> Int? {
        if let member = byLemmas[key] { return member }
        if name.tokens.count == 1, let member = nominatives(name).lazy.compactMap({ byForm[$0] }).first { return member }
        guard name.kind == .organization else { return nil }
        if let member = shortened(name) ?? begun(name) { return member }
        let full = (byPart[key] ?? nil) ?? (byLetters[folded(discourse.text(name.tokens)[...])] ?? nil)
        return full.flatMap { byLemmas[discourse.lemmas(all[$0].tokens)] }
    }

    /// «КПУ» before «Коммунистическая партия Украины»: the abbreviation that only this name has, and that stood before it.
    private func shortened(_ name: Name) -> Int? {
        guard name.tokens.count > 1 else { return nil }
        let key = discourse.lemmas(name.tokens)
        return letters(of: name).lazy.compactMap { letters in
            (byLetters[letters] ?? nil).flatMap { discourse.lemmas(all[$0].tokens) == key ? byForm[letters] : nil }
        }.first
    }

    /// «Администрация» after «Администрация порта Сомово»: the only body before whose name begins with that noun and goes on in the genitive.
    private func begun(_ name: Name) -> Int? {
        let i = name.tokens.lowerBound
        guard name.tokens.count == 1, words.isBody(discourse.lemma(i)), !discourse.isAllCapitals(i) else { return nil }
        let found = cast.members.indices.filter { number in
            cast.members[number].kind == .organization
                && cast.members[number].mentions.contains {
                    $0.form == .name && $0.head < i && $0.tokens.lowerBound == $0.head && $0.tokens.count > 1
                        && discourse.lemma($0.head).elementsEqual(discourse.lemma(i))
                }
        }
        return found.count == 1 ? found[0] : nil
    }

    /// The first letters of a name's words, and those where a word made of two counts as both: «КУ» and «КПУ» of «Компартия Украины».
    private func letters(of name: Name) -> [[UInt8]] {
        let words = name.tokens.filter { ![.punctuation, .adposition, .coordinatingConjunction].contains(discourse.tokens[$0].upos) }
        let plain = words.flatMap { discourse.folded($0).prefix(2) }, whole = words.flatMap { letters(of: $0) }
        return plain == whole ? [plain] : [plain, whole]
    }

    /// «К» and «П» of «Компартия», whose second part is a noun for a body.
    private func letters(of i: Int) -> [UInt8] {
        let form = discourse.folded(i), lemma = discourse.lemma(i)
        let last = stride(from: 4, through: 10, by: 2).first { $0 + 8 <= lemma.count && words.isBody(lemma.dropFirst($0)) }
        return Array(form.prefix(2)) + (last.map { Array(lemma.dropFirst($0).prefix(2)) } ?? [])
    }

    /// What a name of one word could be in the nominative, the likeliest first. An abbreviation is what it is.
    private func nominatives(_ name: Name) -> [[UInt8]] {
        let i = name.tokens.lowerBound, form = discourse.form(i)
        guard !discourse.isAllCapitals(i) else { return [folded(form)] }
        let wanted = discourse.tokens[i].feats.case
        let all = endings.nominatives(of: form, gender: nil, in: wanted == .nominative ? nil : wanted, plurals: true)
        return wanted == nil || wanted == .nominative ? all : Array(all.dropFirst()) + [all[0]]
    }

    /// Notes what a long name of a body may be shortened to; what two bodies may be shortened to is nil.
    private mutating func learn(_ name: Name, _ number: Int) {
        let words = name.tokens.filter { discourse.tokens[$0].upos != .punctuation }
        guard words.count > 1, words.count <= BodyGrouping.mostWords else { return }
        for start in 1..<max(1, words.count - 1) { note(part: discourse.lemmas(words[start]..<words[words.count - 1] + 1), number) }
        if let mark = name.tokens.dropFirst().first(where: discourse.isQuotationMark),
            case let inner = words.filter({ $0 > mark }), let first = inner.first, let last = inner.last
        {
            note(part: discourse.lemmas(first..<last + 1), number)
        }
        if words.count == 2, let last = words.last, discourse.tokens[last].upos == .properNoun,
            discourse.tokens[words[0]].upos == .adjective
        {
            note(part: discourse.lemmas(last..<last + 1), number)
        }
        guard discourse.tokens[discourse.head(of: name.tokens)].feats.number != .plural else { return }
        for letters in letters(of: name) { note(letters: letters, number) }
    }

    private mutating func note(part: [UInt8], _ name: Int) { Self.note(part, name, in: &byPart, all, discourse) }
    private mutating func note(letters: [UInt8], _ name: Int) { Self.note(letters, name, in: &byLetters, all, discourse) }

    private static func note(_ key: [UInt8], _ name: Int, in table: inout [[UInt8]: Int?], _ names: [Name], _ discourse: Discourse) {
        guard let other = table[key] else { return table[key] = name }
        let same = other.map {
            discourse.lemmas(names[$0].tokens) == discourse.lemmas(names[name].tokens)
        }
        if same != true { table[key] = .some(nil) }
    }
}
