-- Guest experts: people from outside who are let into one ticket for a time, with their links and
-- what each of them is shown. And the site that a ticket, or one that comes by itself, is about.

-- Without name, address and company: they were erased. The question is a note of ours.
CREATE TABLE ticket_guest (
    id {id},
    ticket {int} NOT NULL REFERENCES ticket (id),
    name {text},
    email {text},
    company {text},
    language {text} NOT NULL,
    question {int} NOT NULL,
    invited_by {int},
    invited_at {int} NOT NULL,
    ends_at {int} NOT NULL,
    ended_at {int},
    ended_why {text},
    opened_at {int}
);
CREATE INDEX ticket_guest_ticket ON ticket_guest (ticket, id);
CREATE INDEX ticket_guest_ended ON ticket_guest (ended_at, id)
 WHERE ended_at IS NOT NULL AND name IS NOT NULL;

-- Every letter brings a link of its own; all of them are void when the invitation ends, and the
-- earlier ones when the link is sent again. The token is hashed.
CREATE TABLE ticket_guest_link (
    token {blob} PRIMARY KEY,
    guest {int} NOT NULL REFERENCES ticket_guest (id)
);
CREATE INDEX ticket_guest_link_guest ON ticket_guest_link (guest);

-- `part` is "wrote" by the guest, "told" to the guest, or "shown" of the rest of the talk.
CREATE TABLE ticket_guest_message (
    guest {int} NOT NULL REFERENCES ticket_guest (id),
    message {int} NOT NULL REFERENCES ticket_message (id),
    part {text} NOT NULL,
    PRIMARY KEY (guest, message)
);
CREATE INDEX ticket_guest_message_message ON ticket_guest_message (message);

ALTER TABLE ticket ADD COLUMN site {int};
CREATE INDEX ticket_site ON ticket (site, updated_at, id) WHERE site IS NOT NULL;
ALTER TABLE ticket_recurrence ADD COLUMN site {int};
