internal import GRDB
internal import Letopis

/// Puts the current form of an article into the tables that are asked.
struct Filing {
    let database: Database
    let form: Form

    /// Makes a revision the current one: its entries take the place of those of the one before. What is found by the same words as before
    /// keeps its row in the word tables, so that reading again does not make them grow.
    func makeCurrent(article: Int64, revision: Int64, day: Int) throws {
        let marks = Marks(form), words = Found(text: form.words.text, lemmas: form.words.lemmas, marks: marks.article)
        let before = try database.row("SELECT row, words FROM article WHERE id = ?", [article])
        var row = before?["row"] as Int64?
        if row.map(WordRows.day) != day || before?["words"] != words.digest {
            row = try words.insert(into: "article_words", onDay: day, database)
        }
        try database.run("UPDATE article SET current = ?, row = ?, words = ? WHERE id = ?", [revision, row, words.digest, article])
        let old = try database.rows("SELECT row, sort, digits, words FROM entry WHERE article = ?", [article])
        try database.run("DELETE FROM entry WHERE article = ?", [article])
        for entry in form.entries.list {
            let same = old.first { $0["sort"] == entry.id.sort.rawValue && $0["digits"] == entry.id.digits }
            try insert(entry, article, day: entry.date.flatMap(Moment.day) ?? day, marks.entry(entry), instead: same)
        }
    }

    private func insert(_ entry: Entries.Entry, _ article: Int64, day: Int, _ marks: String, instead same: Row?) throws {
        let words = Found(text: form.words.text(entry.spans), lemmas: form.words.lemmas(entry.spans), marks: marks)
        var row = same?["row"] as Int64?
        if row.map(WordRows.day) != day || same?["words"] != words.digest {
            row = try words.insert(into: "entry_words", onDay: day, database)
        }
        try database.run(
            "INSERT INTO entry (row, article, sort, digits, place, kind, date, actor, proof, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                row, article, entry.id.sort.rawValue, entry.id.digits, entry.place, entry.kind, entry.date, try entry.actor.map(actorRow),
                entry.proof, words.digest,
            ])
    }

    /// The row of an actor of this name and kind, in whichever article.
    private func actorRow(_ actor: Actor) throws -> Int64 {
        let question = "SELECT id FROM actor WHERE name = ? AND kind = ?"
        if let known = try database.number(question, [actor.name, actor.kind.rawValue]) { return known }
        try database.run("INSERT INTO actor (name, kind) VALUES (?, ?)", [actor.name, actor.kind.rawValue])
        return database.lastInsertedRowID
    }
}

/// What something is found by.
struct Found {
    let text, lemmas, marks: String

    /// Another number is another finding.
    var digest: Int64 {
        var digest = FieldDigest()
        for field in [text, lemmas, marks] { digest.add(field) }
        return digest.number
    }

    /// Puts it into a word table, and gives its row there.
    func insert(into table: String, onDay day: Int, _ database: Database) throws -> Int64 {
        let row = try WordRows.next(onDay: day, database)
        try database.run("INSERT INTO \(table) (rowid, text, lemmas, marks) VALUES (?, ?, ?, ?)", [row, text, lemmas, marks])
        return row
    }
}

/// Rows of the word tables: day × 2^24 + number of the day, so that newest first is a walk from the end. A row is never given twice: rows of
/// what is no longer current stay in the word tables, and lead nowhere.
enum WordRows {
    static let ofADay: Int64 = 1 << 24

    /// The day of a row, counted from 0001-01-01.
    static func day(_ row: Int64) -> Int { Int(row / ofADay) }

    /// The next row of a day.
    static func next(onDay day: Int, _ database: Database) throws -> Int64 {
        try database.run("INSERT INTO day (number, rows) VALUES (?, 1) ON CONFLICT (number) DO UPDATE SET rows = rows + 1", [day])
        let used = try database.number("SELECT rows FROM day WHERE number = ?", [day]) ?? 1
        guard used < ofADay else { throw DatabaseError(resultCode: .SQLITE_FULL, message: "more than 16 million rows of one day") }
        return Int64(day) * ofADay + used
    }
}
