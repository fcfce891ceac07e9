internal import ArgumentParser
internal import Glibc
internal import Letopis
internal import LetopisText

/// `letopis measure`: processor time of the language analysis and of reading, for `Benchmarks/bench`. One task, so that it can be compared with others' programs.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Analyse and read texts and say how much processor time it took, as JSON.",
        discussion: "For Benchmarks/bench. One task; loading and reading files are not counted, the first analysis of a word is.",
        shouldDisplay: false)

    @Argument(help: "Text files, or folders of them.", completion: .file())
    var files: [String] = []

    @Option(help: "How many times all texts are analysed.")
    var `repeat` = 1

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Console.run {
            let share = try common.locateShare()
            let analyser = try Analyser.load(from: share, language: common.lang)
            let loaded = clock()
            let articles = try Input.gather(files, openingFolders: true).map { Article(decoding: try $0.bytes(), charset: common.charset) }
            let all = analyse(articles, with: analyser)
            let segmentation = try segment(articles, in: share), lemmas = lemmatize(articles, with: analyser)
            let reading = read(articles, with: try settingUp { try Reader(share: share.path, language: common.lang) })
            var json = JSONWriter()
            json.object { json in
                json.field("documents", articles.count * `repeat`)
                json.field("tokens", all.tokens)
                json.field("loadMicroseconds", microseconds(loaded))
                json.field("analysisMicroseconds", microseconds(all.time))
                json.field("readingMicroseconds", microseconds(reading))
                json.key("stages")
                json.object { json in
                    json.field("segmentation", microseconds(segmentation))
                    json.field("networks", microseconds(max(0, all.time - segmentation - lemmas)))
                    json.field("lemmas", microseconds(lemmas))
                }
            }
            json.endLine()
            try Console.emit(json.bytes)
        }
    }

    /// The whole analysis: how many tokens the articles have, all turns together, and the processor time.
    private func analyse(_ articles: [Article], with analyser: Analyser) -> (tokens: Int, time: clock_t) {
        var scratch = analyser.scratch(), tokens = 0
        let begun = clock()
        for _ in 0..<`repeat` {
            for turn in turns(articles) { tokens += analyser.analyse(turn, scratch: &scratch).reduce(0) { $0 + $1.tokens.count } }
        }
        return (tokens, clock() - begun)
    }

    /// The whole reading, analysis and JSON included, by a reader that has read nothing before.
    private func read(_ articles: [Article], with reader: Reader) -> clock_t {
        var scratch = reader.scratch(), bytes = 0
        let begun = clock()
        for _ in 0..<`repeat` {
            for turn in turns(articles) {
                for read in reader.readWithAnalysis(turn, scratch: &scratch) { bytes += RecordWire.json(read.record).count }
            }
        }
        return clock() - begun
    }

    /// As many articles together as `read` takes.
    private func turns(_ articles: [Article]) -> [[Article]] {
        stride(from: 0, to: articles.count, by: Batch.turn).map { Array(articles[$0..<min($0 + Batch.turn, articles.count)]) }
    }

    /// Segmentation once more, alone.
    private func segment(_ articles: [Article], in share: ShareFolder) throws -> clock_t {
        let segmenter = try settingUp { try Segmenter(abbreviations: share.abbreviations(common.lang)) }
        var tokens: [Token] = [], sentences: [Sentence] = []
        let begun = clock()
        for _ in 0..<`repeat` {
            for article in articles { segmenter.segment(article.utf8, into: &tokens, sentences: &sentences) }
        }
        return clock() - begun
    }

    /// Lemmas once more, alone, of what has been analysed; with a cache that begins empty, as the analysis's did.
    private func lemmatize(_ articles: [Article], with analyser: Analyser) -> clock_t {
        let lemmatizer = Lemmatizer(dictionary: analyser.dictionary)
        var scratch = analyser.scratch(), cache = LemmaCache(), lemmas: [UInt8] = []
        let analyses = articles.map { analyser.analyse($0, scratch: &scratch) }
        let begun = clock()
        for _ in 0..<`repeat` {
            for analysis in analyses {
                lemmas.removeAll(keepingCapacity: true)
                for token in analysis.tokens {
                    let word = analysis.article.utf8[token.span.start..<token.span.end]
                    _ = lemmatizer.appendLemma(of: word, upos: token.upos, feats: token.feats, cache: &cache, to: &lemmas)
                }
            }
        }
        return clock() - begun
    }

    private func microseconds(_ ticks: clock_t) -> Int { ticks * 1_000_000 / Int(CLOCKS_PER_SEC) }
}
