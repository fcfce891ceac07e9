import Foundation
@testable import Letopis
@testable import LetopisText
import Testing

struct RecordWireTests {
    /// «Ждём», — сказал Ю. Шум.
    func record() -> Record {
        let article = Article("«Ждём», — сказал Ю. Шум.")
        var record = Record(article: article, id: article.digest)
        var actor = Actor(id: .init(1), kind: .person, name: "Ю. Шум")
        let name = SourceSpan(article.utf8.count - 11, article.utf8.count - 1)
        actor.mentions = [name]
        actor.roles = [Role(title: "посол", span: name)]
        record.actors = [actor]
        var statement = Statement(id: .init(1), kind: .direct, cue: SourceSpan(18, 30), content: [SourceSpan(2, 10)])
        statement.source = .init(actor: .init(1), span: name)
        record.statements = [statement]
        record.meetings = [Meeting(id: .init(1), kind: .talks, status: .held, span: name)]
        record.positions = [Position(holder: .init(1), stance: .supports, issue: .init(text: "мир", span: name), span: name)]
        var recall = Recall(marker: name, span: name)
        recall.statements = [.init(1)]
        recall.meetings = [.init(1)]
        record.recalls = [recall]
        record.seeAlso = [SeeAlso(title: "Шум", span: name)]
        record.notices = [Notice(.truncated, "The rest was left out.")]
        return record
    }

    @Test func everyPartIsWrittenInCodePointsOnOneLine() throws {
        let bytes = RecordWire.json(record())
        #expect(!bytes.contains(10))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text.contains(
                #""actors":[{"id":"a1","kind":"person","name":"Ю. Шум","aliases":[],"mentions":[{"start":17,"end":23}],"roles":[{"title":"посол","span":{"start":17,"end":23},"former":false}],"ties":[]}]"#
            ))
        #expect(
            text.contains(
                #""statements":[{"id":"s1","kind":"direct","source":{"actor":"a1","span":{"start":17,"end":23}},"cue":{"start":10,"end":16},"content":[{"start":1,"end":5}],"antecedent":[],"channel":null,"relays":[],"addressee":null,"onBehalfOf":null,"act":"say","hedges":[],"within":null,"date":null}]"#
            ))
        #expect(text.contains(#""recalls":[{"marker":{"start":17,"end":23},"of":["s1","m1"],"#))
        #expect(text.contains(#""notices":[{"kind":"truncated","span":null,"message":"The rest was left out."}]}"#))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(Set(object.keys) == ["article", "actors", "statements", "meetings", "positions", "recalls", "seeAlso", "notices"])
    }

    @Test func theDigestIsOfTheTextAlone() {
        var article = Article("abc")
        #expect(article.digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        article.title = "x"
        #expect(article.digest == Article("abc").digest)
        #expect(article.digest != Article("abd").digest)
    }
}
