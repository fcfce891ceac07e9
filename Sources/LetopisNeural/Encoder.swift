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
                let (kernel, shape) = try pack.array("conv\(layer).weight", of: Float.self, rank: 3)
                guard shape == [3, before.width, affine.width] else { throw PackError(path: pack.path, .section("conv\(layer) does not fit")) }
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
        let count = rows.count
        let first = unsafe scratch.first.reserve((count + 2) * filters)
        unsafe firstLayer(rows, network, cache, first)
        let second = unsafe scratch.second.reserve((count + 2) * affines[1].width)
        unsafe layer(1, first, rows, into: second + affines[1].width)
        unsafe second.update(repeating: 0, count: affines[1].width)
        unsafe (second + (count + 1) * affines[1].width).update(repeating: 0, count: affines[1].width)
        let third = unsafe scratch.third.reserve(count * width)
        unsafe layer(2, second, rows, into: third)
        return unsafe UnsafePointer(third)
    }

    private func firstLayer(_ rows: [Int32], _ network: Int, _ cache: borrowing ContributionCache, _ out: UnsafeMutablePointer<Float>) {
        let filters = self.filters, offset = network * 3 * filters
        unsafe out.update(repeating: 0, count: filters)
        unsafe (out + (rows.count + 1) * filters).update(repeating: 0, count: filters)
        for i in rows.indices {
            let row = unsafe out + (i + 1) * filters
            guard rows[i] >= 0 else {
                unsafe row.update(repeating: 0, count: filters)
                continue
            }
            let left = i > 0 && rows[i - 1] >= 0 ? unsafe UnsafePointer(cache.row(Int(rows[i - 1])) + offset) : nil
            let right = i + 1 < rows.count && rows[i + 1] >= 0 ? unsafe UnsafePointer(cache.row(Int(rows[i + 1])) + offset + 2 * filters) : nil
            let own = unsafe UnsafePointer(cache.row(Int(rows[i])) + offset + filters)
            unsafe Activation.convolve(left: left, own: own, right: right, affines[0], into: row)
        }
    }

    /// A later layer: three matrix products, one a neighbour, over rows that stand one after the other with an empty row before and behind.
    private func layer(_ number: Int, _ input: UnsafePointer<Float>, _ rows: [Int32], into out: UnsafeMutablePointer<Float>) {
        let affine = affines[number], inner = affines[number - 1].width, columns = affine.width
        for tap in 0..<3 {
            let kernel = unsafe kernels[number - 1].pointer + tap * inner * columns
            unsafe blas.multiply(
                input + tap * inner, stride: inner, kernel, into: out, stride: columns, rows: rows.count, columns: columns, inner: inner,
                adding: tap > 0)
        }
        for i in rows.indices {
            if rows[i] >= 0 {
                unsafe Activation.finish(out + i * columns, affine)
            } else {
                unsafe (out + i * columns).update(repeating: 0, count: columns)
            }
        }
    }
}

/// The encoder's working memory.
struct EncoderScratch: ~Copyable {
    let first = FloatBuffer(), second = FloatBuffer(), third = FloatBuffer()
}
