import Testing

@testable import LetopisText

@Suite struct MorphologyLemmaTests {
    /// Checks the lemma of one token, twice: found, and from the cache.
    private func check(_ word: String, _ upos: PartOfSpeech, _ feats: String, is lemma: String, at place: SourceLocation = #_sourceLocation)
        throws
    {
        guard let dictionary = RussianDictionary.shared else { return }
        let lemmatizer = Lemmatizer(dictionary: dictionary), feats = try #require(Features(conllu: feats))
        var cache = LemmaCache()
        var lemmas = Array("before".utf8)
        for _ in 0..<2 {
            let range = lemmatizer.appendLemma(of: Array(word.utf8)[...], upos: upos, feats: feats, cache: &cache, to: &lemmas)
            #expect(String(decoding: lemmas[range], as: UTF8.self) == lemma, sourceLocation: place)
            #expect(range.upperBound == lemmas.count, sourceLocation: place)
        }
    }

    @Test func theTagDecides() throws {
        try check("стали", .verb, "Aspect=Perf|Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin|Voice=Act", is: "стать")
        try check("стали", .noun, "Animacy=Inan|Case=Gen|Gender=Fem|Number=Sing", is: "сталь")
        try check("мыла", .noun, "Animacy=Inan|Case=Gen|Gender=Neut|Number=Sing", is: "мыло")
        try check("мыла", .verb, "Aspect=Imp|Gender=Fem|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act", is: "мыть")
        try check("была", .auxiliary, "Aspect=Imp|Gender=Fem|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act", is: "быть")
        try check("Марии", .properNoun, "Animacy=Anim|Case=Dat|Gender=Fem|Number=Sing", is: "мария")
    }

    @Test func lemmasAreFoldedAndLowerCase() throws {
        try check("Ещё", .adverb, "Degree=Pos", is: "еще")
        try check("ЁЛКАМИ", .noun, "Animacy=Inan|Case=Ins|Gender=Fem|Number=Plur", is: "елка")
        try check("елками", .noun, "Animacy=Inan|Case=Ins|Gender=Fem|Number=Plur", is: "елка")
        try check("Twitter", .properNoun, "Foreign=Yes", is: "twitter")
        try check("ΟΔΟΣ", .x, "", is: "οδος")
        try check("—", .punctuation, "", is: "—")
    }

    @Test func unknownWordsAreReadByAnalogy() throws {
        try check("бутявками", .noun, "Animacy=Inan|Case=Ins|Gender=Fem|Number=Plur", is: "бутявка")
        try check("хайпанула", .verb, "Aspect=Perf|Gender=Fem|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act", is: "хайпануть")
        try check("вице-премьером", .noun, "Animacy=Anim|Case=Ins|Gender=Masc|Number=Sing", is: "вице-премьер")
    }

    @Test func longWordsAreCutNotAnalysed() throws {
        try check(String(repeating: "Щ", count: 65), .noun, "", is: String(repeating: "щ", count: 64))
        try check(String(repeating: "сверх", count: 11) + "наукой", .noun, "Case=Ins", is: String(repeating: "сверх", count: 11) + "наука")
        try check(String(repeating: "Ё", count: 10_000), .noun, "", is: String(repeating: "е", count: 64))
        try check("", .x, "", is: "")
    }

    /// A cache in which words push each other out gives the same lemmas as one with room for all.
    @Test func theCacheChangesNothing() throws {
        guard let dictionary = RussianDictionary.shared else { return }
        let lemmatizer = Lemmatizer(dictionary: dictionary)
        let feats = try ["Case=Nom|Number=Sing", "Case=Gen|Number=Plur", "Case=Dat|Number=Sing", ""].map {
            try #require(Features(conllu: $0))
        }
        let words = try Set(MorphologyGolden.rows("parses.tsv", columns: 3).map { $0[0] }).sorted().map { Array($0.utf8) }
        var small = LemmaCache(bits: 3), large = LemmaCache()
        var lemmas: [UInt8] = []
        for word in words + words.prefix(100) + words.reversed() {
            for (upos, feats) in zip([PartOfSpeech.noun, .adjective, .verb, .properNoun], feats) {
                let a = lemmatizer.appendLemma(of: word[...], upos: upos, feats: feats, cache: &small, to: &lemmas)
                let b = lemmatizer.appendLemma(of: word[...], upos: upos, feats: feats, cache: &large, to: &lemmas)
                #expect(lemmas[a] == lemmas[b], "\(String(decoding: word, as: UTF8.self))")
            }
        }
    }
}
