internal import LetopisNeural

/// The language analysis of one language: segmentation, part of speech and features, dependency tree, names, lemmas.
///
/// Immutable, shared by all tasks; each task brings its own `Scratch`. Analysing never fails: bad input gives fewer results and a notice.
/// The same article gives the same analysis, whatever was analysed before.
///
///     let analyser = try Analyser(models: "Share/models/ru", abbreviations: bytes)
///     var scratch = analyser.scratch()
///     let analysis = analyser.analyse(Article("Мама мыла раму."), scratch: &scratch)
public struct Analyser: Sendable {
    private let engine: Engine

    /// Behind a reference, so that programs need not know what it is made of.
    private final class Engine: Sendable {
        let segmenter: Segmenter
        let tagging: Tagging
        let dictionary: MorphologicalDictionary
        let lemmatizer: Lemmatizer

        init(models folder: String, abbreviations: [UInt8]) throws {
            segmenter = try Segmenter(abbreviations: abbreviations)
            tagging = try Tagging(folder: folder)
            dictionary = try MorphologicalDictionary(pack: folder + "/dictionary.pack")
            lemmatizer = Lemmatizer(dictionary: dictionary)
        }
    }

    /// Loads the packs of a folder such as `Share/models/ru`, and the abbreviations of the language, given as the lexicon file's bytes.
    /// Throws `PackError` or `TextError`.
    public init(models folder: String, abbreviations: [UInt8]) throws {
        engine = try Engine(models: folder, abbreviations: abbreviations)
    }

    /// One task's working memory; it grows to the longest article and is used again.
    public struct Scratch: ~Copyable {
        let memory: Memory

        final class Memory {
            var networks: NetworkScratch
            var output = NetworkOutput()
            var keys: [WordKey] = []
            var lowercased: [UInt8] = []
            var lemmas = LemmaCache()

            init(networks: consuming NetworkScratch) { self.networks = networks }
        }
    }

    /// The dictionary of the language, which others may ask too.
    public var dictionary: MorphologicalDictionary { engine.dictionary }

    /// Working memory for one task.
    public func scratch() -> Scratch { Scratch(memory: Scratch.Memory(networks: engine.tagging.networks.scratch())) }

    /// Analyses an article; `lines` says what the end of a line means.
    public func analyse(_ article: Article, lines: LineEnds = .areSpace, scratch: inout Scratch) -> Analysis {
        analyse([article], lines: lines, scratch: &scratch)[0]
    }

    /// Analyses articles, each as if it were alone. Several short ones take less time together, since the networks see their words side by side.
    public func analyse(_ articles: [Article], lines: LineEnds = .areSpace, scratch: inout Scratch) -> [Analysis] {
        let memory = scratch.memory
        var texts: [Range<Int>] = [], pieces: [Range<Int>] = []
        memory.keys.removeAll(keepingCapacity: true)
        var analyses = articles.map { article in
            let first = memory.keys.count
            var analysis = segmented(article, lines)
            pieces += self.pieces(of: &analysis).map { first + $0.lowerBound..<first + $0.upperBound }
            engine.tagging.keys(article.utf8, analysis.tokens, lowercased: &memory.lowercased, into: &memory.keys)
            texts.append(first..<memory.keys.count)
            return analysis
        }
        engine.tagging.networks.run(memory.keys, texts: texts, sentences: pieces, scratch: &memory.networks, into: &memory.output)
        var rest = pieces[...]
        for i in analyses.indices {
            let own = rest.prefix { $0.upperBound <= texts[i].upperBound }
            rest = rest.dropFirst(own.count)
            engine.tagging.apply(memory.output, pieces: own, of: texts[i], to: &analyses[i].tokens)
            join(own.count, in: &analyses[i])
            analyses[i].names = engine.tagging.names(memory.output.names[texts[i]], analyses[i].tokens)
            lemmatize(&analyses[i], &memory.lemmas)
        }
        return analyses
    }

    private func segmented(_ article: Article, _ lines: LineEnds) -> Analysis {
        var analysis = Analysis(article: article, sentences: [], tokens: [], names: [], lemmas: [], notices: article.notices)
        engine.segmenter.segment(article.utf8, lines: lines, into: &analysis.tokens, sentences: &analysis.sentences)
        return analysis
    }

    /// The sentences' tokens, those of sentences that are too long for the parser cut into pieces.
    private func pieces(of analysis: inout Analysis) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        pieces.reserveCapacity(analysis.sentences.count)
        for sentence in analysis.sentences {
            for start in stride(from: sentence.tokens.lowerBound, to: sentence.tokens.upperBound, by: Networks.mostWords) {
                pieces.append(start..<min(start + Networks.mostWords, sentence.tokens.upperBound))
            }
        }
        let long = analysis.sentences.filter { $0.tokens.count > Networks.mostWords }
        if let first = long.first {
            let words =
                "\(long.count == 1 ? "A sentence is" : "\(long.count) sentences are") longer than \(Networks.mostWords) words; parsed in pieces."
            analysis.notices.append(Notice(.longSentence, span: first.span, words))
        }
        return pieces
    }

    /// Makes one tree of a sentence that was parsed in pieces: the later pieces' roots hang on the first's.
    private func join(_ pieces: Int, in analysis: inout Analysis) {
        guard pieces > analysis.sentences.count else { return }
        for sentence in analysis.sentences where sentence.tokens.count > Networks.mostWords {
            guard let root = sentence.tokens.first(where: { analysis.tokens[$0].head < 0 }) else { continue }
            for i in sentence.tokens where i != root && analysis.tokens[i].head < 0 {
                analysis.tokens[i].head = root
                analysis.tokens[i].deprel = .parataxis
            }
        }
    }

    private func lemmatize(_ analysis: inout Analysis, _ cache: inout LemmaCache) {
        for i in analysis.tokens.indices {
            let token = analysis.tokens[i]
            let word = analysis.article.utf8[token.span.start..<token.span.end]
            analysis.tokens[i].lemma = engine.lemmatizer.appendLemma(
                of: word, upos: token.upos, feats: token.feats, cache: &cache, to: &analysis.lemmas)
        }
    }
}
