/// The first convolution of all networks over one embedding, cut into what each word adds: to its right neighbour's sum, its own, its left
/// neighbour's. A convolution over three words is then three additions, and what a word adds can be kept (`ContributionCache`).
struct FirstLayer: Sendable {
    let embedding: Embedding
    private let words, shapes: [MappedArray<Float>]
    /// Numbers that a word adds in one network: three times the convolution's filters.
    let width: Int
    /// How many networks.
    var networks: Int { words.count }
    /// How many word shapes there are.
    let shapeCount: Int

    init(embedding: Embedding, packs: [Pack]) throws(PackError) {
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
    }

    /// Works out what words add, into the rows of `cache` that they were given.
    func fill(_ missing: [(key: WordKey, slot: Int)], blas: BLAS, vectors: FloatBuffer, products: FloatBuffer, cache: borrowing ContributionCache) {
        let inputs = embedding.width
        let x = unsafe vectors.reserve(missing.count * inputs), y = unsafe products.reserve(missing.count * width)
        for (row, entry) in missing.enumerated() { unsafe embedding.decode(entry.key.word, into: x + row * inputs) }
        for network in 0..<networks {
            unsafe blas.multiply(x, stride: inputs, words[network].pointer, into: y, stride: width, rows: missing.count, columns: width, inner: inputs)
            for (row, entry) in missing.enumerated() {
                let shape = unsafe shapes[network].pointer + min(entry.key.shape, shapeCount - 1) * width
                unsafe Activation.add(y + row * width, shape, width: width, into: cache.row(entry.slot) + network * width)
            }
        }
    }
}

/// What a word looks like to the networks: its number in the vocabulary and its shape's.
public struct WordKey: Hashable, Sendable {
    let bits: UInt32
    var word: UInt32 { bits >> 7 }
    var shape: Int { Int(bits & 127) }

    init(word: UInt32, shape: Int) { bits = word << 7 | UInt32(truncatingIfNeeded: shape) & 127 }
}
