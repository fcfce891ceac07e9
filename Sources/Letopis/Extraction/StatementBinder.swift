import LetopisText

/// Binds statements together: who only passes on, what goes on in the next sentence, what stands within what.
struct StatementBinder {
    let text: SpeechText
    let lexicon: SpeechLexicon
    let edges: ContentEdges
    let verbatim: Verbatim
    let places: AttributionPlaces

    /// The facts of the drafts, bound.
    func bind(_ drafts: [SpeechReading.Draft]) -> [SpeechFact] {
        var drafts = drafts
        passOn(&drafts)
        goOn(&drafts)
        var facts = drafts.map(\.fact)
        nest(&facts)
        return facts
    }

    // MARK: «…», сообщает агентство

    /// An outlet that reports what another statement of the same sentence says is a relay of it.
    private func passOn(_ drafts: inout [SpeechReading.Draft]) {
        var kept: [SpeechReading.Draft] = []
        var relays: [Int: [RelayMention]] = [:]
        for group in units(of: drafts) {
            let main = group.first { drafts[$0].attribution == nil && isOuter(drafts[$0]) }
            for i in group {
                if let main, i != main, drafts[i].mayRelay, let relay = relay(drafts[i]) {
                    relays[main, default: []].append(relay)
                    drafts[i].end = -1
                }
            }
        }
        for (i, draft) in drafts.enumerated() where draft.end >= 0 {
            var draft = draft
            draft.fact.relays += relays[i] ?? []
            kept.append(draft)
        }
        drafts = kept
    }

    private func units(of drafts: [SpeechReading.Draft]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        for i in drafts.indices where i + 1 == drafts.count || text.unitOf[drafts[i + 1].cue] != text.unitOf[drafts[i].cue] {
            groups.append(start..<(i + 1))
            start = i + 1
        }
        return groups
    }

    /// Whether a statement is what its sentence is about.
    private func isOuter(_ draft: SpeechReading.Draft) -> Bool {
        text.quotationOf[draft.cue] < 0 && text.token(draft.cue).deprel != .aclRelcl && text.token(draft.cue).deprel != .acl
    }

    private func relay(_ draft: SpeechReading.Draft) -> RelayMention? {
        guard let source = draft.fact.source, let span = source.span else { return nil }
        return RelayMention(name: text.analysis.article.text(span), span: span)
    }

    // MARK: «…», — сказал он. «…»

    /// A quotation that is a sentence of its own right behind a statement goes on with it.
    private func goOn(_ drafts: inout [SpeechReading.Draft]) {
        let finder = AttributedWordsFinder(text: text, places: places)
        for i in drafts.indices {
            let draft = drafts[i]
            let next = afterStop(draft.end)
            guard text.isMark(.quotationMark, next), !text.breaksLine(before: next), text.unitOf[next] != text.unitOf[draft.cue] else { continue }
            if i + 1 < drafts.count, drafts[i + 1].cue < next { continue }
            guard let more = finder.fullQuotation(openedAt: next), let span = edges.trimmed(more) else { continue }
            if let last = draft.fact.content.last, last.end >= span.start { continue }
            drafts[i].fact.content.append(span)
            drafts[i].fact.kind = verbatim.kind(of: drafts[i].fact.content, cue: draft.cue)
        }
    }

    private func afterStop(_ i: Int) -> Int {
        var at = i
        while at < text.count, at < i + 3, text.isMark(.stop, at) || text.isMark(.dash, at) { at += 1 }
        return at
    }

    // MARK: within

    /// A statement whose cue stands in another's content is within it: the last one that began and has not ended.
    private func nest(_ facts: inout [SpeechFact]) {
        let order = facts.indices.sorted { facts[$0].content[0].start < facts[$1].content[0].start }
        var open: [Int] = []
        var next = 0
        for i in facts.indices {
            let cue = facts[i].cue
            while next < order.count, facts[order[next]].content[0].start <= cue.start {
                open.append(order[next])
                next += 1
            }
            open.removeAll { (facts[$0].content.last?.end ?? 0) <= cue.start }
            facts[i].within = open.last { $0 != i && facts[$0].content.contains { $0.contains(cue) } }
        }
    }
}
