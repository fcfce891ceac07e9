internal import Foundation
internal import Letopis
internal import LetopisArchive
internal import LetopisText

/// A folder of its own for one test, gone when the test is over.
final class Place: Sendable {
    let folder: URL
    var path: String { folder.appendingPathComponent("test.letopis").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("letopis-archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func archive() throws -> Archive { try Archive(path: path, access: .writing) }
}

/// A document of plain text.
func document(_ text: String, _ origin: String, retrieved: String = "2025-12-16T09:30:00Z") -> Retrieval {
    Retrieval(bytes: Array(text.utf8), origin: origin, retrieved: retrieved)
}

/// An article and what is said in it, written by hand: the archive does not care who read it.
struct Sample {
    var text: String
    var url: String?
    var outlet: String?
    var title: String?
    var published: String? = "2025-06-14"
    /// Speaker, cue and content, as they stand in the text.
    var said: [(speaker: String, cue: String, content: String)] = []
    /// Lemmas of words, where they are not the word itself.
    var lemmas: [String: String] = [:]
    var retrieved = "2025-06-14T10:00:00Z"

    /// The article as a reader would have read it.
    var reading: Reading {
        var article = Article(text)
        (article.url, article.outlet, article.published, article.language) = (url, outlet, published, "ru")
        article.title = title
        var fingerprint = Fingerprint()
        fingerprint.add(article.utf8)
        var record = Record(article: article, id: fingerprint.hexadecimal)
        for (number, saying) in said.enumerated() {
            var actor = Actor(id: .init(number + 1), kind: .person, name: saying.speaker)
            actor.mentions = [span(saying.speaker)].compactMap { $0 }
            record.actors.append(actor)
            guard let cue = span(saying.cue), let content = span(saying.content) else { continue }
            var statement = Statement(id: .init(number + 1), kind: .indirect, cue: cue, content: [content])
            statement.source = .init(actor: .init(number + 1), span: span(saying.speaker))
            record.statements.append(statement)
        }
        return Reading(record: record, words: words, reader: "test 1")
    }

    /// The document that it was in.
    var retrieval: Retrieval { document(text, url ?? "sample.txt", retrieved: retrieved) }

    /// Keeps it and files it, and says what became of it.
    @discardableResult func file(in archive: Archive) throws -> Archive.Outcome {
        try archive.settle(try archive.keep(retrieval), reading)
    }

    private func span(_ words: String) -> SourceSpan? {
        guard let range = text.range(of: words) else { return nil }
        return SourceSpan(text[..<range.lowerBound].utf8.count, text[..<range.upperBound].utf8.count)
    }

    private var words: [Reading.Word] {
        var words: [Reading.Word] = [], offset = 0
        for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
            let word = piece.trimmingCharacters(in: .punctuationCharacters).lowercased()
            if !word.isEmpty { words.append(.init(span: SourceSpan(offset, offset + piece.utf8.count), lemma: lemmas[word] ?? word)) }
            offset += piece.utf8.count + 1
        }
        return words
    }
}

/// Everything in an archive that does not depend on the order in which it came: ids, texts, particulars, entries, revisions.
func contents(_ archive: Archive) throws -> [String] {
    var lines: [String] = []
    try archive.forEachArticle { article in
        let entries = (article.statements + article.meetings + article.positions).map(\.description)
        lines.append(
            "\(article.id) \(article.identity) \(article.retrieved) \(entries) \(String(decoding: RecordWire.json(article.record), as: UTF8.self))"
        )
        for revision in try archive.revisions(of: article.id) {
            lines.append(
                "\(article.id) \(revision.article.retrieved) \(revision.isCurrent) \(revision.article.record.id) \(revision.changes as Any)"
            )
        }
    }
    return lines.sorted()
}
