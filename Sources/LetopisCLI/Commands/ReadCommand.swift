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

    @OptionGroup var article: ArticleOptions

    @OptionGroup var common: CommonOptions

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
                        let record = reader.read(article.article(of: bytes, common), scratch: &desk.scratch)
                        return .read(form.bytes(record, of: input), notices: record.notices)
                    }
                }
            }
        }
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
