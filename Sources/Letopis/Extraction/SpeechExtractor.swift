import LetopisText

/// Finds who said what in an analysed article. Immutable; one is enough for all tasks.
///
/// «Мы готовы», — сказал министр. По его словам, договор подпишут в мае.
struct SpeechExtractor: Sendable {
    /// The cues and markers it knows.
    let lexicon: SpeechLexicon

    /// An extractor of a language's lexicon.
    init(lexicon: SpeechLexicon) { self.lexicon = lexicon }

    /// An article as the rules look at it: made once, for all questions to it.
    func text(_ analysis: Analysis) -> SpeechText { SpeechText(analysis, lexicon: lexicon) }

    /// All statements, in text order. Time is linear in the article.
    func facts(in text: SpeechText) -> [SpeechFact] {
        var reading = SpeechReading(text, lexicon: lexicon)
        return reading.facts()
    }

    /// The reporter's turns to what came before, in text order.
    func recalls(in text: SpeechText) -> [RecallFact] { MarkerFinder(text: text, lexicon: lexicon).recalls() }

    /// Lines that point at other articles, in text order.
    func seeAlso(in text: SpeechText) -> [SeeAlsoFact] { MarkerFinder(text: text, lexicon: lexicon).seeAlso() }
}

extension SpeechExtractor {
    func facts(in analysis: Analysis) -> [SpeechFact] { facts(in: text(analysis)) }
    func recalls(in analysis: Analysis) -> [RecallFact] { recalls(in: text(analysis)) }
    func seeAlso(in analysis: Analysis) -> [SeeAlsoFact] { seeAlso(in: text(analysis)) }
}

/// One pass over one article: cues, attributions, frames, headlines, and what binds the statements together.
struct SpeechReading {
    private let text: SpeechText
    private let lexicon: SpeechLexicon
    private let cues: [Cue]
    private let sources: SourceFinder
    private let edges: ContentEdges
    private let verbatim: Verbatim
    private let skipped: [Bool]
    private var drafts: [Draft] = []
    private var taken: Set<Int> = []
    private var clauses: Set<Int> = []
    /// Units that only point at what was said before: «Об этом он написал в блоге».
    private var pointing: Set<Int> = []
    private var references: [Int: Attribution] = [:]
    /// What became of each cue, for `letopis explain`; nil while reading.
    var trace: SpeechTrace?

    /// A statement in the making.
    struct Draft {
        var fact: SpeechFact
        /// The cue's head, or the token of the mark that is the cue.
        var cue: Int
        /// The tokens of the attribution, where it is one.
        var attribution: Range<Int>?
        /// An outlet that may only be passing on.
        var mayRelay = false
        /// The token after the content's last.
        var end: Int
    }

    init(_ text: SpeechText, lexicon: SpeechLexicon) {
        self.text = text
        self.lexicon = lexicon
        cues = CueFinder(text: text, lexicon: lexicon).cues()
        sources = SourceFinder(text: text, lexicon: lexicon)
        edges = ContentEdges(text: text)
        verbatim = Verbatim(text)
        skipped = MarkerFinder(text: text, lexicon: lexicon).skipped()
    }

    /// The statements, in text order.
    mutating func facts() -> [SpeechFact] {
        let heads = Set(cues.map(\.head))
        let finder = AttributionFinder(text: text, sources: sources, heads: heads)
        let (attributions, referring) = finder.attributions(of: cues)
        references = referring
        let places = AttributionPlaces(attributions.values, count: text.count)
        let words = AttributedWordsFinder(text: text, places: places)
        let rules = FrameRules(
            text: text, lexicon: lexicon, ends: ClauseEnd(text: text, cues: heads),
            groups: Set(cues.filter { $0.frames.isEmpty }.map(\.tokens.lowerBound)))
        var attributes: Set<Int> = []
        for i in cues.indices where !skipped[cues[i].head] {
            if let attribution = attributions[i], add(attribution, words) { attributes.insert(i) }
        }
        trace?.begin(cues, attributions, references, rules)
        for (i, cue) in cues.enumerated() where !skipped[cue.head] && !attributes.contains(i) {
            let lack = add(cue, rules.match(cue), places)
            trace?.lacks[cue.head] = lack
        }
        drafts += HeadlineRule(text: text, sources: sources, edges: edges).drafts(skipping: skipped)
        drafts.sort { ($0.fact.cue, $0.fact.content[0]) < ($1.fact.cue, $1.fact.content[0]) }
        trace?.drafts = drafts
        return StatementBinder(text: text, lexicon: lexicon, edges: edges, verbatim: verbatim, places: places, sources: sources).bind(
            drafts)
    }

    private mutating func add(_ attribution: Attribution, _ finder: AttributedWordsFinder) -> Bool {
        guard let found = finder.words(of: attribution), !found.content.contains(where: { skipped[$0.lowerBound] }) else { return false }
        let content = found.content.compactMap(edges.trimmed)
        guard let cue = text.span(attribution.cue.tokens), let last = found.content.last, !content.isEmpty else { return false }
        let own = found.rule == "after-clause" && speaks(found.content)
        var fact = SpeechFact(
            rule: found.rule, kind: found.verbatim || own ? .direct : verbatim.kind(of: content, cue: attribution.cue.head), cue: cue,
            content: content)
        fact.lexiconEntry = attribution.cue.name
        (fact.source, fact.hidden, fact.act, fact.relays) = (
            attribution.source, attribution.hidden, attribution.cue.act, attribution.relays
        )
        var draft = Draft(
            fact: fact, cue: attribution.cue.head, attribution: attribution.tokens, end: max(last.upperBound, attribution.tokens.upperBound)
        )
        draft.mayRelay = attribution.cue.frames.contains(.relay) && isOutlet(attribution.source)
        drafts.append(draft)
        if let quotation = found.quotation { taken.insert(quotation) }
        return true
    }

    /// «Я не согласен, подчеркнул министр»: the first person shows that the words are the speaker's own.
    private func speaks(_ content: [Range<Int>]) -> Bool {
        content.contains { $0.prefix(60).contains { text.isA(.firstPerson, $0) || text.token($0).feats.person == 1 } }
    }

    /// Adds the statement that a rule found; gives what it lacked where it is none.
    private mutating func add(_ cue: Cue, _ match: FrameMatch?, _ places: AttributionPlaces) -> CueLack? {
        guard let match else { return .frame }
        // «Ответственность за взрыв взяла группа»: what is said stands between the cue's words.
        let isAround = match.content.contains { $0.overlaps(cue.tokens) && $0.lowerBound < cue.head }
        guard let span = text.span(isAround ? cue.head..<(cue.head + 1) : cue.tokens) else { return .frame }
        guard match.quotation.map({ !taken.contains($0) }) ?? true else { return .quotationTaken }
        let content = match.content.map { withoutTail($0, places) }.compactMap(edges.trimmed)
        guard let last = match.content.last, !content.isEmpty else { return .content }
        if text.isA(.complementizer, last.lowerBound - 1), !clauses.insert(last.lowerBound).inserted { return .clauseTaken }
        let answer = unnamed(isAround ? behind(cue) : sources.source(of: cue), match, cue)
        guard answer.mention != nil || answer.hidden else { return .source }
        guard isSaid(match, answer, cue) else { return .mute }
        var fact = SpeechFact(
            rule: match.rule, kind: match.isLed ? .mixed : match.verbatim ? .direct : verbatim.kind(of: content, cue: cue.head), cue: span,
            content: content)
        fact.lexiconEntry = cue.name
        (fact.source, fact.hidden, fact.act) = (answer.mention, answer.hidden, cue.act)
        if let reference = reference(for: cue, of: answer.mention, before: last.lowerBound),
            let relay = answer.mention.flatMap(sources.relay)
        {
            fact.source = reference.source
            fact.relays = [relay]
        }
        if match.standsForBefore || isSuch(match) {
            fact.antecedent = antecedent(of: cue.head, from: min(cue.head, match.content[0].lowerBound))
            if match.standsForBefore { pointing.insert(text.unitOf[cue.head]) }
        }
        var draft = Draft(fact: fact, cue: cue.head, end: last.upperBound)
        draft.mayRelay = match.rule == "demonstrative" && cue.frames.contains(.relay) && isOutlet(answer.mention)
        drafts.append(draft)
        if let quotation = match.quotation { taken.insert(quotation) }
        return nil
    }

    /// «Ответственность за взрыв взял на себя отряд»: whoever can talk and ends the clause.
    private func behind(_ cue: Cue) -> SourceFinder.Answer {
        let unit = text.unit(of: cue.head)
        let words = (cue.head + 1..<max(cue.head + 1, min(unit.upperBound, cue.head + 12))).prefix {
            text.isWord($0) || text.isMark(.quotationMark, $0)
        }
        let subject = words.first { i in
            let form = text.token(i).feats.case
            return [.noun, .properNoun, .x].contains(text.token(i).upos) && (form == nil || form == .nominative || form == .accusative)
                && text.token(i - 1).upos != .adposition
        }
        let mention = (subject ?? sources.subject(of: cue.head)).map(sources.mention)
        return SourceFinder.Answer(mention: mention.flatMap { sources.canTell($0) ? $0 : nil })
    }

    /// «На заседании было заявлено о росте», «его обвиняют в растрате»: a place that cannot talk, or one that is what is said, names no source.
    private func unnamed(_ answer: SourceFinder.Answer, _ match: FrameMatch, _ cue: Cue) -> SourceFinder.Answer {
        guard let source = answer.mention, source.form == .nounPhrase, source.head != cue.head else { return answer }
        let feats = text.token(cue.head).feats
        let isPlace = text.children(of: source.head).contains { $0 < source.head && text.isA(.inside, $0) }
        guard isPlace, !sources.canTell(source) || text.isA(.occasion, source.head) else { return answer }
        let isSaid = feats.number == .plural && feats.verbForm == .finite && match.content.contains { $0.contains(source.head) }
        let isHidden = feats.isPassive || cue.frames.contains(.hidden) && !cue.frames.contains(.place)
        return isSaid || isHidden ? SourceFinder.Answer(hidden: true) : answer
    }

    /// «такое мнение», «о таком решении»: content that stands for what was said before.
    private func isSuch(_ match: FrameMatch) -> Bool {
        guard let first = match.content.first?.lowerBound else { return false }
        switch match.rule {
        case "object": return text.isA(.suchlike, first)
        case "prepositional": return text.isA(.suchlike, first) || text.isA(.suchlike, first + 1)
        default: return false
        }
    }

    /// Whether a source is called by a name or as an outlet, not as an office.
    private func isOutlet(_ source: SourceMention?) -> Bool {
        guard let source, source.form == .nounPhrase || source.form == .quotedName else { return false }
        if text.isA(.outlet, source.head) || source.form == .quotedName || isQuoted(source.tokens) { return true }
        guard text.token(source.head).upos != .noun || Verbatim.isCapital(text.bytes(source.head)) else { return false }
        let name = text.nameOf[source.head]
        return name < 0 || text.analysis.names[name].kind != .person
    }

    /// Whether words stand in quotation marks of their own.
    private func isQuoted(_ tokens: Range<Int>) -> Bool {
        text.isMark(.quotationMark, tokens.lowerBound - 1) && text.isMark(.quotationMark, tokens.upperBound)
    }

    /// Whether a rule's match is speech with this source: themes and objects need somebody who can talk.
    private func isSaid(_ match: FrameMatch, _ answer: SourceFinder.Answer, _ cue: Cue) -> Bool {
        guard ["object", "prepositional", "infinitive", "theme", "naming", "genitive"].contains(match.rule) else {
            if match.rule == "passive", cue.frames.contains(.hidden) { return answer.mention.map(isWriting) ?? false }
            return match.rule != "clause" || !isUttered(answer.mention, by: cue)
        }
        if text.token(cue.head).feats.verbForm == .converb {
            if match.rule == "theme", text.token(cue.head).feats[.aspect] == 1 { return false }
            if answer.mention?.form == .zero { return match.rule == "theme" }
        }
        if answer.hidden, cue.act == .accuse, !cue.frames.contains(.noun), text.token(cue.head).feats.number == .plural,
            text.token(cue.head).feats.verbForm == .finite, !match.content.contains(where: { $0.contains(cue.head) })
        {
            let isBlamed = text.children(of: cue.head).contains { child in
                [.iobj, .obl].contains(text.token(child).deprel) && text.token(child).feats.case == .dative
                    && !text.children(of: child).contains { text.token($0).deprel == .case }
            }
            return match.rule == "object"
                && (isBlamed && !cue.frames.contains(.clause)
                    || text.token(cue.head).feats.tense == .past
                        && match.content.contains { tokens in
                            tokens.contains {
                                text.token($0).upos == .adposition && text.head[text.head[$0] < 0 ? $0 : text.head[$0]] == cue.head
                            }
                        })
        }
        if answer.hidden, cue.frames.contains(.noun) { return match.rule == "infinitive" || match.rule == "genitive" }
        if answer.hidden {
            return match.rule == "theme" && (cue.frames.contains(.hidden) || text.token(cue.head).feats.isPassive) || match.rule == "naming"
        }
        if match.rule == "theme" { return answer.mention.map(sources.canTell) ?? true }
        if cue.frames.contains(.hidden) { return answer.mention.map(isWriting) ?? false || canTalk(answer.mention) }
        return match.rule == "naming" || canTalk(answer.mention)
    }

    /// Whether a source is a writing or a body that says something in writing: «в письме подчёркивается», not «в городе отмечается».
    private func isWriting(_ source: SourceMention) -> Bool {
        let lemma = text.lemma(source.head)
        return lexicon.channel(ofLemma: lemma) != nil || !lexicon.classes(of: lemma).isDisjoint(with: [.writing, .carrier, .body])
    }

    /// «Высказываются предположения, что …»: the subject is what is said, not who says it.
    private func isUttered(_ source: SourceMention?, by cue: Cue) -> Bool {
        guard let source, source.form == .nounPhrase, text.head[source.head] == cue.head, text.token(source.head).deprel == .nsubj,
            lexicon.channel(ofLemma: text.lemma(source.head)) == nil,
            !lexicon.classes(of: text.lemma(source.head)).isSuperset(of: [.body, .deed])
        else { return false }
        return lexicon.cues(ofLemma: text.lemma(source.head)).contains { lexicon.cues[$0].frames.contains(.noun) }
    }

    /// Whether a source is a person, a body, a name or a pronoun: «дом требует ремонта» says nothing.
    private func canTalk(_ source: SourceMention?) -> Bool {
        guard let source, source.form == .nounPhrase else { return true }
        let token = text.token(source.head)
        if token.upos != .noun || token.feats.animacy == .animate || text.nameOf[source.head] >= 0 { return true }
        let classes = lexicon.classes(of: text.lemma(source.head))
        let isDeed = classes.contains(.deed) && source.tokens.upperBound > source.head + 1
        return classes.contains(.body) && !isDeed
    }

    /// «пишет со ссылкой на посла, что …»: whom the words between a cue and its content refer to.
    private func reference(for cue: Cue, of source: SourceMention?, before content: Int) -> Attribution? {
        guard cue.frames.contains(.relay) || isOutlet(source) else { return nil }
        let unit = text.unit(of: cue.head), end = content > cue.head ? content : unit.upperBound
        return (max(unit.lowerBound, cue.head - 10)..<max(cue.head, min(end, cue.head + 12))).lazy.compactMap { references[$0] }
            .first
    }

    /// Without an attribution that ends the content's sentence: «…, что мост закрыт, передаёт агентство».
    private func withoutTail(_ content: Range<Int>, _ places: AttributionPlaces) -> Range<Int> {
        // «сказал, что мост закрыт, но, по его словам, ненадолго»
        let group = places.nextClosed(from: content.lowerBound + 1)
        if group < content.upperBound, text.isMark(.comma, group - 1), text.isMark(.comma, group - 3),
            text.token(group - 2).upos == .coordinatingConjunction,
            (group..<min(group + 3, text.count)).contains(where: { text.isA(.thirdPerson, $0) })
        {
            return content.lowerBound..<(group - 3)
        }
        let start = places.nextPosted(from: content.lowerBound + 1)
        guard start < content.upperBound, places.end(from: start) >= content.upperBound - 2 else { return content }
        return content.lowerBound..<start
    }

    /// The sentence before the one that holds a token, where it stands in the same text.
    private func antecedent(of i: Int, from start: Int) -> [SourceSpan] {
        if let clause = clause(before: start) { return [clause] }
        var unit = text.unitOf[i] - 1
        for _ in 0..<2 where unit > 0 && pointing.contains(unit) { unit -= 1 }
        guard unit >= 0 else { return [] }
        return edges.trimmed(text.units[unit]).map { [$0] } ?? []
    }

    /// «Мост закрыт, об этом сообщил мэр»: the words before the comma, where they are a sentence.
    private func clause(before start: Int) -> SourceSpan? {
        let unit = text.unit(of: start)
        let comma = text.isMark(.comma, start - 1) || text.isMark(.dash, start - 1) ? start - 1 : start - 2
        guard comma > unit.lowerBound, text.isMark(.comma, comma) || text.isMark(.dash, comma) || text.isMark(.semicolon, comma) else {
            return nil
        }
        let before = unit.lowerBound..<comma
        let isSentence = before.suffix(60).contains(where: text.isPredicate)
        guard isSentence, !before.prefix(2).contains(where: { text.isA(.how, $0) }) else { return nil }
        return edges.trimmed(before)
    }
}
