internal import LetopisText

/// Nouns by which an article speaks of a body that it has named: «газета» of «газета «Труд»», «министерство» of «Министерство финансов»,
/// «альянс» of a body that is also called so, «компания» of one just named of which it says no more.
///
/// A noun that goes with two bodies of the article stands for neither.
struct BodyNouns {
    private let discourse: Discourse
    private let words: RoleWords
    private var members: [[UInt8]: Int?] = [:]
    /// Where the article names the bodies that a noun goes with, in text order.
    private var places: [[UInt8]: [(token: Int, member: Int)]] = [:]
    /// Bodies of which the article does not say what they are, where it names them, in text order.
    private var plain: [(token: Int, member: Int)] = []
    /// A body that only its place tells is no further back than this many sentences.
    private static let furthest = 3

    init(_ discourse: Discourse, cast: Cast, words: RoleWords) {
        (self.discourse, self.words) = (discourse, words)
        for (number, member) in cast.members.enumerated() where member.kind == .organization {
            var isPlain = member.synonyms.isEmpty
            for name in member.synonyms { foldedWords(name).forEach { note($0, number) } }
            for mention in member.mentions where mention.form == .name {
                for noun in [mention.head, noun(before: mention.tokens)].compactMap(\.self) {
                    note(Array(discourse.lemma(noun)), number)
                    for other in words.others(for: discourse.lemma(noun)) { places[other, default: []].append((mention.head, number)) }
                    if words.isBody(discourse.lemma(noun)) { isPlain = false }
                }
            }
            let names = member.mentions.filter { $0.form == .name && discourse.tokens[$0.head].upos != .adjective }
            if isPlain { plain += names.map { ($0.head, number) } }
        }
        plain.sort { $0.token < $1.token }
        for noun in places.keys { places[noun]?.sort { $0.token < $1.token } }
    }

    /// The member that a noun with nothing but adjectives stands for, or nil.
    func member(of token: Int) -> Int? {
        let lemma = discourse.lemma(token)
        guard discourse.tokens[token].feats.number != .plural, words.isBody(lemma) else { return nil }
        let isBare = discourse.dependants(of: token).allSatisfy { i in
            i < token || [.amod, .det, .case, .punct].contains(discourse.tokens[i].deprel)
        }
        guard isBare else { return nil }
        if let member = members[Array(lemma)] ?? nil { return member }
        guard words.kind(of: lemma) == .broad else { return nil }
        return nearest(to: token, of: members[Array(lemma)] == nil ? plain : places[Array(lemma)] ?? [])
    }

    /// The only one of some bodies in the nearest sentence that names one of them.
    private func nearest(to token: Int, of places: [(token: Int, member: Int)]) -> Int? {
        let last = discourse.sentenceOf[token]
        let near = places.filter { $0.token < token && last - discourse.sentenceOf[$0.token] <= Self.furthest }
        guard let sentence = near.last.map({ discourse.sentenceOf[$0.token] }) else { return nil }
        let found = Set(near.filter { discourse.sentenceOf[$0.token] == sentence }.map(\.member))
        return found.count == 1 ? found.first : nil
    }

    private mutating func note(_ lemma: [UInt8], _ member: Int) {
        guard words.isBody(lemma[...]) else { return }
        for noun in [lemma] + words.others(for: lemma[...]) {
            if let other = members[noun] { members[noun] = other == member ? other : .some(nil) } else { members[noun] = member }
        }
    }

    /// «газета» before «Труд».
    func noun(before name: Range<Int>) -> Int? {
        var i = name.lowerBound - 1
        if i > 0, discourse.isQuotationMark(i) { i -= 1 }
        guard i >= 0, discourse.tokens[i].upos == .noun else { return nil }
        return name.contains { discourse.tokens[$0].head == i && [.appos, .flat, .flatName, .nmod].contains(discourse.tokens[$0].deprel) }
            ? i : nil
    }
}
