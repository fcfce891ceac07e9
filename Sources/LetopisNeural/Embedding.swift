/// Word embeddings, product-quantised: a vector is one of 256 centroids for each of its parts (Navec; Jégou et al. 2011).
struct Embedding: Sendable {
    let vocabulary: Vocabulary
    private let indexes: MappedArray<UInt8>
    private let centroids: MappedArray<Float>
    private let parts, partWidth: Int
    /// Numbers in a vector.
    var width: Int { parts * partWidth }

    init(pack: Pack) throws(PackError) {
        vocabulary = try Vocabulary(pack: pack)
        let (indexes, indexShape) = try pack.array("indexes", of: UInt8.self, rank: 2)
        let (centroids, shape) = try pack.array("centroids", of: Float.self, rank: 3)
        guard indexShape == [vocabulary.count, shape[0]], shape[1] == 256, shape[0] > 0, shape[2] > 0 else {
            throw PackError(path: pack.path, .section("the embedding's parts are of different shapes"))
        }
        (self.indexes, self.centroids, parts, partWidth) = (indexes, centroids, shape[0], shape[2])
    }

    /// Writes the vector of a word, `width` numbers.
    func decode(_ word: UInt32, into out: UnsafeMutablePointer<Float>) {
        let row = Int(min(word, UInt32(vocabulary.count - 1))) * parts
        let indexes = unsafe self.indexes.pointer + row, centroids = unsafe self.centroids.pointer
        for part in 0..<parts {
            let centroid = unsafe (part * 256 + Int(indexes[part])) * partWidth
            for i in 0..<partWidth { unsafe out[part * partWidth + i] = centroids[centroid + i] }
        }
    }
}
