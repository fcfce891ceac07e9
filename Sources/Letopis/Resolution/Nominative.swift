internal import LetopisText

/// Puts names and phrases into the nominative: the one place where resolution asks for a word's form.
struct Nominative: Sendable {
    let endings: NameEndings

    /// A phrase in the nominative: its head and what agrees with it change, what hangs on it stays: «Офиса президента Украины» → «Офис
    /// президента Украины». Space and quotation marks inside stay as the article has them.
    func name(_ range: Range<Int>, in discourse: Discourse) -> String {
        guard !range.isEmpty else { return "" }
        let head = discourse.head(of: range), target = discourse.tokens[head].feats
        guard target.case != .nominative else { return phrase(range, in: discourse) { _ in nil } }
        return phrase(range, in: discourse) { token in
            guard token == head || agrees(token, with: head, in: discourse) else { return nil }
            return word(token, in: discourse)
        }
    }

    /// A person's name: each word is what the article's mentions agree that it is.
    func name(_ words: [NameWord], in discourse: Discourse) -> String {
        words.map { word in
            let form = String(decoding: discourse.form(word.token), as: UTF8.self)
            guard !word.isInitial, let best = best(word, in: discourse), best != word.form else { return form }
            return String(decoding: best, as: UTF8.self).cased(like: form)
        }.joined(separator: " ")
    }

    /// The words of a name at one mention, in the forms that all mentions together show.
    func name(_ words: [NameWord], like group: [NameWord], in discourse: Discourse) -> String {
        name(words.map { word in
            guard !word.isInitial, var known = group.first(where: { !$0.isInitial && $0.matches(word) }) else { return word }
            known.token = word.token
            return known
        }, in: discourse)
    }

    /// A title in the nominative: its noun and the adjectives before it change, what follows stays.
    func title(_ phrase: PostPhrase, in discourse: Discourse) -> String {
        let words = phrase.title.map { i in
            let isHead = i == phrase.head || i < phrase.head
            let nominative = discourse.tokens[phrase.head].feats.case == .nominative
            let text = isHead && !nominative ? self.word(i, in: discourse) : nil
            return (text ?? discourse.analysis.text(discourse.tokens[i])).lowered(i == phrase.title.first && discourse.isPlainCapital(i))
        }
        return words.joined(separator: " ")
    }

    private func best(_ word: NameWord, in discourse: Discourse) -> [UInt8]? {
        if word.nominatives.count == 1 { return word.nominatives[0] }
        if discourse.tokens[word.token].feats.case == .nominative, word.nominatives.contains(word.form) { return word.form }
        let lemma = Array(discourse.lemma(word.token))
        return word.nominatives.contains(lemma) ? lemma : word.nominatives.first
    }

    private func agrees(_ token: Int, with head: Int, in discourse: Discourse) -> Bool {
        let word = discourse.tokens[token], target = discourse.tokens[head]
        return word.head == head && [.amod, .det, .flatName].contains(word.deprel) && word.feats.agree(on: .case, with: target.feats)
    }

    private func word(_ token: Int, in discourse: Discourse) -> String? {
        let word = discourse.tokens[token]
        guard word.upos == .noun || word.upos == .properNoun, word.feats.number == .singular, !discourse.lemma(token).isEmpty else { return nil }
        return discourse.analysis.lemma(word).cased(like: discourse.analysis.text(word))
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
        return out.singleSpaced
    }
}

extension String {
    /// The text with the capitals of another form of the word: «виткофф» like «Виткоффа» → «Виткофф».
    func cased(like form: String) -> String {
        var out = "", upper = true
        let model = Array(form)
        for (i, letter) in self.enumerated() {
            upper = i < model.count ? model[i].isUppercase : upper && model.count > 1
            out += upper ? letter.uppercased() : String(letter)
        }
        return out
    }

    /// The text with each stretch of space written as one space.
    var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
