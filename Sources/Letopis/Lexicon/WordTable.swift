/// Words and the number each was given: a lookup costs one pass over the word's bytes and makes no string.
struct WordTable: Sendable {
    private var places: [UInt64: Int] = [:]
    private var words: [[UInt8]] = []

    /// How many words it holds.
    var count: Int { words.count }

    /// Adds a word and gives its number; nil where the word is there already.
    mutating func add(_ word: [UInt8]) -> Int? {
        var key = Self.hash(word[...])
        while let place = places[key] {
            if words[place] == word { return nil }
            key &+= 1
        }
        places[key] = words.count
        words.append(word)
        return words.count - 1
    }

    /// The number of a word; nil where it is not there.
    func number(of word: ArraySlice<UInt8>) -> Int? {
        var key = Self.hash(word)
        while let place = places[key] {
            if words[place].elementsEqual(word) { return place }
            key &+= 1
        }
        return nil
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        word.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
