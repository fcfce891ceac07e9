internal import ArgumentParser
internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// `letopis show`: an article, a statement, a meeting or a position, by its id.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an article of an archive with its record, or one statement, meeting or position.",
        discussion: """
            Examples:
              letopis show 3f9a0c1b22de4455              the article's record
              letopis show 3f9a --text                   its text
              letopis show 3f9a --revisions              all its forms, and what changed
              letopis show 3f9a0c1b22de4455.s1f2e3d      one statement

            An article's id may be cut off after four characters where no other begins
            so.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Argument(help: "The id, as `ingest`, `search` and `timeline` give it.")
    var id: String

    @Flag(help: "The article's text, as it was read.")
    var text = false

    @Flag(help: "All forms that the article had, and what each changed.")
    var revisions = false

    @Option(name: .shortAndLong, help: "text for people, json for programs.")
    var format = Format.text

    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
        try await Console.run {
            let archive = try archive.open(.reading), article = try found(in: archive)
            if id.contains(".") {
                try Console.emit(try entry(of: article))
            } else if revisions {
                try Console.emit(RevisionList(try archive.revisions(of: article.id)).bytes(isJSON: format == .json))
            } else if text {
                try Console.emit(Array((printableText(article.record.article.utf8) + "\n").utf8))
            } else {
                try Console.emit(format == .json ? RecordWire.json(article.record) + [10] : Array(ArticleText(article).text.utf8))
            }
        }
    }

    /// The one article that the id, or the part of it before the point, is of.
    private func found(in archive: Archive) throws -> StoredArticle {
        let prefix = String(id.prefix { $0 != "." }), articles = try archive.articles(idPrefix: prefix, limit: 5)
        guard let article = articles.first, articles.count == 1 else {
            throw CommandError.noSuchID(id, candidates: articles.map { $0.id.description })
        }
        return article
    }

    private func entry(of article: StoredArticle) throws -> [UInt8] {
        let wanted = "\(article.id)\(id.drop { $0 != "." })"
        for ids in [article.statements, article.meetings, article.positions] {
            guard let place = ids.firstIndex(where: { $0.description == wanted }) else { continue }
            let hit = Hit(article: article, entry: ids[place], place: place)
            return format == .json ? HitWire.lines([hit]) : Array(EntryText(hit).text.utf8)
        }
        throw CommandError.noSuchID(id, candidates: [])
    }

    /// A text for a terminal: its own lines, and no commands.
    private func printableText(_ utf8: [UInt8]) -> String {
        let lines = utf8.split(separator: 10, omittingEmptySubsequences: false)
        return lines.map { printable(String(decoding: $0.last == 13 ? $0.dropLast() : $0, as: UTF8.self)) }.joined(separator: "\n")
    }
}
