import Testing

@testable import LetopisNeural

/// `scores[i × (n + 1) + j]`: word j as the head of word i; 0 is the root.
private func tree(_ scores: [Float], words: Int) -> [Int32] {
    var search = SpanningTree()
    return unsafe scores.withUnsafeBufferPointer { unsafe $0.baseAddress.map { unsafe search.best($0, count: words) } ?? [] }
}

/// Every choice of heads, one after the other.
private func allHeads(words: Int) -> [[Int32]] {
    (0..<words).reduce([[]]) { heads, _ in heads.flatMap { start in (0...words).map { start + [Int32($0)] } } }
}

/// Scores by word and head.
private func scores(_ words: Int, _ score: (Int, Int) -> Float) -> [Float] {
    var scores: [Float] = []
    for i in 0..<words {
        for head in 0...words { scores.append(score(i, head)) }
    }
    return scores
}

private func total(_ heads: [Int32], _ scores: [Float]) -> Float {
    heads.indices.reduce(0) { $0 + scores[$1 * (heads.count + 1) + Int(heads[$1])] }
}

@Suite struct SpanningTreeTests {
    @Test(
        arguments: [
            ([0], true), ([0, 1], true), ([2, 0], true), ([0, 0], false), ([2, 1], false), ([1], false), ([0, 3, 2], false),
            ([0, 1, 2, 3], true),
            ([3, 1, 0, 3], true), ([2, 3, 1, 0], false),
        ] as [([Int32], Bool)])
    func treesAreToldFromOtherHeads(heads: [Int32], isTree: Bool) {
        #expect(SpanningTree.isTree(heads) == isTree)
    }

    /// Against every tree there is, of sentences of up to five words.
    @Test(arguments: 1...5) func theBestTreeIsFound(words: Int) {
        var draws = Draws(seed: UInt64(words))
        let trees = allHeads(words: words).filter(SpanningTree.isTree)
        for _ in 0..<60 {
            let scores = draws.floats(words * (words + 1))
            let best = trees.map { total($0, scores) }.max() ?? 0
            let found = tree(scores, words: words)
            #expect(SpanningTree.isTree(found))
            #expect(abs(total(found, scores) - best) < 1e-3, "\(scores)")
        }
    }

    /// Favourites in a ring, rings within rings, all scores equal, scores that are no numbers: always a tree with one root.
    @Test func anyScoresGiveATree() {
        var draws = Draws(seed: 7)
        for words in [1, 2, 3, 17, 64, 150] {
            let ring = scores(words) { i, head in head == (i + 1) % words + 1 ? 9 : 0 }
            let nested = scores(words) { i, head in
                if head == (i ^ 1) + 1 { return 9 }
                return head == (i ^ 2) + 1 ? 8 : 0
            }
            let broken = scores(words) { _, _ in [Float.nan, .infinity, -.infinity, 0][Int(draws.next() % 4)] }
            for scores in [ring, nested, broken, scores(words) { _, _ in 1 }] {
                #expect(SpanningTree.isTree(tree(scores, words: words)))
            }
        }
    }

    /// A second root pays less than any other arc costs.
    @Test func thereIsOneRoot() {
        #expect(tree([9, 0, 0, 9, 0, 0], words: 2).filter { $0 == 0 }.count == 1)
        #expect(tree([9, 0, -9, 8, 1, 0], words: 2) == [0, 1])
    }
}
