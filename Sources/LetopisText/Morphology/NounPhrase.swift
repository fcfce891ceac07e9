extension Nominative {
    /// A noun phrase in the nominative: its head, and what agrees with the head; what depends on it in a case of its own stays. A phrase of
    /// which an agreeing word cannot be put into the nominative stays as a whole.
    public func phrase(_ words: [PhraseWord], head: Int? = nil) -> String {
        guard let place = head.flatMap({ words.indices.contains($0) ? $0 : nil }) ?? NounPhrase.head(of: words),
            let (form, feats) = headForm(words[place])
        else { return words.text }
        var nominative = words
        nominative[place].text = spelled(form, as: words[place].text)
        for i in (0..<place).reversed() where !NounPhrase.mayStandBetween(words[i]) {
            guard let form = adjectiveForm(words[i], agreeingWith: feats) else {
                // Another case begins a part of its own; the same case should have agreed («16 тонн», «Мариинского и Большого театров»).
                if words[i].feats.agree(on: .case, with: feats) || words[i].upos == .numeral { return words.text }
                break
            }
            nominative[i].text = spelled(form, as: words[i].text)
        }
        for i in NounPhrase.besides(words, head: place) {
            guard let (form, _) = headForm(words[i]) else { break }
            nominative[i].text = spelled(form, as: words[i].text)
        }
        return nominative.text
    }

    /// The nominative of a noun, and the features in which adjectives agree with it as it stands; nil where it is in the nominative, or not
    /// understood.
    private func headForm(_ word: PhraseWord) -> (form: [UInt8], feats: Features)? {
        let isKnown = dictionary.contains(word.text)
        guard !NounPhrase.isAbbreviation(word.text, isKnown: isKnown) else { return nil }
        let parses = dictionary.parses(of: Array(word.text.utf8)[...]).filter(NounPhrase.isHead)
        if word.feats.case == .nominative {
            let fits = parses.contains { $0.tag.feats.case == .nominative && !$0.tag.feats.clash(on: .number, with: word.feats) }
            if fits || !isKnown { return nil }
        }
        let parse = best(parses, for: word, isKnown: isKnown)
        // Where a guess is of another gender than the sentence asks for, the endings of names are asked.
        if !isKnown, word.feats.number == .singular, parse?.tag.feats.clash(on: .gender, with: word.feats) ?? true,
            let way = word.feats.case.flatMap({ PersonName.best(of: patterned(word), $0, word.feats.gender) })
        {
            return (way.nominative, word.feats)
        }
        guard let parse, let form = nominative(of: parse, gender: nil) else { return nil }
        return (form, parse.tag.feats)
    }

    /// The readings by its ending of a noun that the dictionary does not have. Men's names may end as women's do, other masculines do not.
    private func patterned(_ word: PhraseWord) -> [NameReading] {
        let ways = reader.patterned(LowerCase.of(Array(word.text.utf8)[...]))
        return word.feats.gender == .masculine ? ways.filter { $0.gender == .masculine || !$0.declines } : ways
    }

    /// The parse of a head that fits its tag best.
    private func best(_ parses: [Parse], for word: PhraseWord, isKnown: Bool) -> Parse? {
        let places = dictionary.grammemes("Geox") ?? Grammemes()
        var best: (parse: Parse, fit: Double)?
        for parse in parses where !parse.tag.feats.clash(on: .number, with: word.feats) {
            var fit = parse.score + NounPhrase.agreement(parse.tag.feats, with: word.feats) + (parse.tag.upos == .noun ? 1 : 0)
            if isKnown, word.upos == .properNoun, parse.tag.grammemes.overlaps(places) { fit += 3 }
            if fit > best?.fit ?? 0 { best = (parse, fit) }
        }
        return best?.parse
    }

    /// The nominative of an adjective that agrees with a noun of these features.
    private func adjectiveForm(_ word: PhraseWord, agreeingWith noun: Features) -> [UInt8]? {
        let agreeing = dictionary.parses(of: Array(word.text.utf8)[...]).filter { NounPhrase.agrees($0.tag.feats, with: noun) }
        // The dictionary has «Воробьёвых» as a surname only.
        let parse = agreeing.first { NounPhrase.isAdjective($0.tag) } ?? (word.upos == .adjective ? agreeing.first : nil)
        return parse.flatMap { nominative(of: $0, gender: noun.gender) }
    }

    /// The nominative of a parse, in its number; of an adjective in the gender given.
    private func nominative(of parse: Parse, gender: Gender?) -> [UInt8]? {
        let feats = parse.tag.feats
        var names = ["nomn"]
        if let number = feats.number { names.append(number == .plural ? "plur" : "sing") }
        if parse.tag.upos != .noun, feats.number != .plural, let gender = gender ?? feats.gender {
            names.append(gender == .masculine ? "masc" : gender == .feminine ? "femn" : "neut")
        }
        let required = names.reduce(Grammemes()) { $0.union(dictionary.grammemes($1) ?? Grammemes()) }
        return dictionary.inflect(parse, to: required)?.form
    }
}

/// What stands where in a noun phrase.
enum NounPhrase {
    /// The word on which a phrase depends, where nothing but the words is known: the first noun in the case in which the phrase begins, else
    /// the first word that has a case.
    static func head(of words: [PhraseWord]) -> Int? {
        guard let first = words.firstIndex(where: { $0.feats.case != nil }) else { return nil }
        return words.firstIndex { isNoun($0) && $0.feats.case == words[first].feats.case } ?? first
    }

    private static func isNoun(_ word: PhraseWord) -> Bool { word.upos == .noun || word.upos == .properNoun }

    /// The words after the head that stand in the nominative where the head does: «городом Москвой», «Боснии и Герцеговины».
    static func besides(_ words: [PhraseWord], head: Int) -> [Int] {
        let next = head + 1
        if next + 1 < words.count, words[next].upos == .coordinatingConjunction, isNoun(words[next + 1]),
            words[next + 1].feats.agree(on: .case, with: words[head].feats)
        {
            return [next + 1]
        }
        return (next..<max(next, words.count)).prefix { isApposition(words[$0], to: words[head]) }.map { $0 }
    }

    /// «городом Москвой»: a proper noun in the head's case. After a genitive it is more often a dependent («министерства России»).
    private static func isApposition(_ word: PhraseWord, to head: PhraseWord) -> Bool {
        word.upos == .properNoun && word.gap == " " && word.feats.agree(on: .case, with: head.feats) && word.feats.case != .genitive
            && word.feats.case != .nominative
    }

    /// What may stand between adjectives, and does not decline: «и», «,», «очень».
    static func mayStandBetween(_ word: PhraseWord) -> Bool {
        word.upos == .punctuation || word.upos == .coordinatingConjunction || word.upos == .adverb
    }

    /// Whether letters are all capital, and few or of no word: «США», «МАГАТЕ».
    static func isAbbreviation(_ word: String, isKnown: Bool) -> Bool {
        let letters = word.unicodeScalars.filter(\.properties.isCased)
        return (letters.count <= 5 || !isKnown) && letters.allSatisfy(\.properties.isUppercase)
    }

    /// Whether a parse is one of a noun, or of an adjective that stands for one.
    static func isHead(_ parse: Parse) -> Bool { parse.tag.feats.case != nil && (parse.tag.upos == .noun || isAdjective(parse.tag)) }

    /// A full form of an adjective or a participle.
    static func isAdjective(_ tag: Tag) -> Bool { (tag.upos == .adjective || tag.feats.verbForm == .participle) && tag.feats.case != nil }

    /// How well a head's reading fits its tag.
    static func agreement(_ feats: Features, with tag: Features) -> Double {
        let weights: [(Feature, Double)] = [(.case, 4), (.number, 2), (.gender, 1.5), (.animacy, 0.5)]
        return weights.reduce(0) { $0 + (feats.agree(on: $1.0, with: tag) ? $1.1 : 0) }
    }

    /// Whether an adjective's features go with a noun's.
    static func agrees(_ feats: Features, with noun: Features) -> Bool {
        feats.agree(on: .case, with: noun) && feats.agree(on: .number, with: noun) && !feats.clash(on: .animacy, with: noun)
            && (noun.number == .plural || !feats.clash(on: .gender, with: noun))
    }
}
