import LetopisText

/// The dependency trees of a text, with the extent of every subtree: built in linear time from whatever heads the analysis gives; heads that
/// lie in another sentence, or make a cycle, are taken off.
struct SentenceTree: Sendable {
    /// The head of each token in its sentence, -1 for a root; free of cycles.
    private(set) var head: [Int]
    /// First and last token of each token's subtree.
    private(set) var low: [Int]
    private(set) var high: [Int]
    private var firstChild, nextSibling: [Int]

    /// The trees of tokens, of which the sentence's number is given.
    init(_ tokens: [Token], sentences: [Int]) {
        let count = tokens.count
        head = tokens.indices.map { i in
            let head = tokens[i].head
            return head >= 0 && head < count && head != i && sentences[head] == sentences[i] ? head : -1
        }
        (low, high) = (Array(0..<count), Array(0..<count))
        (firstChild, nextSibling) = (Array(repeating: -1, count: count), Array(repeating: -1, count: count))
        breakCycles()
        for i in stride(from: count - 1, through: 0, by: -1) where head[i] >= 0 {
            nextSibling[i] = firstChild[head[i]]
            firstChild[head[i]] = i
        }
        measureSubtrees()
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

    /// Makes a root of one token of every cycle. A sound analysis has none.
    private mutating func breakCycles() {
        var walk = Array(repeating: -1, count: head.count)
        for start in head.indices where walk[start] < 0 {
            var i = start
            while i >= 0, walk[i] < 0 {
                walk[i] = start
                if head[i] >= 0, walk[head[i]] == start { head[i] = -1 }
                i = head[i]
            }
        }
    }

    private mutating func measureSubtrees() {
        var left = Array(repeating: 0, count: head.count)
        for i in head.indices where head[i] >= 0 { left[head[i]] += 1 }
        var ready = head.indices.filter { left[$0] == 0 }
        while let i = ready.popLast() {
            let above = head[i]
            guard above >= 0 else { continue }
            low[above] = min(low[above], low[i])
            high[above] = max(high[above], high[i])
            left[above] -= 1
            if left[above] == 0 { ready.append(above) }
        }
    }
}
