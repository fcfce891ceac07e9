/// Bytes of a charset on their way to valid UTF-8.
///
/// Guaranteed: linear time; no more memory than three times the cap; what is no character becomes U+FFFD and is counted.
struct Decoder {
    /// What is decoded so far.
    private(set) var utf8: [UInt8] = []
    /// How many places became U+FFFD.
    private(set) var replaced = 0
    /// Whether the rest was left out.
    private(set) var isCut = false
    private let cap: Int

    /// A decoder of at most `cap` bytes of UTF-8.
    init(cap: Int) { self.cap = cap }

    /// Decodes the bytes from an offset on.
    mutating func decode(_ bytes: [UInt8], from offset: Int, as charset: Charset) {
        utf8.reserveCapacity(min(bytes.count, cap) + 4)
        switch charset {
        case .utf8: decodeUTF8(bytes, from: offset)
        case .utf16LittleEndian: decodeUTF16(bytes, from: offset, high: 1)
        case .utf16BigEndian: decodeUTF16(bytes, from: offset, high: 0)
        case .windows1251, .koi8r, .koi8u, .ibm866, .iso88595, .windows1252:
            if let table = charset.table { decodeSingleBytes(bytes, from: offset, table) }
        }
        if utf8.contains(0) { replaceNULs() }
        cut()
    }

    private var isFull: Bool { utf8.count > cap }

    private mutating func decodeUTF8(_ bytes: [UInt8], from offset: Int) {
        // Four bytes more than the cap: enough to see that there is more, and a character that this cuts lies behind the cap.
        let end = min(bytes.count, offset + cap + 4)
        var offset = offset
        while offset < end, !isFull {
            let malformed = bytes.malformedUTF8(in: offset..<end)
            utf8.append(contentsOf: bytes[offset..<(malformed?.lowerBound ?? end)])
            if malformed != nil { replace() }
            offset = malformed?.upperBound ?? end
        }
    }

    private mutating func decodeUTF16(_ bytes: [UInt8], from offset: Int, high: Int) {
        var offset = offset
        while offset + 1 < bytes.count, !isFull {
            let unit = bytes.unit(at: offset, high)
            offset += 2
            let low = offset + 1 < bytes.count ? bytes.unit(at: offset, high) : 0
            if unit & 0xFC00 == 0xD800, low & 0xFC00 == 0xDC00 {
                append(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF))
                offset += 2
            } else if unit & 0xF800 == 0xD800 {
                replace()
            } else {
                append(unit)
            }
        }
        if offset < bytes.count, !isFull { replace() }
    }

    private mutating func decodeSingleBytes(_ bytes: [UInt8], from offset: Int, _ table: SingleByteTable) {
        for byte in bytes[offset...] {
            if isFull { return }
            let scalar = table[byte]
            if scalar == 0xFFFD { replace() } else { append(scalar) }
        }
    }

    private mutating func replace() {
        if utf8.count + 3 <= cap { replaced += 1 }
        append(0xFFFD)
    }

    private mutating func append(_ scalar: UInt32) {
        if scalar < 0x80 { return utf8.append(UInt8(scalar)) }
        if scalar < 0x800 {
            utf8.append(0xC0 | UInt8(scalar >> 6))
        } else if scalar < 0x10000 {
            utf8.append(0xE0 | UInt8(scalar >> 12))
            utf8.append(0x80 | UInt8(scalar >> 6 & 0x3F))
        } else {
            utf8.append(0xF0 | UInt8(scalar >> 18 & 0x07))
            utf8.append(0x80 | UInt8(scalar >> 12 & 0x3F))
            utf8.append(0x80 | UInt8(scalar >> 6 & 0x3F))
        }
        utf8.append(0x80 | UInt8(scalar & 0x3F))
    }

    private mutating func replaceNULs() {
        let decoded = utf8
        utf8 = []
        for byte in decoded where !isFull {
            if byte == 0 { replace() } else { utf8.append(byte) }
        }
    }

    private mutating func cut() {
        guard isFull else { return }
        isCut = true
        var end = cap
        while end > 0, utf8[end] & 0xC0 == 0x80 { end -= 1 }
        utf8.removeSubrange(end...)
    }
}

extension [UInt8] {
    /// The first bytes in a range that are no UTF-8: as many as one U+FFFD stands for (Unicode, “maximal subpart”); nil where all are.
    func malformedUTF8(in range: Range<Int>) -> Range<Int>? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: span.extracting(range))
            return nil
        } catch {
            return range.lowerBound + error.byteOffsets.lowerBound..<range.lowerBound + error.byteOffsets.upperBound
        }
    }

    /// The unit of UTF-16 at an offset, of which the byte at `high` (0 or 1) counts more.
    fileprivate func unit(at offset: Int, _ high: Int) -> UInt32 {
        UInt32(self[offset + high]) << 8 | UInt32(self[offset + 1 - high])
    }
}
