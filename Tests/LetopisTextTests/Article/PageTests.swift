internal import Foundation
internal import Testing

@testable internal import LetopisText

/// Pages of made-up sites of thirteen kinds, each with what its author wrote: `Pages/make.py` makes them.
@Suite struct PageTests {
    private struct Written: Decodable { var title: String, author: String?, published: String?, lang: String, text: String }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Pages")

    private static func lexicon() throws -> PageLexicon {
        let share = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
            "Share")
        return try PageLexicon.load(from: share.path)
    }

    private static func pages() throws -> [(name: String, page: Page, written: Written)] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }.sorted()
        let lexicon = try lexicon()
        return try names.map { name in
            let file = folder.appendingPathComponent(name), facts = file.deletingPathExtension().appendingPathExtension("json")
            let written = try JSONDecoder().decode(Written.self, from: Data(contentsOf: facts))
            return (name, Page(Array(try Data(contentsOf: file)), lexicon: lexicon), written)
        }
    }

    private static func words(_ text: String) -> [String: Int] {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { (String($0), 1) }
        return Dictionary(words, uniquingKeysWith: +)
    }

    /// F1 by words, without the paragraphs that are marked as pointers.
    private static func score(_ page: Page, _ text: String) -> Double {
        var utf8 = page.article.utf8
        for span in page.seeAlso.compactMap(\.span).sorted().reversed() { utf8.removeSubrange(span.start..<span.end) }
        let found = words(String(decoding: utf8, as: UTF8.self)), wanted = words(text)
        let same = wanted.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
        return 2 * Double(same) / Double(max(1, found.values.reduce(0, +) + wanted.values.reduce(0, +)))
    }

    @Test func theTextIsWhatTheAuthorWrote() throws {
        let pages = try Self.pages()
        try #require(pages.count >= 40)
        let scores = pages.map { Self.score($0.page, $0.written.text) }
        for (page, score) in zip(pages, scores) { #expect(score >= 0.93, "\(page.name): \(score)") }
        #expect(scores.reduce(0, +) / Double(scores.count) >= 0.98)
    }

    @Test func paragraphsStayParagraphs() throws {
        for (name, page, written) in try Self.pages() {
            let found = Set(String(decoding: page.article.utf8, as: UTF8.self).split(separator: "\n\n"))
            let missing = written.text.split(separator: "\n\n").filter { !found.contains($0) }
            #expect(missing.count <= 1, "\(name) lost \(missing)")
        }
    }

    @Test func metadataAreThosePagesGive() throws {
        for (name, page, written) in try Self.pages() {
            let article = page.article
            #expect(article.title?.hasPrefix(written.title) == true, "\(name): \(article.title ?? "")")
            let year = written.published?.prefix(16) ?? ""
            #expect(article.published?.hasPrefix(year) == true, "\(name): \(article.published ?? "")")
            if let author = written.author, !name.hasPrefix("oldtable") { #expect(article.author == author, "\(name)") }
            #expect(article.language == nil || article.language == written.lang, "\(name)")
            #expect(article.outlet != nil || name.hasPrefix("oldtable"), "\(name)")
        }
    }

    @Test func pointersAreMarkedWhereTheyStand() throws {
        let tabloid = try #require(try Self.pages().first { $0.name.hasPrefix("tabloid") }?.page)
        let marked = tabloid.seeAlso.compactMap { pointer in pointer.span.map { (pointer.title, tabloid.article.text($0)) } }
        #expect(marked.count == 1)
        for (title, text) in marked { #expect(text.hasPrefix("Читайте также") && text.hasSuffix(title)) }
        for pointer in tabloid.seeAlso { #expect(pointer.url?.hasPrefix("https://yellow.example/s/") == true) }
        #expect(try Self.pages().contains { $0.page.seeAlso.contains { $0.span == nil } })
    }

    @Test func whatIsNotTextIsLeftOut() throws {
        let noise = ["cookie", "Подписывайтесь", "Поделиться", "Все права", "dataLayer", "Ctrl+Enter", "Петрович", "товарищи", "Фото:"]
        for (name, page, _) in try Self.pages() {
            let text = String(decoding: page.article.utf8, as: UTF8.self)
            for word in noise { #expect(!text.contains(word), "\(name): \(word)") }
        }
    }
}
