/// A mark that a sentence may end with, and the text around it as far as the rules look: ten characters either side.
struct SentenceBoundary {
    let text: SourceText
    /// Where the sentence that may end here begins, with the space before it.
    let sentenceStart: Int
    /// The mark.
    let mark: SentenceMark
    /// What the rules see before the mark, and after it.
    let before: Range<Int>
    let after: Range<Int>
    /// The word next to the mark, on either side.
    let left: Word
    let right: Word

    /// How many characters of either side the rules see.
    static var window: Int { 10 }

    /// The boundary at a mark; nil where nothing can end: no space after it, or no word within ten characters of it.
    init?(_ text: SourceText, sentenceStart: Int, mark: SentenceMark) {
        guard text.isSpace(at: mark.end) else { return nil }
        before = text.windowStart(before: mark.start)..<mark.start
        after = mark.end..<text.windowEnd(after: mark.end)
        guard let left = text.lastWord(before), let right = text.firstWord(after) else { return nil }
        self.text = text
        self.sentenceStart = sentenceStart
        self.mark = mark
        self.left = left
        self.right = right
    }
}

/// A run of letters, a run of digits or a single sign.
struct Word: Hashable, Sendable {
    /// What a word consists of.
    enum Form: Sendable { case letters, digits, sign }
    var range: Range<Int>
    var form: Form
    /// The first character: all of it, where it is a sign.
    var scalar: UInt32
}

extension SourceText {
    /// Where the ten characters before an offset begin.
    fileprivate func windowStart(before offset: Int) -> Int {
        var start = offset
        for _ in 0..<SentenceBoundary.window where start > 0 { start = self.start(before: start) }
        return start
    }

    /// Where the ten characters after an offset end.
    fileprivate func windowEnd(after offset: Int) -> Int {
        var end = offset
        for _ in 0..<SentenceBoundary.window where end < self.end { end = character(at: end).next }
        return end
    }

    /// The first word in a range, or nil where it is all white space.
    func firstWord(_ range: Range<Int>) -> Word? {
        let start = skipSpace(range)
        guard start < range.upperBound else { return nil }
        let (scalar, next) = character(at: start)
        guard let form = form(classes[scalar]) else { return nil }
        var end = next
        while form != .sign, end < range.upperBound {
            let (found, next) = characterClass(at: end)
            if self.form(found) != form { break }
            end = next
        }
        return Word(range: start..<end, form: form, scalar: scalar)
    }

    /// The last word in a range, or nil where it is all white space.
    fileprivate func lastWord(_ range: Range<Int>) -> Word? {
        guard let last = lastCharacter(range), let form = form(classes[last.scalar]) else { return nil }
        var start = last.start
        while form != .sign, start > range.lowerBound {
            let previous = self.start(before: start)
            if self.form(characterClass(at: previous).class) != form { break }
            start = previous
        }
        return Word(range: start..<character(at: last.start).next, form: form, scalar: character(at: start).scalar)
    }

    /// The form of the word that a character is part of; white space is none, and ends any.
    private func form(_ found: CharacterClass) -> Word.Form? {
        if found == .space { return nil }
        if found.isWord { return .letters }
        return found.atom == .number ? .digits : .sign
    }

    /// Whether all characters of a word fit.
    func all(_ word: Word, _ fits: (CharacterClass) -> Bool) -> Bool {
        var offset = word.range.lowerBound
        while offset < word.range.upperBound {
            let (found, next) = characterClass(at: offset)
            if !fits(found) { return false }
            offset = next
        }
        return true
    }
}
