-- Who of us looks at a ticket right now, and what is being written and not sent yet.

-- Told by browsers every few seconds and forgotten as quickly: no history is made of it.
CREATE TABLE ticket_presence (
    ticket {int} NOT NULL,
    person {int} NOT NULL,
    since {int} NOT NULL,
    seen_at {int} NOT NULL,
    typed_at {int},
    PRIMARY KEY (ticket, person)
);
CREATE INDEX ticket_presence_seen ON ticket_presence (seen_at);
CREATE INDEX ticket_presence_person ON ticket_presence (person);

-- Known to its author alone. `kind` as in ticket_message.
CREATE TABLE ticket_draft (
    person {int} NOT NULL,
    ticket {int} NOT NULL REFERENCES ticket (id),
    kind {text} NOT NULL,
    text {text} NOT NULL,
    saved_at {int} NOT NULL,
    PRIMARY KEY (person, ticket, kind)
);
CREATE INDEX ticket_draft_saved ON ticket_draft (saved_at);
