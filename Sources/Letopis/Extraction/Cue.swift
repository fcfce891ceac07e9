import LetopisText

/// A word or group of saying at its place in the text.
struct Cue: Sendable {
    /// The lexicon's entry: a word of saying or a group.
    enum Entry: Sendable {
        case word(CueEntry)
        case group(GroupEntry)
    }
    /// The entry.
    var entry: Entry
    /// The token that heads it: the verb, or the noun of «по словам».
    var head: Int
    /// Its tokens.
    var tokens: Range<Int>

    /// The entry's name in facts.
    var name: String {
        switch entry {
        case .word(let word): word.name
        case .group(let group): group.name
        }
    }
    /// What it does.
    var act: Act {
        switch entry {
        case .word(let word): word.act
        case .group(let group): group.act
        }
    }
    /// What it takes; nothing where it is a group.
    var frames: Frames {
        if case .word(let word) = entry { word.frames } else { [] }
    }
}

/// Finds the words of saying that really say something here: no order, no plan, no wish, nothing denied.
struct CueFinder {
    let text: SpeechText
    let lexicon: SpeechLexicon

    /// All cues, in text order.
    func cues() -> [Cue] {
        (0..<text.count).compactMap { text.isWord($0) ? group(at: $0) ?? word(at: $0) ?? place(at: $0) : nil }
    }

    /// «„Мы готовы играть и дальше“, — отчеканил тренер»: any verb behind a quotation's dash, before somebody who can talk, says it.
    private func place(at i: Int) -> Cue? {
        let feats = text.token(i).feats
        guard text.isMark(.dash, i - 1), text.token(i).upos == .verb, feats.verbForm == .finite, feats.person != 1, feats.person != 2,
            feats.tense != .future, text.closesSpeech(before: i - 1), text.children(of: i).contains(where: { isSpeaker($0, of: i) })
        else { return nil }
        var entry = CueEntry(name: text.analysis.lemma(text.token(i)), frames: [.quote, .post], act: .say)
        entry.companions = []
        return Cue(entry: .word(entry), head: i, tokens: i..<(i + 1))
    }

    private func isSpeaker(_ i: Int, of verb: Int) -> Bool {
        guard text.token(i).deprel == .nsubj, i > verb, i < verb + 8 else { return false }
        let isPerson = text.isPersonName(i)
        return isPerson || text.token(i).feats.animacy == .animate || text.isA(.thirdPerson, i)
    }

    private func group(at i: Int) -> Cue? {
        for phrase in lexicon.groups(from: text.form(i)) {
            guard let end = match(phrase.words, from: i), !text.isA(.correlative, end) else { continue }
            return Cue(entry: .group(lexicon.groups[phrase.value]), head: end - 1, tokens: i..<end)
        }
        return nil
    }

    /// The end of a phrase that begins at a token; adjectives may stand between its words.
    private func match(_ words: [[UInt8]], from i: Int) -> Int? {
        var at = i
        for (k, word) in words.enumerated() {
            if k > 0 { at = skipAdjectives(from: at) }
            guard at < text.unit(of: i).upperBound, text.form(at).elementsEqual(word) else { return nil }
            at += 1
        }
        return at
    }

    private func skipAdjectives(from i: Int) -> Int {
        var at = i
        let end = min(text.unit(of: max(0, i - 1)).upperBound, i + 3)
        while at < end, [.adjective, .determiner].contains(text.token(at).upos) { at += 1 }
        return at
    }

    private func word(at i: Int) -> Cue? {
        for number in lexicon.cues(ofLemma: text.lemma(i)) {
            let entry = lexicon.cues[number]
            guard lack(of: entry, at: i) == nil, let tokens = withCompanions(entry, i) else { continue }
            return Cue(entry: .word(entry), head: i, tokens: tokens)
        }
        return nil
    }

    /// What keeps a token from being a cue of an entry; nil where nothing does.
    func lack(of entry: CueEntry, at i: Int) -> CueLack? {
        let token = text.token(i)
        if entry.frames.contains(.noun) { return token.upos != .noun ? .partOfSpeech : isWished(i) ? .wish : nil }
        if entry.frames.contains(.short) {
            return token.upos == .noun || token.feats[.variant] != 1 ? .form : isOnlyToBe(i) ? .wish : nil
        }
        // A noun's tag on a verb's lemma is the tagger's slip over a rare spelling: «передаёт».
        let isBehindQuotation = token.upos == .adjective && text.isMark(.dash, i - 1) && text.isMark(.comma, i - 2)
        guard token.upos == .verb || token.upos == .noun || token.feats[.variant] == 1 || isBehindQuotation else { return .partOfSpeech }
        if token.upos == .noun, isDeclined(i) { return .participle }
        let denies = isNegated(i) && (!entry.frames.contains(.negated) || token.feats.isPassive)
        return silence(token, at: i) ?? (denies ? .negation : nil)
    }

    /// «временный поверенный в делах»: a noun that was a participle once, with the ending of an adjective.
    private func isDeclined(_ i: Int) -> Bool {
        [4, 6].contains { lexicon.classes(of: text.form(i).suffix($0)).contains(.adjectiveEnding) }
    }

    /// Why a verb does not tell of an act of saying that took or takes place; nil where it does.
    private func silence(_ token: Token, at i: Int) -> CueLack? {
        if token.feats.person == 1 || token.feats.person == 2 { return .person }
        if token.feats.mood == .imperative { return .order }
        if token.feats.verbForm == .infinitive, !isDone(i) { return .notYet }
        if token.feats[.variant] == 1, willBe(i) { return .notYet }
        if text.children(of: i).contains(where: { text.isA(.purpose, $0) && $0 < i }) { return .wish }
        if token.feats.tense == .future, !lexicon.classes(of: text.lemma(i)).contains(.lasting) { return .notYet }
        if token.feats.verbForm == .participle, token.feats[.variant] == 0, token.feats.isPassive { return .participle }
        return text.isA([.irrealis, .whether], i + 1) || text.isA(.irrealis, i - 1) ? .wish : nil
    }

    /// «успел сообщить», «не преминул напомнить»: an infinitive that the verb before it says was done.
    private func isDone(_ infinitive: Int) -> Bool {
        let verb = text.head[infinitive]
        guard verb >= 0, verb < infinitive, infinitive - verb < 6, text.token(verb).feats.verbForm == .finite,
            text.token(verb).feats.tense != .future, text.token(verb).feats.mood != .imperative,
            text.token(verb).feats.person != 1, text.token(verb).feats.person != 2,
            !text.children(of: verb).contains(where: { text.isA([.irrealis, .purpose, .condition], $0) })
        else { return false }
        return lexicon.classes(of: text.lemma(verb)).contains(isNegated(verb) ? .implyingNegated : .implying)
    }

    /// «должен быть благодарен»
    private func isOnlyToBe(_ i: Int) -> Bool {
        (max(text.unit(of: i).lowerBound, i - 2)..<i).contains {
            [.aux, .auxPass, .cop].contains(text.token($0).deprel) && text.token($0).feats.verbForm == .infinitive
        }
    }

    /// «будет объявлен»
    private func willBe(_ i: Int) -> Bool {
        (max(text.unit(of: i).lowerBound, i - 3)..<i).contains {
            [.aux, .auxPass, .cop].contains(text.token($0).deprel) && text.token($0).feats.tense == .future
        }
    }

    /// «хотели бы иметь уверенность»: a noun whose verb is only wished for.
    private func isWished(_ noun: Int) -> Bool {
        let verb = text.head[noun]
        guard verb >= 0, verb < noun, noun - verb < 8 else { return false }
        return (max(0, verb - 2)..<min(verb + 2, noun)).contains { text.isA(.irrealis, $0) }
    }

    private func isNegated(_ i: Int) -> Bool { text.isA(.negation, i - 1) }

    /// An entry's tokens at its head; nil where a word that must stand beside it does not.
    func withCompanions(_ entry: CueEntry, _ i: Int) -> Range<Int>? {
        var tokens = i..<(i + 1)
        for companion in entry.companions {
            guard let place = near(i, companion) else { return nil }
            tokens = min(tokens.lowerBound, place)..<max(tokens.upperBound, place + 1)
        }
        return tokens
    }

    /// A word's place beside a token, three tokens away at most, in the same unit.
    private func near(_ i: Int, _ word: [UInt8]) -> Int? {
        let unit = text.unit(of: i)
        for distance in 1...3 {
            for place in [i + distance, i - distance] where unit.contains(place) {
                if text.form(place).elementsEqual(word) || text.lemma(place).elementsEqual(word) { return place }
            }
        }
        return nil
    }
}
