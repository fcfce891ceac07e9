import LetopisText

extension SpeechText {
    /// «министры Олег Лунин и Анна Берг», «встреча глав двух стран – Лунина и Берг»: the names of the people whom a noun counts, in text order,
    /// wherever the tree hangs all but the first. Fewer than two are none.
    func people(namedBy noun: Int) -> [Int] {
        guard nameOf[noun] < 0, token(noun).feats.number == .plural || token(noun).upos == .properNoun else { return [] }
        guard let first = firstPerson(behind: noun) else { return [] }
        var names = [first]
        while let next = nextPerson(after: names[names.count - 1]), agrees(next, noun) { names.append(next) }
        return names.count > 1 ? names : []
    }

    /// The person that such a noun counts whom a name is, where the tree joins him to somebody else.
    func isCounted(_ name: Int, besides head: Int) -> Bool {
        guard nameOf[name] >= 0, let before = personBefore(name) else { return false }
        var first = before
        while let earlier = personBefore(first) { first = earlier }
        let noun = self.head[first]
        return noun >= 0 && noun != head && people(namedBy: noun).contains(name)
    }

    /// The name that stands in apposition to a noun, or right behind its genitives, where the tree hangs it on what is joined to the noun.
    private func firstPerson(behind noun: Int) -> Int? {
        let own = children(of: noun).first {
            $0 > noun && isPersonName($0) && [.appos, .parataxis].contains(token($0).deprel) && agrees($0, noun)
        }
        if let own { return own }
        guard let name = (noun + 1..<min(count, noun + Self.farthest)).first(where: { nameOf[$0] < 0 ? !isAttribute($0) : isPersonName($0) }),
            isPersonName(name), agrees(name, noun), token(name).feats.case != .genitive || token(noun).feats.case == .genitive
        else { return nil }
        let above = head[headOfName(at: name)]
        return above > name && token(above).deprel == .conj && head[above] == noun ? headOfName(at: name) : nil
    }

    private static var farthest: Int { 8 }

    private func isAttribute(_ i: Int) -> Bool {
        token(i).upos == .coordinatingConjunction || [.noun, .adjective].contains(token(i).upos) && token(i).feats.case == .genitive
    }

    private func nextPerson(after name: Int) -> Int? {
        let joint = analysis.names[nameOf[name]].tokens.upperBound
        guard joint + 1 < count, isMark(.comma, joint) || token(joint).upos == .coordinatingConjunction, isPersonName(joint + 1) else { return nil }
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

    private func isPersonName(_ i: Int) -> Bool { nameOf[i] >= 0 && analysis.names[nameOf[i]].kind == .person }
}
