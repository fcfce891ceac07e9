internal import ArgumentParser

/// The program: its commands, and what happens before the first of them is chosen.
@main
struct LetopisCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letopis",
        abstract: "Reads news and keeps a sourced chronicle of it: who said what, through what, and who passed it on.",
        discussion: """
            Examples:
              letopis read article.txt                          the record of an article, for people
              letopis read --format json *.txt                  one JSON object a line, for programs
              letopis analyse --format conllu article.txt       tokens, tags, tree, lemmas and names
              letopis doctor                                    whether everything that is needed is there

            Data goes to standard output, everything else to standard error.
            Exit status: 0 all was read; 2 an input could not be read; 64 the command line is wrong; 65 nothing given is text;
            74 the output could not be written; 78 models or word lists are missing (`letopis doctor` says which).
            """,
        version: version,
        subcommands: [ReadCommand.self, AnalyseCommand.self, DoctorCommand.self])

    /// The program's version, as `--version` prints it.
    static let version = "0.1.0"

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let commands = configuration.subcommands.map { $0.configuration.commandName ?? "" }
        if let complaint = MistypedCommand(arguments, commands: commands) {
            Console.complain(complaint.description)
            exit(withError: ExitCode.validationFailure)
        }
        await main(arguments)
    }
}
