internal import LetopisText

// What a party says that it will do on a condition, or will not do: «Рига подпишет договор, если …», «Рига не будет вести переговоры».
extension IssueRules {
    /// The position that a verb of doing in the future tells of; nil where nothing is denied and nothing makes it depend on something.
    func undertaking(at i: Int) -> (word: PositionWord, issue: PositionIssue)? {
        guard words.isA(.deed, lemma: i), text.nameOf[i] < 0, isFuture(i), !isQuestioned(i), !words.isSupposed(i) else { return nil }
        let isDenied = isDenied(i)
        guard isDenied || dependsOn(i) else { return nil }
        let stance: Position.Stance = dependsOn(i) ? .conditions : .rejects
        let tokens = i..<max(i + 1, runEnd(from: i))
        let entry = PositionEntry(name: String(decoding: Array(text.lemma(i)), as: UTF8.self))
        let word = PositionWord(entry: entry, head: i, tokens: i..<i + 1, stance: stance, isPassive: false)
        guard isByParty(i), let issue = phrase(tokens, head: i, nominal: false), issue.tokens.count > 1 else { return nil }
        return (word, PositionIssue(rule: "undertaking", tokens: issue.tokens, head: i, isNominal: false))
    }

    /// «ответит», «будет отвечать».
    private func isFuture(_ i: Int) -> Bool {
        let feats = text.token(i).feats
        guard text.token(i).upos == .verb, text.token(i).deprel != .advcl, text.token(i).deprel != .aclRelcl, feats.person != 2 else {
            return false
        }
        if feats.verbForm == .finite { return feats.tense == .future }
        return feats.verbForm == .infinitive && auxiliary(of: i) != nil
    }

    private func auxiliary(of i: Int) -> Int? {
        text.children(of: i).first { child in
            let token = text.token(child)
            return child < i && i - child < Self.reach / 2 && [.aux, .cop].contains(token.deprel) && token.feats.verbForm == .finite
                && token.feats.tense != .past
                && !text.isA(.irrealis, child)
        }
    }

    private func isDenied(_ i: Int) -> Bool {
        text.isA(.negation, i - 1) || auxiliary(of: i).map { text.isA(.negation, $0 - 1) } ?? false
    }

    /// «если …», before or after; «без договора»; «пока …».
    private func dependsOn(_ i: Int) -> Bool {
        if hasProviso(i) { return true }
        let objects = text.children(of: i).filter { text.token($0).deprel == .obj }
        return (Array(text.children(of: i)) + objects.flatMap { Array(text.children(of: $0)) }).contains { child in
            let marks = text.children(of: child).filter { [.mark, .case].contains(text.token($0).deprel) }
            return [.advcl, .obl, .nmod].contains(text.token(child).deprel) && marks.contains { words.isA(.proviso, form: $0) }
        }
    }

    private func isQuestioned(_ i: Int) -> Bool {
        text.children(of: i).contains { text.isA([.interrogative, .irrealis], $0) }
    }

    /// A country, a body or somebody with a name does it; things happen by themselves.
    private func isByParty(_ i: Int) -> Bool {
        guard let subject = text.children(of: i).first(where: { text.token($0).deprel == .nsubj }) else { return false }
        return text.nameOf[subject] >= 0 || text.token(subject).upos == .properNoun || words.isA(.party, lemma: subject)
            || text.isA(.firstPerson, subject) || text.token(subject).feats.animacy == .animate && text.token(subject).upos == .noun
            || text.isA(.thirdPerson, subject)
    }
}
