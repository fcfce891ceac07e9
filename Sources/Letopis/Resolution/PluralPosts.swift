internal import LetopisText

// Posts of several people named right behind: «президенты Франции и Латвии Анри Дюваль и Олег Лунин».
extension PostFinder {
    /// One post of several, and who holds it.
    struct Share { var phrase: PostPhrase, member: Int }

    /// Every plural post before two names and more, given to each; where as many countries are named, each has their own.
    func shares(_ bodies: inout BodyGrouping) -> [Share] {
        var found: [Share] = [], i = 0
        while i < discourse.tokens.count {
            defer { i += 1 }
            guard discourse.tokens[i].upos == .noun, discourse.tokens[i].feats.number == .plural,
                discourse.tokens[i].feats.animacy == .animate, let phrase = plural(at: i, &bodies)
            else { continue }
            let members = members(behind: phrase, bodies.cast), countries = countries(in: phrase, &bodies)
            guard members.count > 1 else { continue }
            for (place, member) in members.enumerated() {
                var own = phrase
                own.country = countries.count == members.count ? countries[place] : countries.count == 1 ? countries[0] : nil
                found.append(Share(phrase: own, member: member))
            }
            i = phrase.tokens.upperBound
        }
        return found
    }

    private func countries(in phrase: PostPhrase, _ bodies: inout BodyGrouping) -> [Int] {
        var found: [Int] = []
        for i in phrase.tokens {
            let adjective = discourse.tokens[i].upos == .adjective ? countries.country(ofAdjective: discourse.lemma(i)) : nil
            let mention = Mention(head: i, tokens: i..<i + 1, form: .name)
            let named = bodies.cast.memberOf[i].flatMap { bodies.cast.members[$0].kind == .country ? $0 : nil }
            guard let country = named ?? adjective.map({ bodies.member(ofCountry: $0, mention: mention) }) else { continue }
            if !found.contains(country) { found.append(country) }
        }
        return found
    }

    /// The people named one after the other behind a post, in its case.
    private func members(behind phrase: PostPhrase, _ cast: Cast) -> [Int] {
        var found: [Int] = [], i = phrase.tokens.upperBound
        let end = discourse.sentence(of: phrase.head).upperBound
        if i < end, discourse.isDash(i) { i += 1 }
        while i < end, let member = cast.memberOf[i], cast.members[member].kind == .person, !found.contains(member),
            !discourse.casesClash(i, phrase.head)
        {
            found.append(member)
            while i < end, cast.memberOf[i] == member { i += 1 }
            guard i < end, discourse.form(i).elementsEqual(",".utf8) || discourse.tokens[i].upos == .coordinatingConjunction else { break }
            i += 1
        }
        return found
    }
}
