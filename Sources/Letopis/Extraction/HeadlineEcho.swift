import LetopisText

/// Quotations in a headline that somebody says in the article: «„Мост не откроют“: мэр назвал срок» and, below, — Мост не откроют, — сказал мэр.
///
/// What it does not do: a quotation that no statement of the article repeats word for word stays without a statement, since whom the headline
/// names is often not the one who says it.
struct HeadlineEcho {
    let text: SpeechText
    let edges: ContentEdges
    /// The article's headline is among so many first sentences.
    private static let lines = 3
    /// Of the article's statements at most so many are looked at, and of each at most so many words.
    private static let most = 100
    private static let longest = 200

    /// The drafts with those of such quotations among them, in text order.
    func added(to drafts: [SpeechReading.Draft]) -> [SpeechReading.Draft] {
        let end = text.units.prefix(Self.lines).last?.upperBound ?? 0
        var found = drafts
        for mark in 0..<end where text.isMark(.quotationMark, mark) && text.breaksLine(before: mark) {
            guard mark + 1 < text.count, text.quotationOf[mark + 1] >= 0 else { continue }
            let quotation = text.quotations[text.quotationOf[mark + 1]]
            let words = text.tokens(in: quotation.inner), last = text.firstToken(at: quotation.outer.end) - 1
            guard quotation.closed, quotation.outer.start == text.token(mark).span.start, words.count > 1, words.upperBound <= end,
                words.contains(where: { text.token($0).feats.verbForm != nil }), !isCovered(words, by: drafts), let span = edges.trimmed(words),
                let source = source(of: words, in: drafts)
            else { continue }
            var fact = SpeechFact(rule: "headline-echo", kind: .direct, cue: text.token(last).span, content: [span])
            fact.source = source
            found.append(SpeechReading.Draft(fact: fact, cue: last, end: words.upperBound))
        }
        return found.count == drafts.count
            ? drafts : found.sorted { ($0.fact.cue, $0.fact.content[0]) < ($1.fact.cue, $1.fact.content[0]) }
    }

    private func isCovered(_ words: Range<Int>, by drafts: [SpeechReading.Draft]) -> Bool {
        guard let span = text.span(words) else { return true }
        return drafts.prefix(Self.most).contains { draft in
            draft.fact.content.contains { $0.start < span.end && span.start < $0.end } || words.contains(draft.cue)
        }
    }

    /// Whose words they are: of the first statement below that has them in its verbatim part.
    private func source(of words: Range<Int>, in drafts: [SpeechReading.Draft]) -> SourceMention? {
        let wanted = words.filter(text.isWord)
        return drafts.prefix(Self.most).first { draft in
            guard draft.fact.kind != .indirect, draft.fact.source != nil, draft.cue > words.upperBound else { return false }
            return draft.fact.content.contains { holds(text.tokens(in: $0), wanted) }
        }?.fact.source
    }

    private func holds(_ content: Range<Int>, _ wanted: [Int]) -> Bool {
        let said = content.prefix(Self.longest).filter(text.isWord)
        guard !wanted.isEmpty, wanted.count < 20, said.count >= wanted.count else { return false }
        return (0...said.count - wanted.count).contains { start in
            wanted.indices.allSatisfy { text.form(said[start + $0]).elementsEqual(text.form(wanted[$0])) }
        }
    }
}
