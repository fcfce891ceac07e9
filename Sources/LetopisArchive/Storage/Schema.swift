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
        migrator.registerMigration("2: what documents were read as, and by whom") { try $0.execute(sql: readings) }
        migrator.registerMigration("3: words of statements, meetings, positions") { try $0.execute(sql: sorts) }
        return migrator
    }

    /// What came from outside. The bytes of a document that was read are packed after the text of `revision`, and are none where they are that
    /// text. They have a table of their own because they change then: what SQLite deletes leaves less room unused than what it makes smaller. What is said of many articles, and addresses, stand once, in `string`; its texts are found by 64 bits of their digest.
    private static let documents = """
        CREATE TABLE string (id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
        CREATE INDEX string_hash ON string(hash);
        CREATE TABLE document (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL,
            size INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE content (
            document INTEGER PRIMARY KEY REFERENCES document(id),
            packing INTEGER NOT NULL,
            revision INTEGER REFERENCES revision(id),
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE INDEX document_digest ON document(substr(digest, 1, 8));
        CREATE TABLE retrieval (
            id INTEGER PRIMARY KEY,
            key BLOB NOT NULL UNIQUE,
            document INTEGER NOT NULL REFERENCES document(id),
            origin INTEGER NOT NULL REFERENCES string(id),
            retrieved TEXT NOT NULL,
            media_type INTEGER REFERENCES string(id),
            charset INTEGER REFERENCES string(id),
            outlet INTEGER REFERENCES string(id),
            author INTEGER REFERENCES string(id),
            url INTEGER REFERENCES string(id),
            title TEXT, published TEXT,
            state INTEGER NOT NULL,
            reason TEXT
        ) STRICT;
        CREATE INDEX retrieval_open ON retrieval(state, id) WHERE state <> 1;
        CREATE INDEX retrieval_origin ON retrieval(origin, retrieved);

        """

    /// What was read of it. `key` is the article's id as a number. `current` is the revision that was retrieved last; `row` is the article's in
    /// `article_words`, `words` tells whether it is found by the same; `entries` are the rows of its entries (`EntryRows`).
    private static let articles = """
        CREATE TABLE article (
            id INTEGER PRIMARY KEY,
            key INTEGER NOT NULL UNIQUE,
            identity INTEGER NOT NULL REFERENCES string(id),
            current INTEGER REFERENCES revision(id),
            row INTEGER UNIQUE,
            words INTEGER,
            entries BLOB
        ) STRICT;
        CREATE TABLE revision (
            id INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES article(id),
            key BLOB NOT NULL UNIQUE,
            retrieval INTEGER NOT NULL REFERENCES retrieval(id),
            retrieved TEXT NOT NULL,
            digest BLOB NOT NULL,
            lang INTEGER REFERENCES string(id),
            outlet INTEGER REFERENCES string(id),
            author INTEGER REFERENCES string(id),
            url INTEGER REFERENCES string(id),
            title TEXT, published TEXT,
            reader INTEGER NOT NULL REFERENCES string(id),
            record_packing INTEGER NOT NULL,
            record BLOB NOT NULL,
            text_packing INTEGER NOT NULL,
            text BLOB NOT NULL
        ) STRICT;
        CREATE INDEX revision_article ON revision(article);
        CREATE INDEX revision_retrieval ON revision(retrieval);

        """

    /// What can be asked for: statements, meetings and positions of current revisions. Rows of the word tables are day × 2^24 + number of the
    /// day, so that their order is that of time. Rows of an article's entries that were given at once follow each other: `block` has the first.
    ///
    /// Words come to these tables cut up and folded, with spaces between (`IndexWords`); what begins with `_` is a mark (`Marks`).
    private static let entries = """
        CREATE TABLE block (first INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article(id)) STRICT;
        CREATE TABLE day (number INTEGER PRIMARY KEY, rows INTEGER NOT NULL) STRICT;
        CREATE VIRTUAL TABLE article_words USING fts5(
            words, content = '', columnsize = 0, tokenize = "ascii tokenchars '_'");
        CREATE VIRTUAL TABLE entry_words USING fts5(
            words, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '_'");

        """

    /// Each sort of entries has a word table of its own, so that words that all statements have do not make a question about meetings slow. The
    /// mark that told sorts apart becomes that of everything.
    private static var sorts: String {
        let tables = [(EntryID.Sort.statement, "statement_words"), (.meeting, "meeting_words"), (.position, "position_words")].map {
            sort, table in
            """
            CREATE VIRTUAL TABLE \(table) USING fts5(
                words, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '_'");
            INSERT INTO \(table) (rowid, words)
            SELECT doc, group_concat(iif(term = '_sort\(sort.rawValue)', '_all', term), ' ') FROM entry_vocabulary
            WHERE doc IN (SELECT rowid FROM entry_words WHERE entry_words MATCH '"_sort\(sort.rawValue)"') GROUP BY doc;

            """
        }
        let vocabulary = "CREATE VIRTUAL TABLE entry_vocabulary USING fts5vocab(entry_words, instance);\n"
        return vocabulary + tables.joined() + "DROP TABLE entry_vocabulary; DROP TABLE entry_words;\n"
    }

    /// As which form a document was read last, and by which reader: NULL is one that is to be read again. So a form that no document is read as
    /// any longer is known, and never becomes the current one.
    private static let readings = """
        ALTER TABLE retrieval ADD COLUMN revision INTEGER REFERENCES revision(id);
        ALTER TABLE retrieval ADD COLUMN reader INTEGER REFERENCES string(id);
        UPDATE retrieval SET (revision, reader) =
            (SELECT id, reader FROM revision WHERE revision.retrieval = retrieval.id ORDER BY id DESC LIMIT 1);
        DROP INDEX revision_retrieval;
        CREATE INDEX retrieval_revision ON retrieval(revision);
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
