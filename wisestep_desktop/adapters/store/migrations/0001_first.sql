-- Times are UTC milliseconds, lengths milliseconds. Names and titles are kept once and pointed at.
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE application (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE title (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,            -- of application, text and document: an index without a second copy
    application INTEGER NOT NULL REFERENCES application (id),
    text TEXT NOT NULL,
    document TEXT,
    matched TEXT NOT NULL DEFAULT '',       -- which matcher and which cache the match is of
    match TEXT                              -- JSON; NULL where the title says nothing
) STRICT;
CREATE INDEX title_matched ON title (matched);

CREATE TABLE visit (
    start INTEGER PRIMARY KEY,
    length INTEGER NOT NULL CHECK (length >= 0),
    title INTEGER REFERENCES title (id)     -- NULL: private
) STRICT;

CREATE TABLE presence (
    start INTEGER PRIMARY KEY,
    length INTEGER NOT NULL CHECK (length >= 0),
    state TEXT NOT NULL CHECK (state IN ('active', 'away', 'locked', 'asleep'))
) STRICT;

CREATE TABLE tag (
    hour INTEGER NOT NULL,
    title INTEGER NOT NULL REFERENCES title (id),
    matter INTEGER,                         -- NULL: deliberately none
    trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
    PRIMARY KEY (hour, title)
) STRICT, WITHOUT ROWID;

CREATE TABLE matter (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    reference TEXT,
    status TEXT NOT NULL,
    clients TEXT NOT NULL,                  -- JSON list of names
    modified INTEGER,
    gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE activity_type (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    in_use INTEGER NOT NULL DEFAULT 1 CHECK (in_use IN (0, 1))
) STRICT;

CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,   -- never used twice: rows and logs point at it
    work_date TEXT NOT NULL,
    zone TEXT NOT NULL,
    matter INTEGER,
    activity_type INTEGER,
    narrative TEXT NOT NULL,
    charge TEXT NOT NULL,
    by_hand INTEGER NOT NULL DEFAULT 0,
    started INTEGER,
    state TEXT NOT NULL,
    posting_key TEXT UNIQUE,
    remote INTEGER,
    text_sent TEXT,
    billed_sent TEXT,
    reason TEXT,
    detail TEXT,
    CHECK (state <> 'sent' OR remote IS NOT NULL)
) STRICT;
CREATE INDEX entry_work_date ON entry (work_date);

CREATE TABLE entry_part (
    start INTEGER PRIMARY KEY,              -- no second belongs to two entries
    length INTEGER NOT NULL CHECK (length > 0),
    title INTEGER NOT NULL REFERENCES title (id),
    entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX entry_part_entry ON entry_part (entry);

CREATE TABLE outbox (
    entry INTEGER PRIMARY KEY REFERENCES entry (id),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL,
    attempted INTEGER
) STRICT;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
