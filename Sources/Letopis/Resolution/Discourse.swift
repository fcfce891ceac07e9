internal import LetopisText

/// An analysed article as resolution walks over it: which sentence a token stands in, what hangs on what, whose words it is.
final class Discourse: Sendable {
    /// The language analysis.
    let analysis: Analysis
    /// The article, folded; folding keeps every offset.
    private let folds: [UInt8]
    /// The number of the sentence of each token.
    let sentenceOf: [Int]
    /// Whose words each token is.
    let voice: [Voice]
    /// What hangs on each token: the tokens `dependants[places[i]..<places[i + 1]]`.
    private let places: [Int]
    private let dependants: [Int]

    /// Whose words a token is.
    enum Voice: Comparable, Sendable { case reporter, retold, quoted }
    private static let mostDependants = 64
    /// No tree is climbed further than this.
    private static let deepest = 48

    init(_ analysis: Analysis, facts: [SpeechFact]) {
        self.analysis = analysis
        folds = Letopis.folded(analysis.article.utf8[...])
        var sentenceOf = [Int](repeating: 0, count: analysis.tokens.count)
        for (number, sentence) in analysis.sentences.enumerated() {
            for i in sentence.tokens.clamped(to: sentenceOf.indices) { sentenceOf[i] = number }
        }
        self.sentenceOf = sentenceOf
        voice = Discourse.voices(analysis, facts)
        (places, dependants) = Discourse.tree(analysis.tokens)
    }

    var tokens: [Token] { analysis.tokens }

    /// The lemma's bytes.
    func lemma(_ i: Int) -> ArraySlice<UInt8> { analysis.lemmas[tokens[i].lemma] }

    /// The token's characters, in UTF-8.
    func form(_ i: Int) -> ArraySlice<UInt8> { analysis.article.utf8[tokens[i].span.start..<tokens[i].span.end] }

    /// The token's characters, folded.
    func folded(_ i: Int) -> ArraySlice<UInt8> { folds[tokens[i].span.start..<tokens[i].span.end] }

    /// The characters from the first to the last token of a range, folded.
    func folded(_ range: Range<Int>) -> ArraySlice<UInt8> {
        folds[tokens[range.lowerBound].span.start..<tokens[range.upperBound - 1].span.end]
    }

    /// The tokens of the sentence that a token stands in.
    func sentence(of i: Int) -> Range<Int> {
        guard sentenceOf.indices.contains(i), analysis.sentences.indices.contains(sentenceOf[i]) else { return i..<i }
        return analysis.sentences[sentenceOf[i]].tokens
    }

    /// Whether `token` hangs on `ancestor`, however far below.
    func descends(_ token: Int, from ancestor: Int) -> Bool {
        var at = token, steps = 0
        while at >= 0, steps < Discourse.deepest {
            if at == ancestor { return true }
            (at, steps) = (tokens[at].head, steps + 1)
        }
        return false
    }

    /// The tokens that hang on a token, in text order; of very many the first ones, so that no list costs quadratic time.
    func dependants(of i: Int) -> ArraySlice<Int> { dependants[places[i]..<places[i + 1]].prefix(Discourse.mostDependants) }

    /// The token of a range that heads the others: the first whose own head lies outside.
    func head(of range: Range<Int>) -> Int {
        range.first { !range.contains(tokens[$0].head) && tokens[$0].upos != .punctuation } ?? range.lowerBound
    }

    /// The span from the first to the last token.
    func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
    }

    /// The index of the first token that ends after an offset.
    func firstToken(endingAfter offset: Int) -> Int {
        var low = 0, high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].span.end > offset { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The tokens that a span touches.
    func tokens(in span: SourceSpan) -> Range<Int> {
        let first = firstToken(endingAfter: span.start), last = firstToken(endingAfter: span.end - 1)
        guard last < tokens.count else { return first..<tokens.count }
        return first..<max(first, tokens[last].span.start < span.end ? last + 1 : last)
    }

    /// Contents may stand in each other, as deep as the article likes: of those that have begun, the one that ends last counts.
    private static func voices(_ analysis: Analysis, _ facts: [SpeechFact]) -> [Voice] {
        let contents = facts.flatMap { fact in fact.content.map { (span: $0, isQuoted: fact.kind == .direct) } }.sorted {
            $0.span < $1.span
        }
        var next = 0, quotedEnd = 0, retoldEnd = 0
        return analysis.tokens.map { token in
            while next < contents.count, contents[next].span.start < token.span.end {
                let (span, isQuoted) = contents[next]
                if isQuoted { quotedEnd = max(quotedEnd, span.end) } else { retoldEnd = max(retoldEnd, span.end) }
                next += 1
            }
            return token.span.start < quotedEnd ? .quoted : token.span.start < retoldEnd ? .retold : .reporter
        }
    }

    private static func tree(_ tokens: [Token]) -> (places: [Int], dependants: [Int]) {
        var places = [Int](repeating: 0, count: tokens.count + 1)
        for token in tokens where tokens.indices.contains(token.head) { places[token.head + 1] += 1 }
        for i in tokens.indices { places[i + 1] += places[i] }
        var next = places, dependants = [Int](repeating: 0, count: places[tokens.count])
        for (i, token) in tokens.enumerated() where tokens.indices.contains(token.head) {
            dependants[next[token.head]] = i
            next[token.head] += 1
        }
        return (places, dependants)
    }
}

extension Discourse {
    /// The lemmas of the words in a range, folded, a space between them; an abbreviation that stands alone as it is.
    func lemmas(_ range: Range<Int>) -> [UInt8] {
        var out: [UInt8] = []
        for i in range where tokens[i].upos != .punctuation {
            if !out.isEmpty { out.append(32) }
            out += range.count == 1 && isAllCapitals(i) ? form(i) : lemma(i)
        }
        return Letopis.folded(out[...])
    }

    /// The characters from the first to the last token of a range.
    func text(_ range: Range<Int>) -> [UInt8] {
        range.isEmpty ? [] : Array(analysis.article.utf8[span(range).start..<span(range).end])
    }

    /// Whether a token begins with a capital letter.
    func startsUpper(_ i: Int) -> Bool {
        !form(i).prefix(2).elementsEqual(folded(i).prefix(2))
    }

    /// Whether a token has its capital only from standing first in its sentence.
    func isPlainCapital(_ i: Int) -> Bool {
        guard sentence(of: i).lowerBound == i || i > 0 && tokens[i - 1].upos == .punctuation, startsUpper(i) else { return false }
        let rest = form(i).dropFirst(2)
        return tokens[i].upos != .properNoun && (rest.isEmpty || rest.elementsEqual(folded(i).dropFirst(2)))
    }

    /// Whether a token's second letter is a capital too: «СМИ».
    func isAllCapitals(_ i: Int) -> Bool {
        let rest = form(i).dropFirst(2).prefix(2)
        return !rest.isEmpty && !rest.elementsEqual(folded(i).dropFirst(2).prefix(2))
    }

    /// Whether a token is the subject of a clause, in the nominative.
    func isSubject(_ i: Int) -> Bool { [.nsubj, .nsubjPass].contains(tokens[i].deprel) && tokens[i].feats.case == .nominative }

    /// Whether two tokens that speak of one person stand in cases that cannot be one: accusative and genitive look alike.
    func casesClash(_ i: Int, _ j: Int) -> Bool {
        let alike: [Case?] = [.accusative, .genitive]
        guard tokens[i].feats.clash(on: .case, with: tokens[j].feats) else { return false }
        return !(alike.contains(tokens[i].feats.case) && alike.contains(tokens[j].feats.case))
    }

    /// Whether a token is a hyphen or a dash that stands alone.
    func isDash(_ i: Int) -> Bool {
        let form = form(i)
        return form.elementsEqual("-".utf8) || form.elementsEqual("–".utf8) || form.elementsEqual("—".utf8)
    }

    /// Whether a token is an apostrophe of any kind.
    func isApostrophe(_ i: Int) -> Bool { ["'", "’", "ʼ", "`"].contains { form(i).elementsEqual($0.utf8) } }

    /// Whether a token is a quotation mark of any kind.
    func isQuotationMark(_ i: Int) -> Bool {
        let form = form(i)
        return ["\"", "«", "»", "„", "“", "”"].contains { form.elementsEqual($0.utf8) }
    }

    /// Whether a line ends before a token.
    func startsLine(_ i: Int) -> Bool {
        i > 0 && analysis.article.utf8[tokens[i - 1].span.end..<max(tokens[i - 1].span.end, tokens[i].span.start)].contains(10)
    }

    /// Whether a full stop follows a token without space.
    func isFollowedByStop(_ i: Int) -> Bool {
        let end = tokens[i].span.end
        return end < analysis.article.utf8.count && analysis.article.utf8[end] == UInt8(ascii: ".") && form(i).last != UInt8(ascii: ".")
    }
}
