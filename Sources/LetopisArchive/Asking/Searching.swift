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
        let words = MatchExpression(question, forms).text, window = Self.window(question.days, order, cursor)
        let direction = order == .newestFirst ? "DESC" : "ASC"
        return try ask { database in
            guard !question.isOfArticles else {
                return try database.rows(
                    """
                    SELECT article_words.rowid AS cursor, article.current FROM article_words CROSS JOIN article ON article.row = article_words.rowid
                    WHERE article_words MATCH ? AND article_words.rowid BETWEEN ? AND ? ORDER BY article_words.rowid \(direction) LIMIT ?
                    """, [words, window.first, window.last, limit]
                ).compactMap { row in
                    try Self.article(revision: row["current"], database).map { Hit(article: $0, entry: nil, cursor: row["cursor"]) }
                }
            }
            return try Self.entries(words, window, direction, limit, database)
        }
    }

    private static func entries(
        _ words: String, _ window: (first: Int64, last: Int64), _ direction: String, _ limit: Int, _ database: Database
    ) throws -> [Hit] {
        try database.rows(
            """
            SELECT entry.row AS cursor, entry.sort, entry.digits, entry.place, article.current
            FROM entry_words CROSS JOIN entry ON entry.row = entry_words.rowid CROSS JOIN article ON article.id = entry.article
            WHERE entry_words MATCH ? AND entry_words.rowid BETWEEN ? AND ? ORDER BY entry_words.rowid \(direction) LIMIT ?
            """, [words, window.first, window.last, limit]
        ).compactMap { row in
            guard let article = try article(revision: row["current"], database), let sort = EntryID.Sort(rawValue: row["sort"]) else {
                return nil
            }
            let day = Moment.text(ofDay: Int((row["cursor"] as Int64) / WordRows.ofADay))
            let id = EntryID(article: article.id, sort: sort, digits: row["digits"])
            return Hit(article: article, entry: .init(id: id, place: row["place"], day: day), cursor: row["cursor"])
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

    private static func article(revision: Int64, _ database: Database) throws -> StoredArticle? {
        try database.row("\(StoredArticle.selection) WHERE revision.id = ?", [revision]).map(StoredArticle.init(row:))
    }
}
