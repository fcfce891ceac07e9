internal import Foundation
internal import Testing

@testable internal import LetopisFetching

/// Texts that nobody wrote: whatever they are, reading them ends, and what is read has one spelling.
@Suite struct HostileTests {
    /// Draws from some pieces, always the same ones.
    private struct Draws {
        var state: UInt64

        mutating func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }

        mutating func text(_ pieces: [String], atMost length: Int) -> String {
            (0..<next(length + 1)).map { _ in pieces[next(pieces.count)] }.joined()
        }
    }

    private static let pieces = [
        "http", "https", ":", "/", "//", "\\", "@", "?", "#", ".", "..", "%", "%2e", "%00", "%D0%BC", "[", "]", "::", ":1", "1", "127",
        "0x7f", "0", "255", "256", "a", "b.org",
        "xn--", "-", "_", " ", "\t", "\n", "\u{0}", "м", "１", "。", "é", "e\u{301}", "ß", "ı", "İ", "\u{200B}", "\u{FEFF}", "😀",
        "\u{10FFFF}", "65536", "80",
    ]

    @Test func urls() throws {
        var draws = Draws(state: 7), read = 0
        let base = try WebAddress("http://a.org/x/y?z")
        for _ in 0..<20_000 {
            let text = (draws.next(2) == 0 ? "http://" : "") + draws.text(Self.pieces, atMost: 12)
            for url in [try? WebAddress(text), try? base.resolving(text)].compactMap({ $0 }) {
                read += 1
                let again = try WebAddress(url.description)
                #expect(again == url && again.description == url.description, "\(text)")
                // The library reads the URL once more, with Foundation's parser: it must see the same host, or it would look one up itself.
                let theirs = URL(string: url.description)
                #expect(theirs?.host == url.host.description.trimmingCharacters(in: ["[", "]"]), "\(text)")
                #expect(theirs.map { $0.port ?? Int(url.scheme.port) } == Int(url.port), "\(text)")
                #expect(url.description.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "\(text)")
            }
        }
        #expect(read > 1000)
    }

    @Test func addresses() {
        var draws = Draws(state: 8), read = 0
        for _ in 0..<20_000 {
            let text = draws.text(["0", "1", "f", "ffff", ":", "::", ".", "127", "255", "/", "%", "+", "x"], atMost: 16)
            _ = AddressBlock(text)
            guard let address = IPAddress(text) else { continue }
            read += 1
            #expect(IPAddress(address.description) == address)
        }
        #expect(read > 50)
    }

    @Test func headersAndRobots() {
        var draws = Draws(state: 9)
        let words = [
            "User-agent", "Disallow", "Allow", "Crawl-delay", ":", " ", "\n", "\r", "*", "$", "/", "a", "%", "%2", "#", "letopis", "9e999",
            "-", "м", "\u{0}",
        ]
        for _ in 0..<5_000 {
            let rules = RobotRules(Array(draws.text(words, atMost: 40).utf8), agent: "Letopis")
            _ = rules.allows("/" + draws.text(words, atMost: 8))
            #expect((rules.delay ?? 0) >= 0 && (rules.delay ?? 0) <= FetchLimits.mostCrawlDelay)
            let header = draws.text([";", "=", "\"", "charset", "text/html", " ", "utf-8", ","], atMost: 10)
            #expect((MediaType(header).charset ?? "x").isEmpty == false)
            _ = HTTPDate.seconds(draws.text(["Sun,", " ", "06", "Nov", "1994", ":", "08", "GMT", "-", "99999999999999999999"], atMost: 14))
            _ = HTTPDate.instant(draws.text(["1994", "-", "11", "T", ":", "08", "Z", "9"], atMost: 14))
        }
    }
}
