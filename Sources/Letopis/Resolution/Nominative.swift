internal import LetopisText

/// Puts names and phrases into the nominative: the one place where resolution asks for a word's form.
struct Nominative: Sendable {
    let dictionary: MorphologicalDictionary
    let endings: NameEndings

    /// Whether a word can be a patronymic, and is nobody's surname: «Фёдорович».
    func isPatronymic(_ word: ArraySlice<UInt8>) -> Bool {
        guard endings.isPatronymic(word), let patronymic = dictionary.grammemes("Patr"), let surname = dictionary.grammemes("Surn") else {
            return false
        }
        let parses = dictionary.parses(of: word)
        return parses.contains { $0.tag.grammemes.contains(patronymic) } && !parses.contains { $0.tag.grammemes.contains(surname) }
    }

    /// A phrase in the nominative: its head and what agrees with it change, what hangs on it stays: «Офиса президента Украины» → «Офис
    /// президента Украины». Space and quotation marks inside stay as the article has them.
    func name(_ range: Range<Int>, in discourse: Discourse) -> String {
        guard !range.isEmpty else { return "" }
        let head = discourse.head(of: range), target = discourse.tokens[head].feats
        guard target.case != .nominative, !isCounted(head, in: discourse) else { return phrase(range, in: discourse) { _ in nil } }
        return phrase(range, in: discourse) { token in
            guard token == head || agrees(token, with: head, in: discourse) else { return nil }
            return word(token, in: discourse, like: target)
        }
    }

    /// A person's name: each word is what the article's mentions agree that it is.
    func name(_ words: [NameWord], in discourse: Discourse) -> String {
        words.map { word in
            let form = String(decoding: discourse.text(word.first..<word.token + 1), as: UTF8.self)
            if word.isInitial { return form + (discourse.isFollowedByStop(word.token) ? "." : "") }
            guard let best = best(word, in: discourse), best != word.form else { return form }
            return String(decoding: best, as: UTF8.self).cased(like: form)
        }.joined(separator: " ")
    }

    /// The words of a name at one mention, in the forms that all mentions together show.
    func name(_ words: [NameWord], like group: [NameWord], in discourse: Discourse) -> String {
        name(
            words.map { word in
                guard !word.isInitial, var known = group.first(where: { !$0.isInitial && $0.matches(word) }) else { return word }
                (known.first, known.token, known.form) = (word.first, word.token, word.form)
                return known
            }, in: discourse)
    }

    /// A title in the nominative: its noun and the adjectives before it change, what follows stays.
    func title(_ phrase: PostPhrase, in discourse: Discourse) -> String {
        var title = "", last = -1
        for i in phrase.title {
            let isHead = i == phrase.head || i < phrase.head
            let nominative = discourse.tokens[phrase.head].feats.case == .nominative
            let text = isHead && (!nominative || phrase.isOneOf) ? self.word(i, in: discourse, singular: phrase.isOneOf) : nil
            let isGlued = last >= 0 && last == i - 1 && discourse.tokens[last].span.end == discourse.tokens[i].span.start
            if last >= 0, !isGlued { title += " " }
            title += (text ?? discourse.analysis.text(discourse.tokens[i])).lowered(last < 0 && !discourse.isAllCapitals(i))
            last = i
        }
        return title.withPairedQuotes
    }

    /// What a word of a name is in the nominative: what all mentions agree on, else what its case and ending here say.
    private func best(_ word: NameWord, in discourse: Discourse) -> [UInt8]? {
        if word.nominatives.count == 1 { return word.nominatives[0] }
        let feats = discourse.tokens[word.token].feats, lemma = Array(discourse.lemma(word.token))
        guard feats.case != .nominative else { return word.nominatives.contains(word.form) ? word.form : word.nominatives.first }
        let possible = endings.nominatives(of: word.form[...], gender: feats.gender, in: feats.case).dropFirst().filter(
            word.nominatives.contains)
        if possible.contains(lemma) || possible.isEmpty && word.nominatives.contains(lemma) { return lemma }
        if endings.keepsForm(word.form), word.nominatives.contains(word.form) { return word.form }
        return possible.first ?? word.nominatives.first
    }

    /// «несколько членов», «трёх членов»: a counted noun's form depends on the number; such a phrase is left as it is.
    private func isCounted(_ head: Int, in discourse: Discourse) -> Bool {
        discourse.dependants(of: head).contains { [.nummod, .nummodGov].contains(discourse.tokens[$0].deprel) }
    }

    private func agrees(_ token: Int, with head: Int, in discourse: Discourse) -> Bool {
        let word = discourse.tokens[token], target = discourse.tokens[head]
        // An adjective has its noun's case, whatever the tagger made of a form that several cases share.
        if word.deprel == .amod, word.upos == .adjective, word.head == head, token < head { return word.feats.case != .nominative }
        guard !word.feats.clash(on: .case, with: target.feats) else { return false }
        if word.deprel == .conj && word.head == head { return word.feats.case != nil }
        let above = word.deprel == .conj && word.head >= 0 ? discourse.tokens[word.head] : word
        return above.head == head && [.amod, .det, .flatName, .nummod].contains(above.deprel)
    }

    /// A word in the nominative of its own number and gender; nil where it has none, or is in it. An adjective of a singular head has the
    /// head's gender and case, whatever the tagger made of a form that two of them share.
    private func word(_ token: Int, in discourse: Discourse, singular: Bool = false, like head: Features? = nil) -> String? {
        var word = discourse.tokens[token]
        if word.upos == .adjective, let head, head.number == .singular, word.feats.number == .singular, head.gender != nil {
            word.feats[.gender] = head[.gender]
            word.feats[.case] = head[.case]
        }
        guard word.feats.case != nil, word.feats.case != .nominative || singular, var target = dictionary.grammemes("nomn") else {
            return nil
        }
        if singular, let number = dictionary.grammemes("sing") { target = target.union(number) }
        let parses = dictionary.parses(of: discourse.form(token)), lemma = discourse.analysis.lemma(word)
        let likeness = { (parse: Parse) in self.likeness(parse, word) + (parse.normalForm == lemma ? 1 : 0) }
        guard let parse = parses.max(by: { likeness($0) < likeness($1) }), self.likeness(parse, word) > 0 else { return nil }
        return dictionary.inflect(parse, to: target)?.word.cased(like: discourse.analysis.text(word))
    }

    /// How well a parse goes with what the analysis says of the token; 0 where it cannot be.
    private func likeness(_ parse: Parse, _ token: Token) -> Double {
        let feats = parse.tag.feats
        guard feats.case == token.feats.case, !feats.clash(on: .number, with: token.feats) else { return 0 }
        let gender = feats.clash(on: .gender, with: token.feats) ? 0.0 : 2.0
        let animacy = feats.clash(on: .animacy, with: token.feats) ? 0.0 : 0.5
        return 1 + gender + animacy + parse.score
    }

    /// The phrase with some of its words replaced.
    private func phrase(_ range: Range<Int>, in discourse: Discourse, replacing word: (Int) -> String?) -> String {
        var out = "", at = discourse.tokens[range.lowerBound].span.start
        for i in range {
            let span = discourse.tokens[i].span
            out += discourse.analysis.article.text(SourceSpan(at, span.start))
            out += word(i) ?? discourse.analysis.text(discourse.tokens[i])
            at = span.end
        }
        return out.singleSpaced.withPairedQuotes
    }
}

extension String {
    /// The text with the capitals of another form of the word: «виткофф» like «Виткоффа» → «Виткофф».
    func cased(like form: String) -> String {
        if self == form { return self }
        var out = "", upper = true
        let model = Array(form)
        for (i, letter) in self.enumerated() {
            upper = i < model.count ? model[i].isUppercase : upper && model.count > 1
            out += upper ? letter.uppercased() : String(letter)
        }
        return out
    }

    /// The text with the closing quotation mark that its span left out: «РИА «Новости» → «РИА «Новости»».
    var withPairedQuotes: String {
        let closing: [Character: Character] = ["«": "»", "„": "“", "“": "”", "\"": "\""]
        var open: Character?
        for mark in self {
            if mark == open {
                open = nil
            } else if open == nil {
                open = closing[mark]
            }
        }
        return open.map { $0 == first ? self : self + String($0) } ?? self
    }

    /// The text with each stretch of space written as one space.
    var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
