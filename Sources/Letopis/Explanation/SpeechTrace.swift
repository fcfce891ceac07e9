import LetopisText

/// What extraction did with every cue of an article. Reading keeps none; `letopis explain` reads once more with one.
struct SpeechTrace {
    /// All cues, in text order.
    private(set) var cues: [Cue] = []
    /// The attributions that were looked at, by place in `cues`.
    private(set) var attributions: [Int: Attribution] = [:]
    /// Cues that only say whom another one refers to, by their first token.
    private(set) var references: [Int: Attribution] = [:]
    /// The rules, to be asked again.
    private(set) var rules: FrameRules?
    /// What the cues of which no draft came lacked, by their heads.
    var lacks: [Int: CueLack] = [:]
    /// The drafts before they were bound.
    var drafts: [SpeechReading.Draft] = []

    /// Notes what extraction begins with.
    mutating func begin(_ cues: [Cue], _ attributions: [Int: Attribution], _ references: [Int: Attribution], _ rules: FrameRules) {
        (self.cues, self.attributions, self.references, self.rules) = (cues, attributions, references, rules)
    }
}

extension SpeechExtractor {
    /// All statements, as `facts(in:)` gives them, and what was done to find them.
    func tracedFacts(in analysis: Analysis) -> (facts: [SpeechFact], trace: SpeechTrace) {
        var reading = SpeechReading(SpeechText(analysis, lexicon: lexicon), lexicon: lexicon)
        reading.trace = SpeechTrace()
        let facts = reading.facts()
        return (facts, reading.trace ?? SpeechTrace())
    }
}
