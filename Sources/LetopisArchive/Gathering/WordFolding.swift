/// What is one word to whoever asks: letters and digits that follow each other, in lower case, ё as е, without stress marks and soft hyphens.
enum WordFolding {
    /// The words of a text, a name or a question, in its order.
    static func words(_ text: String) -> [String] { words(Array(text.utf8)[...]) }

    /// The words of a text in UTF-8.
    static func words(_ utf8: ArraySlice<UInt8>) -> [String] {
        var words: [String] = []
        forEachWord(utf8) { words.append(String(decoding: $0, as: UTF8.self)) }
        return words
    }

    /// Whether words follow each other somewhere in a text; so does no word at all.
    static func contains(_ utf8: [UInt8], _ phrase: [String]) -> Bool {
        let wanted = phrase.map { Array($0.utf8) }
        guard !wanted.isEmpty else { return true }
        // How many words of the phrase end with the word before, for each way in which it may have begun.
        var begun: [Int] = [], isFound = false
        forEachWord(utf8[...]) { word in
            guard !isFound else { return }
            begun = (begun + [0]).compactMap { wanted[$0] == word ? $0 + 1 : nil }
            isFound = begun.first == wanted.count
            begun.removeAll { $0 == wanted.count }
        }
        return isFound
    }

    private static func forEachWord(_ utf8: ArraySlice<UInt8>, _ use: ([UInt8]) -> Void) {
        var word: [UInt8] = [], i = utf8.startIndex
        while i < utf8.endIndex {
            let step = Step(utf8, i)
            i += step.width
            switch step.kind {
            case .nothing: continue
            case .letter(let first): word.append(first)
            case .pair(let first, let second):
                word.append(first)
                word.append(second)
            case .other(let letters): word += letters
            case .gap:
                if !word.isEmpty { use(word) }
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { use(word) }
    }
}

/// One character of a text, as part of a word. Latin and Cyrillic letters are told by their bytes; for others Unicode is asked.
private struct Step {
    enum Kind {
        case gap, nothing
        case letter(UInt8)
        case pair(UInt8, UInt8)
        case other([UInt8])
    }
    let width: Int
    let kind: Kind

    init(_ utf8: ArraySlice<UInt8>, _ i: Int) {
        let first = utf8[i]
        switch first {
        case 0x41...0x5A: (width, kind) = (1, .letter(first | 0x20))
        case 0x61...0x7A, 0x30...0x39: (width, kind) = (1, .letter(first))
        case 0..<0x80: (width, kind) = (1, .gap)
        case 0xD0 where i + 1 < utf8.endIndex: (width, kind) = (2, Step.upper(utf8[i + 1]))
        case 0xD1 where i + 1 < utf8.endIndex && utf8[i + 1] < 0xA0:
            (width, kind) = (2, utf8[i + 1] == 0x91 ? .pair(0xD0, 0xB5) : .pair(0xD1, utf8[i + 1]))
        default: (width, kind) = Step.other(utf8[i...].prefix(4))
        }
    }

    /// U+0400 to U+043F: Cyrillic capitals, and the first small letters.
    private static func upper(_ second: UInt8) -> Kind {
        switch second {
        case 0x81: .pair(0xD0, 0xB5)
        case 0x80...0x8F: .pair(0xD1, second + 0x10)
        case 0x90...0x9F: .pair(0xD0, second + 0x20)
        case 0xA0...0xAF: .pair(0xD1, second - 0x20)
        default: .pair(0xD0, second)
        }
    }

    private static func other(_ utf8: ArraySlice<UInt8>) -> (Int, Kind) {
        var bytes = utf8.makeIterator(), decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return (1, .gap) }
        let width = UTF8.width(scalar)
        switch scalar {
        case "\u{301}", "\u{AD}": return (width, .nothing)
        case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
            return (width, .other(Array(scalar.properties.lowercaseMapping.utf8)))
        default: return (width, .gap)
        }
    }
}
