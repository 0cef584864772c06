-- What reports go on counting of days whose records were let go of for their age: milliseconds by matter, no titles.
CREATE TABLE expired (
    start INTEGER NOT NULL,
    until INTEGER NOT NULL,
    matter INTEGER NOT NULL,                -- 0: none
    millis INTEGER NOT NULL CHECK (millis > 0),
    PRIMARY KEY (start, until, matter)
) STRICT, WITHOUT ROWID;
