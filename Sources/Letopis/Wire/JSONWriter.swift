/// Writes JSON, byte after byte, into one buffer: commas and escapes are its own care, order and names are the caller's.
///
/// Guaranteed: strings are escaped as RFC 8259 asks; control characters (C0, U+007F, C1), U+2028 and U+2029 are written as `\u…`, so that a
/// document is one line under every notion of a line, and no terminal takes it for a command. Other text is written as it is, in UTF-8.
/// What it does not do: it does not check that keys are unique or that what was opened was closed.
public struct JSONWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    /// Whether the next value is the first in its object or array, or follows its key.
    private var first = true

    /// A writer with nothing written.
    public init() {}

    /// Writes an object; `fill` writes its members.
    public mutating func object(_ fill: (inout JSONWriter) -> Void) {
        separate()
        open("{")
        fill(&self)
        close("}")
    }

    /// Writes an array; `fill` writes its elements.
    public mutating func array(_ fill: (inout JSONWriter) -> Void) {
        separate()
        open("[")
        fill(&self)
        close("]")
    }

    /// Writes a key; its value follows.
    public mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        first = true
    }

    /// Writes a string.
    public mutating func string(_ text: String) {
        separate()
        quote(Array(text.utf8)[...])
    }

    /// Writes valid UTF-8 as a string.
    public mutating func string(utf8: ArraySlice<UInt8>) {
        separate()
        quote(utf8)
    }

    /// Writes a whole number.
    public mutating func number(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Writes `null`.
    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    /// Ends a line, so that the next document can follow.
    public mutating func endLine() {
        bytes.append(10)
        first = true
    }

    /// Forgets what was written and keeps the memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        first = true
    }

    private mutating func separate() {
        if !first { bytes.append(UInt8(ascii: ",")) }
        first = false
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        first = true
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        first = false
    }
}

extension JSONWriter {
    /// A key and a string.
    public mutating func field(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    /// A key and a string, or null.
    public mutating func field(_ name: String, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    /// A key and a number.
    public mutating func field(_ name: String, _ value: Int) {
        key(name)
        number(value)
    }
}

// MARK: - Escapes

extension JSONWriter {
    /// Copies stretches that need no escape whole: nearly all text is one stretch.
    private mutating func quote(_ text: ArraySlice<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var copied = text.startIndex, i = text.startIndex
        while i < text.endIndex {
            let width = escapedWidth(text, at: i)
            if width > 0 {
                bytes.append(contentsOf: text[copied..<i])
                escape(text, at: i, width: width)
                copied = i + width
            }
            i += max(width, 1)
        }
        bytes.append(contentsOf: text[copied..<text.endIndex])
        bytes.append(UInt8(ascii: "\""))
    }

    /// How many bytes at `i` are one character that must be escaped; 0 where none must.
    private func escapedWidth(_ text: ArraySlice<UInt8>, at i: Int) -> Int {
        let byte = text[i]
        if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F { return 1 }
        if byte == 0xC2, i + 1 < text.endIndex, text[i + 1] < 0xA0 { return 2 }
        if byte == 0xE2, i + 2 < text.endIndex, text[i + 1] == 0x80, text[i + 2] == 0xA8 || text[i + 2] == 0xA9 { return 3 }
        return 0
    }

    private mutating func escape(_ text: ArraySlice<UInt8>, at i: Int, width: Int) {
        bytes.append(UInt8(ascii: "\\"))
        switch width {
        case 3: unicode(text[i + 2] == 0xA8 ? 0x2028 : 0x2029)
        case 2: unicode(UInt16(text[i + 1]))
        default: escape(text[i])
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 10: bytes.append(UInt8(ascii: "n"))
        case 13: bytes.append(UInt8(ascii: "r"))
        case 9: bytes.append(UInt8(ascii: "t"))
        default: unicode(UInt16(byte))
        }
    }

    private mutating func unicode(_ value: UInt16) {
        bytes.append(UInt8(ascii: "u"))
        for shift in [12, 8, 4, 0] {
            let digit = UInt8((value >> UInt16(shift)) & 15)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
