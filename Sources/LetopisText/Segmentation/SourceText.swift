/// A text with what is needed to step through its characters: nothing is copied, every index is checked.
///
/// Bytes that are no UTF-8 give characters of no meaning, but never a trap, and never one that takes in the beginning of the next.
struct SourceText: Sendable {
    let utf8: [UInt8]
    let classes: CharacterClasses

    var end: Int { utf8.count }

    /// The character at an offset inside the text, and the offset after it.
    @inline(__always)
    func character(at offset: Int) -> (scalar: UInt32, next: Int) {
        let first = utf8[offset]
        if first < 0x80 { return (UInt32(first), offset + 1) }
        if first < 0xE0 {
            guard offset + 1 < utf8.count, utf8[offset + 1] & 0xC0 == 0x80 else { return (0xFFFD, offset + 1) }
            return (UInt32(first & 0x1F) << 6 | UInt32(utf8[offset + 1] & 0x3F), offset + 2)
        }
        return longCharacter(at: offset, first)
    }

    private func longCharacter(at offset: Int, _ first: UInt8) -> (scalar: UInt32, next: Int) {
        let length = first < 0xF0 ? 3 : 4
        guard offset + length <= utf8.count else { return (0xFFFD, offset + 1) }
        var scalar = UInt32(first) & (length == 3 ? 0x0F : 0x07)
        for byte in utf8[offset + 1..<offset + length] {
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, offset + 1) }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        return (scalar, offset + length)
    }

    /// The offset of the character before an offset greater than 0.
    func start(before offset: Int) -> Int {
        var start = offset - 1
        while start > 0, offset - start < 4, utf8[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The class of the character at an offset inside the text, and the offset after it.
    @inline(__always)
    func characterClass(at offset: Int) -> (class: CharacterClass, next: Int) {
        let (scalar, next) = character(at: offset)
        return (classes[scalar], next)
    }

    /// Whether white space begins at the offset.
    func isSpace(at offset: Int) -> Bool { offset < end && characterClass(at: offset).class == .space }

    /// The offset of the first character in a range that is no white space, or the range's end.
    func skipSpace(_ range: Range<Int>) -> Int {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (found, next) = characterClass(at: offset)
            if found != .space { return offset }
            offset = next
        }
        return range.upperBound
    }

    /// The last character of a range that is no white space.
    func lastCharacter(_ range: Range<Int>) -> (scalar: UInt32, start: Int)? {
        var start = range.upperBound
        while start > range.lowerBound {
            start = self.start(before: start)
            let scalar = character(at: start).scalar
            if classes[scalar] != .space { return (scalar, start) }
        }
        return nil
    }
}
