/// Words as numbers, each word one, in the order in which they came: what is done with words of an article is done with small numbers.
struct WordNumbers {
    /// A word's bytes. Strings would be compared by Unicode's rules, which costs more and changes nothing here.
    private struct Key: Hashable {
        let bytes: ArraySlice<UInt8>

        /// The FNV-1a of the bytes: words from outside that were made to meet in it slow their own article down, and stop at `WordNumbers.most`.
        func hash(into hasher: inout Hasher) {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hasher.combine(hash)
        }
    }
    private var numbers: [Key: Int] = [:]
    private var words: [[UInt8]] = []

    /// How many there are.
    var count: Int { words.count }

    /// The number of a word, which is given where it has none.
    mutating func number(_ word: ArraySlice<UInt8>) -> Int {
        if let known = numbers[Key(bytes: word)] { return known }
        let own = Array(word)
        numbers[Key(bytes: own[...])] = words.count
        words.append(own)
        return words.count - 1
    }

    /// The word of a number.
    subscript(number: Int) -> [UInt8] { words[number] }

    /// Words in the order of their bytes, each once.
    func sorted(_ numbers: [Int]) -> [Int] {
        var sorted: [Int] = []
        for number in numbers.sorted(by: { words[$0].lexicographicallyPrecedes(words[$1]) }) where sorted.last != number {
            sorted.append(number)
        }
        return sorted
    }

    /// Words with a space between.
    func joined(_ numbers: [Int]) -> [UInt8] {
        var joined: [UInt8] = []
        for number in numbers {
            if !joined.isEmpty { joined.append(32) }
            joined.append(contentsOf: words[number])
        }
        return joined
    }
}
