internal import Foundation
internal import GRDB
internal import LetopisArchive
internal import Testing

/// What is no archive, damaged, newer, or somebody else's at the moment, is told from what is one.
@Suite struct OpeningTests {
    /// Opens a file, and holds what is said of it.
    func check(_ path: String, _ access: Archive.Access, _ expected: ArchiveError, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(throws: expected, sourceLocation: sourceLocation) { try Archive(path: path, access: access).pendingCount() }
    }

    @Test func whatIsNotThere() throws {
        let place = try Place()
        check(place.path, .reading, .unopenable(path: place.path))
        check(place.path + "/no/such", .writing, .unopenable(path: place.path + "/no/such"))
        #expect(!FileManager.default.fileExists(atPath: place.path))
    }

    @Test func whatIsNoArchive() throws {
        let place = try Place()
        try Data("Это не архив, а просто текст, и он довольно длинный.".utf8).write(to: URL(fileURLWithPath: place.path))
        check(place.path, .reading, .foreign(path: place.path))
        check(place.path, .writing, .foreign(path: place.path))
        try FileManager.default.removeItem(atPath: place.path)
        try DatabaseQueue(path: place.path).write { try $0.execute(sql: "CREATE TABLE other (a)") }
        check(place.path, .writing, .foreign(path: place.path))
    }

    @Test func aNewerArchive() throws {
        let place = try Place()
        _ = try place.archive()
        try DatabaseQueue(path: place.path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999: of the future')") }
        check(place.path, .writing, .newer(path: place.path))
        check(place.path, .reading, .newer(path: place.path))
    }

    @Test func oneWriterAtATime() throws {
        let place = try Place(), archive = try place.archive()
        _ = try archive.keep(document("Текст.", "a.txt"))
        #expect(try Archive(path: place.path, access: .reading).pendingCount() == 1)
        check(place.path, .writing, .locked(path: place.path))
        _ = try archive.keep(document("Ещё текст.", "b.txt"))
    }

    @Test func damage() throws {
        let place = try Place()
        try {
            let archive = try place.archive()
            for number in 0..<300 {
                try Sample(text: "Статья номер \(number). Мэр Анна Белова заявила, что мост откроют.", url: "https://example.org/\(number)")
                    .file(in: archive)
            }
            #expect(try archive.check().problems.isEmpty)
        }()
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: place.path)))
        for page in stride(from: 20, to: bytes.count / 4096, by: 3) {
            for i in 0..<64 { bytes[page * 4096 + i] = UInt8(truncatingIfNeeded: i &* 37 &+ page) }
        }
        try Data(bytes).write(to: URL(fileURLWithPath: place.path))
        do {
            #expect(try !Archive(path: place.path, access: .reading).check().problems.isEmpty)
        } catch let error as ArchiveError {
            #expect(error == .damaged(path: place.path))
        }
    }

    /// A digit of a text that was changed in the file behind the archive's back.
    @Test func aChangedText() throws {
        let place = try Place()
        try SettlingTests.bridge.file(in: try place.archive())
        let other = Data(SettlingTests.bridge.text.replacing("мост", with: "пруд").utf8)
        try DatabaseQueue(path: place.path).write {
            try $0.execute(sql: "UPDATE revision SET text = ?, text_packing = 0", arguments: [other])
        }
        let problems = try Archive(path: place.path, access: .reading).check().problems
        #expect(problems.contains { $0.contains("its text is not what was read") }, "\(problems)")
        #expect(problems.contains { $0.contains(".s") && $0.contains("what it points at") })
    }

    @Test func theDiskIsFull() throws {
        let place = try Place(), mount = place.folder.appendingPathComponent("small")
        try FileManager.default.createDirectory(at: mount, withIntermediateDirectories: true)
        guard try run(["mount", "-t", "tmpfs", "-o", "size=5m", "tmpfs", mount.path]) == 0 else {
            return print("a full disk is not tried: mounting a small file system is not allowed here")
        }
        defer { _ = try? run(["umount", mount.path]) }
        let path = mount.appendingPathComponent("test.letopis").path, archive = try Archive(path: path, access: .writing)
        var kept = 0
        #expect(throws: ArchiveError.full(path: path)) {
            while kept < 10_000 {
                try SettlingTests.bridge.numbered(kept).file(in: archive)
                kept += 1
            }
        }
        #expect(kept > 10)
        #expect(try run(["mount", "-o", "remount,size=20m", mount.path]) == 0)
        try SettlingTests.bridge.numbered(kept).file(in: archive)
        let report = try archive.check()
        #expect(report.problems.isEmpty && report.articles == kept + 1)
    }

    @Test func aFileThatMayOnlyBeRead() throws {
        let place = try Place(), mount = place.folder.appendingPathComponent("fixed")
        try FileManager.default.createDirectory(at: mount, withIntermediateDirectories: true)
        guard try run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", mount.path]) == 0 else {
            return print("a read-only file is not tried: mounting a file system is not allowed here")
        }
        defer { _ = try? run(["umount", mount.path]) }
        let path = mount.appendingPathComponent("test.letopis").path
        try SettlingTests.bridge.file(in: Archive(path: path, access: .writing))
        #expect(try run(["mount", "-o", "remount,ro", mount.path]) == 0)
        check(path, .writing, .readOnly(path: path))
        #expect(try Archive(path: path, access: .reading).search(Question("мост")).count == 1)
    }

    @Test func backups() throws {
        let place = try Place(), archive = try place.archive(), copy = place.path + ".copy"
        try SettlingTests.bridge.file(in: archive)
        try archive.backup(to: copy)
        #expect(throws: ArchiveError.exists(path: copy)) { try archive.backup(to: copy) }
        let opened = try Archive(path: copy, access: .writing)
        #expect(try contents(opened) == contents(archive) && opened.check().problems.isEmpty)
        #expect(try opened.search(Question("мост")).count == 1)
        try SettlingTests.bridge.numbered(1).file(in: opened)
        #expect(try archive.check().articles == 1)
    }

    private func run(_ words: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

extension Sample {
    /// The same with another address and text.
    func numbered(_ number: Int) -> Sample {
        var sample = self
        sample.url = "https://example.org/numbered/\(number)"
        sample.text += " Номер \(number)."
        return sample
    }
}
