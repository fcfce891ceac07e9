internal import GRDB

/// How the file is opened, and what is asked of SQLite for the archive's promises.
enum Opening {
    /// How many seconds one process waits for another.
    static let patience = 5.0

    /// Connections to the archive at a path.
    static func pool(_ path: String, _ access: Archive.Access) throws -> DatabasePool {
        try worded(path) {
            let pool = try DatabasePool(path: path, configuration: configuration(access))
            switch access {
            case .writing: try prepareWriter(pool, path)
            case .reading: try pool.read { try Schema.recognise($0, path) }
            }
            return pool
        }
    }

    /// Runs something, and words what SQLite refuses.
    static func worded<Answer>(_ path: String, _ work: () throws -> Answer) throws -> Answer {
        do { return try work() } catch let error as DatabaseError { throw ArchiveError(error, path: path) }
    }

    private static func configuration(_ access: Archive.Access) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .reading
        configuration.busyMode = .timeout(patience)
        configuration.label = "archive"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA mmap_size = 0")
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    /// GRDB sets `synchronous = NORMAL` on a pool's writer, after `prepareDatabase`: in a power cut that loses what was acknowledged. So FULL
    /// is set here, once it is open, and read back; a writer that does not say FULL is not used.
    private static func prepareWriter(_ pool: DatabasePool, _ path: String) throws {
        try pool.writeWithoutTransaction { database in
            try Schema.recognise(database, path)
            try database.execute(sql: "PRAGMA synchronous = FULL")
            let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
            let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
            guard level == 2, journal == "wal" else { throw ArchiveError.unsynchronised(path: path) }
        }
        try Schema.migrator.migrate(pool)
    }
}
