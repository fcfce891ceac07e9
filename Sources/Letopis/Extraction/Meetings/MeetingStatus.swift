internal import LetopisText

/// Says whether a meeting took place, from the words around it.
struct MeetingStatusRule: Sendable {
    let text: MeetingText
    private static let reach = 5

    /// The status; nil where nothing tells it from a meeting that took place.
    func status(of clause: MeetingClause) -> Meeting.Status? {
        if isDenied(clause.trigger) { return .denied }
        for noun in clause.nouns {
            if let status = noun == clause.trigger ? attributes(of: noun) : own(noun) { return status }
        }
        for verb in clause.clauses { if let status = said(by: verb, isSubject: true) { return status } }
        guard let predicate = clause.predicate else { return nil }
        if clause.relation == .oblique { return oblique(predicate, clause) }
        if clause.relation != .none {
            if let status = own(predicate) { return isNegated(predicate) && status == .planned ? .denied : status }
            guard clause.owned(in: text).contains(predicate) else { return nil }
            if clause.relation == .object, isNegated(predicate), isFuture(predicate) { return .cancelled }
        }
        return said(by: predicate, isSubject: clause.relation == .subject)
    }

    /// «опровергли сообщения о встрече»: a denial above the nouns that the meeting's word hangs on.
    private func isDenied(_ trigger: Int) -> Bool {
        var at = trigger
        for _ in 0..<Self.reach {
            let above = text.text.head[at]
            guard above >= 0, [.nmod, .obj, .obl].contains(text.text.token(at).deprel) else { return false }
            if text.text.token(above).upos == .verb { return text.isA(.denies, above) && !isNegated(above) }
            at = above
        }
        return false
    }

    /// «срыв», «отменить», «планировать», by the word itself.
    private func own(_ i: Int) -> Meeting.Status? {
        if text.isA(.cancels, i) { return text.text.children(of: i).contains { text.isA(.participation, $0) } ? nil : .cancelled }
        if text.isA(.denies, i) { return .denied }
        return text.isA([.plans, .permits], i) ? .planned : nil
    }

    /// «запланированная встреча», «отмененный визит».
    private func attributes(of noun: Int) -> Meeting.Status? {
        text.dependants(of: noun, [.amod, .acl]).lazy.compactMap { own($0) }.first
    }

    /// What the form of a verb and the verbs above it say.
    private func said(by verb: Int, isSubject: Bool) -> Meeting.Status? {
        if isNegated(verb) { return isSubject ? .cancelled : .denied }
        var at = verb
        for _ in 0..<Self.reach {
            let feats = text.text.token(at).feats
            if at != verb, isNegated(at) { return .denied }
            // «решил обсудить».
            if at != verb, text.isA(.decides, at) { return .planned }
            if let status = own(at) { return status }
            // «переговоры продлятся два дня» may have begun.
            if isFuture(at) { return text.isA(.lasts, at) ? nil : .planned }
            if feats.verbForm == .finite || feats.verbForm == .converb {
                return feats.tense == .past || text.isA(.ongoing, at) ? .held : nil
            }
            if feats.verbForm == .participle, feats.tense == .past, text.isA(.light, at) { return .held }
            let above = text.text.head[at]
            guard feats.verbForm == .infinitive, above >= 0, text.text.token(at).deprel != .aclRelcl else {
                return feats.verbForm == .infinitive ? .planned : nil
            }
            at = above
        }
        return nil
    }

    /// A meeting that something else happens at, before or after: only its plans and its verb's future tell.
    private func oblique(_ verb: Int, _ clause: MeetingClause) -> Meeting.Status? {
        guard clause.owned(in: text).contains(verb) || own(verb) != nil else { return nil }
        if let top = clause.nouns.last, isSetting(top) {
            return isFuture(verb) ? .planned : text.text.token(verb).feats.tense == .past ? .held : nil
        }
        return own(verb) ?? said(by: verb, isSubject: false)
    }

    /// «в ходе визита договорился»: what the verb plans is something else.
    private func isSetting(_ noun: Int) -> Bool { text.has(.during, noun) && !text.isIn(.accusative, noun) && !text.isA(.plans, noun) }

    /// «встретится», «будет принят»; taggers take «будет» for a present.
    private func isFuture(_ verb: Int) -> Bool {
        if text.text.token(verb).feats.tense == .future { return true }
        return text.text.children(of: verb).contains { i in
            let token = text.text.token(i)
            return [.aux, .auxPass, .cop].contains(token.deprel) && token.feats.verbForm == .finite && token.feats.tense != .past
                && !text.text.isA(.irrealis, i)
        }
    }

    private func isNegated(_ verb: Int) -> Bool {
        text.text.children(of: verb).contains { text.text.isA(.negation, $0) && abs($0 - verb) <= 2 && $0 < verb }
    }
}
