internal import LetopisText

/// A word that names a meeting, with the words around it that speak of it too: the nouns of its stages above it («раунд переговоров»), the
/// verb that they hang on, the clauses that hang on it.
struct MeetingClause: Sendable {
    /// How the noun stands to its verb.
    enum Relation: Sendable { case none, subject, object, oblique }
    /// The word.
    let trigger: Int
    /// The word and the nouns above it that say which part of it is meant.
    private(set) var nouns: [Int]
    /// The verb, participle or adjective that they hang on, or the word itself.
    private(set) var predicate: Int?
    private(set) var relation = Relation.none
    /// The noun that it hangs on and that is none of its stages: «переговорщик» of «переговорщик на переговорах».
    private(set) var holder: Int?
    /// Participles and verbs of clauses that hang on the word: «состоявшихся», «которые прошли».
    private(set) var clauses: [Int] = []
    /// No tree is climbed further.
    private static let reach = 6

    /// The clause of a noun.
    init(noun: Int, in text: MeetingText) {
        trigger = noun
        nouns = [noun]
        climb(text)
        clauses = text.dependants(of: noun, [.acl, .aclRelcl]) + farther(text)
        if clauses.isEmpty, let participle = detached(text) { clauses = [participle] }
    }

    /// The clause of a verb.
    init(verb: Int, in text: MeetingText) {
        trigger = verb
        nouns = []
        predicate = verb
        clauses = []
    }

    /// «после переговоров в Риге, состоявшихся 14 мая,»: the participle behind the next comma, wherever the tree hangs it.
    private func detached(_ text: MeetingText) -> Int? {
        let unit = text.text.unit(of: trigger)
        guard let comma = (trigger..<min(unit.upperBound, trigger + Self.reach)).first(where: { text.text.isMark(.comma, $0) }),
            comma + 1 < unit.upperBound
        else { return nil }
        let feats = text.text.token(comma + 1).feats
        guard feats.verbForm == .participle, text.isA([.light, .plans, .cancels], comma + 1) else { return nil }
        return feats.clash(on: .number, with: text.text.token(trigger).feats) ? nil : comma + 1
    }

    /// «встреча глав двух стран, которая пройдет в Риге»: a clause on a noun below that its «который» does not agree with.
    private func farther(_ text: MeetingText) -> [Int] {
        var found: [Int] = [], below = [trigger]
        for _ in 0..<Self.reach {
            below = below.flatMap { text.dependants(of: $0, [.nmod, .appos, .conj]) }.filter { $0 > trigger }
            found += below.flatMap { noun in text.dependants(of: noun, [.aclRelcl]).filter { isAbout(trigger, $0, besides: noun, text) } }
        }
        return found
    }

    private func isAbout(_ noun: Int, _ verb: Int, besides other: Int, _ text: MeetingText) -> Bool {
        let relative = text.dependants(of: verb, [.nsubj, .nsubjPass]).first { text.text.isA(.relative, $0) }
        guard let pronoun = relative.map({ text.text.token($0).feats }) else { return false }
        let fits = { (i: Int) -> Bool in
            let feats = text.text.token(i).feats
            return !feats.clash(on: .number, with: pronoun) && !feats.clash(on: .gender, with: pronoun)
        }
        guard fits(noun), !fits(other), text.isA([.light, .plans, .cancels], verb) else { return false }
        return !(noun + 1..<verb).contains { text.entry($0) != nil && fits($0) }
    }

    private mutating func climb(_ text: MeetingText) {
        var top = trigger
        for _ in 0..<Self.reach {
            let above = text.text.head[top]
            guard above >= 0 else { return }
            let token = text.text.token(above)
            if token.upos == .noun {
                let passes = text.isA([.stages, .cancels, .plans, .participation], above) || text.text.token(top).deprel == .conj
                guard passes else { return holder = above }
                if text.text.token(top).deprel != .conj { nouns.append(above) }
                top = above
                continue
            }
            guard [.verb, .adjective, .auxiliary].contains(token.upos) || token.feats.verbForm != nil else { return }
            (predicate, relation) = (above, Self.relation(text.text.token(top).deprel))
            return
        }
    }

    private static func relation(_ deprel: LetopisText.Relation) -> Relation {
        switch deprel {
        case .nsubj, .nsubjPass, .csubj: .subject
        case .obj: .object
        default: .oblique
        }
    }

    /// The tokens whose own dependants speak of the meeting.
    func owned(in text: MeetingText) -> [Int] {
        guard let predicate else { return nouns + clauses + infinitives(of: clauses, text) }
        let speaks =
            relation == .none || text.isA([.light, .plans, .cancels, .attends, .joins, .participation], predicate)
            || text.entry(predicate) != nil
        let travels = relation == .oblique && nouns.last.map { text.has(.with, $0) } == true
        let words = clauses + (speaks || travels || takesPart(predicate, text) ? [predicate] : [])
        return nouns + words + infinitives(of: words, text)
    }

    /// «должна пройти в Риге», «может состояться 5 мая».
    private func infinitives(of words: [Int], _ text: MeetingText) -> [Int] {
        words.flatMap { text.dependants(of: $0, [.xcomp]).filter { text.isA([.light, .plans], $0) } }
    }

    /// «приняли участие».
    func takesPart(_ verb: Int, _ text: MeetingText) -> Bool {
        text.isA([.attends, .joins], verb) || text.dependants(of: verb, [.obj, .obl]).contains { text.isA(.participation, $0) }
    }
}
