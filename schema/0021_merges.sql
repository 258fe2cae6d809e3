-- Tickets that are merged, split off, or moved to another customer or requester.
--
-- A merge moves no rows: `merged_into` points, and `status` says 'merged' meanwhile, so that no list,
-- count or index of open tickets holds it. `own_status` is what it was, and is again without the
-- pointer. A message or a work entry that was split off stays where it was written; a row here says
-- at which ticket it is shown. Without foreign keys between tickets: an archive may hold the younger
-- one first.

ALTER TABLE ticket ADD COLUMN merged_into {int};
ALTER TABLE ticket ADD COLUMN own_status {text};
ALTER TABLE ticket ADD COLUMN split_from {int};
CREATE INDEX ticket_merged ON ticket (merged_into, id) WHERE merged_into IS NOT NULL;
CREATE INDEX ticket_split ON ticket (split_from, id) WHERE split_from IS NOT NULL;

CREATE TABLE ticket_split_message (
    message {int} PRIMARY KEY REFERENCES ticket_message (id),
    shown_at {int} NOT NULL REFERENCES ticket (id)
);
CREATE INDEX ticket_split_message_place ON ticket_split_message (shown_at, message);

CREATE TABLE ticket_split_time (
    entry {int} PRIMARY KEY REFERENCES ticket_time (id),
    shown_at {int} NOT NULL REFERENCES ticket (id)
);
CREATE INDEX ticket_split_time_place ON ticket_split_time (shown_at, entry);

-- Whose a ticket was before it got this version: whoever saw it then must be told that it is gone, and
-- its subject may be the words of a requester who is erased later.
CREATE TABLE ticket_former (
    ticket {int} NOT NULL REFERENCES ticket (id),
    version {int} NOT NULL,
    customer {int} NOT NULL,
    requester {int},
    PRIMARY KEY (ticket, version)
);
CREATE INDEX ticket_former_requester ON ticket_former (requester) WHERE requester IS NOT NULL;

DROP INDEX ticket_resolved;
CREATE INDEX ticket_resolved
    ON ticket (resolved_at, customer, requester, status, snoozed_until, spam_at)
 WHERE resolved_at IS NOT NULL AND spam_at IS NULL;
