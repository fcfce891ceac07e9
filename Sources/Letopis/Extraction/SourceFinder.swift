import LetopisText

/// Who does a verb's saying, as the article puts it.
struct SourceFinder {
    let text: SpeechText
    let lexicon: SpeechLexicon
    /// A chain of verbs is followed over at most so many of them.
    private static let reach = 6
    /// A verb's subject is looked for among at most so many of its children.
    private static let widest = 64

    /// What is known of a cue's source.
    struct Answer {
        var mention: SourceMention?
        var hidden = false
    }

    /// The source of a verb or short adjective.
    func source(of cue: Cue) -> Answer {
        if cue.frames.contains(.noun) { return holder(of: cue.head) }
        let feats = text.token(cue.head).feats
        if feats.isPassive, feats.verbForm != .finite, !cue.frames.contains(.short) {
            return agent(of: cue.head) ?? place(of: cue.head) ?? Answer(hidden: true)
        }
        if cue.frames.contains(.hidden) {
            return place(of: cue.head) ?? agent(of: cue.head) ?? Answer(hidden: !cue.frames.contains(.place))
        }
        if cue.frames.contains(.cites) { return cited(by: cue.head) }
        if let acting = acting(behind: cue.head) { return Answer(mention: mention(acting)) }
        if let place = placeOpening(cue.head) { return place }
        if let subject = subject(of: cue.head), !isTold(subject, by: cue.head) {
            return text.isA(.relative, subject) ? Answer() : Answer(mention: mention(subject))
        }
        return withoutSubject(cue.head)
    }

    /// «сообщили Вестник.ру в пресс-службе»: what looks like the subject of a plural verb with a place is the one told.
    private func isTold(_ subject: Int, by verb: Int) -> Bool {
        let feats = text.token(verb).feats
        let isOutlet = text.nameOf[subject] >= 0 && subject > verb && text.analysis.names[text.nameOf[subject]].kind == .organization
        return feats.number == .plural && feats.verbForm == .finite && text.token(subject).upos != .noun
            && (text.token(subject).feats.number != .plural || isOutlet && isBody(in: verb))
            && !text.children(of: subject).contains { text.token($0).deprel == .conj }
            && (place(of: verb) ?? placeBeside(verb)) != nil
    }

    /// Whether a verb has a body as its place: «в пресс-службе».
    private func isBody(in verb: Int) -> Bool {
        guard let head = (place(of: verb) ?? placeBeside(verb))?.mention?.head else { return false }
        return lexicon.classes(of: text.lemma(head)).contains(.body)
    }

    /// «цитирует министра агентство»: the object is the source.
    private func cited(by verb: Int) -> Answer {
        let object = text.children(of: verb).first { child in
            [.obj, .iobj, .nmod].contains(text.token(child).deprel)
                && ([.accusative, .genitive].contains(text.token(child).feats.case) || child == verb + 1 && text.isPersonName(child))
                && (text.token(child).feats.animacy != .inanimate || text.nameOf[child] >= 0)
        }
        let words = text.children(of: verb).first { isCarrier($0) }
        return Answer(mention: (words.flatMap(owner) ?? object ?? person(behind: verb) ?? subject(of: verb)).map(mention))
    }

    /// «цитирует „Вестник“ Рогова»: the person named behind the outlet.
    private func person(behind verb: Int) -> Int? {
        let end = min(text.unit(of: verb).upperBound, verb + 7)
        let words = (verb + 1..<max(verb + 1, end)).prefix { text.isWord($0) || text.isMark(.quotationMark, $0) }
        return words.first { text.isPersonName($0) && text.token($0).feats.case != .nominative && text.nameOf[$0] != text.nameOf[$0 - 1] }
    }

    /// Whether a source is a person, a body, a name, a pronoun or a writing: «дом требует ремонта» and «экспонаты рассказывают» say nothing.
    func canTell(_ source: SourceMention) -> Bool {
        guard source.form == .nounPhrase else { return true }
        let token = text.token(source.head)
        if token.upos != .noun || token.feats.animacy == .animate || text.nameOf[source.head] >= 0 { return true }
        let classes = lexicon.classes(of: text.lemma(source.head))
        if !classes.isDisjoint(with: [.body, .venue, .writing, .carrier]) || text.isA(.outlet, source.head) { return true }
        return lexicon.channel(ofLemma: text.lemma(source.head)) != nil
            || source.tokens.filter { $0 > source.head }.prefix { text.token($0).upos != .adposition }.contains { text.nameOf[$0] >= 0 }
    }

    private func isDeed(_ i: Int) -> Bool { lexicon.classes(of: text.lemma(i)).contains(.deed) }

    /// Whose word a noun is: its genitive, or the subject of the verb that it is the object of.
    private func holder(of noun: Int) -> Answer {
        if let owner = owner(of: noun), !isDeed(owner) { return Answer(mention: mention(owner)) }
        if isQuestion(noun) { return Answer(hidden: true) }
        if let place = place(besides: noun) { return Answer(mention: mention(place)) }
        if let owner = text.children(of: noun).first(where: { text.isA(.thirdPerson, $0) && $0 < noun }) {
            return Answer(mention: mention(owner))
        }
        let verb = text.head[noun]
        if let place = placeOfAppearing(noun, verb) { return place }
        guard verb >= 0, text.token(verb).upos == .verb, [.obj, .obl, .iobj].contains(text.token(noun).deprel) else {
            return Answer(hidden: true)
        }
        let receives = lexicon.cues(ofLemma: text.lemma(verb)).contains { [.deny, .confirm].contains(lexicon.cues[$0].act) }
        guard !receives, !text.token(verb).feats.isPassive, let subject = subject(of: verb) else { return Answer(hidden: true) }
        return Answer(mention: mention(subject))
    }

    /// «На сайте банка появилось сообщение»: the body or the writing in which words come up.
    private func placeOfAppearing(_ noun: Int, _ verb: Int) -> Answer? {
        guard verb >= 0, lexicon.classes(of: text.lemma(verb)).contains(.appearing),
            [.nsubj, .nsubjPass].contains(text.token(noun).deprel), let place = place(of: verb),
            let head = place.mention?.head, place.mention.map(canTell) == true,
            text.nameOf[head] < 0 || text.analysis.names[text.nameOf[head]].kind != .location
        else { return nil }
        return owner(of: head).map(mention).flatMap { canTell($0) ? Answer(mention: $0) : nil } ?? place
    }

    /// «угрозы Германии ввести санкции»: a place's dative right behind the noun, which has the genitive's form, is whose word it is.
    private func place(besides noun: Int) -> Int? {
        let i = noun + 1
        guard i < text.count, text.nameOf[i] >= 0, text.analysis.names[text.nameOf[i]].kind == .location,
            text.token(i).feats.case == .dative,
            text.token(i).feats.gender == .feminine
        else { return nil }
        return i
    }

    /// A source as one that passes on: the name in it, where it is called an agency or a newspaper before its name.
    func relay(_ source: SourceMention) -> RelayMention? {
        guard let span = source.span else { return nil }
        let named = text.tokens(in: span).first { text.nameOf[$0] >= 0 && text.analysis.names[text.nameOf[$0]].kind != .location }.map {
            text.analysis.names[text.nameOf[$0]].span
        }
        let name = text.isA(.outlet, source.head) ? named ?? span : span
        return RelayMention(name: text.analysis.article.text(name), span: name)
    }

    /// A mention of the phrase that a token heads.
    func mention(_ head: Int) -> SourceMention {
        let token = text.token(head)
        if token.upos == .pronoun || text.isA(.thirdPerson, head) {
            return SourceMention(
                span: token.span, head: head, tokens: head..<(head + 1), form: .pronoun,
                gender: token.feats.gender ?? (text.isA(.hers, head) ? .feminine : nil),
                number: text.isA(.theirs, head) ? .plural : token.feats.number)
        }
        let tokens = withoutChannel(text.nounPhrase(head), head)
        let form: SourceMention.Form = text.isMark(.quotationMark, tokens.lowerBound) ? .quotedName : .nounPhrase
        return SourceMention(
            span: span(tokens), head: head, tokens: tokens, form: form, gender: token.feats.gender, number: token.feats.number)
    }

    /// Without «в Telegram» behind it.
    private func withoutChannel(_ tokens: Range<Int>, _ head: Int) -> Range<Int> {
        let end = (head + 1..<max(head + 1, tokens.upperBound - 1)).first { i in
            text.token(i).upos == .adposition && text.isA(.inside, i) && lexicon.channel(ofLemma: text.lemma(i + 1)) != nil
        }
        return tokens.lowerBound..<(end ?? tokens.upperBound)
    }

    /// A phrase's characters, without quotation marks around the whole.
    private func span(_ tokens: Range<Int>) -> SourceSpan? {
        guard text.isMark(.quotationMark, tokens.lowerBound), text.isMark(.quotationMark, tokens.upperBound - 1), tokens.count > 2 else {
            return text.span(tokens)
        }
        return text.span((tokens.lowerBound + 1)..<(tokens.upperBound - 1))
    }

    /// The token that is the subject of a verb, its own or that of the verb it goes with.
    func subject(of verb: Int) -> Int? {
        var at = verb
        for step in 0..<Self.reach {
            if let own = ownSubject(at) {
                if at == verb, let relative = relative(before: verb), own < relative { return resolveRelative(relative, of: verb) }
                if let nearer = nearer(than: own, to: at), at == verb || mayShare(nearer, verb) { return nearer }
                return at == verb || mayShare(own, verb) ? resolveRelative(own, of: at) : nil
            }
            let token = text.token(at)
            if token.feats.verbForm == .participle, token.feats[.variant] == 0 {
                return text.head[at] >= 0 && text.isNominal(text.head[at]) && text.head[at] < at ? text.head[at] : nil
            }
            if step == 0, token.feats.verbForm == .finite, let before = nearby(verb, steps: [-1]) { return before }
            guard let next = step == 0 ? joined(before: at) ?? governor(of: at, token) : governor(of: at, token) else {
                return nearby(verb, steps: [1, -1]) ?? distant(verb)
            }
            at = next
        }
        return nil
    }

    /// «Мэр молчит, а посол назвал срок и призвал ждать»: the verb that «и» joins one to, wherever the tree hangs it.
    private func joined(before verb: Int) -> Int? {
        let unit = text.unit(of: verb), feats = text.token(verb).feats
        guard feats.verbForm == .finite, unit.contains(verb - 2), text.token(verb - 1).upos == .coordinatingConjunction,
            !text.isMark(.comma, verb - 2)
        else { return nil }
        let before = (max(unit.lowerBound, verb - 20)..<verb - 1).last {
            text.token($0).feats.verbForm == .finite || text.isMark(.comma, $0)
        }
        guard let before, text.token(before).feats.verbForm == .finite, !text.token(before).feats.clash(on: .number, with: feats),
            ownSubject(before).map({ text.token($0).feats.animacy == .animate || text.nameOf[$0] >= 0 }) ?? false
        else { return nil }
        return before
    }

    /// «Тренер призвал ждать, капитан команды отметил»: the nominative behind another verb, where the tree gives the verb that one's subject.
    private func nearer(than own: Int, to verb: Int) -> Int? {
        guard own < verb, verb - own < 80,
            let other = (own + 1..<verb).last(where: { text.token($0).feats.verbForm == .finite && !text.isAside($0) }),
            let comma = (other..<verb).last(where: { text.isMark(.comma, $0) }), !text.isA([.relative, .complementizer], comma + 1),
            let found = (comma + 1..<verb).first(where: { agrees($0, verb) }), text.token(found).feats.animacy == .animate
        else { return nil }
        return found
    }

    /// Whether the subject of another verb may be a verb's own too: «поступит дело, а также сообщил» has two.
    private func mayShare(_ subject: Int, _ verb: Int) -> Bool {
        let (noun, said) = (text.token(subject).feats, text.token(verb).feats)
        guard said.verbForm == .finite, text.token(subject).upos != .numeral, !isCounted(subject) else { return true }
        let isJoined = text.children(of: subject).contains { text.token($0).deprel == .conj && $0 < verb }
        let isMan = noun.gender == .masculine && said.gender == .feminine
        return !(noun.clash(on: .number, with: said) && !isJoined) && (isMan || isJoined || !noun.clash(on: .gender, with: said))
    }

    /// The verb whose subject a verb without one shares.
    private func governor(of verb: Int, _ token: Token) -> Int? {
        let above = text.head[verb]
        guard above >= 0 else { return nil }
        if token.deprel == .aclRelcl { return token.feats.number == .plural && isRelativeObject(of: verb) ? nil : clauseVerb(above) }
        let shares = token.deprel == .conj || token.deprel == .advcl || token.feats.verbForm == .converb || token.deprel == .xcomp
        return shares && text.token(above).upos != .noun ? above : nil
    }

    /// «звёзды, которые называют карликами»: said by people at large.
    private func isRelativeObject(of verb: Int) -> Bool {
        text.children(of: verb).contains { child in
            child < verb && text.isA(.relative, child) && [.nominative, .accusative].contains(text.token(child).feats.case)
                && !text.children(of: child).contains { text.token($0).deprel == .case }
        }
    }

    /// The verb that governs a noun: «направил письмо, в котором сообщил».
    private func clauseVerb(_ noun: Int) -> Int? {
        var at = noun
        for _ in 0..<Self.reach {
            at = text.head[at]
            guard at >= 0 else { return nil }
            if text.token(at).upos == .verb { return at }
        }
        return nil
    }

    private func ownSubject(_ verb: Int) -> Int? {
        var found: Int?
        for child in text.children(of: verb).prefix(Self.widest)
        where [.nsubj, .nsubjPass].contains(text.token(child).deprel) && canSay(child, verb) {
            if child > verb, hasComma(between: verb, and: child) { continue }
            if let best = found, abs(best - verb) <= abs(child - verb) { continue }
            found = child
        }
        return found
    }

    /// Whether a comma stands between, that of an aside like «, в частности,» left out.
    private func hasComma(between a: Int, and b: Int) -> Bool {
        let commas = (a..<b).prefix(30).filter { text.isMark(.comma, $0) }
        guard commas.count == 2, commas[1] - commas[0] <= 4 else { return !commas.isEmpty }
        return !(commas[0] + 1..<commas[1]).allSatisfy { text.isA([.link, .inside], $0) }
    }

    /// Whether a token may be the subject of a verb by its form.
    private func canSay(_ i: Int, _ verb: Int) -> Bool {
        if text.token(i).upos == .verb, !isPersonByDeed(i) { return false }
        if !text.isWord(i) || text.isA(.firstPerson, i) { return false }
        let (noun, said) = (text.token(i).feats, text.token(verb).feats)
        if noun.case == .dative || noun.case == .instrumental, text.token(i).upos == .noun { return false }
        if let form = noun.case, form != .nominative, text.nameOf[i] < 0, text.token(i).upos != .numeral, !isCounted(i) { return false }
        if text.isA(.demonstrative, i) || isAlone(i), noun.clash(on: .number, with: said) { return false }
        if text.isA(.demonstrative, i) { return false }
        return !(noun.clash(on: .number, with: said) && text.token(i).upos == .pronoun)
    }

    /// «Потерпевшие просят», «Задержанный признался»: a participle in the nominative that stands for a person.
    private func isPersonByDeed(_ i: Int) -> Bool {
        let feats = text.token(i).feats
        return feats.verbForm == .participle && feats[.variant] == 0 && feats.case == .nominative && feats.gender != .neuter
    }

    /// One person's name: «Петренко доложили» has it in the dative.
    private func isAlone(_ i: Int) -> Bool {
        guard text.nameOf[i] >= 0, text.analysis.names[text.nameOf[i]].kind == .person, text.token(i).upos == .properNoun else {
            return false
        }
        return !text.children(of: i).contains { text.token($0).deprel == .conj }
    }

    /// «несколько членов», «пять стран»: a genitive with a number.
    func isCounted(_ i: Int) -> Bool {
        text.token(i).feats.case == .genitive && (text.children(of: i).contains { text.token($0).upos == .numeral && $0 < i })
    }

    /// The nominative that stands nearest to a verb in its own stretch of words, where the tree gives none.
    private func nearby(_ verb: Int, steps: [Int]) -> Int? {
        let unit = text.unit(of: verb)
        for step in steps {
            var i = verb + step
            while unit.contains(i), abs(i - verb) < 12,
                text.isWord(i) || text.isMark(.quotationMark, i) || i == verb - 1 && text.isMark(.comma, i)
            {
                if text.token(i).upos == .verb && text.token(i).feats.verbForm != .participle { break }
                if step > 0, let end = endOfAside(behind: i) {
                    i = end
                    continue
                }
                if step > 0, text.token(i).upos == .adposition { break }
                let isFar = step > 0 && i > verb + 2 && text.token(i).feats.case == nil && text.isNominal(i - 1)
                if !isFar, !isObject(i, besides: verb), agrees(i, verb) { return i }
                i += step
            }
        }
        return nil
    }

    /// «заявила журналистам, в частности, директор»: the token behind an aside that begins at the next comma.
    private func endOfAside(behind i: Int) -> Int? {
        let unit = text.unit(of: i)
        guard text.isMark(.comma, i + 1),
            let end = (i + 2..<max(i + 2, min(i + 6, unit.upperBound))).first(where: { text.isMark(.comma, $0) }),
            end > i + 2, end + 1 < unit.upperBound, (i + 2..<end).allSatisfy({ text.isA(.link, $0) })
        else { return nil }
        return end + 1
    }

    /// «Премьер, приехавший в город и давший интервью, рассказал»: the first nominative of the unit, with no verb of its own between.
    private func distant(_ verb: Int) -> Int? {
        let unit = text.unit(of: verb)
        guard text.token(verb).feats.verbForm == .finite, text.isMark(.comma, verb - 1), verb - unit.lowerBound < 60 else { return nil }
        guard let first = (unit.lowerBound..<verb).first(where: { agrees($0, verb) }) else { return nil }
        let free = (first..<verb).allSatisfy { text.token($0).feats.verbForm != .finite || text.token($0).deprel == .aclRelcl }
        return free ? first : nil
    }

    /// Whether a noun is what another verb is done to: «посетил Белград, заявил».
    private func isObject(_ i: Int, besides verb: Int) -> Bool {
        text.head[i] >= 0 && text.head[i] != verb && text.token(i).deprel == .obj && text.token(text.head[i]).upos == .verb
    }

    /// The nominative, or the name in no form at all, that stands right behind a verb: «, передаёт „Интерфакс“».
    func follower(of verb: Int) -> SourceMention? {
        guard [.finite, nil].contains(text.token(verb).feats.verbForm) else { return nil }
        let first = text.isMark(.quotationMark, verb + 1) ? verb + 2 : verb + 1
        guard text.unit(of: verb).contains(first) else { return nil }
        if let noun = nearby(verb, steps: [1]) { return mention(noun) }
        if let noun = acting(behind: verb) ?? beyond(verb) { return mention(noun) }
        let isForeign = text.token(first).upos == .x || text.nameOf[first] >= 0 && text.token(first).feats.case == .accusative
        return isForeign && text.token(first).feats.animacy != .animate ? mention(first) : nil
    }

    /// «, пишет на первой странице газета»: the nominative behind a phrase with a preposition.
    private func beyond(_ verb: Int) -> Int? {
        let end = min(text.unit(of: verb).upperBound, verb + 12)
        guard verb + 1 < end, text.token(verb + 1).upos == .adposition else { return nil }
        for i in verb + 2..<max(verb + 2, end) {
            guard text.isWord(i) || text.isMark(.quotationMark, i), text.token(i).feats.verbForm != .finite else { return nil }
            if text.token(i).feats.case == .nominative, agrees(i, verb) { return i }
        }
        return nil
    }

    /// Whether a noun is that of a question: «вопрос».
    func isQuestion(_ i: Int) -> Bool { i >= 0 && lexicon.classes(of: text.lemma(i)).contains(.question) }

    /// «правозащитные организации»: a subject whose tag is that of its twin in the accusative, with a nominative attribute.
    private func isNominativeByAttribute(_ i: Int) -> Bool {
        let token = text.token(i)
        return token.deprel == .nsubj && token.upos == .noun && token.feats.case == .accusative && token.feats.animacy == .inanimate
            && text.children(of: i).contains { $0 < i && text.token($0).upos == .adjective && text.token($0).feats.case == .nominative }
    }

    private func agrees(_ i: Int, _ verb: Int) -> Bool {
        let (noun, said) = (text.token(i).feats, text.token(verb).feats)
        guard [.noun, .properNoun, .pronoun, .x].contains(text.token(i).upos) else { return false }
        guard noun.case == .nominative || noun.case == nil && text.token(i).upos != .noun || isNominativeByAttribute(i) else {
            return false
        }
        if text.isA([.demonstrative, .relative, .time, .firstPerson], i) || text.isA([.about, .inside], i - 1) { return false }
        if text.token(i).feats.case == nil, i > 0, text.token(i - 1).upos == .adposition { return false }
        if text.token(verb).upos == .noun { return true }
        return !noun.clash(on: .number, with: said) && !(text.token(i).upos == .noun && noun.clash(on: .gender, with: said))
    }
}
