internal import GRDB
internal import Letopis

/// Puts the current form of an article into the tables that are asked.
struct Filing {
    let database: Database
    let form: Form

    /// Makes a revision the current one: its entries take the place of those of the one before.
    func makeCurrent(article: Int64, revision: Int64, day: Int) throws {
        try database.run("DELETE FROM entry WHERE article = ?", [article])
        let row = try WordRows.next(onDay: day, database)
        try database.run("UPDATE article SET current = ?, row = ? WHERE id = ?", [revision, row, article])
        let marks = Marks(form).article
        try database.run(
            "INSERT INTO article_words (rowid, text, lemmas, marks) VALUES (?, ?, ?, ?)", [row, form.words.text, form.words.lemmas, marks])
        for entry in form.entries.list { try insert(entry, article, day: entry.date.flatMap(Moment.day) ?? day) }
    }

    private func insert(_ entry: Entries.Entry, _ article: Int64, day: Int) throws {
        let row = try WordRows.next(onDay: day, database)
        try database.run(
            "INSERT INTO entry (row, article, sort, digits, place, kind, date, actor, proof) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                row, article, entry.id.sort.rawValue, entry.id.digits, entry.place, entry.kind, entry.date, try entry.actor.map(actorRow),
                entry.proof,
            ])
        try database.run(
            "INSERT INTO entry_words (rowid, text, lemmas, marks) VALUES (?, ?, ?, ?)",
            [row, form.words.text(entry.spans), form.words.lemmas(entry.spans), Marks(form).entry(entry)])
    }

    /// The row of an actor of this name and kind, in whichever article.
    private func actorRow(_ actor: Actor) throws -> Int64 {
        let question = "SELECT id FROM actor WHERE name = ? AND kind = ?"
        if let known = try database.number(question, [actor.name, actor.kind.rawValue]) { return known }
        try database.run("INSERT INTO actor (name, kind) VALUES (?, ?)", [actor.name, actor.kind.rawValue])
        return database.lastInsertedRowID
    }
}

/// Rows of the word tables: day × 2^24 + number of the day, so that newest first is a walk from the end. A row is never given twice: rows of
/// what is no longer current stay in the word tables, and lead nowhere.
enum WordRows {
    static let ofADay: Int64 = 1 << 24

    /// The next row of a day.
    static func next(onDay day: Int, _ database: Database) throws -> Int64 {
        try database.run("INSERT INTO day (number, rows) VALUES (?, 1) ON CONFLICT (number) DO UPDATE SET rows = rows + 1", [day])
        let used = try database.number("SELECT rows FROM day WHERE number = ?", [day]) ?? 1
        return Int64(day) * ofADay + min(used, ofADay - 1)
    }
}

/// Words of the third column of the word tables, by which a question is narrowed: `outletтасс`, `speakerлунин`, `langru`. A filter is then
/// one more word to look for, and costs no more than a word.
struct Marks {
    private let form: Form

    init(_ form: Form) { self.form = form }

    /// What an article is marked with.
    var article: String {
        let entries = form.entries.list
        let speakers = entries.filter { $0.id.sort == .statement }.compactMap(\.actor)
        let others = entries.flatMap { $0.about + ($0.id.sort == .statement ? [] : [$0.actor].compactMap { $0 }) }
        return joined(common + words("speaker", speakers) + words("about", others))
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
