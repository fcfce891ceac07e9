internal import CZlib

/// Bytes made small for keeping: one zlib stream (RFC 1950), whose size before is known from elsewhere.
public enum ZlibBlock {
    /// Bytes as a zlib stream; nil where zlib has no memory for it.
    public static func packed(_ bytes: [UInt8]) -> [UInt8]? {
        let room = Int(compressBound(UInt(bytes.count)))
        var length = UInt(room), result = Z_OK
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            unsafe bytes.withUnsafeBufferPointer { input in
                unsafe result = compress2(buffer.baseAddress, &length, input.baseAddress, UInt(input.count), 6)
            }
            count = result == Z_OK ? Int(length) : 0
        }
        return result == Z_OK ? packed : nil
    }

    /// The `size` bytes that a zlib stream was made of; nil where it is damaged, or holds more or fewer.
    public static func unpacked(_ bytes: [UInt8], size: Int) -> [UInt8]? {
        guard size > 0 else { return size == 0 ? [] : nil }
        var length = UInt(size), result = Z_OK
        let unpacked = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            unsafe bytes.withUnsafeBufferPointer { input in
                unsafe result = uncompress(buffer.baseAddress, &length, input.baseAddress, UInt(input.count))
            }
            count = result == Z_OK ? min(size, Int(length)) : 0
        }
        return result == Z_OK && unpacked.count == size ? unpacked : nil
    }
}
