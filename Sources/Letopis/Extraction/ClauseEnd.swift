import LetopisText

/// Where a clause that is said ends, when its cue stands before it.
struct ClauseEnd {
    let text: SpeechText
    /// Heads are followed over at most so many tokens.
    private static let reach = 8

    /// The token after the last of the clause that begins at `start` and is said by `verb`.
    func end(ofClauseAt start: Int, verb: Int) -> Int {
        let unit = text.unit(of: verb)
        var end = unit.upperBound
        if isEmbedded(verb, before: start) { end = min(end, closing(of: verb, from: start)) }
        end = min(end, nextPredicate(of: verb, after: start) ?? end)
        return min(end, endOfBracket(around: verb, from: start) ?? end)
    }

    /// Whether the words that a verb's clause is part of go on behind it: «Министр, сказавший, что готов, уехал».
    private func isEmbedded(_ verb: Int, before start: Int) -> Bool {
        var at = verb
        for _ in 0..<Self.reach {
            guard text.head[at] >= 0 else { return false }
            at = text.head[at]
            if at > start { return true }
        }
        return false
    }

    /// The end of the verb's own words: of its subtree, at the comma that follows.
    private func closing(of verb: Int, from start: Int) -> Int {
        max(start + 1, text.high[verb] + 1)
    }

    /// Where the verb's next fellow begins: «рассказал, что …, и подтвердил, что …».
    private func nextPredicate(of verb: Int, after start: Int) -> Int? {
        var first: Int?
        for child in text.children(of: verb) where child > start && text.token(child).deprel == .conj && opens(child, verb, start) {
            let begin = beginning(of: child, after: start)
            first = min(first ?? begin, begin)
        }
        return first
    }

    private func opens(_ child: Int, _ verb: Int, _ start: Int) -> Bool {
        let (a, b) = (text.token(child).feats, text.token(verb).feats)
        guard text.token(child).upos == .verb, a.verbForm == b.verbForm else { return false }
        return !a.clash(on: .tense, with: b) && !a.clash(on: .number, with: b) && !a.clash(on: .gender, with: b) && text.low[child] > start
    }

    /// The comma or conjunction before a predicate.
    private func beginning(of predicate: Int, after start: Int) -> Int {
        var i = predicate
        while i > start, i > predicate - Self.reach {
            if text.isMark(.comma, i) || text.token(i).upos == .coordinatingConjunction { return i }
            i -= 1
        }
        return text.low[predicate]
    }

    /// A cue in brackets says nothing beyond them.
    private func endOfBracket(around verb: Int, from start: Int) -> Int? {
        let unit = text.unit(of: verb)
        var i = verb - 1
        while i >= unit.lowerBound, i > verb - Self.reach {
            if text.isMark(.closeBracket, i) { return nil }
            if text.isMark(.openBracket, i) {
                return (start..<min(unit.upperBound, start + 80)).first { text.isMark(.closeBracket, $0) }
            }
            i -= 1
        }
        return nil
    }
}
