/// Telling the charset from the bytes: a mark at the beginning, zero bytes, well-formed UTF-8, and at last the letters.
extension Charset {
    /// The charset that bytes most probably are in, and how many bytes of byte order mark they begin with.
    ///
    /// Bytes that are valid UTF-8 throughout are never taken for a charset of one byte a character. Linear time.
    static func detect(_ bytes: [UInt8]) -> (charset: Charset, mark: Int) {
        if let marked = byteOrderMark(bytes) { return marked }
        if let wide = utf16(bytes) { return (wide, 0) }
        return (isUTF8(bytes) ? .utf8 : LetterStatistics.likeliest(bytes), 0)
    }

    /// The charset of one byte a character in which bytes plainly are Cyrillic words; nil where they could be something else.
    static func cyrillic(_ bytes: [UInt8]) -> Charset? { LetterStatistics.words(bytes) }

    /// The byte order mark at the beginning, if there is one.
    static func byteOrderMark(_ bytes: [UInt8]) -> (charset: Charset, mark: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        return bytes.starts(with: [0xFE, 0xFF]) ? (.utf16BigEndian, 2) : nil
    }

    /// UTF-16 without a mark: every other byte is 0x00 (Latin letters, spaces) or 0x04 (Cyrillic), and hardly any between them.
    private static func utf16(_ bytes: [UInt8]) -> Charset? {
        let sample = bytes.prefix(1 << 16)
        var high = [0, 0]
        for (offset, byte) in sample.enumerated() where byte == 0 || byte == 4 { high[offset & 1] += 1 }
        let units = sample.count / 2
        guard units >= 2 else { return nil }
        if high[1] * 4 > units * 3, high[0] * 8 < units { return .utf16LittleEndian }
        return high[0] * 4 > units * 3 && high[1] * 8 < units ? .utf16BigEndian : nil
    }

    /// Whether the bytes are UTF-8, valid or with fewer damaged places than characters that make sense: what other charsets write has
    /// several times more. A character cut off at the end is no damage.
    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        var offset = 0
        var damage = 0
        var sense = 0
        while damage < 1 << 12, let malformed = bytes.malformedUTF8(in: offset..<bytes.count) {
            for byte in bytes[offset..<malformed.lowerBound] where byte >= 0xC0 { sense += 1 }
            offset = malformed.upperBound
            if offset == bytes.count, isCutOff(bytes[malformed]) { break }
            damage += 1
        }
        if damage == 0 { return true }
        for byte in bytes[offset...] where byte >= 0xC0 { sense += 1 }
        return sense > damage
    }

    /// Whether the bytes, which are the last, begin a character of UTF-8: two or three bytes of it, or the first of a Cyrillic letter.
    private static func isCutOff(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        return bytes.count > 1 || first >= 0xD0 && first <= 0xD3
    }
}

/// Telling charsets of one byte a character apart by which letters stand beside one another, in Russian and Ukrainian.
enum LetterStatistics {
    /// The charset in which the bytes read most like words; windows-1251 where none does.
    static func likeliest(_ bytes: [UInt8]) -> Charset { best(sample(bytes)).charset }

    /// The same, where the bytes are words of letters beyond ASCII: in western languages hardly two of them stand together.
    static func words(_ bytes: [UInt8]) -> Charset? {
        let sample = sample(bytes)
        let count = sample.count { $0 >= 0x80 }, pairs = zip(sample, sample.dropFirst()).count { $0 >= 0x80 && $1 >= 0x80 }
        return count >= 3 && pairs * 2 >= count ? best(sample).charset : nil
    }

    private static func best(_ sample: [UInt8]) -> (charset: Charset, score: Int) {
        var best = (charset: Charset.windows1251, score: Int.min)
        for charset in [Charset.windows1251, .koi8u, .koi8r, .ibm866, .iso88595] {
            guard let table = charset.table else { continue }
            let score = score(sample, table)
            if score > best.score { best = (charset, score) }
        }
        return best
    }

    /// The first 64 KiB that are not ASCII, each with the byte before it, so that a long page's head of ASCII does not count.
    private static func sample(_ bytes: [UInt8]) -> [UInt8] {
        var sample: [UInt8] = []
        var previous: UInt8 = 0x20
        for byte in bytes {
            if byte >= 0x80, sample.count >= 1 << 16 { break }
            if byte >= 0x80 || previous >= 0x80 { sample.append(byte) }
            previous = byte
        }
        return sample
    }

    /// How much like words the bytes read: two letters that often stand together, and in lower case, count for it; frames, controls and
    /// capitals inside a word against it.
    private static func score(_ sample: [UInt8], _ table: SingleByteTable) -> Int {
        let signs = (0...255).map { Sign(table[UInt8($0)]) }
        var score = 0
        var previous = Sign(0x20)
        for byte in sample {
            let sign = signs[Int(byte)]
            score += sign.weight + (previous.isLetter && sign.isLetter ? weight(previous, sign) : 0)
            previous = sign
        }
        return score
    }

    private static func weight(_ first: Sign, _ second: Sign) -> Int {
        let pair = common[first.letter * 64 + second.letter] ? 4 : -4
        guard second.isCapital else { return pair }
        return pair - (first.isCapital ? 1 : 8)
    }

    /// A character as the statistics see it.
    private struct Sign {
        /// Its place in the alphabet, from 1; 0 where it is no letter of it.
        let letter: Int
        let isCapital: Bool
        /// What it counts by itself.
        let weight: Int
        var isLetter: Bool { letter > 0 }

        init(_ scalar: UInt32) {
            let small = SourceText.lowercase(scalar)
            letter = LetterStatistics.alphabet.firstIndex(of: small).map { $0 + 1 } ?? 0
            isCapital = letter > 0 && small != scalar
            weight = letter > 0 || scalar < 0x7F || Sign.typography.contains(scalar) ? 0 : -8
        }

        private static let typography = Set("\u{A0}«»“”„‘’–—…№§°©®™•·\u{AD}€".unicodeScalars.map(\.value))
    }

    private static let alphabet = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ".unicodeScalars.map(\.value)

    /// Whether two letters often stand together, at the first one's place × 64 + the second one's.
    private static let common: [Bool] = {
        var common = [Bool](repeating: false, count: 64 * 64)
        for entry in pairs.split(separator: " ") {
            let letters = entry.unicodeScalars.compactMap { alphabet.firstIndex(of: $0.value) }
            for second in letters.dropFirst() { common[(letters[0] + 1) * 64 + second + 1] = true }
        }
        return common
    }()

    /// A letter and those that often follow it: the 160 most frequent pairs of Russian and of Ukrainian news, four fifths of all.
    private static let pairs = """
        абвдезклмнрстцчяєї беоруыі ваеилнорсыі гаор даеиноу евгдзйклмнрст же заину ивдезийклмнрстхчя каиортуці лаеиоуьяі маеиоуі \
        надеиностуыяі обвгдежзйклмнпрстчюї паеорі раеиноуыі савеиклопстуьяі тавеинорсуьі увгдрст хо циі чаеинт ше що ыеймх ькно эт \
        якт євс івдйлнрсчшяї їн
        """
}
