internal import Letopis
internal import LetopisText

/// Words of the word tables by which a question is narrowed: `_outletтасс`, `_speakerлунин`, `_langru`. A filter is then one more word to look
/// for, and costs no more than a word. They begin with `_`, which no word of a text or of a question does.
struct Marks {
    private let all: Int
    private let common: [Int]
    /// What says that an actor speaks, and that something is about the actor: of names and aliases, by the actor's place.
    private let speaker, about: [[Int]]

    init(_ record: Record, _ filed: inout FiledWords) {
        let article = record.article
        let outlet = WordFolding.words(article.outlet ?? "").map { filed.number(Self.mark("outlet", $0)) }
        all = filed.number(Self.everything)
        common = outlet + (article.language.map { [filed.number(Self.mark("lang", $0))] } ?? [])
        let names = record.actors.map { ([$0.name] + $0.aliases).flatMap(WordFolding.words) }
        speaker = names.map { $0.map { filed.number(Self.mark("speaker", $0)) } }
        about = names.map { $0.map { filed.number(Self.mark("about", $0)) } }
    }

    /// What every article and every entry is marked with.
    static let everything = "_all"

    /// A mark of a filter.
    static func mark(_ filter: String, _ word: String) -> String { "_\(filter)\(word)" }

    /// What an article is marked with that has these entries.
    func article(_ entries: [Entries.Entry]) -> [Int] {
        let speakers = entries.filter { $0.code.sort == .statement }.compactMap(\.actor)
        return [all] + common + marks(speaker, speakers) + about.flatMap { $0 }
    }

    /// What an entry is marked with.
    func entry(_ entry: Entries.Entry, _ filed: inout FiledWords) -> [Int] {
        return [all, filed.number(Self.mark("kind", entry.kind))] + common + marks(speaker, [entry.actor].compactMap { $0 })
            + marks(about, entry.about)
    }

    /// An actor's number is its place in the record, from 1.
    private func marks(_ marks: [[Int]], _ actors: [Actor]) -> [Int] {
        actors.flatMap { marks.indices.contains($0.id.number - 1) ? marks[$0.id.number - 1] : [] }
    }
}
