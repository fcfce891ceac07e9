import LetopisText

extension SpeechText {
    /// «министры Олег Лунин и Анна Берг», «встреча глав двух стран – Лунина и Берг»: the names of the people whom a noun counts, in text order.
    /// Fewer than two are none.
    func people(namedBy noun: Int) -> [Int] {
        guard nameOf[noun] < 0, token(noun).feats.number == .plural || token(noun).upos == .properNoun else { return [] }
        let own = children(of: noun).filter { $0 > noun && isPersonName($0) }
        guard let first = own.first(where: { [.appos, .parataxis].contains(token($0).deprel) }) else { return [] }
        let joined = children(of: first).filter { token($0).deprel == .conj && isPersonName($0) }
        let others = own.filter { $0 > first && token($0).deprel == .conj } + joined
        let names = ([first] + others).filter { token(noun).upos == .properNoun || !token($0).feats.clash(on: .case, with: token(noun).feats) }
        return names.count > 1 ? names.sorted() : []
    }

    private func isPersonName(_ i: Int) -> Bool { nameOf[i] >= 0 && analysis.names[nameOf[i]].kind == .person }
}
