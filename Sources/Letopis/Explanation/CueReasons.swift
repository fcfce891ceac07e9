import LetopisText

/// Says what found each statement, and why nothing came of the other words of saying.
struct CueReasons {
    let trace: SpeechTrace
    let lexicon: SpeechLexicon
    private let text: SpeechText
    private let trials: FrameTrials
    /// The cues by their characters.
    private let byCue: [SourceSpan: Int]
    /// The drafts that have an entry, by the heads of their cues.
    private let drafts: [Int: SpeechReading.Draft]
    /// A tree around a cue has at most so many words.
    private static let largest = 14

    init(trace: SpeechTrace, rules: FrameRules, lexicon: SpeechLexicon) {
        (self.trace, self.lexicon, text, trials) = (trace, lexicon, rules.text, FrameTrials(rules))
        var byCue: [SourceSpan: Int] = [:]
        for (i, cue) in trace.cues.enumerated() { if let span = rules.text.span(cue.tokens) { byCue[span] = i } }
        self.byCue = byCue
        drafts = Dictionary(trace.drafts.filter { $0.fact.lexiconEntry != nil }.map { ($0.cue, $0) }) { first, _ in first }
    }

    /// What found a statement.
    func statement(_ statement: Statement, _ fact: SpeechFact, _ source: SourceExplanation) -> StatementExplanation {
        let number = fact.lexiconEntry == nil ? nil : byCue[fact.cue], cue = number.map { trace.cues[$0] }
        var source = source
        source.actor = statement.source.actor
        let spans = fact.content + [fact.cue] + [fact.source?.span].compactMap { $0 }
        return StatementExplanation(
            id: statement.id, rule: fact.rule, entry: cue.map(entry), tried: number.map { tried($0, found: fact.rule) } ?? [],
            sentences: sentences(of: spans), tree: tree(around: cue?.tokens ?? text.tokens(in: fact.cue), head: cue?.head, fact),
            source: source)
    }

    /// The words of saying of which no statement came, in text order.
    func silent(_ facts: [SpeechFact]) -> [SilentCue] {
        let spoken = Set(facts.map(\.cue)), relays = Set(facts.flatMap { $0.relays.map(\.span.end) }),
            skipped = MarkerFinder(text: text, lexicon: lexicon).skipped()
        var out = trace.cues.indices.compactMap { number -> SilentCue? in
            let cue = trace.cues[number]
            guard let span = text.span(cue.tokens), !spoken.contains(span), !isPart(number) else { return nil }
            let lack = skipped[cue.head] ? .seeAlso : lack(of: number, relays)
            return silent(cue, span, lack, [.frame, .words].contains(lack) ? tried(number, found: nil) : [])
        }
        out += unfit().filter { !spoken.contains($0.span) }
        return out.sorted { $0.span < $1.span }
    }

    /// Whether a cue is a word of another one: «словам» of «по словам».
    private func isPart(_ number: Int) -> Bool {
        let tokens = trace.cues[number].tokens
        return trace.cues[max(0, number - 3)..<min(trace.cues.count, number + 4)].contains {
            $0.tokens != tokens && $0.tokens.lowerBound <= tokens.lowerBound && tokens.upperBound <= $0.tokens.upperBound
        }
    }

    private func silent(_ cue: Cue, _ span: SourceSpan, _ lack: CueLack, _ tried: [RuleTrial]) -> SilentCue {
        SilentCue(
            span: span, entry: entry(cue), lack: lack, tried: tried, sentences: sentences(of: [span]),
            tree: tree(around: cue.tokens, head: cue.head, nil))
    }

    /// What a cue lacked; `relays` are the ends of the words that became relays of statements.
    private func lack(of number: Int, _ relays: Set<Int>) -> CueLack {
        let cue = trace.cues[number]
        if let draft = drafts[cue.head] {
            let words = draft.fact.source.map { $0.tokens } ?? 0..<0
            return draft.mayRelay && words.contains { relays.contains(text.token($0).span.end) } ? .relay : .echo
        }
        if case .group = cue.entry {
            return trace.references[cue.tokens.lowerBound] != nil ? .reference : trace.attributions[number] == nil ? .group : .words
        }
        let lack = trace.lacks[cue.head] ?? .frame
        return lack == .frame && trials.isFirstPerson(cue) ? .firstPerson : lack
    }

    /// The rules that were tried for a cue, in order.
    private func tried(_ number: Int, found rule: String?) -> [RuleTrial] {
        let cue = trace.cues[number], outside = ["after-quotation", "inside-quotation", "dash-speech", "after-clause", "group", "how"]
        if let rule, outside.contains(rule) { return trials.attributionLacks(of: cue, trace.attributions[number], found: rule) }
        return trials.attributionLacks(of: cue, trace.attributions[number], found: nil) + trials.lacks(of: cue)
    }

    /// Words whose lemma stands in the lexicon and whose form says nothing.
    private func unfit() -> [SilentCue] {
        let finder = CueFinder(text: text, lexicon: lexicon)
        var isCue = Array(repeating: false, count: text.count)
        for cue in trace.cues { for i in cue.tokens { isCue[i] = true } }
        return (0..<text.count).compactMap { i in
            guard text.isWord(i), !isCue[i] else { return nil }
            for number in lexicon.cues(ofLemma: text.lemma(i)) {
                let entry = lexicon.cues[number]
                guard let tokens = finder.withCompanions(entry, i), let lack = finder.lack(of: entry, at: i), let span = text.span(tokens)
                else { continue }
                return silent(Cue(entry: .word(entry), head: i, tokens: tokens), span, lack, [])
            }
            return nil
        }
    }
}

// MARK: - Entries, sentences, trees

extension CueReasons {
    private func entry(_ cue: Cue) -> LexiconEntry {
        switch cue.entry {
        case .group(let group):
            return LexiconEntry(file: "groups.txt", line: group.line, name: group.name, frames: group.refers ? ["reference"] : [])
        case .word(let word):
            let frames = Frames.names.filter { word.frames.contains($0.value) }.sorted { $0.value.rawValue < $1.value.rawValue }.map(\.key)
            let prepositions = word.prepositions.map { String(decoding: $0, as: UTF8.self) }
            return LexiconEntry(file: "cues.txt", line: word.line, name: word.name, frames: frames + prepositions)
        }
    }

    /// The sentences from the first to the last that hold a part of some spans.
    private func sentences(of spans: [SourceSpan]) -> Range<Int> {
        let sentences = text.analysis.sentences
        guard let start = spans.map(\.start).min(), let end = spans.map(\.end).max() else { return 0..<0 }
        let first = place(in: sentences) { $0.span.end <= start }, last = place(in: sentences) { $0.span.start < end }
        return first..<max(first, last)
    }

    /// How many sentences from the first on a condition holds for.
    private func place(in sentences: [Sentence], _ holds: (Sentence) -> Bool) -> Int {
        var (low, high) = (0, sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(sentences[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The cue, its head, what hangs on it, and the source: as many as a reader can take in.
    private func tree(around cue: Range<Int>, head: Int?, _ fact: SpeechFact?) -> [Int] {
        let root = head ?? cue.lowerBound
        var tokens = Array(cue.prefix(4))
        if let source = fact?.source { tokens += [source.head] + source.tokens.prefix(5) }
        if text.head[root] >= 0 { tokens.append(text.head[root]) }
        tokens += text.children(of: root).prefix(Self.largest).filter { text.isWord($0) || text.isMark(.colon, $0) }
        if let first = fact?.content.first.map(text.tokens(in:)),
            let top = first.prefix(40).first(where: { !first.contains(text.head[$0]) })
        {
            tokens.append(top)
        }
        var seen: Set<Int> = []
        return tokens.filter { $0 >= 0 && $0 < text.count && seen.insert($0).inserted }.prefix(Self.largest).sorted()
    }
}
