import LetopisText

/// A word of wanting at its place in the text.
struct PositionWord: Sendable {
    /// The lexicon's entry.
    var entry: PositionEntry
    /// The token that heads it.
    var head: Int
    /// Its tokens.
    var tokens: Range<Int>
    /// What it says of the holder, with its negation.
    var stance: Position.Stance
    /// It is a passive: the issue is its subject.
    var isPassive: Bool
}

/// Finds the words of wanting that tell of a position that somebody has: no order, no question, no mere possibility.
struct PositionWordFinder {
    let text: SpeechText
    let lexicon: PositionLexicon
    /// Companions stand so near.
    private static let reach = 3

    /// What a token may say, the most telling first.
    func words(at i: Int) -> [PositionWord] {
        guard text.isWord(i), text.nameOf[i] < 0 else { return [] }
        return lexicon.entries(ofLemma: text.lemma(i)).compactMap { word(lexicon.entries[$0], at: i) }
    }

    /// The word of wanting that an infinitive is, whatever carries it: «поддержать» of «призвал поддержать план».
    func plain(at i: Int) -> PositionWord? {
        let entry = lexicon.entries(ofLemma: text.lemma(i)).map { lexicon.entries[$0] }.first {
            $0.companions.isEmpty && $0.frames.contains(.object)
        }
        guard let entry, let stance = entry.stance else { return nil }
        return PositionWord(entry: entry, head: i, tokens: i..<(i + 1), stance: stance, isPassive: false)
    }

    /// Whether a token's lemma is a word of wanting.
    func isWord(_ i: Int) -> Bool { !lexicon.entries(ofLemma: text.lemma(i)).isEmpty }

    private func word(_ entry: PositionEntry, at i: Int) -> PositionWord? {
        guard fits(entry, i), !isQuestion(i), let tokens = withCompanions(entry, i) else { return nil }
        guard let stance = isDenied(i) ? entry.denied : entry.stance else { return nil }
        let passive = entry.frames.contains(.object) && text.token(i).feats.isPassive
        return PositionWord(entry: entry, head: i, tokens: tokens, stance: stance, isPassive: passive)
    }

    private func fits(_ entry: PositionEntry, _ i: Int) -> Bool {
        let token = text.token(i)
        if !entry.frames.isDisjoint(with: [.noun, .adherent, .equation]) { return [.noun, .properNoun].contains(token.upos) }
        if entry.frames.contains(.adposition) { return token.upos == .adposition }
        guard isReal(i, entry) else { return false }
        if entry.frames.contains(.short) { return isPredicate(i) }
        guard token.upos == .verb || token.feats[.variant] == 1 && token.feats.verbForm != nil else { return false }
        if token.feats.mood == .imperative || token.feats.person == 2 { return false }
        // «рассмотрит возможность» is not yet looking at it.
        if entry.stance == .undecided, token.feats.tense == .future { return false }
        if token.feats.verbForm == .participle { return token.feats[.variant] == 1 || !token.feats.isPassive }
        return token.feats.verbForm != .infinitive || isCarried(i)
    }

    private func isPredicate(_ i: Int) -> Bool {
        guard text.token(i).upos != .noun else { return false }
        if text.token(i).feats[.variant] == 1 { return true }
        guard text.token(i).deprel != .amod, text.token(i).upos != .verb || text.token(i).feats.verbForm == .participle else {
            return false
        }
        return text.children(of: i).contains { [.nsubj, .nsubjPass, .cop].contains(text.token($0).deprel) }
    }

    /// Whether nothing makes a clause a mere possibility: no «бы», no «если».
    private func isReal(_ i: Int, _ entry: PositionEntry) -> Bool {
        if !entry.frames.contains(.irrealis), isIrrealis(i + 1, of: i) || isIrrealis(i - 1, of: i) { return false }
        return !isSupposed(i) && !(text.token(i).deprel == .conj && text.head[i] >= 0 && text.head[i] < i && isSupposed(text.head[i]))
    }

    /// «если Рига откажется».
    func isSupposed(_ i: Int) -> Bool {
        text.children(of: i).contains { child in
            child <= i + 1 && [.mark, .advmod, .cc].contains(text.token(child).deprel) && isA(.hypothetical, form: child)
        }
    }

    /// The «бы» of a verb, which that of «вроде бы» is not.
    private func isIrrealis(_ particle: Int, of i: Int) -> Bool {
        text.isA(.irrealis, particle) && (text.head[particle] == i || text.head[particle] < 0 || text.head[particle] == text.head[i])
    }

    private func isQuestion(_ i: Int) -> Bool {
        let unit = text.unit(of: i)
        return (max(unit.lowerBound, unit.upperBound - 3)..<unit.upperBound).contains { text.bytes($0).first == 0x3F }
    }

    /// Whether an infinitive tells of what is: «будет поддерживать», «продолжает требовать».
    private func isCarried(_ i: Int) -> Bool { text.children(of: i).contains(where: isFuture) || carrier(of: i) != nil }

    /// «будет», which taggers take for a present as well.
    private func isFuture(_ i: Int) -> Bool {
        let token = text.token(i)
        return [.aux, .cop].contains(token.deprel) && token.feats.verbForm == .finite && token.feats.tense != .past
            && !text.isA(.irrealis, i)
    }

    /// The verb that carries an infinitive.
    private func carrier(of i: Int) -> Int? {
        let above = text.head[i]
        guard above >= 0, text.token(i).feats.verbForm == .infinitive, text.token(above).feats.verbForm == .finite,
            isA(.carrier, lemma: above)
        else { return nil }
        return above
    }

    /// Whether a «не» stands with the word, its auxiliary or the verb that carries it.
    private func isDenied(_ i: Int) -> Bool {
        if text.isA(.negation, i - 1) || text.token(i).upos == .noun && isDeniedNoun(i) { return true }
        if let carrier = carrier(of: i), text.isA(.negation, carrier - 1) { return true }
        return text.children(of: i).contains { child in
            guard child < i else { return false }
            return isFuture(child) && text.isA(.negation, child - 1) || text.token(child).deprel == .advmod && text.isA(.negation, child)
        }
    }

    /// «нет необходимости», «не давал согласия».
    private func isDeniedNoun(_ i: Int) -> Bool {
        let above = text.head[i]
        if i > 0, isA(.denial, form: i - 1) { return true }
        guard above >= 0, above < i else { return false }
        return isA(.denial, form: above) || isA(.light, lemma: above) && text.isA(.negation, above - 1)
    }

    private func withCompanions(_ entry: PositionEntry, _ i: Int) -> Range<Int>? {
        var tokens = i..<(i + 1)
        // A preposition is no companion to look for: the issue is where it stands, however far.
        for companion in entry.companions where !entry.markers.contains(companion) {
            guard let place = near(i, companion) else { return nil }
            // «готов предоставить»: the infinitive is the issue's.
            if entry.frames.contains(.infinitive), text.token(place).feats.verbForm == .infinitive { continue }
            tokens = min(tokens.lowerBound, place)..<max(tokens.upperBound, place + 1)
        }
        return tokens
    }

    private func near(_ i: Int, _ word: [UInt8]) -> Int? {
        let unit = text.unit(of: i)
        for distance in 1...Self.reach {
            for place in [i + distance, i - distance] where unit.contains(place) {
                if folded(text.bytes(place)) == word || text.lemma(place).elementsEqual(word) { return place }
            }
        }
        return nil
    }

    /// Whether a token's form is a helper of a kind.
    func isA(_ kind: PositionFrames, form i: Int) -> Bool { !lexicon.helper(folded(text.bytes(i))[...]).isDisjoint(with: kind) }

    /// Whether a token's lemma is a helper of a kind.
    func isA(_ kind: PositionFrames, lemma i: Int) -> Bool { !lexicon.helper(text.lemma(i)).isDisjoint(with: kind) }
}
