internal import ArgumentParser
internal import LetopisArchive

/// `letopis timeline`: what was said and who met whom, in the order of days.
struct TimelineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "List statements, meetings and positions in the order in which they came.",
        discussion: """
            Examples:
              letopis timeline about:Лунин date:2025-06
              letopis timeline kind:meeting Женева
              letopis timeline speaker:Лунин --newest-first

            Takes the questions of `letopis search`. A meeting stands at its own date
            where the article gives one; what has no date of its own stands at the
            article's.
            """)

    @Flag(help: "What is newest comes first.")
    var newestFirst = false

    @OptionGroup var asking: AskingOptions

    func run() async throws {
        try await Console.run { try asking.run(newestFirst ? .newestFirst : .oldestFirst, of: true) }
    }
}
