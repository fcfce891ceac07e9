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
        fact.channel =
            antecedentChannel(of: draft.cue) ?? channel(in: nearest(scope, to: draft.cue), besides: fact.source)
            ?? antecedentChannel(of: text.head[draft.cue]) ?? writing(of: draft)
        fact.date = date(in: scope)
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
        return (draft.attribution ?? clause(around: draft.cue, in: unit, before: first)).filter { i in !content.contains { $0.contains(i) }
        }
    }

    /// The cue's clause: back to the verb before it, on to the comma behind it.
    private func clause(around cue: Int, in unit: Range<Int>, before content: Int?) -> Range<Int> {
        var (a, b) = (cue, cue + 1)
        while a > unit.lowerBound, cue - a < Self.reach, !text.isMark(.stop, a - 1) {
            if ends(a - 1) {
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

    /// The pronoun of the relative clause that a verb ends: «в интервью, которое дал в мае, сказал».
    private func relative(of verb: Int, in unit: Range<Int>) -> Int? {
        (max(unit.lowerBound, verb - 6)..<verb).last { text.isA(.relative, $0) }
    }

    /// «…, выступая в парламенте»
    private func isSpeaking(_ i: Int) -> Bool {
        i < text.count && text.token(i).feats.verbForm == .converb && lexicon.channel(ofLemma: text.lemma(i)) != nil
    }

    private func ends(_ i: Int) -> Bool { text.token(i).feats.verbForm == .finite || text.isMark(.semicolon, i) }

    // MARK: channel

    /// What stands behind the cue first, then what stands before it, the nearest first.
    private func nearest(_ scope: [Int], to cue: Int) -> [Int] { scope.filter { $0 >= cue } + scope.filter { $0 < cue }.reversed() }

    /// «согласно отчёту банка»: the writing that a group names.
    private func writing(of draft: SpeechReading.Draft) -> ChannelMention? {
        guard draft.fact.rule == "group", let tokens = draft.attribution else { return nil }
        let heads =
            [draft.fact.source?.head].compactMap { $0 } + (draft.cue + 1..<max(draft.cue + 1, min(tokens.upperBound, draft.cue + 5)))
        for i in heads where text.token(i).upos == .noun {
            guard let found = lexicon.channel(ofLemma: text.lemma(i)), !found.isName, !text.isA(.outlet, i),
                !lexicon.classes(of: text.lemma(i)).contains(.body)
            else { continue }
            return mention(found.kind, at: i, isName: false)
        }
        return nil
    }

    private func channel(in scope: [Int], besides source: SourceMention?) -> ChannelMention? {
        for i in scope where text.isWord(i) && i != source?.head {
            guard let found = lexicon.channel(ofLemma: text.lemma(i)), carries(i, isName: found.isName) else { continue }
            if found.kind == .briefing, text.isA(.occasion, i), !isForPress(i) { continue }
            return mention(found.kind, at: i, isName: found.isName)
        }
        return nil
    }

    /// A noun with a preposition of place or after «во время», or a converb: «выступая».
    private func carries(_ i: Int, isName: Bool) -> Bool {
        if text.token(i).upos == .verb { return text.token(i).feats.verbForm == .converb }
        var at = i - 1
        while at >= text.unit(of: i).lowerBound, at > i - 5 {
            if text.isA(.during, at) || text.isA(.along, at) && isCall(i) { return true }
            if text.isA(.inside, at) { return isName || text.token(i).feats.case != .accusative && text.token(i).feats.case != .nominative }
            guard
                [.adjective, .determiner, .pronoun, .adposition, .numeral].contains(text.token(at).upos) || text.isMark(.quotationMark, at)
            else {
                return false
            }
            at -= 1
        }
        return false
    }

    /// «по телефону»
    private func isCall(_ i: Int) -> Bool { lexicon.channel(ofLemma: text.lemma(i))?.kind == .call }

    /// «на встрече с журналистами»: no briefing without those whom it is for.
    private func isForPress(_ i: Int) -> Bool {
        (i + 1..<min(text.unit(of: i).upperBound, i + 5)).contains {
            lexicon.classes(of: text.lemma($0)).contains(.press)
        }
    }

    private func mention(_ kind: ChannelMention.Kind, at i: Int, isName: Bool) -> ChannelMention {
        if isName { return ChannelMention(kind: kind, name: platform(i), span: text.token(i).span) }
        let phrase = text.token(i).upos == .verb ? i..<(i + 1) : text.nounPhrase(i)
        let after = phrase.lowerBound..<max(phrase.upperBound, min(text.unit(of: i).upperBound, i + 5))
        let isNamed = [.interview, .post, .publication, .call].contains(kind)
        let name = after.first { $0 > i && (isTitle($0) || !joins($0)) }.flatMap {
            isTitle($0) && (isNamed || text.isMark(.quotationMark, $0)) ? $0 : nil
        }.flatMap {
            titled(from: $0, in: after)
        }
        var channel = ChannelMention(kind: kind, name: name?.text, span: text.token(i).span.union(name?.span ?? text.token(i).span))
        channel.nameTokens = name.map { text.tokens(in: $0.span) }
        return channel
    }

    /// A word that may stand between a channel and its name: «интервью немецкой газете», «публикации в журнале».
    private func joins(_ i: Int) -> Bool {
        [.adjective, .determiner].contains(text.token(i).upos) || text.isA(.outlet, i) || text.isA(.inside, i)
    }

    private func isTitle(_ i: Int) -> Bool {
        if text.isMark(.quotationMark, i) { return true }
        guard text.nameOf[i] >= 0 else { return isLatin(i) || text.bytes(i).count == 2 && Verbatim.isCapital(text.bytes(i)) }
        return text.analysis.names[text.nameOf[i]].kind == .organization
    }

    /// A platform's name in the nominative: its lemma, with a capital where the article writes one.
    private func platform(_ i: Int) -> String {
        if isLatin(i) { return text.analysis.text(text.token(i)) }
        let lemma = text.analysis.lemma(text.token(i))
        return Verbatim.isCapital(text.bytes(i)) ? lemma.prefix(1).uppercased() + lemma.dropFirst() : lemma
    }

    private func isLatin(_ i: Int) -> Bool { text.bytes(i).first.map { $0 >= 0x41 && $0 <= 0x7A } ?? false }

    /// A name in a phrase, without quotation marks.
    private func titled(from i: Int, in phrase: Range<Int>) -> (text: String, span: SourceSpan)? {
        var end = i + 1
        if text.isMark(.quotationMark, i), end < text.count, text.quotationOf[end] >= 0 {
            end = text.firstToken(at: text.quotations[text.quotationOf[end]].outer.end)
        }
        while end < phrase.upperBound, text.nameOf[end] >= 0 && text.nameOf[end] == text.nameOf[i] || isLatin(end) && isLatin(i) {
            end += 1
        }
        guard let whole = ContentEdges(text: text).trimmed(i..<max(i + 1, end)) else { return nil }
        return (text.analysis.article.text(whole), whole)
    }

    /// «письмо, в котором сообщил»: the noun that the cue's clause hangs on.
    private func antecedentChannel(of cue: Int) -> ChannelMention? {
        guard cue >= 0, text.token(cue).upos == .verb else { return nil }
        let unit = text.unit(of: cue)
        guard let relative = (max(unit.lowerBound, cue - 6)..<cue).last(where: { text.isA(.relative, $0) }), text.isA(.inside, relative - 1)
        else { return nil }
        for noun in max(unit.lowerBound, relative - 10)..<relative {
            guard text.token(noun).upos == .noun, let found = lexicon.channel(ofLemma: text.lemma(noun)) else { continue }
            return mention(found.kind, at: noun, isName: found.isName)
        }
        return nil
    }

    // MARK: date

    private func date(in scope: [Int]) -> SourceSpan? {
        guard let first = scope.first(where: { text.isA(.time, $0) }) else { return nil }
        let unit = text.unit(of: first)
        var (a, b) = (first, first)
        while a > unit.lowerBound, isDatePart(a - 1), a > first - 4 { a -= 1 }
        while b + 1 < unit.upperBound, b < first + 6, isDatePart(b + 1) || isJoint(b + 1) { b += 1 }
        while b > a, !text.isWord(b) { b -= 1 }
        return text.span(a..<(b + 1))
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
        text.children(of: cue).first { child in
            let token = text.token(child)
            guard token.feats.case == .dative, [.iobj, .obl, .obj, .nmod].contains(token.deprel), scope.contains(child) else {
                return false
            }
            return !text.children(of: child).contains { text.token($0).deprel == .case }
        }
    }

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
