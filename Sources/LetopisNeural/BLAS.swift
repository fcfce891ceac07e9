internal import COpenBLAS
internal import Glibc

/// Matrix products by OpenBLAS, on one thread: parallelism is the caller's.
///
/// The library is opened when it is first needed, not linked: OpenBLAS picks its kernels when it is opened, and releases older than the
/// processor take those of a generation with half the speed. Where the processor has AVX-512 and nobody asked for other kernels
/// (`OPENBLAS_CORETYPE`), the AVX-512 ones are asked for here. A missing library is an error that says what to install.
@safe public struct BLAS: Sendable {
    private let sgemm: letopis_sgemm
    /// The kernels in use: `SkylakeX`, `Haswell`, …
    public let kernelName: String

    /// The library, opened once in a process.
    public static func shared() throws(PackError) -> BLAS { try opened.get() }

    private static let names = ["libopenblas.so.0", "libopenblas.so"]
    private static let opened: Result<BLAS, PackError> = Result { () throws(PackError) in try BLAS() }

    private init() throws(PackError) {
        if letopis_has_avx512() != 0 { unsafe setenv("OPENBLAS_CORETYPE", "SkylakeX", 0) }
        var library: UnsafeMutableRawPointer?
        for name in BLAS.names {
            unsafe library = unsafe library ?? dlopen(name, RTLD_NOW | RTLD_LOCAL)
        }
        guard let library = unsafe library, let sgemm = unsafe dlsym(library, "cblas_sgemm"),
            let setThreads = unsafe dlsym(library, "openblas_set_num_threads"), let coreName = unsafe dlsym(library, "openblas_get_corename")
        else { throw PackError(path: BLAS.names[0], .libraryMissing) }
        unsafe self.sgemm = unsafe unsafeBitCast(sgemm, to: letopis_sgemm.self)
        unsafe unsafeBitCast(setThreads, to: letopis_set_num_threads.self)(1)
        let name = unsafe unsafeBitCast(coreName, to: letopis_get_corename.self)()
        kernelName = unsafe name.map { unsafe String(cString: $0) } ?? "unknown"
    }

    /// `c = a · b`, or `c += a · b` where `adding`: row-major matrices, `rows × inner` times `inner × columns`; the strides are those of `a` and `c`
    /// (`b` is dense; `transposed` says that it lies there as `columns × inner`).
    func multiply(
        _ a: UnsafePointer<Float>, stride aStride: Int, _ b: UnsafePointer<Float>, transposed: Bool = false,
        into c: UnsafeMutablePointer<Float>, stride cStride: Int, rows: Int, columns: Int, inner: Int, adding: Bool = false
    ) {
        guard rows > 0, columns > 0, inner > 0 else { return }
        unsafe sgemm(
            CblasRowMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans, blasint(rows), blasint(columns), blasint(inner), 1, a,
            blasint(aStride), b, blasint(transposed ? inner : columns), adding ? 1 : 0, c, blasint(cStride))
    }
}
