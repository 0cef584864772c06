-- Teams this person belongs to, each with the last good profile as it was published.
CREATE TABLE team (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL,                    -- a folder or a web address
    owner BLOB NOT NULL CHECK (length(owner) = 32),
    profile BLOB NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    joined INTEGER NOT NULL,
    checked INTEGER,                        -- NULL: its place never answered since
    trouble TEXT,                           -- JSON: code and parameters; NULL while all is well
    news TEXT NOT NULL,                     -- JSON: names of settings
    secret TEXT NOT NULL,
    draft TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_team_decides ON team (active) WHERE active = 1;
