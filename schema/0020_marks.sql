-- What people stick to a ticket: tags, links to other tickets, a day by which it is due; and what
-- takes it off the desk: a sleep until a moment, and spam.

-- `due_on` is there when a day was said: then `due_at` is its last minute by our company's clock.
-- `tags` holds the ids of ticket_tag again, so that lists need not look for them.
ALTER TABLE ticket ADD COLUMN due_at {int};
ALTER TABLE ticket ADD COLUMN due_on {text};
ALTER TABLE ticket ADD COLUMN snoozed_until {int};
ALTER TABLE ticket ADD COLUMN spam_at {int};
ALTER TABLE ticket ADD COLUMN spam_by {int};
ALTER TABLE ticket ADD COLUMN tags {text} NOT NULL DEFAULT '';

-- A merged word points at the one it became, and is called the same: tickets keep what they have,
-- and whoever looks for the word finds both.
CREATE TABLE ticket_tag_word (
    id {id},
    version {int} NOT NULL,
    name {text} NOT NULL,
    folded {text} NOT NULL,
    merged_into {int}
);
CREATE UNIQUE INDEX ticket_tag_word_own ON ticket_tag_word (folded) WHERE merged_into IS NULL;
CREATE INDEX ticket_tag_word_folded ON ticket_tag_word (folded, id);
CREATE INDEX ticket_tag_word_merged ON ticket_tag_word (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE ticket_tag (
    ticket {int} NOT NULL REFERENCES ticket (id),
    tag {int} NOT NULL REFERENCES ticket_tag_word (id),
    PRIMARY KEY (ticket, tag)
);
CREATE INDEX ticket_tag_tag ON ticket_tag (tag, ticket);

-- Each link stands here twice, once as either ticket sees it.
CREATE TABLE ticket_link (
    ticket {int} NOT NULL REFERENCES ticket (id),
    other {int} NOT NULL REFERENCES ticket (id),
    kind {text} NOT NULL,
    since {int} NOT NULL,
    PRIMARY KEY (ticket, other)
);

-- One row: whoever makes a chain longer takes turns, so that no two of them close a circle.
CREATE TABLE ticket_link_turn (
    id {int} PRIMARY KEY,
    turn {int} NOT NULL
);
INSERT INTO ticket_link_turn (id, turn) VALUES (1, 0);

-- Spam is never closed: it leaves the indexes of what is open, which stay as small as the desk's
-- work. What sleeps stays in them, with the moment until when, so that counts look nowhere else.
DROP INDEX ticket_open;
DROP INDEX ticket_open_queue;
DROP INDEX ticket_open_place;
DROP INDEX ticket_open_assignee;
DROP INDEX ticket_open_priority;
DROP INDEX ticket_waiting;
DROP INDEX ticket_resolved;
CREATE INDEX ticket_open ON ticket (updated_at, id)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL;
CREATE INDEX ticket_open_queue ON ticket (queue, updated_at, id)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL;
CREATE INDEX ticket_open_place
    ON ticket (queue, assignee, customer, requester, status, snoozed_until, spam_at)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL;
CREATE INDEX ticket_open_assignee
    ON ticket (assignee, queue, customer, requester, status, snoozed_until, spam_at)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL AND assignee IS NOT NULL;
CREATE INDEX ticket_open_priority
    ON ticket (priority, customer, requester, status, snoozed_until, spam_at)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL;
CREATE INDEX ticket_waiting
    ON ticket (waiting_for, customer, requester, status, snoozed_until, spam_at)
 WHERE status = 'waiting' AND spam_at IS NULL;
CREATE INDEX ticket_resolved ON ticket (resolved_at, customer, requester, snoozed_until, spam_at)
 WHERE resolved_at IS NOT NULL AND spam_at IS NULL;

CREATE INDEX ticket_open_due ON ticket (due_at, customer, requester, status, snoozed_until, spam_at)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL AND due_at IS NOT NULL;
CREATE INDEX ticket_open_snoozed
    ON ticket (snoozed_until, customer, requester, status, spam_at)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL AND snoozed_until IS NOT NULL;
CREATE INDEX ticket_spam ON ticket (updated_at, id, customer, requester, spam_at, snoozed_until)
 WHERE spam_at IS NOT NULL;

INSERT INTO ticket_view (version, name_pl, name_en, condition, sort, grouping, place) VALUES
    (1, 'Po terminie', 'Overdue', 'open and due < now', 'due', 'none', 8),
    (1, 'Odłożone', 'Snoozed', 'open and snoozed', 'activity', 'none', 9),
    (1, 'Spam', 'Spam', 'spam', 'activity', 'none', 10);
