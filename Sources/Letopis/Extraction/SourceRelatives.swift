import LetopisText

// «министр, который сообщил», «считает и. о. директора»: subjects that stand for others.
extension SourceFinder {
    /// «Победа удивила Рогова, который объяснил»: the «который» in the nominative that begins a verb's clause.
    func relative(before verb: Int) -> Int? {
        let first = text.unit(of: verb).lowerBound
        guard let comma = (max(first, verb - 10)..<verb).last(where: { text.isMark(.comma, $0) }), text.isA(.relative, comma + 1),
            text.token(comma + 1).feats.case == .nominative, !text.isA(.complementizer, comma + 1), comma + 1 < verb,
            !text.token(comma + 1).feats.clash(on: .number, with: text.token(verb).feats),
            !text.token(comma + 1).feats.clash(on: .gender, with: text.token(verb).feats)
        else { return nil }
        return (comma + 2..<verb).contains { text.token($0).feats.verbForm == .finite } ? nil : comma + 1
    }

    /// «который» stands for the noun that its clause hangs on.
    func resolveRelative(_ subject: Int, of verb: Int) -> Int {
        guard text.isA(.relative, subject) else { return subject }
        if text.isA(.interrogative, subject), !text.isA(.correlative, subject - 2) { return subject }
        let governor = text.head[verb]
        if let name = name(before: subject), governor >= 0, governor != name, !canTell(mention(governor)) { return name }
        if governor >= 0, text.isNominal(governor), governor < subject, suits(governor, subject) { return whole(of: governor, subject) }
        let unit = text.unit(of: subject)
        let before = (max(unit.lowerBound, subject - 12)..<subject).reversed()
        return before.first { [.noun, .properNoun].contains(text.token($0).upos) && suits($0, subject) } ?? subject
    }

    /// «условия Бразилии, которая потребовала»: the name right before the comma.
    private func name(before relative: Int) -> Int? {
        let i = relative - 2
        guard i >= 0, text.isMark(.comma, i + 1), text.nameOf[i] >= 0, suits(i, relative),
            text.token(i).feats.number == text.token(relative).feats.number
        else { return nil }
        return i
    }

    /// «сторонники проектов, которые доказывали»: the people, not what they are of.
    private func whole(of noun: Int, _ relative: Int) -> Int {
        let above = text.head[noun]
        guard above >= 0, text.token(noun).deprel == .nmod, text.token(noun).feats.animacy == .inanimate, text.nameOf[noun] < 0,
            !lexicon.classes(of: text.lemma(noun)).contains(.body), text.token(above).feats.animacy == .animate, suits(above, relative)
        else { return noun }
        return above
    }

    /// Whether a relative pronoun may stand for a noun.
    private func suits(_ noun: Int, _ relative: Int) -> Bool {
        let (a, b) = (text.token(noun).feats, text.token(relative).feats)
        return !a.clash(on: .number, with: b) && !a.clash(on: .gender, with: b)
    }

    /// «считает и. о. директора»: the post in the genitive, where the abbreviation for one who acts stands right behind a verb.
    func acting(behind verb: Int) -> Int? {
        let unit = text.unit(of: verb), first = verb + 1
        guard text.token(verb).feats.verbForm == .finite, unit.contains(first), text.isA(.acting, first) else { return nil }
        let letters = (first..<min(unit.upperBound, first + 5)).prefix { text.isA(.acting, $0) || text.isMark(.stop, $0) }
        let isShort = letters.contains { text.isMark(.stop, $0) }
        guard let last = letters.last, isShort || text.form(first).count > 2, unit.contains(last + 1),
            text.token(last + 1).upos == .noun, text.token(last + 1).feats.case == .genitive
        else { return nil }
        return nominativeName(in: text.nounPhrase(last + 1)) ?? last + 1
    }

    /// The first token of a person's name in the nominative.
    private func nominativeName(in phrase: Range<Int>) -> Int? {
        phrase.first { i in
            text.isPersonName(i) && text.token(i).feats.case == .nominative
        }
    }
}
