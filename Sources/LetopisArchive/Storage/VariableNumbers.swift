internal import LetopisFormats

/// Whole numbers, also those below zero, one after the other in few bytes (`SevenBits`).
struct VariableNumbers {
    private(set) var bytes: [UInt8]
    private var place = 0

    /// Numbers to be written, or those of bytes to be read.
    init(_ bytes: [UInt8] = []) { self.bytes = bytes }

    /// Whether all have been read.
    var isOver: Bool { place >= bytes.count }

    /// Writes a number; those near to zero are short.
    mutating func append(_ number: Int64) { SevenBits.append(UInt64(bitPattern: number << 1 ^ number >> 63), to: &bytes) }

    /// The next number; nil where there is none.
    mutating func next() -> Int64? {
        SevenBits.next(in: bytes, at: &place).map { Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1) }
    }
}
