/// Lemmas already found, so that a frequent word costs a hash and a copy. One for each task, and for one lemmatizer only.
///
/// Guaranteed: a fixed size, under 4 MB, however much is read; what it holds never changes a lemma, only how soon it is there.
public struct LemmaCache: Sendable {
    /// Words and lemmas of more bytes are not kept.
    private static let longest = 40

    /// A word may lie in either of two neighbouring slots; of these the one used longer ago gives way.
    private var entries: [Entry]
    private var older: [UInt8]
    /// For each slot the word, then the lemma.
    private var text: [UInt8]

    // What a lookup needs, kept so that nothing is allocated.
    var lower: [UInt8] = []
    var found: [FoundRecord] = []
    var scratch = LookupScratch()

    /// An empty cache.
    public init() { self.init(bits: 15) }

    /// An empty cache of two to the power of `bits` words.
    init(bits: Int) {
        entries = [Entry](repeating: Entry(), count: 1 << bits)
        older = [UInt8](repeating: 0, count: 1 << (bits - 1))
        text = [UInt8](repeating: 0, count: 2 * LemmaCache.longest << bits)
    }

    private struct Entry {
        var hash: UInt64 = 0
        var feats = Features()
        var upos = PartOfSpeech.x
        var word: UInt8 = 0
        var lemma: UInt8 = 0
    }

    /// A word with its tag, and its hash.
    struct Key {
        let word: ArraySlice<UInt8>
        let upos: PartOfSpeech
        let feats: Features
        let hash: UInt64

        /// FNV-1a over the bytes, and over the features in which forms of one spelling differ most.
        init(_ word: ArraySlice<UInt8>, _ upos: PartOfSpeech, _ feats: Features) {
            self.word = word
            self.upos = upos
            self.feats = feats
            let tag = UInt64(feats[.case]) << 8 | UInt64(feats[.number]) << 4 | UInt64(feats[.gender])
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ tag
            for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            self.hash = hash ^ hash >> 29
        }
    }

    /// The first of the two slots in which a word may lie.
    @inline(__always) private func slot(_ key: Key) -> Int { Int(truncatingIfNeeded: key.hash) & (entries.count - 2) }

    /// Appends the lemma of `key` where it is here; false where it is not.
    @inline(__always) mutating func append(_ key: Key, to lemmas: inout [UInt8]) -> Bool {
        let first = slot(key)
        for way in 0..<2 where holds(key, in: first + way) {
            let lemma = (first + way) * 2 * LemmaCache.longest + LemmaCache.longest
            lemmas.append(contentsOf: text[lemma..<lemma + Int(entries[first + way].lemma)])
            older[first / 2] = UInt8(1 - way)
            return true
        }
        return false
    }

    @inline(__always) private func holds(_ key: Key, in slot: Int) -> Bool {
        let entry = entries[slot]
        guard entry.hash == key.hash, Int(entry.word) == key.word.count, entry.feats == key.feats, entry.upos == key.upos else {
            return false
        }
        let start = slot * 2 * LemmaCache.longest
        return text[start..<start + Int(entry.word)].elementsEqual(key.word)
    }

    /// Keeps a lemma, in place of an older one.
    mutating func keep(_ key: Key, lemma: ArraySlice<UInt8>) {
        guard !key.word.isEmpty, key.word.count <= LemmaCache.longest, lemma.count <= LemmaCache.longest else { return }
        let first = self.slot(key), way = Int(older[first / 2]), slot = first + way
        let start = slot * 2 * LemmaCache.longest
        for (i, byte) in key.word.enumerated() { text[start + i] = byte }
        for (i, byte) in lemma.enumerated() { text[start + LemmaCache.longest + i] = byte }
        entries[slot] = Entry(hash: key.hash, feats: key.feats, upos: key.upos, word: UInt8(key.word.count), lemma: UInt8(lemma.count))
        older[first / 2] = UInt8(1 - way)
    }
}
