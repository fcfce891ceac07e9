internal import LetopisText

/// An explanation for people: what `letopis explain` prints.
///
/// Guaranteed: a block for each statement, then one for each word of saying of which none came. Cue, source and content are marked in their
/// sentence by `cue[…]`, `source[…]`, `content[…]`. Control characters of the article are shown by their numbers.
public struct ExplanationText: Sendable {
    private let explanation: Explanation
    private let record: Record
    private let places: LinePlaces
    private var page: Page
    private static let margin = "        "
    /// What the rules look at, of a word's features.
    private static let shown: Set<String> = ["Case", "Gender", "Number", "Person", "Tense", "VerbForm", "Variant"]

    /// The explanation as text, a line feed after each line.
    public static func text(_ explanation: Explanation, style: Style = .plain) -> String {
        var text = ExplanationText(explanation, style)
        for statement in explanation.statements { text.statement(statement) }
        text.findings()
        if !explanation.silent.isEmpty {
            text.page.gap()
            text.page.heading("Words of saying without a statement")
            for cue in explanation.silent { text.silent(cue) }
        }
        if text.page.text.isEmpty { text.page.line([Piece("There is no word of saying.")]) }
        return text.page.text
    }

    private init(_ explanation: Explanation, _ style: Style) {
        (self.explanation, record) = (explanation, explanation.record)
        places = LinePlaces(explanation.record.article)
        page = Page(style)
    }

    private func words(_ span: SourceSpan) -> String { Terminal.clean(record.article.text(span)) }

    /// A line of a block: what it is about, and what is said of it.
    private mutating func row(_ name: String, _ pieces: [Piece]) { page.line(pieces, first: Terminal.padded("  " + name, to: 12)) }
}

// MARK: - Statements

extension ExplanationText {
    private mutating func statement(_ reasons: StatementExplanation) {
        guard reasons.id.number >= 1, reasons.id.number <= record.statements.count else { return }
        let statement = record.statements[reasons.id.number - 1]
        page.gap()
        let head = "\(statement.kind.rawValue), \(statement.act.rawValue)"
        page.line([Piece(reasons.id.description, .strong), Piece("  \(places.place(of: statement.cue))  "), Piece(head)])
        sentence(
            reasons.sentences,
            statement.content.map { ("content", $0, .quoted) } + [
                ("source", statement.source.span, .strong), ("cue", statement.cue, .strong),
            ])
        tree(reasons.tree)
        row("rule", [Piece(reasons.rule, .strong)])
        if let entry = reasons.entry { row("lexicon", self.entry(entry)) }
        for trial in reasons.tried { row("before", [self.trial(trial)]) }
        source(reasons.source)
    }

    private func entry(_ entry: LexiconEntry) -> [Piece] {
        let frames = entry.frames.isEmpty ? "" : ": " + entry.frames.joined(separator: " ")
        return [Piece("\(entry.file):\(entry.line) "), Piece(entry.name, .strong), Piece(frames)]
    }

    private func trial(_ trial: RuleTrial) -> Piece { Piece("\(trial.rule): \(Terminal.clean(trial.lack))", .faint) }

    private mutating func source(_ source: SourceExplanation) {
        let name = record.actor(source.actor).map { Terminal.clean($0.name) }
        let decision = source.decision == .resolved ? "" : ", \(source.decision.rawValue)"
        row("source", [Piece(source.form.rawValue + decision), Piece(name.map { ": \($0)" } ?? "", .strong)])
        if let description = source.description { weighed(description) }
        guard source.candidates.count > 1 || source.candidates.contains(where: { $0.objection != nil }) else { return }
        for candidate in source.candidates {
            let objection = candidate.objection.map(\.rawValue) ?? "taken"
            let ink: Ink = candidate.objection == nil ? .plain : .faint
            row("", [Piece("\(Terminal.clean(candidate.name)), \(distance(candidate)): \(objection)", ink)])
        }
    }

    /// The best two of those whom a common noun may stand for, and what speaks for and against them.
    private mutating func weighed(_ description: DescriptionExplanation) {
        for one in description.candidates.prefix(2) {
            let clues = one.clues.dropFirst().map(\.rawValue).joined(separator: ", ")
            let pieces = [
                Piece("\(description.kind): "), Piece(Terminal.clean(one.name), one.isChosen ? .strong : .plain),
                Piece(" \(one.score): \(clues)", .faint),
            ]
            row("weighed", pieces)
        }
    }

    private func distance(_ candidate: SourceCandidate) -> String {
        let place = places.place(of: candidate.span)
        switch candidate.sentencesBack {
        case 0: return "\(place) in the same sentence"
        case 1: return "\(place) one sentence back"
        case 2...: return "\(place) \(candidate.sentencesBack) sentences back"
        default: return "\(place) further on"
        }
    }
}

// MARK: - The rest

extension ExplanationText {
    private mutating func silent(_ cue: SilentCue) {
        page.gap()
        page.line([Piece(places.place(of: cue.span), .strong), Piece("  \(words(cue.span))")])
        sentence(cue.sentences, [("cue", cue.span, .strong)])
        if !cue.tried.isEmpty { tree(cue.tree) }
        row("lexicon", entry(cue.entry))
        row("lacks", [Piece(cue.lack.rawValue)])
        for trial in cue.tried { row("tried", [self.trial(trial)]) }
    }

    private mutating func findings() {
        guard !explanation.findings.isEmpty else { return }
        page.gap()
        page.heading("Posts, meetings and positions")
        for finding in explanation.findings {
            let pieces = [Piece("\(finding.kind) "), Piece(Terminal.clean(finding.name), .strong), Piece(": \(finding.rule)")]
            page.line(pieces, first: Terminal.padded(places.place(of: finding.span), to: 7) + " ")
        }
    }

    private mutating func tree(_ tokens: [Int]) {
        AnalysisText.rows(of: tokens, explanation.analysis, margin: Self.margin, features: Self.features, to: &page)
    }

    private static func features(_ feats: Features) -> String {
        feats.conllu.split(separator: "|").filter { shown.contains(String($0.prefix { $0 != "=" })) }.joined(separator: "|")
    }

    /// Some sentences, with marks around spans in them.
    private mutating func sentence(_ sentences: Range<Int>, _ marks: [(name: String, span: SourceSpan?, ink: Ink)]) {
        let known = explanation.analysis.sentences
        guard let first = sentences.first, sentences.upperBound <= known.count else { return }
        let whole = SourceSpan(known[first].span.start, known[sentences.upperBound - 1].span.end)
        page.line(
            MarkedText(record.article, whole, marks.compactMap { mark in mark.span.map { (mark.name, $0, mark.ink) } }).pieces, first: "  ")
    }
}
