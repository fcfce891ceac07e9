/// Lower case as Python's `str.lower` has it: Unicode's full mapping, with the final sigma.
enum LowerCase {
    /// `text` in lower case.
    static func of(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var lower: [UInt8] = []
        append(text, to: &lower)
        return lower
    }

    /// Appends `text` in lower case. Russian, Ukrainian and English letters take a few instructions; other text goes by Unicode's tables.
    /// Bytes that are no UTF-8 become U+FFFD.
    static func append(_ text: ArraySlice<UInt8>, to lower: inout [UInt8]) {
        let start = lower.count
        var i = text.startIndex
        while i < text.endIndex {
            let byte = text[i]
            if byte < 0x80 {
                lower.append(byte &- 65 < 26 ? byte | 0x20 : byte)
                i += 1
            } else if byte == 0xD0 || byte == 0xD1, i + 1 < text.endIndex, text[i + 1] & 0xC0 == 0x80, byte == 0xD0 || text[i + 1] < 0xA0 {
                appendCyrillic(byte, text[i + 1], to: &lower)
                i += 2
            } else {
                lower.removeSubrange(start...)
                return appendAny(text, to: &lower)
            }
        }
    }

    /// U+0400 to U+045F: А…Я stand 32 before а…я, Ѐ…Џ 80 before ѐ…џ.
    @inline(__always) private static func appendCyrillic(_ lead: UInt8, _ trail: UInt8, to lower: inout [UInt8]) {
        let capital = lead == 0xD0 && trail < 0xB0
        let distance: UInt32 = capital ? (trail < 0x90 ? 80 : 32) : 0
        let scalar = UInt32(lead & 0x1F) << 6 + UInt32(trail & 0x3F) + distance
        lower.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
        lower.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }

    /// Unicode's final sigma: after a cased letter and not before one, what has no case of its own (an apostrophe) not counted.
    private static func isFinal(_ place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        func cased(_ indices: some Sequence<Int>) -> Bool {
            indices.first { !scalars[$0].properties.isCaseIgnorable }.map { scalars[$0].properties.isCased } ?? false
        }
        return cased((0..<place).reversed()) && !cased(place + 1..<scalars.count)
    }

    private static func appendAny(_ text: ArraySlice<UInt8>, to lower: inout [UInt8]) {
        let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        for (i, scalar) in scalars.enumerated() {
            if scalar == "Σ" {
                lower.append(contentsOf: (isFinal(i, scalars) ? "ς" : "σ").utf8)
            } else {
                lower.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
    }
}
