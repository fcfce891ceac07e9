internal import ArgumentParser
internal import LetopisNeural

/// The program: its commands, and what happens before the first of them is chosen.
@main
struct LetopisCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letopis",
        abstract: "Reads news and keeps a sourced chronicle of it: who said what, through what, and who passed it on.",
        discussion: """
            Examples:
              letopis read article.txt                   the record, for people
              letopis read --format json *.txt           one JSON object a line
              letopis explain article.txt                why the record is what it is
              letopis analyse --format conllu a.txt      tags, tree, lemmas, names
              letopis ingest articles/                   bring articles into an archive
              letopis watch https://example.org/rss      follow a feed
              letopis search санкции speaker:Лунин       who said what about it
              letopis doctor                             is everything there?

            Data goes to standard output, everything else to standard error.

            Exit status:
              0   all was read
              1   nothing was found, or `check` found something wrong
              2   an input could not be read; the others were
              64  the command line is wrong
              65  the inputs could be read, but none of them is text
              66  the archive cannot be opened
              73  the archive may only be read, or a file is there already
              74  the output or the archive could not be written: disk full
              75  another process writes to the archive
              78  models or word lists are missing: see `letopis doctor`
              130 stopped by Ctrl-C before all was done
            """,
        version: version,
        subcommands: [
            ReadCommand.self, ExplainCommand.self, AnalyseCommand.self, IngestCommand.self, WatchCommand.self, FeedsCommand.self,
            SearchCommand.self, TimelineCommand.self, ShowCommand.self, ExportCommand.self, RereadCommand.self, QuarantineCommand.self,
            BackupCommand.self, CheckCommand.self, DoctorCommand.self, MeasureCommand.self, CopiesCommand.self, WorkerCommand.self,
            PageCommand.self,
        ])

    /// The program's version, as `--version` prints it.
    static let version = "0.1.0"

    static func main() async {
        BLAS.beginWithOneThread()
        let arguments = Array(CommandLine.arguments.dropFirst())
        let commands = configuration.subcommands.filter { $0.configuration.shouldDisplay }.map { $0.configuration.commandName ?? "" }
        let hidden = configuration.subcommands.filter { !$0.configuration.shouldDisplay }.compactMap { $0.configuration.commandName }
        let aliases = configuration.subcommands.flatMap { $0.configuration.aliases }
        if let complaint = MistypedCommand(arguments, commands: commands, hidden: hidden + aliases + ["help"]) {
            Console.complain(complaint.description)
            exit(withError: ExitCode.validationFailure)
        }
        await main(arguments)
    }
}
