internal import ArgumentParser
internal import FoundationEssentials
internal import LetopisArchive

/// Where the archive is.
struct ArchivePlace: ParsableArguments {
    @Option(help: "The archive. Otherwise LETOPIS_ARCHIVE, or news.letopis in this folder.", completion: .file())
    var archive: String?

    /// Opens it; for writing it is made where there is none.
    func open(_ access: Archive.Access) throws -> Archive {
        let named = ProcessInfo.processInfo.environment["LETOPIS_ARCHIVE"].flatMap { $0.isEmpty ? nil : $0 }
        return try archiving { try Archive(path: archive ?? named ?? "news.letopis", access: access) }
    }
}

/// Does something with the archive; what it refuses is worded for the command line.
func archiving<Value>(_ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch let error as ArchiveError {
        throw CommandError.archive(error.description)
    }
}

/// The same for work that waits.
func archiving<Value>(_ work: () async throws -> Value) async throws -> Value {
    do {
        return try await work()
    } catch let error as ArchiveError {
        throw CommandError.archive(error.description)
    }
}
