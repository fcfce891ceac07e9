import LetopisText

/// Finds what parties want, offer, accept or refuse. Immutable; one is enough for all tasks.
///
/// Киев призвал союзников ввести санкции: holder «Киев», demands, toward «союзников», issue «ввести санкции».
struct PositionExtractor: Sendable {
    /// The words of wanting.
    let lexicon: PositionLexicon
    /// The words of speech, of which rules of positions need classes and hedges.
    let speech: SpeechLexicon

    /// All positions, in text order, of which no two say the same of the same words. Time is linear in the article.
    func facts(in text: SpeechText) -> [PositionFact] {
        let reading = PositionReading(text: text, lexicon: lexicon, speech: speech)
        let skipped = MarkerFinder(text: text, lexicon: speech).skipped()
        var facts: [PositionFact] = []
        for i in 0..<text.count where !skipped[i] {
            guard let fact = reading.fact(at: i), facts.last.map({ !$0.says(fact) }) ?? true else { continue }
            facts.append(fact)
        }
        return facts
    }

    func facts(in analysis: Analysis) -> [PositionFact] { facts(in: SpeechText(analysis, lexicon: speech)) }
}

extension PositionFact {
    /// Whether it says of the same words what another fact says.
    func says(_ other: PositionFact) -> Bool { stance == other.stance && issue.overlaps(other.issue) }
}

/// One article as positions are read from it.
struct PositionReading {
    private let text: SpeechText
    private let speech: SpeechLexicon
    private let words: PositionWordFinder
    private let issues: IssueRules
    private let holders: HolderRules
    private let edges: ContentEdges
    /// «в любое время» stands at most so many tokens behind the issue.
    private static let reach = 5
    /// A headline and a line below it.
    private static let headlines = 2

    init(text: SpeechText, lexicon: PositionLexicon, speech: SpeechLexicon) {
        (self.text, self.speech) = (text, speech)
        words = PositionWordFinder(text: text, lexicon: lexicon)
        issues = IssueRules(
            text: text, words: words, ends: ClauseEnd(text: text, cues: Set(CueFinder(text: text, lexicon: speech).cues().map(\.head))))
        holders = HolderRules(text: text, words: words, issues: issues, sources: SourceFinder(text: text, lexicon: speech))
        edges = ContentEdges(text: text)
    }

    /// The position that a token tells of; of its readings, the first that has an issue and a holder.
    func fact(at i: Int) -> PositionFact? {
        for word in words.words(at: i) { if let fact = fact(of: word, issues.issue(of: word)) { return fact } }
        return issues.undertaking(at: i).flatMap { fact(of: $0.word, $0.issue) }
    }

    private func fact(of word: PositionWord, _ issue: PositionIssue?) -> PositionFact? {
        guard let issue, let tokens = trimmed(issue.tokens) else { return nil }
        let found = holders.holders(of: word).filter { !isPart($0, of: tokens) }
        guard !found.isEmpty, let span = text.span(tokens), let place = text.span(word.tokens) else { return nil }
        var clause = span.union(place)
        for mention in found.compactMap(\.mention) where text.unitOf[mention.head] == text.unitOf[word.head] {
            clause = clause.union(mention.span ?? place)
        }
        var fact = PositionFact(
            rule: issue.rule, lexiconEntry: word.entry.name, stance: word.stance, holders: found, issue: tokens, isNominal: issue.isNominal,
            issueSpan: span, word: place, span: clause)
        fact.isFinite = text.token(tokens.lowerBound).feats.verbForm == .finite
        adjust(&fact, word, issue)
        fact.toward = holders.toward(of: word).flatMap { tokens.contains($0.head) ? nil : $0 }
        fact.isHeadline = isHeadline(word.head)
        fact.hedges = hedges(in: text.tokens(in: clause))
        return fact
    }

    /// Whether a token stands in a first line, or a second one below it, that ends without a stop.
    private func isHeadline(_ i: Int) -> Bool {
        let unit = text.unitOf[i]
        guard (0..<Self.headlines).contains(unit), unit + 1 < text.units.count else { return false }
        return (0...unit).allSatisfy {
            text.breaksLine(before: text.units[$0].upperBound) && !text.isMark(.stop, text.units[$0].upperBound - 1)
        }
    }

    /// «готов, если …» depends on something; who calls to support something supports it.
    private func adjust(_ fact: inout PositionFact, _ word: PositionWord, _ issue: PositionIssue) {
        if issue.isTurned { fact.stance = fact.stance == .supports ? .opposes : .supports }
        let open: [Position.Stance] = [.supports, .agrees, .offers, .rejects]
        if open.contains(fact.stance), text.token(word.head).feats.tense != .past,
            issues.hasProviso(word.head) || issues.hasProviso(issue.head)
        {
            fact.stance = .conditions
        }
        if fact.stance == .agrees, word.entry.frames.contains(.ready), isForWhatever(word, issue) { fact.stance = .offers }
        guard fact.stance == .demands, issues.isInfinitive(issue.head), !text.isA(.negation, issue.head - 1) else { return }
        guard let inner = words.plain(at: issue.head), inner.stance == .supports, let object = issues.issue(of: inner), object.isNominal
        else { return }
        guard let tokens = trimmed(object.tokens), let span = text.span(tokens), tokens.lowerBound > issue.head else { return }
        (fact.stance, fact.issue, fact.isNominal, fact.issueSpan) = (.supports, tokens, true, span)
    }

    /// «готов встретиться в любое время», «готов „в любой день“ начать переговоры».
    private func isForWhatever(_ word: PositionWord, _ issue: PositionIssue) -> Bool {
        let unit = text.unit(of: word.head), end = issue.tokens.upperBound
        var last = min(unit.upperBound, end + Self.reach)
        if let comma = (end..<max(end, last)).first(where: { text.isMark(.comma, $0) }) { last = comma }
        return (min(word.head, issue.tokens.lowerBound)..<last).contains { i in
            // «ответить на любую попытку» is no such readiness.
            guard words.isA(.whatever, lemma: i), text.isWord(i), text.token(i - 1).upos == .adposition else { return false }
            return text.head[i] >= 0 && words.isA(.occasion, lemma: text.head[i])
        }
    }

    /// An issue's tokens without loose punctuation and conjunctions at its edges.
    private func trimmed(_ tokens: Range<Int>) -> Range<Int>? {
        edges.trimmed(tokens).map { text.tokens(in: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Nobody is part of what he wants.
    private func isPart(_ holder: PositionFact.Holder, of issue: Range<Int>) -> Bool {
        holder.mention.map { issue.contains($0.head) && $0.form != .zero } ?? false
    }

    private func hedges(in tokens: Range<Int>) -> [SourceSpan] {
        tokens.compactMap { i in
            let phrase = speech.hedges(from: folded(text.bytes(i))[...]).first { phrase in
                i + phrase.words.count <= tokens.upperBound && zip(i..., phrase.words).allSatisfy { folded(text.bytes($0)) == $1 }
            }
            return phrase.flatMap { text.span(i..<(i + $0.words.count)) }
        }
    }
}
