internal import LetopisText

// What a meeting is said to have brought, and how it is called.
extension MeetingThemes {
    /// «конструктивная», «продуктивные и конструктивные», «завершились безрезультатно», «были тяжелыми», «подписали договор».
    func outcomes(of clause: MeetingClause) -> [SourceSpan] {
        let attributes = text.dependants(of: clause.trigger, [.amod]).filter { text.isA(.evaluates, $0) }
        return attributes.compactMap { judgement($0) } + endings(of: clause)
    }

    /// An adjective and those joined to it.
    private func judgement(_ i: Int) -> SourceSpan? {
        let others = text.dependants(of: i, [.conj]).filter { text.isA(.evaluates, $0) }
        return text.text.span(i..<(others.max() ?? i) + 1)
    }

    /// What its verb says of how it ended.
    private func endings(of clause: MeetingClause) -> [SourceSpan] {
        guard let verb = clause.predicate else { return [] }
        if clause.relation == .oblique { return text.isA(.results, verb) ? [result(of: verb)].compactMap { $0 } : [] }
        if text.isA(.evaluates, verb), clause.relation == .subject { return [judgement(verb)].compactMap { $0 } }
        guard text.isA(.light, verb) else { return [] }
        let how = text.dependants(of: verb, [.advmod, .obl, .obj, .xcomp])
        return how.filter { text.isA(.ends, $0) }.compactMap { ending($0, verb) }
            + how.flatMap { text.dependants(of: $0, [.amod]) }.filter { text.isA(.evaluates, $0) }.compactMap { judgement($0) }
    }

    /// «безрезультатно», «без результата», «не увенчались успехом».
    private func ending(_ i: Int, _ verb: Int) -> SourceSpan? {
        let isDenied = text.text.isA(.negation, verb - 1)
        if isDenied, i > verb { return text.text.span(verb - 1..<i + 1) }
        let start = text.text.children(of: i).first { text.text.token($0).deprel == .case && text.isA(.without, $0) } ?? i
        return text.text.span(min(start, i)..<i + 1)
    }

    /// «договорились о границе», «подписали договор»: the verb and what it governs, up to the next clause.
    func result(of verb: Int) -> SourceSpan? {
        guard text.text.token(verb).feats.tense == .past, !text.text.isA(.negation, verb - 1) else { return nil }
        let what = text.dependants(of: verb, [.obj, .obl, .iobj, .xcomp]).filter { i in
            guard i > verb, text.text.token(i).upos != .pronoun else { return false }
            return text.text.token(i).deprel != .obl || text.text.children(of: i).contains { text.text.isA(.about, $0) }
        }
        guard let first = what.first else { return nil }
        var end = min(text.text.high[first], text.text.unit(of: verb).upperBound - 1) + 1
        let marks: [Punctuation] = [.comma, .stop, .dash]
        if let stop = (verb..<end).first(where: { i in marks.contains { text.text.isMark($0, i) } }) { end = stop }
        return text.text.span(verb..<max(end, verb + 1))
    }

    /// Whether those who came to something are the ones who met: «стороны», «они», «президенты».
    func isByParties(_ verb: Int, _ sources: SourceFinder) -> Bool {
        guard let subject = sources.subject(of: verb), text.text.token(subject).feats.number == .plural else { return false }
        if text.text.isA(.thirdPerson, subject) { return true }
        return text.isA(.parties, subject) && text.text.nameOf[subject] < 0
    }
}
