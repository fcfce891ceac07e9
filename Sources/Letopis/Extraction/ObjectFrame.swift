import LetopisText

// «назвал „ошибкой“», «опроверг сообщения»: what is said of an object, or the object itself.
extension FrameRules {
    func naming(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.naming) else { return nil }
        let unit = text.unit(of: cue.head)
        let end = min(unit.upperBound, cue.head + Self.reach)
        guard let mark = (cue.head..<end).first(where: { [.quotationMark, .comma, .colon].contains(text.punctuation[$0]) }),
            text.isMark(.quotationMark, mark), let quotation = quotation(openedAt: mark)
        else { return nil }
        guard !isNamed(by: mark, behind: cue.head), !isUsage(cue.head) else { return nil }
        let last = max(segmentEnd(mark, of: cue.head), text.firstToken(at: text.quotations[quotation].outer.end))
        let about = text.children(of: cue.head).first {
            [.obj, .nsubjPass].contains(text.token($0).deprel) && $0 < mark && !text.isA([.relative, .complementizer], $0)
        }
        guard let about else { return FrameMatch(rule: "naming", content: [(cue.head + 1)..<last]) }
        if about > cue.head { return FrameMatch(rule: "naming", content: [text.low[about]..<last]) }
        return FrameMatch(rule: "naming", content: [text.low[about]..<min(cue.head, text.high[about] + 1), mark..<last])
    }

    /// «объявил операцию „Волна“»: a quotation with a capital right behind a noun is the noun's name, not what it is called.
    private func isNamed(by mark: Int, behind verb: Int) -> Bool {
        guard mark - 1 > verb, mark + 1 < text.count, Verbatim.isCapital(text.bytes(mark + 1)) else { return false }
        return text.token(mark - 1).upos == .noun && text.head[mark - 1] == verb && text.token(mark - 1).feats.case != .instrumental
    }

    /// «звёзды, которые часто называют „карликами“»: what everybody calls something is nobody's word.
    private func isUsage(_ verb: Int) -> Bool {
        let unit = text.unit(of: verb)
        guard text.token(verb).feats.number == .plural, text.token(verb).feats.tense != .past,
            let relative = (max(unit.lowerBound, verb - 4)..<verb).last(where: { text.isA(.relative, $0) }),
            text.token(relative).feats.case != .nominative || text.token(relative).deprel == .obj
        else { return false }
        return !text.children(of: verb).contains { text.token($0).deprel == .nsubj && $0 != relative }
    }

    /// «оценил итоги как приемлемые», «уход расценили как бегство».
    func comparison(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.naming) else { return nil }
        if let found = likenessBehindComma(cue) { return found }
        let likenesses = [cue.head, object(of: cue.head)].compactMap { $0 }.flatMap { text.children(of: $0).prefix(FrameRules.reach) }
        for likeness in likenesses where likeness > cue.head {
            guard let how = text.children(of: likeness).first(where: { text.isA(.how, $0) && $0 > cue.head && $0 < likeness }),
                text.token(likeness).feats.verbForm != .finite, text.low[likeness] == how
            else { continue }
            let last = phraseEnd(likeness, of: cue.head)
            guard let about = object(of: cue.head) else { return nil }
            if about > cue.head { return FrameMatch(rule: "naming", content: [min(text.low[about], how)..<last]) }
            return FrameMatch(rule: "naming", content: [text.low[about]..<min(cue.head, text.high[about] + 1), how..<last])
        }
        return nil
    }

    /// «оценил итоги, разочаровавшие всех, как приемлемые»
    private func likenessBehindComma(_ cue: Cue) -> FrameMatch? {
        guard let about = object(of: cue.head), about > cue.head else { return nil }
        let end = min(text.unit(of: cue.head).upperBound, about + 20)
        guard let how = (about..<max(about, end)).first(where: { text.isA(.how, $0) || isFinite($0) }), text.isA(.how, how),
            text.isMark(.comma, how - 1),
            let last = (how..<max(how, min(end, how + 8))).first(where: { !text.isWord($0) || isFinite($0) }), !isFinite(last)
        else { return nil }
        return FrameMatch(rule: "naming", content: [text.low[about]..<last])
    }

    // MARK: опроверг сообщения

    func object(_ cue: Cue) -> FrameMatch? {
        if let found = instrument(cue) ?? passive(cue) { return found }
        guard !cue.frames.isDisjoint(with: [.object, .fault]), text.token(cue.head).feats.verbForm != .converb || cue.act != .say,
            let object = object(of: cue.head) ?? objectBehindFor(cue), isFault(object, cue), text.token(object).upos != .pronoun,
            isSayable(object, cue.act), !isFeast(object)
        else { return nil }
        if object > cue.head {
            var start = max(text.low[object], cue.head + 1)
            if text.head[object] > cue.head, text.head[object] < object { start = max(start, text.head[object] + 1) }
            while start - 1 > cue.head, text.token(start - 1).upos == .numeral { start -= 1 }
            let end = phraseEnd(object, of: cue.head)
            return FrameMatch(rule: "object", content: [start..<(presented(behind: end) ?? end)])
        }
        return FrameMatch(rule: "object", content: [text.low[object]..<min(cue.tokens.lowerBound, text.high[object] + 1)])
    }

    /// Whether a verb has a subject that agrees with it and is not this noun.
    private func hasSubject(_ verb: Int, besides noun: Int) -> Bool {
        text.children(of: verb).contains {
            $0 != noun && text.token($0).deprel == .nsubj && text.token($0).feats.case == .nominative
                && !text.token($0).feats.clash(on: .number, with: text.token(verb).feats)
        }
    }

    /// «выражена озабоченность», «в письме подчёркивается важность встречи»: the subject of a passive is what is said.
    private func passive(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.passive), text.token(cue.head).feats[.variant] == 1 || cue.frames.contains(.hidden),
            let noun = text.children(of: cue.head).first(where: { [.nsubj, .nsubjPass].contains(text.token($0).deprel) }),
            text.token(noun).upos == .noun, text.token(noun).feats.animacy != .animate, text.nameOf[noun] < 0
        else { return nil }
        if noun > cue.head { return FrameMatch(rule: "passive", content: [text.low[noun]..<phraseEnd(noun, of: cue.head)]) }
        return FrameMatch(rule: "passive", content: [text.low[noun]..<min(cue.tokens.lowerBound, text.high[noun] + 1)])
    }

    /// «признал вину», not «признал страну»: where the lexicon says so, only a fault can be the object.
    private func isFault(_ object: Int, _ cue: Cue) -> Bool {
        !cue.frames.contains(.fault) || lexicon.classes(of: text.lemma(object)).contains(.fault)
    }

    /// «требуют для подсудимого пожизненного срока»: the object right behind the one for whom it is asked.
    private func objectBehindFor(_ cue: Cue) -> Int? {
        let unit = text.unit(of: cue.head), preposition = cue.head + 1
        guard [.ask, .demand].contains(cue.act), preposition < unit.upperBound, text.token(preposition).upos == .adposition,
            text.isA(.with, preposition)
        else { return nil }
        let whom = text.head[preposition]
        guard whom > preposition, whom < preposition + 6, unit.contains(whom + 1) else { return nil }
        let noun = (whom + 1..<min(unit.upperBound, whom + 6)).first { ![.adjective, .determiner, .numeral].contains(text.token($0).upos) }
        guard let noun, text.token(noun).upos == .noun, text.token(noun).feats.animacy != .animate,
            text.head[noun] == whom || text.head[noun] == cue.head,
            [.genitive, .accusative].contains(text.token(noun).feats.case),
            (whom + 1..<noun).contains(where: { text.head[$0] == noun })
        else { return nil }
        return noun
    }

    /// «пояснил цель работы — „понять, что нужно городу“»: the end of a quotation that presents the object behind a dash.
    private func presented(behind dash: Int) -> Int? {
        guard text.isMark(.dash, dash), text.isMark(.quotationMark, dash + 1), let quotation = quotation(openedAt: dash + 1) else {
            return nil
        }
        let outer = text.quotations[quotation].outer, end = text.firstToken(at: outer.end)
        return text.quotations[quotation].closed && end <= text.unit(of: dash).upperBound ? end : nil
    }

    /// What is said is no person, unless it is a person who is praised or accused.
    private func isSayable(_ object: Int, _ act: Act) -> Bool {
        [.praise, .accuse].contains(act) || text.token(object).feats.animacy != .animate && text.nameOf[object] < 0
            || text.token(object).upos == .noun && text.token(object).feats.animacy != .animate
    }

    /// «отметил юбилей», «отметил 45-летие»: a day that is kept, not words.
    private func isFeast(_ object: Int) -> Bool {
        let last = text.lemma(object).split(separator: 0x2D).last ?? []
        return lexicon.classes(of: last).contains(.feast)
    }

    /// «Причиной пожара эксперт назвал искру»: what the object is called stands before it.
    private func reversed(_ cue: Cue) -> FrameMatch? {
        guard text.token(cue.head).feats.verbForm == .finite, !text.token(cue.head).feats.isPassive,
            let object = object(of: cue.head) ?? accusative(behind: cue.head), object > cue.head, text.token(object).upos != .pronoun,
            let called = text.children(of: cue.head).first(where: { child in
                child < cue.head && text.token(child).feats.case == .instrumental && text.token(child).upos == .noun
                    && !text.children(of: child).contains { text.token($0).deprel == .case }
            }),
            text.high[called] < cue.head
        else { return nil }
        return FrameMatch(
            rule: "naming", content: [text.low[called]..<(text.high[called] + 1), text.low[object]..<phraseEnd(object, of: cue.head)])
    }

    private func accusative(behind verb: Int) -> Int? {
        text.children(of: verb).first { $0 > verb && text.token($0).upos == .noun && text.token($0).feats.case == .accusative }
    }

    /// «объяснил отказ нехваткой денег», «пригрозил отставкой».
    private func instrument(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.instrumental) || cue.frames.contains(.news) else { return nil }
        let found = text.children(of: cue.head).first { child in
            child > cue.head && (cue.frames.contains(.instrumental) || lexicon.classes(of: text.lemma(child)).contains(.news))
                && text.token(child).feats.case == .instrumental
                && ([.noun, .adjective, .numeral].contains(text.token(child).upos) || text.token(child).feats.verbForm == .participle)
                && !text.children(of: child).contains { text.token($0).deprel == .case }
        }
        guard let found else { return cue.frames.contains(.naming) ? reversed(cue) : nil }
        if let judged = judged(found, cue) { return judged }
        let end = ends.end(ofClauseAt: found, verb: cue.head)
        let tail = max(
            phraseEnd(found, of: cue.head),
            text.isMark(.comma, text.high[found] + 1) ? text.high[found] + 1 : min(end, text.high[found] + 1))
        guard let object = object(of: cue.head), !cue.tokens.contains(object) else {
            if isOfRelative(cue.head) { return FrameMatch(rule: "object", content: [text.low[found]..<tail]) }
            if cue.frames.contains(.naming) || cue.frames.contains(.clause) && cue.act == .opine { return nil }
            return FrameMatch(rule: "object", content: [text.low[found]..<tail])
        }
        if object > cue.head { return FrameMatch(rule: "object", content: [min(text.low[object], text.low[found])..<tail]) }
        return FrameMatch(rule: "object", content: [text.low[object]..<min(cue.head, text.high[object] + 1), text.low[found]..<tail])
    }

    /// «считает нужным открыть архив»: what is judged is something to do.
    private func judged(_ found: Int, _ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.naming), text.token(found).upos == .adjective, found + 1 < text.unit(of: cue.head).upperBound,
            text.token(found + 1).feats.verbForm == .infinitive, text.token(found + 1).upos == .verb
        else { return nil }
        return FrameMatch(rule: "naming", content: [text.low[found]..<ends.end(ofClauseAt: found, verb: cue.head)])
    }

    /// «дом, который эксперт считает памятником»: what is said is of the noun before the relative clause.
    private func isOfRelative(_ verb: Int) -> Bool {
        text.token(verb).feats.verbForm == .finite
            && lexicon.cues(ofLemma: text.lemma(verb)).contains { lexicon.cues[$0].frames.contains(.clause) }
            && text.children(of: verb).contains { $0 < verb && text.isA(.relative, $0) && text.token($0).deprel == .obj }
            && text.children(of: verb).contains { text.token($0).deprel == .nsubj && !text.isA(.relative, $0) }
    }

    func object(of verb: Int) -> Int? {
        let children = text.children(of: verb)
        return children.first {
            text.token($0).deprel == .obj && !text.isA(.relative, $0) && text.token($0).feats.case != .nominative
        } ?? children.first { isObjectByForm($0, of: verb) }
    }

    /// «Сообщение опровергли в банке», «Арест осудили союзы»: a noun whose nominative is its accusative and that does not agree with the verb.
    private func isObjectByForm(_ i: Int, of verb: Int) -> Bool {
        let noun = text.token(i).feats, said = text.token(verb).feats
        guard [.nsubj, .obj].contains(text.token(i).deprel), text.token(i).upos == .noun, noun.animacy != .animate, text.nameOf[i] < 0,
            said.verbForm == .finite, noun.case == .nominative || noun.case == .accusative,
            (min(i, verb)..<max(i, verb)).allSatisfy({ text.punctuation[$0] == .none || text.isMark(.quotationMark, $0) })
        else { return false }
        if text.token(i).deprel == .obj, hasSubject(verb, besides: i) { return true }
        return noun.clash(on: .number, with: said) || noun.clash(on: .gender, with: said)
    }
}
