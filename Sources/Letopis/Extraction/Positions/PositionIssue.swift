import LetopisText

/// What a position is about, as a rule found it.
struct PositionIssue: Sendable {
    /// The rule's name.
    var rule: String
    /// Its tokens, not yet trimmed.
    var tokens: Range<Int>
    /// The token that heads it.
    var head: Int
    /// It is a noun with its attributes.
    var isNominal: Bool
    /// What is said of it turns the word's stance round: «считает план ошибкой».
    var isTurned = false
}

/// Where a word of wanting keeps its issue: an ordered list of small rules, of which the first that finds one decides.
struct IssueRules {
    let text: SpeechText
    let words: PositionWordFinder
    let ends: ClauseEnd
    /// An issue begins at most so far behind its word.
    private static let reach = 14
    /// A clause is climbed at most so high.
    private static let height = 4

    /// The rules in their order, with their names.
    private static let all: [(name: String, find: @Sendable (IssueRules, PositionWord) -> PositionIssue?)] = [
        ("equation", { $0.equation($1) }), ("judgement", { $0.judgement($1) }), ("adposition", { $0.adposition($1) }), ("passive", { $0.passive($1) }),
        ("infinitive", { $0.infinitive($1) }), ("clause", { $0.clause($1) }), ("prepositional", { $0.prepositional($1) }),
        ("object", { $0.object($1) }), ("oblique", { $0.oblique($1) }), ("members", { $0.members($1) }), ("subject", { $0.subject($1) }),
    ]

    /// What a word is about; nil where no rule finds it.
    func issue(of word: PositionWord) -> PositionIssue? {
        for rule in Self.all {
            guard var issue = rule.find(self, word) else { continue }
            issue.rule = rule.name
            return issue
        }
        return nil
    }

    // MARK: настаивает, чтобы …

    private func clause(_ word: PositionWord) -> PositionIssue? {
        let unit = text.unit(of: word.head), first = word.tokens.upperBound
        for i in first..<max(first, min(unit.upperBound, first + Self.reach)) {
            if text.isMark(.comma, i - 1), word.entry.markers.contains(folded(text.bytes(i))), text.token(i).upos != .adposition {
                let end = ends.end(ofClauseAt: i, verb: word.head)
                return i + 1 < end ? phrase((i + 1)..<end, head: i + 1, nominal: false) : nil
            }
            if isFinite(i) || text.isMark(.colon, i) { return nil }
        }
        return nil
    }

    /// Whether a word's clause names what it depends on: «если …», «при условии …».
    func hasProviso(_ i: Int) -> Bool {
        text.children(of: i).contains { child in
            if words.isA(.proviso, form: child), hasCase(child) { return true }
            return child > i && text.token(child).deprel == .advcl && text.children(of: child).contains { text.token($0).deprel == .mark && words.isA(.proviso, form: $0) }
        }
    }

    // MARK: призвал отменить …

    private func infinitive(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.infinitive), let verb = infinitive(under: word.head) ?? nextInfinitive(word),
            !words.isA(.idle, lemma: verb)
        else { return nil }
        return phrase(infinitivePhrase(verb, after: word.head), head: verb, nominal: false)
    }

    private func infinitive(under i: Int) -> Int? {
        let own = text.children(of: i).filter { isInfinitive($0) && ![.conj, .parataxis].contains(text.token($0).deprel) && !isMarked($0) }
        return own.first { $0 > i } ?? own.first
    }

    /// «чтобы вывести»: an aim, or the clause's own business.
    private func isMarked(_ i: Int) -> Bool { text.children(of: i).contains { text.token($0).deprel == .mark } }

    /// The infinitive that comes next and belongs to the word by some way, where the tree puts another word between.
    private func nextInfinitive(_ word: PositionWord) -> Int? {
        let unit = text.unit(of: word.head), first = word.tokens.upperBound
        for i in first..<max(first, min(unit.upperBound, first + Self.reach)) {
            if isInfinitive(i) { return hangs(i, on: word.head) ? i : nil }
            if isFinite(i) || !text.isWord(i) && !text.isMark(.quotationMark, i) { return nil }
        }
        return nil
    }

    private func infinitivePhrase(_ verb: Int, after word: Int) -> Range<Int> {
        var start = verb
        while start - 1 > word, text.head[start - 1] == verb, [.adverb, .particle, .auxiliary].contains(text.token(start - 1).upos) { start -= 1 }
        return start..<runEnd(from: verb)
    }

    // MARK: выступил против …

    private func prepositional(_ word: PositionWord) -> PositionIssue? {
        for marker in word.entry.markers {
            guard let noun = heads(of: word).lazy.compactMap({ noun(with: marker, under: $0) }).first else { continue }
            return nominal(noun, of: word.head, isThing: word.entry.frames.contains(.thing))
        }
        return nil
    }

    /// The noun that a preposition binds to a word: its own, or that of a noun of its own where the tree errs.
    private func noun(with marker: [UInt8], under i: Int) -> Int? {
        let own = Array(text.children(of: i).filter(isBound).prefix(Self.reach))
        if let noun = own.first(where: { isCase(marker, of: $0) && !isPerson($0) }) { return noun }
        for above in own where above > i {
            if let noun = text.children(of: above).first(where: { $0 > above && isBound($0) && isCase(marker, of: $0) && isPerson(above) }) { return noun }
        }
        return nil
    }

    private func isBound(_ i: Int) -> Bool { [.obl, .nmod, .iobj, .obj, .xcomp, .advcl, .acl, .ccomp, .conj, .oblAgent].contains(text.token(i).deprel) }

    private func isCase(_ marker: [UInt8], of i: Int) -> Bool {
        text.children(of: i).contains { text.token($0).deprel == .case && folded(text.bytes($0)) == marker }
    }

    // MARK: поддержал план

    private func object(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.object), word.entry.frames.isDisjoint(with: [.good, .bad]) else { return nil }
        guard let noun = text.children(of: word.head).first(where: { text.token($0).deprel == .obj }) else { return nil }
        return nominal(noun, of: word.head)
    }

    // MARK: требование отставки, недоволен планом

    private func oblique(_ word: PositionWord) -> PositionIssue? {
        let frames = word.entry.frames
        let cases: [(PositionFrames, Case)] = [(.genitive, .genitive), (.dative, .dative), (.instrumental, .instrumental)]
        for (frame, form) in cases where frames.contains(frame) {
            if let noun = bare(form, under: word) { return nominal(noun, of: word.head) }
        }
        return nil
    }

    /// The word and the nouns that belong to it: «наложил вето».
    private func heads(of word: PositionWord) -> [Int] { [word.head] + word.tokens.filter { $0 != word.head && text.token($0).upos == .noun } }

    /// A noun in a case without a preposition, of the word or of a noun that belongs to it: «выступил в защиту плана».
    private func bare(_ form: Case, under word: PositionWord) -> Int? {
        for head in heads(of: word) {
            let noun = text.children(of: head).first { child in
                isBound(child) && !word.tokens.contains(child) && text.token(child).deprel != .conj && text.token(child).feats.case == form && !hasCase(child)
                    && !isHolder(child, word)
            }
            if let noun { return noun }
        }
        return nil
    }

    /// «требование Киева»: whose it is, not what it is about.
    private func isHolder(_ i: Int, _ word: PositionWord) -> Bool {
        word.entry.frames.contains(.noun) && (isPerson(i) || text.nameOf[i] >= 0)
    }

    // MARK: ряд требований, среди которых …

    /// The first of those that a relative clause without a verb lists.
    private func members(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.noun) else { return nil }
        let listed = text.children(of: word.head).first { child in
            text.token(child).deprel == .aclRelcl && text.isNominal(child)
                && text.children(of: child).contains { text.isA(.relative, $0) && hasCase($0) }
        }
        return listed.flatMap { nominal($0, of: word.head) }
    }

    // MARK: назвал план ошибкой

    /// What is called good or bad: the object, where a word of judgement in the instrumental goes with it.
    private func judgement(_ word: PositionWord) -> PositionIssue? {
        let kind = word.entry.frames.intersection([.good, .bad])
        guard !kind.isEmpty, let object = text.children(of: word.head).first(where: { text.token($0).deprel == .obj }), let verdict = verdict(kind, word, object) else { return nil }
        guard var issue = nominal(object, of: word.head) else { return nil }
        issue.isTurned = words.isA(.bad, lemma: verdict)
        if issue.tokens.contains(verdict) { issue.tokens = issue.tokens.lowerBound..<max(object + 1, min(verdict, issue.tokens.upperBound)) }
        return issue
    }

    private func verdict(_ kind: PositionFrames, _ word: PositionWord, _ object: Int) -> Int? {
        let unit = text.unit(of: word.head)
        return (word.head..<min(unit.upperBound, word.head + Self.reach)).first { i in
            words.isA(kind, lemma: i) && text.token(i).feats.case == .instrumental && (hangs(i, on: word.head) || hangs(i, on: object))
        }
    }

    // MARK: не нравится план

    private func subject(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.subject) else { return nil }
        guard let noun = text.children(of: word.head).first(where: { [.nsubj, .nsubjPass].contains(text.token($0).deprel) }) else { return nil }
        return nominal(displaced(noun, by: word.head) ?? noun, of: word.head)
    }

    /// The object that is the subject in truth: the tagger takes «договор» of «Ригу не устраивает договор» for the object.
    func displaced(_ subject: Int, by verb: Int) -> Int? {
        guard text.token(subject).feats.case == .accusative else { return nil }
        return text.children(of: verb).first { text.token($0).deprel == .obj }
    }

    // MARK: план, поддержанный Киевом

    private func passive(_ word: PositionWord) -> PositionIssue? {
        guard word.isPassive, word.entry.frames.contains(.object) else { return nil }
        guard let noun = text.children(of: word.head).first(where: { text.token($0).deprel == .nsubjPass }) else { return nil }
        return nominal(noun, of: word.head)
    }

    // MARK: мы против санкций

    /// The noun of a preposition that is the predicate: it has a subject, and no verb takes it.
    private func adposition(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.adposition) else { return nil }
        let noun = text.head[word.head]
        guard noun > word.head, text.token(word.head).deprel == .case, [.root, .ccomp, .conj, .parataxis].contains(text.token(noun).deprel),
            text.token(noun).feats.case == (word.entry.frames.contains(.genitive) ? .genitive : .accusative),
            text.children(of: noun).contains(where: { text.token($0).deprel == .nsubj })
        else { return nil }
        var issue = nominal(noun, of: word.head)
        if let tokens = issue?.tokens { issue?.tokens = max(tokens.lowerBound, word.head + 1)..<max(tokens.upperBound, word.head + 2) }
        return issue
    }
}

// MARK: - Наш приоритет – …

extension IssueRules {
    private func equation(_ word: PositionWord) -> PositionIssue? {
        guard word.entry.frames.contains(.equation), let other = equal(to: word.head) else { return nil }
        if isInfinitive(other) { return phrase(infinitivePhrase(other, after: -1), head: other, nominal: false) }
        return nominal(other, of: word.head)
    }

    /// What a noun is put equal to: by a dash, or by «является», «называют».
    private func equal(to noun: Int) -> Int? {
        let subjects: [Relation] = [.nsubj, .csubj, .nsubjPass, .csubjPass]
        let own = text.children(of: noun).first { subjects.contains(text.token($0).deprel) }
        if let own, text.token(noun).feats.case == .nominative { return isInfinitive(own) || own < noun || hasDash(noun, own) ? own : nil }
        let above = text.head[noun]
        guard above >= 0 else { return nil }
        if isCopula(above) { return text.children(of: above).first { $0 != noun && (subjects + [.obj, .obl, .xcomp]).contains(text.token($0).deprel) && mayEqual($0, noun) } }
        guard subjects.contains(text.token(noun).deprel), above > noun, isInfinitive(above) || text.isNominal(above) else { return nil }
        return hasDash(noun, above) ? above : nil
    }

    /// Whether a noun stands before what it is put equal to.
    func isFirst(_ noun: Int) -> Bool { equal(to: noun).map { $0 > noun } ?? false }

    private func mayEqual(_ i: Int, _ noun: Int) -> Bool {
        if hasCase(i) { return false }
        if isInfinitive(i) { return true }
        return text.isNominal(i) && text.token(i).feats.case != text.token(noun).feats.case && !isPerson(i)
    }

    func isCopula(_ i: Int) -> Bool { words.isA(.copula, lemma: i) }

    private func hasDash(_ a: Int, _ b: Int) -> Bool {
        let (first, last) = (min(a, b), max(a, b))
        return (first..<last).contains { text.isMark(.dash, $0) }
    }
}

// MARK: - Phrases

extension IssueRules {
    /// The phrase of a noun; of «который», the noun that it stands for; nil for a pronoun, a person, a day.
    private func nominal(_ noun: Int, of word: Int, isThing: Bool = false) -> PositionIssue? {
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
    private func extended(_ tokens: Range<Int>, head: Int) -> Range<Int> {
        var end = tokens.upperBound
        let unit = text.unit(of: head)
        for _ in 0..<Self.height where end < unit.upperBound && text.isWord(end) {
            if isInfinitive(end), hangs(end, on: head) { return tokens.lowerBound..<runEnd(from: end) }
            let start = text.token(end).upos == .adposition && words.isA(.within, form: end) ? end + 1 : end
            guard let noun = nextNoun(start), start > end || text.token(start).feats.case == .genitive && text.token(noun).feats.case == .genitive else { break }
            end = max(noun + 1, min(unit.upperBound, text.nounPhrase(noun).upperBound))
        }
        return tokens.lowerBound..<min(end, unit.upperBound)
    }

    /// The noun that a token is, or that the adjectives from it on belong to.
    private func nextNoun(_ start: Int) -> Int? {
        let unit = text.unit(of: max(0, start - 1))
        for i in start..<max(start, min(unit.upperBound, start + Self.height)) {
            if [.noun, .properNoun].contains(text.token(i).upos) { return i }
            guard [.adjective, .determiner].contains(text.token(i).upos) else { return nil }
        }
        return nil
    }

    private func mayBeIssue(_ i: Int) -> Bool {
        guard [.noun, .properNoun, .x].contains(text.token(i).upos), !isPerson(i) else { return false }
        return !text.isA([.time, .correlative, .demonstrative, .thirdPerson], i) && !words.isA(.idle, lemma: i)
    }

    private func phrase(_ tokens: Range<Int>, head: Int, nominal: Bool) -> PositionIssue? {
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
    private func runEnd(from start: Int) -> Int {
        let unit = text.unit(of: start)
        var i = start + 1
        while i < unit.upperBound {
            switch text.punctuation[i] {
            case .comma where continues(i + 1, start): break
            case .comma, .colon, .semicolon, .dash, .openBracket, .closeBracket: return i
            case .stop where i + 1 == unit.upperBound: return i
            case .quotationMark where closes(i, start): return i
            default: if isFinite(i) || isConverb(i) || text.token(i).upos == .subordinatingConjunction { return beforeConjunction(i, start) }
            }
            i += 1
        }
        return i
    }

    /// Whether what stands behind a comma goes on with the list: «прекратить огонь, вернуть пленных и …».
    private func continues(_ i: Int, _ start: Int) -> Bool {
        guard i < text.unit(of: start).upperBound else { return false }
        let next = text.token(i).upos == .coordinatingConjunction ? i + 1 : i
        return next < text.count && isInfinitive(next) && text.token(next).deprel == .conj
    }

    private func closes(_ i: Int, _ start: Int) -> Bool {
        if text.isMark(.comma, i + 1) || text.isMark(.dash, i + 1) { return true }
        return text.quotationOf[start] >= 0 && text.quotations[text.quotationOf[start]].outer.end == text.token(i).span.end
    }

    private func beforeConjunction(_ i: Int, _ start: Int) -> Int {
        var at = i
        while at - 1 > start, at > i - Self.height, [.coordinatingConjunction, .particle, .adverb].contains(text.token(at - 1).upos) { at -= 1 }
        return at
    }

    /// A verb in a finite form, or a short adjective, which is a predicate as well.
    private func isFinite(_ i: Int) -> Bool {
        let token = text.token(i)
        return token.upos == .verb && token.feats.verbForm == .finite || token.upos == .adjective && token.feats[.variant] == 1
    }

    private func isConverb(_ i: Int) -> Bool { text.token(i).feats.verbForm == .converb }

    /// Words without the «в том» that announced a clause behind them, and without what follows a closing quotation mark.
    private func withoutTail(_ tokens: Range<Int>) -> Range<Int> {
        var end = tokens.upperBound
        if end - 2 > tokens.lowerBound, text.isA(.correlative, end - 1), text.token(end - 2).upos == .adposition { end -= 2 }
        if let mark = (tokens.lowerBound + 1..<max(tokens.lowerBound + 1, end)).first(where: { text.isMark(.quotationMark, $0) && closes($0, tokens.lowerBound) }) {
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

    private func hangs(_ i: Int, on head: Int) -> Bool {
        var at = i
        for _ in 0..<Self.height {
            at = text.head[at]
            if at == head { return true }
            if at < 0 { return false }
        }
        return false
    }
}
