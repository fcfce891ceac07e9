internal import LetopisText

/// Posts that stand side by side and have one holder.
extension PostHolders {
    /// «историк, профессор НИУ Олег Будин»: both are his. «министр и канцлер Анна Шмидт» may be two people where each has a country or a
    /// body.
    func shared(_ phrase: PostPhrase, with next: PostPhrase, _ holder: Int?) -> Int? {
        let end = pastBrackets(phrase.tokens.upperBound)
        guard let holder, end <= next.tokens.lowerBound, next.tokens.lowerBound - end <= 3,
            (end..<next.tokens.lowerBound).dropFirst().allSatisfy(isJoint)
        else { return nil }
        let noun = discourse.tokens[phrase.head], other = discourse.tokens[next.head]
        let isIndeclinable = discourse.folded(phrase.head).elementsEqual(discourse.lemma(phrase.head))
        if end == next.tokens.lowerBound { return isIndeclinable || !other.feats.clash(on: .case, with: noun.feats) ? holder : nil }
        guard isIndeclinable || other.feats.agree(on: .case, with: noun.feats) else { return nil }
        let begins =
            phrase.tokens.lowerBound == discourse.sentence(of: phrase.head).lowerBound || discourse.startsLine(phrase.tokens.lowerBound)
        let isOwn =
            phrase.tokens.lowerBound > 0 && discourse.form(end).elementsEqual(",".utf8)
            && cast.memberOf[phrase.tokens.lowerBound - 1] == nil
        guard discourse.isDash(end) || begins || isOwn || other.head == phrase.head else { return nil }
        let isList = discourse.tokens[end].upos == .coordinatingConjunction || other.deprel == .conj
        let isPlace = phrase.tokens.upperBound > phrase.head + 1 && (phrase.country != nil || phrase.organization != nil)
        return isList && isPlace && !isOne(phrase, next) ? nil : holder
    }

    /// Whether posts side by side are the subject of a verb in the singular, and not held in two countries: «сообщил глава банка и
    /// совладелец завода Лунин».
    private func isOne(_ phrase: PostPhrase, _ next: PostPhrase) -> Bool {
        let noun = discourse.tokens[phrase.head]
        guard noun.deprel == .nsubj, noun.head >= 0, discourse.tokens[noun.head].feats.number == .singular else { return false }
        return phrase.country == nil || phrase.country == next.country
    }

    /// «Лунин — политик и лидер партии»: the second is his too. Behind a name and a comma the second must hang on name or post.
    func joined(_ phrase: PostPhrase, to before: PostPhrase, _ holding: Holding?) -> Int? {
        guard let holding, ["name-before", "said-of", "joined"].contains(holding.rule) else { return nil }
        let gap = before.tokens.upperBound..<max(before.tokens.upperBound, phrase.tokens.lowerBound)
        let noun = discourse.tokens[phrase.head], other = discourse.tokens[before.head]
        guard (1...3).contains(gap.count), noun.feats.agree(on: .case, with: other.feats), gap.allSatisfy(isJoint) else { return nil }
        let isAnd = discourse.tokens[gap.lowerBound].upos == .coordinatingConjunction
        let hangs =
            [.conj, .appos].contains(noun.deprel) && (noun.head == before.head || cast.memberOf[max(0, noun.head)] == holding.member)
        return isAnd && (holding.rule != "name-before" || hangs) || hangs && person(phrase.tokens.upperBound) == nil ? holding.member : nil
    }

    private func isJoint(_ i: Int) -> Bool {
        discourse.tokens[i].upos == .coordinatingConjunction || discourse.tokens[i].upos == .adverb
            || discourse.tokens[i].deprel == .fixed || discourse.form(i).elementsEqual(",".utf8)
    }

    /// «Олег Лунин директор музея» as a line of its own: how texts are signed.
    func signed(_ phrase: PostPhrase) -> Int? {
        let last = phrase.tokens.lowerBound - 1, next = phrase.tokens.upperBound
        guard let member = person(last), next == discourse.tokens.count || discourse.startsLine(next) else { return nil }
        var first = last
        while first > 0, cast.memberOf[first - 1] == member, !discourse.startsLine(first) { first -= 1 }
        let isLine = first == 0 || discourse.startsLine(first)
        return isLine && discourse.tokens[phrase.head].feats.case == .nominative && !discourse.startsLine(phrase.tokens.lowerBound)
            ? member : nil
    }
}
