internal import FoundationEssentials
internal import GRDB

/// How the file is opened, and what is asked of SQLite for the archive's promises.
enum Opening {
    /// How many seconds one process waits for another.
    static let patience = 5.0

    /// Connections to the archive at a path.
    static func pool(_ path: String, _ access: Archive.Access) throws -> DatabasePool {
        try worded(path) {
            guard access == .reading else {
                return try writingPool(path)
            }
            let reader = try readingPool(path)
            let isCurrent = try reader.read { database in
                try Schema.recognise(database, path)
                return try Schema.migrator.hasCompletedMigrations(database)
            }
            if isCurrent { return reader }
            // An older archive, or one whose first writer was ended before it had tables: a writer brings it up to date.
            try reader.close()
            _ = try Archive(path: path, access: .writing)
            return try readingPool(path)
        }
    }

    private static func writingPool(_ path: String) throws -> DatabasePool {
        do {
            let pool = try DatabasePool(path: path, configuration: configuration(.writing))
            try prepareWriter(pool, path)
            return pool
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw isThere ? ArchiveError.readOnly(path: path) : error
        }
    }

    /// Connections that only read. Where not even the files that SQLite shares between processes can be made (a read-only disk), and nobody has left
    /// anything to be read in them, the file is taken for one that nobody changes.
    private static func readingPool(_ path: String) throws -> DatabasePool {
        do {
            let pool = try DatabasePool(path: path, configuration: configuration(.reading))
            _ = try pool.read { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
            return pool
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            let files = FileManager.default
            guard files.fileExists(atPath: path), !files.isWritableFile(atPath: path), !files.fileExists(atPath: path + "-wal") else {
                throw error
            }
            let escaped = path.utf8.map { byte -> String in
                let isPlain = (0x61...0x7A).contains(byte | 0x20) || (0x2D...0x39).contains(byte) || byte == 0x5F
                return isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
            return try DatabasePool(path: "file:\(escaped.joined())?immutable=1", configuration: configuration(.reading))
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
            // Keys are digests, whose rows lie all over their tables: so many pages are held, and go to the file together.
            if access == .writing { try database.execute(sql: "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000") }
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
