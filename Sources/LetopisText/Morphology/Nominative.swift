/// Gives names and noun phrases in the nominative: «Стива Виткоффа» as «Стив Виткофф», «Министерства иностранных дел» as «Министерство
/// иностранных дел».
///
/// What the sentence says of the words (case, gender) decides together with the dictionary and with the endings that names have. Number
/// stays, so do words that depend on the head in a case of their own, and all that is not of the language. Letters keep their case.
/// What cannot be put into the nominative stays as it is.
///
/// It does not look at other mentions of a name: of «о Манделе» alone nobody can tell whether the man is Мандела or Мандель.
public struct Nominative: Sendable {
    let dictionary: MorphologicalDictionary
    let reader: NameReader

    /// With a dictionary and the bytes of `declensions.txt` of its language; `file` names that in errors. Throws at the first line that is
    /// malformed or there twice.
    public init(dictionary: MorphologicalDictionary, endings: [UInt8], file: String = "declensions.txt") throws(MorphologyDataError) {
        self.dictionary = dictionary
        reader = NameReader(dictionary, try NameEndings(endings, file: file))
    }

    /// A name in the nominative. `head` is the index of the word on which the others depend, where it is known.
    public func name(_ words: [PhraseWord], kind: Name.Kind, head: Int? = nil) -> String {
        kind == .person ? person(words) : phrase(words, head: head)
    }

    /// A name of an analysed article in the nominative.
    public func name(_ name: Name, in analysis: Analysis) -> String {
        let words = name.tokens.map { i in
            let token = analysis.tokens[i]
            let before = i > name.tokens.lowerBound ? analysis.tokens[i - 1].span.end : token.span.start
            return PhraseWord(
                analysis.text(token), upos: token.upos, feats: token.feats,
                gap: analysis.article.text(SourceSpan(before, token.span.start)))
        }
        let head = name.tokens.first { !name.tokens.contains(analysis.tokens[$0].head) }
        return self.name(words, kind: name.kind, head: head.map { $0 - name.tokens.lowerBound })
    }

    /// Readings for which less speaks than for the likeliest by more than this are no candidates.
    private static let candidateRange = 0.35

    /// The nominatives that `word`, a part of a person's name, may have, the likeliest first: two surnames may be one person's where these
    /// share one («Зеленского», «Зеленским»). Never empty.
    public func candidates(of word: String) -> [String] {
        var seen: Set<String> = []
        let lower = LowerCase.of(Array(word.utf8.prefix(4 * MorphologicalDictionary.longestWord))[...])
        let ways = PersonName.ways(of: lower, reader).enumerated().sorted { a, b in
            let (first, second) = (a.element, b.element)
            if first.weight != second.weight { return first.weight > second.weight }
            return first.nominative.count != second.nominative.count ? first.nominative.count < second.nominative.count : a.offset < b.offset
        }
        let least = (ways.first?.element.weight ?? 0) - Nominative.candidateRange
        let forms = ways.filter { $0.element.weight >= least }.map { spelled($0.element.nominative, as: word) }.filter { seen.insert($0).inserted }
        return forms.isEmpty ? [word] : forms
    }

    /// A form, in lower case, with the capitals of a word.
    func spelled(_ form: [UInt8], as word: String) -> String {
        let hyphen = UInt8(ascii: "-")
        let forms = form.split(separator: hyphen, omittingEmptySubsequences: false)
        let words = word.utf8.split(separator: hyphen, omittingEmptySubsequences: false)
        guard forms.count == words.count else { return LetterCase.give(form, as: word, fold: fold) }
        return zip(forms, words).map { LetterCase.give(Array($0), as: String(decoding: Array($1), as: UTF8.self), fold: fold) }.joined(separator: "-")
    }

    private func fold(_ letters: [UInt8]) -> [UInt8] {
        var folded = letters
        dictionary.tables.folds.replaceAll(in: &folded, from: 0)
        return folded
    }
}
