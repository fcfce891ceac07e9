internal import LetopisText

/// An article as the rules of meetings look at it: the speech rules' view, with the classes of words of meetings.
struct MeetingText: Sendable {
    let text: SpeechText
    let lexicon: MeetingLexicon
    private static let deepest = 32
    /// The classes of each token's lemma.
    let classes: [MeetingWords]
    /// Complements that the tree hangs on a word before a verb that it does not govern, by the verb between, to which they belong.
    private let moved: [Int: [Int]]
    private let movedTo: [Int: Int]

    init(_ text: SpeechText, lexicon: MeetingLexicon) {
        (self.text, self.lexicon) = (text, lexicon)
        movedTo = Self.crossing(text)
        moved = Dictionary(grouping: movedTo.keys.sorted()) { [movedTo] in movedTo[$0] ?? -1 }
        classes = (0..<text.count).map { text.isWord($0) ? lexicon.classes(ofLemma: text.lemma($0)) : [] }
    }

    /// Whether a token's lemma is of a class.
    func isA(_ kind: MeetingWords, _ i: Int) -> Bool { classes.indices.contains(i) && !classes[i].isDisjoint(with: kind) }

    /// The entry of a token's lemma.
    func entry(_ i: Int) -> MeetingLexicon.Entry? { text.isWord(i) ? lexicon.entry(ofLemma: text.lemma(i)) : nil }

    /// Whether a word is in a case, or says nothing of its case and is a name.
    func isIn(_ wanted: Case, _ i: Int) -> Bool {
        guard let own = text.token(i).feats.case else { return text.nameOf[i] >= 0 }
        return own == wanted
    }

    /// Whether a word has a preposition of a class.
    func has(_ preposition: MeetingWords, _ i: Int) -> Bool {
        text.children(of: i).contains { text.token($0).deprel == .case && isA(preposition, $0) }
    }

    /// Whether a word has no preposition.
    func isBare(_ i: Int) -> Bool { !text.children(of: i).contains { text.token($0).deprel == .case } }

    /// A noun and what is joined to it by «и» or a comma, in text order: as many as the article lists.
    func list(_ head: Int) -> [Int] {
        // «дочь Лиза и мать Раиса»: the second may hang on the name of the first.
        let people = text.people(namedBy: head)
        let names = text.children(of: head).filter { text.token($0).deprel == .appos && text.nameOf[$0] >= 0 }
        let joined = ([head] + (people.isEmpty ? names : people)).flatMap { text.children(of: $0) }
        let others = joined.filter {
            text.token($0).deprel == .conj && text.isNominal($0) && isAlike($0, head) && !isSharedCountry($0, of: head)
        }
        return (people.isEmpty ? [head] : people) + others.filter { !people.contains($0) && !text.isCounted($0, besides: head) }
    }

    /// «лидеры Латвии и Эстонии», where the tree joins Estonia to the leaders.
    private func isSharedCountry(_ i: Int, of head: Int) -> Bool {
        guard text.token(head).feats.number == .plural, text.token(head).feats.animacy == .animate, isPlaceName(i), isIn(.genitive, i)
        else {
            return false
        }
        return text.children(of: head).contains { $0 < i && text.token($0).deprel == .nmod && isPlaceName($0) }
    }

    private func isPlaceName(_ i: Int) -> Bool { text.nameOf[i] >= 0 && text.analysis.names[text.nameOf[i]].kind == .location }

    private func isAlike(_ i: Int, _ head: Int) -> Bool { !text.token(i).feats.clash(on: .case, with: text.token(head).feats) }

    /// Whether a word may name somebody who takes part: a person, a name, a body.
    func canTakePart(_ i: Int) -> Bool {
        let token = text.token(i)
        guard text.isNominal(i) || token.deprel == .det, entry(i) == nil else { return false }
        if text.nameOf[i] >= 0 || token.upos == .properNoun { return true }
        if token.deprel == .det { return isOwner(i) }
        return token.feats.animacy == .animate || token.upos == .pronoun && !text.isA([.demonstrative, .relative], i) || isA(.collective, i)
    }

    /// «его», which taggers take for a determiner or for a pronoun.
    func isOwner(_ i: Int) -> Bool { isA([.his, .hers], i) || text.token(i).upos == .pronoun && text.isA(.thirdPerson, i) }

    /// The tokens that hang on a word in one of these relations.
    func dependants(of i: Int, _ relations: [Relation]) -> [Int] {
        let own = text.children(of: i).filter { relations.contains(text.token($0).deprel) && movedTo[$0] == nil }
        guard let more = moved[i] else { return own }
        return own + more.filter { relations.contains(text.token($0).deprel) }
    }

    /// What a token hangs on.
    func head(of i: Int) -> Int { movedTo[i] ?? text.head[i] }

    /// «Министр, приехавший в Осло, встретился в мае с послом»: «в мае» goes with the verb before it and not with the participle.
    private static func crossing(_ text: SpeechText) -> [Int: Int] {
        var found: [Int: Int] = [:]
        for unit in text.units {
            var verb = -1
            for i in unit {
                let token = text.token(i), head = text.head[i]
                if token.upos == .verb, token.feats.verbForm == .finite { verb = i }
                guard token.deprel == .obl, head >= 0, head < verb, text.low[verb] < head || text.head[verb] < 0,
                    !hangs(verb, on: head, text)
                else { continue }
                found[i] = verb
            }
        }
        return found
    }

    private static func hangs(_ i: Int, on ancestor: Int, _ text: SpeechText) -> Bool {
        var at = i
        for _ in 0..<deepest {
            if at == ancestor { return true }
            guard at >= 0 else { return false }
            at = text.head[at]
        }
        return true
    }
}
