-- What a lasting connection needs: matters' former names, where a walk stands, and what Actionstep has of a day.
ALTER TABLE matter ADD COLUMN billable INTEGER CHECK (billable IN (0, 1));   -- NULL: nobody said
ALTER TABLE matter ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;             -- the walk that did not meet it

CREATE TABLE matter_alias (
    matter INTEGER NOT NULL,
    text TEXT NOT NULL,                     -- a name or reference it had before
    PRIMARY KEY (matter, text)
) STRICT, WITHOUT ROWID;

ALTER TABLE entry ADD COLUMN worked_sent TEXT;

CREATE TABLE record (
    id INTEGER PRIMARY KEY,                 -- Actionstep's
    posting_key TEXT,
    work_date TEXT NOT NULL,
    text TEXT NOT NULL,
    actual_hours TEXT NOT NULL,
    billable_hours TEXT NOT NULL,
    charge TEXT NOT NULL,
    matter INTEGER,
    activity_type INTEGER,
    owner INTEGER NOT NULL,
    started INTEGER,
    created INTEGER,
    bill_reference TEXT,
    locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
    gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;
CREATE INDEX record_work_date ON record (work_date);

CREATE TABLE record_day (day TEXT PRIMARY KEY, seen INTEGER NOT NULL) STRICT, WITHOUT ROWID;
