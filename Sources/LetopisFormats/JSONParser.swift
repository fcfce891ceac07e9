/// Reads JSON into a `JSONTree`, with a stack of its own.
struct JSONParser {
    private let bytes: [UInt8]
    private var at = 0
    private var result = JSONTree()
    /// The arrays and objects that are open.
    private var open: [Int] = []
    private var name: Range<Int32> = 0..<0

    init(_ utf8: [UInt8]) { bytes = utf8 }

    /// The tree: of the first array or object in the bytes.
    mutating func tree() -> JSONTree {
        at = bytes.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? bytes.count
        result.isWhole = document()
        while let place = open.popLast() { close(place) }
        return result
    }

    /// Whether a whole document stands at `at`.
    private mutating func document() -> Bool {
        repeat {
            skipFiller()
            guard at < bytes.count, step() else { return false }
        } while !open.isEmpty
        return true
    }

    /// Reads a bracket, a name or a value.
    private mutating func step() -> Bool {
        let byte = bytes[at]
        if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
            guard let place = open.popLast() else { return false }
            at += 1
            close(place)
            return (result.values[place].kind == .object) == (byte == UInt8(ascii: "}"))
        }
        let inObject = open.last.map { result.values[$0].kind == .object } ?? false
        guard inObject ? readName() : true, at < bytes.count, result.values.count < Caps.nodes else { return false }
        return readValue()
    }

    private mutating func close(_ place: Int) { result.values[place].end = Int32(result.values.count) }

    private mutating func readName() -> Bool {
        guard bytes[at] == UInt8(ascii: "\""), let text = readString() else { return false }
        name = text
        skipSpaces()
        guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { return false }
        at += 1
        skipSpaces()
        return true
    }

    private mutating func readValue() -> Bool {
        switch bytes[at] {
        case UInt8(ascii: "{"): return begin(.object)
        case UInt8(ascii: "["): return begin(.array)
        case UInt8(ascii: "\""):
            let name = name
            guard let text = readString() else { return false }
            self.name = name
            add(.string, text)
            return true
        default: return readWord()
        }
    }

    private mutating func begin(_ kind: JSONTree.Kind) -> Bool {
        guard open.count < Caps.depth else { return false }
        at += 1
        open.append(result.values.count)
        add(kind, 0..<0)
        return true
    }

    private mutating func add(_ kind: JSONTree.Kind, _ text: Range<Int32>) {
        result.values.append(JSONTree.Value(kind: kind, end: Int32(result.values.count + 1), text: text, name: name))
        name = 0..<0
    }

    /// Reads `true`, `null`, a number.
    private mutating func readWord() -> Bool {
        let start = at
        while at < bytes.count, isWord(bytes[at]) { at += 1 }
        guard at > start else { return false }
        let first = bytes[start]
        let kind: JSONTree.Kind =
            first == UInt8(ascii: "n") ? .null : first == UInt8(ascii: "t") || first == UInt8(ascii: "f") ? .bool : .number
        let from = Int32(result.pool.count)
        result.pool.append(contentsOf: bytes[start..<at])
        add(kind, from..<Int32(result.pool.count))
        return true
    }

    private func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
    }

    private mutating func skipSpaces() { while at < bytes.count, bytes[at] <= 0x20 { at += 1 } }
    private mutating func skipFiller() { while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: ",") { at += 1 } }
}

/// Strings.
extension JSONParser {
    /// Reads the string at `at` into the pool; nil where it does not end.
    private mutating func readString() -> Range<Int32>? {
        let start = Int32(result.pool.count)
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == UInt8(ascii: "\"") { return start..<Int32(result.pool.count) }
            if byte == UInt8(ascii: "\\"), at < bytes.count { escape() } else { result.pool.append(byte) }
        }
        return nil
    }

    private mutating func escape() {
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): result.pool.append(0x0A)
        case UInt8(ascii: "t"): result.pool.append(0x09)
        case UInt8(ascii: "r"): result.pool.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): result.pool.append(0x20)
        case UInt8(ascii: "u"): unicode()
        default: result.pool.append(byte)
        }
    }

    /// Reads the four digits at `at`, and the four of the other half of a pair.
    private mutating func unicode() {
        var value = unit() ?? 0xFFFD
        if value & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") {
            let back = at
            at += 2
            if let low = unit(), low & 0xFC00 == 0xDC00 { value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF) } else { at = back }
        }
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        result.pool.append(contentsOf: String(scalar ?? "\u{FFFD}").utf8)
    }

    private mutating func unit() -> UInt32? {
        guard at + 4 <= bytes.count else { return nil }
        guard let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16) else { return nil }
        at += 4
        return value
    }
}
