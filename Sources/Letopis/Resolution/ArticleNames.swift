internal import LetopisText

/// The names of an article as resolution takes them: the name finder's, but for what plainly is nobody's name.
///
/// «в Рогове» is a place, «пилот Формулы-1» nobody, «лидер Ветра Олег Лунин» a body and a person.
struct ArticleNames {
    private let discourse: Discourse
    private let words: RoleWords
    private(set) var names: [Name] = []

    init(_ discourse: Discourse, words: RoleWords) {
        (self.discourse, self.words) = (discourse, words)
        for name in discourse.analysis.names {
            guard name.kind == .person, !name.tokens.isEmpty else {
                names.append(name)
                continue
            }
            if let second = bearer(in: name.tokens) {
                names.append(part(name, name.tokens.lowerBound..<second, .organization))
                names.append(part(name, second..<name.tokens.upperBound, .person))
            } else {
                names.append(isNobody(name.tokens) ? part(name, name.tokens, .location) : name)
            }
        }
    }

    private func part(_ name: Name, _ tokens: Range<Int>, _ kind: Name.Kind) -> Name {
        Name(span: discourse.span(tokens), kind: kind, tokens: tokens)
    }

    /// A word with a number in it, or a lifeless one after a preposition of place.
    private func isNobody(_ tokens: Range<Int>) -> Bool {
        let first = tokens.lowerBound
        if tokens.contains(where: { i in discourse.form(i).contains { (0x30...0x39).contains($0) } }) { return true }
        guard tokens.count == 1, first > 0, discourse.tokens[first].feats.animacy == .inanimate,
            [.nmod, .obl].contains(discourse.tokens[first].deprel)
        else { return false }
        return discourse.tokens[first - 1].upos == .adposition && [.place, .inside, .from].contains(words.kind(of: discourse.lemma(first - 1)))
    }

    /// Where the bearer's own name begins after the name of the body that the post before both is held in: the first word hangs on the post in
    /// the genitive, the next is in apposition to it.
    private func bearer(in tokens: Range<Int>) -> Int? {
        let first = discourse.tokens[tokens.lowerBound]
        guard tokens.count > 2, first.deprel == .nmod, first.feats.case == .genitive, first.head >= 0, !tokens.contains(first.head) else { return nil }
        return tokens.dropFirst().first { discourse.tokens[$0].deprel == .appos && discourse.tokens[$0].head == first.head }
    }
}
