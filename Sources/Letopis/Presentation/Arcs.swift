internal import LetopisText

/// The dependency arcs of a sentence, drawn beside its words from top to bottom:
///
///       ┌─► Министр
///     ┌─┴── сказал
///     └───► это
///
/// Arcs that share words are drawn in columns of their own. A sentence longer than `mostWords`, or of more columns than `mostColumns`, is not drawn.
struct Arcs: Sendable {
    /// One drawing a word, all equally wide; empty where the sentence is not drawn.
    private(set) var rows: [String] = []
    static let mostWords = 256
    static let mostColumns = 20

    /// Which neighbours a cell is joined to.
    private struct Joints: OptionSet, Hashable {
        let rawValue: UInt8
        static let left = Joints(rawValue: 1), right = Joints(rawValue: 2), up = Joints(rawValue: 4), down = Joints(rawValue: 8)
    }
    private static let glyphs = Array(" ╴╶─╵┘└┴╷┐┌┬│┤├┼")

    /// The arcs between `heads[i]` and `i`; a head outside the sentence is none.
    init(heads: [Int]) {
        guard heads.count <= Arcs.mostWords else { return }
        let arcs = heads.indices.filter { heads.indices.contains(heads[$0]) && heads[$0] != $0 }.map { (dependent: $0, head: heads[$0]) }
        let levels = Arcs.levels(of: arcs, words: heads.count)
        let depth = levels.max() ?? 0
        guard depth <= Arcs.mostColumns else { return }
        var cells = Array(repeating: Array(repeating: Joints(), count: depth), count: heads.count)
        for (arc, level) in zip(arcs, levels) { Arcs.draw(arc, column: depth - level, in: &cells) }
        rows = heads.indices.map { i in
            let line = cells[i].map { String(Arcs.glyphs[Int($0.rawValue)]) + ($0.contains(.right) ? "─" : " ") }.joined()
            let isDependent = heads.indices.contains(heads[i]) && heads[i] != i
            return depth == 0 ? "" : line + (isDependent ? "► " : cells[i].contains { $0.contains(.right) } ? "─ " : "  ")
        }
    }

    /// How far out each arc is drawn: further than every arc it shares a word with and that is shorter.
    private static func levels(of arcs: [(dependent: Int, head: Int)], words: Int) -> [Int] {
        var heights = [Int](repeating: 0, count: words), levels = [Int](repeating: 0, count: arcs.count)
        for i in arcs.indices.sorted(by: { (length(arcs[$0]), $0) < (length(arcs[$1]), $1) }) {
            let range = min(arcs[i].dependent, arcs[i].head)...max(arcs[i].dependent, arcs[i].head)
            levels[i] = 1 + (heights[range].max() ?? 0)
            for place in range { heights[place] = levels[i] }
        }
        return levels
    }

    private static func length(_ arc: (dependent: Int, head: Int)) -> Int { abs(arc.dependent - arc.head) }

    private static func draw(_ arc: (dependent: Int, head: Int), column: Int, in cells: inout [[Joints]]) {
        let top = min(arc.dependent, arc.head), bottom = max(arc.dependent, arc.head)
        for row in top...bottom {
            if row > top { cells[row][column].insert(.up) }
            if row < bottom { cells[row][column].insert(.down) }
        }
        for row in [top, bottom] {
            cells[row][column].insert(.right)
            for right in cells[row].indices where right > column { cells[row][right].formUnion([.left, .right]) }
        }
    }
}
