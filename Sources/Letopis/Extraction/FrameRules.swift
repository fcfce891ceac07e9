import LetopisText

/// What a rule found a cue to say: the content's tokens, and whether they only stand for what was said before.
struct FrameMatch: Sendable {
    /// The rule's name.
    var rule: String
    /// Runs of tokens, not yet trimmed.
    var content: [Range<Int>]
    /// The content is only «этом».
    var standsForBefore = false
    /// The whole content is verbatim though no marks say so: a colon and a new line.
    var verbatim = false
    /// The quotation that is the content, where it is one.
    var quotation: Int?
}

/// The rules for cues that stand in the clause of what is said; the first that says yes decides.
struct FrameRules {
    let text: SpeechText
    /// A content begins at most so far behind its cue.
    private static let reach = 40

    /// What a cue says.
    func match(_ cue: Cue) -> FrameMatch? {
        guard case .word(let entry) = cue.entry else { return nil }
        return pronoun(cue, entry) ?? clause(cue) ?? colon(cue) ?? infinitive(cue) ?? prepositional(cue, entry) ?? naming(cue) ?? object(cue)
    }

    // MARK: об этом сообщил

    private func pronoun(_ cue: Cue, _ entry: CueEntry) -> FrameMatch? {
        let unit = text.unit(of: cue.head)
        let from = max(unit.lowerBound, cue.head - Self.reach)
        for i in from..<min(unit.upperBound, cue.head + 6) where text.isA(.demonstrative, i) {
            guard isTheme(i, of: cue, entry), !text.isMark(.comma, i + 1) || !text.isA(.complementizer, i + 2) else { continue }
            return FrameMatch(rule: "demonstrative", content: [i..<(i + 1)], standsForBefore: true)
        }
        return nil
    }

    private func isTheme(_ i: Int, of cue: Cue, _ entry: CueEntry) -> Bool {
        guard isPreposition(i - 1, of: entry), !hasVerb(between: i, and: cue.head) else { return false }
        return text.head[i] == cue.head || text.head[i] < 0 || text.head[i] != i + 1
    }

    private func hasVerb(between a: Int, and b: Int) -> Bool {
        let (first, last) = (min(a, b) + 1, max(a, b))
        return first < last && (first..<last).contains { text.token($0).upos == .verb && text.token($0).feats.verbForm == .finite }
    }

    private func isPreposition(_ i: Int, of entry: CueEntry) -> Bool {
        guard i >= 0 else { return false }
        if entry.frames.contains(.theme), text.isA(.about, i) { return true }
        guard text.token(i).upos == .adposition, !entry.prepositions.isEmpty else { return false }
        return entry.prepositions.contains(folded(text.bytes(i)))
    }

    // MARK: сообщил, что

    private func clause(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.clause), let start = clauseStart(cue) else { return nil }
        let skip = text.isA(.complementizer, start) ? 1 : 0
        let end = ClauseEnd(text: text).end(ofClauseAt: start, verb: cue.head)
        guard start + skip < end else { return nil }
        return FrameMatch(rule: "clause", content: [(start + skip)..<end])
    }

    /// The complementizer that the cue governs: behind the next comma, with nothing but the cue's own words between.
    private func clauseStart(_ cue: Cue) -> Int? {
        let unit = text.unit(of: cue.head)
        var i = cue.tokens.upperBound
        var commas = 0
        while i < min(unit.upperBound, cue.head + Self.reach) {
            if text.isA([.complementizer, .interrogative], i), text.isMark(.comma, i - 1) || text.isMark(.dash, i - 1) {
                if text.isA(.complementizer, i) || governs(cue.head, i) { return i }
            }
            if text.isMark(.colon, i) || text.isMark(.semicolon, i) { return nil }
            if text.isMark(.comma, i) { commas += 1 }
            let finite = text.token(i).upos == .verb && text.token(i).feats.verbForm == .finite
            if finite, !mayPass(i, cue, commas) { return nil }
            i += 1
        }
        return nil
    }

    /// A verb on the way to «что» is passed over where it belongs to words between commas: «сказал министр, который приехал, что».
    private func mayPass(_ verb: Int, _ cue: Cue, _ commas: Int) -> Bool {
        commas > 0 && [.aclRelcl, .parataxis].contains(text.token(verb).deprel) && text.high[cue.head] > verb
    }

    private func governs(_ head: Int, _ i: Int) -> Bool {
        var at = i
        for _ in 0..<3 {
            at = text.head[at]
            if at == head { return true }
            if at < 0 { return false }
        }
        return false
    }

    // MARK: сказал: «…»

    private func colon(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.quote) else { return nil }
        let unit = text.unit(of: cue.head)
        guard let colon = (cue.tokens.upperBound..<min(unit.upperBound, cue.tokens.upperBound + Self.reach)).first(where: { text.isMark(.colon, $0) || isFinite($0) || text.isMark(.semicolon, $0) }),
            text.isMark(.colon, colon)
        else { return quotationBeside(cue) }
        let next = colon + 1
        guard next < text.count else { return nil }
        if let quotation = quotation(openedAt: next) { return quoted(quotation, rule: "colon-quotation") }
        if !text.breaksLine(before: next) { return inline(next, unit) }
        return newLine(next)
    }

    private func isFinite(_ i: Int) -> Bool { text.token(i).upos == .verb && text.token(i).feats.verbForm == .finite }

    private func inline(_ next: Int, _ unit: Range<Int>) -> FrameMatch? {
        guard unit.contains(next) else { return nil }
        return FrameMatch(rule: "colon", content: [next..<unit.upperBound])
    }

    /// A colon at a line's end: the next line is said, word for word, where it follows at once or begins with a dash.
    private func newLine(_ next: Int) -> FrameMatch? {
        guard text.lineBreaks(before: next) == 1 || text.isMark(.dash, next) else { return nil }
        return FrameMatch(rule: "colon-line", content: [next..<lineEnd(from: next)], verbatim: true)
    }

    /// The token after the last of a line.
    private func lineEnd(from start: Int) -> Int {
        var unit = text.unitOf[start] + 1
        while unit < text.units.count, !text.breaksLine(before: text.units[unit].lowerBound), unit < text.unitOf[start] + 40 { unit += 1 }
        return text.units[unit - 1].upperBound
    }

    private func quotationBeside(_ cue: Cue) -> FrameMatch? {
        guard text.isMark(.quotationMark, cue.tokens.upperBound), let quotation = quotation(openedAt: cue.tokens.upperBound) else { return nil }
        guard text.tokens(in: text.quotations[quotation].inner).count > 3 else { return nil }
        return quoted(quotation, rule: "quotation")
    }

    private func quoted(_ quotation: Int, rule: String) -> FrameMatch? {
        let tokens = text.tokens(in: text.quotations[quotation].inner)
        return tokens.isEmpty ? nil : FrameMatch(rule: rule, content: [tokens], quotation: quotation)
    }

    /// The quotation whose opening mark is a token.
    private func quotation(openedAt i: Int) -> Int? {
        guard text.isMark(.quotationMark, i), i + 1 < text.count else { return nil }
        var found = text.quotationOf[i + 1]
        for _ in 0..<4 {
            guard found >= 0 else { return nil }
            if text.quotations[found].outer.start == text.token(i).span.start { return found }
            found = text.quotations[found].parent
        }
        return nil
    }

    // MARK: призвал отменить

    private func infinitive(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.infinitive) else { return nil }
        let unit = text.unit(of: cue.head)
        var i = cue.tokens.upperBound
        while i < min(unit.upperBound, cue.head + 14), !text.isMark(.comma, i), !text.isMark(.colon, i) {
            let token = text.token(i)
            if token.upos == .verb, token.feats.verbForm == .infinitive { return infinitive(cue, at: i) }
            if token.upos == .verb, token.feats.verbForm == .finite { return nil }
            i += 1
        }
        return nil
    }

    private func infinitive(_ cue: Cue, at verb: Int) -> FrameMatch? {
        guard text.head[verb] == cue.head || governs(cue.head, verb) else { return nil }
        let start = text.head[verb] == cue.head ? max(text.low[verb], cue.tokens.upperBound) : verb
        let end = ClauseEnd(text: text).end(ofClauseAt: verb, verb: cue.head)
        return FrameMatch(rule: "infinitive", content: [start..<end])
    }

    // MARK: заявил о срыве

    private func prepositional(_ cue: Cue, _ entry: CueEntry) -> FrameMatch? {
        guard entry.frames.contains(.theme) || !entry.prepositions.isEmpty else { return nil }
        for child in text.children(of: cue.head) where [.obl, .nmod, .iobj, .xcomp, .advcl].contains(text.token(child).deprel) {
            guard text.isNominal(child), let preposition = preposition(of: child, entry) else { continue }
            return themed(cue, child, preposition)
        }
        return nil
    }

    private func themed(_ cue: Cue, _ noun: Int, _ preposition: Int) -> FrameMatch? {
        if text.isA(.correlative, noun) { return nil }
        var start = preposition
        if let object = object(of: cue.head), object < preposition, cue.frames.contains(.object) { start = text.low[object] }
        let end = noun > cue.head ? phraseEnd(noun, of: cue.head) : noun + 1
        if noun < cue.head { return FrameMatch(rule: "theme", content: [preposition..<min(cue.tokens.lowerBound, text.high[noun] + 1)]) }
        return FrameMatch(rule: "theme", content: [min(start, preposition)..<end])
    }

    private func preposition(of noun: Int, _ entry: CueEntry) -> Int? {
        text.children(of: noun).first { text.token($0).deprel == .case && isPreposition($0, of: entry) }
    }

    /// The end of an object's words: its subtree, without a tail that another verb's words begin.
    private func phraseEnd(_ noun: Int, of verb: Int) -> Int {
        max(noun + 1, min(text.high[noun] + 1, ClauseEnd(text: text).end(ofClauseAt: noun, verb: verb)))
    }

    // MARK: назвал «ошибкой»

    private func naming(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.naming) else { return nil }
        let unit = text.unit(of: cue.head)
        let end = min(unit.upperBound, cue.head + Self.reach)
        guard let mark = (cue.head..<end).first(where: { text.isMark(.quotationMark, $0) || text.isMark(.comma, $0) }),
            text.isMark(.quotationMark, mark), let quotation = quotation(openedAt: mark)
        else { return nil }
        var content = [max(text.low[mark + 1], cue.head + 1)..<max(mark + 1, text.tokens(in: text.quotations[quotation].inner).upperBound)]
        if let object = object(of: cue.head), object < mark {
            let start = object < cue.head ? text.low[object] : min(text.low[object], content[0].lowerBound)
            content = object < cue.head ? [start..<(text.high[object] + 1), content[0]] : [start..<content[0].upperBound]
        }
        return FrameMatch(rule: "naming", content: content)
    }

    // MARK: опроверг сообщения

    private func object(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.object), let object = object(of: cue.head), !text.isA(.relative, object) else { return nil }
        if object > cue.head {
            return FrameMatch(rule: "object", content: [max(text.low[object], cue.tokens.upperBound)..<phraseEnd(object, of: cue.head)])
        }
        return FrameMatch(rule: "object", content: [text.low[object]..<min(cue.tokens.lowerBound, text.high[object] + 1)])
    }

    private func object(of verb: Int) -> Int? {
        text.children(of: verb).first { child in
            let token = text.token(child)
            if token.deprel == .obj { return true }
            return token.deprel == .nsubjPass && text.token(verb).feats.isPassive
        }
    }
}
