import LetopisText

// «заявил о срыве»: what is spoken of, behind a preposition.
extension FrameRules {
    func prepositional(_ cue: Cue, _ entry: CueEntry) -> FrameMatch? {
        guard entry.frames.contains(.theme) || !entry.prepositions.isEmpty else { return nil }
        for head in cue.tokens where text.isWord(head) {
            for child in text.children(of: head) where [.obl, .nmod, .iobj, .obj, .xcomp, .advcl].contains(text.token(child).deprel) {
                guard text.isNominal(child), let preposition = preposition(of: child, entry) else { continue }
                if !cue.tokens.contains(child) { return themed(cue, child, preposition) }
                // «Ответственность за взрыв взяла на себя группа»: between the cue's own words.
                if child < cue.head, text.head[child] < child {
                    return FrameMatch(rule: "prepositional", content: [preposition..<min(cue.head, text.high[child] + 1)])
                }
            }
        }
        return beside(cue)
    }

    /// «об отставке заявил министр»: a theme right before or behind its cue, where the tree hangs it elsewhere.
    private func beside(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.theme) else { return nil }
        let unit = text.unit(of: cue.head)
        if text.isA(.about, cue.tokens.upperBound), cue.tokens.upperBound + 1 < unit.upperBound {
            let noun = (cue.tokens.upperBound + 1..<min(unit.upperBound, cue.tokens.upperBound + 5)).first {
                text.token($0).feats.case == .locative && text.isNominal($0)
            }
            return noun.flatMap { themed(cue, $0, cue.tokens.upperBound) }
        }
        if let about = aboutBehindTold(cue, unit),
            let noun = (about + 1..<min(unit.upperBound, about + 5)).first(where: {
                text.token($0).feats.case == .locative && text.isNominal($0)
            })
        {
            return themed(cue, noun, about)
        }
        let noun = cue.tokens.lowerBound - 1
        guard noun > unit.lowerBound, text.isNominal(noun),
            let preposition = (max(unit.lowerBound, noun - 4)..<noun).last(where: { text.isA(.about, $0) }),
            (preposition..<noun).allSatisfy({ text.punctuation[$0] == .none })
        else { return nil }
        return FrameMatch(rule: "theme", content: [preposition..<(noun + 1)])
    }

    /// «предупредил банк и власти города об аварии»: the preposition behind those who are told, with nothing but them between.
    private func aboutBehindTold(_ cue: Cue, _ unit: Range<Int>) -> Int? {
        var isTold = false
        for i in cue.tokens.upperBound..<max(cue.tokens.upperBound, min(unit.upperBound, cue.head + 14)) {
            if text.isA(.about, i) { return isTold ? i : nil }
            if text.isMark(.quotationMark, i) || text.token(i).upos == .coordinatingConjunction { continue }
            guard text.isWord(i), [.noun, .properNoun, .adjective, .determiner, .x].contains(text.token(i).upos) else { return nil }
            guard text.token(i).upos == .noun else { continue }
            let isBody = lexicon.classes(of: text.lemma(i)).contains(.body)
            if !isTold, !isBody, text.nameOf[i] < 0, text.token(i).feats.animacy != .animate { return nil }
            isTold = true
        }
        return nil
    }

    private func themed(_ cue: Cue, _ noun: Int, _ preposition: Int) -> FrameMatch? {
        if text.isA(.with, preposition), text.token(noun).feats.case == .genitive { return nil }
        if text.isA(.correlative, noun) || text.isA(.relative, noun) && !text.isA(.about, preposition) { return nil }
        let rule = text.isA(.about, preposition) ? "theme" : cue.frames.contains(.object) ? "object" : "prepositional"
        if rule == "prepositional", cue.act != .agree && asks(noun, cue) || isRuling(noun, cue) { return nil }
        var start = preposition
        if let object = object(of: cue.head), object < preposition, object > cue.head, cue.frames.contains(.object) {
            start = text.low[object]
        }
        if noun < cue.head { return FrameMatch(rule: rule, content: [preposition..<min(cue.tokens.lowerBound, text.high[noun] + 1)]) }
        return FrameMatch(rule: rule, content: [min(start, preposition)..<phraseEnd(noun, of: cue.head)])
    }

    /// «обратился в суд с просьбой отменить штраф»: the noun is the cue of what it asks for.
    private func asks(_ noun: Int, _ cue: Cue) -> Bool {
        guard noun > cue.head, ends.cues.contains(noun),
            lexicon.cues(ofLemma: text.lemma(noun)).contains(where: { lexicon.cues[$0].frames.contains([.infinitive, .noun]) })
        else { return false }
        return text.children(of: noun).contains { $0 > noun && text.token($0).feats.verbForm == .infinitive }
    }

    /// «обратился в суд с иском», «подал жалобу на приговор»: a step before a court, not words.
    private func isRuling(_ noun: Int, _ cue: Cue) -> Bool {
        [.ask, .accuse].contains(cue.act) && lexicon.classes(of: text.lemma(noun)).contains(.ruling)
    }

    private func preposition(of noun: Int, _ entry: CueEntry) -> Int? {
        text.children(of: noun).first { text.token($0).deprel == .case && isPreposition($0, of: entry) }
    }

    /// The comma, colon or stop that ends a verb's stretch of words behind a place.
    func segmentEnd(_ start: Int, of verb: Int) -> Int {
        let end = min(ends.end(ofClauseAt: start, verb: verb), start + Self.reach)
        let inside = text.quotationOf[min(start + 1, text.count - 1)]
        var i = start + 1
        while i < end, text.punctuation[i] == .none || text.punctuation[i] == .quotationMark || text.quotationOf[i] == inside && inside >= 0
        { i += 1 }
        while i < end, text.isMark(.comma, i), attributes(i + 1) {
            i += 1
            while i < end, text.punctuation[i] == .none || text.punctuation[i] == .quotationMark { i += 1 }
        }
        return i
    }

    /// The end of an object's words: its subtree, without a tail that another verb's words begin.
    func phraseEnd(_ noun: Int, of verb: Int) -> Int {
        let end = ends.end(ofClauseAt: noun, verb: verb)
        var i = noun + 1
        while i < end,
            text.isWord(i) || text.isMark(.other, i) || text.isMark(.quotationMark, i) || text.isMark(.openBracket, i)
                || text.isMark(.closeBracket, i) || text.isMark(.stop, i) && i + 1 < end || isJoint(i)
        {
            if i > text.high[noun], isCircumstance(i, of: verb) || stops(i) && !isNeeded(i, after: noun) { break }
            i += 1
        }
        while i < end, text.isMark(.comma, i), attributes(i + 1) || isAnotherTheme(i + 1) {
            i += 1
            while i < end,
                text.punctuation[i] == .none || text.isMark(.other, i) || text.isMark(.quotationMark, i) || text.isMark(.openBracket, i)
                    || text.isMark(.closeBracket, i)
            { i += 1 }
        }
        return max(noun + 1, i)
    }

    /// «сожаление в связи с необходимостью вдвое сократить»: an infinitive that a noun of the phrase governs.
    private func isNeeded(_ i: Int, after noun: Int) -> Bool {
        guard text.token(i).feats.verbForm == .infinitive, text.head[i] >= noun, text.head[i] < i else { return false }
        return text.token(text.head[i]).upos == .noun
    }

    /// «, а также о роспуске»: a theme joined to the one before the comma.
    private func isAnotherTheme(_ i: Int) -> Bool {
        let preposition = (i..<min(text.count, i + 3)).first { text.isA(.about, $0) }
        guard let preposition, preposition > i, text.token(i).upos == .coordinatingConjunction else { return false }
        return (i..<preposition).allSatisfy { text.token($0).upos == .coordinatingConjunction || text.isA(.link, $0) }
    }

    /// «3:1»: a colon without space on either side.
    private func isJoint(_ i: Int) -> Bool {
        text.isMark(.colon, i) && i > 0 && i + 1 < text.count && text.token(i - 1).span.end == text.token(i).span.start
            && text.token(i).span.end == text.token(i + 1).span.start
    }

    /// Whether words behind a comma say more of the words before it: a participle, «который», «если».
    func attributes(_ i: Int) -> Bool {
        guard i + 1 < text.count else { return false }
        let next = text.token(i).upos == .adposition ? i + 1 : i
        if text.isA([.relative, .complementizer, .condition], next) { return true }
        return text.token(i).feats.verbForm == .participle && text.token(i).feats[.variant] == 0
    }

    /// A time, a writing or an occasion: words that tell when and where it was said.
    private func isCircumstance(_ i: Int, of verb: Int) -> Bool {
        guard text.token(i).upos == .adposition else { return text.isA(.time, i) }
        let noun = text.head[i]
        guard noun > i, noun < i + 6 else { return false }
        return (i...noun).contains { text.isA([.time, .occasion], $0) } || lexicon.channel(ofLemma: text.lemma(noun)) != nil
    }
}
