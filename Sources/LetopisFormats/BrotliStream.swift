internal import CBrotli

/// One stream of Brotli. Windows of more than the 16 MiB of RFC 7932 are not accepted.
@safe final class BrotliStream: MemberStream {
    private let state: OpaquePointer?
    private static let pieceSize = 1 << 16

    init() { unsafe state = BrotliDecoderCreateInstance(nil, nil, nil) }

    deinit { unsafe BrotliDecoderDestroyInstance(state) }

    func step(_ bytes: ArraySlice<UInt8>, into out: inout [UInt8]) -> (used: Int, state: Decompressor.Progress) {
        guard let state = unsafe state else { return (0, .malformed) }
        var used = 0
        var result = BROTLI_DECODER_RESULT_ERROR
        let more = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
            unsafe bytes.withUnsafeBufferPointer { input in
                var next = input.baseAddress, left = input.count
                var target = buffer.baseAddress, room = Self.pieceSize
                result = unsafe BrotliDecoderDecompressStream(state, &left, &next, &room, &target, nil)
                used = input.count - left
                count = Self.pieceSize - room
            }
        }
        out.append(contentsOf: more)
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: return (used, .ended)
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT, BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: return (used, .wantsMore)
        default: return (used, .malformed)
        }
    }
}
