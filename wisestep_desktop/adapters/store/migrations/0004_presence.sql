-- Present without a touch: in a call, or reading. Only what proves it tells which.
CREATE TABLE attendance (
    start INTEGER PRIMARY KEY,
    length INTEGER NOT NULL CHECK (length >= 0),
    state TEXT NOT NULL CHECK (state IN ('active', 'present', 'away', 'locked', 'asleep')),
    proof TEXT CHECK (proof IN ('call', 'reading')),
    CHECK ((state = 'present') = (proof IS NOT NULL))
) STRICT;
INSERT INTO attendance SELECT start, length, state, NULL FROM presence;
DROP TABLE presence;
ALTER TABLE attendance RENAME TO presence;

-- When a signal was not well, so that the hours recorded then can be marked.
CREATE TABLE ailment (
    signal TEXT NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL CHECK (length >= 0),
    health TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (signal, start)
) STRICT, WITHOUT ROWID;

-- Forgetting an application or a word starts from titles.
CREATE INDEX entry_part_title ON entry_part (title);
CREATE INDEX tag_title ON tag (title);
