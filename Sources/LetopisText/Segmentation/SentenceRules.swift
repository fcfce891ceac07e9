/// The rules by which a sentence goes on behind a mark. They are razdel's, and asked in its order; where none holds, the sentence ends.
extension SentenceBoundary {
    /// Whether the sentence goes on behind the mark.
    func isInside(_ abbreviations: Abbreviations) -> Bool {
        goesOnInLowerCase || isBeforeMark || isAbbreviation(abbreviations) || isListItem || closesQuote || closesBracket
            || isBeforeDash
    }

    /// «Сколько? спросил он»: a word in lower case follows.
    private var goesOnInLowerCase: Bool { text.isLowerCase(right) }

    /// «Стой! ! !»: another mark follows, or a smiley; but a mark such as `"` may well open the next sentence.
    private var isBeforeMark: Bool {
        guard right.form == .sign, !Mark.isGenericQuote(right.scalar) else { return false }
        return Mark.isDelimiter(right.scalar) || Mark.areEyes(right.scalar) && isBeforeSmile
    }

    private var isBeforeSmile: Bool {
        guard let smile = text.smile(at: right.range.lowerBound) else { return false }
        return smile.firstMouth < after.upperBound
    }

    /// A full stop that belongs to an abbreviation or to an initial: «им. Вахтангова», «т. е. в мае», «А. Пушкин».
    private func isAbbreviation(_ abbreviations: Abbreviations) -> Bool {
        guard mark.scalar == Mark.dot else { return false }
        return isAfterAbbreviation(abbreviations) || isInsidePair(abbreviations) || isAfterInitial(abbreviations)
    }

    /// «млн. рублей», «в 8 час. 30 мин.», «и т. д. и т. п.»
    private func isAfterAbbreviation(_ abbreviations: Abbreviations) -> Bool {
        if let pair = text.pairOfLetters(before) {
            if let kind = abbreviations.pair(pair.0, pair.1) { return kind == .head || canFollowTail }
        }
        guard let key = text.key(left) else { return false }
        switch abbreviations.kind(key) {
        case .head: return true
        case .tail: return canFollowTail
        case .initial, nil: return false
        }
    }

    /// Whether what follows goes on with a sentence: digits or a sign. (Words in lower case are past the first rule.)
    private var canFollowTail: Bool { right.form != .letters || !text.all(right, \.isLetter) }

    /// «т. [д.]»
    private func isInsidePair(_ abbreviations: Abbreviations) -> Bool {
        guard let left = text.key(left), let right = text.key(right) else { return false }
        return abbreviations.pair(left, right) != nil
    }

    /// «А. С. Пушкин», «Дж. Байден».
    private func isAfterInitial(_ abbreviations: Abbreviations) -> Bool {
        let (first, next) = text.characterClass(at: left.range.lowerBound)
        if next == left.range.upperBound, first.isUpper { return true }
        return text.key(left).map { abbreviations.kind($0) == .initial } ?? false
    }

    /// `»`, or a `"` without space before it, closes a quotation; the sentence ends there only where its last mark stands inside.
    private var closesQuote: Bool {
        guard let mark = mark.scalar else { return false }
        if Mark.isClosingQuote(mark) { return !Mark.isEnding(left.scalar) }
        guard Mark.isGenericQuote(mark) else { return false }
        return isAfterSpace || !Mark.isEnding(left.scalar)
    }

    private var isAfterSpace: Bool { text.characterClass(at: text.start(before: mark.start)).class == .space }

    /// «(так и было)»: as with quotation marks.
    private var closesBracket: Bool {
        guard let mark = mark.scalar, Mark.isClosingBracket(mark) else { return false }
        return !Mark.isEnding(left.scalar)
    }

    /// «Иду! — сказал он»: a dash follows, and behind it a word in lower case.
    private var isBeforeDash: Bool {
        guard right.form == .sign, Mark.isDash(right.scalar) else { return false }
        var rest = right.range.upperBound..<after.upperBound
        while let word = text.firstWord(rest) {
            if word.form != .sign { return text.isLowerCase(word) }
            rest = word.range.upperBound..<after.upperBound
        }
        return false
    }
}

extension SourceText {
    /// Whether a word is letters only, none of them upper case and one of them lower case.
    fileprivate func isLowerCase(_ word: Word) -> Bool {
        guard word.form == .letters else { return false }
        return all(word) { $0.isLetter && !$0.isUpper && !$0.isTitle } && !all(word) { !$0.isLower }
    }
}
