internal import GRDB

/// A chronicle on disk: one SQLite file with the documents as they came, the articles in them with every revision, their records, and
/// the feeds they come from.
///
/// Guaranteed, whatever ends the process (a crash, a kill, a full disk, a power cut): what `keep` and `settle` have returned for is in the
/// file; an article and its record are there together or not at all; the same documents any number of times, in any order, give the same
/// articles, revisions and ids. One process writes at a time; any number read beside it.
/// What it does not do: it has no clock (times are arguments), opens no file but its own, and reads no article: it files what was read.
///
///     let archive = try Archive(path: "news.letopis", access: .writing)
///     let kept = try archive.keep(retrieval)
///     let outcome = try archive.settle(kept, reading)
public final class Archive: Sendable {
    /// What an archive is opened for.
    public enum Access: Sendable {
        /// Only to ask; it must be there.
        case reading
        /// To add to it, too; where there is none it is made.
        case writing
    }

    /// Where it is.
    public let path: String
    private let pool: DatabasePool
    /// Held as long as this archive may write.
    private let lock: WriterLock?

    /// Opens an archive. Throws an `ArchiveError` where it cannot be opened, is no archive, or is written to by another process for longer
    /// than five seconds. Archives of every released version open; for writing they are brought up to date.
    public init(path: String, access: Access) throws {
        self.path = path
        lock = access == .writing ? try WriterLock(path) : nil
        pool = try Opening.pool(path, access)
    }

    /// Runs questions on one state of the archive, whatever is written meanwhile.
    func ask<Answer>(_ question: (Database) throws -> Answer) throws -> Answer {
        try Opening.worded(path) { try pool.read(question) }
    }

    /// Runs changes that are in the file together, or not at all. When this returns they are on the disk.
    func change<Answer>(_ changes: (Database) throws -> Answer) throws -> Answer {
        try Opening.worded(path) { try pool.write(changes) }
    }

    /// Runs something on a reading connection outside of a transaction.
    func inspect<Answer>(_ work: (Database) throws -> Answer) throws -> Answer {
        try Opening.worded(path) { try pool.unsafeRead(work) }
    }
}
