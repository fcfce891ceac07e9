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
              curl … | letopis read --format json -

            With --format json there is one object a line for each article, in the
            order given; Docs/record.md defines it. What the command line says of an
            article (--outlet, --title, …) holds for every article given.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Argument(help: "Articles, as text files; - is standard input, which is also read where none is named.", completion: .file())
    var files: [String] = []

    @Option(name: .shortAndLong, help: "text for people, json for programs.")
    var format = Format.text

    @Option(help: "The outlet that published the article.")
    var outlet: String?

    @Option(help: "When it was published, ISO 8601 (2025-12-16): the reference time for \"yesterday\".")
    var published: String?

    @Option(help: "The article's title.")
    var title: String?

    @Option(help: "Who wrote it.")
    var author: String?

    @Option(help: "Where it stands.")
    var url: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let published, !isDate(published) {
            throw ValidationError(
                "--published takes a date as ISO 8601 writes it, 2025-12-16 or 2025-12-16T09:30:00Z, not \"\(printable(published))\".")
        }
    }

    func run() async throws {
        try await Console.run {
            let batch = Batch(inputs: try Input.gather(files, openingFolders: false), jobs: common.parallelism)
            let share = try common.locateShare()
            let reader = try settingUp { try Reader(share: share.path, language: common.lang) }
            let form = RecordForm(format: format, headings: batch.inputs.count > 1, style: Console.style)
            try await batch.run {
                let desk = Desk(reader.scratch())
                return { input in
                    outcome(of: input) { bytes in
                        let record = reader.read(article(bytes), scratch: &desk.scratch)
                        return .read(form.bytes(record, of: input), notices: record.notices)
                    }
                }
            }
        }
    }

    /// The article that some bytes are, with what the command line knows of it.
    private func article(_ bytes: [UInt8]) -> Article {
        var article = Article(decoding: bytes, charset: common.charset)
        article.outlet = outlet
        article.published = published
        article.title = title
        article.author = author
        article.url = url
        article.language = common.lang
        return article
    }
}

/// How records are written.
struct RecordForm: Sendable {
    let format: ReadCommand.Format
    let headings: Bool
    let style: Style

    /// A record as it goes to standard output, its last line feed included.
    func bytes(_ record: Record, of input: Input) -> [UInt8] {
        guard format == .text else { return RecordWire.json(record) + [10] }
        let heading = headings ? "── \(printable(input.path)) ──\n" : ""
        return Array((heading + RecordText.text(record, style: style) + (headings ? "\n" : "")).utf8)
    }
}

/// Whether a text begins as ISO 8601 writes a date; what follows it must be a time.
func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return false }
    let digits = [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) }
    let month = Int(text.dropFirst(5).prefix(2)) ?? 0, day = Int(text.dropFirst(8).prefix(2)) ?? 0
    return digits && (1...12).contains(month) && (1...31).contains(day) && (bytes.count == 10 || bytes[10] == UInt8(ascii: "T"))
}
