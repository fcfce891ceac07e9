internal import ArgumentParser
internal import Letopis
internal import LetopisArchive

/// `letopis quarantine`: documents that could not be read.
struct QuarantineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "List documents that could not be read, or try them again.",
        subcommands: [QuarantineListCommand.self, QuarantineRetryCommand.self])
}

/// `letopis quarantine list`.
struct QuarantineListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List documents that could not be read, with the reasons. Exit status 1 means that there are none.")

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Option(name: .shortAndLong, help: "text for people, json for programs.")
    var format = Format.text

    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
        try await Console.run {
            let documents = try archive.open(.reading).quarantined()
            for document in documents { try Console.emit(line(document)) }
            if documents.isEmpty { throw CommandError.nothingFound }
        }
    }

    private func line(_ document: Quarantined) -> [UInt8] {
        guard format == .json else {
            return Array(
                "\(printable(document.origin)): \(printable(document.reason)) (\(document.size) bytes, \(printable(document.retrieved)))\n"
                    .utf8)
        }
        var json = JSONWriter()
        json.object { json in
            json.field("origin", document.origin)
            json.field("reason", document.reason)
            json.field("bytes", document.size)
            json.field("retrieved", document.retrieved)
        }
        json.endLine()
        return json.bytes
    }
}

/// `letopis quarantine retry`.
struct QuarantineRetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Read documents again that could not be read: those whose origin is named, or all.")

    @Argument(help: "Origins, as `letopis quarantine list` gives them.")
    var origins: [String] = []

    @OptionGroup var limits: ReaderLimits

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Console.run {
            let archive = try archive.open(.writing), terms = try limits.terms(common)
            let ids = try archive.quarantined().filter { origins.isEmpty || origins.contains($0.origin) }.map(\.id)
            _ = try archive.release(ids)
            let ingestion = Ingestion(into: archive, terms: terms, report: IngestReport(isJSON: false)) { nil }
            try ingestion.run()
            try Console.emit(Array(ingestion.report.summary.utf8))
            if ingestion.report.failed > 0 { throw CommandError.someFailed(count: ingestion.report.failed) }
        }
    }
}
