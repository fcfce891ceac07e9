import LetopisText

/// Finds through what something was said: «в интервью газете „Вестник“», «в сети X», «письмо, в котором сообщил».
///
/// What it does not do: it looks at one statement alone; what goes on from one to the next is `ChannelCarrier`'s.
struct ChannelFinder {
    let text: SpeechText
    let lexicon: SpeechLexicon
    /// A channel's name stands at most so far behind it.
    private static let nearest = 5
    /// A name in a participle's words stands at most so far behind the channel.
    private static let furthest = 14

    /// The channel of a statement, where the tokens around its cue or what its clause hangs on tell it.
    func channel(of draft: SpeechReading.Draft, in scope: [Int]) -> ChannelMention? {
        let source = draft.fact.source
        return antecedent(of: draft.cue, besides: source) ?? deed(before: draft.cue) ?? channel(
            in: nearest(scope, to: draft.cue), besides: source)
            ?? antecedent(above: draft.cue, besides: source) ?? writing(of: draft) ?? source.flatMap(itself)
            ?? antecedent(of: draft.cue, besides: nil)
    }

    /// «телеграм-канал „Вестник“ пишет», «в заявлении отмечается»: what is called the source is what it was said through.
    private func itself(_ source: SourceMention) -> ChannelMention? {
        guard source.form != .pronoun, source.form != .zero, let found = lexicon.channel(ofLemma: text.lemma(source.head)) else {
            return nil
        }
        if let name = found.name, found.kind == .post, text.token(source.head).upos == .noun, source.tokens.count > 1 {
            return mention(.post, at: source.head, name: name)
        }
        guard [.statement, .publication, .document].contains(found.kind), !isNumbered(source.head), !text.isA(.outlet, source.head),
            !lexicon.classes(of: text.lemma(source.head)).contains(.body), carries(source.head, found)
        else { return nil }
        return ChannelMention(kind: found.kind, name: nil, span: text.token(source.head).span)
    }

    /// What stands behind the cue first, then what stands before it, the nearest first.
    private func nearest(_ scope: [Int], to cue: Int) -> [Int] { scope.filter { $0 >= cue } + scope.filter { $0 < cue }.reversed() }

    private func channel(in scope: [Int], besides source: SourceMention?) -> ChannelMention? {
        for i in scope where text.isWord(i) && i != source?.head {
            guard let found = lexicon.channel(ofLemma: text.lemma(i)), carries(i, found), let kind = kind(of: i, found) else { continue }
            if kind == .call, text.token(i).upos == .adjective { continue }
            let channel = mention(kind, at: i, name: found.name)
            guard let source, let name = channel.nameTokens, source.tokens.overlaps(name), !text.isMark(.quotationMark, name.lowerBound - 1)
            else { return channel }
            return ChannelMention(kind: kind, name: nil, span: text.token(i).span)
        }
        return nil
    }

    /// «согласно отчёту банка»: the writing that a group names.
    private func writing(of draft: SpeechReading.Draft) -> ChannelMention? {
        guard draft.fact.rule == "group", let tokens = draft.attribution else { return nil }
        let behind = draft.cue + 1..<max(draft.cue + 1, min(tokens.upperBound, draft.cue + Self.nearest))
        let antecedent = draft.fact.source.map { tokens.contains($0.head) ? -1 : $0.head } ?? -1
        let isRelative = tokens.lowerBound == draft.cue && tokens.count == 2 && text.isA(.relative, draft.cue + 1)
        if isRelative, let noun = (max(0, draft.cue - 6)..<draft.cue).last(where: { text.token($0).upos == .noun }), noun != antecedent,
            let found = lexicon.channel(ofLemma: text.lemma(noun)), found.name == nil
        {
            return mention(found.kind, at: noun, name: nil)
        }
        for i in [draft.fact.source?.head].compactMap({ $0 }) + behind where text.token(i).upos == .noun && i != antecedent {
            guard let found = lexicon.channel(ofLemma: text.lemma(i)), found.name == nil, !text.isA(.outlet, i),
                !lexicon.classes(of: text.lemma(i)).contains(.body), !isNumbered(i)
            else { continue }
            return mention(found.kind, at: i, name: nil)
        }
        return nil
    }

    /// «позвонил брату и сообщил»: the verb that the cue is joined to.
    private func deed(before cue: Int) -> ChannelMention? {
        let verb = text.head[cue]
        guard text.token(cue).deprel == .conj, verb >= 0, verb < cue, text.token(verb).upos == .verb,
            text.token(verb).feats.verbForm == .finite,
            let found = lexicon.channel(ofLemma: text.lemma(verb)), found.kind == .call
        else { return nil }
        return ChannelMention(kind: found.kind, name: nil, span: text.token(verb).span)
    }

    /// «факс, в котором было предложение встретиться»: the same of the verbs that a cue hangs on.
    private func antecedent(above cue: Int, besides source: SourceMention?) -> ChannelMention? {
        var at = cue
        for _ in 0..<3 {
            at = text.head[at]
            guard at >= 0 else { return nil }
            if let found = antecedent(of: at, besides: source) { return found }
        }
        return nil
    }

    /// «письмо, в котором сообщил»: the noun that the cue's clause hangs on, unless it is the source itself.
    private func antecedent(of cue: Int, besides source: SourceMention?) -> ChannelMention? {
        guard cue >= 0, [.verb, .auxiliary].contains(text.token(cue).upos) else { return nil }
        let unit = text.unit(of: cue)
        guard let relative = (max(unit.lowerBound, cue - 6)..<cue).last(where: { text.isA(.relative, $0) }),
            text.isA([.inside, .during], relative - 1)
        else { return nil }
        let before = (max(unit.lowerBound, relative - 10)..<relative).reversed().filter { $0 != source?.head }
        for noun in before.filter({ !text.isA(.outlet, $0) }) + before.filter({ text.isA(.outlet, $0) }) {
            guard text.token(noun).upos == .noun, let found = lexicon.channel(ofLemma: text.lemma(noun)), let kind = kind(of: noun, found)
            else { continue }
            if kind == .post, found.name == nil, let platform = platform(in: relative - 10..<relative, unit) { return platform }
            return mention(kind, at: noun, name: found.name)
        }
        return nil
    }

    /// «разместил в Telegram пост, в котором»: the platform named beside a post.
    private func platform(in words: Range<Int>, _ unit: Range<Int>) -> ChannelMention? {
        for i in words.clamped(to: unit) where text.isWord(i) {
            guard let found = lexicon.channel(ofLemma: text.lemma(i)), let name = found.name, found.kind == .post, carries(i, found) else {
                continue
            }
            return mention(.post, at: i, name: name)
        }
        return nil
    }
}

// MARK: - What is a channel

extension ChannelFinder {
    /// A noun with a preposition of place or after «во время», or a converb: «выступая».
    private func carries(_ i: Int, _ channel: ChannelEntry) -> Bool {
        if text.token(i).upos == .verb { return text.token(i).feats.verbForm == .converb }
        var at = i - 1
        while at >= text.unit(of: i).lowerBound, at > i - Self.nearest {
            if text.isA(.along, at), channel.kind == .call { return true }
            if text.isA(.during, at) { return ![.document, .publication, .statement].contains(channel.kind) }
            if text.isA(.outOf, at) { return [.document, .publication, .statement].contains(channel.kind) && !text.isA(.outlet, i) }
            if text.isA(.inside, at) { return channel.name != nil ? !isNumeral(i) : isPlace(i) }
            guard
                [.adjective, .determiner, .pronoun, .adposition, .numeral].contains(text.token(at).upos) || text.isMark(.quotationMark, at)
            else {
                return false
            }
            at -= 1
        }
        return false
    }

    /// Whether a noun's case is one of place: «в письме», not «в письмо»; «интервью» has but one form.
    private func isPlace(_ i: Int) -> Bool {
        let form = text.token(i).feats.case
        return form != .accusative && form != .nominative || text.lemma(i).last == 0x8E && form == .accusative
    }

    /// «в X веке»: one letter with its noun behind it is a number.
    private func isNumeral(_ i: Int) -> Bool {
        text.bytes(i).count <= 2 && i + 1 < text.count && text.isWord(i + 1) && text.isNominal(i + 1)
    }

    /// «в статье 3 договора»
    private func isNumbered(_ i: Int) -> Bool {
        i + 1 < text.count && (text.bytes(i + 1).first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false) && !text.isA(.time, i + 2)
    }

    /// The kind of a channel at its place in the text; nil where the words around it say that it carries nothing.
    private func kind(of i: Int, _ channel: ChannelEntry) -> ChannelMention.Kind? {
        if isNumbered(i) || isUpcoming(i) { return nil }
        if channel.needsOutlet, isByPhone(i) { return .call }
        if channel.isPress, isForPress(i) { return .briefing }
        if channel.needsPress { return nil }
        if channel.isOwn, !isOwn(i) { return nil }
        if channel.needsOutlet, !isForOutlet(i), channel.kind != .interview || !isForPress(i) { return nil }
        return channel.isLetter && isToSomebody(i) ? .statement : channel.kind
    }

    /// «обещала ответить на ближайшем брифинге»: nothing was said there yet.
    private func isUpcoming(_ i: Int) -> Bool {
        (max(text.unit(of: i).lowerBound, i - 2)..<i).contains { text.isA(.upcoming, $0) && text.head[$0] == i }
    }

    /// «в телефонном разговоре»
    private func isByPhone(_ i: Int) -> Bool {
        (max(text.unit(of: i).lowerBound, i - 2)..<i).contains {
            text.token($0).upos == .adjective && lexicon.channel(ofLemma: text.lemma($0))?.kind == .call
        }
    }

    /// «на встрече с журналистами»: no briefing without those whom it is for.
    private func isForPress(_ i: Int) -> Bool { behind(i).contains { lexicon.classes(of: text.lemma($0)).contains(.press) } }

    /// «в разговоре с изданием», «в программе „Время“»: no interview without an outlet.
    private func isForOutlet(_ i: Int) -> Bool {
        behind(i).prefix { isTitle($0) || joins($0) }.contains { isTitle($0) || text.isA(.outlet, $0) }
    }

    /// «в своём канале»
    private func isOwn(_ i: Int) -> Bool {
        (max(text.unit(of: i).lowerBound, i - 2)..<i).contains { text.isA(.own, $0) }
            || behind(i).prefix(2).contains { text.isA(.inside, $0) }
    }

    /// «в обращении к министру», «в обращении жителей»: a letter; «в обращении к нации»: a speech.
    private func isToSomebody(_ i: Int) -> Bool {
        guard let next = behind(i).first else { return false }
        if text.token(next).feats.case == .genitive { return text.token(next).feats.number == .plural }
        guard text.token(next).upos == .adposition, text.token(next).feats.case != .locative, next + 1 < text.count else { return false }
        return text.token(next + 1).feats.case == .dative
            && (text.token(next + 1).feats.animacy == .animate && text.token(next + 1).feats.number != .plural
                || text.nameOf[next + 1] >= 0 && text.analysis.names[text.nameOf[next + 1]].kind == .person)
    }

    private func behind(_ i: Int) -> Range<Int> { i + 1..<max(i + 1, min(text.unit(of: i).upperBound, i + Self.nearest)) }
}

// MARK: - Its name

extension ChannelFinder {
    private func mention(_ kind: ChannelMention.Kind, at i: Int, name: String?) -> ChannelMention {
        if let name { return ChannelMention(kind: kind, name: name, span: text.token(i).span) }
        let phrase = text.token(i).upos == .verb ? i..<(i + 1) : text.nounPhrase(i)
        let after = phrase.lowerBound..<max(phrase.upperBound, min(text.unit(of: i).upperBound, i + Self.nearest))
        let isNamed = [.interview, .post, .publication, .call].contains(kind)
        let beside = after.first { $0 > i && (isTitle($0) || !joins($0)) }.flatMap {
            isTitle($0) && (isNamed || text.isMark(.quotationMark, $0)) ? $0 : nil
        }
        let behind = isNamed && beside == nil ? outlet(behind: i) : nil
        guard let first = beside ?? behind, let name = titled(from: first, in: beside == nil ? first..<(first + Self.nearest) : after)
        else {
            return ChannelMention(kind: kind, name: nil, span: text.token(i).span)
        }
        let span = beside == nil ? text.token(i).span : text.token(i).span.union(name.span)
        let known = lexicon.channel(ofLemma: text.lemma(text.isMark(.quotationMark, first) ? first + 1 : first))?.name
        var channel = ChannelMention(kind: kind, name: known ?? name.text, span: span)
        channel.nameTokens = known == nil ? text.tokens(in: name.span) : nil
        return channel
    }

    /// «в интервью, опубликованном в четверг на сайте „Вестника“»: the outlet in the words of a participle behind a comma.
    private func outlet(behind i: Int) -> Int? {
        let end = min(text.unit(of: i).upperBound, i + Self.furthest)
        guard text.isMark(.comma, i + 1), i + 2 < end, text.token(i + 2).feats.verbForm == .participle else { return nil }
        let words = (i + 2..<end).prefix { !text.isMark(.comma, $0) && text.token($0).feats.verbForm != .finite }
        return words.first { isTitle($0) && (text.isA(.inside, $0 - 1) || text.isA(.outlet, $0 - 1)) }
    }

    /// A word that may stand between a channel and its name: «интервью немецкой газете», «публикации в журнале», «разговоре с».
    private func joins(_ i: Int) -> Bool {
        [.adjective, .determiner].contains(text.token(i).upos) || text.isA([.outlet, .inside, .with], i)
            || lexicon.channel(ofLemma: text.lemma(i)) != nil
    }

    private func isTitle(_ i: Int) -> Bool {
        if text.isMark(.quotationMark, i) { return true }
        guard text.isWord(i) else { return false }
        guard text.nameOf[i] >= 0 else {
            return isLatin(i) || isAllCapitals(i) || text.bytes(i).count == 2 && Verbatim.isCapital(text.bytes(i))
        }
        return text.analysis.names[text.nameOf[i]].kind == .organization
    }

    private func isLatin(_ i: Int) -> Bool { text.bytes(i).first.map { $0 >= 0x41 && $0 <= 0x7A } ?? false }

    /// «РБК»
    private func isAllCapitals(_ i: Int) -> Bool {
        text.bytes(i).count > 2 && Verbatim.isCapital(text.bytes(i)) && Verbatim.isCapital(text.bytes(i).dropFirst(2))
    }

    /// A name in a phrase, without quotation marks.
    private func titled(from i: Int, in phrase: Range<Int>) -> (text: String, span: SourceSpan)? {
        var end = i + 1
        if text.isMark(.quotationMark, i), end < text.count, text.quotationOf[end] >= 0 {
            end = text.firstToken(at: text.quotations[text.quotationOf[end]].outer.end)
        }
        while end < min(phrase.upperBound, text.count),
            text.nameOf[end] >= 0 && text.nameOf[end] == text.nameOf[i] || isLatin(end) && isLatin(i)
        {
            end += 1
        }
        guard let whole = ContentEdges(text: text).trimmed(i..<max(i + 1, end)) else { return nil }
        return (text.analysis.article.text(whole), whole)
    }
}
