internal import Foundation
internal import GRDB
internal import Letopis
internal import LetopisArchive
internal import Testing

/// Archives of every released version open: `Goldens/schema-N.sql` is what a file of version N looks like, and is never changed.
@Suite struct SchemaTests {
    static let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")
    static let versions = [1, 2, 3]
    static let identifiers = [
        "1: documents, articles, entries, feeds", "2: what documents were read as, and by whom",
        "3: words of statements, meetings, positions",
    ]

    /// The tables and indices that somebody made, as they were written, without those of the full-text search.
    private func schema(_ path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { database in
            try String.fetchAll(
                database,
                sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%\\_words\\_%' ESCAPE '\\' ORDER BY name")
        }
    }

    /// A file as a program of a version made it.
    private func old(_ version: Int) throws -> Place {
        let place = try Place(), sql = try String(contentsOf: Self.goldens.appendingPathComponent("schema-\(version).sql"), encoding: .utf8)
        let queue = try DatabaseQueue(path: place.path)
        try queue.write { database in
            try database.execute(sql: sql)
            try database.execute(sql: "PRAGMA application_id = \(0x4C65_746F)")
            for identifier in Self.identifiers.prefix(version) {
                try database.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [identifier])
            }
        }
        return place
    }

    @Test(arguments: versions) func oldArchivesOpen(_ version: Int) throws {
        let place = try old(version)
        #expect(try Archive(path: place.path, access: .reading).search(Question("мост")).isEmpty)
        let archive = try place.archive()
        try SettlingTests.bridge.file(in: archive)
        #expect(try archive.check().problems.isEmpty && archive.search(Question("мост")).count == 1)
        let new = try Place()
        _ = try new.archive()
        #expect(try schema(place.path) == schema(new.path), "what a migration makes of an old file is not what a new one looks like")
    }

    /// What an old file found entries by finds them in a new one.
    @Test func wordsOfEntriesMove() throws {
        let place = try old(2), queue = try DatabaseQueue(path: place.path)
        try queue.write { database in
            for (row, words) in [(1, "_sorts _kinddirect мост закрыть"), (2, "_sortm _kindtalks мост"), (3, "_sortp _kindopposes закрыть")]
            {
                try database.execute(sql: "INSERT INTO entry_words (rowid, words) VALUES (?, ?)", arguments: [row, words])
            }
        }
        _ = try place.archive()
        try queue.read { database in
            func rows(_ table: String, _ words: String) throws -> [Int] {
                try Int.fetchAll(database, sql: "SELECT rowid FROM \(table) WHERE \(table) MATCH ?", arguments: [words])
            }
            let found = try [
                rows("statement_words", "\"_all\""), rows("statement_words", "\"мост\" AND \"закрыть\""), rows("meeting_words", "\"мост\""),
                rows("meeting_words", "\"закрыть\""), rows("position_words", "\"_kindopposes\""), rows("position_words", "\"_sortp\""),
            ]
            #expect(found == [[1], [1], [2], [], [3], []])
        }
    }

    /// A file that was begun and never written to, as a kill at the first moment leaves it.
    @Test func anEmptyFileIsAnArchiveToBe() throws {
        let place = try Place()
        try Data().write(to: URL(fileURLWithPath: place.path))
        #expect(try Archive(path: place.path, access: .reading).pendingCount() == 0)
    }

    /// The first migration has not been made, and the list of migrations has: `Evaluation/faults` found it.
    @Test func aListOfMigrationsAloneIsAnArchiveToBe() throws {
        let place = try Place()
        try DatabaseQueue(path: place.path).write { database in
            try database.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        try SettlingTests.bridge.file(in: try place.archive())
        #expect(try Archive(path: place.path, access: .reading).search(Question("мост")).count == 1)
    }
}
