-- What waits for the person is counted whenever the connection is looked at.
CREATE INDEX entry_state ON entry (state);

-- From when on a look-up that finds nothing proves that an attempt did not arrive. NULL: there is no doubt.
ALTER TABLE outbox ADD COLUMN settles INTEGER;
UPDATE outbox SET settles = coalesce(attempted, not_before) + 90000
    WHERE entry IN (SELECT id FROM entry WHERE state = 'uncertain');
