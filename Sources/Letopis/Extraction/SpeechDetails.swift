import LetopisText

/// Adds to a statement what its sentence says of the saying: channel, date, the one spoken to, on whose behalf, and how sure.
struct SpeechDetails {
    let text: SpeechText
    let lexicon: SpeechLexicon
    private let hedges: [Range<Int>]
    /// Words about the saying stand at most so far from the cue.
    private static let reach = 30
    /// A statement lists at most so many hedges.
    private static let most = 8

    /// Details of a text's statements.
    init(text: SpeechText, lexicon: SpeechLexicon) {
        self.text = text
        self.lexicon = lexicon
        hedges = Self.hedges(text, lexicon)
    }

    /// A draft's fact with all details.
    func fact(of draft: SpeechReading.Draft) -> SpeechFact {
        var fact = draft.fact
        let scope = scope(of: draft)
        fact.channel = ChannelFinder(text: text, lexicon: lexicon).channel(of: draft, in: scope)
        fact.date = date(in: scope.filter { $0 >= draft.cue } + scope.filter { $0 < draft.cue }.reversed())
        fact.addressee = addressee(of: draft.cue, in: scope)
        fact.onBehalfOf = fact.source.flatMap(principal)
        fact.hedges = hedges(in: fact.content)
        return fact
    }

    /// The tokens around a cue that belong to the saying, not to what is said.
    private func scope(of draft: SpeechReading.Draft) -> [Int] {
        let unit = text.unit(of: draft.cue)
        let content = draft.fact.content.map(text.tokens(in:))
        let first = content.first.map(\.lowerBound).flatMap { $0 > draft.cue ? $0 : nil }
        let own = draft.attribution ?? clause(around: draft.cue, in: unit, before: first)
        return (own.lowerBound..<answering(behind: own, in: unit)).filter { i in !content.contains { $0.contains(i) } }
    }

    /// «сказал он, отвечая на вопрос, заданный на брифинге»: the end of the words that tell what is answered.
    private func answering(behind own: Range<Int>, in unit: Range<Int>) -> Int {
        let first = own.upperBound + 1
        guard text.isMark(.comma, own.upperBound), first < unit.upperBound, text.token(first).feats.verbForm == .converb,
            lexicon.cues(ofLemma: text.lemma(first)).contains(where: { [.say, .ask].contains(lexicon.cues[$0].act) })
        else { return own.upperBound }
        var i = first
        while i < unit.upperBound, i < first + Self.reach, !ends(i), !text.isMark(.quotationMark, i), !text.isMark(.colon, i),
            !text.isA(.complementizer, i)
        { i += 1 }
        return i
    }

    /// The cue's clause: back to the verb before it, on to the comma behind it.
    private func clause(around cue: Int, in unit: Range<Int>, before content: Int?) -> Range<Int> {
        var (a, b) = (cue, cue + 1)
        let governor = text.token(cue).feats.verbForm == .converb ? text.head[cue] : -1
        while a > unit.lowerBound, cue - a < Self.reach, !text.isMark(.stop, a - 1) {
            if text.token(cue).deprel == .aclRelcl, text.isA(.relative, a), !text.isA(.inside, a - 1) { break }
            if text.isMark(.comma, a - 1), isTurn(a, before: cue) { break }
            if ends(a - 1), a - 1 != governor {
                guard let relative = relative(of: a - 1, in: unit) else { break }
                a = relative
            } else {
                a -= 1
            }
        }
        while b < unit.upperBound, b - cue < Self.reach, !ends(b), !text.isMark(.colon, b),
            !text.isMark(.comma, b) || b < content ?? 0 || isSpeaking(b + 1)
        {
            b += 1
        }
        return a..<b
    }

    /// «сказал мэр в интервью, а губернатор подчеркнул»: a conjunction behind a comma, with the cue's own subject behind it.
    private func isTurn(_ i: Int, before cue: Int) -> Bool {
        guard text.token(i).upos == .coordinatingConjunction, i + 1 < cue else { return false }
        return text.children(of: cue).contains { text.token($0).deprel == .nsubj && $0 > i && $0 < cue }
    }

    /// The pronoun of the relative clause that a verb ends: «в интервью, которое дал в мае, сказал».
    private func relative(of verb: Int, in unit: Range<Int>) -> Int? {
        (max(unit.lowerBound, verb - 6)..<verb).last { text.isA(.relative, $0) }
    }

    /// «…, выступая в парламенте»
    private func isSpeaking(_ i: Int) -> Bool {
        i < text.count && text.token(i).feats.verbForm == .converb && lexicon.channel(ofLemma: text.lemma(i)) != nil
    }

    private func ends(_ i: Int) -> Bool { text.token(i).feats.verbForm == .finite || text.isMark(.semicolon, i) }

    // MARK: date

    private func date(in scope: [Int]) -> SourceSpan? {
        guard let first = scope.first(where: { text.isA(.time, $0) && !isElsewhere($0) }) else { return nil }
        let unit = text.unit(of: first)
        var (a, b) = (first, first)
        while a > unit.lowerBound, isDatePart(a - 1) || text.isMark(.comma, a - 1) && text.isA(.time, a - 2), a > first - 6 { a -= 1 }
        while b + 1 < unit.upperBound, b < first + 6, isDatePart(b + 1) || isJoint(b + 1) { b += 1 }
        while b > a, !text.isWord(b) { b -= 1 }
        return text.span(a..<(b + 1))
    }

    /// «на празднике, который пройдёт 8 мая, заявил»: a time of something else; a briefing's is that of the words.
    private func isElsewhere(_ i: Int) -> Bool {
        var at = i
        for _ in 0..<4 where at >= 0 {
            if text.token(at).deprel == .aclRelcl, text.head[at] >= 0, text.token(at).upos == .verb {
                return lexicon.cues(ofLemma: text.lemma(at)).isEmpty && lexicon.channel(ofLemma: text.lemma(text.head[at])) == nil
            }
            at = text.head[at]
        }
        return false
    }

    private func isDatePart(_ i: Int) -> Bool {
        if text.isA(.time, i) { return true }
        let token = text.token(i)
        if token.upos == .numeral || token.feats[.numForm] == 1 { return true }
        return token.upos == .adjective && (text.bytes(i).first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false || text.isA(.timeAttribute, i))
    }

    /// «в понедельник, 9 июля»: a comma with a number behind it.
    private func isJoint(_ i: Int) -> Bool { text.isMark(.comma, i) && i + 1 < text.count && isDatePart(i + 1) }

    // MARK: whom, for whom

    private func addressee(of cue: Int, in scope: [Int]) -> Int? {
        let takesObject = lexicon.cues(ofLemma: text.lemma(cue)).contains { lexicon.cues[$0].frames.contains(.whom) }
        return text.children(of: cue).first { child in
            let token = text.token(child)
            if takesObject, token.deprel == .obj, token.feats.animacy == .animate || text.nameOf[child] >= 0 || isBody(child) {
                return scope.contains(child) && token.upos != .verb && !text.isA(.relative, child)
            }
            guard token.feats.case == .dative, [.iobj, .obl, .obj, .nmod].contains(token.deprel), scope.contains(child) else {
                return false
            }
            return !text.children(of: child).contains { text.token($0).deprel == .case }
        }
    }

    private func isBody(_ i: Int) -> Bool { lexicon.classes(of: text.lemma(i)).contains(.body) }

    /// The one a spokesman speaks for: his genitive.
    private func principal(_ source: SourceMention) -> Int? {
        guard text.isA(.spokesperson, source.head) || isSpokesman(source.head) else { return nil }
        return text.children(of: source.head).first {
            $0 > source.head && text.token($0).deprel == .nmod && text.token($0).feats.case == .genitive
        }
    }

    private func isSpokesman(_ i: Int) -> Bool { lexicon.classes(of: text.lemma(i)).contains(.spokesperson) }

    // MARK: hedges

    private static func hedges(_ text: SpeechText, _ lexicon: SpeechLexicon) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var next = 0
        for i in 0..<text.count where i >= next && text.isWord(i) {
            let phrase = lexicon.hedges(from: text.form(i)).first { phrase in
                i + phrase.words.count <= text.count && zip(i..., phrase.words).allSatisfy { text.form($0).elementsEqual($1) }
            }
            guard let phrase else { continue }
            next = i + phrase.words.count
            found.append(i..<next)
        }
        return found
    }

    private func hedges(in content: [SourceSpan]) -> [SourceSpan] {
        var out: [SourceSpan] = []
        for span in content {
            let tokens = text.tokens(in: span)
            var k = firstHedge(at: tokens.lowerBound)
            while k < hedges.count, hedges[k].lowerBound < tokens.upperBound, out.count < Self.most {
                if let span = text.span(hedges[k]) { out.append(span) }
                k += 1
            }
        }
        return out
    }

    private func firstHedge(at token: Int) -> Int {
        var (a, b) = (0, hedges.count)
        while a < b {
            let middle = (a + b) / 2
            if hedges[middle].lowerBound < token { a = middle + 1 } else { b = middle }
        }
        return a
    }
}
