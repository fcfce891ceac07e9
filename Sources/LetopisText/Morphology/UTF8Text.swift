/// Code points of UTF-8 text, by byte.
enum UTF8Text {
    /// How many code points.
    static func count(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }

    /// Where each code point begins, and the end.
    static func starts(_ bytes: [UInt8]) -> [Int] { bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count] }

    /// The offset at which the last `count` code points begin; 0 where there are fewer.
    static func dropLast(_ count: Int, of bytes: [UInt8]) -> Int {
        var end = bytes.count
        for _ in 0..<count {
            repeat { end -= 1 } while end > 0 && bytes[end] & 0xC0 == 0x80
            if end <= 0 { return 0 }
        }
        return end
    }

    /// The offset at which at most `count` code points end.
    static func prefixEnd(_ count: Int, of bytes: ArraySlice<UInt8>) -> Int {
        var seen = 0
        for i in bytes.indices where bytes[i] & 0xC0 != 0x80 {
            if seen == count { return i }
            seen += 1
        }
        return bytes.endIndex
    }
}
extension Array<UInt8> {
    /// Whether the bytes of `suffix` stand at the end.
    func ends(with suffix: [UInt8]) -> Bool { count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix) }
}
