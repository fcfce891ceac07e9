internal import LetopisText

/// The names of an article as resolution takes them: the name finder's, but for what plainly is nobody's name.
///
/// «в Рогове» is a place, «пилот Формулы-1» nobody, «лидер Ветра Олег Лунин» a body and a person.
struct ArticleNames {
    private let discourse: Discourse
    private let words: RoleWords
    private let posts: PostLexicon
    private(set) var names: [Name] = []

    init(_ discourse: Discourse, lexicon: ActorLexicon) {
        (self.discourse, words, posts) = (discourse, lexicon.words, lexicon.posts)
        for name in discourse.analysis.names {
            guard name.kind == .person, !name.tokens.isEmpty else {
                names.append(name)
                continue
            }
            if let first = titled(name.tokens) {
                names.append(part(name, first..<name.tokens.upperBound, .person))
            } else if let second = bearer(in: name.tokens) {
                names.append(part(name, name.tokens.lowerBound..<second, .organization))
                names.append(part(name, second..<name.tokens.upperBound, .person))
            } else {
                names.append(isNobody(name.tokens) ? part(name, name.tokens, .location) : name)
            }
        }
        addMissed()
    }

    /// A surname that the name finder missed where it stands alone, in a headline for one, and found in the full name.
    private mutating func addMissed() {
        var surnames = WordMap<Bool>(), taken = [Bool](repeating: false, count: discourse.tokens.count)
        for name in names {
            for i in name.tokens { taken[i] = true }
            if name.kind == .person, name.tokens.count > 1, let last = name.tokens.last { surnames.set(Array(discourse.lemma(last)), true) }
        }
        let missed = discourse.tokens.indices.filter { i in
            !taken[i] && discourse.tokens[i].upos == .properNoun && discourse.startsUpper(i)
                && (discourse.tokens[i].feats.animacy == .animate || isBeforeColon(i))
                && surnames[discourse.lemma(i)] == true
        }
        guard !missed.isEmpty else { return }
        names += missed.map { Name(span: discourse.tokens[$0].span, kind: .person, tokens: $0..<$0 + 1) }
        names.sort { $0.span < $1.span }
    }

    private func isBeforeColon(_ i: Int) -> Bool { i + 1 < discourse.tokens.count && discourse.form(i + 1).elementsEqual(":".utf8) }

    /// Where a name begins behind a post with a capital that the name finder took for a part of it: «Премьера Олега Лунина».
    private func titled(_ tokens: Range<Int>) -> Int? {
        guard tokens.count > 1, [.noun, .properNoun].contains(discourse.tokens[tokens.lowerBound].upos),
            posts.post(of: discourse.lemma(tokens.lowerBound), followedBy: { _ in nil }) != nil
        else { return nil }
        return tokens.lowerBound + 1
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
        return discourse.tokens[first - 1].upos == .adposition
            && [.place, .inside, .from].contains(words.kind(of: discourse.lemma(first - 1)))
    }

    /// Where the bearer's own name begins after the name of the body that the post before both is held in: the first word hangs on the post
    /// in the genitive, the next is in apposition to it.
    private func bearer(in tokens: Range<Int>) -> Int? {
        let first = discourse.tokens[tokens.lowerBound]
        guard tokens.count > 2, first.deprel == .nmod, first.feats.case == .genitive, first.head >= 0, !tokens.contains(first.head) else {
            return nil
        }
        return tokens.dropFirst().first { discourse.tokens[$0].deprel == .appos && discourse.tokens[$0].head == first.head }
    }
}
