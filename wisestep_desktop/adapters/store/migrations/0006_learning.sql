-- What a person's corrections taught, and what the person calls a matter.
CREATE TABLE lesson (
    trait TEXT NOT NULL CHECK (trait IN ('title', 'folder', 'part')),
    key TEXT NOT NULL,                      -- folded, for comparing
    matter INTEGER NOT NULL,
    text TEXT NOT NULL,                     -- as it was last seen, for people
    accepted REAL NOT NULL,                 -- times it was meant, fading
    refused REAL NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (trait, key, matter)
) STRICT, WITHOUT ROWID;

CREATE TABLE phrase (
    key TEXT PRIMARY KEY,                   -- folded: one phrase means one matter
    text TEXT NOT NULL,
    matter INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE declined (key TEXT NOT NULL, matter INTEGER NOT NULL, PRIMARY KEY (key, matter)) STRICT, WITHOUT ROWID;
