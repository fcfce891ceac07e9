internal import ArgumentParser
internal import LetopisArchive

/// `letopis backup`: a copy of an archive.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a copy of an archive to a file that is not there yet; whoever writes to the archive goes on.",
        discussion: """
            Example:
              letopis backup news-2025-12-16.letopis

            The copy is checked, and has its name only once it is whole.
            """)

    @Argument(help: "The file to write.", completion: .file(extensions: ["letopis"]))
    var target: String

    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
        try await Console.run { try archive.open(.reading).backup(to: target) }
    }
}
