@testable import Letopis
@testable import LetopisText
import Testing

struct AnalysisTextTests {
    @Test func anAnalysisHasARowForEachToken() {
        let analysis = BuiltAnalysis.make(
            "Пётр ушёл.", "Пётр|петр|PROPN|2|nsubj|Case=Nom ушёл|уйти|VERB|0|root .|.|PUNCT|2|punct", names: [(.person, "Пётр")])
        let expected =
            "Пётр ушёл.\n  ┌─► Пётр  петр  PROPN  nsubj  PER  Case=Nom\n┌─┴── ушёл  уйти  VERB   root\n└───► .     .     PUNCT  punct\n\n"
        #expect(AnalysisText.text(analysis) == expected)
    }
}
