/// The best tree over a sentence's words, given how well each does as the head of each: one root, no cycle.
///
/// Where every word's favourite head makes a tree already, that is the answer; otherwise the maximum spanning arborescence is searched (Chu and
/// Liu 1965, Edmonds 1967, growing a path as Tarjan 1977 does): time and memory are quadratic in the words.
struct SpanningTree: Sendable {
    private var score: [Double] = []
    private var from: [Int32] = []
    private var to: [Int32] = []
    private var size = 0
    /// The score of the arc by which a row is entered.
    private var chosen: [Double] = []
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
        unsafe load(scores, count)
        contract()
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

    /// The matrix of scores: `score[u × size + v]` for the arc from u to v, with the words at both ends.
    private mutating func load(_ scores: UnsafePointer<Float>, _ count: Int) {
        size = count + 1
        score = [Double](repeating: -.infinity, count: size * size)
        from = [Int32](repeating: 0, count: size * size)
        to = from
        for v in 1...count {
            for u in 0...count where u != v {
                let value = unsafe scores[(v - 1) * size + u]
                score[u * size + v] = (value.isFinite ? Double(value) : -1e6) - (u == 0 ? SpanningTree.rootPenalty : 0)
                from[u * size + v] = Int32(u)
                to[u * size + v] = Int32(v)
            }
        }
        chosen = [Double](repeating: 0, count: size)
        parent = [Int](repeating: -1, count: size)
        members = [[Int]](repeating: [], count: size)
        entry = [(Int32, Int32)](repeating: (0, 0), count: size)
    }

    /// Grows paths of best arcs backwards until each meets the root or a finished word; a path that bites its tail is drawn together into one node,
    /// which takes the matrix row of its first member.
    private mutating func contract() {
        var active = Array(1..<size)  // rows of the matrix in use, the root's apart
        var node = Array(0..<size)  // the node that a row stands for
        var state = [UInt8](repeating: 0, count: size)  // of a row: 0 new, 1 on the path, 2 finished
        state[0] = 2
        while let start = active.first(where: { state[$0] == 0 }) {
            var path = [start]
            state[start] = 1
            while let row = path.last {
                let head = bestHead(of: row, active)
                chosen[row] = score[head * size + row]
                entry[node[row]] = (from[head * size + row], to[head * size + row])
                if state[head] == 2 { break }
                if state[head] == 0 {
                    state[head] = 1
                    path.append(head)
                    continue
                }
                merge(cycle(in: &path, from: head), &active, &node)
            }
            for row in path { state[row] = 2 }
        }
    }

    private func bestHead(of row: Int, _ active: [Int]) -> Int {
        var best = 0
        var greatest = score[row]
        for u in active where u != row {
            let value = score[u * size + row]
            if value > greatest { (best, greatest) = (u, value) }
        }
        return best
    }

    /// Takes the cycle off the end of the path, leaving its first row there.
    private func cycle(in path: inout [Int], from head: Int) -> [Int] {
        let start = path.lastIndex(of: head) ?? path.startIndex
        let cycle = Array(path[start...])
        path.removeSubrange((start + 1)...)
        return cycle
    }

    /// Draws the rows of a cycle together into its first.
    private mutating func merge(_ cycle: [Int], _ active: inout [Int], _ node: inout [Int]) {
        let merged = parent.count, keep = cycle[0]
        parent.append(-1)
        members.append(cycle.map { node[$0] })
        entry.append((0, 0))
        for row in cycle { parent[node[row]] = merged }
        let inside = Set(cycle)
        active.removeAll { inside.contains($0) }
        for u in [0] + active { join(u, cycle, keep) }
        node[keep] = merged
        active.append(keep)
    }

    /// The arcs between row u and a cycle become arcs between u and the cycle's first row: inwards the one that gains most over the arc it
    /// replaces, outwards the best.
    private mutating func join(_ u: Int, _ cycle: [Int], _ keep: Int) {
        var enter = (row: keep, gain: -Double.infinity), leave = keep
        for row in cycle {
            let gain = score[u * size + row] - chosen[row]
            if gain > enter.gain { enter = (row, gain) }
            if score[row * size + u] > score[leave * size + u] { leave = row }
        }
        let arc = u * size + enter.row
        (from[u * size + keep], to[u * size + keep]) = (from[arc], to[arc])
        score[u * size + keep] = enter.gain
        guard u != 0 else { return }
        let out = leave * size + u
        (score[keep * size + u], from[keep * size + u], to[keep * size + u]) = (score[out], from[out], to[out])
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
