extension Nominative {
    /// A person's name in the nominative: every part of it declines that can, all in one case and for one gender.
    func person(_ words: [PhraseWord]) -> String {
        let ways = words.map { PersonName.ways(of: LowerCase.of(Array($0.text.utf8)[...]), reader) }
        let (wordCase, gender) = PersonName.best(ways, tags: words.map(\.feats))
        guard wordCase != .nominative else { return words.text }
        var nominative = words
        for (i, ways) in ways.enumerated() {
            guard let way = PersonName.best(of: ways, wordCase, gender) else { continue }
            nominative[i].text = spelled(way.nominative, as: words[i].text)
        }
        return nominative.text
    }
}

/// Finds the case and the gender in which the parts of a person's name agree.
enum PersonName {
    /// What a token's tag counts beside the readings of the word, for its case and for its gender. The first word's case is the one that
    /// the sentence asks for; that of a word with one form for all cases is a guess; genitive and accusative are taken for each other.
    private enum Weight {
        static let tagCase = 2.0
        static let firstTagCase = 3.5
        static let fixedTagCase = 1.0
        static let nearTagCase = 1.0
        static let tagGender = 1.5
    }

    /// The readings of a word of a name; of one with hyphens those of its last part, with the parts before in the same case where these
    /// decline.
    static func ways(of word: [UInt8], _ reader: NameReader) -> [NameReading] {
        let parts = word.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(Array.init)
        guard parts.count > 1, let last = parts.last, !last.isEmpty else {
            // A letter alone is an initial.
            return UTF8Text.count(word) > 1 ? reader.readings(of: word) : []
        }
        let whole = parts.count <= MorphologicalDictionary.longestWord ? reader.known(word) : []
        guard whole.isEmpty, parts.count <= 8 else { return whole }
        let before = parts.dropLast().map { reader.readings(of: $0).filter(\.declines) }
        return reader.readings(of: last).map { reading in
            var way = reading
            let nominatives = zip(parts, before).map { best(of: $1, reading.case, reading.gender)?.nominative ?? $0 }
            way.nominative = Array((nominatives + [reading.nominative]).joined(separator: "-".utf8))
            return way
        }
    }

    /// The case and gender for which most speaks; the nominative where nothing speaks for any.
    static func best(_ ways: [[NameReading]], tags: [Features]) -> (Case, Gender) {
        var best = (Case.nominative, Gender.masculine), most = 0.0
        for wordCase in NamePattern.cases {
            for gender in [Gender.masculine, .feminine] {
                var sum = 0.0
                for (i, ways) in ways.enumerated() where !ways.isEmpty {
                    sum += self.best(of: ways, wordCase, gender)?.weight ?? 0
                    sum += agreement(tags[i].case, with: wordCase, ways, isFirst: i == 0)
                    sum += tags[i].gender == gender ? Weight.tagGender : 0
                }
                if sum > most { (best, most) = ((wordCase, gender), sum) }
            }
        }
        return best
    }

    /// How much a word's tag speaks for a case in which the word can stand.
    private static func agreement(_ tag: Case?, with wordCase: Case, _ ways: [NameReading], isFirst: Bool) -> Double {
        guard best(of: ways, wordCase, nil) != nil else { return 0 }
        switch (tag, wordCase) {
        case (wordCase, _): return !ways.contains(where: \.declines) ? Weight.fixedTagCase : isFirst ? Weight.firstTagCase : Weight.tagCase
        case (.genitive, .accusative), (.accusative, .genitive): return Weight.nearTagCase
        default: return 0
        }
    }

    /// The likeliest of the readings for a case and a gender; of equal ones the shortest: «о Хендерсоне» is Хендерсон, not Хендерсона.
    static func best(of ways: [NameReading], _ wordCase: Case, _ gender: Gender?) -> NameReading? {
        var best: NameReading?
        for way in ways where way.case == wordCase && (way.gender == nil || gender == nil || way.gender == gender) {
            guard let other = best else {
                best = way
                continue
            }
            if way.weight > other.weight || way.weight == other.weight && way.nominative.count < other.nominative.count { best = way }
        }
        return best
    }
}
