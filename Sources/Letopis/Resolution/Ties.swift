internal import LetopisText

/// Finds kinship between people of a cast: «Кушнер, который является зятем Трампа», «зять Трампа Джаред Кушнер».
struct Ties {
    let discourse: Discourse
    let words: RoleWords

    /// Adds the ties that the article names between two people it names.
    func add(to cast: inout Cast, _ nominative: Nominative) {
        for i in discourse.tokens.indices where words.kind(of: discourse.lemma(i)) == .tie {
            guard let to = relative(of: i, cast), let who = bearer(of: i, notAmong: i + 1..<to.end, cast), to.member != who else {
                continue
            }
            let kind = nominative.name(i..<i + 1, in: discourse).lowered(discourse.isPlainCapital(i))
            cast.members[who].ties.append((kind, to.member, discourse.span(i..<to.end)))
        }
    }

    /// Whose: a name in the genitive right after the word.
    private func relative(of i: Int, _ cast: Cast) -> (member: Int, end: Int)? {
        guard i + 1 < discourse.tokens.count, let member = person(i + 1, cast), discourse.tokens[i + 1].head == i,
            discourse.tokens[i + 1].feats.case == .genitive
        else { return nil }
        var end = i + 2
        while end < discourse.tokens.count, cast.memberOf[end] == member { end += 1 }
        return (member, end)
    }

    /// Who is it: the name in apposition, the one that the word is in apposition to, or the subject that it is said of.
    private func bearer(of i: Int, notAmong relative: Range<Int>, _ cast: Cast) -> Int? {
        let apposed = discourse.dependants(of: i).first { discourse.tokens[$0].deprel == .appos && !relative.contains($0) }
        if let member = apposed.flatMap({ person($0, cast) }) { return member }
        let head = discourse.tokens[i].head
        guard head >= 0 else { return nil }
        if discourse.tokens[i].deprel == .appos { return person(head, cast) }
        guard words.kind(of: discourse.lemma(head)) == .holds else { return nil }
        let subject = discourse.dependants(of: head).first { discourse.tokens[$0].deprel == .nsubj }
        if let subject, let member = person(subject, cast) { return member }
        return discourse.tokens[head].deprel == .aclRelcl ? person(discourse.tokens[head].head, cast) : nil
    }

    private func person(_ i: Int, _ cast: Cast) -> Int? {
        guard i >= 0, let member = cast.memberOf[i], cast.members[member].kind == .person else { return nil }
        return member
    }
}
