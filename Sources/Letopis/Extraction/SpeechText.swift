import LetopisText

/// What punctuation a token is.
enum Punctuation: UInt8, Sendable {
    case none, comma, dash, colon, semicolon, stop, openBracket, closeBracket, quotationMark, other
}

/// An analysed article as the rules of speech look at it: units, word classes, punctuation, the tree, quotations. Built once an article, in
/// linear time; every question to it costs a constant or the length of its answer. A reference, since all rules hold it.
final class SpeechText: Sendable {
    /// The analysis it looks at.
    let analysis: Analysis
    /// The article, folded; folding keeps every offset.
    private let folds: [UInt8]
    /// The tokens of each sentence.
    let units: [Range<Int>]
    /// The sentence of each token.
    let unitOf: [Int]
    /// What punctuation each token is.
    let punctuation: [Punctuation]
    /// The classes of each token's word.
    let classes: [WordClasses]
    /// The trees of all sentences.
    private let tree: SentenceTree
    /// All quotations, by their openings.
    let quotations: [Quotation]
    /// The innermost quotation that holds each token; -1 outside.
    let quotationOf: [Int]
    /// The name each token is part of; -1 for others.
    let nameOf: [Int]

    /// A view of an analysis, with the words of a lexicon.
    init(_ analysis: Analysis, lexicon: SpeechLexicon) {
        self.analysis = analysis
        folds = folded(analysis.article.utf8[...])
        units = analysis.sentences.map(\.tokens)
        unitOf = Self.numbers(of: units, count: analysis.tokens.count, else: 0)
        punctuation = Self.punctuation(of: analysis.tokens, analysis.article.utf8)
        classes = Self.classes(of: analysis, folds, punctuation, lexicon)
        tree = SentenceTree(analysis.tokens, sentences: unitOf)
        quotations = QuotationScanner.quotations(in: analysis.article.utf8)
        quotationOf = Self.places(of: quotations, in: analysis.tokens)
        nameOf = Self.numbers(of: analysis.names.map(\.tokens), count: analysis.tokens.count, else: -1)
    }

    /// The head of each token in its unit, -1 for a root; free of cycles.
    var head: [Int] { tree.head }
    /// First and last token of each token's subtree.
    var low: [Int] { tree.low }
    var high: [Int] { tree.high }
    /// How many tokens there are.
    var count: Int { analysis.tokens.count }
    /// A token.
    func token(_ i: Int) -> Token { analysis.tokens[i] }
    /// A token's bytes.
    func bytes(_ i: Int) -> ArraySlice<UInt8> { analysis.article.utf8[analysis.tokens[i].span.start..<analysis.tokens[i].span.end] }
    /// A token's bytes, folded.
    func form(_ i: Int) -> ArraySlice<UInt8> { folds[analysis.tokens[i].span.start..<analysis.tokens[i].span.end] }
    /// A token's lemma, in bytes; lemmas are folded.
    func lemma(_ i: Int) -> ArraySlice<UInt8> { analysis.lemmas[analysis.tokens[i].lemma] }
    /// The unit that holds a token.
    func unit(of i: Int) -> Range<Int> { units[unitOf[i]] }
    /// Whether a token's word is of a class.
    func isA(_ kind: WordClasses, _ i: Int) -> Bool { i >= 0 && i < count && !classes[i].isDisjoint(with: kind) }
    /// Whether a token is a punctuation mark of a kind.
    func isMark(_ mark: Punctuation, _ i: Int) -> Bool { i >= 0 && i < count && punctuation[i] == mark }
    /// Whether a token is a word or a number.
    func isWord(_ i: Int) -> Bool { i >= 0 && i < count && punctuation[i] == .none }
    /// Whether a token is a finite verb, or a short adjective or participle.
    func isPredicate(_ i: Int) -> Bool { token(i).feats.verbForm == .finite || token(i).feats[.variant] == 1 }
    /// Whether a token belongs to a person's name.
    func isPersonName(_ i: Int) -> Bool { nameOf[i] >= 0 && analysis.names[nameOf[i]].kind == .person }
    /// The characters from one token up to and not including another.
    func span(_ tokens: Range<Int>) -> SourceSpan? {
        guard !tokens.isEmpty, tokens.lowerBound >= 0, tokens.upperBound <= count else { return nil }
        return SourceSpan(token(tokens.lowerBound).span.start, token(tokens.upperBound - 1).span.end)
    }
    /// The first token that begins at or after a place.
    func firstToken(at place: Int) -> Int {
        var (a, b) = (0, count)
        while a < b {
            let middle = (a + b) / 2
            if token(middle).span.start < place { a = middle + 1 } else { b = middle }
        }
        return a
    }
    /// The tokens that begin inside a span.
    func tokens(in span: SourceSpan) -> Range<Int> {
        let first = firstToken(at: span.start)
        return first..<max(first, firstToken(at: span.end))
    }
    /// The tokens that hang directly on a token, in text order.
    func children(of i: Int) -> SentenceTree.Children { tree.children(of: i) }
}

extension SpeechText {
    /// For each token the number of the range that holds it.
    private static func numbers(of ranges: [Range<Int>], count: Int, else none: Int) -> [Int] {
        var numbers = Array(repeating: none, count: count)
        for (number, range) in ranges.enumerated() { for i in range.clamped(to: 0..<count) { numbers[i] = number } }
        return numbers
    }

    private static func punctuation(of tokens: [Token], _ utf8: [UInt8]) -> [Punctuation] {
        tokens.map { $0.upos == .punctuation || $0.span.count <= 3 ? mark(utf8[$0.span.start..<$0.span.end]) : .none }
    }

    private static func classes(of analysis: Analysis, _ folds: [UInt8], _ punctuation: [Punctuation], _ lexicon: SpeechLexicon)
        -> [WordClasses]
    {
        zip(analysis.tokens, punctuation).map { token, mark in
            guard mark == .none else { return [] }
            let ofLemma = lexicon.classes(of: analysis.lemmas[token.lemma]).intersection([.outlet, .occasion])
            return lexicon.classes(of: folds[token.span.start..<token.span.end]).union(ofLemma)
        }
    }

    private static func mark(_ text: ArraySlice<UInt8>) -> Punctuation {
        guard let first = text.first else { return .other }
        let last = text[text.index(before: text.endIndex)]
        switch first {
        case 0x2C: return .comma
        case 0x2D: return text.count == 1 || last == 0x2D ? .dash : .other
        case 0x3A: return .colon
        case 0x3B: return .semicolon
        case 0x2E, 0x21, 0x3F: return .stop
        case 0x28, 0x5B: return .openBracket
        case 0x29, 0x5D: return .closeBracket
        case 0x22, 0x27: return .quotationMark
        case 0xC2: return last == 0xAB || last == 0xBB ? .quotationMark : .other
        case 0xE2 where text.count == 3: return wide(text)
        case 0x20...0x2F, 0x3C...0x40, 0x5C...0x60, 0x7B...0x7E: return .other
        default: return .none
        }
    }

    private static func wide(_ text: ArraySlice<UInt8>) -> Punctuation {
        guard text[text.startIndex + 1] == 0x80 else { return .other }
        switch text[text.startIndex + 2] {
        case 0x90...0x95: return .dash
        case 0x98...0x9F: return .quotationMark
        case 0xA6: return .stop
        default: return .other
        }
    }

    /// Whether a line ends between a token and the one before it.
    func breaksLine(before i: Int) -> Bool { lineBreaks(before: i) > 0 }

    /// Whether a quotation of a sentence or more ends right before a dash.
    func closesSpeech(before dash: Int) -> Bool {
        guard let mark = (max(0, dash - 2)..<dash).last(where: { isMark(.quotationMark, $0) }), mark > 0, quotationOf[mark - 1] >= 0
        else { return false }
        let quotation = quotations[quotationOf[mark - 1]]
        let words = tokens(in: quotation.inner)
        return quotation.closed && quotation.opened && quotation.outer.end == token(mark).span.end && words.count > 4
            && words.prefix(40).contains(where: isPredicate)
    }

    /// «об этом, как пишет газета, заявил»: whether a verb stands with «как» between commas, or in a relative clause.
    func isAside(_ verb: Int) -> Bool {
        token(verb).deprel == .aclRelcl
            || (max(unit(of: verb).lowerBound, verb - 3)..<verb).contains { isA(.how, $0) && isMark(.comma, $0 - 1) }
    }

    /// How many line ends stand between a token and the one before it.
    func lineBreaks(before i: Int) -> Int {
        guard i > 0, i < count else { return i == 0 ? 1 : 0 }
        let gap = analysis.article.utf8[token(i - 1).span.end..<token(i).span.start]
        return gap.count { $0 == 0x0A }
    }

    /// The innermost quotation that holds each token; -1 outside.
    private static func places(of quotations: [Quotation], in tokens: [Token]) -> [Int] {
        var next = 0, inner = -1
        return tokens.map { token in
            let place = token.span.start
            while next < quotations.count, quotations[next].inner.start <= place {
                if !quotations[next].inner.isEmpty { inner = next }
                next += 1
            }
            while inner >= 0, quotations[inner].inner.end <= place { inner = quotations[inner].parent }
            return inner
        }
    }
}
