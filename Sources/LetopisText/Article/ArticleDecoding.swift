/// How an article comes from bytes, and what is said of them.
extension Article {
    /// An article of bytes, of which at most `cap` bytes of text are kept.
    init(decoding bytes: [UInt8], charset: Charset?, cap: Int) {
        let (charset, mark) = Charset.of(bytes, declared: charset)
        var decoder = Decoder(cap: cap)
        decoder.decode(bytes, from: mark, as: charset)
        self.init(validUTF8: decoder.utf8, notices: decoder.notices)
    }
}

extension Charset {
    /// The charset to decode with: the one of the byte order mark, the one declared, or the one detected.
    fileprivate static func of(_ bytes: [UInt8], declared: Charset?) -> (charset: Charset, mark: Int) {
        guard let declared else { return detect(bytes) }
        return byteOrderMark(bytes) ?? (declared == .windows1252 ? cyrillic(bytes) ?? declared : declared, 0)
    }
}

extension Charset {
    /// What the parts of a media type, in lower case, call the charset: «koi8-r» of `text/html`, `charset=koi8-r`.
    static func name(among parts: some Sequence<String>) -> String? {
        parts.first { $0.hasPrefix("charset=") }.map { String($0.dropFirst("charset=".count)) }
    }

    /// What is said of bytes that were taken for being in this charset, where somebody calls it by a name that is not known; nothing where the bytes
    /// plainly show that they are.
    func notices(insteadOf label: String, of bytes: [UInt8]) -> [Notice] {
        guard table != nil, Charset.cyrillic(bytes) == nil else { return [] }
        let plain = label.unicodeScalars.filter {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || "-_.:".unicodeScalars.contains($0))
        }
        return [
            Notice(
                .malformed,
                "The charset \(String(String.UnicodeScalarView(plain.prefix(40)))) is not read; the characters were taken for \(rawValue).")
        ]
    }
}

extension Decoder {
    /// What a reader should know of the text, in the order: nothing in it, no text, mended, cut.
    fileprivate var notices: [Notice] {
        var notices: [Notice] = []
        if !hasLetter { notices.append(Notice(.empty, "The text is empty or holds no letter.")) }
        if isBinary {
            notices.append(Notice(.binary, "The bytes look like no text: many are control characters or belong to no charset."))
        }
        if replaced > 0 {
            notices.append(Notice(.malformedBytes, "\(replaced) of the characters could not be decoded and stand as U+FFFD."))
        }
        if isCut {
            notices.append(Notice(.truncated, "The text is longer than is read at once; only the first \(utf8.count) bytes were kept."))
        }
        return notices
    }

    private var hasLetter: Bool {
        let source = String(decoding: utf8, as: UTF8.self)
        return source.unicodeScalars.contains { $0.properties.isAlphabetic }
    }

    /// Whether more than one character in twenty is a control character or was replaced. Random bytes have one control in ten.
    private var isBinary: Bool {
        var strange = replaced
        var characters = 0
        for byte in utf8 {
            if byte & 0xC0 != 0x80 { characters += 1 }
            if byte < 0x20, byte < 0x09 || byte > 0x0D { strange += 1 }
        }
        return strange > 3 && strange * 20 > characters
    }
}
