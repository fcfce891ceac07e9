internal import FoundationEssentials
internal import GRDB

/// Puts the current form of an article into the tables that are asked.
struct Filing {
    let database: Database
    let reading: PreparedReading

    /// Makes a revision the current one: its entries take the place of those of the one before. What is found by the same words as before
    /// keeps its row in the word tables, so that reading again does not make them grow.
    func makeCurrent(article: Int64, revision: Int64, day: Int) throws {
        let words = Filing.digest(reading.words)
        let before = try database.row("SELECT row, words, entries FROM article WHERE id = ?", [article])
        var row = before?["row"] as Int64?
        if row.map(WordRows.day) != day || before?["words"] != words {
            row = try WordRows.next(1, onDay: day, database)
            try database.run(
                "INSERT INTO article_words (rowid, words) VALUES (?, ?)", [row, String(decoding: reading.words, as: UTF8.self)])
        }
        let entries = try filed(article, day: day, before: EntryRows([UInt8](before?["entries"] as Data? ?? Data())))
        try database.run(
            "UPDATE article SET current = ?, row = ?, words = ?, entries = ? WHERE id = ?",
            [revision, row, words, Data(entries.bytes), article])
    }

    /// The article's entries, each with its row in the word table.
    private func filed(_ article: Int64, day: Int, before: EntryRows) throws -> EntryRows {
        let old = Dictionary(before.list.map { ($0.code, $0) }) { first, _ in first }
        let digests = reading.entries.map { Filing.digest($0.words) }
        let days = reading.entries.map { $0.day ?? day }
        var rows = reading.entries.indices.map { i -> Int64? in
            guard let same = EntryCode(number: reading.entries[i].code).flatMap({ old[$0] }), same.words == digests[i] else { return nil }
            return WordRows.day(same.row) == days[i] ? same.row : nil
        }
        let new = Dictionary(grouping: rows.indices.filter { rows[$0] == nil }) { days[$0] }
        for (day, places) in new.sorted(by: { $0.key < $1.key }) {
            let first = try WordRows.next(places.count, onDay: day, database)
            try database.run("INSERT INTO block (first, article) VALUES (?, ?)", [first, article])
            for (row, place) in zip(first..., places) {
                let entry = reading.entries[place]
                guard let sort = EntryCode(number: entry.code)?.sort else { continue }
                try database.run(
                    "INSERT INTO \(sort.table) (rowid, words) VALUES (?, ?)", [row, String(decoding: entry.words, as: UTF8.self)])
                rows[place] = row
            }
        }
        var filed = EntryRows()
        for (place, entry) in reading.entries.enumerated() {
            guard let row = rows[place], let code = EntryCode(number: entry.code) else { continue }
            filed.list.append(.init(row: row, code: code, proof: entry.proof, words: digests[place]))
        }
        return filed
    }

    /// Another number is another finding.
    private static func digest(_ words: [UInt8]) -> Int64 {
        var digest = FieldDigest()
        digest.add(words)
        return digest.shortNumber
    }
}

/// Rows of the word tables: day × 2^24 + number of the day, so that newest first is a walk from the end. A row is never given twice: rows of
/// what is no longer current stay in the word tables, and lead nowhere.
enum WordRows {
    static let ofADay: Int64 = 1 << 24

    /// The day of a row, counted from 0001-01-01.
    static func day(_ row: Int64) -> Int { Int(row / ofADay) }

    /// The first of so many rows of a day, which follow each other and are nobody else's.
    static func next(_ count: Int, onDay day: Int, _ database: Database) throws -> Int64 {
        let question = "INSERT INTO day (number, rows) VALUES (?1, ?2) ON CONFLICT (number) DO UPDATE SET rows = rows + ?2 RETURNING rows"
        let used = try database.number(question, [day, count]) ?? Int64(count)
        guard used < ofADay else { throw DatabaseError(resultCode: .SQLITE_FULL, message: "more than 16 million rows of one day") }
        return Int64(day) * ofADay + used - Int64(count) + 1
    }
}
