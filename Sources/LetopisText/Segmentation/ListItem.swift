/// List bullets: «1. », «а) », «IV. », «§ 2.1. ».
extension SentenceBoundary {
    /// The longest bullet, in characters.
    private static var longestBullet: Int { 20 }

    /// Whether all that the sentence has so far is the bullet of a list item.
    var isListItem: Bool {
        guard mark.scalar == Mark.dot || mark.scalar == Mark.closingParenthesis, isShort else { return false }
        var rest = sentenceStart..<mark.start
        while let word = text.firstWord(rest) {
            if !text.isBullet(word) { return false }
            rest = word.range.upperBound..<mark.start
        }
        return true
    }

    private var isShort: Bool {
        guard mark.start - sentenceStart <= 4 * Self.longestBullet else { return false }
        var characters = 0
        var offset = sentenceStart
        while offset < mark.start {
            offset = text.character(at: offset).next
            characters += 1
        }
        return characters <= Self.longestBullet
    }
}

extension SourceText {
    fileprivate func isBullet(_ word: Word) -> Bool {
        switch word.form {
        case .digits: true
        case .sign: word.scalar == Mark.dot || word.scalar == Mark.closingParenthesis || word.scalar == 0xA7
        case .letters: isLetterBullet(word) || isRoman(word) || isDigits(word)
        }
    }

    /// а…е, a…f, in either case.
    private func isLetterBullet(_ word: Word) -> Bool {
        guard character(at: word.range.lowerBound).next == word.range.upperBound, let letter = key(word)?.letter else { return false }
        return (0x430...0x435).contains(letter) || (0x61...0x66).contains(letter)
    }

    private func isRoman(_ word: Word) -> Bool {
        utf8[word.range].allSatisfy { "IVXML".utf8.contains($0) }
    }

    /// Digits that are no decimal ones: «²».
    private func isDigits(_ word: Word) -> Bool {
        String(decoding: utf8[word.range], as: UTF8.self).unicodeScalars.allSatisfy { $0.properties.numericType == .digit }
    }
}
