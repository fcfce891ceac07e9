internal import ArgumentParser
internal import LetopisArchive

/// `letopis search`: finds articles by their words, and what was said in them.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find articles in an archive by words in any form, and statements by who said them.",
        discussion: """
            Examples:
              letopis search переговоры Женева date:2025-06/2025-07
              letopis search гарантии безопасности speaker:Лунин
              letopis search '"мирный план"' -Киев outlet:ТАСС --format json

            A word stands for all its forms, a phrase in quotation marks for exactly
            these words; ё and е are one letter. Without speaker: or kind: articles are
            found, with them statements, meetings and positions. What is newest comes
            first. Exit status 1 means that nothing was found.
            """)

    @OptionGroup var asking: AskingOptions

    func run() async throws {
        try await Console.run { try asking.run(.newestFirst, of: false) }
    }
}
