internal import TestHosting
internal import Testing

@testable internal import LetopisFetching

/// Answers that have no end, or no measure.
@Suite struct LimitTests {
    private func check(_ wanted: FetchError, _ reply: TestHost.Reply, sourceLocation: SourceLocation = #_sourceLocation) async {
        await #expect(throws: wanted, sourceLocation: sourceLocation) { _ = try await FetcherTests().fetch { _ in reply } }
    }

    private let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"

    @Test func endlessBodies() async {
        let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 97, count: 0x10000) + Array("\r\n".utf8)
        await check(.tooLarge, .endless(head: chunked + "\r\n", again: chunk))
        await check(.tooLarge, .endless(head: "HTTP/1.1 200 OK\r\n\r\n", again: chunk))
        await check(.tooLarge, .cut("HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\nbegin"))
    }

    @Test func theLargestBody() async throws {
        let body = [UInt8](repeating: 97, count: FetchLimits.mostBodyBytes)
        let (fetched, _) = try await FetcherTests().fetch { _ in .whole(body) }
        #expect(fetched.body?.count == FetchLimits.mostBodyBytes)
        await check(.tooLarge, .whole(body + [97]))
    }

    @Test func bombs() async {
        let head = ["Content-Encoding: gzip"]
        await check(.swells, .whole(Gzip.bomb(runs: 100_000), head))
        await check(.encoding("gzip, damaged"), .text("this is no gzip", head))
        await check(.encoding("gzip, damaged"), .whole(Array(Gzip.stored(Array("cut".utf8)).dropLast(9)), head))
        let brotli = ["Content-Encoding: br"]
        await check(.swells, .whole(Brotli.bomb, brotli))
        await check(.encoding("br, damaged"), .text("this is no brotli", brotli))
        await check(.encoding("br, cut off"), .whole(Array(Brotli.text.dropLast(3)), brotli))
        await check(.encoding("zstd"), .text("x", ["Content-Encoding: zstd"]))
        await check(.encoding("gzip,gzip"), .text("x", ["Content-Encoding: gzip, gzip"]))
    }

    @Test func compressedBodies() async throws {
        let text = Array("сжатый текст".utf8)
        let (fetched, questions) = try await FetcherTests().fetch { _ in .whole(Gzip.stored(text), ["Content-Encoding: gzip"]) }
        #expect(fetched.body == text && questions.first?.headers["accept-encoding"] == "gzip, br")
        let (other, _) = try await FetcherTests().fetch { _ in .whole(Brotli.text, ["Content-Encoding: br"]) }
        #expect(other.body == text)
    }

    @Test func headersWithoutEnd() async {
        await check(.headers, .text("x", (0..<120).map { "X-\($0): y" }))
        await check(.headers, .text("x", ["X: \(String(repeating: "a", count: 70_000))"]))
        await check(
            .headers, .endless(head: "HTTP/1.1 200 OK\r\n", again: Array("X-Again: \(String(repeating: "a", count: 500))\r\n".utf8)))
    }

    @Test func answersThatAreNone() async {
        for text in [
            "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfew", "", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        ] {
            await #expect(throws: FetchError.self) { _ = try await FetcherTests().fetch { _ in .cut(text) } }
        }
    }

    /// Somebody who begins to answer and then says nothing more.
    @Test(arguments: ["HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfew", "HTTP/1.1 200", ""]) func slowAnswers(_ begin: String)
        async throws
    {
        let bell = Bell(), clock = TestClock(bell: bell)
        await #expect(throws: FetchError.tooSlow) {
            _ = try await FetcherTests().fetch("/", clock) { _ in
                Task { await bell.ring() }
                return .bytes(Array(begin.utf8))
            }
        }
    }

    @Test func closingBreaksOff() async throws {
        let bell = Bell()
        let host = try await TestHost.listening { _ in
            Task { await bell.ring() }
            return .bytes([])
        }
        let fetcher = testFetcher()
        let fetch = Task { try await fetcher.fetch(try WebAddress("http://open.example:\(host.port)/"), followingRobots: false) }
        await bell.rung()
        await fetcher.close()
        await #expect(throws: CancellationError.self) { _ = try await fetch.value }
        await #expect(throws: CancellationError.self) { _ = try await fetcher.fetch(try WebAddress("http://open.example:\(host.port)/")) }
        try await host.close()
    }
}

/// Compressed bytes, made by hand (RFC 1951, 1952).
enum Gzip {
    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    /// Bytes in one block without compression.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let length = UInt16(bytes.count)
        return header + [1] + little(UInt32(length), 2) + little(UInt32(~length), 2) + bytes + little(checksum(bytes), 4)
            + little(UInt32(length), 4)
    }

    /// So many times 258 bytes alike: thirteen bits each. Cut off; it swells too much long before its end.
    static func bomb(runs: Int) -> [UInt8] {
        var bits: [UInt8] = [1, 1, 0] + Array("00110000".utf8).map { $0 - 48 }
        for _ in 0..<runs { bits += Array("1100010100000".utf8).map { $0 - 48 } }
        return header + stride(from: 0, to: bits.count - 7, by: 8).map { start in (0..<8).reduce(0) { $0 | bits[start + $1] << UInt8($1) } }
    }

    private static func little(_ number: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = ~0
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

/// Bytes that the program brotli wrote.
private enum Brotli {
    /// “сжатый текст”.
    static let text = bytes("1b1600f81da9531f5a5e414727ac6d6e060a2e0650219012bbd700")
    /// Thirty MiB of the letter a.
    static let bomb = bytes(
        "cbffff3ff825c2e2b14020f7fe8fffff7ff04b00c4611180eefd1fffffffe0970088c30200ddfbbffcffffc22f0110870500baf75f")

    private static func bytes(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue).map(UInt8.init)
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
