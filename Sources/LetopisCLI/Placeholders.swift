// PLACEHOLDERS until the analyser and the reader are merged: this file is then deleted.
internal import Letopis
internal import LetopisText

struct Reader: Sendable {
    init(share folder: String) throws {}
    func scratch() -> Analyser.Scratch { fatalError() }
    func read(_ article: Article, scratch: inout Analyser.Scratch) -> Record { Record(article: article, id: "") }
}

enum RecordText { static func text(_ record: Record, colour: Bool) -> String { "" } }
enum AnalysisText { static func text(_ analysis: Analysis) -> String { "" } }
