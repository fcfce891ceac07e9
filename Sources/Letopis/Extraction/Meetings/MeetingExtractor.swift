internal import LetopisText

/// Finds what an analysed article says of meetings. Immutable; one is enough for all tasks.
///
/// Министр встретился в Риге с послом Индии. Переговоры по торговле продолжатся в мае.
struct MeetingExtractor: Sendable {
    let lexicon: MeetingLexicon
    let words: SpeechLexicon

    /// Every mention of a meeting, in text order, with the article's dates. Linear time.
    func facts(in text: SpeechText, dates: [DateMention]) -> [MeetingFact] { MeetingReading(text, self, dates).facts() }
}

/// One pass over one article.
struct MeetingReading {
    private let text: MeetingText
    private let parts: MeetingPartRules
    private let themes: MeetingThemes
    private let status: MeetingStatusRule
    private let dates: [DateMention]
    private let skipped: [Bool]
    private let recalls: [RecallFact]
    /// A date hangs no further below the word of the meeting.
    private static let reach = 5

    init(_ speech: SpeechText, _ extractor: MeetingExtractor, _ dates: [DateMention]) {
        text = MeetingText(speech, lexicon: extractor.lexicon)
        parts = MeetingPartRules(text: text, sources: SourceFinder(text: speech, lexicon: extractor.words))
        themes = MeetingThemes(text: text)
        status = MeetingStatusRule(text: text)
        let markers = MarkerFinder(text: speech, lexicon: extractor.words)
        (skipped, recalls) = (markers.skipped(), markers.recalls())
        self.dates = dates
    }

    /// The facts, in text order.
    func facts() -> [MeetingFact] {
        var facts: [MeetingFact] = []
        var owner: [Int: Int] = [:]
        for i in 0..<text.text.count where !skipped[i] {
            guard let (fact, owned) = fact(at: i) else { continue }
            for token in owned where owner[token] == nil { owner[token] = facts.count }
            facts.append(fact)
        }
        for date in dates { if let fact = self.fact(of: date, owner), facts[fact].date?.value == nil { facts[fact].date = date } }
        for date in dates {
            for fact in joined(to: date, owner) where facts[fact].date == nil { facts[fact].date = date }
        }
        return recalled(facts)
    }

    private func fact(at i: Int) -> (MeetingFact, owned: [Int])? {
        guard let entry = text.entry(i) else { return delegation(at: i) ?? focus(at: i) ?? outcome(at: i) }
        return entry.frames.contains(.noun) ? noun(i, entry) : verb(i, entry)
    }

    private func noun(_ i: Int, _ entry: MeetingLexicon.Entry) -> (MeetingFact, owned: [Int])? {
        guard text.text.token(i).upos == .noun || text.text.token(i).upos == .properNoun, isNamed(i, entry), !isQuoted(i) else {
            return nil
        }
        let clause = MeetingClause(noun: i, in: text)
        if entry.frames.contains(.press) && isWithPress(i) || entry.frames.contains(.weak) && isState(clause) { return nil }
        var fact = MeetingFact(rule: "noun", trigger: i, place: i, kind: kind(entry, i), frames: entry.frames)
        fact.entry = entry.name
        fact.isGeneric = text.text.token(i).feats.number == .plural && entry.frames.isDisjoint(with: [.plural, .pluralOnly])
        fact.parts = parts.around(noun: clause, frames: entry.frames)
        if entry.frames.contains(.session) { (fact.parts, fact.isSession) = (sitting(fact.parts), true) }
        fact.isVague =
            entry.frames.isSuperset(of: [.weak, .plural])
            && clause.predicate.map { !clause.owned(in: text).contains($0) } ?? true
        fact.adjectives = text.dependants(of: i, [.amod])
        fact.isSeries = clause.nouns.contains { !text.dependants(of: $0, [.nummod, .nummodGov]).isEmpty }
        let isTheme = clause.relation == .object && clause.predicate.flatMap { text.entry($0) }?.frames.contains(.theme) == true
        if isTheme, fact.parts.isEmpty { return nil }
        if entry.frames.contains(.pluralOnly), text.text.token(i).feats.number == .singular,
            !fact.parts.contains(where: { $0.rule == "with" })
        {
            return nil
        }
        return isInterview(fact) ? nil : describe(fact, clause)
    }

    /// «газета "Диалог"»: what a body is called.
    private func isQuoted(_ i: Int) -> Bool { text.text.nameOf[i] >= 0 && text.text.isMark(.quotationMark, i - 1) }

    /// «во время общения с прессой».
    private func isWithPress(_ i: Int) -> Bool {
        text.dependants(of: i, [.nmod, .obl]).contains { text.isA(.press, $0) && text.has(.with, $0) }
    }

    /// «Рига находится в контакте с Осло»: no event.
    private func isState(_ clause: MeetingClause) -> Bool {
        clause.relation == .oblique && clause.predicate.map { text.isA(.stays, $0) } == true && text.has(.during, clause.trigger)
    }

    /// No court sits here, and «процесс» is one of negotiating.
    private func isNamed(_ i: Int, _ entry: MeetingLexicon.Entry) -> Bool {
        let attributes = text.dependants(of: i, [.amod])
        if entry.frames.contains(.session), attributes.contains(where: { text.isA(.court, $0) }) { return false }
        return !entry.frames.contains(.negotiating) || attributes.contains { text.isA(.negotiating, $0) }
    }

    /// Those of a session: nobody, where no body is named that sits.
    private func sitting(_ parts: [MeetingFact.Part]) -> [MeetingFact.Part] {
        let isBody = parts.contains { $0.rule == "genitive" && !text.isA(.court, $0.token) }
        return isBody ? parts.filter { !text.isA(.court, $0.token) } : []
    }

    private func verb(_ i: Int, _ entry: MeetingLexicon.Entry) -> (MeetingFact, owned: [Int])? {
        let token = text.text.token(i)
        guard token.upos == .verb, !(token.feats.verbForm == .participle && token.feats[.variant] == 0) else { return nil }
        let isPhone = text.text.children(of: i).contains { text.isA(.phone, $0) }
        guard isPhone || !entry.frames.contains(.phoneOnly) else { return nil }
        if entry.frames.contains(.place), text.dependants(of: i, [.obj]).contains(where: { text.entry($0) != nil }) { return nil }
        let clause = MeetingClause(verb: i, in: text)
        var fact = MeetingFact(rule: "verb", trigger: i, place: i, kind: kind(entry, i), frames: entry.frames)
        fact.entry = entry.name
        fact.parts = parts.around(verb: i, frames: entry.frames)
        guard !fact.parts.isEmpty || !entry.frames.isDisjoint(with: [.theme, .passive]), !isInterview(fact) else { return nil }
        return describe(fact, clause)
    }

    /// «поговорил с журналистами».
    private func isInterview(_ fact: MeetingFact) -> Bool {
        fact.frames.contains(.press) && fact.parts.contains { text.isA(.press, $0.token) }
    }

    private func kind(_ entry: MeetingLexicon.Entry, _ i: Int) -> Meeting.Kind {
        guard entry.frames.contains(.phone) || entry.kind == .talks else { return entry.kind }
        return text.text.children(of: i).contains { text.isA(.phone, $0) } ? .call : entry.kind
    }

    private func describe(_ fact: MeetingFact, _ clause: MeetingClause) -> (MeetingFact, owned: [Int]) {
        var fact = fact
        fact.status = status.status(of: clause)
        fact.places = themes.places(of: clause, frames: fact.frames)
        fact.agenda = themes.agenda(of: clause, frames: fact.frames)
        fact.format = themes.format(of: clause)
        fact.outcomes = themes.outcomes(of: clause)
        // «5 мая анонсировал встречу» says when he did.
        // What is said at a session is said on its day.
        let isThere = fact.isSession && clause.relation == .oblique && clause.nouns.last.map { text.has(.during, $0) } == true
        let words = clause.owned(in: text) + (isThere ? [clause.predicate].compactMap { $0 } : [])
        return (fact, words.filter { !text.isA([.announces, .asks, .offers], $0) })
    }

    /// «Украинскую делегацию представляли …», «В делегацию вошли …»
    private func delegation(at i: Int) -> (MeetingFact, owned: [Int])? {
        guard text.isA([.represents, .enters], i), text.text.token(i).upos == .verb else { return nil }
        let bodies =
            text.isA(.represents, i) ? text.dependants(of: i, [.obj]) : text.dependants(of: i, [.obl]).filter { text.has(.during, $0) }
        guard let delegation = bodies.first(where: { text.isA(.collective, $0) }) else { return nil }
        var fact = MeetingFact(rule: "delegation", trigger: nil, place: i, kind: .meeting)
        fact.delegation = delegation
        fact.parts = parts.subjects(of: i, "delegation").map { part in
            var part = part
            part.side = delegation
            return part
        }
        return fact.parts.isEmpty ? nil : (fact, [])
    }

    /// «Стороны сосредоточились на границе».
    private func focus(at i: Int) -> (MeetingFact, owned: [Int])? {
        guard text.isA(.focuses, i), text.text.token(i).upos == .verb, text.text.token(i).feats.verbForm == .finite else { return nil }
        var fact = MeetingFact(rule: "focus", trigger: nil, place: i, kind: .meeting)
        fact.agenda = themes.focus(of: i)
        return fact.agenda.isEmpty ? nil : (fact, [])
    }

    /// «Стороны договорились о границе».
    private func outcome(at i: Int) -> (MeetingFact, owned: [Int])? {
        guard text.isA(.results, i), text.text.token(i).upos == .verb, let span = themes.result(of: i),
            themes.isByParties(i, parts.sources)
        else { return nil }
        var fact = MeetingFact(rule: "outcome", trigger: nil, place: i, kind: .meeting)
        fact.outcomes = [span]
        return (fact, [])
    }

    /// The fact that a date hangs on.
    private func fact(of date: DateMention, _ owner: [Int: Int]) -> Int? {
        guard var at = date.tokens.first(where: { !date.tokens.contains(text.text.head[$0]) && text.text.isWord($0) }) else { return nil }
        for _ in 0..<Self.reach {
            at = text.head(of: at)
            guard at >= 0 else { return nil }
            if let fact = owner[at] { return fact }
            // «обсуждение бюджета на 2022 год»: the year is the budget's.
            if text.text.token(at).upos == .noun, !text.text.isA(.time, at), text.has(.during, date.tokens.lowerBound) { return nil }
            if text.text.token(at).feats.verbForm == .finite { return nil }
        }
        return nil
    }

    /// «5 мая он прилетел в Осло и встретился с послом»: the facts of verbs joined to the one that a date stands before.
    private func joined(to date: DateMention, _ owner: [Int: Int]) -> [Int] {
        guard let at = date.tokens.first(where: { !date.tokens.contains(text.text.head[$0]) && text.text.isWord($0) }) else { return [] }
        let verb = text.head(of: at)
        guard verb > date.tokens.upperBound, text.text.token(verb).feats.verbForm == .finite else { return [] }
        let tense = text.text.token(verb).feats.tense
        return text.dependants(of: verb, [.conj]).filter { text.text.token($0).feats.tense == tense }.compactMap { owner[$0] }
    }

    private func recalled(_ facts: [MeetingFact]) -> [MeetingFact] {
        var next = 0
        return facts.map { fact in
            var fact = fact
            let start = text.text.token(fact.place).span.start
            while next < recalls.count, recalls[next].span.end <= start { next += 1 }
            fact.isRecalled = next < recalls.count && recalls[next].span.start <= start
            return fact
        }
    }
}
