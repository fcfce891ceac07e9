CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
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
, revision INTEGER REFERENCES revision(id), reader INTEGER REFERENCES string(id)) STRICT;
CREATE INDEX retrieval_open ON retrieval(state, id) WHERE state <> 1;
CREATE INDEX retrieval_origin ON retrieval(origin, retrieved);
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
CREATE INDEX retrieval_revision ON retrieval(revision);
CREATE TABLE block (first INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article(id)) STRICT;
CREATE TABLE day (number INTEGER PRIMARY KEY, rows INTEGER NOT NULL) STRICT;
CREATE VIRTUAL TABLE article_words USING fts5(
    words, content = '', columnsize = 0, tokenize = "ascii tokenchars '_'");
CREATE VIRTUAL TABLE entry_words USING fts5(
    words, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '_'");
CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    title TEXT, outlet TEXT, etag TEXT, last_modified TEXT, last_fetched TEXT, next_allowed TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    failure TEXT
) STRICT;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
