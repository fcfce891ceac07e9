@testable import Letopis
@testable import LetopisText
import Testing

struct RecordTextTests {
    @Test func aRecordIsSetForReading() {
        var article = Article("Пишут.\n«Ждём», — сказал Ю. Шум\u{1B}.")
        (article.title, article.outlet, article.published) = ("Ожидание\n", "Весть", "2024-05-01")
        var record = Record(article: article, id: article.digest)
        let start = "Пишут.\n".utf8.count
        let name = SourceSpan(start + 31, article.utf8.count - 1)
        record.actors = [Actor(id: .init(1), kind: .person, name: "Юрий Шум")]
        record.actors[0].roles = [Role(title: "посол", span: name)]
        record.statements = [
            Statement(id: .init(1), kind: .direct, cue: SourceSpan(start + 18, start + 30), content: [SourceSpan(start + 2, start + 10)])
        ]
        record.statements[0].source = .init(actor: .init(1), span: name)
        record.statements[0].relays = [Relay(name: "Весть", span: name)]
        let expected = """
            Ожидание
            Весть · 2024-05-01

            Statements
            2:2     Юрий Шум (Ю. Шум\\u{1B}): сказал · via Весть
                    «Ждём»

            Actors
            a1      Юрий Шум · person · посол

            """
        #expect(RecordText.text(record) == expected)
        record.statements[0].kind = .indirect
        #expect(!RecordText.text(record).contains("«Ждём»"))
    }

    @Test func anEmptyRecordSaysSo() {
        #expect(RecordText.text(Record(article: Article(""), id: "")) == "Nobody is said to have said anything.\n")
    }

    @Test func anAnalysisHasARowForEachToken() {
        let analysis = BuiltAnalysis.make(
            "Пётр ушёл.", "Пётр|петр|PROPN|2|nsubj|Case=Nom ушёл|уйти|VERB|0|root .|.|PUNCT|2|punct", names: [(.person, "Пётр")])
        let expected =
            "Пётр ушёл.\n  ┌─► Пётр  петр  PROPN  nsubj  PER  Case=Nom\n┌─┴── ушёл  уйти  VERB   root\n└───► .     .     PUNCT  punct\n\n"
        #expect(AnalysisText.text(analysis) == expected)
    }
}
