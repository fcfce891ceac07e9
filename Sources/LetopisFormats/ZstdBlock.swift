internal import CZstd

/// Bytes made small for keeping: one Zstandard frame (RFC 8878) with its size and a checksum.
///
/// A frame may be made after other bytes, which whoever unpacks it has to have too: what is said in both costs next to nothing. One that was
/// made after none is unpacked by any program that knows Zstandard.
public enum ZstdBlock {
    /// The bytes that a frame after `prefix` was made of; nil where it is damaged, was made after others, or says that it holds more than `mostBytes`.
    public static func unpacked(_ frame: [UInt8], after prefix: [UInt8] = [], mostBytes: Int) -> [UInt8]? {
        let size = unsafe frame.withUnsafeBufferPointer { unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
        guard size <= UInt64(mostBytes), let context = unsafe ZSTD_createDCtx() else { return nil }
        defer { unsafe ZSTD_freeDCtx(context) }
        let room = Int(size)
        var length = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(1, room)) { buffer, count in
            unsafe prefix.withUnsafeBufferPointer { before in
                unsafe frame.withUnsafeBufferPointer { input in
                    unsafe ZSTD_DCtx_refPrefix(context, before.baseAddress, before.count)
                    unsafe length = ZSTD_decompressDCtx(context, buffer.baseAddress, room, input.baseAddress, input.count)
                }
            }
            count = ZSTD_isError(length) == 0 ? min(room, length) : 0
        }
        return ZSTD_isError(length) == 0 && length == room ? bytes : nil
    }
}

/// Packs bytes as `ZstdBlock` unpacks them; uses its memory again from one to the next. Not to be shared between tasks.
@safe public final class ZstdPacker {
    private let context: OpaquePointer?

    /// A packer that has packed nothing.
    public init() { unsafe context = ZSTD_createCCtx() }

    deinit { unsafe ZSTD_freeCCtx(context) }

    /// Bytes as a frame after `prefix`; nil where there is no memory for it. A higher level takes longer and packs closer.
    public func packed(_ bytes: [UInt8], after prefix: [UInt8] = [], level: Int) -> [UInt8]? {
        guard let context = unsafe context else { return nil }
        // The window reaches from the last byte back to the first of the prefix.
        let reach = max(1 << 10, bytes.count + prefix.count), window = min(27, Int.bitWidth - (reach - 1).leadingZeroBitCount)
        unsafe ZSTD_CCtx_reset(context, ZSTD_reset_session_and_parameters)
        unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, CInt(level))
        unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, CInt(window))
        unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        let room = ZSTD_compressBound(bytes.count)
        var length = 0
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            unsafe prefix.withUnsafeBufferPointer { before in
                unsafe bytes.withUnsafeBufferPointer { input in
                    unsafe ZSTD_CCtx_refPrefix(context, before.baseAddress, before.count)
                    unsafe length = ZSTD_compress2(context, buffer.baseAddress, room, input.baseAddress, input.count)
                }
            }
            count = ZSTD_isError(length) == 0 ? length : 0
        }
        return ZSTD_isError(length) == 0 ? packed : nil
    }
}
