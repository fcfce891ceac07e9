import LetopisText

/// Headlines and lines without a verb of saying: «Министр: договор готов», «Договор готов — министр Иванов».
struct HeadlineRule {
    let text: SpeechText
    let sources: SourceFinder
    let edges: ContentEdges
    /// A source in a headline has at most so many tokens.
    private static let longest = 8

    /// A statement for each such line.
    func drafts(skipping skipped: [Bool]) -> [SpeechReading.Draft] {
        text.units.compactMap { unit in
            guard text.breaksLine(before: unit.lowerBound), !skipped[unit.lowerBound], !asks(unit) else { return nil }
            return about(unit) ?? before(unit) ?? after(unit) ?? signed(unit)
        }
    }

    /// «Резолюция: за мир или против?»: a question that nobody is quoted with is the reporter's.
    private func asks(_ unit: Range<Int>) -> Bool {
        guard let last = unit.last, text.isMark(.stop, last), text.bytes(last).first == 0x3F else { return false }
        return !unit.contains { text.isMark(.quotationMark, $0) }
    }

    // MARK: Министр: договор готов

    private func before(_ unit: Range<Int>) -> SpeechReading.Draft? {
        guard let colon = unit.prefix(Self.longest).first(where: { text.isMark(.colon, $0) }), colon > unit.lowerBound else { return nil }
        let source = unit.lowerBound..<colon
        let rest = (colon + 1)..<unit.upperBound
        guard rest.count > 2, isName(source) || isSpeaker(source, of: colon + 1) || isTitled(source, rest),
            isHeadline(unit) || text.isMark(.quotationMark, colon + 1)
        else { return nil }
        return draft(rule: "headline", mark: colon, source: source, content: rest)
    }

    /// «Сомов о победе: „Мы не отступим“»: a name, what the words are of, and a quotation that is the rest of the line.
    private func about(_ unit: Range<Int>) -> SpeechReading.Draft? {
        let first = unit.lowerBound
        guard
            let colon = unit.prefix(Self.longest + 6).last(where: { i in
                text.isMark(.colon, i) && i + 1 < text.count && text.token(i).span.end < text.token(i + 1).span.start
            }),
            let preposition = (first + 1..<max(first + 1, min(colon, first + 5))).first(where: { text.token($0).upos == .adposition }),
            text.isMark(.dash, preposition - 1) || text.isMark(.quotationMark, colon + 1), preposition + 1 < colon,
            case let theme = text.isMark(.dash, preposition - 1) ? preposition - 1 : preposition, theme > first,
            !hasPredicate(first..<colon), (first..<theme).allSatisfy({ text.isWord($0) }), isHeadline(unit),
            let head = head(of: first..<theme), isPersonOrBody(head), text.token(head).feats.case == .nominative
        else { return nil }
        return draft(rule: "headline", mark: colon, source: first..<theme, content: (colon + 1)..<unit.upperBound)
    }

    /// «Сомов: „Мы не отступим“»: a word or two with capitals before a quotation.
    private func isSpeaker(_ tokens: Range<Int>, of next: Int) -> Bool {
        guard text.isMark(.quotationMark, next), tokens.count <= 2 else { return false }
        return tokens.allSatisfy { text.isWord($0) && Verbatim.isCapital(text.bytes($0)) && text.isNominal($0) }
    }

    /// «Губернатор: вода будет»: in the title, a noun or two for people or a body beside a sentence.
    private func isTitled(_ tokens: Range<Int>, _ rest: Range<Int>) -> Bool {
        guard min(tokens.lowerBound, rest.lowerBound) == 0, tokens.count <= 3, tokens.allSatisfy({ text.isWord($0) }), hasPredicate(rest),
            let head = head(of: tokens), [.noun, .properNoun, .x].contains(text.token(head).upos),
            text.token(head).feats.case == .nominative || text.token(head).upos == .x,
            !hasPredicate(tokens), !rest.contains(where: { text.token($0).feats.mood == .imperative })
        else { return false }
        if text.token(head).upos == .x { return tokens.count > 1 && isBodyElsewhere(tokens) }
        if text.token(head).upos == .properNoun { return tokens.count == 1 && (isAbbreviation(head) || isSurname(head)) }
        return text.token(head).feats.animacy == .animate || sources.lexicon.classes(of: text.lemma(head)).contains(.body)
    }

    /// «Bridge Council»: foreign words that the article goes on to use as an organisation's name.
    private func isBodyElsewhere(_ tokens: Range<Int>) -> Bool {
        text.analysis.names.contains { name in
            name.kind == .organization && name.tokens.lowerBound > tokens.upperBound && name.tokens.count == tokens.count
                && zip(name.tokens, tokens).allSatisfy { text.form($0).elementsEqual(text.form($1)) }
        }
    }

    /// «СБУ», «ЦБ».
    private func isAbbreviation(_ i: Int) -> Bool {
        let bytes = text.bytes(i)
        return bytes.count > 3 && Verbatim.isCapital(bytes) && Verbatim.isCapital(bytes.dropFirst(2))
    }

    /// Whether the article goes on to name somebody so.
    private func isSurname(_ i: Int) -> Bool {
        text.analysis.names.contains { name in
            name.kind == .person && name.tokens.last.map { text.lemma($0).elementsEqual(text.lemma(i)) } == true
        }
    }

    // MARK: Договор готов — министр

    private func after(_ unit: Range<Int>) -> SpeechReading.Draft? {
        let tail = unit.suffix(Self.longest)
        guard let dash = tail.last(where: { text.isMark(.dash, $0) }), dash > unit.lowerBound + 2, isHeadline(unit) else { return nil }
        let source = (dash + 1)..<unit.upperBound
        guard isName(source) || isTitled(source, unit.lowerBound..<dash), hasPredicate(unit.lowerBound..<dash),
            !introduces(unit.lowerBound..<dash), !isContest(dash)
        else { return nil }
        return draft(rule: "headline", mark: dash, source: source, content: unit.lowerBound..<dash)
    }

    /// «Новые пошлины могут ударить по рынку: министр торговли.»: in the title, a sentence that is about no person, and whose it is.
    private func signed(_ unit: Range<Int>) -> SpeechReading.Draft? {
        guard unit.lowerBound == 0, unit.upperBound == text.count || text.breaksLine(before: unit.upperBound),
            let colon = unit.suffix(5).last(where: { text.isMark(.colon, $0) })
        else { return nil }
        let source = (colon + 1)..<(text.isMark(.stop, unit.upperBound - 1) ? unit.upperBound - 1 : unit.upperBound)
        guard source.count > 1, !Verbatim.isCapital(text.bytes(source.lowerBound)), head(of: source) == source.lowerBound,
            text.token(source.lowerBound).feats.animacy == .animate, text.token(source.last ?? colon).feats.case == .genitive,
            isTitled(source, 0..<colon), tellsOfThings(0..<colon)
        else { return nil }
        return draft(rule: "headline", mark: colon, source: source, content: 0..<colon)
    }

    /// Whether a sentence has its subject before its predicate, and no person for one.
    private func tellsOfThings(_ tokens: Range<Int>) -> Bool {
        let nouns = tokens.filter { text.token($0).feats.case == .nominative && text.token($0).upos != .adjective }
        guard let first = nouns.first, let predicate = tokens.first(where: { hasPredicate($0..<($0 + 1)) }), first < predicate else {
            return false
        }
        return nouns.allSatisfy { text.token($0).feats.animacy != .animate }
    }

    /// «Тренер высказался о матче „Заря“ — „Рассвет“»: the dash stands between the sides.
    private func isContest(_ dash: Int) -> Bool {
        (max(0, dash - 6)..<dash).contains { sources.lexicon.classes(of: text.lemma($0)).contains(.contest) }
            && (text.isMark(.quotationMark, dash - 1) || text.nameOf[dash - 1] >= 0)
    }

    /// «Ушёл старейший учитель — Иван Петров»: the name only says who the subject is.
    private func introduces(_ tokens: Range<Int>) -> Bool {
        tokens.contains {
            text.token($0).deprel == .nsubj && text.head[$0] >= 0 && text.head[$0] < $0 && text.high[$0] >= tokens.upperBound - 1
        }
            || (tokens.last.map { i in tokens.contains { text.token($0).deprel == .nsubj && text.head[$0] < $0 && i - $0 < 5 } } ?? false)
    }

    private func draft(rule: String, mark: Int, source: Range<Int>, content: Range<Int>) -> SpeechReading.Draft? {
        guard let span = edges.trimmed(content), let head = head(of: source) else { return nil }
        let kind: SpeechKind = text.isMark(.quotationMark, content.lowerBound) ? .direct : .indirect
        var fact = SpeechFact(rule: rule, kind: kind, cue: text.token(mark).span, content: [span])
        var mention = sources.mention(head)
        (mention.tokens, mention.span) = (source, edges.trimmed(source))
        fact.source = mention
        return SpeechReading.Draft(fact: fact, cue: mark, end: content.upperBound)
    }

    /// A line that is a unit and ends without a full stop.
    private func isHeadline(_ unit: Range<Int>) -> Bool {
        guard unit.upperBound == text.count || text.breaksLine(before: unit.upperBound) else { return false }
        return !(text.isMark(.stop, unit.upperBound - 1) && text.bytes(unit.upperBound - 1).first == 0x2E)
    }

    /// Whether words are no more than a phrase with the name of a person or a body at its end or its head.
    private func isName(_ tokens: Range<Int>) -> Bool {
        guard !tokens.isEmpty, tokens.count <= Self.longest, let last = tokens.last(where: { text.isWord($0) }) else { return false }
        for i in tokens where text.token(i).upos == .verb || [.comma, .dash, .colon, .openBracket].contains(text.punctuation[i]) {
            return false
        }
        let first = tokens.lowerBound
        if text.token(first).upos == .adposition { return false }
        guard let head = head(of: tokens) else { return false }
        if let form = text.token(head).feats.case, form != .nominative, text.token(head).upos != .properNoun { return false }
        let isSaid = text.token(head).feats.animacy != .inanimate || sources.lexicon.classes(of: text.lemma(head)).contains(.body)
        return isPersonOrBody(head) || (isSaid || text.nameOf[head] >= 0) && [first, last].contains { isPersonOrBody($0) }
    }

    private func isPersonOrBody(_ i: Int) -> Bool {
        guard text.nameOf[i] >= 0 else { return text.token(i).upos == .properNoun && text.token(i).feats.animacy == .animate }
        return text.analysis.names[text.nameOf[i]].kind != .location
    }

    private func hasPredicate(_ tokens: Range<Int>) -> Bool {
        tokens.contains(where: text.isPredicate)
    }

    private func head(of tokens: Range<Int>) -> Int? {
        tokens.first { text.isWord($0) && !tokens.contains(text.head[$0]) && text.isNominal($0) } ?? tokens.first { text.isNominal($0) }
    }
}
