// PLACEHOLDERS until the reader and the presentation are merged: this file is then deleted.
internal import Letopis
internal import LetopisText

struct Reader: Sendable {
    private let analyser: Analyser
    init(share folder: String) throws { analyser = try Analyser.load(from: ShareFolder(path: folder, found: "")) }
    func scratch() -> Analyser.Scratch { analyser.scratch() }
    func read(_ article: Article, scratch: inout Analyser.Scratch) -> Record {
        var record = Record(article: article, id: "")
        record.notices = analyser.analyse(article, scratch: &scratch).notices
        return record
    }
}

enum RecordText {
    static func text(_ record: Record, colour: Bool) -> String { colour ? "\u{1B}[1mno reader yet\u{1B}[0m\n" : "no reader yet\n" }
}
