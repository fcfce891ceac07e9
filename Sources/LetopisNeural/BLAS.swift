internal import COpenBLAS
internal import Glibc

/// Matrix products by OpenBLAS, on one thread: parallelism is the caller's.
///
/// The library is loaded with the first networks, not with the program: what needs no networks, such as a question to an archive, begins sooner.
/// It makes a thread for every processor when it is loaded, unless `beginWithOneThread` was called, and for a while they do nothing but turn.
@safe public struct BLAS: Sendable {
    /// The library, loaded once in a process; throws where the system has none.
    public static func shared() throws(PackError) -> BLAS { try loaded.get() }

    /// Has the library make no threads of its own. Changes the environment, so to be called while the process has one thread.
    public static func beginWithOneThread() { unsafe setenv("OPENBLAS_NUM_THREADS", "1", 1) }

    private static let loaded = Result { () throws(PackError) in try BLAS() }

    /// The kernels that the library chose for this processor: `SkylakeX`, `Haswell`, …
    public let kernelName: String
    private let sgemm: Product

    /// `cblas_sgemm`, as cblas.h declares it.
    private typealias Product =
        @convention(c) @Sendable (
            CBLAS_ORDER, CBLAS_TRANSPOSE, CBLAS_TRANSPOSE, blasint, blasint, blasint, Float, UnsafePointer<Float>, blasint,
            UnsafePointer<Float>, blasint, Float, UnsafeMutablePointer<Float>, blasint
        ) -> Void
    private typealias ThreadSetting = @convention(c) (CInt) -> Void
    private typealias Naming = @convention(c) () -> UnsafeMutablePointer<CChar>?

    private static let file = "libopenblas.so.0"

    private init() throws(PackError) {
        let library = unsafe dlopen(BLAS.file, RTLD_NOW)
        guard let library = unsafe library, let product = unsafe dlsym(library, "cblas_sgemm"),
            let threads = unsafe dlsym(library, "openblas_set_num_threads"), let name = unsafe dlsym(library, "openblas_get_corename")
        else { throw PackError(path: BLAS.file, .library(unsafe dlerror().map { unsafe String(cString: $0) } ?? "")) }
        unsafe unsafeBitCast(threads, to: ThreadSetting.self)(1)
        kernelName = unsafe unsafeBitCast(name, to: Naming.self)().map { unsafe String(cString: $0) } ?? "unknown"
        unsafe sgemm = unsafeBitCast(product, to: Product.self)
    }

    /// `c = a · b`: row-major matrices, `rows × inner` times `inner × columns`; the strides are those of `a` and `c`
    /// (`b` is dense; `transposed` says that it lies there as `columns × inner`).
    func multiply(
        _ a: UnsafePointer<Float>, stride aStride: Int, _ b: UnsafePointer<Float>, transposed: Bool = false,
        into c: UnsafeMutablePointer<Float>, stride cStride: Int, rows: Int, columns: Int, inner: Int
    ) {
        guard rows > 0, columns > 0, inner > 0 else { return }
        unsafe sgemm(
            CblasRowMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans, blasint(rows), blasint(columns), blasint(inner), 1, a,
            blasint(aStride), b, blasint(transposed ? inner : columns), 0, c, blasint(cStride))
    }
}
