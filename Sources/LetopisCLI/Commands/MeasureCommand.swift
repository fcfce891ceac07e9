internal import ArgumentParser
internal import Glibc
internal import Letopis
internal import LetopisText

/// `letopis measure`: processor time of the language analysis, for `Benchmarks/bench`. One task, so that it can be compared with others' programs.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Analyse texts and say how much processor time it took, as JSON.",
        discussion: "For Benchmarks/bench. One task; loading and reading files are not counted, the first analysis of a word is.",
        shouldDisplay: false)

    @Argument(help: "Text files, or folders of them.", completion: .file())
    var files: [String] = []

    @Option(help: "How many times all texts are analysed.")
    var `repeat` = 1

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Console.run {
            let analyser = try Analyser.load(from: try ShareFolder.locate(named: common.share))
            let loaded = clock()
            let articles = try Input.gather(files, openingFolders: true).map { Article(decoding: try $0.bytes(), charset: common.charset) }
            let begun = clock()
            let tokens = analyse(articles, with: analyser)
            let ended = clock()
            var json = JSONWriter()
            json.object { json in
                json.field("documents", articles.count * `repeat`)
                json.field("tokens", tokens)
                json.field("loadMicroseconds", microseconds(loaded))
                json.field("analysisMicroseconds", microseconds(ended - begun))
            }
            json.endLine()
            try Console.emit(json.bytes)
        }
    }

    /// How many tokens the articles have, all turns together.
    private func analyse(_ articles: [Article], with analyser: Analyser) -> Int {
        var scratch = analyser.scratch()
        var tokens = 0
        for _ in 0..<`repeat` {
            for article in articles { tokens += analyser.analyse(article, scratch: &scratch).tokens.count }
        }
        return tokens
    }

    private func microseconds(_ ticks: clock_t) -> Int { ticks * 1_000_000 / Int(CLOCKS_PER_SEC) }
}
