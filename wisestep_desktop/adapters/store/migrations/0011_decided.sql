-- What a team and an administrator decide over a person's own settings.
CREATE TABLE decided (
    source TEXT NOT NULL CHECK (source IN ('team', 'policy')),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (source, name)
) STRICT, WITHOUT ROWID;
