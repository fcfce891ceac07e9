/// The head that finds names: a linear-chain conditional random field over B-, I- and O-tags, decoded by Viterbi over the whole text.
struct NameHead: Sendable {
    private let projection: Linear
    private let transitions: MappedArray<Float>
    /// `<pad>`, `O`, `B-PER`, …
    let labels: [String]

    init(pack: Pack, width: Int, blas: BLAS) throws(PackError) {
        projection = try Linear(pack: pack, "head", inputs: width, blas: blas)
        let (transitions, shape) = try pack.array("transitions", of: Float.self, rank: 2)
        labels = try pack.lines("labels")
        guard labels.count == projection.outputs, shape == [labels.count, labels.count], labels.count <= Viterbi.most else {
            throw PackError(path: pack.path, .section("labels and transitions of one size, at most \(Viterbi.most)"))
        }
        self.transitions = transitions
    }

    /// Takes the next rows of the text into the search.
    func advance(_ encoded: UnsafePointer<Float>, count: Int, scores: FloatBuffer, search: inout Viterbi) {
        let width = labels.count
        let emissions = unsafe scores.reserve(count * width)
        unsafe projection.product(encoded, count: count, into: emissions)
        for i in 0..<count {
            unsafe projection.addBias(emissions + i * width)
            unsafe search.advance(emissions + i * width, transitions: transitions.pointer, tags: width)
        }
    }
}

/// Viterbi's search for the likeliest tags of a sequence that arrives piece by piece. Memory: one byte a word and tag.
struct Viterbi: Sendable {
    /// The greatest number of tags.
    static let most = 32
    private var score: [Float] = []
    private var back: [UInt8] = []
    private var tags = 0

    /// Begins a new sequence.
    mutating func begin() {
        score.removeAll(keepingCapacity: true)
        back.removeAll(keepingCapacity: true)
    }

    mutating func advance(_ emissions: UnsafePointer<Float>, transitions: UnsafePointer<Float>, tags: Int) {
        self.tags = tags
        guard !score.isEmpty else {
            for tag in 0..<tags { score.append(unsafe emissions[tag]) }
            return
        }
        var next: [32 of Float] = .init(repeating: 0)
        var top = -Float.infinity
        for tag in 0..<tags {
            var best = 0
            var greatest = unsafe score[0] + transitions[tag]
            for from in 1..<tags {
                let value = unsafe score[from] + transitions[from * tags + tag]
                if value > greatest { (best, greatest) = (from, value) }
            }
            next[tag] = unsafe greatest + emissions[tag]
            top = max(top, next[tag])
            back.append(UInt8(best))
        }
        // The scores are kept near zero, so that a long text costs no precision.
        for tag in 0..<tags { score[tag] = next[tag] - top }
    }

    /// The likeliest tags of the whole sequence.
    func decode(into out: inout [UInt8]) {
        guard !score.isEmpty else { return }
        let start = out.count, count = back.count / tags + 1
        var best = 0
        for tag in 1..<tags where score[tag] > score[best] { best = tag }
        out.append(contentsOf: repeatElement(0, count: count))
        for i in stride(from: count - 1, through: 0, by: -1) {
            out[start + i] = UInt8(best)
            if i > 0 { best = Int(back[(i - 1) * tags + best]) }
        }
    }
}
