/// The first convolution of all networks over one embedding, cut into what each word and each shape adds: to its right neighbour's sum, its own, its
/// left neighbour's. A convolution over three words is then a sum, and what a word adds can be kept: of the language's most frequent words in
/// a pack, of others in a bounded table (`ContributionCache`).
struct FirstLayer: Sendable {
    let embedding: Embedding
    private let words, shapes: [MappedArray<Float>]
    private let frequent: FrequentWords
    /// Numbers that a word adds in one network: three times the convolution's filters.
    let width: Int
    /// How many networks.
    var networks: Int { words.count }
    /// How many word shapes there are.
    let shapeCount: Int

    init(embedding: Embedding, frequent: Pack, packs: [Pack]) throws(PackError) {
        self.embedding = embedding
        var words: [MappedArray<Float>] = [], shapes: [MappedArray<Float>] = []
        var sizes: [[Int]] = []
        for pack in packs {
            let (word, wordShape) = try pack.array("conv1.word", of: Float.self, rank: 2)
            let (shape, shapeShape) = try pack.array("conv1.shape", of: Float.self, rank: 2)
            guard wordShape[0] == embedding.width, shapeShape[1] == wordShape[1], wordShape[1] % (3 * Activation.lanes) == 0,
                sizes.allSatisfy({ $0 == shapeShape }), (1...128).contains(shapeShape[0])
            else { throw PackError(path: pack.path, .section("the first convolution does not fit the embedding")) }
            words.append(word)
            shapes.append(shape)
            sizes.append(shapeShape)
        }
        (self.words, self.shapes, shapeCount, width) = (words, shapes, sizes.first?[0] ?? 0, sizes.first?[1] ?? 0)
        self.frequent = try FrequentWords(pack: frequent, words: embedding.vocabulary.count, width: width * packs.count)
    }

    /// Finds for each word where what it adds is kept, working it out for those of which it is not.
    func place(_ keys: ArraySlice<WordKey>, blas: BLAS, scratch: inout NetworkScratch) {
        scratch.placed.removeAll(keepingCapacity: true)
        scratch.missing.removeAll(keepingCapacity: true)
        scratch.cache.beginBatch()
        for key in keys {
            var place = frequent.place(of: key.word)
            if place == nil {
                let (slot, filled) = scratch.cache.slot(for: key.word)
                if !filled { scratch.missing.append((key.word, slot)) }
                place = frequent.count + slot
            }
            scratch.placed.append(Row(place: Int32(place ?? 0), shape: Int32(min(key.shape, shapeCount - 1))))
        }
        fill(scratch.missing, blas: blas, vectors: scratch.vectors, products: scratch.products, cache: scratch.cache)
    }

    private func fill(
        _ missing: [(word: UInt32, slot: Int)], blas: BLAS, vectors: FloatBuffer, products: FloatBuffer, cache: borrowing ContributionCache
    ) {
        let inputs = embedding.width
        let x = unsafe vectors.reserve(missing.count * inputs), y = unsafe products.reserve(missing.count * width)
        for (row, entry) in missing.enumerated() { unsafe embedding.decode(entry.word, into: x + row * inputs) }
        for network in 0..<networks {
            unsafe blas.multiply(
                x, stride: inputs, words[network].pointer, into: y, stride: width, rows: missing.count, columns: width, inner: inputs)
            for (row, entry) in missing.enumerated() {
                unsafe (cache.row(entry.slot) + network * width).update(from: y + row * width, count: width)
            }
        }
    }

    /// The first layer's output of one network: `filters` numbers a row; a boundary's are zero.
    func activate(_ rows: [Row], network: Int, _ affine: Affine, cache: borrowing ContributionCache, into out: UnsafeMutablePointer<Float>)
    {
        let filters = affine.width
        for i in rows.indices {
            let row = unsafe out + i * filters
            guard !rows[i].isBoundary else {
                unsafe row.update(repeating: 0, count: filters)
                continue
            }
            let own = added(by: rows[i], network, part: 1, cache)
            let left = i > 0 && !rows[i - 1].isBoundary ? added(by: rows[i - 1], network, part: 0, cache) : nil
            let right = i + 1 < rows.count && !rows[i + 1].isBoundary ? added(by: rows[i + 1], network, part: 2, cache) : nil
            unsafe Activation.convolve(left: left, own: own, right: right, affine, into: row)
        }
    }

    /// What a row's word and its shape add, to its right neighbour (part 0), itself (1), its left neighbour (2).
    @inline(__always)
    private func added(by row: Row, _ network: Int, part: Int, _ cache: borrowing ContributionCache) -> Addends {
        let place = Int(row.place), offset = network * width + part * width / 3
        let word = place < frequent.count ? unsafe frequent.row(place) : unsafe UnsafePointer(cache.row(place - frequent.count))
        return unsafe Addends(word: word + offset, shape: shapes[network].pointer + Int(row.shape) * width + part * width / 3)
    }
}

/// What the most frequent words of a language add, worked out when the packs were made.
struct FrequentWords: Sendable {
    private let places: MappedArray<UInt16>
    private let rows: MappedArray<Float>
    private let width: Int
    /// How many words.
    let count: Int

    init(pack: Pack, words: Int, width: Int) throws(PackError) {
        let (rows, shape) = try pack.array("rows", of: Float.self, rank: 2)
        places = try pack.array("places", of: UInt16.self, rank: 1).0
        guard shape[1] == width, places.count == words, shape[0] <= Int(UInt16.max) else {
            throw PackError(path: pack.path, .section("the frequent words do not fit the networks"))
        }
        (self.rows, self.width, count) = (rows, width, shape[0])
    }

    /// The row of a word, if it is a frequent one.
    func place(of word: UInt32) -> Int? {
        guard let place = places.at(Int(word)), place > 0, place <= count else { return nil }
        return Int(place) - 1
    }

    /// The numbers of a row that `place` gave.
    func row(_ place: Int) -> UnsafePointer<Float> { unsafe rows.pointer + place * width }
}

/// A word in a sequence of rows, or a boundary between sentences.
struct Row: Sendable {
    /// Where what the word adds is kept: a frequent word's row, then the cache's slots. Negative for a boundary.
    var place: Int32
    /// The number of its shape.
    var shape: Int32

    /// No word; nothing looks beyond it.
    static let boundary = Row(place: -1, shape: 0)
    var isBoundary: Bool { place < 0 }
}

/// What the networks know of a word: its number in the vocabulary and its shape's.
public struct WordKey: Hashable, Sendable {
    let word: UInt32
    let shape: Int
}
