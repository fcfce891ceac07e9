/// What a token that is no word looks like, as pymorphy3 (and Python) see it.
enum WordShape {
    /// Spaces and punctuation marks, at least one of these.
    static func isPunctuation(_ word: [UInt8]) -> Bool {
        let marks = scalars(word).filter { !$0.properties.isWhitespace }
        return !marks.isEmpty && marks.allSatisfy(isPunctuation)
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation:
            true
        default: false
        }
    }

    /// At least one letter, and every letter is Latin.
    static func isLatin(_ word: [UInt8]) -> Bool {
        let letters = scalars(word).filter(isLetter)
        return !letters.isEmpty && letters.allSatisfy(isLatin)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return true }
        // Cyrillic, the most frequent case, needs no look at the name.
        if (0x400...0x52F).contains(scalar.value) { return false }
        return (scalar.properties.name ?? "").utf8.split(separator: UInt8(ascii: " ")).contains { $0.starts(with: "LATIN".utf8) }
    }

    /// A Roman number of up to 4999, in either case.
    static func isRomanNumber(_ word: [UInt8]) -> Bool {
        var rest = word[...].map { $0 & 0xDF }[...]
        guard !word.isEmpty, word.allSatisfy({ $0 < 0x80 }) else { return false }
        for _ in 0..<4 where rest.first == UInt8(ascii: "M") { rest.removeFirst() }
        for place in ["CDM", "XLC", "IVX"] { takeDigit(Array(place.utf8), &rest) }
        return rest.isEmpty
    }

    /// One decimal digit of a Roman number, from the letters for one, five and ten of its place.
    private static func takeDigit(_ letters: [UInt8], _ rest: inout ArraySlice<UInt8>) {
        let one = letters[0], five = letters[1], ten = letters[2]
        if rest.starts(with: [one, ten]) || rest.starts(with: [one, five]) { return rest.removeFirst(2) }
        if rest.first == five { rest.removeFirst() }
        for _ in 0..<3 where rest.first == one { rest.removeFirst() }
    }

    /// What Python's `int` takes.
    static func isInteger(_ word: [UInt8]) -> Bool {
        guard couldBeNumber(word) else { return false }
        var rest = trimmed(word)
        takeSign(&rest)
        return takeDigits(&rest) && rest.isEmpty
    }

    /// What Python's `float` takes, or would with a point for each comma.
    static func isReal(_ word: [UInt8]) -> Bool {
        guard couldBeNumber(word) else { return false }
        var rest = trimmed(word)
        takeSign(&rest)
        if ["nan", "inf", "infinity"].contains(where: { isSpelled($0, rest) }) { return true }
        let whole = takeDigits(&rest)
        var fraction = false
        if rest.first == "." || rest.first == "," {
            rest.removeFirst()
            fraction = takeDigits(&rest)
        }
        guard whole || fraction else { return false }
        if rest.first == "e" || rest.first == "E" {
            rest.removeFirst()
            takeSign(&rest)
            guard takeDigits(&rest) else { return false }
        }
        return rest.isEmpty
    }

    /// Spares words the look at every code point: a number has a digit, or is spelled in Latin.
    private static func couldBeNumber(_ word: [UInt8]) -> Bool {
        guard let first = word.first else { return false }
        return first < 0x80 || !(0xD0...0xD2).contains(first)
    }

    private static func takeSign(_ rest: inout ArraySlice<Unicode.Scalar>) {
        if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
    }

    /// Decimal digits of any script, single underscores between them.
    private static func takeDigits(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
        var taken = false
        while let first = rest.first {
            if first.properties.numericType == .decimal {
                taken = true
                rest.removeFirst()
            } else if first == "_", taken, rest.dropFirst().first?.properties.numericType == .decimal {
                rest.removeFirst()
            } else {
                break
            }
        }
        return taken
    }

    private static func isSpelled(_ name: String, _ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        rest.count == name.unicodeScalars.count && zip(rest, name.unicodeScalars).allSatisfy { $0.isASCII && $0.value | 0x20 == $1.value }
    }

    private static func trimmed(_ word: [UInt8]) -> ArraySlice<Unicode.Scalar> {
        let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || (0x1C...0x1F).contains($0.value) }
        var rest = scalars(word)[...]
        while let first = rest.first, isSpace(first) { rest.removeFirst() }
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return rest
    }

    private static func scalars(_ word: [UInt8]) -> [Unicode.Scalar] { Array(String(decoding: word, as: UTF8.self).unicodeScalars) }
}
