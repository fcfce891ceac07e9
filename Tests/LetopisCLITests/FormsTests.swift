internal import Foundation
internal import Testing

/// Dumps, feeds and lists of articles: each article in them is read, the same by `read`, `explain` and `ingest`. Needs the models.
@Suite(.enabled(if: Program.canRead)) struct FormsTests {
    static let first = "Министр Анна Лебедева заявила, что мост откроют в мае."
    static let second = "Подрядчик Олег Ким сообщил, что денег хватит."

    private func objects(_ run: Program.Run) throws -> [[String: Any]] {
        try run.lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    /// The texts of the articles that `read` finds in a file, or on standard input; `explain` must find as many.
    private func texts(
        _ name: String, _ bytes: [UInt8], options: [String] = [], status: Int32 = 0, errors: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        let scratch = try Scratch()
        try scratch.write(name, bytes)
        let read = try Program.run(["read", "--format", "json"] + options + [name], in: scratch.folder)
        #expect(read.status == status && read.errors == errors, "\(read.errors)", sourceLocation: sourceLocation)
        let explained = try Program.run(["explain", "--format", "json"] + options + [name], in: scratch.folder)
        #expect(explained.status == status && explained.errors == errors, sourceLocation: sourceLocation)
        #expect(explained.lines.count == read.lines.count, sourceLocation: sourceLocation)
        let piped = try Program.run(
            ["-c", "cat \(name) | '\(Program.folder.path)/letopis' read --format json \(options.joined(separator: " ")) -"],
            in: scratch.folder, program: "/bin/sh")
        if status == 0 { #expect(piped.output == read.output, "what comes through a pipe", sourceLocation: sourceLocation) }
        return try objects(read).compactMap { ($0["article"] as? [String: Any])?["text"] as? String }
    }

    static let lines = #"{"text":"\#(first)","title":"Мост","outlet":"Вестник"}"# + "\n\n" + #"{"text":"\#(second)"}"# + "\n"

    /// A WARC file of a page, a picture and a text.
    static var dump: [UInt8] {
        func record(_ url: String, _ media: String, _ body: String) -> String {
            let content = "HTTP/1.1 200 OK\r\nContent-Type: \(media)\r\n\r\n\(body)"
            return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(url)\r\nWARC-Date: 2025-12-16T06:30:00Z\r\n"
                + "Content-Type: application/http\r\nContent-Length: \(content.utf8.count)\r\n\r\n\(content)\r\n\r\n"
        }
        let page = "<html><body><article><h1>Мост</h1><p>\(first)</p></article></body></html>"
        let all =
            record("https://a.example/1", "text/html; charset=utf-8", page) + record("https://a.example/2", "image/png", "PNG")
            + record("https://a.example/3", "text/plain; charset=utf-8", second)
        return Array(all.utf8)
    }

    static let feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Вестник</title>
        <item><title>Мост</title><link>https://a.example/1</link><pubDate>Tue, 16 Dec 2025 09:30:00 GMT</pubDate>
        <content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>\(first)</p>]]></content:encoded></item>
        <item><title>Деньги</title><link>https://a.example/2</link><description>\(second)</description></item></channel></rss>
        """

    /// Bytes in blocks without compression, as gzip has them.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        let size = UInt16(bytes.count),
            sum = ~bytes.reduce(0xFFFF_FFFF as UInt32) { crc, byte in
                (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
            }
        let words = [size, ~size].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let tail = [sum, UInt32(bytes.count)].flatMap { value in (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + words + bytes + tail
    }

    @Test(arguments: ["news.jsonl", "news.ndjson", "news", "news.jsonl.gz", "news.gz"]) func jsonLines(_ name: String) throws {
        let bytes = Array(Self.lines.utf8)
        #expect(try texts(name, name.hasSuffix("gz") ? Self.gzip(bytes) : bytes) == [Self.first, Self.second])
    }

    @Test(arguments: ["crawl.warc", "crawl", "crawl.warc.gz"]) func dumps(_ name: String) throws {
        #expect(try texts(name, name.hasSuffix("gz") ? Self.gzip(Self.dump) : Self.dump) == [Self.first, Self.second])
    }

    @Test(arguments: ["feed.rss", "feed.xml", "feed", "feed.rss.gz"]) func feeds(_ name: String) throws {
        let bytes = Array(Self.feed.utf8)
        #expect(try texts(name, name.hasSuffix("gz") ? Self.gzip(bytes) : bytes) == [Self.first, "Деньги\n\n\(Self.second)\n"])
    }

    @Test(arguments: ["a.txt", "a.txt.gz", "a.html", "a.html.gz", "a.gz"]) func oneDocument(_ name: String) throws {
        let page = "<html><body><article><h1>Мост</h1><p>\(Self.first)</p></article></body></html>"
        let bytes = Array((name.contains("txt") ? Self.first : page).utf8)
        #expect(try texts(name, name.hasSuffix("gz") ? Self.gzip(bytes) : bytes) == [Self.first])
    }

    @Test func theFormCanBeNamed() throws {
        #expect(try texts("a.txt", Array(Self.lines.utf8), options: ["--form", "jsonl"]) == [Self.first, Self.second])
        #expect(try texts("a.jsonl", Array(Self.first.utf8), options: ["--form", "text"]) == [Self.first])
        #expect(try Program.run(["read", "--form", "pdf", "x"]).status == 64)
    }

    @Test func whatCannotBeReadStopsNothing() throws {
        let bad = #"{"title":"no text"}"# + "\nno json\n" + Self.lines
        let errors = "letopis: n.jsonl:1: is no JSON object with a `text`\nletopis: n.jsonl:2: is no JSON object with a `text`\n"
        #expect(try texts("n.jsonl", Array(bad.utf8), status: 2, errors: errors) == [Self.first, Self.second])
        let cut = Array(Self.gzip(Self.dump).dropLast(10))
        let damaged = "letopis: c.warc.gz: The file ends inside compressed data.\n"
        #expect(try texts("c.warc.gz", cut, status: 2, errors: damaged) == [Self.first, Self.second])
        let text = Array(Self.gzip(Array(Self.first.utf8)).dropLast(20))
        #expect(try texts("t.txt.gz", text, status: 2, errors: "letopis: t.txt.gz: its compressed data are cut off\n").isEmpty)
    }

    @Test func whatHasNoArticleInItSaysSo() throws {
        let feed = #"<rss version="2.0"><channel><item><title>А</title><link>https://a.example/1</link></item></channel></rss>"#
        let item = "letopis: f.rss#1: the feed has no text of this item; its page is https://a.example/1\n"
        #expect(try texts("f.rss", Array(feed.utf8), status: 2, errors: item).isEmpty)
        let none = "letopis: f.rss: This is no feed: neither RSS, Atom nor JSON Feed was found in it.\n"
        #expect(try texts("f.rss", Array("<a/>".utf8), status: 2, errors: none).isEmpty)
        let empty = "letopis: there is no article in what was named\n"
        #expect(try texts("e.jsonl", [], status: 65, errors: empty).isEmpty)
        #expect(
            try texts(
                "e.warc", Array("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 1\r\n\r\nx\r\n\r\n".utf8), status: 65, errors: empty
            ).isEmpty)
    }

    @Test func severalArticlesHaveHeadings() throws {
        let scratch = try Scratch()
        try scratch.write("news.jsonl", Self.lines)
        try scratch.write("one.jsonl", String(Self.lines.prefix { $0 != "\n" }))
        for command in ["read", "explain"] {
            let several = try Program.run([command, "news.jsonl"], in: scratch.folder)
            #expect(several.output.contains("── news.jsonl:1 ──") && several.output.contains("── news.jsonl:3 ──"), "\(several.errors)")
            #expect(try !Program.run([command, "one.jsonl"], in: scratch.folder).output.contains("── one.jsonl"))
        }
    }

    /// What an archive has of a file is what `read` says of it.
    @Test(arguments: ["news.jsonl", "crawl.warc", "feed.rss", "page.html.gz", "text.txt.gz"]) func readAndIngestAgree(_ name: String) throws
    {
        let scratch = try Scratch(), page = "<html lang=uk><body><article><h1>Мост</h1><p>\(Self.first)</p></article></body></html>"
        let bytes =
            switch name {
            case "news.jsonl": Array(Self.lines.utf8)
            case "crawl.warc": Self.dump
            case "feed.rss": Array(Self.feed.utf8)
            case "page.html.gz": Self.gzip(Array(page.utf8))
            default: Self.gzip(Array(Self.first.utf8))
            }
        try scratch.write(name, bytes)
        let about = ["--author", "А. Орлова", "--published", "2025-12-16"]
        let read = try Program.run(["read", "--format", "json"] + about + [name], in: scratch.folder)
        let ingested = try Program.run(["ingest", "--archive", "a.letopis"] + about + [name], in: scratch.folder)
        #expect(ingested.status == 0, "\(ingested.errors)")
        let exported = try Program.run(["export", "--archive", "a.letopis"], in: scratch.folder)
        #expect(!read.lines.isEmpty && exported.lines.sorted() == read.lines.sorted())
    }

    /// A dump, and lines, that come through a pipe without being named.
    @Test func formsAreFoundOutOfAPipe() throws {
        let scratch = try Scratch()
        try scratch.write("crawl.warc", Self.dump)
        let program = Program.folder.appendingPathComponent("letopis").path
        let run = try Program.run(
            ["-c", "cat crawl.warc | '\(program)' ingest --archive a.letopis"], in: scratch.folder, program: "/bin/sh")
        #expect(run.output == "2 read: 2 new, 0 unchanged, 0 revised, 0 failed\n", "\(run.errors)")
    }
}
