internal import ArgumentParser
internal import Letopis
internal import LetopisText

/// `letopis read`: the record of each article.
struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read articles: who said what, through what, who passed it on; meetings, positions, recalls.",
        discussion: """
            Examples:
              letopis read --outlet RegioNews --published 2025-12-16 a.txt
              letopis read --format json a.txt b.txt > records.jsonl
              letopis read --format json crawl.warc.gz news.jsonl feed.rss
              curl … | letopis read --format json -

            Of a feed, a file of JSON lines or a WARC file each article is read; all may
            be compressed with gzip or zstd. What cannot be read is said, and stops
            nothing. With --format json there is one object a line for each article, in
            the order given; Docs/record.md defines it. What the command line says of an
            article (--outlet, --title, …) holds for every article given.
            """)

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        try await reading.run { reader, unread, desk, headings in
            let form = RecordForm(format: reading.format, headings: headings, style: Console.style)
            return zip(unread, reader.readWithAnalysis(unread.map(\.article), scratch: &desk.scratch)).map { unread, read in
                .read(form.bytes(read.record, of: unread.name), notices: read.record.notices)
            }
        }
    }
}

/// How records are written.
struct RecordForm: Sendable {
    let format: ReadingOptions.Format
    let headings: Bool
    let style: Style

    /// A record as it goes to standard output, its last line feed included.
    func bytes(_ record: Record, of name: String) -> [UInt8] {
        guard format == .text else { return RecordWire.json(record) + [10] }
        let heading = headings ? "── \(printable(name)) ──\n" : ""
        return Array((heading + RecordText.text(record, style: style) + (headings ? "\n" : "")).utf8)
    }
}
