internal import GRDB

/// Why the archive could not do what was asked: the wording in one place. No article's text is ever in it.
public enum ArchiveError: Error, Hashable, CustomStringConvertible {
    /// The file cannot be opened: it or its folder is missing, or may not be read.
    case unopenable(path: String)
    /// The file is no archive.
    case foreign(path: String)
    /// The file was written by a newer program.
    case newer(path: String)
    /// The file is damaged.
    case damaged(path: String)
    /// The file, or its folder, may only be read.
    case readOnly(path: String)
    /// There is no room on the disk. Nothing that was acknowledged is lost; it goes on when there is room.
    case full(path: String)
    /// The disk failed to read or write.
    case diskFailed(path: String)
    /// Another process writes to the archive.
    case locked(path: String)
    /// The synchronisation that promises need could not be set.
    case unsynchronised(path: String)
    /// A record of the archive is not what this program writes.
    case malformedRecord(article: String)
    /// A file that is to be made is there already.
    case exists(path: String)
    /// Something that should not happen, in SQLite's words.
    case other(path: String, String)

    /// What, where, and what to do.
    public var description: String {
        switch self {
        case .unopenable(let path): "\(path): cannot be opened; is it there, and may you read it?"
        case .foreign(let path): "\(path): is no archive of letopis"
        case .newer(let path): "\(path): was written by a newer letopis; use that one"
        case .damaged(let path): "\(path): is damaged; keep it as it is, `letopis check` says where, and go back to a backup"
        case .readOnly(let path): "\(path): may only be read, and so may not be added to"
        case .full(let path): "\(path): no room on the disk; what was reported as stored is there, run again when there is room"
        case .diskFailed(let path): "\(path): the disk failed to read or write; what was reported as stored is in the file"
        case .locked(let path): "\(path): another letopis writes to it; wait until it is done"
        case .unsynchronised(let path): "\(path): SQLite would not synchronise with the disk as it must; nothing was written"
        case .malformedRecord(let article):
            "article \(article): its record is not what this program writes; `letopis reread --all` makes it anew"
        case .exists(let path): "\(path): is there already; name another file"
        case .other(let path, let words): "\(path): \(words)"
        }
    }
}

extension ArchiveError {
    /// What an error of SQLite means for people.
    init(_ error: DatabaseError, path: String) {
        switch error.resultCode {
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .unopenable(path: path)
        case .SQLITE_NOTADB: self = .foreign(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_IOERR: self = .diskFailed(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        default: self = .other(path: path, error.message ?? "SQLite says \(error.resultCode)")
        }
    }
}
