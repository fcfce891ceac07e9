internal import LetopisText

// Sources that only the sentences before tell of: who wrote «послание», who «они» are.
extension Sources {
    /// A writing is looked for at most so many sentences back.
    private static let furthestWriting = 3

    /// «Лунин написал письмо. В послании говорится …»: who wrote the only writing before that a bare noun can stand for.
    func writer(of head: Int) -> Int? {
        guard discourse.dependants(of: head).allSatisfy({ [.adposition, .punctuation].contains(discourse.tokens[$0].upos) }) else { return nil }
        let noun = Array(discourse.lemma(head)), alike = [noun] + words.others(for: noun[...])
        guard alike.count > 1 else { return nil }
        let sentence = discourse.sentence(of: head).lowerBound, last = discourse.sentenceOf[head] - Self.furthestWriting
        var writers: [Int] = [], i = sentence - 1
        while i >= 0, discourse.sentenceOf[i] >= last {
            if alike.contains(Array(discourse.lemma(i))), let writer = sender(of: i), !writers.contains(writer) { writers.append(writer) }
            i -= 1
        }
        return writers.count == 1 ? writers[0] : nil
    }

    /// «телеграмма от Лунина», «письмо Лунина», «Лунин написал письмо».
    private func sender(of noun: Int) -> Int? {
        for i in discourse.dependants(of: noun) where i > noun && discourse.tokens[i].feats.case == .genitive {
            let cases = discourse.dependants(of: i).filter { discourse.tokens[$0].deprel == .case }
            guard cases.allSatisfy({ words.kind(of: discourse.lemma($0)) == .from }) else { continue }
            if let member = cast.memberOf[i], cast.members[member].kind != .place { return member }
        }
        let verb = discourse.tokens[noun].head
        guard verb >= 0, discourse.tokens[noun].deprel == .obj, words.kind(of: discourse.lemma(verb)) == .writes else { return nil }
        return discourse.dependants(of: verb).first { discourse.tokens[$0].deprel == .nsubj }.flatMap { cast.memberOf[$0] }
    }

    /// «Рабочие начали забастовку. Они требуют …»: the only people of whom the reporter's sentence before speaks.
    mutating func people(before token: Int) -> Int? {
        let feats = discourse.tokens[token].feats, sentence = discourse.sentence(of: token)
        guard feats.number == .plural, feats.case == .nominative, token - sentence.lowerBound < 3, sentence.lowerBound > 0 else { return nil }
        let before = discourse.sentence(of: sentence.lowerBound - 1)
        let subjects = before.filter { i in
            discourse.isSubject(i) && discourse.tokens[i].feats.number == .plural
        }
        guard let last = subjects.last, cast.memberOf[last] == nil, discourse.voice[last] == .reporter,
            discourse.tokens[last].upos == .noun, discourse.tokens[last].feats.animacy == .animate,
            subjects.allSatisfy({ discourse.lemma($0).elementsEqual(discourse.lemma(last)) })
        else { return nil }
        return unnamed(phrase(around: last), head: last)
    }
}
