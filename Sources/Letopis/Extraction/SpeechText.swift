import LetopisText

/// What punctuation a token is.
enum Punctuation: UInt8, Sendable {
    case none, comma, dash, colon, semicolon, stop, openBracket, closeBracket, quotationMark, other
}

/// An analysed article as the rules of speech look at it: units, word classes, punctuation, the tree with the extents of its
/// subtrees, quotations. Built once an article, in linear time; every question to it costs a constant or the length of its answer.
struct SpeechText: Sendable {
    /// The analysis it looks at.
    let analysis: Analysis
    /// The article, folded; folding keeps every offset.
    private let folds: [UInt8]
    /// The tokens of each sentence.
    let units: [Range<Int>]
    /// The sentence of each token.
    private(set) var unitOf: [Int] = []
    /// The classes of each token's word.
    private(set) var classes: [WordClasses] = []
    /// What punctuation each token is.
    private(set) var punctuation: [Punctuation] = []
    /// The head of each token in its unit, -1 for a root; free of cycles.
    private(set) var head: [Int] = []
    /// First and last token of each token's subtree.
    private(set) var low: [Int] = []
    private(set) var high: [Int] = []
    private var firstChild: [Int] = []
    private var nextSibling: [Int] = []
    /// All quotations, by their openings.
    let quotations: [Quotation]
    /// The innermost quotation that holds each token; -1 outside.
    private(set) var quotationOf: [Int] = []
    /// The name each token is part of; -1 for others.
    private(set) var nameOf: [Int] = []

    /// A view of an analysis, with the words of a lexicon.
    init(_ analysis: Analysis, lexicon: SpeechLexicon) {
        self.analysis = analysis
        folds = folded(analysis.article.utf8[...])
        quotations = QuotationScanner.quotations(in: analysis.article.utf8)
        let count = analysis.tokens.count
        units = analysis.sentences.map(\.tokens)
        unitOf = Array(repeating: 0, count: count)
        nameOf = Array(repeating: -1, count: count)
        classify(lexicon)
        for (u, unit) in units.enumerated() { for i in unit { unitOf[i] = u } }
        buildTree()
        placeQuotations()
        for (i, name) in analysis.names.enumerated() {
            for token in name.tokens where token >= 0 && token < count { nameOf[token] = i }
        }
    }

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
    func children(of i: Int) -> Children { Children(siblings: nextSibling, first: firstChild[i]) }

    /// The children of one token.
    struct Children: Sequence, IteratorProtocol {
        fileprivate let siblings: [Int]
        fileprivate var first: Int
        mutating func next() -> Int? {
            guard first >= 0 else { return nil }
            defer { first = siblings[first] }
            return first
        }
    }
}

extension SpeechText {
    private mutating func classify(_ lexicon: SpeechLexicon) {
        classes.reserveCapacity(count)
        punctuation.reserveCapacity(count)
        for i in 0..<count {
            let mark = analysis.tokens[i].upos == .punctuation || analysis.tokens[i].span.count <= 3 ? Self.mark(bytes(i)) : .none
            punctuation.append(mark)
            let ofLemma = lexicon.classes(of: lemma(i)).intersection([.outlet, .occasion])
            classes.append(mark == .none ? lexicon.classes(of: form(i)).union(ofLemma) : [])
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

    /// How many line ends stand between a token and the one before it.
    func lineBreaks(before i: Int) -> Int {
        guard i > 0, i < count else { return i == 0 ? 1 : 0 }
        let gap = analysis.article.utf8[token(i - 1).span.end..<token(i).span.start]
        return gap.count { $0 == 0x0A }
    }

    private mutating func buildTree() {
        head = (0..<count).map { i in
            let head = token(i).head
            return head >= 0 && head < count && head != i && unitOf[head] == unitOf[i] ? head : -1
        }
        breakCycles()
        (firstChild, nextSibling) = (Array(repeating: -1, count: count), Array(repeating: -1, count: count))
        for i in stride(from: count - 1, through: 0, by: -1) where head[i] >= 0 {
            nextSibling[i] = firstChild[head[i]]
            firstChild[head[i]] = i
        }
        measureSubtrees()
    }

    /// Makes a root of one token of every cycle. A sound analysis has none.
    private mutating func breakCycles() {
        var walk = Array(repeating: -1, count: count)
        for start in 0..<count where walk[start] < 0 {
            var i = start
            while i >= 0, walk[i] < 0 {
                walk[i] = start
                if head[i] >= 0, walk[head[i]] == start { head[i] = -1 }
                i = head[i]
            }
        }
    }

    private mutating func measureSubtrees() {
        low = Array(0..<count)
        high = low
        var left = Array(repeating: 0, count: count)
        for i in 0..<count where head[i] >= 0 { left[head[i]] += 1 }
        var ready = (0..<count).filter { left[$0] == 0 }
        while let i = ready.popLast() {
            let above = head[i]
            guard above >= 0 else { continue }
            low[above] = min(low[above], low[i])
            high[above] = max(high[above], high[i])
            left[above] -= 1
            if left[above] == 0 { ready.append(above) }
        }
    }

    private mutating func placeQuotations() {
        quotationOf = Array(repeating: -1, count: count)
        var next = 0
        var inner = -1
        for i in 0..<count {
            let place = token(i).span.start
            while next < quotations.count, quotations[next].inner.start <= place {
                if !quotations[next].inner.isEmpty { inner = next }
                next += 1
            }
            while inner >= 0, quotations[inner].inner.end <= place { inner = quotations[inner].parent }
            quotationOf[i] = inner
        }
    }
}
