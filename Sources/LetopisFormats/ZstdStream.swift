internal import CZstd

/// One frame of Zstandard.
@safe final class ZstdStream: MemberStream {
    private let context: OpaquePointer?
    /// The first bytes, up to four: what does not begin as a frame does is none. The library would also read the formats of its first years.
    private var head: [UInt8] = []
    private static let pieceSize = 1 << 17
    /// The largest window that is accepted, as a power of two: 8 MiB, what RFC 8878 asks every decoder to take.
    private static let windowLog: CInt = 23

    init() {
        unsafe context = ZSTD_createDCtx()
        if let context = unsafe context { _ = unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowLog) }
    }

    deinit { unsafe ZSTD_freeDCtx(context) }

    /// Whether the bytes so far begin a frame, or one that is to be skipped.
    private var isFrame: Bool {
        guard let first = head.first else { return true }
        let rest: [UInt8] = first == 0x28 ? [0xB5, 0x2F, 0xFD] : [0x2A, 0x4D, 0x18]
        return (first == 0x28 || first & 0xF0 == 0x50) && rest.starts(with: head.dropFirst())
    }

    func step(_ bytes: ArraySlice<UInt8>, into out: inout [UInt8]) -> (used: Int, state: Decompressor.Progress) {
        if head.count < 4 { head += bytes.prefix(4 - head.count) }
        guard let context = unsafe context, isFrame else { return (0, .malformed) }
        var used = 0
        var result = 0
        let more = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
            unsafe bytes.withUnsafeBufferPointer { input in
                var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
                var target = unsafe ZSTD_outBuffer(dst: buffer.baseAddress, size: Self.pieceSize, pos: 0)
                result = unsafe ZSTD_decompressStream(context, &target, &source)
                unsafe used = source.pos
                unsafe count = target.pos
            }
        }
        out.append(contentsOf: more)
        if ZSTD_isError(result) != 0 { return (used, .malformed) }
        return (used, result == 0 ? .ended : .wantsMore)
    }
}
