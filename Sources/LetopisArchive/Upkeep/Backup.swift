internal import FoundationEssentials
internal import GRDB

extension Archive {
    /// Writes a copy of the archive, as it is at this moment, to a file that is not there yet; whoever writes meanwhile goes on. The copy is
    /// checked, and has its name only once it is whole.
    public func backup(to target: String) throws {
        let part = target + ".part"
        if FileManager.default.fileExists(atPath: target) { throw ArchiveError.exists(path: target) }
        try? FileManager.default.removeItem(atPath: part)
        try Opening.worded(target) {
            try copy(to: part)
            let verdict = try DatabaseQueue(path: part).read { try String.fetchOne($0, sql: "PRAGMA quick_check") }
            guard verdict == "ok" else { throw ArchiveError.damaged(path: part) }
        }
        do { try FileManager.default.moveItem(atPath: part, toPath: target) } catch { throw ArchiveError.unopenable(path: target) }
    }

    private func copy(to part: String) throws {
        try inspect { try $0.execute(sql: "VACUUM INTO ?", arguments: [part]) }
    }
}
