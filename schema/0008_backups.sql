-- The backups that servers make by themselves: one row per night, whichever node makes it. The lease
-- is by the database's clock; a run that was broken off is taken over when it has ended.

CREATE TABLE backup_run (
    night {text} PRIMARY KEY,
    state {text} NOT NULL,
    attempts {int} NOT NULL,
    started_at {int} NOT NULL,
    ended_at {int},
    token {text} NOT NULL,
    lease_until {int} NOT NULL,
    folder {text} NOT NULL,
    bytes {int} NOT NULL,
    error {text} NOT NULL
);
