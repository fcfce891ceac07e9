/// The header of a WARC record: lines of names and values.
struct WARCHeader: Sendable {
    private let lines: HeaderLines
    /// How many bytes of content follow; 0 where the header does not say.
    let length: Int
    /// Whether the header says no length that makes sense.
    let hasWrongLength: Bool

    init(_ bytes: [UInt8]) {
        lines = HeaderLines(bytes)
        let said = lines["content-length"].flatMap { Int($0) }
        hasWrongLength = said.map { $0 < 0 } ?? true
        length = max(0, said ?? 0)
    }

    /// The value of a line, by its name in lower case.
    subscript(name: String) -> String? { lines[name] }
}

/// The head of an HTTP response.
struct HTTPHead: Sendable {
    private let lines: HeaderLines
    /// The status: 200 of `HTTP/1.1 200 OK`.
    let status: Int?

    init(_ bytes: [UInt8]) {
        lines = HeaderLines(bytes)
        let words = lines.first.split(separator: " ")
        status = words.first?.hasPrefix("HTTP/") == true ? words.dropFirst().first.flatMap { Int($0) } : nil
    }

    /// The value of a line, by its name in lower case.
    subscript(name: String) -> String? { lines[name] }

    /// Where the head of a response ends, behind its empty line. Looks at the first MiB.
    static func end(_ bytes: [UInt8]) -> Int? {
        for place in bytes.indices.prefix(1 << 20) where bytes[place] == 0x0A {
            if place + 1 < bytes.count, bytes[place + 1] == 0x0A { return place + 2 }
            if place + 2 < bytes.count, bytes[place + 1] == 0x0D, bytes[place + 2] == 0x0A { return place + 3 }
        }
        return nil
    }
}

/// Lines of names and values with a first line before them, as RFC 9112 has them; a line that begins with a space goes on with the last.
struct HeaderLines: Sendable {
    /// The first line.
    private(set) var first = ""
    private var values: [String: String] = [:]

    /// The lines of valid or damaged UTF-8; 1,000 of them at most.
    init(_ bytes: [UInt8]) {
        var name: String?
        for (number, line) in bytes.split(separator: 0x0A, maxSplits: 1000).enumerated() {
            let text = String(decoding: line.prefix(1 << 13), as: UTF8.self)
            if number == 0 { first = trimmed(text); continue }
            if let known = name, text.hasPrefix(" ") || text.hasPrefix("\t") {
                if let value = values[known], value.utf8.count < 1 << 13 { values[known] = value + " " + trimmed(text) }
                continue
            }
            guard let colon = text.firstIndex(of: ":") else { continue }
            let key = trimmed(text[..<colon]).lowercased()
            name = key
            if values[key] == nil { values[key] = trimmed(text[text.index(after: colon)...]) }
        }
    }

    /// The value of the first line of this name, which is to be in lower case.
    subscript(name: String) -> String? { values[name] }
}

/// Bodies in chunks (RFC 9112, 7.1).
enum ChunkedBody {
    /// The chunks joined, and whether the last one was there. Nil where the bytes do not begin with the size of a chunk.
    static func join(_ bytes: [UInt8]) -> (bytes: [UInt8], isWhole: Bool)? {
        var out: [UInt8] = []
        var at = 0
        while let (size, start) = size(bytes, at) {
            if size == 0 { return (out, true) }
            let end = min(bytes.count, start + min(size, bytes.count))
            out += bytes[start..<end]
            at = end
            if end - start < size { return (out, false) }
            if at < bytes.count, bytes[at] == 0x0D { at += 1 }
            if at < bytes.count, bytes[at] == 0x0A { at += 1 }
        }
        return at == 0 ? nil : (out, false)
    }

    /// The size that a line gives, and where the chunk begins.
    private static func size(_ bytes: [UInt8], _ start: Int) -> (size: Int, start: Int)? {
        var size = 0, at = start
        while at < bytes.count, at - start < 8, let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue, bytes[at] < 0x80 {
            size = size * 16 + digit
            at += 1
        }
        guard at > start, let end = bytes[at...].prefix(1 << 10).firstIndex(of: 0x0A) else { return nil }
        let tail = bytes[at..<end].first ?? 0x0D
        guard tail == 0x0D || tail == 0x3B || tail == 0x20 else { return nil }
        return (size, end + 1)
    }
}
