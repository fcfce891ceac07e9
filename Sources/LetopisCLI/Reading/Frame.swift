/// A message between this program and its readers: fields of bytes, some of which may be missing.
///
/// On the wire: eight bytes with the length of what follows, then each field as four bytes with its length (all ones where it is missing) and
/// its bytes. Lengths have the higher byte first.
struct Frame: Hashable, Sendable {
    var fields: [[UInt8]?]

    /// The most bytes that a message may have; a longer one is none.
    static let mostBytes = 1 << 30

    init(_ fields: [[UInt8]?]) { self.fields = fields }

    /// As it goes over the wire.
    var bytes: [UInt8] {
        var body: [UInt8] = []
        for field in fields {
            body += Self.bytes(field?.count ?? Self.missing, width: 4)
            body += field ?? []
        }
        return Self.bytes(body.count, width: 8) + body
    }

    /// Takes the first whole message from what has come; nil where it is not there yet.
    static func take(from bytes: inout [UInt8]) throws -> Frame? {
        guard bytes.count >= 8 else { return nil }
        let length = number(bytes[0..<8])
        guard length <= mostBytes else { throw CommandError.setUp("A reader said something that is no message.") }
        guard bytes.count >= 8 + length else { return nil }
        defer { bytes.removeFirst(8 + length) }
        return try Frame(body: bytes[8..<8 + length])
    }

    private init(body: ArraySlice<UInt8>) throws {
        fields = []
        var rest = body
        while rest.count >= 4 {
            let length = Frame.number(rest.prefix(4))
            rest = rest.dropFirst(4)
            if length == Frame.missing {
                fields.append(nil)
            } else {
                guard length <= rest.count else { throw CommandError.setUp("A reader said something that is no message.") }
                fields.append(Array(rest.prefix(length)))
                rest = rest.dropFirst(length)
            }
        }
    }

    private static let missing = 0xFFFF_FFFF

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { ($0 & 0x7F_FFFF_FFFF_FFFF) << 8 | Int($1) } }

    private static func bytes(_ number: Int, width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * (width - 1 - $0))) }
    }
}
