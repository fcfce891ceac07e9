/// What bytes of markup begin with, for telling pages from feeds. Looks at the first 4 KiB, in a charset that writes ASCII as ASCII, or in UTF-16.
struct MarkupBeginning {
    /// Whether the document type is HTML.
    private(set) var isHTML = false
    /// What follows white space, comments, declarations and instructions, in lower case; empty where one of them does not end.
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        let mark = Charset.byteOrderMark(bytes)?.mark ?? 0
        let head = bytes.prefix(1 << 12).dropFirst(mark).filter { $0 != 0 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        rest = head[...].drop { $0 <= 0x20 }
        while rest.starts(with: "<!".utf8) || rest.starts(with: "<?".utf8) {
            if rest.starts(with: "<!doctype html".utf8) { isHTML = true }
            let end = rest.starts(with: "<!--".utf8) ? "-->" : ">"
            guard let place = MarkupBeginning.place(of: end, in: rest) else {
                rest = []
                break
            }
            rest = rest[(place + end.utf8.count)...].drop { $0 <= 0x20 }
        }
    }

    /// Whether the first tag is one of these.
    func isTag(_ names: [String]) -> Bool {
        names.contains { name in
            let after = rest.dropFirst(name.utf8.count + 1).first ?? 0
            return rest.starts(with: "<\(name)".utf8) && (after <= 0x20 || after == UInt8(ascii: ">") || after == UInt8(ascii: "/"))
        }
    }

    /// Where a short word first stands.
    static func place(of word: String, in text: ArraySlice<UInt8>) -> Int? {
        let word = Array(word.utf8)
        return text.indices.first { text[$0] == word[0] && text[$0...].starts(with: word) }
    }
}
