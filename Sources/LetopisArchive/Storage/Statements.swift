internal import FoundationEssentials
internal import GRDB
internal import Letopis

/// Statements that are prepared once a connection, and values as the tables have them.
extension Database {
    /// Runs a statement that gives nothing.
    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// The first row that a question gives.
    func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    /// All rows that a question gives.
    func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    /// The number in the first column of the first row.
    func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int64? {
        try Int64.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }
}

/// The SHA-256 of several fields, told apart whatever is in them.
struct FieldDigest {
    /// All fields, each with its length before it.
    private var fields: [UInt8] = []

    /// Takes the next field; nil is another one than the empty text.
    mutating func add(_ field: [UInt8]?) { add(field?[...]) }

    mutating func add(_ field: ArraySlice<UInt8>?) {
        length(field?.count)
        fields.append(contentsOf: field ?? [])
    }

    mutating func add(_ field: String?) {
        length(field?.utf8.count)
        fields.append(contentsOf: (field ?? "").utf8)
    }

    private mutating func length(_ count: Int?) { fields.append(contentsOf: "\(count ?? -1):".utf8) }

    private var fingerprint: Fingerprint {
        var fingerprint = Fingerprint()
        fingerprint.add(fields)
        return fingerprint
    }

    /// In hexadecimal.
    var hexadecimal: String { fingerprint.hexadecimal }
    /// As the tables have it, 32 bytes.
    var blob: Data { Data(fingerprint.bytes) }
    /// As bytes, 32 of them.
    var bytes: [UInt8] { fingerprint.bytes }

    /// Its first 64 bits.
    var number: Int64 { Int64(bitPattern: fingerprint.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }) }

    /// Its first 32 bits: enough to see that something is another, and was not meant to be.
    var shortNumber: Int64 { Int64(UInt64(bitPattern: number) >> 32) }

    /// The SHA-256 of bytes alone.
    static func blob(of bytes: [UInt8]) -> Data {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes)
        return Data(fingerprint.bytes)
    }
}
