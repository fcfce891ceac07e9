internal import Testing

@testable internal import LetopisText

@Suite struct WARCTests {
    /// A record; `length` is what its header says.
    private static func record(
        _ type: String, _ url: String, _ content: String, length: Int? = nil, media: String = "application/http;msgtype=response"
    ) -> String {
        "WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\nWARC-Date: 2025-12-16T06:30:00Z\r\nContent-Type: \(media)\r\n"
            + "Content-Length: \(length ?? content.utf8.count)\r\n\r\n\(content)\r\n\r\n"
    }

    private static func response(_ body: String, _ lines: String = "Content-Type: text/html; charset=koi8-r\r\n") -> String {
        "HTTP/1.1 200 OK\r\n\(lines)\r\n\(body)"
    }

    private static func read(_ bytes: [UInt8], pieces: Int = 1 << 20) -> (records: [WARCRecord], notices: [Notice.Kind]) {
        let reader = WARCReader()
        var records: [WARCRecord] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            reader.push(Array(bytes[start..<min(bytes.count, start + pieces)]))
            while let record = reader.next() { records.append(record) }
        }
        reader.finish()
        while let record = reader.next() { records.append(record) }
        return (records, reader.notices.map(\.kind))
    }

    private static func bodies(_ text: String, pieces: Int = 1 << 20) -> [String] {
        read(Array(text.utf8), pieces: pieces).records.map { String(decoding: $0.body, as: UTF8.self) }
    }

    private static let three =
        record("warcinfo", "", "software: x", media: "application/warc-fields") + record("response", "http://a.example/1", response("<p>А"))
        + record("resource", "<http://a.example/2>", "<p>Б", media: "text/html")

    @Test(arguments: [1, 7, 64, 100_000]) func recordsAreRead(pieces: Int) {
        let (records, notices) = Self.read(Array(Self.three.utf8), pieces: pieces)
        #expect(records.map(\.type) == ["warcinfo", "response", "resource"] && records.map(\.number) == [0, 1, 2] && notices.isEmpty)
        #expect(
            records[1].url == "http://a.example/1" && records[1].status == 200 && records[1].mediaType == "text/html"
                && records[1].charset == .koi8r && records[1].charsetName == "koi8-r")
        #expect(records[1].date == "2025-12-16T06:30:00Z" && String(decoding: records[1].body, as: UTF8.self) == "<p>А")
        #expect(
            records[2].url == "http://a.example/2" && records[2].mediaType == "text/html"
                && String(decoding: records[2].body, as: UTF8.self) == "<p>Б")
        #expect(records.flatMap(\.notices) == [])
    }

    @Test func transferAndContentEncodings() {
        let body = Self.response("5;x=y\r\nhello\r\n3\r\n wo\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n")
        #expect(Self.bodies(Self.record("response", "http://a.example", body)) == ["hello wo"])
        let joined = Self.response("<p>no chunks", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")
        #expect(Self.bodies(Self.record("response", "http://a.example", joined)) == ["<p>no chunks"])
        let cut = Self.response("5\r\nhello\r\n9\r\n wo", "Transfer-Encoding: chunked\r\n")
        let (records, _) = Self.read(Array(Self.record("response", "http://a.example", cut).utf8))
        #expect(records.map { String(decoding: $0.body, as: UTF8.self) } == ["hello wo"] && records[0].notices.map(\.kind) == [.malformed])
        let strange = Self.response("x", "Content-Encoding: compress\r\n")
        #expect(Self.read(Array(Self.record("response", "http://a.example", strange).utf8)).records[0].notices.map(\.kind) == [.refused])
    }

    @Test func compressedBodiesAndFiles() throws {
        let gzip: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 5, 0, 0xFA, 0xFF, 0x68, 0x65, 0x6C, 0x6C, 0x6F, 0x86, 0xA6, 0x10, 0x36, 5, 0, 0, 0,
        ]
        let head = Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".utf8)
        let header = Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(head.count + gzip.count)\r\n\r\n".utf8)
        let (records, notices) = Self.read(header + head + gzip + Array("\r\n\r\n".utf8), pieces: 10)
        #expect(records.map { String(decoding: $0.body, as: UTF8.self) } == ["hello"] && notices.isEmpty)
    }

    /// A file of which each record is a member of gzip, in blocks without compression.
    private static func members(_ texts: [String]) -> [UInt8] {
        texts.flatMap { text in
            let bytes = Array(text.utf8), size = UInt16(bytes.count), crc = crc32(bytes), length = UInt32(bytes.count)
            let words = [size, ~size].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let tail = [crc, length].flatMap { value in (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }
            return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + words + bytes + tail
        }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF as UInt32) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }

    @Test func membersOfGzip() {
        let texts = (0..<5).map { Self.record("resource", "http://a.example/\($0)", "text \($0)", media: "text/plain") }
        let whole = Self.members(texts)
        for pieces in [1, 13, 100_000] {
            #expect(
                Self.read(whole, pieces: pieces).records.map { String(decoding: $0.body, as: UTF8.self) } == (0..<5).map { "text \($0)" })
        }
        #expect(
            WARCReader.isWARC(whole) && WARCReader.isWARC(Array(texts[0].utf8)) && !WARCReader.isWARC(Array("<html>".utf8))
                && !WARCReader.isWARC([0x1F, 0x8B]))
        var damaged = whole
        let second = Self.members([texts[0]]).count
        damaged[second + 60] ^= 0xFF
        damaged[second + 11] ^= 0xFF
        let (records, notices) = Self.read(damaged)
        #expect(
            records.map(\.url).filter { $0 != "http://a.example/1" } == [0, 2, 3, 4].map { "http://a.example/\($0)" }
                && notices.contains(.malformed))
        let cut = Self.read(Array(whole.dropLast(14)))
        #expect(cut.records.count == 5 && cut.notices.contains(.malformed))
    }

    @Test func wrongLengths() {
        let short = Self.record("resource", "http://a.example/1", "0123456789", length: 4, media: "text/plain"),
            next = Self.record("resource", "http://a.example/2", "next", media: "text/plain")
        let (records, notices) = Self.read(Array((short + next).utf8))
        #expect(records.map { String(decoding: $0.body, as: UTF8.self) } == ["0123", "next"] && notices == [.malformed])
        for length in [20, 150, 1_000_000, Int.max] {
            let long = Self.record("resource", "http://a.example/1", "0123456789", length: length, media: "text/plain")
            let (records, _) = Self.read(Array((long + next).utf8))
            #expect(records.map { String(decoding: $0.body, as: UTF8.self) }.last == "next" && records.count == 2, "\(length)")
            #expect(records.first?.notices.map(\.kind) == [.malformed], "\(length)")
        }
        for length in ["-5", "x", "99999999999999999999"] {
            let wrong = short.replacing("Content-Length: 4", with: "Content-Length: \(length)")
            #expect(Self.read(Array((wrong + next).utf8)).records.last?.url == "http://a.example/2", "\(length)")
        }
    }

    /// Found by fuzzing: whether a record is cut where another begins in it must not depend on how much of the file has come.
    @Test func wrongLengthsInPieces() {
        let next = Self.record("resource", "http://a.example/2", "next", media: "text/plain")
        for length in 0...40 {
            let first = Self.record("resource", "http://a.example/1", "0123456789", length: length, media: "text/plain")
            let whole = Self.bodies(first + next)
            for pieces in [1, 2, 5, 11, 64] {
                #expect(Self.bodies(first + next, pieces: pieces) == whole, "\(length) in pieces of \(pieces)")
            }
        }
    }

    /// Found by fuzzing: how much of a damaged member is used must not depend on how it is cut.
    @Test func damagedMembersInPieces() {
        let texts = (0..<3).map { Self.record("resource", "http://a.example/\($0)", "text \($0)", media: "text/plain") }
        let whole = Self.members(texts)
        for place in stride(from: 0, to: whole.count, by: 3) {
            var damaged = whole
            damaged[place] ^= 0x55
            let bodies = Self.read(damaged).records.map(\.body)
            for pieces in [1, 7] { #expect(Self.read(damaged, pieces: pieces).records.map(\.body) == bodies, "damage at \(place)") }
        }
    }

    @Test func aMemberThatIsRefusedAtOnceIsPassed() {
        // A frame of zstd whose window is larger than is taken: it uses nothing.
        let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xF8, 0, 0, 0, 0]
        for pieces in [1, 4, 100] {
            let (records, notices) = Self.read(frame + frame + [0x28, 0xB5], pieces: pieces)
            #expect(records.isEmpty && notices.contains(.malformed))
        }
    }

    @Test func whatIsNoDump() {
        for text in ["", "text", "WARC/", "WARC/1.0\r\n", String(repeating: "WARC/", count: 1000)] {
            #expect(Self.read(Array(text.utf8)).records.count <= 1)
        }
        #expect(Self.read([UInt8](repeating: 0, count: 1000)).records.isEmpty)
    }

    @Test func aRecordOverTheCapIsCut() {
        let long = String(repeating: "a", count: WARCReader.mostBytes + 100)
        let (records, _) = Self.read(Array((Self.record("resource", "http://a.example/1", long, media: "text/plain") + Self.three).utf8))
        #expect(records.count == 4 && records[0].body.count == WARCReader.mostBytes && records[0].notices.map(\.kind) == [.truncated])
    }
}
