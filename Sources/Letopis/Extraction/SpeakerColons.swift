import LetopisText

/// Quotations behind a colon that no cue speaks of: «Директор неумолим: „Мы не отступим“».
///
/// What it does not do: quotations with nothing beside them that tells whose they are stay without a statement.
struct SpeakerColons {
    let text: SpeechText
    let places: AttributionPlaces
    let edges: ContentEdges
    let sources: SourceFinder
    /// A quotation with fewer words is a name or a motto.
    private static let shortest = 5

    /// The drafts with those of such quotations among them, in text order.
    func added(to drafts: [SpeechReading.Draft]) -> [SpeechReading.Draft] {
        let finder = AttributedWordsFinder(text: text, places: places)
        var covered = Array(repeating: false, count: text.count)
        for draft in drafts {
            for span in draft.fact.content { for i in text.tokens(in: span) { covered[i] = true } }
            covered[draft.cue] = true
        }
        var found = drafts
        for colon in 0..<text.count where text.isMark(.colon, colon) && text.isMark(.quotationMark, colon + 1) && colon + 2 < text.count {
            guard !covered[colon + 2], let words = finder.fullQuotation(openedAt: colon + 1, atLeast: Self.shortest), tells(words),
                !words.contains(where: { covered[$0] }), let span = edges.trimmed(words), let speaker = speaker(before: colon, in: drafts)
            else { continue }
            var fact = SpeechFact(rule: "colon-speaker", kind: .direct, cue: text.token(colon).span, content: [span])
            fact.source = speaker
            found.append(SpeechReading.Draft(fact: fact, cue: colon, end: words.upperBound))
        }
        return found.sorted { ($0.fact.cue, $0.fact.content[0]) < ($1.fact.cue, $1.fact.content[0]) }
    }

    /// «Директор неумолим: „Мы не отступим“»: the one that a sentence without a cue is about, or who speaks in it already.
    private func speaker(before colon: Int, in drafts: [SpeechReading.Draft]) -> SourceMention? {
        let unit = text.unit(of: colon)
        if let last = lastDraft(before: colon, in: drafts), unit.contains(last.cue) { return last.fact.source }
        let subject = (unit.lowerBound..<colon).suffix(40).first { i in
            text.token(i).deprel == .nsubj && text.token(i).upos != .pronoun
                && (text.token(i).feats.animacy == .animate || text.isPersonName(i))
        }
        return subject.map(sources.mention)
    }

    /// Whether words are a sentence: with a capital and a predicate.
    private func tells(_ words: Range<Int>) -> Bool {
        guard let first = words.first(where: text.isWord), Verbatim.isCapital(text.bytes(first)) else { return false }
        return words.contains(where: text.isPredicate)
    }

    /// The last of the drafts, which are in text order, whose cue stands before a token.
    private func lastDraft(before i: Int, in drafts: [SpeechReading.Draft]) -> SpeechReading.Draft? {
        let place = text.token(i).span.start
        var (a, b) = (0, drafts.count)
        while a < b {
            let middle = (a + b) / 2
            if drafts[middle].fact.cue.start < place { a = middle + 1 } else { b = middle }
        }
        return a > 0 ? drafts[a - 1] : nil
    }
}
