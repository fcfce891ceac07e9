/// Makes well-formed XML of what calls itself XML, and leaves out what could harm: every declaration of the document's own, entities among
/// them, and all that is over the caps.
///
/// Guaranteed of what comes out: one root, tags that match, attributes in quotation marks and different, no entity but the five of XML.
/// Linear time. An element that is not ended ends where the one around it does.
struct XMLMender {
    private let bytes: [UInt8]
    private var at = 0
    private var out: [UInt8] = []
    /// The names of the elements that are open, as places in `bytes`.
    private var open: [Range<Int>] = []
    /// Elements too deep to be kept, and open.
    private var skipped = 0
    private var textSize = 0
    private(set) var cuts = MarkupCuts()

    private init(_ utf8: [UInt8]) { bytes = utf8 }

    /// Mends valid UTF-8.
    static func mend(_ utf8: [UInt8]) -> (xml: [UInt8], cuts: MarkupCuts) {
        var mender = XMLMender(utf8)
        mender.out.reserveCapacity(utf8.count + utf8.count / 8 + 64)
        mender.out.append(contentsOf: "<letopis>".utf8)
        mender.run()
        mender.out.append(contentsOf: "</letopis>".utf8)
        return (mender.out, mender.cuts)
    }

    private mutating func run() {
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "<") { markup() } else { text() }
        }
        if !open.isEmpty { cuts.mended += 1 }
        while let name = open.popLast() { close(name) }
    }

    private mutating func markup() {
        textSize = 0
        if has("<![CDATA[") { return characterData() }
        if has("<!--") { return at = after("-->", from: at + 4) }
        if has("<?") { return at = after("?>", from: at + 2) }
        if has("<!") { return declaration() }
        if has("</"), isNameStart(at + 2) { return endTag() }
        if isNameStart(at + 1) { return startTag() }
        cuts.mended += 1
        append(UInt8(ascii: "<"))
        at += 1
    }

    private mutating func text() {
        let end = bytes[at...].firstIndex { $0 == UInt8(ascii: "<") } ?? bytes.count
        while at < end {
            if bytes[at] == UInt8(ascii: "&") { reference(before: end) } else { append(bytes[at]); at += 1 }
        }
    }

    private mutating func characterData() {
        let start = at + 9, end = after("]]>", from: start)
        let isClosed = end >= start + 3 && bytes[end - 3..<end].elementsEqual("]]>".utf8)
        if !isClosed { cuts.mended += 1 }
        for byte in bytes[start..<(isClosed ? end - 3 : end)] { append(byte) }
        at = end
    }

    /// Leaves out `<!…>`, with what stands between brackets in it.
    private mutating func declaration() {
        var depth = 0
        var quote: UInt8 = 0
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "[") {
                depth += 1
                if depth == 1 { cuts.declarations += 1 }
            } else if byte == UInt8(ascii: "]") {
                depth -= 1
            } else if byte == UInt8(ascii: ">"), depth <= 0 {
                return
            }
        }
    }
}

/// Tags.
extension XMLMender {
    /// Elements that never stand in one of their own kind: where they seem to, an end tag is missing.
    private static let neverNested = ["item", "entry"].map { Array($0.utf8) }

    private mutating func startTag() {
        let name = nameRange(at + 1)
        at = name.upperBound
        if Self.neverNested.contains(where: { bytes[name].elementsEqual($0) }), end(name) { cuts.mended += 1 }
        let isKept = skipped == 0 && open.count < Caps.xmlDepth
        let start = out.count
        if isKept {
            out.append(UInt8(ascii: "<"))
            out.append(contentsOf: bytes[name])
        }
        let isEmpty = attributes()
        guard isKept else {
            out.removeSubrange(start...)
            cuts.elements += 1
            if !isEmpty { skipped += 1 }
            return
        }
        out.append(UInt8(ascii: ">"))
        if isEmpty { close(name) } else { open.append(name) }
    }

    private mutating func endTag() {
        let name = nameRange(at + 2)
        at = after(">", from: name.upperBound)
        if skipped > 0 { skipped -= 1 } else if !end(name) { cuts.mended += 1 }
    }

    /// Ends the innermost open element of a name, and all in it. False where there is none.
    @discardableResult
    private mutating func end(_ name: Range<Int>) -> Bool {
        guard let place = open.lastIndex(where: { bytes[$0].elementsEqual(bytes[name]) }) else { return false }
        if place < open.count - 1 { cuts.mended += 1 }
        while open.count > place, let inner = open.popLast() { close(inner) }
        return true
    }

    private mutating func close(_ name: Range<Int>) {
        out.append(contentsOf: "</".utf8)
        out.append(contentsOf: bytes[name])
        out.append(UInt8(ascii: ">"))
    }

    /// Writes the attributes of the tag whose name ends at `at`, and goes behind the tag. True where it ends in `/>`.
    private mutating func attributes() -> Bool {
        var seen: Set<ArraySlice<UInt8>> = []
        var count = 0
        while at < bytes.count {
            if has("/>") { at += 2; return true }
            if bytes[at] == UInt8(ascii: ">") { at += 1; return false }
            // A tag that is not ended ends where the next begins.
            if bytes[at] == UInt8(ascii: "<") { cuts.mended += 1; return false }
            guard isNameStart(at) else { at += 1; continue }
            let name = nameRange(at), value = attributeValue(after: name)
            count += 1
            if count == Caps.attributes + 1 { cuts.tags += 1 }
            if count <= Caps.attributes, seen.insert(bytes[name]).inserted { write(name, value) }
        }
        return false
    }

    private mutating func attributeValue(after name: Range<Int>) -> Range<Int> {
        at = name.upperBound
        skipSpaces()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return at..<at }
        at += 1
        skipSpaces()
        guard at < bytes.count else { return at..<at }
        let quote = bytes[at]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = at
            while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") { at += 1 }
            return start..<at
        }
        let start = at + 1
        let end = bytes[start...].firstIndex { $0 == quote } ?? bytes.count
        at = min(end + 1, bytes.count)
        return start..<end
    }

    private mutating func write(_ name: Range<Int>, _ value: Range<Int>) {
        out.append(0x20)
        out.append(contentsOf: bytes[name])
        out.append(contentsOf: "=\"".utf8)
        let back = at, end = min(value.upperBound, value.lowerBound + Caps.attributeValue)
        at = value.lowerBound
        textSize = 0
        while at < end {
            if bytes[at] == UInt8(ascii: "&") { reference(before: end) } else { append(bytes[at]); at += 1 }
        }
        at = back
        textSize = 0
        out.append(UInt8(ascii: "\""))
    }
}

/// Characters and references to them.
extension XMLMender {
    /// Writes the character that the reference at `at` stands for; an ampersand where it is none.
    private mutating func reference(before end: Int) {
        let limit = min(end, at + 34)
        guard let stop = bytes[at..<limit].firstIndex(of: UInt8(ascii: ";")), let scalar = Self.scalar(bytes[at + 1..<stop]) else {
            append(UInt8(ascii: "&"))
            return at += 1
        }
        for byte in String(scalar).utf8 { append(byte) }
        at = stop + 1
    }

    private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        switch String(decoding: name, as: UTF8.self) {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        case let text where text.hasPrefix("#x") || text.hasPrefix("#X"):
            return UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        case let text where text.hasPrefix("#"): return UInt32(text.dropFirst()).flatMap(Unicode.Scalar.init)
        default: return HTMLEntity.scalar(name).flatMap(Unicode.Scalar.init)
        }
    }

    /// Writes a byte of text as XML can hold it. What XML has no place for becomes a space, or U+FFFD.
    private mutating func append(_ byte: UInt8) {
        textSize += 1
        if textSize > Caps.xmlText {
            if textSize == Caps.xmlText + 1 { cuts.texts += 1 }
            return
        }
        switch byte {
        case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "\""): out.append(contentsOf: "&quot;".utf8)
        case 0x0D: out.append(contentsOf: "&#13;".utf8)
        case 0x09, 0x0A: out.append(byte)
        case 0..<0x20: out.append(0x20)
        // U+FFFE and U+FFFF are no characters of XML: U+FFFD.
        case 0xBE, 0xBF: out.append(out.suffix(2).elementsEqual([0xEF, 0xBF]) ? 0xBD : byte)
        default: out.append(byte)
        }
    }
}

/// Places in the bytes.
extension XMLMender {
    private func has(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        return at + count <= bytes.count && bytes[at..<at + count].elementsEqual(word.description.utf8)
    }

    private func after(_ word: String, from start: Int) -> Int {
        let word = Array(word.utf8)
        var end = min(start, bytes.count)
        while end < bytes.count {
            if bytes[end] == word[0], bytes[end...].starts(with: word) { return end + word.count }
            end += 1
        }
        return bytes.count
    }

    private mutating func skipSpaces() { while at < bytes.count, isSpace(bytes[at]) { at += 1 } }

    /// The name at an offset: letters, digits, `-`, `_`, `.`, and one colon between them.
    private func nameRange(_ start: Int) -> Range<Int> {
        var end = start, colons = 0
        while end < bytes.count, end - start < 128 {
            let byte = bytes[end]
            if byte == UInt8(ascii: ":") { colons += 1 }
            let isColon = byte == UInt8(ascii: ":") && colons == 1 && isNameStart(end + 1)
            guard isColon || isNameStart(end) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E else { break }
            end += 1
        }
        return start..<end
    }

    private func isNameStart(_ offset: Int) -> Bool {
        offset < bytes.count && ((0x61...0x7A).contains(bytes[offset] | 0x20) || bytes[offset] == UInt8(ascii: "_"))
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
