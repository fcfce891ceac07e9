/// Offsets in Unicode code points for offsets in UTF-8. Stands in until the text room has its own.
struct CodePointMap: Sendable {
    private let starts: [Int32]

    init(_ utf8: [UInt8]) {
        var count: Int32 = 0, starts: [Int32] = []
        starts.reserveCapacity(utf8.count + 1)
        for byte in utf8 {
            starts.append(count)
            if byte & 0xC0 != 0x80 { count &+= 1 }
        }
        starts.append(count)
        self.starts = starts
    }

    func codePoints(_ utf8Offset: Int) -> Int { Int(starts[max(0, min(utf8Offset, starts.count - 1))]) }
}
