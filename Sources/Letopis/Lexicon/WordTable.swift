/// Words and the number each was given: a lookup costs one pass over the word's bytes and makes no string.
struct WordTable: Sendable {
    private var words: [[UInt8]] = []
    /// The places of a hash, at least half of them free. Their count is a power of two.
    private var slots = Array(repeating: Slot(), count: 16)

    /// A place: the number of the word that stands there, -1 where none does, and the upper half of its hash, which tells nearly all other
    /// words from it without a look at their bytes.
    private struct Slot {
        var number: Int32 = -1
        var tag: UInt32 = 0
    }

    /// How many words it holds.
    var count: Int { words.count }

    /// Adds a word and gives its number; nil where the word is there already.
    mutating func add(_ word: [UInt8]) -> Int? {
        let hash = Self.hash(word[...]), slot = slot(of: word[...], hash)
        guard slots[slot].number < 0, words.count < Int(Int32.max) else { return nil }
        slots[slot] = Slot(number: Int32(words.count), tag: Self.tag(hash))
        words.append(word)
        if words.count * 2 > slots.count { grow() }
        return words.count - 1
    }

    /// The number of a word; nil where it is not there.
    func number(of word: ArraySlice<UInt8>) -> Int? {
        let number = slots[slot(of: word, Self.hash(word))].number
        return number < 0 ? nil : Int(number)
    }

    /// Where a word stands, or would stand.
    private func slot(of word: ArraySlice<UInt8>, _ hash: UInt64) -> Int {
        let tag = Self.tag(hash)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot].number >= 0, slots[slot].tag != tag || !Self.isSame(words[Int(slots[slot].number)], word) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private static func isSame(_ word: [UInt8], _ other: ArraySlice<UInt8>) -> Bool {
        guard word.count == other.count else { return false }
        let start = other.startIndex
        for i in word.indices where word[i] != other[start + i] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: Slot(), count: slots.count * 2)
        for (number, word) in words.enumerated() {
            let hash = Self.hash(word[...])
            slots[slot(of: word[...], hash)] = Slot(number: Int32(number), tag: Self.tag(hash))
        }
    }

    private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

    /// A multiplication for every four bytes, its upper half folded into the lower one.
    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325, i = word.startIndex
        while i + 4 <= word.endIndex {
            let four = UInt64(word[i]) | UInt64(word[i + 1]) << 8 | UInt64(word[i + 2]) << 16 | UInt64(word[i + 3]) << 24
            hash = (hash ^ four) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
            i += 4
        }
        while i < word.endIndex {
            hash = (hash ^ UInt64(word[i])) &* 0x9E37_79B9_7F4A_7C15
            i += 1
        }
        return hash ^ hash >> 32
    }
}
