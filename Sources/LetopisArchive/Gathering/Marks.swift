internal import Letopis

/// Words of the third column of the word tables, by which a question is narrowed: `outletтасс`, `speakerлунин`, `langru`. A filter is then
/// one more word to look for, and costs no more than a word.
struct Marks {
    private let form: Form

    init(_ form: Form) { self.form = form }

    /// What an article is marked with.
    var article: String {
        let entries = form.entries.list
        let speakers = entries.filter { $0.id.sort == .statement }.compactMap(\.actor)
        return joined(common + words("speaker", speakers) + words("about", form.actors))
    }

    /// What an entry is marked with.
    func entry(_ entry: Entries.Entry) -> String {
        let own = ["sort\(entry.id.sort.rawValue)", "kind\(entry.kind)"], actor = [entry.actor].compactMap { $0 }
        return joined(common + own + words("speaker", actor) + words("about", entry.about))
    }

    private var common: [String] {
        ["all"] + (form.lang.map { ["lang\($0)"] } ?? []) + WordFolding.words(form.outlet ?? "").map { "outlet\($0)" }
    }

    private func words(_ mark: String, _ actors: [Actor]) -> [String] {
        actors.flatMap { actor in ([actor.name] + actor.aliases).flatMap(WordFolding.words) }.map { mark + $0 }
    }

    /// Each once.
    private func joined(_ marks: [String]) -> String { Set(marks).sorted().joined(separator: " ") }
}
