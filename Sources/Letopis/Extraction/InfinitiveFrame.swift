import LetopisText

// «призвал отменить …»: what is asked for or promised.
extension FrameRules {
    func infinitive(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.infinitive) else { return nil }
        let unit = text.unit(of: cue.head)
        var i = cue.tokens.upperBound
        var limit = cue.head + 14
        while i < min(unit.upperBound, limit), !text.isMark(.comma, i), !text.isMark(.colon, i) {
            if text.isMark(.openBracket, i), let end = bracketEnd(i, before: unit.upperBound) { (i, limit) = (end, limit + end - i) }
            guard i < unit.upperBound else { return nil }
            let token = text.token(i)
            if [.verb, .auxiliary].contains(token.upos), token.feats.verbForm == .infinitive { return infinitive(cue, at: i) }
            if token.upos == .verb, token.feats.verbForm == .finite { return nil }
            i += 1
        }
        return nil
    }

    /// «призвал „пятёрку“ (пять стран совета) собраться»: the place behind a remark in brackets.
    private func bracketEnd(_ open: Int, before end: Int) -> Int? {
        (open..<min(end, open + Self.reach)).first { text.isMark(.closeBracket, $0) }.map { $0 + 1 }
    }

    private func infinitive(_ cue: Cue, at infinitive: Int) -> FrameMatch? {
        let verb = predicate(of: infinitive)
        let told = told(by: cue, before: infinitive)
        let beside = (cue.tokens.upperBound..<infinitive).allSatisfy {
            [.adverb, .particle].contains(text.token($0).upos) || text.token($0).feats.case == .dative || text.isMark(.quotationMark, $0)
                || text.quotationOf[$0] >= 0 && text.quotationOf[$0] != text.quotationOf[cue.head] || told.contains($0)
        }
        let isSubject = text.token(verb).feats.case == .nominative && text.token(verb).upos == .noun
        guard text.head[verb] == cue.head || beside, verb == infinitive || !isSubject else { return nil }
        let start = text.head[verb] == cue.head ? max(min(text.low[verb], infinitive), cue.tokens.upperBound) : infinitive
        var end = turn(after: verb, before: ends.end(ofClauseAt: verb, verb: cue.head))
        if cue.frames.contains(.noun) { end = min(end, text.high[verb] + 1) }
        if let speaker = speaker(cue.head, behind: infinitive) { end = min(end, text.low[speaker]) }
        guard start < end, text.token(infinitive).upos != .auxiliary || end - start > 1 else { return nil }
        return FrameMatch(rule: "infinitive", content: [start..<end])
    }

    /// «Обещал приехать президент»: who speaks, behind what they are to do. As an object the tree has only persons so who are in the nominative.
    private func speaker(_ cue: Int, behind infinitive: Int) -> Int? {
        func isSpeaker(_ i: Int, _ relation: Relation) -> Bool {
            i > infinitive && text.low[i] > infinitive && text.token(i).deprel == relation && text.token(i).feats.case == .nominative
        }
        return text.children(of: cue).first { isSpeaker($0, .nsubj) && [.noun, .properNoun].contains(text.token($0).upos) }
            ?? text.children(of: infinitive).first { isSpeaker($0, .obj) && text.isPersonName($0) }
    }

    /// «призвал быть осторожными»: the predicate that «быть» goes with, or the verb itself.
    private func predicate(of infinitive: Int) -> Int {
        let above = text.head[infinitive]
        return text.token(infinitive).upos == .auxiliary && above > infinitive && above < infinitive + 8 ? above : infinitive
    }

    /// «призвал всех родителей быть осторожными»: those who are spoken to, before what they are to do.
    private func told(by cue: Cue, before infinitive: Int) -> Range<Int> {
        let none = infinitive..<infinitive
        guard cue.frames.contains(.whom),
            let object = text.children(of: cue.head).first(where: {
                $0 >= cue.tokens.upperBound && [.obj, .iobj].contains(text.token($0).deprel)
            }), object < infinitive
        else { return none }
        return text.low[object]..<min(text.high[object] + 1, infinitive)
    }

    /// Where another's action begins: «потребовал выдать его, но министр отказал».
    private func turn(after start: Int, before end: Int) -> Int {
        var i = start + 1
        while i + 1 < end, i < start + 80 {
            if text.isMark(.comma, i), text.token(i + 1).feats.verbForm == .converb, ends.cues.contains(i + 1) { return i }
            if text.isMark(.comma, i), text.token(i + 1).upos == .coordinatingConjunction || text.isA(.adversative, i + 1),
                hasOwnPredicate(i + 2, end)
            {
                return i
            }
            i += 1
        }
        return end
    }

    private func hasOwnPredicate(_ start: Int, _ end: Int) -> Bool {
        var i = start
        while i < end, !text.isMark(.comma, i) {
            if text.token(i).feats.verbForm == .finite || text.token(i).feats.case == .nominative && text.token(i).upos == .noun {
                return true
            }
            i += 1
        }
        return false
    }
}
