/// Phrases of one or more words, each with a value, found by their first word.
struct PhraseTable<Value: Sendable>: Sendable {
    /// A phrase's words, folded, and its value.
    struct Phrase: Sendable {
        var words: [[UInt8]]
        var value: Value
    }
    private var first = WordTable()
    private var phrases: [[Phrase]] = []

    /// Adds a phrase; phrases that begin with the same word are tried the longest first.
    mutating func add(_ words: [[UInt8]], _ value: Value) {
        guard let head = words.first else { return }
        if first.add(head) != nil { phrases.append([]) }
        guard let place = first.number(of: head[...]) else { return }
        phrases[place].append(Phrase(words: words, value: value))
        phrases[place].sort { $0.words.count > $1.words.count }
    }

    /// The phrases that begin with a word, the longest first.
    func phrases(from word: ArraySlice<UInt8>) -> [Phrase] {
        first.number(of: word).map { phrases[$0] } ?? []
    }
}

/// The words of a phrase, folded.
func foldedWords(_ phrase: String) -> [[UInt8]] {
    phrase.utf8.split(separator: 0x20).map { folded(Array($0)[...]) }
}
