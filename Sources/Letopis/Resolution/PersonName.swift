internal import LetopisText

/// A word of a person's name, and the nominatives that it could be a form of.
struct NameWord: Sendable {
    /// Its token.
    var token: Int
    /// Its first token: «О» of «О’Рейли».
    var first: Int
    /// «А.», «В»: one letter that stands for a name.
    var isInitial: Bool
    /// The form, folded.
    var form: [UInt8]
    /// What it could be in the nominative, folded, without a repetition.
    var nominatives: [[UInt8]]

    /// «Фёдорович»: may be left out.
    var isPatronymic = false
    /// The halves of a double name that are long enough to stand for it.
    var parts: [[UInt8]] = []

    /// The same word where it is known to stand in the nominative.
    var asItStands: NameWord {
        var word = self
        word.nominatives = [form]
        return word
    }

    /// Whether two words could be forms of one name; an initial goes with every name that begins with it.
    func matches(_ other: NameWord) -> Bool {
        if isInitial || other.isInitial { return form.prefix(2).elementsEqual(other.form.prefix(2)) }
        return nominatives.contains { other.nominatives.contains($0) || other.parts.contains($0) }
            || parts.contains { other.nominatives.contains($0) }
    }
}

/// A person's name at one place of the article.
struct PersonName: Sendable {
    /// Its place among the article's names.
    var index: Int
    var words: [NameWord]
    /// What the word forms say of the bearer.
    var gender: Gender?
    /// What a name does not consist of.
    private static let notNames: Set<PartOfSpeech> = [.pronoun, .determiner, .particle, .adverb, .auxiliary]

    /// Words that are no initials.
    var fullWords: Int { words.count { !$0.isInitial } }

    /// Its tokens, in one stretch.
    var tokens: Range<Int>

    /// The names at a place of the article: as a rule one, without what stands in brackets. Two where a line ends between two words, or
    /// where two words that stand side by side by chance were taken for a name: «в письме к Берг Лунин пишет».
    static func names(_ all: Range<Int>, number index: Int, in discourse: Discourse, nominative: Nominative) -> [PersonName] {
        let bracket = all.dropFirst().first { discourse.form($0).elementsEqual("(".utf8) }
        let tokens = all.lowerBound..<(bracket ?? all.upperBound)
        guard let second = tokens.dropFirst().first(where: { discourse.startsLine($0) || isStranger($0, in: tokens, discourse) }) else {
            return [PersonName(index, tokens, in: discourse, nominative: nominative)].compactMap { $0 }
        }
        let parts = [tokens.lowerBound..<second, second..<tokens.upperBound]
        return parts.compactMap { PersonName(index, $0, in: discourse, nominative: nominative) }
    }

    /// A subject of its own after a word in another case, or a name of two words in another case than what stands before.
    private static func isStranger(_ i: Int, in tokens: Range<Int>, _ discourse: Discourse) -> Bool {
        let isName = i + 1 < tokens.upperBound && discourse.tokens[i + 1].head == i && !tokens.contains(discourse.tokens[i].head)
        if isName, discourse.tokens[i - 1].feats.case == .genitive, discourse.casesClash(i - 1, i) { return true }
        return isSubject(i, in: tokens, discourse)
    }

    private static func isSubject(_ i: Int, in tokens: Range<Int>, _ discourse: Discourse) -> Bool {
        discourse.tokens[i].deprel == .nsubj && !tokens.contains(discourse.tokens[i].head) && discourse.tokens[i].feats.case == .nominative
            && discourse.tokens[tokens.lowerBound].feats.case != .nominative
    }

    /// The name of some tokens, its words taken apart.
    private init?(_ index: Int, _ range: Range<Int>, in discourse: Discourse, nominative: Nominative) {
        let tokens = range.filter {
            ![.punctuation, .adposition].contains(discourse.tokens[$0].upos) && !discourse.form($0).elementsEqual(".".utf8)
        }
        guard !tokens.isEmpty, !tokens.allSatisfy({ PersonName.notNames.contains(discourse.tokens[$0].upos) }) else { return nil }
        (self.index, self.tokens) = (index, range)
        let isWoman = PersonName.isWomanSpokenOf(tokens[0], in: discourse)
        gender = isWoman ? .feminine : PersonName.gender(of: tokens, in: discourse, nominative)
        let gender = gender
        let governed = PersonName.governedCase(of: range, in: discourse)
        let last = tokens.last.map { discourse.tokens[$0].feats.case } ?? nil, isOblique = last != nil && last != .nominative
        words = PersonName.whole(tokens, in: discourse).map { first, token in
            let word = PersonName.word(
                token, from: first, gender: gender, governed: governed, isOblique: isOblique, in: discourse, nominative: nominative)
            return isWoman ? word.asItStands : word
        }
        if words.count > 1 {
            for i in words.indices.dropFirst() { words[i].isPatronymic = nominative.isPatronymic(discourse.form(words[i].token)) }
        }
    }

    /// The words, what an apostrophe joins taken as one: first and last token of each.
    private static func whole(_ tokens: [Int], in discourse: Discourse) -> [(first: Int, token: Int)] {
        var words: [(first: Int, token: Int)] = []
        for i in tokens {
            if let last = words.last, i == last.token + 2, discourse.isApostrophe(last.token + 1),
                discourse.tokens[last.token].span.end == discourse.tokens[i - 1].span.start,
                discourse.tokens[i - 1].span.end == discourse.tokens[i].span.start
            {
                words[words.count - 1].token = i
            } else {
                words.append((i, i))
            }
        }
        return words
    }

    private static func word(
        _ token: Int, from first: Int, gender: Gender?, governed: Case?, isOblique: Bool, in discourse: Discourse, nominative: Nominative
    ) -> NameWord {
        let form = Array(discourse.folded(first..<token + 1))
        let letters = form.filter { $0 & 0xC0 != 0x80 && $0 != UInt8(ascii: ".") }.count
        var nominatives =
            isPlainNominative(discourse.tokens[token], gender) ? [form] : nominative.endings.nominatives(of: form[...], gender: gender)
        let lemma = Array(discourse.lemma(token))
        if let governed, [.genitive, .accusative].contains(governed),
            [.genitive, .accusative].contains(discourse.tokens[token].feats.case),
            nominative.endings.nominatives(of: form[...], gender: nil, in: governed).count == 1
        {
            return NameWord(token: token, first: first, isInitial: letters == 1, form: form, nominatives: [form])
        }
        if first == token, let governed, discourse.tokens[token].feats.case == .nominative, !form.elementsEqual(lemma) {
            let others = nominative.endings.nominatives(of: form[...], gender: gender, in: governed).dropFirst()
            if others.contains(lemma) {
                nominatives = [lemma]
            } else if !others.isEmpty, !nominative.endings.keepsForm(form) {
                nominatives = Array(others)
            }
        }
        if let gender, isOblique, discourse.tokens[token].feats.case == .nominative, discourse.tokens[token].feats.gender != gender {
            let others = nominative.endings.nominatives(of: form[...], gender: gender, in: .genitive).dropFirst()
            if !others.isEmpty { nominatives = Array(others) }
        }
        if !nominatives.contains(lemma), nominatives.count > 1, nominatives.contains(where: { $0.prefix(4).elementsEqual(lemma.prefix(4)) })
        {
            nominatives.append(lemma)
        }
        return NameWord(
            token: token, first: first, isInitial: letters == 1, form: form, nominatives: nominatives, parts: parts(of: nominatives))
    }

    /// «сообщила координатор программы Евгения Белякова»: a woman, and in the nominative, since a masculine post has a feminine verb.
    private static func isWomanSpokenOf(_ first: Int, in discourse: Discourse) -> Bool {
        var i = first
        for _ in 0..<6 {
            let token = discourse.tokens[i]
            guard token.head >= 0 else { return false }
            let above = discourse.tokens[token.head]
            if [.nsubj, .nsubjPass].contains(token.deprel), above.feats.verbForm == .finite {
                let isMan = token.feats.gender == .masculine && token.feats.animacy == .animate
                return i != first && isMan && above.feats.gender == .feminine && !isWomanElsewhere(besides: i, in: discourse)
            }
            guard [.appos, .flatName, .flat, .nmod].contains(token.deprel), token.head < i else { return false }
            i = token.head
        }
        return false
    }

    /// «Победа удивила директора Евгения Белякова»: another subject that a verb agrees with.
    private static func isWomanElsewhere(besides subject: Int, in discourse: Discourse) -> Bool {
        discourse.sentence(of: subject).prefix { $0 < subject }.contains { i in
            let token = discourse.tokens[i]
            return [.nsubj, .nsubjPass].contains(token.deprel) && token.feats.gender == .feminine && token.feats.case == .nominative
                && token.feats.number == .singular
        }
    }

    /// The oblique case of a post right before a name, for names that the tagger took for nominatives: «с министром Германии Маасом».
    private static func governedCase(of range: Range<Int>, in discourse: Discourse) -> Case? {
        let sentence = discourse.sentence(of: range.lowerBound)
        for i in (max(sentence.lowerBound, range.lowerBound - 8)..<range.lowerBound).reversed() {
            let token = discourse.tokens[i]
            if token.upos == .noun, token.feats.animacy == .animate, token.feats.number == .singular {
                return token.feats.case == .nominative ? nil : token.feats.case
            }
            guard [.noun, .properNoun, .adjective, .adposition].contains(token.upos), token.feats.case != .nominative else { return nil }
        }
        return nil
    }

    /// What a double name may be shortened to: «аль-Завахири» is also «Завахири».
    private static func parts(of nominatives: [[UInt8]]) -> [[UInt8]] {
        nominatives.flatMap { $0.split(separator: UInt8(ascii: "-")).map(Array.init) }.filter { $0.count >= 8 && !nominatives.contains($0) }
    }

    /// A feminine form tagged as a nominative is one: «Иванова» is then not the genitive of «Иванов».
    private static func isPlainNominative(_ token: Token, _ gender: Gender?) -> Bool {
        token.feats.case == .nominative && gender == .feminine
    }

    /// What the words agree on; where they do not, what the surname's ending says: «Романовского» is masculine.
    private static func gender(of tokens: [Int], in discourse: Discourse, _ nominative: Nominative) -> Gender? {
        let known = tokens.compactMap { discourse.tokens[$0].feats.gender }.filter { $0 != .neuter }
        guard let first = known.first, let last = tokens.last else { return nil }
        if known.allSatisfy({ $0 == first }) { return first }
        guard discourse.tokens[last].feats.case != .nominative, !nominative.endings.isOpen(discourse.form(last)) else { return nil }
        let counts = [Gender.masculine, .feminine].map { nominative.endings.nominatives(of: discourse.form(last), gender: $0).count }
        return counts[0] > 1 && counts[1] == 1 ? .masculine : counts[1] > 1 && counts[0] == 1 ? .feminine : nil
    }
}
