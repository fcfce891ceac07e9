internal import Letopis
internal import LetopisText

/// The words of an article as the word tables have them.
///
/// Of a word its lemma is filed, and the form that stands there only where nobody who asks for that form would come to the lemma
/// (`WordForms.lemmas`): a name that the dictionary does not know, a word that the analysis takes for another one. So a word costs one place in
/// the tables, and phrases, which are of forms, are looked for by their lemmas and then compared with the text.
struct IndexWords {
    /// A word of the text: what stands at its place, and what it is found by besides.
    private struct Word {
        let span: SourceSpan
        let inPlace, besides: [Int]
    }
    private let title: [Int]
    private let words: [Word]

    init(_ reading: Reading, _ filed: inout FiledWords) {
        let article = reading.record.article
        title = filed.pieces(Array((article.title ?? "").utf8)[...]).map { filed.likelyLemma($0) }
        var words: [Word] = []
        words.reserveCapacity(reading.words.count)
        for word in reading.words {
            let forms = filed.pieces(article.utf8[word.span.start..<word.span.end]), lemmas = filed.pieces(Array(word.lemma.utf8)[...])
            if forms.isEmpty, lemmas.isEmpty { continue }
            let isLemmaEnough = forms.count == 1 && lemmas.count == 1 && filed.lemmas(forms[0]).contains(lemmas[0])
            words.append(Word(span: word.span, inPlace: isLemmaEnough ? lemmas : forms, besides: isLemmaEnough ? [] : lemmas))
        }
        self.words = words
    }

    /// All words in their order, those of the title first; then what they are found by besides, and the marks.
    func article(_ marks: [Int], _ filed: FiledWords) -> [UInt8] {
        let besides = filed.numbers.sorted(words.flatMap(\.besides))
        return filed.numbers.joined(title + words.flatMap(\.inPlace) + besides + filed.numbers.sorted(marks))
    }

    /// The words in several spans and the marks, each once.
    func entry(_ spans: [SourceSpan], _ marks: [Int], _ filed: FiledWords) -> [UInt8] {
        var found = marks
        for span in spans {
            var i = words.place(of: span.start) { $0.span.start }
            while i < words.count, words[i].span.start < span.end {
                found += words[i].inPlace
                found += words[i].besides
                i += 1
            }
        }
        return filed.numbers.joined(filed.numbers.sorted(found))
    }
}

/// What is known of words that were filed before: the dictionary need not be asked again.
struct FiledWords {
    /// All words, and marks.
    private(set) var numbers = WordNumbers()
    private let forms: WordForms
    private var lemmas: [Int: [Int]] = [:]
    private var likely: [Int: Int] = [:]
    /// Tokens that are one word each, and which.
    private var folded: [Int: [Int]] = [:]

    /// How many words are remembered.
    private static let most = 300_000

    init(_ forms: WordForms) { self.forms = forms }

    /// Forgets everything where it is too much: between articles, since numbers are others then.
    mutating func tidy() { if numbers.count > Self.most { self = FiledWords(forms) } }

    /// The number of a word, or of a mark.
    mutating func number(_ word: String) -> Int { numbers.number(Array(word.utf8)[...]) }

    /// The lemmas that somebody comes to who asks for a word.
    mutating func lemmas(_ word: Int) -> [Int] {
        if let known = lemmas[word] { return known }
        let found = forms.lemmas(String(decoding: numbers[word], as: UTF8.self)).map { number($0) }
        lemmas[word] = found
        return found
    }

    /// The lemma that a word most likely has, whatever stands around it.
    mutating func likelyLemma(_ word: Int) -> Int {
        if let known = likely[word] { return known }
        let found = number(forms.likelyLemma(String(decoding: numbers[word], as: UTF8.self)))
        likely[word] = found
        return found
    }

    /// The words of a stretch of text.
    mutating func pieces(_ text: ArraySlice<UInt8>) -> [Int] {
        // Long stretches do not come again.
        guard text.count <= 64 else { return WordFolding.words(text).map { number($0) } }
        let whole = numbers.number(text)
        if let known = folded[whole] { return known }
        let found = WordFolding.words(text).map { number($0) }
        folded[whole] = found
        return found
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
