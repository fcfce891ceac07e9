/// The arithmetic between matrix products, sixteen numbers at a time. Every width is a multiple of sixteen; the networks' loading checks it.
enum Activation {
    /// How many numbers are worked on at once.
    static let lanes = 16

    private typealias Lanes = SIMD16<Float>

    /// ReLU of the sum of a convolution's three parts and its bias, then the batch normalisation's scale and shift.
    static func convolve(
        left: UnsafePointer<Float>?, own: UnsafePointer<Float>, right: UnsafePointer<Float>?, _ affine: Affine,
        into out: UnsafeMutablePointer<Float>
    ) {
        for i in stride(from: 0, to: affine.width, by: lanes) {
            var sum = unsafe load(own, i) + load(affine.bias.pointer, i)
            if let left = unsafe left { sum += unsafe load(left, i) }
            if let right = unsafe right { sum += unsafe load(right, i) }
            unsafe finish(sum, affine, i, into: out)
        }
    }

    /// The same where each part comes from a word and its shape.
    static func convolve(left: Addends?, own: Addends, right: Addends?, _ affine: Affine, into out: UnsafeMutablePointer<Float>) {
        for i in stride(from: 0, to: affine.width, by: lanes) {
            var sum = unsafe load(own.word, i) + load(own.shape, i) + load(affine.bias.pointer, i)
            if let left { sum += unsafe load(left.word, i) + load(left.shape, i) }
            if let right { sum += unsafe load(right.word, i) + load(right.shape, i) }
            unsafe finish(sum, affine, i, into: out)
        }
    }

    @inline(__always)
    private static func finish(_ sum: Lanes, _ affine: Affine, _ i: Int, into out: UnsafeMutablePointer<Float>) {
        let rectified = sum.replacing(with: 0, where: sum .< 0)
        unsafe store(rectified * load(affine.scale.pointer, i) + load(affine.shift.pointer, i), out, i)
    }

    /// ReLU of numbers and a bias, in place.
    static func rectify(_ row: UnsafeMutablePointer<Float>, bias: UnsafePointer<Float>, width: Int) {
        for i in stride(from: 0, to: width, by: lanes) {
            let sum = unsafe load(row, i) + load(bias, i)
            unsafe store(sum.replacing(with: 0, where: sum .< 0), row, i)
        }
    }

    /// The place of the greatest sum of a row and its bias, the first of equals.
    static func argmax(_ row: UnsafePointer<Float>, bias: UnsafePointer<Float>, width: Int) -> Int {
        var greatest = Lanes(repeating: -.infinity), places = SIMD16<Int32>(repeating: 0)
        var place = SIMD16<Int32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        let whole = width & ~(lanes - 1)
        for i in stride(from: 0, to: whole, by: lanes) {
            let sum = unsafe load(row, i) + load(bias, i)
            let better = sum .> greatest
            greatest.replace(with: sum, where: better)
            places.replace(with: place, where: better)
            place &+= 16
        }
        var best = (place: 0, score: -Float.infinity)
        for lane in 0..<lanes where greatest[lane] > best.score || greatest[lane] == best.score && Int(places[lane]) < best.place {
            best = (Int(places[lane]), greatest[lane])
        }
        for i in whole..<width {
            let sum = unsafe row[i] + bias[i]
            if sum > best.score { best = (i, sum) }
        }
        return best.place
    }

    /// The sum of the products of two rows.
    static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, width: Int) -> Float {
        var sum = Lanes.zero
        for i in stride(from: 0, to: width, by: lanes) { sum += unsafe load(a, i) * load(b, i) }
        return sum.sum()
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

/// What a word and its shape add to a sum.
@safe struct Addends {
    let word, shape: UnsafePointer<Float>
}
