/// Words and their numbers: a hash table as it lies in a pack (FNV-1a over the UTF-8, linear probing).
///
/// A table with wrong numbers in it gives wrong answers, never a trap.
struct Vocabulary: Sendable {
    private let bytes: MappedArray<UInt8>
    private let offsets, slots: MappedArray<UInt32>
    /// The number of words that are not in it.
    let unknown: UInt32
    /// How many words it has.
    var count: Int { offsets.count - 1 }

    init(pack: Pack) throws(PackError) {
        bytes = try pack.bytes("word.bytes")
        offsets = try pack.array("word.offsets", of: UInt32.self, rank: 1).0
        slots = try pack.array("word.slots", of: UInt32.self, rank: 1).0
        unknown = try pack.array("word.unknown", of: UInt32.self, rank: 1).0.at(0) ?? 0
        guard slots.count.nonzeroBitCount == 1, offsets.count > 1, offsets.count < 1 << 24, unknown < offsets.count - 1 else {
            throw PackError(path: pack.path, .section("the table of words does not hold together"))
        }
    }

    /// The number of a word, lower case, in UTF-8.
    func number(of word: ArraySlice<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        for _ in 0..<slots.count {
            let number = slots[slot]
            if number == 0 { return unknown }
            if holds(Int(number) - 1, word) { return number - 1 }
            slot = (slot + 1) & mask
        }
        return unknown
    }

    private func holds(_ number: Int, _ word: ArraySlice<UInt8>) -> Bool {
        guard let start = offsets.at(number), let end = offsets.at(number + 1), Int(end) - Int(start) == word.count, Int(end) <= bytes.count
        else {
            return false
        }
        var place = Int(start)
        for byte in word {
            if bytes[place] != byte { return false }
            place += 1
        }
        return true
    }
}
