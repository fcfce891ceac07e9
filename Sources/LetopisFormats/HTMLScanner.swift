/// HTML on its way to libxml2: comments, scripts and styles are taken out, and tags are cut to the caps before libxml2 sees them.
///
/// libxml2 compares each attribute of a tag with all others and looks for the element that an end tag ends among all that are open: with
/// caps both are bounded. What is fed is whole tags; how deep libxml2 is, is asked before each piece.
struct HTMLScanner {
    private let bytes: [UInt8]
    private var at = 0
    /// What is to be fed next, and how many tags are in it.
    private(set) var piece: [UInt8] = []
    private var tags = 0
    /// Elements that were left out as too deep and whose end tags are to be left out too.
    private var skipped = 0
    private(set) var linkedData: [[UInt8]] = []
    private(set) var cuts = MarkupCuts()

    /// A scanner of valid UTF-8.
    init(_ utf8: [UInt8]) { bytes = utf8 }

    /// Makes the next piece; false where there is none. `depth` says how many elements libxml2 has open.
    mutating func next(depth: Int) -> Bool {
        piece.removeAll(keepingCapacity: true)
        tags = 0
        while at < bytes.count, tags < 64, piece.count < 1 << 13 {
            text()
            if at < bytes.count { markup(depth: depth) }
        }
        return !piece.isEmpty || at < bytes.count
    }

    private mutating func text() {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
        piece.append(contentsOf: bytes[start..<at])
    }

    private func byte(_ offset: Int) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] : 0 }

    private mutating func markup(depth: Int) {
        switch byte(1) {
        case UInt8(ascii: "!"): skipDeclaration()
        case UInt8(ascii: "?"): at = after(UInt8(ascii: ">"), from: at)
        case UInt8(ascii: "/") where isLetter(byte(2)): endTag()
        case let first where isLetter(first): startTag(depth: depth)
        default:
            piece.append(contentsOf: Array("&lt;".utf8))
            at += 1
        }
    }

    private mutating func skipDeclaration() {
        guard byte(2) == UInt8(ascii: "-"), byte(3) == UInt8(ascii: "-") else { return at = after(UInt8(ascii: ">"), from: at) }
        var end = at + 4
        // `<!-->` is a whole comment.
        if end < bytes.count, bytes[end] == UInt8(ascii: ">") { return at = end + 1 }
        while end < bytes.count {
            let closes = bytes[end] == UInt8(ascii: ">") && bytes[end - 1] == UInt8(ascii: "-") && bytes[end - 2] == UInt8(ascii: "-")
            end += 1
            if closes { break }
        }
        at = end
    }

    private mutating func endTag() {
        let start = at, name = name(from: at + 2)
        at = after(UInt8(ascii: ">"), from: at)
        tags += 1
        if skipped > 0, !HTMLNames.endTagOptional.contains(name) { return skipped -= 1 }
        piece.append(contentsOf: bytes[start..<min(at, start + 256)])
        if at - start > 256 { piece.append(UInt8(ascii: ">")) }
    }

    private mutating func startTag(depth: Int) {
        let start = at, name = name(from: at + 1)
        let cut = skipAttributes()
        tags += 1
        if HTMLNames.raw.contains(name) { return skipRawText(name, start..<at) }
        if depth >= Caps.depth || skipped > 0 {
            if !HTMLNames.void.contains(name) { cuts.elements += 1 }
            if !HTMLNames.void.contains(name), !HTMLNames.endTagOptional.contains(name) { skipped += 1 }
            return
        }
        piece.append(contentsOf: bytes[start..<(cut ?? at)])
        guard cut != nil else { return }
        cuts.tags += 1
        piece.append(UInt8(ascii: ">"))
    }

    /// Goes behind the start tag at `at`; gives where its attributes are to be cut, if they are too many.
    private mutating func skipAttributes() -> Int? {
        var count = 0
        var cut: Int?
        var inName = true
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
            let byte = bytes[at]
            if isSpace(byte) || byte == UInt8(ascii: "/") {
                inName = false
            } else if byte == UInt8(ascii: "=") {
                skipValue()
                inName = false
                continue
            } else if !inName {
                count += 1
                if count > Caps.attributes, cut == nil { cut = at }
                inName = true
            }
            at += 1
        }
        if at < bytes.count { at += 1 }
        return cut
    }

    /// Goes behind the value whose `=` stands at `at`.
    private mutating func skipValue() {
        at += 1
        while at < bytes.count, isSpace(bytes[at]) { at += 1 }
        guard at < bytes.count else { return }
        if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") { return at = after(bytes[at], from: at + 1) }
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
    }

    /// Leaves out an element whose content is no markup, and keeps it where it is linked data.
    private mutating func skipRawText(_ name: String, _ tag: Range<Int>) {
        let start = at, end = Array("</\(name)".utf8)
        while at < bytes.count, !has(end, at) { at += 1 }
        let lowered = bytes[tag].map { $0 | 0x20 }
        if name == "script", lowered.contains(subsequence: Array("ld+json".utf8)) { linkedData.append(Array(bytes[start..<at])) }
        at = after(UInt8(ascii: ">"), from: at)
    }

    private func after(_ mark: UInt8, from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != mark { end += 1 }
        return min(end + 1, bytes.count)
    }

    private func name(from start: Int) -> String {
        var end = start
        while end < bytes.count, end - start < 32, isLetter(bytes[end]) || (0x30...0x39).contains(bytes[end]) || bytes[end] == 0x2D {
            end += 1
        }
        return String(decoding: bytes[start..<end].map { $0 < 0x5B && $0 > 0x40 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// Whether these bytes, in lower case, stand at an offset in any case.
    private func has(_ word: [UInt8], _ offset: Int) -> Bool {
        guard bytes[offset] == word[0], offset + word.count <= bytes.count else { return false }
        return zip(bytes[offset...], word).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && isLetter($0) }
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

extension [UInt8] {
    /// Whether some bytes stand in these. For short arrays: it compares at every place.
    func contains(subsequence word: [UInt8]) -> Bool {
        guard let first = word.first, count >= word.count else { return false }
        return indices.dropLast(word.count - 1).contains { self[$0] == first && self[$0...].starts(with: word) }
    }
}

/// The names of HTML's elements that are written in ways of their own (WHATWG HTML, 13.1.2).
enum HTMLNames {
    /// Elements without an end tag.
    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
    /// Elements whose end tag is often left out.
    static let endTagOptional: Set<String> = [
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "colgroup", "rp", "rt", "body", "head",
        "html",
    ]
    /// Elements whose content is no markup, and no text of the page either.
    static let raw: Set<String> = ["script", "style", "textarea", "xmp", "iframe", "noembed", "noframes"]
}
