import LetopisText

// «с требованием отставки», «сделал это заявление»: what a noun of saying says by the words that hang on it.
extension FrameRules {
    /// «требование отставки»: a deed in the genitive, not the one who demands.
    func genitive(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.genitive) else { return nil }
        let deed = text.children(of: cue.head).first { child in
            child > cue.head && child <= cue.head + 3 && text.token(child).feats.case == .genitive
                && lexicon.classes(of: text.lemma(child)).contains(.deed)
        }
        return deed.map { FrameMatch(rule: "genitive", content: [(cue.head + 1)..<phraseEnd($0, of: cue.head)]) }
    }

    /// Whether a verb is a cue that has «такое мнение» for its own object.
    private func takesObject(_ verb: Int) -> Bool {
        lexicon.cues(ofLemma: text.lemma(verb)).contains {
            let entry = lexicon.cues[$0]
            return entry.companions.isEmpty && (entry.frames.contains(.object) || !entry.prepositions.isEmpty)
        }
    }

    /// «сделал это заявление», «к таким выводам пришёл»: a verb that gives words a shape, and a pronoun for the words themselves.
    func such(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.noun) else { return nil }
        let verb = text.head[cue.head]
        guard verb >= 0, !takesObject(verb), lexicon.classes(of: text.lemma(verb)).contains(.giving),
            [.obj, .obl, .iobj, .nsubjPass].contains(text.token(cue.head).deprel),
            let pronoun = (max(text.low[cue.head], cue.head - 3)..<cue.head).first(where: { text.isA([.suchlike, .pointing], $0) })
        else { return nil }
        return FrameMatch(rule: "demonstrative", content: [pronoun..<(pronoun + 1)], standsForBefore: true)
    }
}
