/// Gives the lemma of a token whose tag is known: «стали» as a verb is `стать`, as a noun `сталь`.
///
/// Among the parses of the word it takes the first whose reading in Universal Dependencies is the token's tag, else the first of those that
/// agree with it in most of part of speech, case, gender, number, aspect, person, tense, and form of numbers and adjectives; the way of
/// natasha's `MorphVocab.lemmatize`. A word of which no parse agrees in anything is its own lemma.
///
/// Guaranteed: lemmas are lower case, with the letters folded that the dictionary says (ё to е), and at most as long as the longest word
/// that is analysed, with what the normal form adds; the cost of a word is bounded.
public struct Lemmatizer: Sendable {
    private let tables: DictionaryTables

    /// A lemmatizer over a dictionary.
    public init(dictionary: MorphologicalDictionary) { tables = dictionary.tables }

    /// Appends the lemma of `word` (the token's bytes as they stand) to `lemmas` and gives its place there.
    /// Of a word longer than `MorphologicalDictionary.longestWord` it is the beginning, in lower case.
    public func appendLemma(
        of word: ArraySlice<UInt8>, upos: PartOfSpeech, feats: Features, cache: inout LemmaCache, to lemmas: inout [UInt8]
    ) -> Range<Int> {
        let start = lemmas.count
        let key = LemmaCache.Key(word.prefix(4 * MorphologicalDictionary.longestWord), upos, feats)
        if !cache.append(key, to: &lemmas) {
            findLemma(of: key, &cache, to: &lemmas)
            cache.keep(key, lemma: lemmas[start...])
        }
        return start..<lemmas.count
    }

    private func findLemma(of key: LemmaCache.Key, _ cache: inout LemmaCache, to lemmas: inout [UInt8]) {
        let start = lemmas.count
        let end = UTF8Text.prefixEnd(MorphologicalDictionary.longestWord, of: key.word)
        cache.lower.removeAll(keepingCapacity: true)
        LowerCase.append(key.word[..<end], to: &cache.lower)
        tables.folds.replaceAll(in: &cache.lower, from: 0)
        guard end == key.word.endIndex else { return lemmas.append(contentsOf: cache.lower) }
        cache.found.removeAll(keepingCapacity: true)
        tables.lookup.append(cache.lower[...], in: tables.words, to: &cache.found, with: &cache.scratch)
        if cache.found.isEmpty { appendUnknown(key, cache.lower, to: &lemmas) } else { appendKnown(key, &cache, to: &lemmas) }
        tables.folds.replaceAll(in: &lemmas, from: start)
    }

    /// The lemma of a word that the dictionary has.
    private func appendKnown(_ key: LemmaCache.Key, _ cache: inout LemmaCache, to lemmas: inout [UInt8]) {
        let token = TokenTag(key.upos, key.feats)
        let state = tables.probabilityState(of: cache.lower[...])
        var best: (record: FoundRecord, form: Paradigms.Form, likeness: Int)?
        for record in cache.found {
            guard let form = tables.paradigms.form(record.paradigm, record.index) else { continue }
            let likeness = token.likeness(to: tables.tags.reading(form.tag))
            let before = best?.likeness ?? 0
            if likeness > before || likeness == before && isLikelier(form.tag, than: best?.form.tag, state) {
                best = (record, form, likeness)
            }
        }
        guard let (record, form, _) = best else { return lemmas.append(contentsOf: cache.lower) }
        tables.lookup.respell(&cache.lower, replaced: record.replaced)
        guard record.index > 0, let first = tables.paradigms.form(record.paradigm, 0) else { return lemmas.append(contentsOf: cache.lower) }
        tables.paradigms.append(first, stem: cache.lower[tables.paradigms.stem(of: cache.lower, as: form)], to: &lemmas)
    }

    /// Whether the corpus has `tag` more often than `other`.
    private func isLikelier(_ tag: UInt16, than other: UInt16?, _ state: Int?) -> Bool {
        guard let state, let other else { return false }
        return tables.probability(of: tag, after: state) > tables.probability(of: other, after: state)
    }

    /// The lemma of a word that is read by analogy.
    private func appendUnknown(_ key: LemmaCache.Key, _ lower: [UInt8], to lemmas: inout [UInt8]) {
        let token = TokenTag(key.upos, key.feats)
        var analyzer = WordAnalyzer(tables: tables)
        var best: (parse: Parse, likeness: Int)?
        for parse in analyzer.parses(of: lower) {
            let likeness = token.likeness(to: tables.tags.reading(parse.tag.id))
            if likeness > best?.likeness ?? 0 { best = (parse, likeness) }
        }
        LowerCase.append((best?.parse.normal ?? lower)[...], to: &lemmas)
    }
}

/// A token's tag, to be found among a word's readings.
struct TokenTag {
    private let upos, plainPart: PartOfSpeech
    private let feats: Features
    private let key: AgreementKey

    init(_ upos: PartOfSpeech, _ feats: Features) {
        self.upos = upos
        self.feats = feats
        plainPart = TokenTag.plain(upos)
        key = AgreementKey(feats)
    }

    /// More than any number of agreements.
    private static let identical = 100

    /// How well a reading fits: the more, the better; 0 where it agrees in nothing.
    @inline(__always) func likeness(to reading: Reading) -> Int {
        if reading.upos == upos, reading.feats == feats { return TokenTag.identical }
        return (TokenTag.plain(reading.upos) == plainPart ? 1 : 0) + key.agreements(with: reading.key)
    }

    /// The parts of speech that the dictionary does not tell apart.
    private static func plain(_ upos: PartOfSpeech) -> PartOfSpeech {
        switch upos {
        case .properNoun: .noun
        case .auxiliary: .verb
        case .subordinatingConjunction: .coordinatingConjunction
        default: upos
        }
    }
}
