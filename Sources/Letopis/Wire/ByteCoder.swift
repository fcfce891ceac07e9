internal import LetopisFormats
internal import LetopisText

/// Values on their way into bytes or out of them: what is written and what is read is said once, by the same calls.
///
/// Numbers take as few bytes as they need (`SevenBits`), spans count from where the one before began, and of a string that came before only its place is written.
struct ByteCoder {
    /// What was written, or is read.
    private(set) var bytes: [UInt8]
    private let isReading: Bool
    private let text: [UInt8]
    private var place = 0
    /// Where the last span began.
    private var last = 0
    private var strings: [String] = []
    private var known: [String: Int] = [:]

    /// Writes what belongs to a text.
    init(writingFor text: [UInt8]) {
        (bytes, self.text, isReading) = ([], text, false)
    }

    /// Reads what belongs to a text.
    init(_ bytes: [UInt8], for text: [UInt8]) {
        (self.bytes, self.text, isReading) = (bytes, text, true)
    }

    /// Throws where bytes are left that nobody asked for.
    func finish() throws {
        if isReading, place != bytes.count { throw Self.malformed }
    }

    static let malformed = WireError(description: "the record's bytes are not what this program writes")

    /// A whole number from 0.
    mutating func number(_ value: inout Int) throws {
        guard isReading else { return append(UInt64(max(0, value))) }
        let number = try next()
        guard number <= 1 << 40 else { throw Self.malformed }
        value = Int(number)
    }

    mutating func truth(_ value: inout Bool) throws {
        var number = value ? 1 : 0
        try self.number(&number)
        value = number == 1
    }

    mutating func string(_ value: inout String) throws {
        guard isReading else { return append(value) }
        let number = Int(truncatingIfNeeded: try next())
        if number > 0 {
            guard number <= strings.count else { throw Self.malformed }
            value = strings[number - 1]
        } else {
            let count = Int(truncatingIfNeeded: try next())
            guard count >= 0, count <= bytes.count - place else { throw Self.malformed }
            value = String(decoding: bytes[place..<place + count], as: UTF8.self)
            place += count
            strings.append(value)
        }
    }

    /// A span, which lies in the text, and begins and ends between characters.
    mutating func span(_ span: inout SourceSpan) throws {
        if isReading {
            let step = try next(), count = try next()
            guard step < 1 << 32, count < 1 << 32 else { throw Self.malformed }
            let start = last + (step & 1 == 0 ? Int(step >> 1) : -Int(step >> 1) - 1), end = start + Int(count)
            guard start >= 0, end <= text.count, isBetweenCharacters(start), isBetweenCharacters(end) else { throw Self.malformed }
            span = SourceSpan(start, end)
        } else {
            let step = span.start - last
            append(UInt64(step >= 0 ? step << 1 : (-step - 1) << 1 | 1))
            append(UInt64(max(0, span.count)))
        }
        last = span.start
    }

    private func isBetweenCharacters(_ offset: Int) -> Bool { offset == text.count || text[offset] & 0xC0 != 0x80 }

    /// A list; `blank` is what its elements are before they are read.
    mutating func list<Element>(_ list: inout [Element], _ blank: Element, _ part: (inout ByteCoder, inout Element) throws -> Void) throws {
        var count = list.count
        try number(&count)
        // Every element takes a byte at least.
        guard !isReading || count <= bytes.count - place else { throw Self.malformed }
        if isReading { list = [Element](repeating: blank, count: count) }
        for i in list.indices { try part(&self, &list[i]) }
    }

    mutating func optional<Part>(_ value: inout Part?, _ blank: Part, _ part: (inout ByteCoder, inout Part) throws -> Void) throws {
        var isThere = value != nil
        try truth(&isThere)
        guard isThere else { return value = nil }
        var filled = value ?? blank
        try part(&self, &filled)
        value = filled
    }

    private mutating func append(_ string: String) {
        if let number = known[string] { return append(UInt64(number)) }
        known[string] = known.count + 1
        append(0)
        append(UInt64(string.utf8.count))
        bytes.append(contentsOf: string.utf8)
    }

    private mutating func append(_ number: UInt64) { SevenBits.append(number, to: &bytes) }

    private mutating func next() throws -> UInt64 {
        guard let number = SevenBits.next(in: bytes, at: &place), number <= Int.max else { throw Self.malformed }
        return number
    }
}
