internal import ArgumentParser
internal import LetopisArchive

/// `letopis reread`: reads an archive's articles again, with a newer reader.
struct RereadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reread",
        abstract: "Read the documents of an archive again, where another reader than this one has read them.",
        discussion: """
            Another program, other models or other word lists are another reader. Documents
            are read as they came: what is found to be the article may be another text, and
            that is a revision. What stays the same keeps its id; what became of the rest is
            said. A run that is ended early goes on where it was.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Flag(help: "Read all documents again, also those that this reader has read.")
    var all = false

    @Option(name: .shortAndLong, help: "text for people: what changed or failed, and a summary; json: a line for each document.")
    var format = Format.text

    @OptionGroup var limits: ReaderLimits

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Console.run {
            let terms = try limits.terms(common), archive = try archive.open(.writing)
            if all { try archive.forgetReaders() }
            let rereading = Rereading(archive, terms, isJSON: format == .json)
            try rereading.run()
            if format == .text { try Console.emit(Array(rereading.summary.utf8)) }
            if rereading.failed > 0 { throw CommandError.someFailed(count: rereading.failed) }
        }
    }
}
