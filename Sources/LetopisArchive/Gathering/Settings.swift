internal import GRDB

/// What somebody has settled for an archive, and holds for every run on it. Values are texts; what they mean is for those who ask.
public struct Settings: Sendable {
    let archive: Archive

    /// The value of a setting; nil where nothing is settled.
    public subscript(_ name: String) -> String? {
        get throws { try archive.ask { try $0.row("SELECT value FROM setting WHERE name = ?", [name])?["value"] } }
    }

    /// Settles a value, or with nil leaves it open again.
    public func set(_ name: String, _ value: String?) throws {
        try archive.change { database in
            try database.run("DELETE FROM setting WHERE name = ?", [name])
            if let value { try database.run("INSERT INTO setting (name, value) VALUES (?, ?)", [name, value]) }
        }
    }
}

extension Archive {
    /// The settings of the archive.
    public var settings: Settings { Settings(archive: self) }
}
