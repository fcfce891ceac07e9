/// Whole numbers in as few bytes as they need: seven bits a byte, the lower ones first; the highest bit says that more follow.
public enum SevenBits {
    /// Writes a number.
    @inlinable public static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// The number that begins at a place, which moves behind it; nil where there is none.
    @inlinable public static func next(in bytes: [UInt8], at place: inout Int) -> UInt64? {
        var number: UInt64 = 0, shift: UInt64 = 0
        while place < bytes.count, shift <= 63 {
            let byte = bytes[place]
            place += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }
}
