internal import ArgumentParser
internal import Letopis
internal import LetopisArchive

/// `letopis check`: whether an archive is whole.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look at everything in an archive: the file, every document's digest, every span of every record.",
        discussion: """
            Every span of every record is read again from its text and compared with what
            was found there. Nothing is changed. Exit status 1 means that something is
            wrong; the output says what.
            """)

    @Flag(help: "One JSON object instead of text.")
    var json = false

    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
        try await Console.run {
            let progress = Progress(), archive = try archive.open(.reading)
            let report = try archive.check { progress.show($0, of: $1, "articles") }
            progress.clear()
            try Console.emit(json ? object(report) : Array(text(report).utf8))
            if !report.problems.isEmpty { throw CommandError.faulty }
        }
    }

    private func text(_ report: CheckReport) -> String {
        let counts =
            "\(report.documents) documents, \(report.articles) articles in \(report.revisions) forms, "
            + "\(report.entries) statements, meetings and positions\n"
        let verdict = report.problems.isEmpty ? "All is well.\n" : report.problems.map { printable($0) + "\n" }.joined()
        return counts + verdict
    }

    private func object(_ report: CheckReport) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("documents", report.documents)
            json.field("articles", report.articles)
            json.field("revisions", report.revisions)
            json.field("entries", report.entries)
            json.key("problems")
            json.array { json in
                for problem in report.problems { json.string(problem) }
            }
        }
        json.endLine()
        return json.bytes
    }
}
