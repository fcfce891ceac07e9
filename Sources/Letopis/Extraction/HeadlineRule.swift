import LetopisText

/// Headlines and lines without a verb of saying: «Министр: договор готов», «Договор готов — министр Иванов».
struct HeadlineRule {
    let text: SpeechText
    let sources: SourceFinder
    let edges: ContentEdges
    /// A source in a headline has at most so many tokens.
    private static let longest = 8
    /// The article's own headline is among so many first lines.
    private static let lines = 3
    /// Of the article's names at most so many are looked at.
    private static let mostNames = 200

    /// A statement for each such line.
    func drafts(skipping skipped: [Bool]) -> [SpeechReading.Draft] {
        text.units.compactMap { unit in
            guard text.breaksLine(before: unit.lowerBound), !skipped[unit.lowerBound], !asks(unit) else { return nil }
            return about(unit) ?? before(unit) ?? after(unit)
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
        guard rest.count > 2, isName(source) || isSpeaker(source, of: colon + 1) || isKnown(source, unit) || isTeller(source, of: rest), isHeadline(unit) || text.isMark(.quotationMark, colon + 1)
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

    /// «Сомов: мост закрыт»: in the article's first lines, the surname of somebody whom the article names in full.
    private func isKnown(_ tokens: Range<Int>, _ unit: Range<Int>) -> Bool {
        guard text.unitOf[unit.lowerBound] < Self.lines, tokens.count == 1, let word = tokens.first, text.isWord(word),
            Verbatim.isCapital(text.bytes(word)), text.form(word).count > 6
        else { return false }
        let stem = text.form(word).dropLast(2)
        return text.analysis.names.prefix(Self.mostNames).contains { name in
            guard name.kind == .person, name.tokens.lowerBound > unit.upperBound, let last = name.tokens.last else { return false }
            return text.form(last).count <= stem.count + 8 && text.form(last).starts(with: stem)
        }
    }

    // MARK: Договор готов — министр

    private func after(_ unit: Range<Int>) -> SpeechReading.Draft? {
        let tail = unit.suffix(Self.longest)
        guard let dash = tail.last(where: { text.isMark(.dash, $0) }), dash > unit.lowerBound + 2, isHeadline(unit) else { return nil }
        let source = (dash + 1)..<unit.upperBound
        guard isName(source) || isTold(by: source, unit), hasPredicate(unit.lowerBound..<dash), !introduces(unit.lowerBound..<dash) else { return nil }
        return draft(rule: "headline", mark: dash, source: source, content: unit.lowerBound..<dash)
    }

    /// «Мост закроют — СМИ», «Мост закроют — источник»: in the article's first lines, an abbreviation, a body or a person behind the dash.
    private func isTold(by tokens: Range<Int>, _ unit: Range<Int>) -> Bool {
        guard text.unitOf[unit.lowerBound] < Self.lines, tokens.count == 1, let word = tokens.first, text.isWord(word) else { return false }
        let bytes = text.bytes(word)
        if bytes.count > 3, bytes.count < 13, Verbatim.isCapital(bytes), Verbatim.isCapital(bytes.suffix(2)) { return true }
        guard text.token(word).upos == .noun, text.token(word).feats.case == .nominative else { return false }
        return sources.lexicon.classes(of: text.lemma(word)).contains(.body)
    }

    /// «Мэрия: мост закроют», «Эксперт: цены вырастут»: in the article's first lines, a body or a person before a sentence.
    private func isTeller(_ tokens: Range<Int>, of rest: Range<Int>) -> Bool {
        guard tokens.count == 1, let word = tokens.first, text.unitOf[word] < Self.lines, text.token(word).upos == .noun,
            text.token(word).feats.case == .nominative, rest.contains(where: { text.token($0).feats.verbForm == .finite }),
            !rest.contains(where: { text.token($0).feats.mood == .imperative })
        else { return false }
        return text.token(word).feats.animacy == .animate || sources.lexicon.classes(of: text.lemma(word)).contains(.body)
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
        return [first, last, head].contains { isPersonOrBody($0) }
    }

    private func isPersonOrBody(_ i: Int) -> Bool {
        guard text.nameOf[i] >= 0 else { return text.token(i).upos == .properNoun && text.token(i).feats.animacy == .animate }
        return text.analysis.names[text.nameOf[i]].kind != .location
    }

    private func hasPredicate(_ tokens: Range<Int>) -> Bool {
        tokens.contains { text.token($0).feats.verbForm == .finite || text.token($0).feats[.variant] == 1 }
    }

    private func head(of tokens: Range<Int>) -> Int? {
        tokens.first { text.isWord($0) && !tokens.contains(text.head[$0]) && text.isNominal($0) } ?? tokens.first { text.isNominal($0) }
    }
}
