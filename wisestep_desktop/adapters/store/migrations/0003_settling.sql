-- What waits for the person is counted whenever the connection is looked at.
CREATE INDEX entry_state ON entry (state);

-- Said by the person when it was queued; it outlives every reason to wait.
ALTER TABLE entry ADD COLUMN closed_too INTEGER NOT NULL DEFAULT 0 CHECK (closed_too IN (0, 1));
UPDATE entry SET closed_too = 1, reason = NULL WHERE reason = 'matter.closed_confirmed';

-- From when on a look-up that finds nothing proves that an attempt did not arrive. NULL: there is no doubt.
ALTER TABLE outbox ADD COLUMN settles INTEGER;
UPDATE outbox SET settles = coalesce(attempted, not_before) + 90000
    WHERE entry IN (SELECT id FROM entry WHERE state = 'uncertain');
