internal import FoundationEssentials
internal import GRDB
internal import Letopis
internal import LetopisText

/// Something that was found.
public struct Hit: Sendable {
    /// The article that it is, or stands in.
    public let article: StoredArticle
    /// What was found in it; nil where the article itself was.
    public let entry: FoundEntry?
    /// Where the next page begins: what comes after this one.
    public let cursor: Int64

    init(article: StoredArticle, entry: FoundEntry?, cursor: Int64) {
        self.article = article
        self.entry = entry
        self.cursor = cursor
    }

    /// One that was not searched for: an entry of an article, by its place in the record.
    public init(article: StoredArticle, entry id: EntryID, place: Int) {
        let day = article.record.article.published ?? article.retrieved
        self.init(article: article, entry: FoundEntry(id: id, place: place, day: String(day.prefix(10))), cursor: 0)
    }

    /// A statement, a meeting or a position, by its place in the record.
    public struct FoundEntry: Hashable, Sendable {
        /// Its id.
        public let id: EntryID
        /// Its place in the list of the record: `record.statements[place]`.
        public let place: Int
        /// The day that it is sorted by, ISO 8601: its own date, or that of the article.
        public let day: String
    }
}

extension Archive {
    /// The order of what is found.
    public enum Order: Sendable {
        /// What was published or happened last comes first.
        case newestFirst
        /// What was published or happened first comes first.
        case oldestFirst
    }

    /// What a question finds: articles, or what stands in them (`Question.isOfArticles`); at most `limit`, those that come after `cursor`.
    ///
    /// Without a limit on the archive's size: nothing is sorted or counted, the word tables are walked in the order asked for.
    public func search(
        _ question: Question, forms: WordForms = WordForms(), order: Order = .newestFirst, after cursor: Int64? = nil, limit: Int = 20
    ) throws -> [Hit] {
        let tables = question.isOfArticles ? ["article_words"] : question.entrySorts.map(\.table), phrases = PhraseCheck(question)
        let window = Self.window(question.days, order, cursor), words = MatchExpression(question, forms).text
        return try ask { database in
            var hits: [Hit] = [], stored = FoundRows(database: database)
            var found = try WordWalk(tables, words, window, order, database)
            while hits.count < limit, let row = try found.next() {
                guard let hit = try question.isOfArticles ? stored.article(inRow: row) : stored.entry(inRow: row) else { continue }
                if phrases.holds(of: hit) { hits.append(hit) }
            }
            return hits
        }
    }

    /// The rows of the word tables that can be meant.
    private static func window(_ days: ClosedRange<Int>?, _ order: Order, _ cursor: Int64?) -> (first: Int64, last: Int64) {
        var first = days.map { Int64($0.lowerBound) * WordRows.ofADay } ?? 0
        var last = days.map { Int64($0.upperBound + 1) * WordRows.ofADay - 1 } ?? Int64.max
        if let cursor {
            switch order {
            case .newestFirst: last = min(last, max(cursor, Int64.min + 1) - 1)
            case .oldestFirst: first = max(first, min(cursor, Int64.max - 1) + 1)
            }
        }
        return (first, last)
    }
}

/// A walk through the rows of word tables that match an expression, all tables together in the order of their rows.
private struct WordWalk {
    private var walks: [(rows: RowCursor, next: Int64)] = []
    private let isDescending: Bool

    private typealias RowCursor = FastDatabaseValueCursor<Int64>

    init(_ tables: [String], _ words: String, _ window: (first: Int64, last: Int64), _ order: Archive.Order, _ database: Database) throws {
        isDescending = order == .newestFirst
        for table in tables {
            let question = """
                SELECT rowid FROM \(table) WHERE \(table) MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid \(isDescending ? "DESC" : "ASC")
                """
            let rows = try Int64.fetchCursor(
                database.cachedStatement(sql: question), arguments: [words, window.first, window.last])
            if let first = try rows.next() { walks.append((rows, first)) }
        }
    }

    mutating func next() throws -> Int64? {
        let places = walks.indices
        guard let place = places.max(by: { isDescending == (walks[$0].next < walks[$1].next) }) else { return nil }
        let row = walks[place].next
        if let next = try walks[place].rows.next() { walks[place].next = next } else { walks.remove(at: place) }
        return row
    }
}

/// What stands behind rows of the word tables. What is no longer current is nothing.
private struct FoundRows {
    let database: Database
    /// The article that was asked for last: often the next one asked for.
    private var last: (id: Int64, article: StoredArticle, entries: EntryRows)?

    init(database: Database) { self.database = database }

    func article(inRow row: Int64) throws -> Hit? {
        let question = StoredArticle.selection + " WHERE article.row = ? AND revision.id = article.current"
        return try database.row(question, [row]).map { Hit(article: try StoredArticle(row: $0), entry: nil, cursor: row) }
    }

    mutating func entry(inRow row: Int64) throws -> Hit? {
        let question = "SELECT article FROM block WHERE first <= ? ORDER BY first DESC LIMIT 1"
        guard let number = try database.number(question, [row]), let (article, entries) = try article(number),
            let entry = entries.entry(inRow: row)
        else { return nil }
        let id = EntryID(article.id, entry.code), day = Moment.text(ofDay: WordRows.day(row))
        return Hit(article: article, entry: .init(id: id, place: entry.place, day: day), cursor: row)
    }

    private mutating func article(_ number: Int64) throws -> (StoredArticle, EntryRows)? {
        if let last, last.id == number { return (last.article, last.entries) }
        let question = StoredArticle.selection + " WHERE article.id = ? AND revision.id = article.current"
        guard let row = try database.row(question, [number]) else { return nil }
        let article = try StoredArticle(row: row), entries = EntryRows([UInt8](row["entries"] as Data? ?? Data()))
        last = (number, article, entries)
        return (article, entries)
    }
}

/// Holds what was found against the phrases of a question: exactly these words, one after the other.
private struct PhraseCheck {
    private let phrases: [(words: [String], isExcluded: Bool)]

    init(_ question: Question) {
        phrases = question.parts.compactMap { part in
            if case .phrase(let words) = part.content { (words, part.isExcluded) } else { nil }
        }
    }

    func holds(of hit: Hit) -> Bool {
        guard !phrases.isEmpty else { return true }
        let texts = hit.searched
        return phrases.allSatisfy { phrase in
            texts.contains { WordFolding.contains($0, phrase.words) } != phrase.isExcluded
        }
    }
}

extension Hit {
    /// What words are looked for in: of an article the title and the text, of an entry its spans.
    fileprivate var searched: [[UInt8]] {
        let record = article.record
        guard let entry else { return [Array((record.article.title ?? "").utf8), record.article.utf8] }
        let all = Entries(of: record).list.first { EntryID(article.id, $0.code) == entry.id }
        return (all?.spans ?? []).map { Array(record.article.utf8[$0.start..<$0.end]) }
    }
}
