/// The arithmetic between matrix products, sixteen numbers at a time. Every width is a multiple of sixteen; the networks' loading checks it.
enum Activation {
    /// How many numbers are worked on at once.
    static let lanes = 16

    private typealias Lanes = SIMD16<Float>

    /// ReLU of the sum of a convolution's three parts and its bias, then the batch normalisation's scale and shift.
    static func convolve(
        left: UnsafePointer<Float>?, own: UnsafePointer<Float>, right: UnsafePointer<Float>?, _ affine: Affine, into out: UnsafeMutablePointer<Float>
    ) {
        for i in stride(from: 0, to: affine.width, by: lanes) {
            var sum = unsafe load(own, i) + load(affine.bias.pointer, i)
            if let left = unsafe left { sum += unsafe load(left, i) }
            if let right = unsafe right { sum += unsafe load(right, i) }
            unsafe store(finish(sum, affine, i), out, i)
        }
    }

    /// The same of numbers that a matrix product has summed already, in place.
    static func finish(_ row: UnsafeMutablePointer<Float>, _ affine: Affine) {
        for i in stride(from: 0, to: affine.width, by: lanes) {
            let sum = unsafe load(row, i) + load(affine.bias.pointer, i)
            unsafe store(finish(sum, affine, i), row, i)
        }
    }

    /// ReLU of numbers and a bias, in place.
    static func rectify(_ row: UnsafeMutablePointer<Float>, bias: UnsafePointer<Float>, width: Int) {
        for i in stride(from: 0, to: width, by: lanes) {
            let sum = unsafe load(row, i) + load(bias, i)
            unsafe store(sum.replacing(with: 0, where: sum .< 0), row, i)
        }
    }

    /// `out = a + b`.
    static func add(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, width: Int, into out: UnsafeMutablePointer<Float>) {
        for i in stride(from: 0, to: width, by: lanes) { unsafe store(load(a, i) + load(b, i), out, i) }
    }

    /// The sum of the products of two rows.
    static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, width: Int) -> Float {
        var sum = Lanes.zero
        for i in stride(from: 0, to: width, by: lanes) { sum += unsafe load(a, i) * load(b, i) }
        return sum.sum()
    }

    private static func finish(_ sum: Lanes, _ affine: Affine, _ i: Int) -> Lanes {
        unsafe sum.replacing(with: 0, where: sum .< 0) * load(affine.scale.pointer, i) + load(affine.shift.pointer, i)
    }

    private static func load(_ pointer: UnsafePointer<Float>, _ i: Int) -> Lanes {
        unsafe UnsafeRawPointer(pointer + i).loadUnaligned(as: Lanes.self)
    }

    private static func store(_ value: Lanes, _ pointer: UnsafeMutablePointer<Float>, _ i: Int) {
        unsafe UnsafeMutableRawPointer(pointer + i).storeBytes(of: value, as: Lanes.self)
    }
}

/// What follows a convolution's matrix product: bias, then after ReLU the scale and the shift that a batch normalisation comes to.
struct Affine: Sendable {
    let bias, scale, shift: MappedArray<Float>
    var width: Int { bias.count }
}
