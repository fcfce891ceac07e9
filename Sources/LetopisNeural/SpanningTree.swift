/// The best tree over a sentence's words, given how well each does as the head of each: one root, no cycle.
///
/// Where every word's favourite head makes a tree already, that is the answer; otherwise the maximum spanning arborescence is searched (Chu and
/// Liu 1965, Edmonds 1967, growing a path as Tarjan 1977 does): time is quadratic in the words. Scores are read where they lie; only cycles that
/// are drawn together have arcs of their own, so that the few of a sentence cost little, and a thousand quotation marks, each of which is in
/// one, no more than their share.
struct SpanningTree: Sendable {
    /// From one word to another, its dependent, at the ends of what it leads from and to.
    private struct Arc {
        var score: Double
        var from, to: Int32
    }
    /// The arcs of a contracted node, by the row at their other end.
    private struct Contraction {
        var entering, leaving: [Arc]
    }
    private var size = 0
    /// The score of the arc by which a row is entered.
    private var chosen: [Double] = []
    /// When a row was last drawn together, counted from 1, and where its arcs are; 0 is a row that is a word.
    private var born: [Int] = []
    private var place: [Int] = []
    private var contractions: [Contraction] = []
    /// Places of rows that have become part of others.
    private var free: [Int] = []
    /// The tree of contracted nodes: a node's parent, a contracted node's members, and the arc by which each node is entered.
    private var parent: [Int] = []
    private var members: [[Int]] = []
    private var entry: [(from: Int32, to: Int32)] = []

    /// More than all scores of a sentence together: a second root is dearer than any other choice.
    private static let rootPenalty = 1e7

    /// For each word the place of its head, counted from 1, or 0 for the root.
    mutating func best(_ scores: UnsafePointer<Float>, count: Int) -> [Int32] {
        var heads: [Int32] = []
        heads.reserveCapacity(count)
        for i in 0..<count {
            let row = unsafe scores + i * (count + 1)
            heads.append(Int32(unsafe argmax(row, count: count + 1)))
        }
        if SpanningTree.isTree(heads) { return heads }
        begin(count)
        unsafe contract(scores)
        return expand(count)
    }

    /// Whether the heads form a tree with one root.
    static func isTree(_ heads: [Int32]) -> Bool {
        guard heads.lazy.filter({ $0 == 0 }).count == 1 else { return false }
        var visit = [Int32](repeating: 0, count: heads.count)
        for start in heads.indices {
            var word = start
            while visit[word] == 0 {
                visit[word] = Int32(start + 1)
                guard heads[word] > 0 else { break }
                word = Int(heads[word]) - 1
            }
            if visit[word] == Int32(start + 1), heads[word] != 0 { return false }
        }
        return true
    }

    private mutating func begin(_ count: Int) {
        size = count + 1
        chosen = [Double](repeating: 0, count: size)
        born = [Int](repeating: 0, count: size)
        place = born
        contractions = []
        free = []
        parent = [Int](repeating: -1, count: size)
        members = [[Int]](repeating: [], count: size)
        entry = [(Int32, Int32)](repeating: (0, 0), count: size)
    }

    /// The arc between two rows. Of those of contracted nodes the later one's are true.
    private func arc(from u: Int, to v: Int, _ scores: UnsafePointer<Float>) -> Arc {
        if born[v] > born[u] { return contractions[place[v]].entering[u] }
        if born[u] > 0 { return contractions[place[u]].leaving[v] }
        return unsafe word(from: u, to: v, scores)
    }

    /// The arc between two words.
    private func word(from u: Int, to v: Int, _ scores: UnsafePointer<Float>) -> Arc {
        let value = unsafe scores[(v - 1) * size + u]
        let score = (value.isFinite ? Double(value) : -1e6) - (u == 0 ? SpanningTree.rootPenalty : 0)
        return Arc(score: score, from: Int32(truncatingIfNeeded: u), to: Int32(truncatingIfNeeded: v))
    }

    /// Grows paths of best arcs backwards until each meets the root or a finished word; a path that bites its tail is drawn together into one node,
    /// which takes the row of its first member.
    private mutating func contract(_ scores: UnsafePointer<Float>) {
        var active = Array(1..<size)  // rows in use, the root's apart
        var node = Array(0..<size)  // the node that a row stands for
        var state = [UInt8](repeating: 0, count: size)  // of a row: 0 new, 1 on the path, 2 finished
        state[0] = 2
        while let start = active.first(where: { state[$0] == 0 }) {
            var path = [start]
            state[start] = 1
            while let row = path.last {
                let (head, arc) = unsafe bestArc(to: row, active, scores)
                chosen[row] = arc.score
                entry[node[row]] = (arc.from, arc.to)
                if state[head] == 2 { break }
                if state[head] == 0 {
                    state[head] = 1
                    path.append(head)
                    continue
                }
                unsafe merge(cycle(in: &path, from: head), &active, &node, scores)
            }
            for row in path { state[row] = 2 }
        }
    }

    /// The row that does best as the head of a row, and the arc from it.
    private func bestArc(to row: Int, _ active: [Int], _ scores: UnsafePointer<Float>) -> (head: Int, arc: Arc) {
        let own = born[row] > 0 ? contractions[place[row]].entering : []
        var head = 0, best = unsafe arc(from: 0, to: row, scores)
        for u in active where u != row {
            let isOther = born[u] > born[row]
            let arc = unsafe isOther ? contractions[place[u]].leaving[row] : own.isEmpty ? word(from: u, to: row, scores) : own[u]
            if arc.score > best.score { (head, best) = (u, arc) }
        }
        return (head, best)
    }

    /// Takes the cycle off the end of the path, leaving its first row there.
    private func cycle(in path: inout [Int], from head: Int) -> [Int] {
        let start = path.lastIndex(of: head) ?? path.startIndex
        let cycle = Array(path[start...])
        path.removeSubrange((start + 1)...)
        return cycle
    }

    /// Draws the rows of a cycle together into its first. The arcs between another row and the cycle become arcs between that and the first row:
    /// inwards the one that gains most over the arc it replaces, outwards the best.
    private mutating func merge(_ cycle: [Int], _ active: inout [Int], _ node: inout [Int], _ scores: UnsafePointer<Float>) {
        let merged = parent.count, keep = cycle[0]
        parent.append(-1)
        members.append(cycle.map { node[$0] })
        entry.append((0, 0))
        for row in cycle { parent[node[row]] = merged }
        active = active.filter { parent[node[$0]] != merged }
        var entering = [Arc](repeating: Arc(score: -.infinity, from: 0, to: 0), count: size), leaving = entering
        let words = active.filter { born[$0] == 0 }
        for row in cycle { unsafe add(row, words, &entering, &leaving, scores) }
        for u in active where born[u] > 0 {
            (entering[u].score, leaving[u].score) = (-.infinity, -.infinity)
            for row in cycle {
                var arc = unsafe arc(from: u, to: row, scores)
                arc.score -= chosen[row]
                better(&entering[u], arc)
                better(&leaving[u], unsafe self.arc(from: row, to: u, scores))
            }
        }
        free += cycle.compactMap { born[$0] > 0 ? place[$0] : nil }
        born[keep] = merged
        place[keep] = free.popLast() ?? contractions.count
        let contraction = Contraction(entering: entering, leaving: leaving)
        if place[keep] < contractions.count { contractions[place[keep]] = contraction } else { contractions.append(contraction) }
        node[keep] = merged
        active.append(keep)
    }

    /// Takes the arcs between one row of a cycle and the root and all words. Those of rows that have become part of others are taken with them, since
    /// that is quicker than to leave them out, and are never asked for.
    private func add(_ row: Int, _ words: [Int], _ entering: inout [Arc], _ leaving: inout [Arc], _ scores: UnsafePointer<Float>) {
        let own = born[row] > 0 ? contractions[place[row]] : nil, lost = chosen[row], count = size
        unsafe entering.withUnsafeMutableBufferPointer { entering in
            unsafe leaving.withUnsafeMutableBufferPointer { leaving in
                if let own {
                    for u in 0..<count {
                        var arc = own.entering[u]
                        arc.score -= lost
                        unsafe better(&entering[u], arc)
                        unsafe better(&leaving[u], own.leaving[u])
                    }
                } else {
                    for u in 0..<count {
                        var arc = unsafe word(from: u, to: row, scores)
                        arc.score -= lost
                        unsafe better(&entering[u], arc)
                    }
                    for u in words { unsafe better(&leaving[u], word(from: row, to: u, scores)) }
                }
            }
        }
    }

    private func better(_ best: inout Arc, _ arc: Arc) {
        if arc.score > best.score { best = arc }
    }

    /// Undoes the contractions from the outside in: the member by which a node is entered takes the node's arc, the others keep the cycle's.
    private mutating func expand(_ count: Int) -> [Int32] {
        var heads = [Int32](repeating: 0, count: count)
        for node in stride(from: parent.count - 1, to: 0, by: -1) {
            if members[node].isEmpty {
                heads[Int(entry[node].to) - 1] = entry[node].from
                continue
            }
            var entered = Int(entry[node].to)
            while parent[entered] != node { entered = parent[entered] }
            entry[entered] = entry[node]
        }
        return heads
    }
}
