internal import ArgumentParser
internal import Letopis
internal import LetopisArchive

/// `letopis export`: all of an archive, for other programs.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all of an archive: records as JSON lines, tables as CSV, or annotations as JSON-LD.",
        discussion: """
            Examples:
              letopis export > records.jsonl
              letopis export --form statements > statements.csv
              letopis export --form annotations > annotations.jsonl

            Records are those of `letopis read --format json`. An annotation is one of the
            W3C Web Annotation Data Model, an object a line.
            """)

    enum Form: String, CaseIterable, ExpressibleByArgument { case records, statements, meetings, positions, annotations }

    @Option(help: "What to write: records, statements, meetings, positions or annotations.")
    var form = Form.records

    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
        try await Console.run {
            let archive = try archive.open(.reading)
            if let entries = EntryTable(rawValue: form.rawValue) {
                var table = CSVTable()
                table.row(entries.head)
                try archive.forEachArticle { article in
                    entries.write(article, to: &table)
                    try Console.emit(table.bytes)
                    table.removeAll()
                }
                return try Console.emit(table.bytes)
            }
            var json = JSONWriter()
            try archive.forEachArticle { article in
                if form == .records {
                    RecordWire.write(article.record, to: &json)
                    json.endLine()
                } else {
                    AnnotationWire.write(article, to: &json)
                }
                try Console.emit(json.bytes)
                json.removeAll()
            }
        }
    }
}
