internal import FoundationEssentials
internal import GRDB

/// The right to write to an archive: held by one process at a time, and given back by the system when it ends, however it ends.
///
/// SQLite 3.40 can damage a file that two connections write or checkpoint at once (the WAL-reset fault), so its own locks are not enough.
/// The lock is SQLite's exclusive lock on an empty file of its own beside the archive.
final class WriterLock: Sendable {
    private let queue: DatabaseQueue

    /// Takes the lock of the archive at a path; waits five seconds for another writer, then throws `ArchiveError.locked`.
    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Opening.patience)
        configuration.label = "lock of an archive"
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = MEMORY") }
        do {
            queue = try Opening.worded(path) { try DatabaseQueue(path: path + ".lock", configuration: configuration) }
        } catch ArchiveError.unopenable where FileManager.default.fileExists(atPath: path) {
            throw ArchiveError.readOnly(path: path)
        }
        try Opening.worded(path) { try queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") } }
    }
}
