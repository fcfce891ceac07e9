import LetopisText

/// Where what was said begins and ends: no outer quotation marks, no comma or dash at an edge, no final stop.
struct ContentEdges {
    let text: SpeechText

    /// The characters of a run of tokens, trimmed; nil where no word is left.
    func trimmed(_ tokens: Range<Int>) -> SourceSpan? {
        var (a, b) = (max(0, tokens.lowerBound), min(text.count, tokens.upperBound))
        var changed = true
        while changed, a < b {
            changed = false
            while a < b, isLoose(a, first: true) { (a, changed) = (a + 1, true) }
            while a < b, isLoose(b - 1, first: false) { (b, changed) = (b - 1, true) }
            if a < b, stripsMarks(a, b) {
                if text.isMark(.quotationMark, a) { a += 1 }
                if a < b, text.isMark(.quotationMark, b - 1) { b -= 1 }
                changed = true
            }
        }
        guard a < b, (a..<b).contains(where: text.isWord) else { return nil }
        return text.span(a..<b)
    }

    private func isLoose(_ i: Int, first: Bool) -> Bool {
        switch text.punctuation[i] {
        case .comma, .dash, .colon, .semicolon: return true
        case .closeBracket: return first
        case .openBracket: return !first
        case .stop:
            if first { return true }
            return text.bytes(i).first == 0x2E || text.bytes(i).first == 0xE2
        case .quotationMark: return false
        case .none: return !first && text.token(i).upos == .coordinatingConjunction
        case .other: return false
        }
    }

    /// Whether the marks at the edges belong to no quotation within.
    private func stripsMarks(_ a: Int, _ b: Int) -> Bool {
        let (first, last) = (text.isMark(.quotationMark, a), text.isMark(.quotationMark, b - 1))
        if first, last { return b - a > 1 && depthStaysOpen(a, b) }
        if first { return !closes(a, before: b) }
        return last && !opens(b - 1, after: a)
    }

    /// Whether the quotation that the first mark opens is the one that the last mark closes.
    private func depthStaysOpen(_ a: Int, _ b: Int) -> Bool {
        guard let quotation = quotation(openedBy: a) else { return true }
        return quotation.outer.end >= text.token(b - 1).span.end
    }

    private func closes(_ a: Int, before b: Int) -> Bool {
        guard let quotation = quotation(openedBy: a) else { return false }
        return quotation.closed && quotation.outer.end <= text.token(b - 1).span.end
    }

    private func opens(_ b: Int, after a: Int) -> Bool {
        let start = text.token(a).span.start
        guard b > 0, text.quotationOf[b - 1] >= 0 else { return false }
        let quotation = text.quotations[text.quotationOf[b - 1]]
        return quotation.outer.start >= start && quotation.outer.end == text.token(b).span.end
    }

    private func quotation(openedBy i: Int) -> Quotation? {
        let place = text.token(i).span.start
        var (a, b) = (0, text.quotations.count)
        while a < b {
            let middle = (a + b) / 2
            if text.quotations[middle].outer.start < place { a = middle + 1 } else { b = middle }
        }
        guard a < text.quotations.count, text.quotations[a].outer.start == place, text.quotations[a].opened else { return nil }
        return text.quotations[a]
    }
}
