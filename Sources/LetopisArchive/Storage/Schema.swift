internal import GRDB

/// The tables, and how they came to be. Migrations are append only: a released one is never changed.
enum Schema {
    /// What SQLite's header says of an archive: "Leto".
    static let applicationID = 0x4C65_746F

    /// Throws where a file is a database of something else, or of a newer program. An empty file is an archive to be, and so is one with nothing but
    /// GRDB's list of migrations: that is written first, and the process may have ended there.
    static func recognise(_ database: Database, _ path: String) throws {
        let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") == 0
        guard try isEmpty || Int.fetchOne(database, sql: "PRAGMA application_id") == applicationID else {
            throw ArchiveError.foreign(path: path)
        }
        if !isEmpty, try migrator.hasBeenSuperseded(database) { throw ArchiveError.newer(path: path) }
    }

    /// All migrations, in order.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: documents, articles, entries, feeds") { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: documents + articles + entries + feeds)
        }
        return migrator
    }

    /// What came from outside. `bytes` is null where they are, byte for byte, the text of a revision with the same digest.
    private static let documents = """
        CREATE TABLE document (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            packing INTEGER NOT NULL,
            bytes BLOB
        ) STRICT;
        CREATE TABLE retrieval (
            id INTEGER PRIMARY KEY,
            key BLOB NOT NULL UNIQUE,
            document INTEGER NOT NULL REFERENCES document(id),
            origin TEXT NOT NULL,
            retrieved TEXT NOT NULL,
            media_type TEXT, charset TEXT, outlet TEXT, title TEXT, author TEXT, published TEXT, url TEXT,
            state INTEGER NOT NULL,
            reason TEXT
        ) STRICT;
        CREATE INDEX retrieval_open ON retrieval(state, id) WHERE state <> 1;
        CREATE INDEX retrieval_document ON retrieval(document);
        CREATE INDEX retrieval_origin ON retrieval(origin, retrieved);

        """

    /// What was read of it. `current` is the revision that was retrieved last; `row` is the article's in `article_words`, `words` tells whether it
    /// is found by the same.
    private static let articles = """
        CREATE TABLE article (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            identity TEXT NOT NULL,
            current INTEGER REFERENCES revision(id),
            row INTEGER UNIQUE,
            words INTEGER
        ) STRICT;
        CREATE TABLE revision (
            id INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES article(id),
            key BLOB NOT NULL UNIQUE,
            retrieval INTEGER NOT NULL REFERENCES retrieval(id),
            retrieved TEXT NOT NULL,
            digest BLOB NOT NULL,
            text TEXT NOT NULL,
            lang TEXT, outlet TEXT, title TEXT, author TEXT, url TEXT, published TEXT,
            reader TEXT NOT NULL,
            packing INTEGER NOT NULL,
            record_size INTEGER NOT NULL,
            record BLOB NOT NULL
        ) STRICT;
        CREATE INDEX revision_article ON revision(article);
        CREATE INDEX revision_digest ON revision(digest);

        """

    /// What can be asked for: statements, meetings and positions of current revisions. Rows of the word tables are day × 2^24 + number of the
    /// day, so that their order is that of time. `place` is the entry's place in its list of the record; `proof` tells whether it says the same, `words` whether it
    /// is found by the same.
    private static let entries = """
        CREATE TABLE actor (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            UNIQUE (name, kind)
        ) STRICT;
        CREATE TABLE entry (
            row INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES article(id),
            sort TEXT NOT NULL,
            digits TEXT NOT NULL,
            place INTEGER NOT NULL,
            kind TEXT NOT NULL,
            date TEXT,
            actor INTEGER REFERENCES actor(id),
            proof INTEGER NOT NULL,
            words INTEGER NOT NULL,
            UNIQUE (article, sort, digits)
        ) STRICT;
        CREATE INDEX entry_actor ON entry(actor, row);
        CREATE TABLE day (number INTEGER PRIMARY KEY, rows INTEGER NOT NULL) STRICT;
        CREATE VIRTUAL TABLE article_words USING fts5(
            text, lemmas, marks, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0');
        CREATE VIRTUAL TABLE entry_words USING fts5(
            text, lemmas, marks, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0');

        """

    private static let feeds = """
        CREATE TABLE feed (
            id INTEGER PRIMARY KEY,
            url TEXT NOT NULL UNIQUE,
            title TEXT, outlet TEXT, etag TEXT, last_modified TEXT, last_fetched TEXT, next_allowed TEXT,
            failures INTEGER NOT NULL DEFAULT 0,
            failure TEXT
        ) STRICT;
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

        """
}
