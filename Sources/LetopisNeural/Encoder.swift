/// The convolutions of one network: three layers over three words each, so that a word's 64 numbers depend on three neighbours to either side.
struct Encoder: Sendable {
    /// How far a word's numbers reach into the text on either side.
    static let reach = 3

    private let affines: [Affine]
    private let kernels: [MappedArray<Float>]
    private let blas: BLAS
    /// Numbers a word comes to.
    var width: Int { affines[2].width }
    /// The first layer's filters.
    var filters: Int { affines[0].width }

    init(pack: Pack, blas: BLAS) throws(PackError) {
        var affines: [Affine] = [], kernels: [MappedArray<Float>] = []
        for layer in 1...3 {
            let affine = try Encoder.affine(pack, layer)
            if let before = affines.last {
                let (kernel, shape) = try pack.array("conv\(layer).weight", of: Float.self, rank: 2)
                guard shape == [before.width, 3 * affine.width] else { throw PackError(path: pack.path, .section("conv\(layer) does not fit")) }
                kernels.append(kernel)
            }
            affines.append(affine)
        }
        (self.affines, self.kernels, self.blas) = (affines, kernels, blas)
    }

    private static func affine(_ pack: Pack, _ layer: Int) throws(PackError) -> Affine {
        let bias = try pack.array("conv\(layer).bias", of: Float.self, rank: 1).0
        let scale = try pack.array("conv\(layer).scale", of: Float.self, rank: 1).0
        let shift = try pack.array("conv\(layer).shift", of: Float.self, rank: 1).0
        guard bias.count > 0, bias.count % Activation.lanes == 0, scale.count == bias.count, shift.count == bias.count else {
            throw PackError(path: pack.path, .section("conv\(layer): bias, scale and shift differ in length"))
        }
        return Affine(bias: bias, scale: scale, shift: shift)
    }

    /// Encodes rows of words, given by their slots in the cache; a negative slot is a boundary, beyond which no word looks. The numbers of row i
    /// stand at `result + i × width`.
    func encode(_ rows: [Int32], network: Int, cache: borrowing ContributionCache, scratch: borrowing EncoderScratch) -> UnsafePointer<Float> {
        let first = unsafe scratch.first.reserve(rows.count * filters), offset = network * 3 * filters
        for i in rows.indices {
            unsafe sum(rows, i, affines[0], into: first) { i in unsafe UnsafePointer(cache.row(Int(rows[i])) + offset) }
        }
        let second = unsafe scratch.second.reserve(rows.count * affines[1].width)
        unsafe layer(1, first, rows, scratch, into: second)
        let third = unsafe scratch.third.reserve(rows.count * width)
        unsafe layer(2, second, rows, scratch, into: third)
        return unsafe UnsafePointer(third)
    }

    /// A later layer: what every row adds to its own sum and its neighbours' is one matrix product.
    private func layer(
        _ number: Int, _ input: UnsafePointer<Float>, _ rows: [Int32], _ scratch: borrowing EncoderScratch, into out: UnsafeMutablePointer<Float>
    ) {
        let inner = affines[number - 1].width, columns = 3 * affines[number].width
        let added = unsafe scratch.added.reserve(rows.count * columns)
        unsafe blas.multiply(
            input, stride: inner, kernels[number - 1].pointer, into: added, stride: columns, rows: rows.count, columns: columns, inner: inner)
        for i in rows.indices {
            unsafe sum(rows, i, affines[number], into: out) { i in unsafe UnsafePointer(added + i * columns) }
        }
    }

    /// Row i of a layer, from what it and its neighbours add; `contribution` gives a row's three parts: to its right neighbour, itself, its left one.
    @inline(__always)
    private func sum(
        _ rows: [Int32], _ i: Int, _ affine: Affine, into out: UnsafeMutablePointer<Float>, contribution: (Int) -> UnsafePointer<Float>
    ) {
        let width = affine.width, row = unsafe out + i * width
        guard rows[i] >= 0 else {
            unsafe row.update(repeating: 0, count: width)
            return
        }
        let left = i > 0 && rows[i - 1] >= 0 ? unsafe contribution(i - 1) : nil
        let right = i + 1 < rows.count && rows[i + 1] >= 0 ? unsafe contribution(i + 1) + 2 * width : nil
        unsafe Activation.convolve(left: left, own: contribution(i) + width, right: right, affine, into: row)
    }
}

/// The encoder's working memory.
struct EncoderScratch: ~Copyable {
    let first = FloatBuffer(), added = FloatBuffer(), second = FloatBuffer(), third = FloatBuffer()
}
