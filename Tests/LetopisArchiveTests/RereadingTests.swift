internal import Foundation
internal import GRDB
internal import Letopis
internal import LetopisArchive
internal import LetopisText
internal import Testing

/// What documents are read as by a newer reader, which may find another text in them.
@Suite struct RereadingTests {
    static let lines = "Мэр Анна Белова заявила, что мост откроют в мае.\nЧитайте также: Погода."
    /// What a reader that leaves the last line out finds, and one that does not.
    static let short = Sample(
        text: "Мэр Анна Белова заявила, что мост откроют в мае.", url: "https://example.org/bridge",
        said: [("Анна Белова", "заявила", "мост откроют в мае")])
    static let long = Sample(text: lines, url: short.url, said: short.said)

    /// A document as it came, with what is found in it by the reader of this test.
    struct Document {
        var origin = "page"
        var bytes = "<p>page</p>"
        var retrieved = "2025-06-14T10:00:00Z"
        var sample: Sample

        var retrieval: Retrieval {
            var retrieval = Retrieval(bytes: Array(bytes.utf8), origin: origin, retrieved: retrieved)
            (retrieval.mediaType, retrieval.outlet) = ("text/html", "Вестник")
            return retrieval
        }

        func prepared(by reader: String) -> PreparedReading {
            var reading = sample.reading
            reading.reader = reader
            return Preparation().prepared(reading, from: Array(bytes.utf8))
        }
    }

    /// Keeps and files documents as the first reader reads them.
    private func file(_ documents: [Document], in archive: Archive) throws {
        for document in documents { try archive.settle([(try archive.keep(document.retrieval), document.prepared(by: "test 1"))]) }
    }

    /// Has everything read again that `test 2` has not read: `samples` are what it finds, by the bytes.
    @discardableResult private func reread(
        _ archive: Archive, _ samples: [String: Sample], atOnce: Int = 10
    ) throws -> [Reread] {
        var last: RetrievalID?, filed: [Reread] = []
        while true {
            let documents = try archive.documents(notReadBy: "test 2", after: last, limit: atOnce)
            guard let end = documents.last else { return filed }
            last = end.id
            filed += try archive.refile(
                documents.compactMap { id, retrieval in
                    let bytes = String(decoding: retrieval?.bytes ?? [], as: UTF8.self)
                    return samples[bytes].map { (id, Document(bytes: bytes, sample: $0).prepared(by: "test 2")) }
                })
        }
    }

    @Test func documentsComeAsTheyCame() throws {
        let place = try Place(), archive = try place.archive(), document = Document(sample: Self.long)
        try file([document], in: archive)
        let found = try #require(try archive.documents(notReadBy: "test 2", limit: 10).first?.retrieval)
        #expect(found == document.retrieval)
        #expect(try archive.documentCount(notReadBy: "test 2") == 1 && archive.documentCount(notReadBy: "test 1") == 0)
        try archive.forgetReaders()
        #expect(try archive.documentCount(notReadBy: "test 1") == 1)
    }

    @Test func theSameTextKeepsFormAndIds() throws {
        let place = try Place(), archive = try place.archive(), document = Document(sample: Self.long)
        try file([document], in: archive)
        let before = try contents(archive)
        let same = try reread(archive, [document.bytes: Self.long])
        #expect(same.map(\.changes.kept) == [1] && same.map(\.isRevised) == [false] && same[0].changes.altered.isEmpty)
        #expect(try contents(archive) == before && archive.documentCount(notReadBy: "test 2") == 0)
        try archive.forgetReaders()
        var other = Self.long.reading
        other.record.statements[0].source.actor = nil
        let id = try #require(try archive.documents(notReadBy: "test 2", limit: 1).first?.id)
        #expect(try archive.refile([(id, Preparation().prepared(other))]).map(\.changes.altered.count) == [1])
        #expect(try archive.check().problems.isEmpty)
    }

    /// Another text of the same bytes is another form of the same article, as old as the bytes, and takes the place of the one before, wherever
    /// the article is found.
    @Test func anotherTextIsARevision() throws {
        let place = try Place(), archive = try place.archive(), document = Document(sample: Self.long)
        try file([document], in: archive)
        let before = try #require(try archive.search(Question("мост")).first?.article)
        var moved = Self.short
        moved.url = "https://example.org/another-address"
        let filed = try reread(archive, [document.bytes: moved])
        #expect(filed.map(\.article) == [before.id] && filed.map(\.isRevised) == [true])
        #expect(filed[0].changes.isTextChanged && filed[0].changes.kept == 1)
        let after = try #require(try archive.articles(idPrefix: before.id.description).first)
        #expect(after.record.article.utf8 == Array(moved.text.utf8) && after.retrieved == before.retrieved)
        #expect(after.statements == before.statements && after.identity == before.identity && after.reader == "test 2")
        let forms = try archive.revisions(of: before.id)
        #expect(forms.map(\.isCurrent) == [false, true] && forms.map(\.isSuperseded) == [true, false])
        #expect(forms.map(\.article.retrieved) == [before.retrieved, before.retrieved])
        #expect(try archive.search(Question("погода")).isEmpty && archive.search(Question("мост")).count == 1)
        #expect(try archive.check().problems.isEmpty)
    }

    /// The bytes that come again later are known, and what is superseded stays so.
    @Test func whatComesAgainIsNotReadAgain() throws {
        let place = try Place(), archive = try place.archive()
        var document = Document(sample: Self.long)
        try file([document], in: archive)
        let filed = try reread(archive, [document.bytes: Self.short])
        document.retrieved = "2025-06-15T10:00:00Z"
        #expect(try archive.keep([document.retrieval]).map(\.state) == [.settled])
        let forms = try archive.revisions(of: filed[0].article)
        #expect(forms.map(\.article.retrieved) == ["2025-06-14T10:00:00Z", "2025-06-15T10:00:00Z"])
        #expect(forms.map(\.isCurrent) == [false, true])
    }

    /// A form that was superseded is current again when a newer document is read as it.
    @Test func whatWasSupersededComesBack() throws {
        let place = try Place(), archive = try place.archive()
        try file([Document(sample: Self.long)], in: archive)
        let id = try reread(archive, ["<p>page</p>": Self.short])[0].article
        var other = Document(bytes: "<p>other</p>", sample: Self.long)
        other.retrieved = "2025-06-16T10:00:00Z"
        try archive.settle([(try archive.keep(other.retrieval), other.prepared(by: "test 2"))])
        let forms = try archive.revisions(of: id)
        #expect(forms.map(\.isCurrent) == [false, true] && forms.map(\.isSuperseded) == [false, false])
        #expect(forms.last?.article.record.article.utf8 == Array(Self.lines.utf8))
        #expect(try archive.check().problems.isEmpty && archive.search(Question("погода")).count == 1)
    }

    /// A text that comes back, and is read by a newer reader then: record and entries are the newer reader's.
    @Test func whatComesBackIsFiledAsItIsReadNow() throws {
        let place = try Place(), archive = try place.archive()
        var first = Document(sample: Self.long), other = Document(bytes: "<p>other</p>", sample: Self.short)
        other.retrieved = "2025-06-15T10:00:00Z"
        try file([first, other], in: archive)
        first.retrieved = "2025-06-16T10:00:00Z"
        let kept = try #require(try archive.keep([first.retrieval]).first)
        #expect(kept.state == .pending)
        var reading = Self.long.reading
        reading.reader = "test 2"
        reading.record.statements = []
        guard case .revised(let id, let changes) = try archive.settle(kept.id, reading) else { return #expect(Bool(false)) }
        #expect(changes.removed.count == 1 && changes.isTextChanged)
        let article = try #require(try archive.articles(idPrefix: id.description).first)
        #expect(article.reader == "test 2" && article.statements.isEmpty && article.retrieved == first.retrieved)
        #expect(try archive.check().problems.isEmpty && archive.documentCount(notReadBy: "test 2") == 1)
    }

    /// Documents of several times and texts, read again in one go, a document at a time, or stopped in between: what comes of it is what comes of
    /// filing them all as the newer reader reads them.
    @Test(arguments: [1, 2, 10]) func readingAgainGivesWhatReadingAnewGives(atOnce: Int) throws {
        var documents: [Document] = []
        for (number, day) in [14, 16, 15, 16, 14].enumerated() {
            var document = Document(bytes: "<p>\(number)</p>", sample: number % 2 == 0 ? Self.long : Self.short)
            document.retrieved = "2025-06-\(day)T10:00:00Z"
            document.sample.outlet = number == 3 ? "Вестник" : nil
            documents.append(document)
        }
        // Of all that the newer reader might find, each document as one of three forms, a tenth.
        for draw in stride(from: atOnce, to: 243, by: 11) {
            let place = try Place(), archive = try place.archive()
            try file(documents, in: archive)
            var samples: [String: Sample] = [:], code = draw, anew = documents
            for i in documents.indices {
                anew[i].sample = [documents[i].sample, Self.long, Self.short][code % 3]
                samples[documents[i].bytes] = anew[i].sample
                code /= 3
            }
            for _ in 0..<3 { try reread(archive, samples, atOnce: atOnce) }
            #expect(try archive.documentCount(notReadBy: "test 2") == 0)
            let expected = try Place(), other = try expected.archive()
            try file(anew, in: other)
            #expect(try current(archive) == current(other), "\(draw)")
            #expect(try archive.check().problems.isEmpty)
        }
    }

    private func current(_ archive: Archive) throws -> [String] {
        var lines: [String] = []
        try archive.forEachArticle { article in
            lines.append("\(article.identity) \(article.retrieved) \(String(decoding: RecordWire.json(article.record), as: UTF8.self))")
        }
        return lines
    }

    /// Without its bytes a document's text is read again; without that, too, it is named and stops nothing. A damaged record is made anew.
    @Test func damagedDocuments() throws {
        let place = try Place()
        var archive: Archive? = try place.archive()
        let documents = (0..<4).map { Document(origin: "page \($0)", bytes: "<p>\($0)</p>", sample: Self.numbered($0)) }
        try file(documents, in: try #require(archive))
        archive = nil
        try DatabaseQueue(path: place.path).write { database in
            try database.execute(sql: "UPDATE content SET bytes = x'00' WHERE document < 3")
            try database.execute(sql: "UPDATE revision SET text = x'00', text_packing = 1 WHERE id = 2")
            try database.execute(sql: "UPDATE revision SET record = x'00' WHERE id = 3")
            try database.execute(sql: "DELETE FROM content WHERE document = 4")
        }
        let opened = try place.archive(), found = try opened.documents(notReadBy: "test 2", limit: 10)
        #expect(found.map { $0.retrieval?.mediaType } == [nil, nil, "text/html", nil])
        #expect(found[1].retrieval == nil)
        let text = try #require(found[0].retrieval)
        #expect(text.bytes == Array(documents[0].sample.text.utf8) && text.charset == "utf-8" && text.origin == "page 0")
        #expect(try opened.refile([(found[2].id, documents[2].prepared(by: "test 2"))]).map(\.isRevised) == [false])
        let id = try #require(try opened.search(Question("мост 2")).first?.article.id)
        #expect(try opened.articles(idPrefix: id.description).first?.statements.count == 1)
        #expect(try opened.check().problems.contains { $0.contains("document 4") })
    }

    private static func numbered(_ number: Int) -> Sample {
        var sample = short
        (sample.text, sample.url) = ("Дом \(number). " + short.text.replacing("мост", with: "мост \(number)"), nil)
        sample.said = [("Анна Белова", "заявила", "мост \(number) откроют в мае")]
        return sample
    }

    /// An archive of the first version does not know as what its documents were read: the first rereading finds that out.
    @Test func documentsOfTheFirstVersion() throws {
        let place = try Place(), first = Document(sample: Self.long)
        var archive: Archive? = try place.archive()
        var again = Document(bytes: "<p>again</p>", sample: Self.long)
        again.retrieved = "2025-06-15T10:00:00Z"
        try file([first, again], in: try #require(archive))
        archive = nil
        try DatabaseQueue(path: place.path).write { database in
            try database.execute(sql: "UPDATE retrieval SET reader = NULL, revision = NULL WHERE id = 2")
        }
        let opened = try place.archive()
        #expect(try opened.documentCount(notReadBy: "test 1") == 1)
        let filed = try reread(opened, [first.bytes: Self.short, again.bytes: Self.short])
        #expect(filed.count == 2 && Set(filed.map(\.article)).count == 1)
        let article = try #require(try opened.articles(idPrefix: filed[0].article.description).first)
        #expect(article.retrieved == again.retrieved && article.record.article.utf8 == Array(Self.short.text.utf8))
        #expect(try opened.check().problems.isEmpty)
    }
}
