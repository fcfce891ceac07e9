internal import LetopisNeural

/// Analyses one word, and the parts of it that are analysed as words of their own.
struct WordAnalyzer {
    let tables: DictionaryTables
    /// How many parts may still be analysed: what a chain of prefixes and hyphens may cost. No word of texts or of a news vocabulary was
    /// found that needs more.
    var budget = 10
    var scratch = LookupScratch()

    init(tables: DictionaryTables) { self.tables = tables }

    /// All parses of `word`, at most `MorphologicalDictionary.longestWord` code points of UTF-8. Empty only where the budget is spent.
    mutating func parses(of word: [UInt8]) -> [Parse] {
        guard budget > 0 else { return [] }
        budget -= 1
        let lower = LowerCase.of(word[...])
        for group in tables.units {
            var parses: [Parse] = []
            var seen: Set<ParseIdentity> = []
            for unit in group { append(unit, word, lower, &seen, to: &parses) }
            if !parses.isEmpty { return weighed(parses, of: lower) }
        }
        return [unknown(lower)]
    }

    private mutating func append(
        _ unit: AnalysisUnit, _ word: [UInt8], _ lower: [UInt8], _ seen: inout Set<ParseIdentity>, to parses: inout [Parse]
    ) {
        switch unit {
        case .dictionary: parses += known(lower)
        case .nameInitial: parses += initials(word, lower, patronymic: false)
        case .patronymicInitial: parses += initials(word, lower, patronymic: true)
        case .number: parses += number(word, lower)
        case .punctuation: parses += shape(.punctuation, WordShape.isPunctuation(word), lower)
        case .roman: parses += shape(.roman, WordShape.isRomanNumber(word), lower)
        case .latin: parses += shape(.latin, WordShape.isLatin(word), lower)
        case .particle: particle(lower, &seen, to: &parses)
        case .adverb: parses += adverb(lower)
        case .compound: parses += compound(lower)
        case .knownPrefix: knownPrefix(lower, &seen, to: &parses)
        case .anyPrefix: anyPrefix(lower, &seen, to: &parses)
        case .ending: ending(lower, &seen, to: &parses)
        case .unknown: parses.append(unknown(lower))
        }
    }

    /// The parses of a word that the dictionary has.
    mutating func known(_ lower: [UInt8]) -> [Parse] {
        var found: [FoundRecord] = []
        tables.lookup.append(lower[...], in: tables.words, to: &found, with: &scratch)
        return found.compactMap {
            tables.parse(tables.lookup.spelling(lower, replaced: $0.replaced), $0.paradigm, $0.index, score: 1)
        }
    }

    /// The parse of a word of which nothing is known.
    func unknown(_ lower: [UInt8]) -> Parse { fixed(.unknown, lower, score: 1) }

    /// A parse of a word that does not inflect.
    func fixed(_ tag: Tagset.Extra, _ lower: [UInt8], score: Double) -> Parse {
        Parse(tag: tables.tag(tables.tags.extra(tag)), score: score, form: lower, normal: lower, stem: Stem(kind: .fixed))
    }

    private func shape(_ tag: Tagset.Extra, _ fits: Bool, _ lower: [UInt8]) -> [Parse] { fits ? [fixed(tag, lower, score: 0.9)] : [] }

    private func number(_ word: [UInt8], _ lower: [UInt8]) -> [Parse] {
        if WordShape.isInteger(word) { return [fixed(.integer, lower, score: 0.9)] }
        return shape(.real, WordShape.isReal(word), lower)
    }

    /// A capital letter may be an initial, of either gender, in any case.
    private func initials(_ word: [UInt8], _ lower: [UInt8], patronymic: Bool) -> [Parse] {
        guard tables.initials.contains(word) else { return [] }
        let forms = Tagset.initials.genders * Tagset.initials.cases
        return (0..<forms).map { i in
            let tag = tables.tag(tables.tags.extra(.initials, i + (patronymic ? forms : 0)))
            return Parse(tag: tag, score: 0.1, form: lower, normal: lower, stem: Stem(kind: .initial(patronymic: patronymic)))
        }
    }

    /// Appends a parse that is not the same as one before.
    func append(_ parse: Parse, _ seen: inout Set<ParseIdentity>, to parses: inout [Parse]) {
        let identity = ParseIdentity(parse, canonicalTag: tables.tags.canonical(parse.tag.id))
        if seen.insert(identity).inserted { parses.append(parse) }
    }

    /// The parses with their probabilities: those of the corpus, likeliest first, where it has the word; else the estimates, to a sum of 1.
    private func weighed(_ parses: [Parse], of lower: [UInt8]) -> [Parse] {
        let probabilities = tables.probabilities(of: parses.map(\.tag.id), word: lower[...])
        var weighed = parses
        guard probabilities.contains(where: { $0 > 0 }) else {
            let sum = parses.reduce(0) { $0 + $1.score }
            let factor = sum > 0 ? 1 / sum : 0
            for i in weighed.indices { weighed[i].score *= factor }
            return weighed
        }
        for i in weighed.indices { weighed[i].score = probabilities[i] }
        return WordAnalyzer.likeliestFirst(weighed)
    }

    /// Those of one score stay in their order.
    static func likeliestFirst(_ parses: [Parse]) -> [Parse] {
        parses.enumerated().sorted { a, b in
            a.element.score != b.element.score ? a.element.score > b.element.score : a.offset < b.offset
        }.map(\.element)
    }
}

extension DictionaryTables {
    /// How often the corpus has each of the tags for `word`, of 1; all 0 where it does not have the word.
    func probabilities(of tagIDs: [UInt16], word: ArraySlice<UInt8>) -> [Double] {
        guard let state = probabilityState(of: word) else { return tagIDs.map { _ in 0 } }
        return tagIDs.map { Double(probability(of: $0, after: state)) / 1_000_000 }
    }

    /// Where the probabilities of a word's tags begin; nil where the corpus does not have the word.
    @inline(__always) func probabilityState(of word: ArraySlice<UInt8>) -> Int? {
        guard let state = probabilities.follow(word, from: Automaton.root) else { return nil }
        return probabilities.follow(UInt8(ascii: ":"), from: state)
    }

    /// The probability of a tag, in millionths.
    func probability(of tag: UInt16, after state: Int) -> Int {
        var state = state
        for i in tags.names.range(Int(tag)) {
            guard let next = probabilities.follow(tags.names.bytes[i], from: state) else { return 0 }
            state = next
        }
        return probabilities.value(state) ?? 0
    }
}
