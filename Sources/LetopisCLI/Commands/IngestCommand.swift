internal import ArgumentParser
internal import LetopisArchive
internal import LetopisFetching

/// `letopis ingest`: brings articles into an archive.
struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Bring articles into an archive: texts, HTML pages, feeds, JSON lines, WARC; files, folders, addresses, standard input.",
        discussion: """
            Examples:
              letopis ingest articles/
              letopis ingest --archive news.letopis dump.warc.gz
              letopis ingest https://example.org/news/1
              letopis ingest news.jsonl.gz

            Each document is kept as it came before it is read. What is reported is on
            the disk, and survives whatever ends the program; what was kept and not yet
            read is read by the next run. The same article again is one article, a
            changed text a revision. A document that cannot be read is put into
            quarantine, and stops nothing. Docs/archive.md has the whole of it.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Argument(help: "Files, folders of them, or addresses of the web; - is standard input.", completion: .file())
    var sources: [String] = []

    @Option(help: "What the sources are, whatever they look like: text, html, jsonl, feed or warc.")
    var form: SourceForm?

    @Option(name: .shortAndLong, help: "text for people: what was revised or failed, and a summary; json: a line for each document.")
    var format = Format.text

    @OptionGroup var limits: ReaderLimits

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var article: ArticleOptions

    @OptionGroup var fetching: FetchOptions

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Console.run {
            if sources.isEmpty, Descriptor(number: 0).isTerminal { throw CommandError.nothingToRead }
            let addresses = sources.filter(FeedSources.isAddress), named = sources.filter { !FeedSources.isAddress($0) }
            let files = SourceFiles(sources.isEmpty ? ["-"] : named)
            let terms = try limits.terms(common)
            let stream = DocumentStream(
                files, form: form, known: article, charset: common.charset, lexicon: try common.locateShare().pageLexicon())
            let archive = try self.archive.open(.writing)
            let ingestion = Ingestion(
                into: archive, terms: terms, report: try await fetch(addresses, into: archive),
                total: { stream.fileCount > 1 ? stream.fileCount : nil }, stream.next)
            do { try ingestion.run() } catch {
                if format == .text { try Console.emit(Array(ingestion.report.summary.utf8)) }
                throw error
            }
            if format == .text { try Console.emit(Array(ingestion.report.summary.utf8)) }
            if ingestion.report.failed > 0 { throw CommandError.someFailed(count: ingestion.report.failed) }
        }
    }

    /// Fetches and keeps what is named by its address; it is read after all else, with what is pending.
    private func fetch(_ addresses: [String], into archive: Archive) async throws -> IngestReport {
        var report = IngestReport(isJSON: format == .json)
        guard !addresses.isEmpty else { return report }
        try await fetching.settings(archive).withFetcher { fetcher in
            try await WebDocuments(archive: archive, fetcher: fetcher, known: article, clock: .system).keep(addresses, &report)
        }
        return report
    }
}

extension SourceForm: ExpressibleByArgument {}

/// How documents are read in processes of their own.
struct ReaderLimits: ParsableArguments {
    @Option(help: "How many seconds reading one document may take; one that takes longer is put into quarantine.")
    var timeLimit = 60

    func validate() throws {
        if !(1...86_400).contains(timeLimit) {
            throw ValidationError("--time-limit is a number of seconds from 1 to 86400, not \(timeLimit).")
        }
    }

    /// How readers are started. The share folder is looked for here, so that what is missing is said once.
    func terms(_ common: CommonOptions) throws -> ReadingRoom.Terms {
        let share = try common.locateShare(), name = try ReaderName.of(share, common.lang)
        return ReadingRoom.Terms(
            arguments: ["worker", "--share", share.path, "--lang", common.lang, "--name", name], readers: common.parallelism,
            seconds: timeLimit, reader: name)
    }
}
