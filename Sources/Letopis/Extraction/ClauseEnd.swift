import LetopisText

/// Where a clause that is said ends, when its cue stands before it.
struct ClauseEnd {
    let text: SpeechText
    /// The heads of all cues.
    let cues: Set<Int>
    /// Heads are followed over at most so many tokens.
    private static let reach = 8

    /// The token after the last of the clause that begins at `start` and is said by `verb`.
    func end(ofClauseAt start: Int, verb: Int) -> Int {
        let unit = text.unit(of: verb)
        var end = unit.upperBound
        if isEmbedded(verb, before: start) { end = min(end, closing(of: verb, from: start)) }
        end = min(end, nextPredicate(of: verb, after: start) ?? end)
        end = min(end, nextSpeaker(of: verb, after: start, before: end))
        end = min(end, nextConverb(of: verb, after: start, before: end))
        end = min(end, nextDeed(of: verb, after: start, before: end))
        end = min(end, nextCue(of: verb, after: start, before: end))
        if text.quotationOf[verb] >= 0 {
            end = min(end, max(start + 1, text.tokens(in: text.quotations[text.quotationOf[verb]].inner).upperBound))
        }
        end = withoutRemark(start, end)
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
        if text.high[verb] > start { return text.high[verb] + 1 }
        let unit = text.unit(of: verb)
        return (start + 1..<max(start + 1, min(unit.upperBound, start + 60))).first { text.isMark(.comma, $0) } ?? unit.upperBound
    }

    /// Where the verb's next fellow begins: «рассказал, что …, и подтвердил, что …».
    private func nextPredicate(of verb: Int, after start: Int) -> Int? {
        var first: Int?
        for child in text.children(of: verb) where child > start && text.token(child).deprel == .conj && opens(child, verb, start) {
            let begin = beginning(of: child, after: start)
            if text.isMark(.comma, begin), begin + 2 == child, goesOn(at: begin, from: start) { continue }
            first = min(first ?? begin, begin)
        }
        return first
    }

    /// «сказал, что мост закрыт, и ушёл»: the comma before «и» with a verb right behind it ends what is said.
    private func nextDeed(of verb: Int, after start: Int, before end: Int) -> Int {
        var i = start + 2
        while i + 2 < end, i < start + 120 {
            if text.isMark(.comma, i), text.token(i + 1).upos == .coordinatingConjunction, agrees(i + 2, verb),
                !text.isA(.complementizer, i + 3), !goesOn(at: i, from: start)
            {
                return i
            }
            i += 1
        }
        return end
    }

    /// «сказал, что завод был готов к пуску, но остановился»: the predicate behind «но» whose subject is that of what is said.
    private func goesOn(at comma: Int, from start: Int) -> Bool {
        guard text.isA(.adversative, comma + 1), !cues.contains(comma + 2), let subject = subject(in: start..<comma) else { return false }
        let (noun, said) = (text.token(subject).feats, text.token(comma + 2).feats)
        return !noun.clash(on: .number, with: said) && !noun.clash(on: .gender, with: said)
    }

    /// The nominative noun or name that a clause begins with, with its predicate behind it.
    private func subject(in clause: Range<Int>) -> Int? {
        let first = clause.prefix(8).first {
            text.token($0).feats.case == .nominative && [.noun, .properNoun].contains(text.token($0).upos)
        }
        guard let first, clause.contains(where: { $0 > first && text.isPredicate($0) }),
            !clause.prefix(8).contains(where: { $0 < first && text.isPredicate($0) })
        else { return nil }
        return first
    }

    /// «призвал ждать, капитан отметил, что …, а в клубе отметили …»: the comma before a cue's own subject or place, outside of any clause.
    private func nextSpeaker(of verb: Int, after start: Int, before end: Int) -> Int {
        var comma = -1
        for i in start + 1..<max(start + 1, min(end, start + 120)) {
            if text.isMark(.comma, i) { comma = i }
            if text.token(i).upos == .subordinatingConjunction || text.isA([.condition, .interrogative], i), i > start + 1 { return end }
            guard comma > start, cues.contains(i), text.token(i).feats.verbForm == .finite, i - comma < 16, hasTense(i, of: verb) else {
                continue
            }
            if opensClause(comma, before: i) { return comma }
        }
        return end
    }

    /// Whether what begins behind a comma is a cue's own subject, or «а» and its place.
    private func opensClause(_ comma: Int, before cue: Int) -> Bool {
        let conjunction = text.token(comma + 1).upos == .coordinatingConjunction ? 1 : 0
        let first = comma + 1 + conjunction
        if conjunction == 1, text.isA(.inside, first), text.token(cue).feats.number == .plural,
            (first + 1..<cue).contains(where: { text.token($0).feats.case == .locative }),
            !(first..<cue).contains(where: { text.token($0).feats.verbForm == .finite || text.token($0).feats.case == .nominative })
        {
            return true
        }
        guard text.isWord(first), !text.isA([.relative, .complementizer], first) else { return false }
        let subject = text.children(of: cue).first { text.token($0).deprel == .nsubj && $0 < cue && $0 > comma } ?? -1
        let near = (first..<cue).first { text.token($0).feats.case == .nominative && text.token($0).upos == .noun } ?? -1
        let head = subject >= 0 ? subject : near
        guard head >= 0, text.token(head).feats.animacy == .animate || text.nameOf[head] >= 0 else { return false }
        return (first..<head).allSatisfy { [.adjective, .properNoun, .noun, .adverb].contains(text.token($0).upos) }
            && !(first..<cue).contains { text.token($0).feats.verbForm == .finite }
    }

    /// «сказал, что мост закрыт, добавив, что …»: a converb of saying behind a comma that hangs on the verb itself.
    private func nextConverb(of verb: Int, after start: Int, before end: Int) -> Int {
        (start + 2..<max(start + 2, min(end, start + 120))).first { i in
            text.isMark(.comma, i) && cues.contains(i + 1) && text.token(i + 1).feats.verbForm == .converb && text.head[i + 1] == verb
        } ?? end
    }

    /// A cue without a subject that is joined with «и» and takes a clause of its own.
    private func nextCue(of verb: Int, after start: Int, before end: Int) -> Int {
        var i = start + 1
        while i < min(end, start + 120) {
            if cues.contains(i), takesClause(i, end),
                let joint = agrees(i, verb) ? joint(before: i, after: start) : hasTense(i, of: verb) ? turn(before: i, after: start) : nil
            {
                return joint
            }
            i += 1
        }
        return end
    }

    /// «сообщил, что больной плох, но врачи надеются, что …»: a present behind a past goes on with what is said.
    private func hasTense(_ a: Int, of b: Int) -> Bool {
        let (x, y) = (text.token(a).feats, text.token(b).feats)
        return y.verbForm != .finite || !x.clash(on: .tense, with: y)
    }

    private func agrees(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (text.token(a).feats, text.token(b).feats)
        guard x.verbForm == .finite, y.verbForm == .finite, x.tense == y.tense, x.number == y.number else { return false }
        return !x.clash(on: .gender, with: y) && !text.children(of: a).contains { text.token($0).deprel == .nsubj }
    }

    /// «…, а министр отметил, что …»: the comma and conjunction of a new subject with a cue of its own.
    private func turn(before cue: Int, after start: Int) -> Int? {
        var i = cue - 1
        while i > start, i > cue - 25, text.token(i).feats.verbForm != .finite {
            if text.isMark(.comma, i) { return text.token(i + 1).upos == .coordinatingConjunction && i + 1 < cue - 1 ? i : nil }
            i -= 1
        }
        return nil
    }

    private func joint(before cue: Int, after start: Int) -> Int? {
        var i = cue - 1
        while i > start, i > cue - 4 {
            if text.token(i).upos == .coordinatingConjunction { return text.isMark(.comma, i - 1) ? i - 1 : i }
            guard text.token(i).upos == .adverb || text.token(i).upos == .particle else { return nil }
            i -= 1
        }
        return nil
    }

    private func takesClause(_ cue: Int, _ end: Int) -> Bool {
        (cue..<min(end, cue + 5)).contains { text.isMark(.comma, $0) && text.isA(.complementizer, $0 + 1) }
    }

    /// Without a remark of the reporter's in brackets at the end: «(позднее он вернулся)».
    private func withoutRemark(_ start: Int, _ end: Int) -> Int {
        var last = end - 1
        while last > start, text.isMark(.stop, last) || text.isMark(.comma, last) { last -= 1 }
        guard last > start, text.isMark(.closeBracket, last) else { return end }
        var i = last
        while i > start, i > last - 60, !text.isMark(.openBracket, i) { i -= 1 }
        guard text.isMark(.openBracket, i),
            (i..<last).contains(where: text.isPredicate)
        else { return end }
        return i
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
        var i = max(verb, start) - 1
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
