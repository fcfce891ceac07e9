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

    /// An article to read, and where it came from.
    struct Unread {
        let article: Article
        let input: Input
    }

    /// Reads every article and gives out what `work` makes of it, one outcome for each of those that it is given together. `work` is told whether
    /// there are several inputs, which then want headings.
    func run(
        _ work: @escaping @Sendable (_ reader: Reader, _ unread: [Unread], _ desk: Desk, _ headings: Bool) -> [Outcome]
    ) async throws {
        try await Console.run {
            let batch = Batch(inputs: try Input.gather(files, openingFolders: false), jobs: common.parallelism)
            let share = try common.locateShare()
            let reader = try settingUp { try Reader(share: share.path, language: common.lang) }
            let lexicon = try share.pageLexicon()
            let headings = batch.inputs.count > 1
            try await batch.run {
                let desk = Desk(reader.scratch())
                return { loaded in
                    let unread = loaded.map { Unread(article: article.article(of: $0.bytes, in: $0.input, common, lexicon), input: $0.input) }
                    return work(reader, unread, desk, headings)
                }
            }
        }
    }
}
