import LetopisText

/// Binds statements together: who only passes on, what goes on in the next sentence, what stands within what.
struct StatementBinder {
    let text: SpeechText
    let lexicon: SpeechLexicon
    let edges: ContentEdges
    let verbatim: Verbatim
    let places: AttributionPlaces
    let sources: SourceFinder
    /// A statement is looked for in at most so many that are open around it.
    private static let depth = 16
    /// Of an outlet's words at most so many are looked at.
    private static let longest = 120

    /// The facts of the drafts, bound.
    func bind(_ drafts: [SpeechReading.Draft]) -> [SpeechFact] {
        var drafts = drafts
        passOn(&drafts)
        goOn(&drafts)
        drafts = SpeakerColons(text: text, places: places, edges: edges, sources: sources).added(to: drafts)
        drafts = HeadlineEcho(text: text, edges: edges).added(to: drafts)
        let details = SpeechDetails(text: text, lexicon: lexicon)
        var facts = drafts.map(details.fact(of:))
        nest(&facts)
        keepChannels(&facts)
        ChannelCarrier(text: text, lexicon: lexicon).carry(&facts)
        return withoutEchoes(facts, drafts)
    }

    // MARK: «…», сообщает агентство

    /// An outlet that reports what another statement of the same sentence says is a relay of it.
    private func passOn(_ drafts: inout [SpeechReading.Draft]) {
        var kept: [SpeechReading.Draft] = []
        var relays: [Int: [RelayMention]] = [:]
        for group in units(of: drafts) {
            // «Ведомство сообщило об этом, передаёт „Вестник“»: where each could be the outlet, the first is who spoke.
            let main =
                group.first { !drafts[$0].mayRelay && isOuter(drafts[$0]) } ?? group.first { drafts[$0].fact.rule == "demonstrative" }
            for i in group {
                if let main, i != main, drafts[i].mayRelay, passes(drafts[i], drafts[main]), let relay = relay(drafts[i]) {
                    relays[main, default: []] += drafts[i].fact.relays + [relay]
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

    /// Whether what an outlet says is no more than that another says something: no other predicate stands in its words.
    private func passes(_ outlet: SpeechReading.Draft, _ main: SpeechReading.Draft) -> Bool {
        let said = main.fact.content.prefix(Self.depth).map(text.tokens(in:))
        return outlet.fact.content.allSatisfy { span in
            text.tokens(in: span).prefix(Self.longest).allSatisfy { i in
                text.token(i).feats.verbForm != .finite && text.token(i).feats[.variant] != 1 || main.fact.cue.contains(text.token(i).span)
                    || isOfNoun(i, main.cue) || said.contains { $0.contains(i) } || text.isAside(i)
                    || text.token(i).deprel == .aclRelcl
            }
        }
    }

    /// «дал такое поручение»: the verb that a cue's noun is the object of.
    private func isOfNoun(_ verb: Int, _ cue: Int) -> Bool { text.token(cue).upos == .noun && text.head[cue] == verb }

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

    private func relay(_ draft: SpeechReading.Draft) -> RelayMention? { draft.fact.source.flatMap(sources.relay) }

    // MARK: «…», — сказал он. «…»

    /// A quotation that is a sentence of its own right behind a statement goes on with it.
    private func goOn(_ drafts: inout [SpeechReading.Draft]) {
        let finder = AttributedWordsFinder(text: text, places: places)
        for i in drafts.indices {
            let draft = drafts[i]
            if let line = lineAfterColon(draft) {
                drafts[i].fact.content.append(line)
                drafts[i].fact.kind = draft.fact.kind == .direct ? .direct : .mixed
                continue
            }
            let limit = i + 1 < drafts.count ? drafts[i + 1].cue : text.count
            var end = draft.end
            for _ in 0..<Self.depth {
                guard let more = resumed(after: end, of: draft, before: limit, finder), let span = edges.trimmed(more),
                    drafts[i].fact.content.last.map({ $0.end < span.start }) ?? true
                else { break }
                drafts[i].fact.content.append(span)
                end = more.upperBound + 1
            }
            if end != draft.end { drafts[i].fact.kind = verbatim.kind(of: drafts[i].fact.content, cue: draft.cue) }
        }
    }

    /// The quotation that begins right behind a place, before the next cue.
    private func resumed(after end: Int, of draft: SpeechReading.Draft, before limit: Int, _ finder: AttributedWordsFinder) -> Range<Int>? {
        let next = afterStop(end)
        guard next < limit, text.isMark(.quotationMark, next), !text.breaksLine(before: next) || isWholeLine(next),
            text.unitOf[next] != text.unitOf[draft.cue]
        else { return nil }
        return finder.fullQuotation(openedAt: next)
    }

    /// Whether the quotation that a mark opens is a whole line: a speech of several paragraphs goes on.
    private func isWholeLine(_ mark: Int) -> Bool {
        guard mark + 1 < text.count, text.quotationOf[mark + 1] >= 0 else { return false }
        let end = text.firstToken(at: text.quotations[text.quotationOf[mark + 1]].outer.end)
        let next = afterStop(end)
        let isLast = next >= text.count || text.breaksLine(before: next)
        return isLast && text.quotations[text.quotationOf[mark + 1]].outer.start == text.token(mark).span.start
    }

    /// «сказал, что не знает:» and a new line: the line is said too, word for word.
    private func lineAfterColon(_ draft: SpeechReading.Draft) -> SourceSpan? {
        let unit = text.unit(of: draft.cue)
        let next = unit.upperBound
        guard draft.end >= next - 1, text.isMark(.colon, next - 1), text.lineBreaks(before: next) == 1, draft.attribution == nil,
            draft.fact.rule == "clause", !text.isMark(.quotationMark, next)
        else { return nil }
        var u = text.unitOf[next]
        while u + 1 < text.units.count, u < text.unitOf[next] + 30, !text.breaksLine(before: text.units[u + 1].lowerBound) { u += 1 }
        guard places.nextPosted(from: next) >= text.units[u].upperBound else { return nil }
        return edges.trimmed(next..<text.units[u].upperBound)
    }

    private func afterStop(_ i: Int) -> Int {
        var at = i
        while at < text.count, at < i + 3, text.isMark(.stop, at) || text.isMark(.dash, at) { at += 1 }
        return at
    }

    // MARK: echoes

    /// What is said inside another statement counts only with a source of its own, and inside a quotation only as a clause or a
    /// quotation: «он сказал, что уверен в успехе» is one statement.
    private func withoutEchoes(_ facts: [SpeechFact], _ drafts: [SpeechReading.Draft]) -> [SpeechFact] {
        var place: [Int: Int] = [:]
        var kept: [SpeechFact] = []
        for (i, fact) in facts.enumerated() {
            if let outer = fact.within, isEcho(fact, drafts[i].cue, in: facts[outer]) { continue }
            place[i] = kept.count
            kept.append(fact)
        }
        return kept.map { fact in
            var fact = fact
            fact.within = fact.within.flatMap { place[$0] }
            return fact
        }
    }

    private func isEcho(_ fact: SpeechFact, _ cue: Int, in outer: SpeechFact) -> Bool {
        if ["object", "naming", "theme"].contains(fact.rule), let own = fact.source?.tokens, let other = outer.source?.tokens,
            own.overlaps(other)
        {
            return true
        }
        if isAnothers(fact, than: outer, cue) || fact.rule == "passive" && text.token(cue).feats[.variant] == 1 { return false }
        if fact.rule == "object", lexicon.cues(ofLemma: text.lemma(cue)).contains(where: { lexicon.cues[$0].frames.contains(.fault) }) {
            return true
        }
        if outer.kind == .direct, text.token(cue).upos == .noun { return true }
        if outer.kind == .direct, fact.rule == "clause", let own = fact.source, !sources.canTell(own) { return true }
        if fact.hidden, fact.rule == "theme" { return true }
        if fact.source?.form == .zero || fact.hidden && text.quotationOf[cue] >= 0 { return true }
        if fact.lexiconEntry == outer.lexiconEntry, fact.source == outer.source, fact.source != nil { return true }
        if fact.rule == "infinitive", isWish(fact, cue), isOthers(fact, than: outer, cue) { return false }
        if ["prepositional", "infinitive", "genitive"].contains(fact.rule) { return true }
        let plain = ["object", "naming", "colon"].contains(fact.rule) || fact.rule == "theme" && fact.source?.form != .nounPhrase
        return plain && (outer.kind == .direct || text.quotationOf[cue] >= 0)
    }

    /// «„Посол призвал стороны к миру“, — сказал министр», «Банк просит ждать, сообщили газете»: what somebody else named did by words.
    private func isAnothers(_ fact: SpeechFact, than outer: SpeechFact, _ cue: Int) -> Bool {
        let feats = text.token(cue).feats, isQuoted = text.quotationOf[cue] >= 0
        guard let own = fact.source, own.form == .nounPhrase, sources.canTell(own), own.span != outer.source?.span,
            text.token(cue).upos == .verb, !(outer.source.map { $0.tokens.overlaps(own.tokens) } ?? false)
        else { return false }
        switch fact.rule {
        case "infinitive": return !isQuoted && outer.kind == .indirect && [.ask, .propose, .promise].contains(fact.act)
        case "object", "prepositional": return isQuoted && fact.act != .agree && feats.tense == .past && feats.verbForm == .finite
        default: return false
        }
    }

    /// Whether something is asked of others who may refuse: no order, and no consent.
    private func isWish(_ fact: SpeechFact, _ cue: Int) -> Bool {
        let entries = lexicon.cues(ofLemma: text.lemma(cue)).map { lexicon.cues[$0] }
        guard let entry = entries.first(where: { $0.name == fact.lexiconEntry }) else { return false }
        return [.ask, .propose].contains(entry.act) || entry.act == .demand && !entry.frames.isDisjoint(with: [.whom, .object])
    }

    /// «Министр предложил соседям встретиться, сообщил посол»: an act of somebody else's, named and past.
    private func isOthers(_ fact: SpeechFact, than outer: SpeechFact, _ cue: Int) -> Bool {
        guard text.token(cue).feats.tense == .past, text.token(cue).feats.verbForm == .finite, let own = fact.source,
            own.form == .nounPhrase,
            sources.canTell(own)
        else { return false }
        return own.span != outer.source?.span && !(outer.source.map { $0.tokens.overlaps(own.tokens) } ?? false)
    }

    /// «сообщил в блоге, что мэр предложил закрыть мост»: what another was said through is not what carries the words in it.
    private func keepChannels(_ facts: inout [SpeechFact]) {
        for i in facts.indices {
            guard let outer = facts[i].within, let channel = facts[i].channel else { continue }
            if !facts[outer].content.contains(where: { $0.contains(channel.span) }) { facts[i].channel = nil }
        }
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
            while let last = open.last, (facts[last].content.last?.end ?? 0) <= cue.start { open.removeLast() }
            facts[i].within = open.suffix(Self.depth).last { $0 != i && facts[$0].content.contains { $0.contains(cue) } }
        }
    }
}
