internal import LetopisText

/// A common noun in a source's place, and what the article says along with it: «директор этого музея», «российское издание», «послание».
struct Description: Sendable {
    /// What it can stand for. The raw value stands in `description-weights.txt`.
    enum Kind: String, Sendable, CaseIterable { case person, body, writing }
    /// The noun.
    var head: Int
    /// What it can stand for.
    var kind: Kind
    /// The phrase up to a comma.
    var core: Range<Int>
    /// What the noun says.
    var classes: NounClasses
    /// The post that the noun names.
    var post: (entry: PostLexicon.Entry, words: Int)?
    /// Whether the noun can stand for anybody with a post.
    var isEpithet = false
    /// What the verb says of the gender.
    var gender: Gender?
    /// The country of its adjective, by number in the lexicon.
    var country: Int?
    /// The nouns behind it that say whose it is.
    var complements: [Int] = []
    /// Adjectives of its own.
    var attributes: [Int] = []
    /// What holds whoever comes into question.
    var clues: [DescriptionClue] = []
}

extension Sources {
    /// What a noun describes; nil where it brings in somebody else, or speaks of several.
    func description(_ head: Int, in tokens: Range<Int>) -> Description? {
        let feats = discourse.tokens[head].feats, classes = nouns.classes(of: discourse.lemma(head)), core = core(tokens, head: head)
        guard feats.number != .plural, discourse.tokens[head].upos != .properNoun, !isCounted(head), !isNew(head, core) else { return nil }
        var found = Description(head: head, kind: .person, core: core, classes: classes)
        found.post = post(at: head)
        if let family = found.post?.entry.family.utf8.split(separator: 32).first {
            found.classes.formUnion(nouns.classes(of: folded(Array(family)[...])[...]).intersection(.office))
        }
        let inhabited = countries.country(ofInhabitant: discourse.lemma(head))
        let isPerson = feats.animacy == .animate || found.post != nil || words.isEpithet(discourse.lemma(head))
        if classes.contains(.writing) {
            found.kind = .writing
        } else if !isPerson || found.post == nil && !classes.isDisjoint(with: .bodies) {
            found.kind = .body
        }
        guard found.kind == .person || !classes.isEmpty || words.isBody(discourse.lemma(head)) else { return nil }
        found.isEpithet = [.epithet, .calling].contains(words.kind(of: discourse.lemma(head)))
        (found.gender, found.country) = (verbGender(of: head), inhabited)
        gather(&found)
        let isKin = words.kind(of: discourse.lemma(head)) == .tie
        return found.complements.isEmpty || found.kind == .person && !isKin ? found : nil
    }

    /// «другой эксперт», «один из депутатов»: somebody else than those named.
    private func isNew(_ head: Int, _ core: Range<Int>) -> Bool {
        if core.contains(where: { $0 < head && nouns.classes(of: discourse.lemma($0)).contains(.new) }) { return true }
        return discourse.dependants(of: head).contains {
            discourse.tokens[$0].deprel == .conj || nouns.classes(of: discourse.lemma($0)).contains(.new) && $0 < head
        }
    }

    private func verbGender(of head: Int) -> Gender? {
        let above = discourse.tokens[head].head
        return above >= 0 && discourse.isSubject(head) ? discourse.tokens[above].feats.gender : nil
    }

    /// Sorts the words of the phrase: complements, adjectives, pronouns.
    private func gather(_ found: inout Description) {
        var inPost = (found.post?.words ?? 1) - 1
        for i in found.core where i != found.head {
            let token = discourse.tokens[i]
            if let country = countries.country(ofAdjective: discourse.lemma(i)), token.upos == .adjective { found.country = country }
            switch token.upos {
            case .noun, .properNoun:
                if inPost > 0, i > found.head { inPost -= 1 } else if i > found.head { found.complements.append(i) }
            case .adjective, .verb, .numeral:
                let isPlain = [.current, .quality, .this].contains(words.kind(of: discourse.lemma(i)))
                if !isPlain, countries.country(ofAdjective: discourse.lemma(i)) == nil { found.attributes.append(i) }
            case .determiner where words.kind(of: discourse.lemma(i)) == .this: found.clues.append(.this)
            default: break
            }
        }
        if found.complements.isEmpty, found.attributes.isEmpty, found.country == nil { found.clues.append(.bare) }
        if found.classes.contains(.functional) { found.clues.append(.functional) }
        if goesOn(found.head) { found.clues.append(.goesOn) }
        if byLemma[Array(discourse.lemma(found.head))] != nil { found.clues.append(.heard) }
    }
}
