import LetopisText

/// Finds attributions: cues outside the clause that they speak of.
struct AttributionFinder {
    let text: SpeechText
    let sources: SourceFinder
    /// The heads of all cues.
    let heads: Set<Int>
    /// Punctuation is looked for at most so far from a cue.
    private static let reach = 12
    /// An attribution has at most so many tokens after its source.
    private static let longest = 60

    /// All attributions, by place in `cues`, and references to another source, by the token that they begin with.
    func attributions(of cues: [Cue]) -> (found: [Int: Attribution], references: [Int: Attribution]) {
        var found: [Int: Attribution] = [:]
        for (i, cue) in cues.enumerated() {
            if let attribution = attribution(cue) { found[i] = attribution }
        }
        for (i, cue) in cues.enumerated() where cue.frames.contains(.cites) { found[i] = found[i].map(citing) }
        return refer(passing(found, cues), cues)
    }

    /// «…», — цитирует министра агентство: the agency passes on.
    private func citing(_ attribution: Attribution) -> Attribution {
        var attribution = attribution
        if let subject = sources.subject(of: attribution.cue.head), let relay = sources.relay(sources.mention(subject)),
            subject != attribution.source?.head
        {
            attribution.relays.append(before(attribution.source, relay, subject))
        }
        return attribution
    }

    /// «цитирует „Вестник“ Петрова»: an outlet's name without that of the one whom it cites.
    private func before(_ source: SourceMention?, _ relay: RelayMention, _ subject: Int) -> RelayMention {
        guard let source, source.head > subject, let cut = source.span, relay.span.contains(cut),
            let span = text.span(text.firstToken(at: relay.span.start)..<text.firstToken(at: cut.start))
        else { return relay }
        return RelayMention(name: text.analysis.article.text(span), span: span)
    }

    /// «пишет газета со ссылкой на министра»: the minister is the source, the newspaper passes on.
    private func refer(_ found: [Int: Attribution], _ cues: [Cue]) -> (found: [Int: Attribution], references: [Int: Attribution]) {
        var found = found
        var references: [Int: Attribution] = [:]
        for (i, cue) in cues.enumerated() {
            guard case .group(let group) = cue.entry, group.refers,
                let reference = found[i] ?? self.group(cue, group, left: cue.tokens.lowerBound - 1)
            else { continue }
            found[i] = nil
            references[cue.tokens.lowerBound] = reference
            guard i > 0 else { continue }
            guard var main = found[i - 1], main.tokens.contains(cue.head), let relay = main.source.flatMap(sources.relay) else {
                continue
            }
            main.relays.append(relay)
            main.source = reference.source
            found[i - 1] = main
        }
        return (found, references)
    }

    private func attribution(_ cue: Cue) -> Attribution? {
        if case .group(let group) = cue.entry { return self.group(cue, group) }
        guard let left = left(of: cue) else { return nil }
        if cue.frames.contains(.parenthetical), isHow(left + 1, cue) { return how(cue, left: left) }
        let isBehind = !cue.frames.contains(.noun) && text.isMark(.dash, left) && text.closesSpeech(before: left)
        return cue.frames.contains(.post) || isBehind ? posted(cue, left: left) : nil
    }

    /// The punctuation before a cue's stretch of words, or the place before the unit.
    func left(of cue: Cue) -> Int? {
        let unit = text.unit(of: cue.head)
        var i = cue.tokens.lowerBound - 1
        while i >= unit.lowerBound, cue.head - i <= Self.reach {
            if text.punctuation[i] != .none, !isInsideName(i) { return i }
            i -= 1
        }
        return i < unit.lowerBound ? i : nil
    }

    /// A quotation mark of a name that stands in the stretch does not end it.
    private func isInsideName(_ i: Int) -> Bool {
        text.isMark(.quotationMark, i) && i + 1 < text.count && text.nameOf[i] >= 0 && text.nameOf[i + 1] == text.nameOf[i]
    }

    private func isHow(_ i: Int, _ cue: Cue) -> Bool {
        (i..<cue.tokens.lowerBound).prefix(3).contains { text.isA(.how, $0) }
    }

    // MARK: «как сообщил министр»

    private func how(_ cue: Cue, left: Int) -> Attribution? {
        var answer = sources.source(of: cue)
        if !answer.hidden, answer.mention == nil || answer.mention?.form == .zero, let next = sources.follower(of: cue.head) {
            answer = SourceFinder.Answer(mention: next)
        }
        guard answer.mention != nil || answer.hidden, answer.mention?.form != .zero else { return nil }
        let end = overDate(end(of: cue, answer.mention))
        guard !takesClause(end), !isComparison(left) else { return nil }
        let site = answer.mention == nil ? (cue.tokens.upperBound..<end).first { text.isA(.outlet, $0) && text.isA(.inside, $0 - 1) } : nil
        let source = answer.mention ?? site.map(sources.mention)
        return Attribution(cue: cue, tokens: (left + 1)..<end, form: .how, source: source, hidden: source == nil)
    }

    /// «как сообщается во вторник, 26 марта, на сайте ведомства,»: a number behind the comma goes on with the date before it.
    private func overDate(_ comma: Int) -> Int {
        guard text.isMark(.comma, comma), comma + 1 < text.count, text.isA(.time, comma - 1),
            text.bytes(comma + 1).first.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false
        else { return comma }
        let second = segmentEnd(from: comma + 1)
        guard text.isMark(.comma, second), second + 1 < text.count, text.isA(.inside, second + 1) else { return second }
        return segmentEnd(from: second + 1)
    }

    /// «так же, как заявил» compares, «кроме того, как заявил» does not; «о том, как рассказал» tells how; «на вопрос, как он считает» asks.
    private func isComparison(_ left: Int) -> Bool {
        guard text.isMark(.comma, left) else { return false }
        let isLink = text.isA(.link, left - 1) && text.isA(.link, left - 2) && !text.isWord(left - 3)
        return text.isA(.correlative, left - 1) && !text.isMark(.comma, left - 2) && !isLink || sources.isQuestion(left - 1)
    }

    private func takesClause(_ end: Int) -> Bool { text.isMark(.comma, end) && text.isA(.complementizer, end + 1) }

    // MARK: «…, сообщил министр»

    private func posted(_ cue: Cue, left: Int) -> Attribution? {
        let unit = text.unit(of: cue.head)
        guard left >= unit.lowerBound ? standsAfterContent(left, unit) : opensLine(cue, left) else { return nil }
        guard !isSubordinate(cue, left: left), !hasThemeBefore(unit.lowerBound..<max(unit.lowerBound, left)) else { return nil }
        var answer = sources.source(of: cue)
        if !follows(answer, cue, left), let next = sources.follower(of: cue.head) { answer = SourceFinder.Answer(mention: next) }
        if !follows(answer, cue, left), let place = sources.placeBehind(cue.head) { answer = place }
        guard follows(answer, cue, left),
            cue.frames.contains(.hidden) || answer.mention.map({ sources.canTell($0) || isPlace($0, of: cue) }) ?? true
        else { return nil }
        let end = end(of: cue, answer.mention)
        guard !takesClause(end), !text.isMark(.colon, end) else { return nil }
        if let name = name(after: end) {
            return Attribution(cue: cue, tokens: (left + 1)..<name.tokens.upperBound, form: .posted, source: name)
        }
        return Attribution(cue: cue, tokens: (left + 1)..<end, form: .posted, source: answer.mention, hidden: answer.hidden)
    }

    /// «…, сказали в горкомитете»: where a plural verb without a subject was said is a body, whatever it is called.
    private func isPlace(_ source: SourceMention, of cue: Cue) -> Bool {
        let feats = text.token(cue.head).feats
        return feats.number == .plural && feats.verbForm == .finite && text.token(source.head).feats.case == .locative
            && text.token(source.head).feats.number != .plural && text.isA(.inside, cue.tokens.upperBound)
            && !text.isA([.time, .occasion, .during], source.head)
    }

    /// «…, сказал директор музея, Иван Петров.»: the name that ends the sentence is who says it.
    private func name(after comma: Int) -> SourceMention? {
        let first = start(ofName: comma + 1)
        guard text.isMark(.comma, comma), first < text.count, text.nameOf[first] >= 0 else { return nil }
        let name = text.analysis.names[text.nameOf[first]]
        guard name.kind == .person, name.tokens.lowerBound == first, text.token(first).feats.case == .nominative else { return nil }
        let end = name.tokens.upperBound
        return end >= text.count || text.isMark(.stop, end) || text.unitOf[end] != text.unitOf[first] ? sources.mention(first) : nil
    }

    /// «сказал доктор наук, профессор кафедры Иван Петров»: the name behind a post, where nothing but the post stands before it.
    private func start(ofName i: Int) -> Int {
        guard i < text.count, text.token(i).upos == .noun, text.token(i).feats.animacy == .animate, text.token(i).feats.case == .nominative
        else { return i }
        var at = i
        while at < min(text.unit(of: i).upperBound, i + 10), text.nameOf[at] < 0 || text.analysis.names[text.nameOf[at]].kind != .person {
            guard text.isWord(at) || text.isMark(.quotationMark, at), text.token(at).upos != .verb else { return i }
            at += 1
        }
        return at < text.count ? at : i
    }

    /// Participles, relative clauses, and cues that have their theme or an infinitive with them attribute nothing before them.
    private func isSubordinate(_ cue: Cue, left: Int) -> Bool {
        let feats = text.token(cue.head).feats
        if feats.verbForm == .converb || feats.verbForm == .participle && feats[.variant] == 0 { return true }
        let before = (left + 1)..<cue.tokens.lowerBound
        if before.contains(where: {
            text.token($0).upos == .subordinatingConjunction
                || text.isA([.relative, .complementizer, .interrogative, .about, .demonstrative], $0)
        }) {
            return true
        }
        return cue.frames.contains(.infinitive) && hasInfinitive(after: cue)
    }

    /// «Об этом в среду, 5 мая, сообщил министр»: the comma is the date's.
    private func hasThemeBefore(_ before: Range<Int>) -> Bool {
        let near = before.suffix(Self.longest)
        guard let theme = near.first(where: { text.isA(.demonstrative, $0) && text.isA(.about, $0 - 1) }) else { return false }
        return !(theme..<near.endIndex).contains { text.token($0).feats.verbForm == .finite && !text.isAside($0) }
    }

    private func hasInfinitive(after cue: Cue) -> Bool {
        text.children(of: cue.head).contains { $0 > cue.head && text.token($0).feats.verbForm == .infinitive }
    }

    /// A comma or a dash after a word, a closing mark or a stop.
    private func standsAfterContent(_ left: Int, _ unit: Range<Int>) -> Bool {
        guard text.isMark(.comma, left) || text.isMark(.dash, left) || text.isMark(.quotationMark, left) else { return false }
        if text.isMark(.quotationMark, left) { return (text.quotationOf[left] < 0 || endsQuotation(left)) && isSpeech(closedAt: left) }
        return left > unit.lowerBound || text.isMark(.dash, left)
    }

    /// A cue that begins its unit in lower case right behind a closing mark: «…» and, in the next line, «заявил министр».
    private func opensLine(_ cue: Cue, _ left: Int) -> Bool {
        let first = left + 1
        guard first > 0, first == cue.tokens.lowerBound, !Verbatim.isCapital(text.bytes(first)) else { return false }
        return (max(0, first - 3)..<first).contains { text.isMark(.quotationMark, $0) && endsQuotation($0) }
    }

    private func endsQuotation(_ i: Int) -> Bool {
        i > 0 && text.quotationOf[i - 1] >= 0 && text.quotations[text.quotationOf[i - 1]].outer.end == text.token(i).span.end
    }

    /// The subject stands after the cue, or before it when a quotation has just ended; a hidden source needs no subject.
    private func follows(_ answer: SourceFinder.Answer, _ cue: Cue, _ left: Int) -> Bool {
        guard let mention = answer.mention else {
            let feats = text.token(cue.head).feats
            return answer.hidden && (cue.frames.contains(.hidden) || feats.isPassive && (feats[.variant] != 1 || feats.gender == .neuter))
        }
        if mention.form == .zero { return false }
        if mention.head > cue.head { return true }
        return mention.head > left && isAfterQuotation(left)
    }

    /// Whether what ends at a place is a quotation.
    private func isAfterQuotation(_ left: Int) -> Bool {
        var i = left
        while i > left - 4, i >= 0, text.punctuation[i] != .none {
            if text.isMark(.quotationMark, i) { return isSpeech(closedAt: i) }
            i -= 1
        }
        return false
    }

    /// Whether the quotation that a mark closes is no name or title: it opens the sentence, stands behind a colon, or is long.
    private func isSpeech(closedAt mark: Int) -> Bool {
        guard mark > 0, text.quotationOf[mark - 1] >= 0 else { return true }
        let quotation = text.quotations[text.quotationOf[mark - 1]]
        let words = text.tokens(in: quotation.inner)
        let open = words.lowerBound - 1
        return words.count > 5 || !quotation.opened || open <= text.unit(of: mark).lowerBound || text.punctuation[open - 1] != .none
    }

    // MARK: the end

    private func end(of cue: Cue, _ source: SourceMention?) -> Int {
        let start = max(cue.tokens.upperBound, source.map { $0.head > cue.head ? $0.tokens.upperBound : 0 } ?? 0)
        let end = segmentEnd(from: start)
        if takesClause(end), let joint = joint(in: start..<end) { return joint }
        guard let source, source.head > cue.head, describes(end + 1, source) else { return end }
        return segmentEnd(from: end + 1)
    }

    /// «…», сообщил министр и добавил, что …: the conjunction before another cue ends the attribution.
    private func joint(in tokens: Range<Int>) -> Int? {
        tokens.first { i in
            text.token(i).upos == .coordinatingConjunction && (i + 1..<min(i + 4, tokens.upperBound)).contains { heads.contains($0) }
        }
    }

    /// «человек, близкий к совету,»: words behind a comma that say more of the source and are closed by another comma.
    private func describes(_ i: Int, _ source: SourceMention) -> Bool {
        guard text.isMark(.comma, i - 1), i < text.count, text.unitOf[i] == text.unitOf[i - 1] else { return false }
        let token = text.token(i)
        let isAttribute =
            token.feats.verbForm == .participle && token.feats[.variant] == 0 || token.upos == .adjective && token.feats[.variant] == 0
        guard isAttribute, token.feats.case == .nominative || token.feats.case == nil, text.head[i] == source.head else { return false }
        return text.isMark(.comma, segmentEnd(from: i))
    }

    /// The first punctuation at or after a place that ends the stretch of words.
    func segmentEnd(from start: Int) -> Int {
        let end = min(text.unit(of: max(0, start - 1)).upperBound, start + Self.longest)
        var i = start
        while i < end {
            switch text.punctuation[i] {
            case .none, .quotationMark, .other: i += 1
            case .openBracket: i = min(end, closing(after: i, before: end))
            case .stop where i + 1 < end && text.token(i).span.end == text.token(i + 1).span.start: i += 1
            default: return i
            }
        }
        return i
    }

    private func closing(after i: Int, before end: Int) -> Int {
        (i..<min(end, i + 30)).first { text.isMark(.closeBracket, $0) }.map { $0 + 1 } ?? i + 1
    }
}
