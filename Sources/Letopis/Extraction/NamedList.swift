import LetopisText

extension SpeechText {
    /// «министры Олег Лунин и Анна Берг», «встреча глав двух стран – Лунина и Берг»: the names of the people whom a noun counts, in text order,
    /// wherever the tree hangs all but the first. Fewer than two are none.
    func people(namedBy noun: Int) -> [Int] {
        guard nameOf[noun] < 0, token(noun).feats.number == .plural || token(noun).upos == .properNoun else { return [] }
        guard let first = firstPerson(behind: noun) else { return [] }
        var names = [first]
        while names.count < Self.most, let next = nextPerson(after: names[names.count - 1]),
            agrees(next, noun) || token(next).deprel == .conj && names.contains(head[next])
        {
            names.append(next)
        }
        return names.count > 1 ? names : []
    }

    /// The person that such a noun counts whom a name is, where the tree joins him to somebody else.
    func isCounted(_ name: Int, besides head: Int) -> Bool {
        guard nameOf[name] >= 0, let before = personBefore(name) else { return false }
        var first = before
        for _ in 0..<Self.most { first = personBefore(first) ?? first }
        let noun = self.head[first]
        return noun >= 0 && noun != head && people(namedBy: noun).contains(name)
    }

    /// The name that stands in apposition to a noun, or right behind its genitives, where the tree hangs it on what is joined to the noun.
    private func firstPerson(behind noun: Int) -> Int? {
        let own = children(of: noun).first {
            $0 > noun && isPersonName($0) && [.appos, .parataxis].contains(token($0).deprel) && agrees($0, noun)
        }
        if let own { return own }
        guard let name = (noun + 1..<min(count, noun + Self.farthest)).first(where: { isPersonName($0) || !isAttribute($0) }),
            isPersonName(name), agrees(name, noun), token(name).feats.case != .genitive || token(noun).feats.case == .genitive
        else { return nil }
        let person = headOfName(at: name), above = head[person]
        let isJoined = above > name && token(above).deprel == .conj && head[above] == noun
        let isBelow = noun < above && above < name && [.appos, .parataxis].contains(token(person).deprel)
        return isJoined || isBelow ? person : nil
    }

    private static var farthest: Int { 10 }
    /// Of longer lists the first ones count.
    private static var most: Int { 16 }

    private func isAttribute(_ i: Int) -> Bool {
        if token(i).upos == .coordinatingConjunction || isMark(.dash, i) { return true }
        return [.noun, .properNoun, .adjective, .numeral, .determiner].contains(token(i).upos) && token(i).feats.case == .genitive
    }

    private func nextPerson(after name: Int) -> Int? {
        let joint = analysis.names[nameOf[name]].tokens.upperBound
        guard joint + 1 < count, isMark(.comma, joint) || token(joint).upos == .coordinatingConjunction, isPersonName(joint + 1) else {
            return nil
        }
        return headOfName(at: joint + 1)
    }

    private func personBefore(_ name: Int) -> Int? {
        let joint = analysis.names[nameOf[name]].tokens.lowerBound - 1
        guard joint > 0, isMark(.comma, joint) || token(joint).upos == .coordinatingConjunction, isPersonName(joint - 1) else { return nil }
        return headOfName(at: joint - 1)
    }

    /// The token of a name that hangs on none of its others.
    private func headOfName(at i: Int) -> Int {
        let tokens = analysis.names[nameOf[i]].tokens
        return tokens.first { !tokens.contains(head[$0]) } ?? i
    }

    private func agrees(_ name: Int, _ noun: Int) -> Bool {
        token(noun).upos == .properNoun || !token(name).feats.clash(on: .case, with: token(noun).feats)
    }
}
