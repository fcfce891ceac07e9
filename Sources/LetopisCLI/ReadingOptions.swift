internal import ArgumentParser
internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// What `read` and `explain` are told, and the run that they share: every article is read once, by one of several tasks.
struct ReadingOptions: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Argument(
        help:
            "Articles: texts, pages of HTML, feeds, JSON lines, WARC, plain or compressed; - is standard input, also read where none is named.",
        completion: .file())
    var files: [String] = []

    @Option(help: "What the files are, whatever they look like: text, html, jsonl, feed or warc.")
    var form: SourceForm?

    @Option(name: .shortAndLong, help: "text for people, json for programs.")
    var format = Format.text

    @OptionGroup var article: ArticleOptions

    @OptionGroup var common: CommonOptions

    /// Reads every article and gives out what `work` makes of it, one outcome for each of those that it is given together. `work` is told whether
    /// there are several documents, which then want headings.
    func run(
        _ work: @escaping @Sendable (_ reader: Reader, _ unread: [Unread], _ desk: Desk, _ headings: Bool) -> [Outcome]
    ) async throws {
        try await Console.run {
            let files = SourceFiles(naming: try Input.gather(files, openingFolders: false).map(\.path))
            let share = try common.locateShare()
            let reader = try settingUp { try Reader(share: share.path, language: common.lang) }
            let lexicon = try share.pageLexicon()
            let stream = DocumentStream(files, form: form, known: article, charset: common.charset, lexicon: lexicon)
            let url = article.url
            let headings = format == .text && stream.hasSeveral()
            try await Batch(stream, jobs: common.parallelism).run {
                let desk = Desk(reader.scratch())
                return { documents in
                    Unread.outcomes(of: documents, lexicon) { unread in
                        let known = unread.map { unread in
                            var known = unread
                            // Somebody who names the address of a page knows better than the page.
                            if unread.document.mediaType != MediaType.json, let url { known.article.url = url }
                            known.article.language = known.article.language ?? common.lang
                            return known
                        }
                        return work(reader, known, desk, headings)
                    }
                }
            }
        }
    }
}
