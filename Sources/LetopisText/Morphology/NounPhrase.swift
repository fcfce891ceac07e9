extension Nominative {
    /// A noun phrase in the nominative: its head, and what agrees with the head; what depends on it in a case of its own stays.
    public func phrase(_ words: [PhraseWord], head: Int? = nil) -> String {
        guard let place = head.flatMap({ words.indices.contains($0) ? $0 : nil }) ?? NounPhrase.head(of: words) else {
            return words.text
        }
        guard let parse = NounPhrase.reading(words[place], dictionary), let form = nominative(of: parse, gender: nil) else { return words.text }
        var nominative = words
        nominative[place].text = spelled(form, as: words[place].text)
        var i = place - 1
        while i >= 0, let modified = modifier(words[i], of: parse) {
            nominative[i].text = modified
            i -= 1
        }
        for i in NounPhrase.besides(words, head: place) {
            guard let parse = NounPhrase.reading(words[i], dictionary), let form = self.nominative(of: parse, gender: nil) else { break }
            nominative[i].text = spelled(form, as: words[i].text)
        }
        return nominative.text
    }

    /// The word before a head in the nominative, were it an adjective that agrees with the head; the word itself where it is something
    /// that may stand between adjectives; nil where neither.
    private func modifier(_ word: PhraseWord, of head: Parse) -> String? {
        switch word.upos {
        case .punctuation, .coordinatingConjunction, .adverb: return word.text
        default: break
        }
        let agreeing = dictionary.parses(of: Array(word.text.utf8)[...]).first { NounPhrase.agrees($0.tag.feats, with: head.tag.feats) && $0.tag.upos != .noun && NounPhrase.isAdjective($0.tag) }
        guard let agreeing, let form = nominative(of: agreeing, gender: head.tag.feats.gender) else { return nil }
        return spelled(form, as: word.text)
    }

    /// The nominative of a parse, in its number, of an adjective in the gender given.
    private func nominative(of parse: Parse, gender: Gender?) -> [UInt8]? {
        let feats = parse.tag.feats
        let number = feats.number.map { $0 == .plural ? "plur" : "sing" }
        let isNoun = parse.tag.upos == .noun
        var genderName: String?
        if !isNoun, feats.number != .plural {
            switch gender ?? feats.gender {
            case .masculine: genderName = "masc"
            case .feminine: genderName = "femn"
            case .neuter: genderName = "neut"
            case nil: break
            }
        }
        let required = ["nomn", number, genderName].compactMap { $0 }.reduce(Grammemes()) { $0.union(dictionary.grammemes($1) ?? Grammemes()) }
        return dictionary.inflect(parse, to: required)?.form
    }
}

/// Readings of the words of a noun phrase.
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

    /// How to read a head: the parse that fits its tag best; nil where it stands in the nominative or cannot be read.
    static func reading(_ word: PhraseWord, _ dictionary: MorphologicalDictionary) -> Parse? {
        let letters = word.text.unicodeScalars.filter(\.properties.isCased)
        let isAbbreviation = letters.count <= 5 && letters.allSatisfy(\.properties.isUppercase)
        guard !isAbbreviation else { return nil }
        let parses = dictionary.parses(of: Array(word.text.utf8)[...]).filter { $0.tag.feats.case != nil && ($0.tag.upos == .noun || isAdjective($0.tag)) }
        if word.feats.case == .nominative, parses.contains(where: { $0.tag.feats.case == .nominative && !$0.tag.feats.clash(on: .number, with: word.feats) }) {
            return nil
        }
        var best: (parse: Parse, fit: Double)?
        for parse in parses where !parse.tag.feats.clash(on: .number, with: word.feats) {
            let fit = self.fit(parse, word, dictionary)
            if fit > best?.fit ?? 0 { best = (parse, fit) }
        }
        return best?.parse
    }

    private static func fit(_ parse: Parse, _ word: PhraseWord, _ dictionary: MorphologicalDictionary) -> Double {
        let feats = parse.tag.feats
        var fit = parse.score
        for (feature, weight) in [(Feature.case, 4.0), (.number, 2), (.gender, 1.5), (.animacy, 0.5)] where feats.agree(on: feature, with: word.feats) {
            fit += weight
        }
        if parse.tag.upos == .noun { fit += 1 }
        if word.upos == .properNoun, let places = dictionary.grammemes("Geox"), parse.tag.grammemes.contains(places) { fit += 1 }
        return fit
    }

    /// A full form of an adjective or a participle.
    static func isAdjective(_ tag: Tag) -> Bool { (tag.upos == .adjective || tag.feats.verbForm == .participle) && tag.feats.case != nil }

    /// Whether an adjective's features go with a noun's.
    static func agrees(_ feats: Features, with noun: Features) -> Bool {
        feats.agree(on: .case, with: noun) && feats.agree(on: .number, with: noun) && !feats.clash(on: .animacy, with: noun)
            && (noun.number == .plural || !feats.clash(on: .gender, with: noun))
    }

    /// «городом Москвой»: a proper noun in the head's case. After a genitive it is more often a dependent («министерства России»).
    private static func isApposition(_ word: PhraseWord, to head: PhraseWord) -> Bool {
        word.upos == .properNoun && word.gap == " " && word.feats.agree(on: .case, with: head.feats) && word.feats.case != .genitive
            && word.feats.case != .nominative
    }
}
