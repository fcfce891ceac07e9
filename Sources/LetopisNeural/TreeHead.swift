/// The head that finds the dependency trees: a score for every pair of a sentence's words (biaffine without bias, Dozat and Manning 2017), the best
/// tree, then a relation for every arc.
///
/// Sentences come many at a time, as encoded rows with a boundary row before each and one behind the last; the boundary rows stand for the root.
struct TreeHead: Sendable {
    private static let batch = 128
    private let heads, relations: Biaffine
    /// The relations, as the model names them.
    let labels: [String]

    init(pack: Pack, width: Int, blas: BLAS) throws(PackError) {
        heads = try Biaffine(pack: pack, "head", inputs: width, blas: blas)
        relations = try Biaffine(pack: pack, "relation", inputs: width, blas: blas)
        labels = try pack.lines("labels")
        guard heads.outputs == heads.hidden, relations.outputs == relations.hidden * labels.count, labels.count <= Int(UInt8.max) else {
            throw PackError(path: pack.path, .section("as many relations as labels"))
        }
    }

    /// The trees of sentences. `output.heads` gets for each word the place of its head in the sentence, counted from 1, or 0 for the root, and
    /// `output.relations` the relation's number. The heads of a sentence form a tree with one root.
    func parse(
        _ encoded: UnsafeMutablePointer<Float>, rows: [Row], lengths: [Int], scratch: inout TreeScratch, into output: inout NetworkOutput
    ) {
        let left = unsafe scratch.left.reserve(rows.count * heads.hidden), right = unsafe scratch.right.reserve(rows.count * heads.hidden)
        unsafe heads.project(encoded, rows, a: left, b: right)
        let product = unsafe scratch.product.reserve(rows.count * heads.hidden)
        unsafe heads.transform(left, count: rows.count, into: product)
        scratch.arcs.removeAll(keepingCapacity: true)
        var row = 1
        for length in lengths {
            let scores = unsafe scratch.scores.reserve(length * (length + 1))
            unsafe heads.score(product + row * heads.hidden, right + (row - 1) * heads.hidden, count: length, into: scores)
            for (i, head) in unsafe scratch.search.best(scores, count: length).enumerated() {
                output.heads.append(head)
                scratch.arcs.append((word: row + i, head: row - 1 + Int(head)))
            }
            row += length + 1
        }
        unsafe label(encoded, rows, &scratch, &output)
    }

    /// The relation of every arc.
    private func label(_ encoded: UnsafeMutablePointer<Float>, _ rows: [Row], _ scratch: inout TreeScratch, _ output: inout NetworkOutput) {
        let hidden = relations.hidden
        let a = unsafe scratch.left.reserve(rows.count * hidden), b = unsafe scratch.right.reserve(rows.count * hidden)
        unsafe relations.project(encoded, rows, a: a, b: b)
        let gathered = unsafe scratch.gathered.reserve(TreeHead.batch * hidden)
        let product = unsafe scratch.product.reserve(TreeHead.batch * relations.outputs)
        for start in stride(from: 0, to: scratch.arcs.count, by: TreeHead.batch) {
            let arcs = scratch.arcs[start..<min(start + TreeHead.batch, scratch.arcs.count)]
            for (i, arc) in arcs.enumerated() { unsafe (gathered + i * hidden).update(from: a + arc.head * hidden, count: hidden) }
            unsafe relations.transform(gathered, count: arcs.count, into: product)
            for (i, arc) in arcs.enumerated() {
                output.relations.append(UInt8(unsafe best(product + i * relations.outputs, b + arc.word * hidden)))
            }
        }
    }

    private func best(_ product: UnsafePointer<Float>, _ word: UnsafePointer<Float>) -> Int {
        let hidden = relations.hidden
        var best = 0
        var greatest = -Float.infinity
        for label in labels.indices {
            let score = unsafe Activation.dot(product + label * hidden, word, width: hidden)
            if score > greatest { (best, greatest) = (label, score) }
        }
        return best
    }
}

/// Working memory of the tree head.
struct TreeScratch: ~Copyable {
    let left = FloatBuffer(), right = FloatBuffer(), gathered = FloatBuffer(), product = FloatBuffer(), scores = FloatBuffer()
    var search = SpanningTree()
    var arcs: [(word: Int, head: Int)] = []
}

/// Two rectified projections of the words and a matrix between them.
struct Biaffine: Sendable {
    private let a, b: Linear
    private let root, kernel: MappedArray<Float>
    private let blas: BLAS
    let hidden, outputs: Int

    init(pack: Pack, _ name: String, inputs: Int, blas: BLAS) throws(PackError) {
        a = try Linear(pack: pack, "\(name).a", inputs: inputs, blas: blas)
        b = try Linear(pack: pack, "\(name).b", inputs: inputs, blas: blas)
        root = try pack.array("\(name).root", of: Float.self, rank: 1).0
        let (kernel, shape) = try pack.array("\(name).kernel", of: Float.self, rank: 2)
        guard a.outputs == b.outputs, a.outputs % Activation.lanes == 0, root.count == inputs, shape[0] == a.outputs else {
            throw PackError(path: pack.path, .section("\(name): projections, root and kernel do not fit"))
        }
        (self.kernel, self.blas, hidden, outputs) = (kernel, blas, a.outputs, shape[1])
    }

    /// Both projections of encoded rows, the boundaries' rows first made the root's.
    func project(_ encoded: UnsafeMutablePointer<Float>, _ rows: [Row], a: UnsafeMutablePointer<Float>, b: UnsafeMutablePointer<Float>) {
        for i in rows.indices where rows[i].isBoundary { unsafe (encoded + i * root.count).update(from: root.pointer, count: root.count) }
        unsafe self.a.rectified(encoded, count: rows.count, into: a)
        unsafe self.b.rectified(encoded, count: rows.count, into: b)
    }

    /// Rows times the matrix.
    func transform(_ rows: UnsafePointer<Float>, count: Int, into out: UnsafeMutablePointer<Float>) {
        unsafe blas.multiply(rows, stride: hidden, kernel.pointer, into: out, stride: outputs, rows: count, columns: outputs, inner: hidden)
    }

    /// `scores[i × (count + 1) + j]`: how well word j (from 1; 0 is the root) does as the head of word i (from 0). `heads` begins with the root.
    func score(_ words: UnsafePointer<Float>, _ heads: UnsafePointer<Float>, count: Int, into scores: UnsafeMutablePointer<Float>) {
        unsafe blas.multiply(
            words, stride: hidden, heads, transposed: true, into: scores, stride: count + 1, rows: count, columns: count + 1, inner: hidden)
    }
}
