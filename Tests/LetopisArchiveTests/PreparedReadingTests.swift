internal import Foundation
internal import GRDB
internal import Letopis
internal import LetopisArchive
internal import LetopisText
internal import Testing

/// What readers hand to the one who files: it comes over as it was, or is refused.
@Suite struct PreparedReadingTests {
    static let sample = Sample(
        text: "Мэр Анна Белова заявила, что мосты откроют в мае.", url: "https://example.org/1", outlet: "Вестник", title: "Мосты",
        said: [("Анна Белова", "заявила", "мосты откроют в мае")], lemmas: ["мосты": "мост", "откроют": "открыть"])

    @Test func fieldsAreTheReading() throws {
        let bytes = Array("<p>\(Self.sample.text)</p>".utf8), prepared = Preparation().prepared(Self.sample.reading, from: bytes)
        let fields = prepared.fields, again = try PreparedReading(fields: fields).fields
        #expect(fields.count == PreparedReading.fieldCount && again == fields)
        let here = try Place(), there = try Place(), direct = try here.archive(), indirect = try there.archive()
        try direct.settle([(try direct.keep(Self.sample.retrieval), prepared)])
        try indirect.settle([(try indirect.keep(Self.sample.retrieval), PreparedReading(fields: fields))])
        #expect(try contents(direct) == contents(indirect) && contents(direct).count == 2)
        for question in ["мосты", "мост", "speaker:Белова откроют", "-трактор"] {
            #expect(try indirect.search(Question(question)).count == 1, "\(question)")
        }
    }

    /// Two preparations, of which one has prepared other articles before, give the same.
    @Test func whatWasPreparedBeforeMakesNoDifference() {
        let preparation = Preparation()
        for sample in SearchingTests.samples { _ = preparation.prepared(sample.reading) }
        #expect(preparation.prepared(Self.sample.reading).fields == Preparation().prepared(Self.sample.reading).fields)
    }

    @Test func whatIsNoReadingIsRefused() {
        let fields = Preparation().prepared(Self.sample.reading).fields, other = Preparation().prepared(SettlingTests.bridge.reading).fields
        #expect(throws: (any Error).self) { try PreparedReading(fields: Array(fields.dropLast())) }
        for place in [6, 7, 8, 9, 10, 12] {
            var damaged = fields
            damaged[place] = nil
            #expect(throws: (any Error).self, "field \(place) is missing") { try PreparedReading(fields: damaged) }
        }
        for place in [9, 10] {
            var mixed = fields
            mixed[place] = other[place]
            #expect(throws: (any Error).self, "field \(place) is of another article") { try PreparedReading(fields: mixed) }
        }
    }

    /// A document lies beside its text in few bytes, and comes out as it was; one that a reader packed wrongly stays as it is.
    @Test func documentsArePackedAfterTheirText() throws {
        let place = try Place(), archive = try place.archive(), filler = String(repeating: "<br class=\"x\">", count: 40)
        var wrong = Self.sample
        (wrong.url, wrong.text) = ("https://example.org/2", "Подрядчик Олег Ким сообщил, что смета прежняя.")
        wrong.said = []
        for (sample, tells) in [(Self.sample, true), (wrong, false)] {
            let bytes = Array("<html>\(filler)<p>\(sample.text)</p></html>".utf8)
            var retrieval = sample.retrieval
            retrieval.bytes = bytes
            let id = try archive.keep(retrieval)
            try archive.settle([(id, Preparation().prepared(sample.reading, from: tells ? bytes : Array("other".utf8)))])
            try archive.quarantine(id, reason: "to see its bytes")
            #expect(try archive.release() == 1)
            #expect(try archive.pending(limit: 9).last?.1.bytes == bytes)
        }
        #expect(try archive.check().problems.isEmpty)
        let packings = try DatabaseQueue(path: place.path).read {
            try Int.fetchAll($0, sql: "SELECT packing FROM content ORDER BY document")
        }
        #expect(packings == [2, 1])
    }
}
