@testable import Letopis
@testable import LetopisText
import Testing

/// A record is read back from its JSON as it was, and JSON that is none is refused.
struct RecordReadingTests {
    /// Reads JSON back, and holds that it is written as the same bytes.
    func check(_ record: Record, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let json = RecordWire.json(record)
        let again = try RecordWire.record(json)
        #expect(RecordWire.json(again) == json, sourceLocation: sourceLocation)
        let bytes = RecordBytes.bytes(record)
        #expect(bytes.count < json.count / 2, "\(bytes.count) of \(json.count)", sourceLocation: sourceLocation)
        #expect(RecordWire.json(try RecordBytes.record(bytes, of: record.article)) == json, sourceLocation: sourceLocation)
    }

    @Test func everyPartComesBack() throws {
        try check(RecordWireTests().record())
        try check(Record(article: Article("Ёлка."), id: "x"))
        var record = RecordWireTests().record()
        let span = record.statements[0].cue
        record.article.outlet = "«Вестник»\n\u{1B}"
        record.article.url = "https://example.org/?a=1&b=\"2\""
        record.statements[0].channel = Channel(kind: .post, name: "X", span: span)
        record.statements[0].relays = [Relay(name: "Вестник", span: span)]
        record.statements[0].addressee = .init(1)
        record.statements[0].onBehalfOf = .init(1)
        record.statements[0].hedges = [span]
        record.statements[0].antecedent = [span]
        record.statements[0].date = EventDate(value: "2025-06", span: span)
        record.meetings[0].format = Wording(text: "США-Украина", span: span)
        record.meetings[0].participants = [.init(actor: .init(1), side: .init(1), part: .host, span: span)]
        record.meetings[0].place = .init(actor: .init(1), span: span)
        record.meetings[0].date = EventDate(value: nil, span: span)
        record.meetings[0].per = [.init(1)]
        record.actors[0].ties = [Tie(kind: "зять", to: .init(1), span: span)]
        record.actors[0].roles[0].country = .init(1)
        record.actors[0].roles[0].former = true
        record.positions[0].toward = .init(1)
        record.positions[0].per = [.init(1)]
        record.seeAlso[0].url = "https://example.org"
        try check(record)
    }

    /// Whatever happens to its bytes, a record that is read lies in its text, or is refused.
    @Test func damagedBytes() throws {
        let record = RecordWireTests().record(), bytes = RecordBytes.bytes(record)
        var refused = 0
        for place in bytes.indices {
            for value in [0, 1, 0x7F, 0x80, 0xFF, bytes[place] &+ 1, bytes[place] &- 1] where value != bytes[place] {
                var damaged = bytes
                damaged[place] = value
                do { _ = RecordWire.json(try RecordBytes.record(damaged, of: record.article)) } catch is WireError { refused += 1 }
            }
            #expect(throws: WireError.self) { try RecordBytes.record(Array(bytes[..<place]), of: record.article) }
        }
        #expect(refused > bytes.count)
        #expect(throws: WireError.self) { try RecordBytes.record(bytes + [0], of: record.article) }
        #expect(throws: WireError.self) { try RecordBytes.record(bytes, of: Article("Ё")) }
    }

    @Test func whatIsNoRecordIsRefused() throws {
        let json = String(decoding: RecordWire.json(RecordWireTests().record()), as: UTF8.self)
        for (part, other) in [
            (#""kind":"person""#, #""kind":"planet""#), (#""actor":"a1""#, #""actor":"a2""#), (#""actor":"a1""#, #""actor":"s1""#),
            (#""end":23"#, #""end":2300"#), (#""start":17,"end":23"#, #""start":23,"end":17"#), (#""start":17"#, #""start":-1"#),
            (#""start":17"#, #""start":"17""#), (#""former":false"#, #""former":0"#), (#""cue":"#, #""cut":"#),
            (#""of":["s1","m1"]"#, #""of":["s1","m2"]"#),
            (#""notices":["#, #""notices":{"x":["#), ("}]}", "}]"),
        ] {
            let damaged = json.replacing(part, with: other)
            #expect(damaged != json, "\(part) is not in the record")
            #expect(throws: WireError.self, "\(other)") { try RecordWire.record(Array(damaged.utf8)) }
        }
        #expect(throws: WireError.self) { try RecordWire.record([]) }
        #expect(throws: WireError.self) { try RecordWire.record(Array("[]".utf8)) }
    }
}
