internal import Letopis
internal import LetopisText

/// The words of an article as the word tables have them.
///
/// Of a word its lemma is filed, and the form that stands there only where nobody who asks for that form would come to the lemma
/// (`WordForms.lemmas`): a name that the dictionary does not know, a word that the analysis takes for another one. So a word costs one place in
/// the tables, and phrases, which are of forms, are looked for by their lemmas and then compared with the text.
struct IndexWords {
    /// A word of the text.
    private struct Word {
        let span: SourceSpan
        /// What stands at its place.
        let inPlace: [String]
        /// What it is found by besides.
        let besides: [String]
    }
    private let title: [String]
    private let words: [Word]

    init(_ reading: Reading, _ filed: inout FiledWords) {
        let article = reading.record.article
        title = WordFolding.words(article.title ?? "").map { filed.likelyLemma($0) }
        words = reading.words.compactMap { word in
            let forms = filed.pieces(article.utf8[word.span.start..<word.span.end]), lemmas = WordFolding.words(word.lemma)
            guard !forms.isEmpty || !lemmas.isEmpty else { return nil }
            if forms.count == 1, lemmas.count == 1, filed.lemmas(forms[0]).contains(lemmas[0]) {
                return Word(span: word.span, inPlace: lemmas, besides: [])
            }
            return Word(span: word.span, inPlace: forms, besides: lemmas)
        }
    }

    /// All words in their order, those of the title first; then what they are found by besides, and the marks.
    func article(_ marks: [String]) -> String {
        let besides = Set(words.flatMap(\.besides)).sorted()
        return (title + words.flatMap(\.inPlace) + besides + marks).joined(separator: " ")
    }

    /// The words in several spans, each once, and the marks.
    func entry(_ spans: [SourceSpan], _ marks: [String]) -> String {
        var found: Set<String> = []
        for span in spans {
            var i = words.place(of: span.start) { $0.span.start }
            while i < words.count, words[i].span.end <= span.end {
                found.formUnion(words[i].inPlace)
                found.formUnion(words[i].besides)
                i += 1
            }
        }
        return (found.sorted() + marks).joined(separator: " ")
    }
}

/// What is known of words that were filed before: the dictionary need not be asked again.
struct FiledWords {
    private let forms: WordForms
    private var lemmas: [String: [String]] = [:]
    private var likely: [String: String] = [:]
    private var folded: [ArraySlice<UInt8>: [String]] = [:]

    /// How many words are remembered of each kind.
    private static let most = 200_000

    init(_ forms: WordForms) { self.forms = forms }

    /// The lemmas that somebody comes to who asks for a word.
    mutating func lemmas(_ word: String) -> [String] { Self.remembered(word, &lemmas) { forms.lemmas(word) } }

    /// The lemma that a word most likely has, whatever stands around it.
    mutating func likelyLemma(_ word: String) -> String { Self.remembered(word, &likely) { forms.likelyLemma(word) } }

    /// The words of a token.
    mutating func pieces(_ token: ArraySlice<UInt8>) -> [String] {
        if let known = folded[token] { return known }
        return Self.remembered(ArraySlice(Array(token)), &folded) { WordFolding.words(token) }
    }

    private static func remembered<Key, Value>(_ key: Key, _ known: inout [Key: Value], _ find: () -> Value) -> Value {
        if let value = known[key] { return value }
        if known.count >= most { known.removeAll() }
        let value = find()
        known[key] = value
        return value
    }
}

extension Array {
    /// The place of the first element that does not begin before `start`, in a list that is sorted by where its elements begin.
    func place(of start: Int, _ begins: (Element) -> Int) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if begins(self[middle]) < start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
