import LetopisText

/// Asks the rules once more what a cue says, with one frame of its entry at a time, and says of each that finds nothing what it lacked.
struct FrameTrials {
    let rules: FrameRules
    private var text: SpeechText { rules.text }

    /// A frame as its own trial: the rule's name, the frames that it needs, and whether prepositions are among them.
    private struct Trial {
        var rule: String
        var frames: Frames
        var takesPrepositions = false
    }
    /// In the order in which the rules are asked.
    private static let ordered = [
        Trial(rule: "clause", frames: .clause), Trial(rule: "colon", frames: .quote), Trial(rule: "infinitive", frames: .infinitive),
        Trial(rule: "theme", frames: .theme, takesPrepositions: true), Trial(rule: "naming", frames: .naming),
        Trial(rule: "object", frames: [.object, .instrumental]),
    ]
    /// What a cue takes is looked for at most so many tokens behind it.
    private static let reach = 60
    private static let content: Frames = [.clause, .quote, .infinitive, .theme, .naming, .object, .instrumental]

    init(_ rules: FrameRules) { self.rules = rules }

    /// What each rule lacked, up to the first that found something.
    func lacks(of cue: Cue) -> [RuleTrial] {
        guard case .word(let entry) = cue.entry else { return [] }
        let found = rules.match(cue)
        if found?.rule == "demonstrative" { return [] }
        var trials: [RuleTrial] = []
        for trial in order(entry) where isTaken(trial, entry) {
            let matches = rules.match(restricted(cue, entry, to: trial)) != nil
            if matches, found != nil { return trials }
            trials.append(RuleTrial(rule: trial.rule, lack: matches ? "what it found does not go with the cue's form" : lack(trial, cue)))
        }
        return trials
    }

    /// Whether the first person says it, which no rule takes.
    func isFirstPerson(_ cue: Cue) -> Bool {
        text.children(of: cue.head).contains { text.isA(.firstPerson, $0) && text.token($0).deprel == .nsubj }
    }

    /// Denials and confirmations are asked for their object first.
    private func order(_ entry: CueEntry) -> [Trial] {
        guard entry.act == .deny || entry.act == .confirm, let object = Self.ordered.last else { return Self.ordered }
        return [object] + Self.ordered.dropLast()
    }

    private func isTaken(_ trial: Trial, _ entry: CueEntry) -> Bool {
        !entry.frames.isDisjoint(with: trial.frames) || trial.takesPrepositions && !entry.prepositions.isEmpty
    }

    /// The cue as if its entry took nothing else.
    private func restricted(_ cue: Cue, _ entry: CueEntry, to trial: Trial) -> Cue {
        var (cue, entry) = (cue, entry)
        entry.frames = entry.frames.subtracting(Self.content).union(entry.frames.intersection(trial.frames))
        if !trial.takesPrepositions { entry.prepositions = [] }
        cue.entry = .word(entry)
        return cue
    }
}

// MARK: - What a frame lacked

extension FrameTrials {
    private func lack(_ trial: Trial, _ cue: Cue) -> String {
        let behind = (cue.tokens.upperBound..<max(cue.tokens.upperBound, text.unit(of: cue.head).upperBound)).prefix(Self.reach)
        switch trial.rule {
        case "clause":
            guard let word = behind.first(where: { text.isA([.complementizer, .interrogative], $0) }) else {
                return "no conjunction behind it"
            }
            return "«\(words(word))» behind it belongs to another word"
        case "colon":
            let marks = behind.contains { text.isMark(.colon, $0) || text.isMark(.quotationMark, $0) }
            return marks ? "the colon or quotation behind it is not its own" : "no colon and no quotation behind it"
        case "infinitive":
            guard let verb = behind.first(where: { text.token($0).feats.verbForm == .infinitive }) else { return "no infinitive behind it" }
            return "«\(words(verb))» belongs to another word"
        case "theme": return "no phrase with a preposition that it takes"
        case "naming": return "nothing in quotation marks right behind it"
        default: return "no object that can be said"
        }
    }

    private func words(_ i: Int) -> String { text.analysis.text(text.token(i)) }
}

// MARK: - Attributions

extension FrameTrials {
    /// What the rules for a cue outside its content lacked, up to the one that found something.
    func attributionLacks(of cue: Cue, _ attribution: Attribution?, found rule: String?) -> [RuleTrial] {
        guard !cue.frames.isDisjoint(with: [.post, .parenthetical]) || attribution != nil else { return [] }
        guard let attribution else { return [RuleTrial(rule: "post-posed", lack: placeLack(cue))] }
        guard attribution.form == .posted else {
            return rule == nil ? [RuleTrial(rule: "group", lack: "no words around it that it could attribute")] : []
        }
        let ordered = [
            RuleTrial(rule: "after-quotation", lack: "no quotation ends right before it"),
            RuleTrial(rule: "dash-speech", lack: "its line does not begin with a dash"),
            RuleTrial(rule: "after-clause", lack: "no predicate stands before it"),
        ]
        switch rule {
        case "after-quotation", "inside-quotation": return []
        case "dash-speech": return Array(ordered.prefix(1))
        case "after-clause": return Array(ordered.prefix(2))
        default: return ordered
        }
    }

    /// Why a cue stands behind no words that it could attribute.
    private func placeLack(_ cue: Cue) -> String {
        let first = cue.tokens.lowerBound, unit = text.unit(of: cue.head)
        let closes = (max(unit.lowerBound, first - 12)..<first).contains {
            text.isMark(.comma, $0) || text.isMark(.dash, $0) || text.isMark(.quotationMark, $0)
        }
        return closes ? "its words are no attribution of those before them" : "no comma, dash or quotation mark before it"
    }
}
