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
                guard shape == [before.width, 3 * affine.width] else {
                    throw PackError(path: pack.path, .section("conv\(layer) does not fit"))
                }
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

    /// Encodes rows of words. The numbers of row i stand at `result + i × width`.
    func encode(
        _ rows: [Row], network: Int, firstLayer: FirstLayer, cache: borrowing ContributionCache, scratch: borrowing EncoderScratch
    ) -> UnsafeMutablePointer<Float> {
        let first = unsafe scratch.first.reserve(rows.count * filters)
        unsafe firstLayer.activate(rows, network: network, affines[0], cache: cache, into: first)
        let second = unsafe scratch.second.reserve(rows.count * affines[1].width)
        unsafe layer(1, first, rows, scratch, into: second)
        let third = unsafe scratch.third.reserve(rows.count * width)
        unsafe layer(2, second, rows, scratch, into: third)
        return unsafe third
    }

    /// A later layer: what every row adds to its own sum and its neighbours' is one matrix product.
    private func layer(
        _ number: Int, _ input: UnsafePointer<Float>, _ rows: [Row], _ scratch: borrowing EncoderScratch,
        into out: UnsafeMutablePointer<Float>
    ) {
        let affine = affines[number], inner = affines[number - 1].width, columns = 3 * affine.width
        let added = unsafe scratch.added.reserve(rows.count * columns)
        unsafe blas.multiply(
            input, stride: inner, kernels[number - 1].pointer, into: added, stride: columns, rows: rows.count, columns: columns,
            inner: inner)
        for i in rows.indices {
            let row = unsafe out + i * affine.width
            guard !rows[i].isBoundary else {
                unsafe row.update(repeating: 0, count: affine.width)
                continue
            }
            let own = unsafe UnsafePointer(added + i * columns)
            let left = i > 0 && !rows[i - 1].isBoundary ? unsafe own - columns : nil
            let right = i + 1 < rows.count && !rows[i + 1].isBoundary ? unsafe own + columns + 2 * affine.width : nil
            unsafe Activation.convolve(left: left, own: own + affine.width, right: right, affine, into: row)
        }
    }
}

/// The encoder's working memory.
struct EncoderScratch: ~Copyable {
    let first = FloatBuffer(), added = FloatBuffer(), second = FloatBuffer(), third = FloatBuffer()
}
