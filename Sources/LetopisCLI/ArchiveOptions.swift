internal import ArgumentParser
internal import FoundationEssentials
internal import LetopisArchive

/// Which archive a command works on.
struct ArchiveOptions: ParsableArguments {
    @Option(
        help: "The archive's file. Otherwise LETOPIS_ARCHIVE, or archive.letopis in this folder.",
        completion: .file(extensions: ["letopis"]))
    var archive: String?

    /// Where it is.
    var path: String {
        let named = ProcessInfo.processInfo.environment["LETOPIS_ARCHIVE"].flatMap { $0.isEmpty ? nil : $0 }
        return archive ?? named ?? "archive.letopis"
    }

    /// Opens it.
    func open(_ access: Archive.Access) throws -> Archive { try Archive(path: path, access: access) }
}
