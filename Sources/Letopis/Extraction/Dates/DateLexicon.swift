/// The words of dates, read from `dates.txt`. Immutable.
struct DateLexicon: Sendable {
    /// What a word is. The raw value stands in the lexicon.
    enum Kind: String, Sendable {
        case month, weekday, season, day, shift, unit, number, part, hour, night, before, after, from, until, at, vague
    }
    /// A word, and its number where it has one.
    struct Word: Hashable, Sendable {
        var kind: Kind
        var number: Int
    }
    private var words = WordTable()
    private var entries: [Word] = []
    private var vagueWords = PhraseTable<Bool>()
    /// Sentences with a date, and sentences with the words of a date and none.
    private(set) var positive: [String] = []
    private(set) var negative: [String] = []

    /// Reads the file's bytes: `words | kind | number`.
    init(_ text: [UInt8]) throws(LexiconError) {
        for line in try lexiconLines(text, file: "dates.txt", fields: 3) {
            guard let kind = Kind(rawValue: line.fields[1]), let number = line.fields[2].isEmpty ? 0 : Int(line.fields[2]) else {
                throw LexiconError(file: "dates.txt", line: line.number, kind: .unknown(line.fields[1]))
            }
            positive += line.positive
            negative += line.negative
            for word in line.fields[0].split(separator: "/") { try add(String(word), Word(kind: kind, number: number), line.number) }
        }
    }

    /// The word of a form or lemma, folded.
    func word(_ form: ArraySlice<UInt8>) -> Word? { words.number(of: form).map { entries[$0] } }

    /// Phrases that say a time without fixing it, and begin with this word, folded.
    func vague(from word: ArraySlice<UInt8>) -> [PhraseTable<Bool>.Phrase] { vagueWords.phrases(from: word) }

    private mutating func add(_ text: String, _ word: Word, _ line: Int) throws(LexiconError) {
        if word.kind == .vague { return vagueWords.add(foldedWords(text), true) }
        guard words.add(folded(Array(text.utf8)[...])) != nil else {
            throw LexiconError(file: "dates.txt", line: line, kind: .duplicate(text))
        }
        entries.append(word)
    }
}
