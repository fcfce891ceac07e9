internal import ArgumentParser
internal import Letopis
internal import LetopisText

/// What `read` and `explain` are told, and the run that they share: every article is read once, by one of several tasks.
struct ReadingOptions: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Argument(
        help: "Articles, as text files or pages of HTML; - is standard input, which is also read where none is named.", completion: .file())
    var files: [String] = []

    @Option(name: .shortAndLong, help: "text for people, json for programs.")
    var format = Format.text

    @OptionGroup var article: ArticleOptions

    @OptionGroup var common: CommonOptions

    /// Reads every article and gives out what `work` makes of it. `work` is told whether there are several, which then want headings.
    func run(
        _ work: @escaping @Sendable (_ reader: Reader, _ article: Article, _ input: Input, _ desk: Desk, _ headings: Bool) -> Outcome
    ) async throws {
        try await Console.run {
            let batch = Batch(inputs: try Input.gather(files, openingFolders: false), jobs: common.parallelism)
            let share = try common.locateShare()
            let reader = try settingUp { try Reader(share: share.path, language: common.lang) }
            let lexicon = try share.pageLexicon()
            let headings = batch.inputs.count > 1
            try await batch.run {
                let desk = Desk(reader.scratch())
                return { input in
                    outcome(of: input) { bytes in
                        work(reader, article.article(of: bytes, in: input, common, lexicon), input, desk, headings)
                    }
                }
            }
        }
    }
}
