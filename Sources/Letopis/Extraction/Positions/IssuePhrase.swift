import LetopisText

/// Where an issue's words begin and end.
extension IssueRules {
    /// The phrase of a noun; of «который», the noun that it stands for; nil for a pronoun, a person, a day.
    func nominal(_ noun: Int, of word: Int, isThing: Bool = false) -> PositionIssue? {
        var head = noun
        if text.isA(.relative, noun) {
            guard let antecedent = antecedent(of: word) else { return nil }
            head = antecedent
        }
        guard mayBeIssue(head), text.nameOf[head] < 0 || !isThing else { return nil }
        let tokens = extended(text.nounPhrase(head), head: head)
        guard !tokens.contains(where: { text.isA(.relative, $0) }) else { return nil }
        guard !tokens.contains(word) else { return phrase(head..<max(head + 1, min(word, tokens.upperBound)), head: head, nominal: true) }
        return phrase(tokens, head: head, nominal: true)
    }

    /// A phrase with what goes on right behind it, where the tree binds that elsewhere: a genitive, «по …», an infinitive of its head.
    func extended(_ tokens: Range<Int>, head: Int) -> Range<Int> {
        var end = tokens.upperBound
        let unit = text.unit(of: head)
        for _ in 0..<Self.height where end < unit.upperBound && text.isWord(end) {
            if isInfinitive(end), hangs(end, on: head) { return tokens.lowerBound..<runEnd(from: end) }
            let start = text.token(end).upos == .adposition && words.isA(.within, form: end) ? end + 1 : end
            guard let noun = nextNoun(start),
                start > end || text.token(start).feats.case == .genitive && text.token(noun).feats.case == .genitive
            else { break }
            end = max(noun + 1, min(unit.upperBound, text.nounPhrase(noun).upperBound))
        }
        return tokens.lowerBound..<min(end, unit.upperBound)
    }

    /// The noun that a token is, or that the adjectives from it on belong to.
    func nextNoun(_ start: Int) -> Int? {
        let unit = text.unit(of: max(0, start - 1))
        for i in start..<max(start, min(unit.upperBound, start + Self.height)) {
            if [.noun, .properNoun].contains(text.token(i).upos) { return i }
            guard [.adjective, .determiner].contains(text.token(i).upos) else { return nil }
        }
        return nil
    }

    func mayBeIssue(_ i: Int) -> Bool {
        guard [.noun, .properNoun, .x].contains(text.token(i).upos), !isPerson(i) else { return false }
        return !text.isA([.time, .correlative, .demonstrative, .thirdPerson], i) && !words.isA(.idle, lemma: i)
    }

    func phrase(_ tokens: Range<Int>, head: Int, nominal: Bool) -> PositionIssue? {
        let tokens = nominal || tokens.isEmpty ? tokens : withoutTail(tokens)
        return tokens.isEmpty ? nil : PositionIssue(rule: "", tokens: tokens, head: head, isNominal: nominal)
    }

    /// What the relative clause hangs on that holds a verb.
    func antecedent(of verb: Int) -> Int? {
        var at = verb
        for _ in 0..<Self.height {
            guard at >= 0, text.head[at] >= 0 else { return nil }
            if text.token(at).deprel == .aclRelcl { return text.head[at] }
            at = text.head[at]
        }
        return nil
    }

    /// The end of the words that begin with an infinitive: up to a comma, unless what follows it is of the same kind.
    func runEnd(from start: Int) -> Int {
        let unit = text.unit(of: start)
        var i = start + 1
        while i < unit.upperBound {
            switch text.punctuation[i] {
            case .comma where continues(i + 1, start): break
            case .comma, .colon, .semicolon, .dash, .openBracket, .closeBracket: return i
            case .stop where i + 1 == unit.upperBound: return i
            case .quotationMark where closes(i, start): return i
            default:
                if isFinite(i) || isConverb(i) || text.token(i).upos == .subordinatingConjunction { return beforeConjunction(i, start) }
            }
            i += 1
        }
        return i
    }

    /// Whether what stands behind a comma goes on with the list: «прекратить огонь, вернуть пленных и …».
    func continues(_ i: Int, _ start: Int) -> Bool {
        guard i < text.unit(of: start).upperBound else { return false }
        let next = text.token(i).upos == .coordinatingConjunction ? i + 1 : i
        guard next < text.count else { return false }
        if isInfinitive(next) { return text.token(next).deprel == .conj }
        return nextNoun(next).map { text.token($0).deprel == .conj && start < text.head[$0] && text.head[$0] < i } ?? false
    }

    func closes(_ i: Int, _ start: Int) -> Bool {
        if text.isMark(.comma, i + 1) || text.isMark(.dash, i + 1) { return true }
        return text.quotationOf[start] >= 0 && text.quotations[text.quotationOf[start]].outer.end == text.token(i).span.end
    }

    func beforeConjunction(_ i: Int, _ start: Int) -> Int {
        var at = i
        while at - 1 > start, at > i - Self.height, [.coordinatingConjunction, .particle, .adverb].contains(text.token(at - 1).upos) {
            at -= 1
        }
        return at
    }

    /// A verb in a finite form, or a short adjective, which is a predicate as well.
    func isFinite(_ i: Int) -> Bool {
        let token = text.token(i)
        return token.upos == .verb && token.feats.verbForm == .finite || token.upos == .adjective && token.feats[.variant] == 1
    }

    func isConverb(_ i: Int) -> Bool { text.token(i).feats.verbForm == .converb }

    /// Words without the «в том» that announced a clause behind them, and without what follows a closing quotation mark.
    func withoutTail(_ tokens: Range<Int>) -> Range<Int> {
        var end = tokens.upperBound
        if end - 2 > tokens.lowerBound, text.isA(.correlative, end - 1), text.token(end - 2).upos == .adposition { end -= 2 }
        if let mark = (tokens.lowerBound + 1..<max(tokens.lowerBound + 1, end)).first(where: {
            text.isMark(.quotationMark, $0) && closes($0, tokens.lowerBound)
        }) {
            end = mark
        }
        return tokens.lowerBound..<end
    }
    func isInfinitive(_ i: Int) -> Bool { text.token(i).feats.verbForm == .infinitive && text.token(i).upos == .verb }
    func hasCase(_ i: Int) -> Bool { text.children(of: i).contains { text.token($0).deprel == .case } }

    /// Whether a token names or means one person.
    func isPerson(_ i: Int) -> Bool {
        if text.nameOf[i] >= 0 { return text.analysis.names[text.nameOf[i]].kind == .person }
        return text.token(i).feats.animacy == .animate && [.noun, .properNoun].contains(text.token(i).upos)
    }

    func hangs(_ i: Int, on head: Int) -> Bool {
        var at = i
        for _ in 0..<Self.height {
            at = text.head[at]
            if at == head { return true }
            if at < 0 { return false }
        }
        return false
    }
}
