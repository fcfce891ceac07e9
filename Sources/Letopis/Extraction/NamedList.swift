import LetopisText

extension SpeechText {
    /// «министры Олег Лунин и Анна Берг», «встреча глав двух стран – Лунина и Берг»: the names of the people whom a noun counts, in text order,
    /// wherever the tree hangs all but the first. Fewer than two are none.
    func people(namedBy noun: Int) -> [Int] {
        guard nameOf[noun] < 0, token(noun).feats.number == .plural || token(noun).upos == .properNoun else { return [] }
        let first = children(of: noun).first {
            $0 > noun && isPersonName($0) && [.appos, .parataxis].contains(token($0).deprel) && agrees($0, noun)
        }
        guard let first else { return [] }
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

    private func isPersonName(_ i: Int) -> Bool { nameOf[i] >= 0 && analysis.names[nameOf[i]].kind == .person }
}
