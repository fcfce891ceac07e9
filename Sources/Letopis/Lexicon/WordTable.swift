/// Words and the number each was given: a lookup costs one pass over the word's bytes and makes no string.
struct WordTable: Sendable {
    private var words: [[UInt8]] = []
    /// For each place of a hash the number of the word that stands there, or -1; at least half are free. Their count is a power of two.
    private var slots = Array(repeating: -1, count: 16)

    /// How many words it holds.
    var count: Int { words.count }

    /// Adds a word and gives its number; nil where the word is there already.
    mutating func add(_ word: [UInt8]) -> Int? {
        let slot = slot(of: word[...])
        guard slots[slot] < 0 else { return nil }
        slots[slot] = words.count
        words.append(word)
        if words.count * 2 > slots.count { grow() }
        return words.count - 1
    }

    /// The number of a word; nil where it is not there.
    func number(of word: ArraySlice<UInt8>) -> Int? {
        let number = slots[slot(of: word)]
        return number < 0 ? nil : number
    }

    /// Where a word stands, or would stand.
    private func slot(of word: ArraySlice<UInt8>) -> Int {
        var slot = Int(truncatingIfNeeded: Self.hash(word)) & (slots.count - 1)
        while slots[slot] >= 0, !words[slots[slot]].elementsEqual(word) { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (number, word) in words.enumerated() { slots[slot(of: word[...])] = number }
    }

    /// FNV-1a, 64 bits, its upper half folded into the lower one.
    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        let hash = word.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return hash ^ hash >> 32
    }
}
