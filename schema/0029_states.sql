-- Statuses of a company's own, each in one of the fixed groups, and which may follow which.

-- `shown_*` is what customers read; nothing: the word of the group. A retired one keeps its tickets.
-- Time that counts since `pauses_changed_at`, and did not before, makes nothing late before that.
CREATE TABLE ticket_state (
    id {id},
    status {text} NOT NULL,
    name_pl {text} NOT NULL,
    name_en {text} NOT NULL,
    shown_pl {text},
    shown_en {text},
    pauses {bool} NOT NULL,
    is_default {bool} NOT NULL,
    place {int} NOT NULL,
    retired_at {int},
    pauses_changed_at {int}
);

-- Only what is not for everybody. State 0: a ticket of that group without one of our own.
CREATE TABLE ticket_way (
    from_status {text} NOT NULL,
    from_state {int} NOT NULL,
    to_status {text} NOT NULL,
    to_state {int} NOT NULL,
    who {text} NOT NULL,
    PRIMARY KEY (from_status, from_state, to_status, to_state)
);

-- One row: all of it changes as a whole.
CREATE TABLE ticket_lifecycle (
    id {int} PRIMARY KEY,
    version {int} NOT NULL
);
INSERT INTO ticket_lifecycle (id, version) VALUES (1, 1);

ALTER TABLE ticket ADD COLUMN state {int};
CREATE INDEX ticket_state_place
    ON ticket (state, updated_at, id, customer, requester, status, snoozed_until, spam_at)
 WHERE state IS NOT NULL;
