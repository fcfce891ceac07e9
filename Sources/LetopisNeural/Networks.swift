/// The networks of one language: part of speech and features, dependency tree, names.
///
/// Immutable and shared by all tasks; each task brings its own `NetworkScratch`. Never fails once loaded.
public struct Networks: Sendable {
    private let blas: BLAS
    private let firstLayer: FirstLayer
    private let morphology, syntax, names: Encoder
    private let tagHead: TagHead
    private let treeHead: TreeHead
    private let nameHead: NameHead

    /// Loads embedding.pack, frequent.pack, morphology.pack, syntax.pack and names.pack from a folder.
    public init(folder: String) throws(PackError) {
        let morphology = try Pack(path: folder + "/morphology.pack"), syntax = try Pack(path: folder + "/syntax.pack")
        let names = try Pack(path: folder + "/names.pack")
        blas = try BLAS.shared()
        firstLayer = try FirstLayer(
            embedding: Embedding(pack: Pack(path: folder + "/embedding.pack")), frequent: Pack(path: folder + "/frequent.pack"),
            packs: [morphology, syntax, names])
        self.morphology = try Encoder(pack: morphology, blas: blas)
        self.syntax = try Encoder(pack: syntax, blas: blas)
        self.names = try Encoder(pack: names, blas: blas)
        guard [self.morphology, self.syntax, self.names].allSatisfy({ [width = firstLayer.width] in $0.filters * 3 == width }) else {
            throw PackError(path: morphology.path, .section("first convolutions of one width"))
        }
        tagHead = try TagHead(pack: morphology, width: self.morphology.width, blas: blas)
        treeHead = try TreeHead(pack: syntax, width: self.syntax.width, blas: blas)
        nameHead = try NameHead(pack: names, width: self.names.width, blas: blas)
        shapes = try morphology.lines("shapes")
        guard shapes.count == firstLayer.shapeCount else { throw PackError(path: morphology.path, .section("as many shapes as rows")) }
    }

    /// The names of word shapes, in the order of their numbers: `<pad>`, `RU_Xx`, …
    public let shapes: [String]
    /// Morphological tags, relations and name tags by number, as the models name them.
    public var tagLabels: [String] { tagHead.labels }
    /// The relations by number.
    public var relationLabels: [String] { treeHead.labels }
    /// The name tags by number.
    public var nameLabels: [String] { nameHead.labels }

    /// What the networks know of a word: `lowercased` its bytes in lower case, `shape` the number of its shape.
    public func key(lowercased: ArraySlice<UInt8>, shape: Int) -> WordKey {
        WordKey(word: firstLayer.embedding.vocabulary.number(of: lowercased), shape: shape)
    }

    /// Working memory for one task.
    public func scratch() -> NetworkScratch { NetworkScratch(rowWidth: firstLayer.width * firstLayer.networks) }

    /// Tags texts: their words in order, the texts and the sentences they make up (both must follow one another and cover the words; no sentence
    /// is longer than `mostWords` or goes beyond its text). Names are looked for in each text, tags and trees in each sentence. Short texts
    /// are run together, which takes less time than one after the other and comes to the same (with AVX2 kernels but for the last bits of the sums).
    public func run(
        _ words: [WordKey], texts: [Range<Int>], sentences: [Range<Int>], scratch: inout NetworkScratch, into output: inout NetworkOutput
    ) {
        output.clear()
        scratch.viterbi.begin()
        var texts = texts.filter { !$0.isEmpty }[...]
        var next = 0
        while next < sentences.count {
            let first = next
            var end = sentences[first].lowerBound
            while next < sentences.count, next == first || sentences[next].upperBound - sentences[first].lowerBound <= Networks.batchWords {
                end = sentences[next].upperBound
                next += 1
            }
            batch(words, &texts, sentences[first..<next], sentences[first].lowerBound..<end, &scratch, &output)
        }
    }

    /// The longest sentence that is parsed at once. Time and memory of a tree are quadratic in it; what is longer is a list, or no sentence at all.
    public static let mostWords = 256
    private static let batchWords = 448

    /// Runs the sentences that make up a range of words. `texts` are those that the range begins or goes on with; those that end in it are taken off.
    private func batch(
        _ words: [WordKey], _ texts: inout ArraySlice<Range<Int>>, _ sentences: ArraySlice<Range<Int>>, _ range: Range<Int>,
        _ scratch: inout NetworkScratch, _ output: inout NetworkOutput
    ) {
        let inside = texts.prefix { $0.lowerBound < range.upperBound }
        guard let first = inside.first, let last = inside.last else { return }
        let around = max(first.lowerBound, range.lowerBound - Encoder.reach)..<min(last.upperBound, range.upperBound + Encoder.reach)
        firstLayer.place(words[around], blas: blas, scratch: &scratch)
        scratch.rows.removeAll(keepingCapacity: true)
        scratch.lengths.removeAll(keepingCapacity: true)
        scratch.rows.append(.boundary)
        for sentence in sentences {
            for word in sentence { scratch.rows.append(scratch.placed[word - around.lowerBound]) }
            scratch.rows.append(.boundary)
            scratch.lengths.append(sentence.count)
        }
        let tags = unsafe morphology.encode(
            scratch.rows, network: 0, firstLayer: firstLayer, cache: scratch.cache, scratch: scratch.encoder)
        unsafe tagHead.tag(tags, rows: scratch.rows, scores: scratch.scores, into: &output.tags)
        let trees = unsafe syntax.encode(scratch.rows, network: 1, firstLayer: firstLayer, cache: scratch.cache, scratch: scratch.encoder)
        unsafe treeHead.parse(trees, rows: scratch.rows, lengths: scratch.lengths, scratch: &scratch.tree, into: &output)
        findNames(inside, range, around, &scratch, &output)
        texts = texts.drop { $0.upperBound <= range.upperBound }
    }

    /// Looks for names in the part of each text that lies in `range`; with the words `around` it, since those at its edges hang on them.
    private func findNames(
        _ texts: ArraySlice<Range<Int>>, _ range: Range<Int>, _ around: Range<Int>, _ scratch: inout NetworkScratch,
        _ output: inout NetworkOutput
    ) {
        scratch.rows.removeAll(keepingCapacity: true)
        for text in texts {
            if !scratch.rows.isEmpty { scratch.rows.append(.boundary) }
            for word in text.clamped(to: around) { scratch.rows.append(scratch.placed[word - around.lowerBound]) }
        }
        let rows = unsafe names.encode(scratch.rows, network: 2, firstLayer: firstLayer, cache: scratch.cache, scratch: scratch.encoder)
        for (boundaries, text) in texts.enumerated() {
            let part = text.clamped(to: range), row = part.lowerBound - around.lowerBound + boundaries
            unsafe nameHead.advance(rows + row * names.width, count: part.count, scores: scratch.scores, search: &scratch.viterbi)
            guard text.upperBound <= range.upperBound else { continue }
            scratch.viterbi.decode(into: &output.names)
            scratch.viterbi.begin()
        }
    }
}

/// One task's working memory: buffers that grow to the longest text, and the cache of what words add. Some 40 MiB when warm.
public struct NetworkScratch: ~Copyable {
    var cache: ContributionCache
    var viterbi = Viterbi()
    var placed: [Row] = []
    var rows: [Row] = []
    var lengths: [Int] = []
    var missing: [(word: UInt32, slot: Int)] = []
    let encoder = EncoderScratch()
    var tree = TreeScratch()
    let scores = FloatBuffer(), vectors = FloatBuffer(), products = FloatBuffer()

    init(rowWidth: Int) { cache = ContributionCache(rowWidth: rowWidth) }
}

/// What the networks say of the texts, one entry a word.
public struct NetworkOutput: Sendable {
    /// Numbers of morphological tags.
    public internal(set) var tags: [UInt16] = []
    /// Heads: the place in the sentence, counted from 1, or 0 for the root.
    public internal(set) var heads: [Int32] = []
    /// Numbers of relations.
    public internal(set) var relations: [UInt8] = []
    /// Numbers of name tags.
    public internal(set) var names: [UInt8] = []

    /// Room for an answer, to be used again and again.
    public init() {}

    mutating func clear() {
        tags.removeAll(keepingCapacity: true)
        heads.removeAll(keepingCapacity: true)
        relations.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
    }
}
