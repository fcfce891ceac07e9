CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
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
CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    title TEXT, outlet TEXT, etag TEXT, last_modified TEXT, last_fetched TEXT, next_allowed TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    failure TEXT
) STRICT;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
