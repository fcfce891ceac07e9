internal import LetopisText

/// Nouns by which an article speaks of a body that it has named: «газета» of «газета «Труд»», «министерство» of «Министерство финансов»,
/// «альянс» of a body that is also called so.
///
/// A noun that goes with two bodies of the article stands for neither.
struct BodyNouns {
    private let discourse: Discourse
    private let words: RoleWords
    private var members: [[UInt8]: Int?] = [:]

    init(_ discourse: Discourse, cast: Cast, words: RoleWords) {
        (self.discourse, self.words) = (discourse, words)
        for (number, member) in cast.members.enumerated() where member.kind == .organization {
            for name in member.synonyms { foldedWords(name).forEach { note($0, number) } }
            for mention in member.mentions where mention.form == .name {
                note(Array(discourse.lemma(mention.head)), number)
                if let noun = noun(before: mention.tokens) { note(Array(discourse.lemma(noun)), number) }
            }
        }
    }

    /// The member that a noun with nothing but adjectives stands for, or nil.
    func member(of token: Int) -> Int? {
        guard discourse.tokens[token].feats.number != .plural, let member = members[Array(discourse.lemma(token))] ?? nil else {
            return nil
        }
        let isBare = discourse.dependants(of: token).allSatisfy { i in
            i < token || [.amod, .det, .case, .punct].contains(discourse.tokens[i].deprel)
        }
        return isBare ? member : nil
    }

    private mutating func note(_ lemma: [UInt8], _ member: Int) {
        guard words.isBody(lemma[...]) else { return }
        if let other = members[lemma] { members[lemma] = other == member ? other : .some(nil) } else { members[lemma] = member }
    }

    /// «газета» before «Труд».
    private func noun(before name: Range<Int>) -> Int? {
        var i = name.lowerBound - 1
        if i > 0, discourse.isQuotationMark(i) { i -= 1 }
        guard i >= 0, discourse.tokens[i].upos == .noun else { return nil }
        return name.contains { discourse.tokens[$0].head == i && [.appos, .flat, .flatName, .nmod].contains(discourse.tokens[$0].deprel) }
            ? i : nil
    }
}
