/// Rows of comma-separated values (RFC 4180): UTF-8, CRLF, every row as many cells as the head.
///
/// Guaranteed: no cell is a formula to a spreadsheet. One that begins with `=`, `+`, `-`, `@`, a tab or a carriage return has an apostrophe
/// before it, as OWASP advises ("CSV Injection").
public struct CSVTable: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    /// An empty table.
    public init() {}

    /// Writes a row.
    public mutating func row(_ cells: [String?]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            write(cell ?? "")
        }
        bytes.append(contentsOf: [13, 10])
    }

    /// Forgets what was written and keeps the memory.
    public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    private mutating func write(_ cell: String) {
        var utf8 = Array(cell.utf8)
        if let first = utf8.first, Array("=+-@\t\r".utf8).contains(first) { utf8.insert(UInt8(ascii: "'"), at: 0) }
        guard utf8.contains(where: { Array(",\"\r\n".utf8).contains($0) }) else { return bytes.append(contentsOf: utf8) }
        bytes.append(UInt8(ascii: "\""))
        for byte in utf8 { bytes.append(contentsOf: byte == UInt8(ascii: "\"") ? [byte, byte] : [byte]) }
        bytes.append(UInt8(ascii: "\""))
    }
}
