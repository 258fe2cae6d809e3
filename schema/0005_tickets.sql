-- Tickets, their messages, and what history imports remember about themselves.
--
-- A ticket refers to customers, persons and queues without foreign keys: on PostgreSQL the check
-- would lock the busiest rows of the house (one customer, the first queue) for every new ticket.
-- Their slices never delete those rows; the service looks before it writes.

CREATE TABLE ticket_product (
    id {id},
    name {text} NOT NULL UNIQUE
);

CREATE TABLE ticket (
    id {id},
    version {int} NOT NULL,
    customer {int} NOT NULL,
    requester {int},
    subject {text} NOT NULL,
    search {text} NOT NULL,
    status {text} NOT NULL,
    waiting_for {text},
    impact {text} NOT NULL,
    urgency {text} NOT NULL,
    tier {int} NOT NULL,
    queue {int} NOT NULL,
    assignee {int},
    product {int} REFERENCES ticket_product (id),
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    resolved_at {int},
    closed_at {int},
    origin {text} NOT NULL,
    old_number {text}
);
CREATE INDEX ticket_activity ON ticket (updated_at, id);
CREATE INDEX ticket_queue ON ticket (queue, updated_at, id);
CREATE INDEX ticket_customer ON ticket (customer, updated_at, id);
CREATE INDEX ticket_assignee ON ticket (assignee, updated_at, id) WHERE assignee IS NOT NULL;
CREATE INDEX ticket_requester ON ticket (requester, updated_at, id) WHERE requester IS NOT NULL;

-- Without a text: it was erased with its author.
CREATE TABLE ticket_message (
    id {id},
    ticket {int} NOT NULL REFERENCES ticket (id),
    author {int},
    kind {text} NOT NULL,
    text {text},
    at {int} NOT NULL
);
CREATE INDEX ticket_message_thread ON ticket_message (ticket, id);
CREATE INDEX ticket_message_author ON ticket_message (author) WHERE author IS NOT NULL;

-- Where a ticket was on each tier when it was escalated from there: the way back.
CREATE TABLE ticket_climb (
    ticket {int} NOT NULL REFERENCES ticket (id),
    tier {int} NOT NULL,
    queue {int} NOT NULL,
    assignee {int},
    PRIMARY KEY (ticket, tier)
);

CREATE TABLE ticket_import (
    id {id},
    version {int} NOT NULL,
    name {text} NOT NULL UNIQUE,
    customer {int} NOT NULL,
    persons {text} NOT NULL,
    created_at {int} NOT NULL
);

CREATE TABLE ticket_import_case (
    source {int} NOT NULL REFERENCES ticket_import (id),
    case_key {text} NOT NULL,
    ticket {int} NOT NULL REFERENCES ticket (id),
    steps {int} NOT NULL,
    digest {text} NOT NULL,
    PRIMARY KEY (source, case_key)
);
CREATE INDEX ticket_import_case_ticket ON ticket_import_case (source, ticket);

-- name_mac is a keyed hash: whom a pseudonym stands for is written nowhere.
CREATE TABLE ticket_import_person (
    source {int} NOT NULL REFERENCES ticket_import (id),
    name_mac {text} NOT NULL,
    number {int} NOT NULL,
    person {int} NOT NULL,
    PRIMARY KEY (source, name_mac),
    UNIQUE (source, number)
);
