internal import CZlib

/// One member of gzip, zlib or bare deflate.
@safe final class InflateStream: MemberStream {
    private let stream: UnsafeMutablePointer<z_stream>
    private let isReady: Bool
    private static let pieceSize = 1 << 16

    /// `windowBits` as zlib has it: 15 + 32 for gzip or zlib by their heads, -15 for neither.
    init(windowBits: CInt) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        isReady = unsafe letopis_inflate_begin(stream, windowBits) == Z_OK
    }

    deinit {
        if isReady { unsafe inflateEnd(stream) }
        unsafe stream.deallocate()
    }

    func step(_ bytes: ArraySlice<UInt8>, into out: inout [UInt8]) -> (used: Int, state: Decompressor.Progress) {
        guard isReady else { return (0, .malformed) }
        // zlib counts in 32 bits.
        let piece = bytes.prefix(1 << 30)
        var used = 0
        var result = Z_OK
        let more = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
            unsafe piece.withUnsafeBufferPointer { input in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(input.count)
                unsafe stream.pointee.next_out = buffer.baseAddress
                unsafe stream.pointee.avail_out = UInt32(Self.pieceSize)
                result = unsafe inflate(stream, Z_NO_FLUSH)
                unsafe used = input.count - Int(stream.pointee.avail_in)
                unsafe count = Self.pieceSize - Int(stream.pointee.avail_out)
                unsafe stream.pointee.next_in = nil
                unsafe stream.pointee.next_out = nil
            }
        }
        out.append(contentsOf: more)
        return (used, result == Z_STREAM_END ? .ended : result == Z_OK || result == Z_BUF_ERROR ? .wantsMore : .malformed)
    }
}
