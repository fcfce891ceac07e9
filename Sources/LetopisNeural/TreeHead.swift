/// The head that finds the dependency tree: a score for every pair of words (biaffine without bias, Dozat and Manning 2017), the best tree, then a
/// relation for every arc.
struct TreeHead: Sendable {
    private let heads, relations: Biaffine
    private let width: Int
    /// The relations, as the model names them.
    let labels: [String]

    init(pack: Pack, width: Int, blas: BLAS) throws(PackError) {
        heads = try Biaffine(pack: pack, "head", inputs: width, blas: blas)
        relations = try Biaffine(pack: pack, "relation", inputs: width, blas: blas)
        labels = try pack.lines("labels")
        guard heads.outputs == heads.hidden, relations.outputs == relations.hidden * labels.count, labels.count <= Int(UInt8.max) else {
            throw PackError(path: pack.path, .section("as many relations as labels"))
        }
        self.width = width
    }

    /// The tree of one sentence of encoded rows. `heads` gets for each word the place of its head in the sentence, counted from 1, or 0 for the root;
    /// `labels` the relation's number. The heads form a tree with one root.
    func parse(_ encoded: UnsafePointer<Float>, count: Int, scratch: borrowing TreeScratch, search: inout SpanningTree, heads out: inout [Int32], labels: inout [UInt8]) {
        let scores = unsafe scratch.scores.reserve(count * (count + 1))
        unsafe self.heads.scores(encoded, count: count, scratch: scratch, into: scores)
        let tree = unsafe search.best(scores, count: count)
        unsafe relations.labels(encoded, count: count, heads: tree, labels: self.labels.count, scratch: scratch, into: &labels)
        out.append(contentsOf: tree)
    }
}

/// Working memory of the tree head.
struct TreeScratch: ~Copyable {
    let rows = FloatBuffer(), left = FloatBuffer(), right = FloatBuffer(), product = FloatBuffer(), scores = FloatBuffer()
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

    /// `scores[i × (count + 1) + j]`: how well word j (from 1; 0 is the root) does as the head of word i (from 0).
    func scores(_ encoded: UnsafePointer<Float>, count: Int, scratch: borrowing TreeScratch, into scores: UnsafeMutablePointer<Float>) {
        let left = unsafe scratch.left.reserve(count * hidden), right = unsafe scratch.right.reserve((count + 1) * hidden)
        let product = unsafe scratch.product.reserve(count * hidden)
        unsafe a.rectified(encoded, count: count, into: left)
        unsafe b.rectified(root.pointer, count: 1, into: right)
        unsafe b.rectified(encoded, count: count, into: right + hidden)
        unsafe blas.multiply(left, stride: hidden, kernel.pointer, into: product, stride: hidden, rows: count, columns: hidden, inner: hidden)
        unsafe blas.multiply(
            product, stride: hidden, right, transposed: true, into: scores, stride: count + 1, rows: count, columns: count + 1,
            inner: hidden)
    }

    /// The best label for every word's arc to its head.
    func labels(_ encoded: UnsafePointer<Float>, count: Int, heads: [Int32], labels: Int, scratch: borrowing TreeScratch, into out: inout [UInt8]) {
        let inputs = root.count
        let gathered = unsafe scratch.rows.reserve(count * inputs)
        for (i, head) in heads.enumerated() {
            let from = head > 0 ? unsafe encoded + Int(head - 1) * inputs : unsafe root.pointer
            unsafe (gathered + i * inputs).update(from: from, count: inputs)
        }
        let left = unsafe scratch.left.reserve(count * hidden), right = unsafe scratch.right.reserve(count * hidden)
        unsafe a.rectified(gathered, count: count, into: left)
        unsafe b.rectified(encoded, count: count, into: right)
        let product = unsafe scratch.product.reserve(count * outputs)
        unsafe blas.multiply(left, stride: hidden, kernel.pointer, into: product, stride: outputs, rows: count, columns: outputs, inner: hidden)
        for i in 0..<count { out.append(UInt8(unsafe best(product + i * outputs, right + i * hidden, labels: labels))) }
    }

    private func best(_ product: UnsafePointer<Float>, _ word: UnsafePointer<Float>, labels: Int) -> Int {
        var best = 0
        var greatest = -Float.infinity
        for label in 0..<labels {
            let score = unsafe Activation.dot(product + label * hidden, word, width: hidden)
            if score > greatest { (best, greatest) = (label, score) }
        }
        return best
    }
}
