import LetopisText

/// What a rule found a cue to say: the content's tokens, and whether they only stand for what was said before.
struct FrameMatch: Sendable {
    /// The rule's name.
    var rule: String
    /// Runs of tokens, not yet trimmed.
    var content: [Range<Int>]
    /// The content is only «этом».
    var standsForBefore = false
    /// The whole content is verbatim though no marks say so: a colon and a new line.
    var verbatim = false
    /// Retold words lead to the verbatim ones.
    var isLed = false
    /// The quotation that is the content, where it is one.
    var quotation: Int?
}

/// The rules for cues that stand in the clause of what is said; the first that says yes decides.
struct FrameRules {
    let text: SpeechText
    let lexicon: SpeechLexicon
    let ends: ClauseEnd
    /// The first tokens of groups that name a source: «ссылаясь на …» is no predicate.
    let groups: Set<Int>
    /// A content begins at most so far behind its cue.
    private static let reach = 40

    /// What a cue says.
    func match(_ cue: Cue) -> FrameMatch? {
        guard case .word(let entry) = cue.entry, !hasFirstPersonSubject(cue.head) else { return nil }
        if entry.act == .deny || entry.act == .confirm, let found = pronoun(cue, entry) ?? object(cue) { return found }
        let found = pronoun(cue, entry) ?? clause(cue) ?? colon(cue) ?? infinitive(cue) ?? prepositional(cue, entry) ?? naming(cue) ?? object(cue)
        let isPassive = text.token(cue.head).feats.isPassive && text.token(cue.head).feats[.variant] == 1
        return isPassive && ["object", "prepositional"].contains(found?.rule ?? "") ? nil : found
    }

    /// «Мы считаем, что …»: words of somebody who is quoted already, or of the reporter.
    private func hasFirstPersonSubject(_ verb: Int) -> Bool {
        text.children(of: verb).contains { text.isA(.firstPerson, $0) && text.token($0).deprel == .nsubj }
    }

    // MARK: об этом сообщил

    private func pronoun(_ cue: Cue, _ entry: CueEntry) -> FrameMatch? {
        let unit = text.unit(of: cue.head)
        if let this = thisItself(cue) { return this }
        let from = max(unit.lowerBound, cue.head - Self.reach)
        for i in from..<min(unit.upperBound, cue.head + 6) where text.isA(.demonstrative, i) {
            guard isTheme(i, of: cue, entry), !text.isMark(.comma, i + 1) || !text.isA(.complementizer, i + 2) else { continue }
            return FrameMatch(rule: "demonstrative", content: [i..<(i + 1)], standsForBefore: true)
        }
        return nil
    }

    /// «Это сообщила мать спортсменки»
    private func thisItself(_ cue: Cue) -> FrameMatch? {
        let i = cue.head - 1
        guard cue.frames.contains(.clause), i >= text.unit(of: cue.head).lowerBound, text.isA(.demonstrative, i), text.head[i] == cue.head,
            !text.isA(.about, i - 1), text.token(i).deprel == .obj || text.token(cue.head).feats.gender != .neuter,
            text.token(cue.head).feats.verbForm == .finite, hasSubject(after: cue.head)
        else { return nil }
        return FrameMatch(rule: "demonstrative", content: [i..<cue.head], standsForBefore: true)
    }

    private func hasSubject(after verb: Int) -> Bool {
        text.children(of: verb).contains { $0 > verb && text.token($0).deprel == .nsubj }
    }

    private func isTheme(_ i: Int, of cue: Cue, _ entry: CueEntry) -> Bool {
        guard isPreposition(i - 1, of: entry), !hasVerb(between: i, and: cue.head) else { return false }
        return text.head[i] == cue.head || text.head[i] < 0 || text.head[i] != i + 1
    }

    private func hasVerb(between a: Int, and b: Int) -> Bool {
        let (first, last) = (min(a, b) + 1, max(a, b))
        return first < last && (first..<last).contains { text.token($0).upos == .verb && text.token($0).feats.verbForm == .finite }
    }

    private func isPreposition(_ i: Int, of entry: CueEntry) -> Bool {
        guard i >= 0 else { return false }
        if entry.frames.contains(.theme), text.isA(.about, i) { return true }
        guard text.token(i).upos == .adposition, !entry.prepositions.isEmpty else { return false }
        return entry.prepositions.contains(folded(text.bytes(i)))
    }

    // MARK: сообщил, что

    private func clause(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.clause), let start = clauseStart(cue) else { return nil }
        let skip = text.isA(.complementizer, start) ? 1 : 0
        let end = ends.end(ofClauseAt: start, verb: cue.head)
        guard start + skip < end else { return nil }
        return FrameMatch(rule: "clause", content: [(start + skip)..<end])
    }

    /// The complementizer that the cue governs: behind the next comma, with nothing but the cue's own words between.
    private func clauseStart(_ cue: Cue) -> Int? {
        let unit = text.unit(of: cue.head)
        var i = cue.tokens.upperBound
        var commas = 0
        while i < min(unit.upperBound, cue.head + Self.reach) {
            if text.isA([.complementizer, .interrogative], i), text.isMark(.comma, i - 1) || text.isMark(.dash, i - 1) || i == cue.head + 1 {
                if text.isA(.purpose, i), cue.frames.contains(.noun) || isGoverned(byNounBefore: i, cue) { return nil }
                if text.isA(.complementizer, i), isGoverned(byNounBefore: i, cue) { return nil }
                if text.isA(.complementizer, i), i > cue.head + 1 || cue.frames.contains(.post), governs(cue.head, i) || !hasObject(cue.head, before: i) {
                    return i
                }
                if !cue.frames.contains(.noun), governs(cue.head, i) || i == cue.tokens.upperBound + 1 { return i }
            }
            if text.isMark(.colon, i) || text.isMark(.semicolon, i) { return nil }
            if text.isMark(.comma, i) { commas += 1 }
            if commas > 0, cue.frames.contains(.noun), text.isWord(i) { return nil }
            if stops(i), !mayPass(i, cue, commas) { return nil }
            i += 1
        }
        return nil
    }

    /// «под предлогом того, что»: the clause belongs to a noun that is not the cue.
    private func isGoverned(byNounBefore i: Int, _ cue: Cue) -> Bool {
        guard text.isMark(.comma, i - 1), text.isA(.correlative, i - 2), i - 3 > cue.head else { return false }
        return text.token(i - 3).upos == .noun && !cue.tokens.contains(i - 3) && text.token(i - 3).feats.case != .dative
            && text.token(i - 2).feats.case == .genitive
    }

    /// «ожидает решения, что задержит сделку»: the clause is the object's.
    private func hasObject(_ verb: Int, before i: Int) -> Bool {
        text.children(of: verb).contains { $0 > verb && $0 < i && text.token($0).deprel == .obj && text.token($0).upos == .noun && text.head[$0] == verb }
            && !text.isA(.correlative, i - 2)
    }

    /// Another predicate: what follows is its business.
    private func stops(_ i: Int) -> Bool {
        if groups.contains(i) { return false }
        let token = text.token(i)
        if token.feats[.variant] == 1 { return token.upos == .verb }
        return token.upos == .verb && token.feats.verbForm != .participle
    }

    /// A verb on the way to «что» is passed over where it belongs to words between commas: «сказал министр, который приехал, что».
    private func mayPass(_ verb: Int, _ cue: Cue, _ commas: Int) -> Bool {
        commas > 0 && [.aclRelcl, .parataxis].contains(text.token(verb).deprel) && text.high[cue.head] > verb
    }

    private func governs(_ head: Int, _ i: Int) -> Bool {
        var at = i
        for _ in 0..<3 {
            at = text.head[at]
            if at == head { return true }
            if at < 0 { return false }
        }
        return false
    }

    // MARK: сказал: «…»

    private func colon(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.quote) else { return nil }
        let unit = text.unit(of: cue.head)
        guard let colon = (cue.tokens.upperBound..<min(unit.upperBound, cue.tokens.upperBound + Self.reach)).first(where: { text.isMark(.colon, $0) || isFinite($0) || text.isMark(.semicolon, $0) }),
            text.isMark(.colon, colon)
        else { return quotationBeside(cue) }
        let next = colon + 1
        guard next < text.count else { return nil }
        if let quotation = quotation(openedAt: next) { return led(cue, colon, quoted(quotation, rule: "colon-quotation")) }
        if !text.breaksLine(before: next) { return inline(next, unit) }
        return led(cue, colon, newLine(next))
    }

    /// «пообещал провести чтения: „…“»: what stands before the colon is said too.
    private func led(_ cue: Cue, _ colon: Int, _ match: FrameMatch?) -> FrameMatch? {
        guard var match, case .word(let entry) = cue.entry, let lead = infinitive(cue) ?? prepositional(cue, entry),
            let last = lead.content.last, last.lowerBound > cue.head, last.lowerBound < colon
        else { return match }
        match.content.insert(last.lowerBound..<min(last.upperBound, colon), at: 0)
        match.isLed = true
        return match
    }

    private func isFinite(_ i: Int) -> Bool { text.token(i).upos == .verb && text.token(i).feats.verbForm == .finite }

    private func inline(_ next: Int, _ unit: Range<Int>) -> FrameMatch? {
        guard unit.contains(next) else { return nil }
        return FrameMatch(rule: "colon", content: [next..<unit.upperBound])
    }

    /// A colon at a line's end: the next line is said, word for word, where it follows at once or begins with a dash.
    private func newLine(_ next: Int) -> FrameMatch? {
        guard text.lineBreaks(before: next) == 1 || text.isMark(.dash, next) else { return nil }
        return FrameMatch(rule: "colon-line", content: [next..<lineEnd(from: next)], verbatim: true)
    }

    /// The token after the last of a line.
    private func lineEnd(from start: Int) -> Int {
        var unit = text.unitOf[start] + 1
        while unit < text.units.count, !text.breaksLine(before: text.units[unit].lowerBound), unit < text.unitOf[start] + 40 { unit += 1 }
        return text.units[unit - 1].upperBound
    }

    private func quotationBeside(_ cue: Cue) -> FrameMatch? {
        guard !cue.frames.contains(.relay) || cue.head + 1 < text.count, text.isMark(.quotationMark, cue.tokens.upperBound),
            !text.children(of: cue.head).contains(where: { text.token($0).deprel == .nsubj && $0 > cue.head }), let quotation = quotation(openedAt: cue.tokens.upperBound) else { return nil }
        guard text.tokens(in: text.quotations[quotation].inner).count > 3 else { return nil }
        return quoted(quotation, rule: "quotation")
    }

    private func quoted(_ quotation: Int, rule: String) -> FrameMatch? {
        let tokens = text.tokens(in: text.quotations[quotation].inner)
        return tokens.isEmpty ? nil : FrameMatch(rule: rule, content: [tokens], quotation: quotation)
    }

    /// The quotation whose opening mark is a token.
    private func quotation(openedAt i: Int) -> Int? {
        guard text.isMark(.quotationMark, i), i + 1 < text.count else { return nil }
        var found = text.quotationOf[i + 1]
        for _ in 0..<4 {
            guard found >= 0 else { return nil }
            if text.quotations[found].outer.start == text.token(i).span.start { return found }
            found = text.quotations[found].parent
        }
        return nil
    }

    // MARK: призвал отменить

    private func infinitive(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.infinitive) else { return nil }
        let unit = text.unit(of: cue.head)
        var i = cue.tokens.upperBound
        while i < min(unit.upperBound, cue.head + 14), !text.isMark(.comma, i), !text.isMark(.colon, i) {
            let token = text.token(i)
            if token.upos == .verb, token.feats.verbForm == .infinitive { return infinitive(cue, at: i) }
            if token.upos == .verb, token.feats.verbForm == .finite { return nil }
            i += 1
        }
        return nil
    }

    private func infinitive(_ cue: Cue, at verb: Int) -> FrameMatch? {
        let beside = (cue.tokens.upperBound..<verb).allSatisfy { [.adverb, .particle].contains(text.token($0).upos) || text.token($0).feats.case == .dative }
        guard text.head[verb] == cue.head || beside else { return nil }
        let start = text.head[verb] == cue.head ? max(text.low[verb], cue.tokens.upperBound) : verb
        let end = turn(after: verb, before: ends.end(ofClauseAt: verb, verb: cue.head))
        return FrameMatch(rule: "infinitive", content: [start..<end])
    }

    /// Where another's action begins: «потребовал выдать его, но министр отказал».
    private func turn(after start: Int, before end: Int) -> Int {
        var i = start + 1
        while i + 1 < end, i < start + 80 {
            if text.isMark(.comma, i), text.token(i + 1).upos == .coordinatingConjunction, hasOwnPredicate(i + 2, end) { return i }
            i += 1
        }
        return end
    }

    private func hasOwnPredicate(_ start: Int, _ end: Int) -> Bool {
        var i = start
        while i < end, !text.isMark(.comma, i) {
            if text.token(i).feats.verbForm == .finite { return true }
            i += 1
        }
        return false
    }

    // MARK: заявил о срыве

    private func prepositional(_ cue: Cue, _ entry: CueEntry) -> FrameMatch? {
        guard entry.frames.contains(.theme) || !entry.prepositions.isEmpty else { return nil }
        for head in cue.tokens where text.isWord(head) {
            for child in text.children(of: head) where [.obl, .nmod, .iobj, .obj, .xcomp, .advcl].contains(text.token(child).deprel) {
                guard text.isNominal(child), !cue.tokens.contains(child), let preposition = preposition(of: child, entry) else { continue }
                return themed(cue, child, preposition)
            }
        }
        return beside(cue)
    }

    /// «об отставке заявил министр»: a theme right before or behind its cue, where the tree hangs it elsewhere.
    private func beside(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.theme) else { return nil }
        let unit = text.unit(of: cue.head)
        if text.isA(.about, cue.tokens.upperBound), cue.tokens.upperBound + 1 < unit.upperBound {
            let noun = (cue.tokens.upperBound + 1..<min(unit.upperBound, cue.tokens.upperBound + 5)).first { text.token($0).feats.case == .locative && text.isNominal($0) }
            return noun.flatMap { themed(cue, $0, cue.tokens.upperBound) }
        }
        let noun = cue.tokens.lowerBound - 1
        guard noun > unit.lowerBound, text.isNominal(noun), let preposition = (max(unit.lowerBound, noun - 4)..<noun).last(where: { text.isA(.about, $0) }),
            (preposition..<noun).allSatisfy({ text.punctuation[$0] == .none })
        else { return nil }
        return FrameMatch(rule: "theme", content: [preposition..<(noun + 1)])
    }

    private func themed(_ cue: Cue, _ noun: Int, _ preposition: Int) -> FrameMatch? {
        if text.isA(.correlative, noun) || text.isA(.relative, noun) && !text.isA(.about, preposition) { return nil }
        let rule = text.isA(.about, preposition) ? "theme" : cue.frames.contains(.object) ? "object" : "prepositional"
        var start = preposition
        if let object = object(of: cue.head), object < preposition, object > cue.head, cue.frames.contains(.object) { start = text.low[object] }
        if noun < cue.head { return FrameMatch(rule: rule, content: [preposition..<min(cue.tokens.lowerBound, text.high[noun] + 1)]) }
        return FrameMatch(rule: rule, content: [min(start, preposition)..<phraseEnd(noun, of: cue.head)])
    }

    private func preposition(of noun: Int, _ entry: CueEntry) -> Int? {
        text.children(of: noun).first { text.token($0).deprel == .case && isPreposition($0, of: entry) }
    }

    /// The comma, colon or stop that ends a verb's stretch of words behind a place.
    private func segmentEnd(_ start: Int, of verb: Int) -> Int {
        let end = min(ends.end(ofClauseAt: start, verb: verb), start + Self.reach)
        let inside = text.quotationOf[min(start + 1, text.count - 1)]
        var i = start + 1
        while i < end, text.punctuation[i] == .none || text.punctuation[i] == .quotationMark || text.quotationOf[i] == inside && inside >= 0 { i += 1 }
        while i < end, text.isMark(.comma, i), attributes(i + 1) {
            i += 1
            while i < end, text.punctuation[i] == .none || text.punctuation[i] == .quotationMark { i += 1 }
        }
        return i
    }

    /// The end of an object's words: its subtree, without a tail that another verb's words begin.
    private func phraseEnd(_ noun: Int, of verb: Int) -> Int {
        let end = ends.end(ofClauseAt: noun, verb: verb)
        var i = noun + 1
        while i < end, text.isWord(i) || text.isMark(.quotationMark, i) || text.isMark(.openBracket, i) || text.isMark(.closeBracket, i) {
            if i > text.high[noun], isCircumstance(i, of: verb) || stops(i) { break }
            i += 1
        }
        while i < end, text.isMark(.comma, i), attributes(i + 1) {
            i += 1
            while i < end, text.punctuation[i] == .none || text.isMark(.quotationMark, i) || text.isMark(.openBracket, i) || text.isMark(.closeBracket, i) { i += 1 }
        }
        return max(noun + 1, i)
    }

    /// Whether words behind a comma say more of the words before it: a participle, «который», «если».
    private func attributes(_ i: Int) -> Bool {
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
        return (i...noun).contains { text.isA([.time, .occasion], $0) } || lexicon.channel(ofLemma: folded(text.lemma(noun))[...]) != nil
    }

    // MARK: назвал «ошибкой»

    private func naming(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.naming) else { return nil }
        let unit = text.unit(of: cue.head)
        let end = min(unit.upperBound, cue.head + Self.reach)
        guard let mark = (cue.head..<end).first(where: { text.isMark(.quotationMark, $0) || text.isMark(.comma, $0) }),
            text.isMark(.quotationMark, mark), let quotation = quotation(openedAt: mark)
        else { return nil }
        let last = max(segmentEnd(mark, of: cue.head), text.firstToken(at: text.quotations[quotation].outer.end))
        let about = text.children(of: cue.head).first { [.obj, .nsubjPass].contains(text.token($0).deprel) && $0 < mark && !text.isA([.relative, .complementizer], $0) }
        guard let about else { return FrameMatch(rule: "naming", content: [(cue.head + 1)..<last]) }
        if about > cue.head { return FrameMatch(rule: "naming", content: [text.low[about]..<last]) }
        return FrameMatch(rule: "naming", content: [text.low[about]..<min(cue.head, text.high[about] + 1), mark..<last])
    }

    // MARK: опроверг сообщения

    private func object(_ cue: Cue) -> FrameMatch? {
        if let instrument = instrument(cue) { return instrument }
        guard cue.frames.contains(.object), text.token(cue.head).feats.verbForm != .converb || cue.act != .say,
            let object = object(of: cue.head), text.token(object).upos != .pronoun, isSayable(object, cue.act)
        else { return nil }
        if object > cue.head {
            return FrameMatch(rule: "object", content: [max(text.low[object], cue.head + 1)..<phraseEnd(object, of: cue.head)])
        }
        return FrameMatch(rule: "object", content: [text.low[object]..<min(cue.tokens.lowerBound, text.high[object] + 1)])
    }

    /// What is said is no person, unless it is a person who is praised or accused.
    private func isSayable(_ object: Int, _ act: Act) -> Bool {
        [.praise, .accuse].contains(act) || text.token(object).feats.animacy != .animate && text.nameOf[object] < 0 || text.token(object).upos == .noun && text.token(object).feats.animacy != .animate
    }

    /// «объяснил отказ нехваткой денег», «пригрозил отставкой».
    private func instrument(_ cue: Cue) -> FrameMatch? {
        guard cue.frames.contains(.instrumental) else { return nil }
        let found = text.children(of: cue.head).first { child in
            child > cue.head && text.token(child).feats.case == .instrumental && [.noun, .adjective].contains(text.token(child).upos)
                && !text.children(of: child).contains { text.token($0).deprel == .case }
        }
        guard let found else { return nil }
        let end = ends.end(ofClauseAt: found, verb: cue.head)
        let tail = max(phraseEnd(found, of: cue.head), text.isMark(.comma, text.high[found] + 1) ? text.high[found] + 1 : min(end, text.high[found] + 1))
        guard let object = object(of: cue.head) else {
            if cue.frames.contains(.clause), cue.act == .opine { return nil }
            return FrameMatch(rule: "object", content: [text.low[found]..<tail])
        }
        if object > cue.head { return FrameMatch(rule: "object", content: [min(text.low[object], text.low[found])..<tail]) }
        return FrameMatch(rule: "object", content: [text.low[object]..<min(cue.head, text.high[object] + 1), text.low[found]..<tail])
    }

    private func object(of verb: Int) -> Int? {
        text.children(of: verb).first { text.token($0).deprel == .obj && !text.isA(.relative, $0) && text.token($0).feats.case != .nominative }
    }
}
