internal import LetopisText

/// Finds where a meeting was, what was discussed at it, in what format, and how it is called.
struct MeetingThemes: Sendable {
    let text: MeetingText
    private static let reach = 4

    /// Words that may name the place, those nearest to the word of the meeting first.
    func places(of clause: MeetingClause, frames: MeetingLexicon.Frames) -> [Int] {
        var places: [Int] = []
        if frames.contains(.place), let verb = clause.predicate { places += text.dependants(of: verb, [.obj]) }
        if frames.contains(.ofPlace) {
            places += text.dependants(of: clause.trigger, [.nmod]).filter { text.isBare($0) }.flatMap { text.list($0) }
        }
        for noun in clause.nouns {
            let people = text.dependants(of: noun, [.nmod]).filter { text.text.token($0).feats.animacy == .animate }
            places += people.flatMap { text.dependants(of: $0, [.nmod, .obl]) }.filter { isPlace($0, clause) }
        }
        for word in clause.owned(in: text) {
            places += text.dependants(of: word, [.obl, .nmod, .iobj, .advmod]).filter { isPlace($0, clause) }
        }
        if frames.contains(.verb) {
            let visits = text.dependants(of: clause.trigger, [.obl]).filter {
                !text.has(.around, $0) && text.entry($0).map { $0.kind == .visit && $0.frames.contains(.noun) } ?? false
            }
            for visit in visits { places += self.places(of: MeetingClause(noun: visit, in: text), frames: text.entry(visit)?.frames ?? []) }
        }
        places += beforeVerb(clause)
        if let verb = clause.predicate, let place = relative(verb) { places.append(place) }
        return places
    }

    /// «посетит Ригу, где встретится с послом»: the noun that «где» stands for.
    private func relative(_ verb: Int) -> Int? {
        var at = verb
        for _ in 0..<Self.reach {
            if text.text.token(at).deprel == .aclRelcl {
                return text.text.children(of: at).contains { text.isA(.place, $0) } ? text.text.head[at] : nil
            }
            guard [.conj, .xcomp].contains(text.text.token(at).deprel), text.text.head[at] >= 0 else { return nil }
            if text.text.head[at] < at, let clause = clauseOfPlace(between: text.text.head[at], at) { return text.text.head[clause] }
            at = text.text.head[at]
        }
        return nil
    }

    /// A clause with «где» that no comma ends before a verb: the verb is in it, wherever the tree hangs it.
    private func clauseOfPlace(between head: Int, _ verb: Int) -> Int? {
        var i = verb - 1
        while i > head, !text.text.isMark(.comma, i) { i -= 1 }
        return (i..<verb).first { j in
            text.text.token(j).deprel == .aclRelcl && text.text.head[j] >= 0 && text.text.children(of: j).contains { text.isA(.place, $0) }
        }
    }

    private func isPlace(_ i: Int, _ clause: MeetingClause) -> Bool {
        let inside = text.text.children(of: i).contains { text.text.token($0).deprel == .case && text.text.isA(.inside, $0) }
        return (inside || text.isA(.by, preposition(i)) && isJourney(clause)) && (text.text.nameOf[i] >= 0 || isTitle(i))
    }

    /// «турне по Африке»; «переговоры по Мальте» are about Malta.
    private func isJourney(_ clause: MeetingClause) -> Bool { text.entry(clause.trigger)?.kind == .visit }

    /// «в столице страны — Риге», «на острове Мальта»: the name stands with the noun.
    private func isTitle(_ i: Int) -> Bool {
        text.text.token(i).upos == .noun && text.text.token(i).feats.animacy != .animate
            && text.dependants(of: i, [.appos, .flat, .flatName]).contains { text.text.nameOf[$0] >= 0 }
    }

    /// «Олег Лунин в Риге встретился с послом»: what stands between a named subject and the verb belongs to the verb.
    private func beforeVerb(_ clause: MeetingClause) -> [Int] {
        guard let verb = clause.predicate, clause.owned(in: text).contains(verb), verb > 0 else { return [] }
        return text.dependants(of: verb, [.nsubj]).filter { $0 < verb }.flatMap { subject -> [Int] in
            let words = [subject] + text.dependants(of: subject, [.appos, .flatName, .conj])
            // «посол Латвии в Осло Олег Лунин» serves in Oslo: the place of a meeting stands behind the name.
            guard let name = words.filter({ text.text.nameOf[$0] >= 0 }).max() else { return [] }
            return words.flatMap { text.dependants(of: $0, [.nmod, .obl]) }.filter { $0 > name && $0 < verb && isPlace($0, clause) }
        }
    }

    /// What was discussed: «по торговле», «о мире», «по вопросу о границе», the object of «обсудить».
    func agenda(of clause: MeetingClause, frames: MeetingLexicon.Frames) -> [SourceSpan] {
        var themes: [Int] = []
        for word in clause.nouns { themes += text.dependants(of: word, [.nmod, .obl]).flatMap { theme($0, clause) } }
        if frames.isSuperset(of: [.noun, .theme]) {
            let what = text.dependants(of: clause.trigger, [.nmod]).filter { text.isBare($0) && text.isIn(.genitive, $0) && isThing($0) }
            themes += what.flatMap { topics($0) }
        }
        if let verb = clause.predicate {
            let isVerb = frames.contains(.verb)
            let own = !isVerb ? [] : frames.contains(.theme) ? [Relation.obj] : frames.contains(.passive) ? [.nsubj, .nsubjPass] : []
            themes += text.dependants(of: verb, own).filter {
                [.noun, .properNoun].contains(text.text.token($0).upos) && text.entry($0) == nil
            }.flatMap { topics($0) }
            if clause.owned(in: text).contains(verb) { themes += text.dependants(of: verb, [.nmod, .obl]).flatMap { theme($0, clause) } }
        }
        return themes.compactMap { span(of: $0) }
    }

    private func theme(_ i: Int, _ clause: MeetingClause) -> [Int] {
        let isBy = text.isA(.by, preposition(i)), isAbout = text.text.isA(.about, preposition(i)), form = text.text.token(i).feats.case
        guard isBy || isAbout, !text.isA(.untopical, i), !text.isA(.phone, i), !isCounted(i) else { return [] }
        if let form, form != (isBy ? .dative : .locative) { return [] }
        let isPlace =
            text.isA(.by, preposition(i)) && isJourney(clause) && text.text.token(i).upos == .properNoun
            && text.text.nameOf[i] >= 0
            && text.text.analysis.names[text.text.nameOf[i]].kind == .location
        return isPlace ? [] : topics(i)
    }

    /// «около двух часов» is no theme.
    private func isCounted(_ i: Int) -> Bool { !text.dependants(of: i, [.nummod, .nummodGov]).isEmpty }

    private func isThing(_ i: Int) -> Bool {
        text.text.token(i).feats.animacy != .animate && text.text.nameOf[i] < 0 && text.entry(i) == nil
    }

    private func preposition(_ i: Int) -> Int { text.text.children(of: i).first { text.text.token($0).deprel == .case } ?? -1 }

    /// «вопрос реформы» is about the reform; «реформы и границы» are two. «Вопросы» alone tell nothing.
    private func topics(_ i: Int) -> [Int] {
        guard text.isA(.topic, i) else { return text.list(i) }
        let inner = text.dependants(of: i, [.nmod]).filter { text.isBare($0) || text.text.isA(.about, preposition($0)) }
        let named = text.dependants(of: i, [.amod]).filter { text.text.token($0).upos == .adjective }
        return inner.isEmpty ? (named.isEmpty ? [] : [i]) : inner.flatMap { text.list($0) }
    }

    private func span(of head: Int) -> SourceSpan? {
        let phrase = text.text.nounPhrase(head)
        let others = text.dependants(of: head, [.conj]).map { text.text.low[$0] }.filter { $0 > head }
        var end = min(phrase.upperBound, others.min() ?? phrase.upperBound)
        // «вопросы торговли с послом»: whom somebody talks with is no theme.
        if let other = (head + 1..<max(head + 1, end)).first(where: { isCompanion($0) }) { end = other }
        while end > head + 1,
            text.text.token(end - 1).upos == .coordinatingConjunction
                || !text.text.isWord(end - 1) && !text.text.isMark(.quotationMark, end - 1)
        { end -= 1 }
        var start = phrase.lowerBound
        while start < head, text.text.token(start).upos == .adposition { start += 1 }
        return text.text.span(start..<max(end, head + 1))
    }

    private func isCompanion(_ preposition: Int) -> Bool {
        let noun = text.text.head[preposition]
        return text.isA(.with, preposition) && noun > preposition && text.text.token(noun).feats.animacy == .animate
    }

    /// What a verb such as «сосредоточиться» says was discussed.
    func focus(of verb: Int) -> [SourceSpan] {
        text.dependants(of: verb, [.obl, .obj, .nmod]).filter { !text.isBare($0) || text.text.token($0).deprel == .obj }.compactMap {
            span(of: $0)
        }
    }

    /// «в формате США-Украина».
    func format(of clause: MeetingClause) -> Range<Int>? {
        for word in clause.owned(in: text) {
            for i in text.text.children(of: word) where text.isA(.format, i) {
                let named = text.dependants(of: i, [.appos, .nmod, .flat, .flatName, .compound]).first { $0 > i }
                if let named { return joined(text.text.nounPhrase(named)) }
            }
        }
        return nil
    }

    /// «США – Украина»: a phrase with the names behind its dashes.
    private func joined(_ phrase: Range<Int>) -> Range<Int> {
        var end = phrase.upperBound
        while text.text.isMark(.dash, end), end + 1 < text.text.count, text.text.nameOf[end + 1] >= 0 {
            end = max(end + 2, text.text.nounPhrase(end + 1).upperBound)
        }
        return phrase.lowerBound..<end
    }
}
