import LetopisText

// «сказал: „…“»: a quotation, a line or a clause behind a colon.
extension FrameRules {
    func colon(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.quote) else { return nil }
        let unit = text.unit(of: cue.head)
        guard
            let colon = (cue.tokens.upperBound..<min(unit.upperBound, cue.tokens.upperBound + Self.reach)).first(where: {
                text.isMark(.colon, $0) && !isBracketed($0) || isFinite($0) || text.isMark(.semicolon, $0)
            }),
            text.isMark(.colon, colon)
        else { return quotationBeside(cue) }
        let next = colon + 1
        guard next < text.count else { return nil }
        if let quotation = quotation(openedAt: next) { return led(cue, colon, quoted(quotation, rule: "colon-quotation")) }
        if !text.breaksLine(before: next) { return led(cue, colon, inline(next, unit), isVerbatim: false) }
        return led(cue, colon, newLine(next))
    }

    /// «пообещал провести чтения: „…“»: what stands before the colon is said too.
    private func led(_ cue: Cue, _ colon: Int, _ match: FrameMatch?, isVerbatim: Bool = true) -> FrameMatch? {
        guard var match, case .word(let entry) = cue.entry, let lead = infinitive(cue) ?? prepositional(cue, entry),
            let last = lead.content.last, last.lowerBound > cue.head, last.lowerBound < colon
        else { return match }
        match.content.insert(last.lowerBound..<min(last.upperBound, colon), at: 0)
        match.isLed = isVerbatim
        return match
    }

    /// «(3:1)»
    private func isBracketed(_ i: Int) -> Bool {
        text.isMark(.openBracket, i - 2) && text.isMark(.closeBracket, i + 2)
            || i > 0 && i + 1 < text.count && text.token(i - 1).span.end == text.token(i).span.start
                && text.token(i).span.end == text.token(i + 1).span.start
    }

    func isFinite(_ i: Int) -> Bool { text.token(i).upos == .verb && text.token(i).feats.verbForm == .finite }

    private func inline(_ next: Int, _ unit: Range<Int>) -> FrameMatch? {
        let isSentence = (next..<unit.upperBound).prefix(Self.reach).contains {
            text.isPredicate($0) || text.token($0).feats.verbForm == .infinitive
        }
        guard unit.contains(next), isSentence else { return nil }
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
        guard !cue.frames.contains(.relay) || cue.head + 1 < text.count, text.isMark(.quotationMark, cue.tokens.upperBound),
            !text.children(of: cue.head).contains(where: { text.token($0).deprel == .nsubj && $0 > cue.head }),
            let quotation = quotation(openedAt: cue.tokens.upperBound)
        else { return nil }
        guard text.tokens(in: text.quotations[quotation].inner).count > 3 else { return nil }
        return quoted(quotation, rule: "quotation")
    }

    private func quoted(_ quotation: Int, rule: String) -> FrameMatch? {
        let tokens = text.tokens(in: text.quotations[quotation].inner)
        return tokens.isEmpty ? nil : FrameMatch(rule: rule, content: [tokens], quotation: quotation)
    }

    /// The quotation whose opening mark is a token.
    func quotation(openedAt i: Int) -> Int? {
        guard text.isMark(.quotationMark, i), i + 1 < text.count else { return nil }
        var found = text.quotationOf[i + 1]
        for _ in 0..<4 {
            guard found >= 0 else { return nil }
            if text.quotations[found].outer.start == text.token(i).span.start { return found }
            found = text.quotations[found].parent
        }
        return nil
    }
}
