/// What words add to the first convolutions, kept for the words that come again and again in the texts at hand: a bounded table, filled as
/// texts are read; when it is full, a word that has not been asked for lately makes room (second chance).
struct ContributionCache: ~Copyable {
    /// Words kept: 2,048 words of three networks are 18 MiB.
    static let capacity = 2048

    private let rowWidth: Int
    private let values: FloatBuffer
    private var keys: [UInt32]
    private var chains: [Int32]
    private var heads: [Int32]
    private var used: [Bool]
    private var batch: [UInt32]
    private var currentBatch: UInt32 = 0
    private var filled = 0
    private var hand = 0

    init(rowWidth: Int) {
        self.rowWidth = rowWidth
        values = FloatBuffer(capacity: ContributionCache.capacity * rowWidth)
        keys = Array(repeating: 0, count: ContributionCache.capacity)
        chains = Array(repeating: -1, count: ContributionCache.capacity)
        heads = Array(repeating: -1, count: ContributionCache.capacity * 2)
        used = Array(repeating: false, count: ContributionCache.capacity)
        batch = Array(repeating: 0, count: ContributionCache.capacity)
    }

    /// The numbers of a slot.
    func row(_ slot: Int) -> UnsafeMutablePointer<Float> { unsafe values.base + slot * rowWidth }

    /// Begins a batch: slots given from now on stay until the next. At most `capacity` different words may be asked for in one.
    mutating func beginBatch() { currentBatch &+= 1 }

    /// The slot of a word, and whether its numbers are there already.
    mutating func slot(for word: UInt32) -> (slot: Int, filled: Bool) {
        let bucket = bucket(of: word)
        var slot = Int(heads[bucket])
        while slot >= 0 {
            if keys[slot] == word {
                used[slot] = true
                batch[slot] = currentBatch
                return (slot, true)
            }
            slot = Int(chains[slot])
        }
        slot = makeRoom()
        keys[slot] = word
        chains[slot] = heads[bucket]
        heads[bucket] = Int32(slot)
        batch[slot] = currentBatch
        used[slot] = false
        return (slot, false)
    }

    private func bucket(of word: UInt32) -> Int { Int((word &* 0x9E37_79B1) >> 7) & (heads.count - 1) }

    private mutating func makeRoom() -> Int {
        if filled < ContributionCache.capacity {
            filled += 1
            return filled - 1
        }
        for _ in 0..<2 * ContributionCache.capacity {
            hand = (hand + 1) % ContributionCache.capacity
            if batch[hand] == currentBatch { continue }
            if !used[hand] { break }
            used[hand] = false
        }
        unchain(hand)
        return hand
    }

    private mutating func unchain(_ slot: Int) {
        let bucket = bucket(of: keys[slot])
        guard heads[bucket] != Int32(slot) else {
            heads[bucket] = chains[slot]
            return
        }
        var place = Int(heads[bucket])
        while place >= 0, chains[place] != Int32(slot) { place = Int(chains[place]) }
        if place >= 0 { chains[place] = chains[slot] }
    }
}
