internal import COpenBLAS

/// Matrix products by OpenBLAS, on one thread: parallelism is the caller's.
public struct BLAS: Sendable {
    /// The library, told once in a process to keep to one thread.
    public static let shared = BLAS()

    /// The kernels that the library chose for this processor: `SkylakeX`, `Haswell`, …
    public let kernelName: String

    private init() {
        openblas_set_num_threads(1)
        kernelName = unsafe openblas_get_corename().map { unsafe String(cString: $0) } ?? "unknown"
    }

    /// `c = a · b`: row-major matrices, `rows × inner` times `inner × columns`; the strides are those of `a` and `c`
    /// (`b` is dense; `transposed` says that it lies there as `columns × inner`).
    func multiply(
        _ a: UnsafePointer<Float>, stride aStride: Int, _ b: UnsafePointer<Float>, transposed: Bool = false,
        into c: UnsafeMutablePointer<Float>, stride cStride: Int, rows: Int, columns: Int, inner: Int
    ) {
        guard rows > 0, columns > 0, inner > 0 else { return }
        unsafe cblas_sgemm(
            CblasRowMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans, blasint(rows), blasint(columns), blasint(inner), 1, a,
            blasint(aStride), b, blasint(transposed ? inner : columns), 0, c, blasint(cStride))
    }
}
