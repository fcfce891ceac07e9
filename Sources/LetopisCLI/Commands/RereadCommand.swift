internal import ArgumentParser
internal import LetopisArchive

/// `letopis reread`: reads an archive's articles again, with a newer reader.
struct RereadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reread",
        abstract: "Read the articles of an archive again, where another reader than this one has read them.",
        discussion: """
            Another program, other models or other word lists are another reader. What
            stays the same keeps its id; what became of the rest is said. A run that is
            ended early goes on where it was.
            """)

    @Flag(help: "Read all articles again, also those that this reader has read.")
    var all = false

    @OptionGroup var limits: ReaderLimits

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Console.run {
            let rereading = Rereading(try archive.open(.writing), try limits.terms(common), all: all)
            try rereading.run()
            try Console.emit(Array(rereading.summary.utf8))
            if rereading.failed > 0 { throw CommandError.someFailed(count: rereading.failed) }
        }
    }
}
