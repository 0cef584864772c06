-- Which activity types a person picks for what, and the UTBMS codes of the organisation.
CREATE TABLE activity_choice (
    matter INTEGER NOT NULL,
    kind TEXT NOT NULL,                     -- of work
    activity_type INTEGER NOT NULL,
    times INTEGER NOT NULL,
    at INTEGER NOT NULL,                    -- when it was picked last
    PRIMARY KEY (matter, kind, activity_type)
) STRICT, WITHOUT ROWID;

CREATE TABLE utbms_code (
    code TEXT PRIMARY KEY,
    category TEXT NOT NULL,
    description TEXT NOT NULL,
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    parent TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE utbms_use (
    matter INTEGER PRIMARY KEY,
    wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
    category TEXT
) STRICT;
