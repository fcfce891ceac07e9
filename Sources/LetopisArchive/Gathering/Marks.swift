internal import Letopis
internal import LetopisText

/// Words of the word tables by which a question is narrowed: `_outletтасс`, `_speakerлунин`, `_langru`. A filter is then one more word to look
/// for, and costs no more than a word. They begin with `_`, which no word of a text or of a question does.
struct Marks {
    private let common: [String]
    /// The words of each actor's name and aliases, by the actor.
    private let names: [Actor.ID: [String]]
    private let actors: [Actor]

    init(_ record: Record) {
        let article = record.article
        common = (article.language.map { [Self.mark("lang", $0)] } ?? []) + WordFolding.words(article.outlet ?? "").map { Self.mark("outlet", $0) }
        actors = record.actors
        names = Dictionary(record.actors.map { ($0.id, ([$0.name] + $0.aliases).flatMap(WordFolding.words)) }) { first, _ in first }
    }

    /// What every article is marked with.
    static let all = "_all"

    /// A mark of a filter.
    static func mark(_ filter: String, _ word: String) -> String { "_\(filter)\(word)" }

    /// What an article is marked with that has these entries.
    func article(_ entries: [Entries.Entry]) -> [String] {
        let speakers = entries.filter { $0.code.sort == .statement }.compactMap(\.actor)
        return once([Self.all] + common + marks("speaker", speakers) + marks("about", actors))
    }

    /// What an entry is marked with.
    func entry(_ entry: Entries.Entry) -> [String] {
        let own = [Self.mark("sort", entry.code.sort.rawValue), Self.mark("kind", entry.kind)], actor = [entry.actor].compactMap { $0 }
        return once(common + own + marks("speaker", actor) + marks("about", entry.about))
    }

    private func marks(_ filter: String, _ actors: [Actor]) -> [String] {
        actors.flatMap { names[$0.id] ?? [] }.map { Self.mark(filter, $0) }
    }

    private func once(_ marks: [String]) -> [String] { Set(marks).sorted() }
}
