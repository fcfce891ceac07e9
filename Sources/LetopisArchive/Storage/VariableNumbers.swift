/// Whole numbers in as few bytes as they need, seven bits a byte, the lower ones first.
struct VariableNumbers {
    private(set) var bytes: [UInt8]
    private var place = 0

    /// Numbers to be written, or those of bytes to be read.
    init(_ bytes: [UInt8] = []) { self.bytes = bytes }

    /// Whether all have been read.
    var isOver: Bool { place >= bytes.count }

    /// Writes a number; those near to zero are short.
    mutating func append(_ number: Int64) {
        var rest = UInt64(bitPattern: number << 1 ^ number >> 63)
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F | 0x80))
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// The next number; nil where there is none.
    mutating func next() -> Int64? {
        var number: UInt64 = 0, shift: UInt64 = 0
        while place < bytes.count, shift <= 63 {
            let byte = bytes[place]
            place += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1) }
            shift += 7
        }
        return nil
    }
}
