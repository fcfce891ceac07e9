/// A linear map: a matrix and a bias.
struct Linear: Sendable {
    private let weight, bias: MappedArray<Float>
    private let blas: BLAS
    let inputs, outputs: Int

    init(pack: Pack, _ name: String, inputs: Int, blas: BLAS) throws(PackError) {
        let (weight, shape) = try pack.array("\(name).weight", of: Float.self, rank: 2)
        bias = try pack.array("\(name).bias", of: Float.self, rank: 1).0
        guard shape[0] == inputs, shape[1] == bias.count, bias.count > 0 else {
            throw PackError(path: pack.path, .section("\(name) does not fit"))
        }
        (self.weight, self.blas, self.inputs, outputs) = (weight, blas, inputs, bias.count)
    }

    /// `out = rows · weight`, the bias left out.
    func product(_ rows: UnsafePointer<Float>, count: Int, into out: UnsafeMutablePointer<Float>) {
        unsafe blas.multiply(rows, stride: inputs, weight.pointer, into: out, stride: outputs, rows: count, columns: outputs, inner: inputs)
    }

    /// `out = ReLU(rows · weight + bias)`.
    func rectified(_ rows: UnsafePointer<Float>, count: Int, into out: UnsafeMutablePointer<Float>) {
        unsafe product(rows, count: count, into: out)
        for i in 0..<count { unsafe Activation.rectify(out + i * outputs, bias: bias.pointer, width: outputs) }
    }

    /// The place of the greatest output of a row, which `product` has made.
    func argmax(_ row: UnsafePointer<Float>) -> Int { unsafe Activation.argmax(row, bias: bias.pointer, width: outputs) }

    /// Adds the bias to a row.
    func addBias(_ row: UnsafeMutablePointer<Float>) {
        let bias = unsafe self.bias.pointer
        for i in 0..<outputs { unsafe row[i] += bias[i] }
    }
}

/// The place of the greatest of `count` numbers, the first of equals.
func argmax(_ numbers: UnsafePointer<Float>, count: Int) -> Int {
    var best = 0
    var greatest = unsafe numbers[0]
    for i in 1..<max(1, count) {
        let number = unsafe numbers[i]
        if number > greatest {
            greatest = number
            best = i
        }
    }
    return best
}
