/// Words and what is known of each: like a dictionary, but a lookup makes no array of the word.
struct WordMap<Value: Sendable>: Sendable {
    private var words = WordTable()
    private var values: [Value] = []

    /// What is known of a word; nil where nothing is.
    subscript(word: ArraySlice<UInt8>) -> Value? { words.number(of: word).map { values[$0] } }

    /// Sets what is known of a word, and gives what was known of it before.
    @discardableResult
    mutating func set(_ word: [UInt8], _ value: Value) -> Value? {
        guard words.add(word) == nil, let place = words.number(of: word[...]) else {
            values.append(value)
            return nil
        }
        defer { values[place] = value }
        return values[place]
    }
}
