-- What happens at a tier when time has passed; who works on a ticket beside its assignee, and who
-- speaks with its customer meanwhile; what a category of tickets asks of those who work on it.

-- Counted from a ticket's arrival at the tier, or since nobody of ours has touched it, by the clock
-- or by the tier's hours. `changed_at`: a ticket that was late already is late from then on.
CREATE TABLE tier_timed_rule (
    id {id},
    version {int} NOT NULL,
    tier {int} NOT NULL REFERENCES tier (number),
    counts {text} NOT NULL,
    minutes {int} NOT NULL,
    clock {text} NOT NULL,
    action {text} NOT NULL,
    reason {text},
    changed_at {int} NOT NULL,
    retired_at {int}
);
CREATE INDEX tier_timed_rule_tier ON tier_timed_rule (tier, id) WHERE retired_at IS NULL;

-- All open tickets of a tier, when its rules have changed.
CREATE INDEX ticket_open_tier ON ticket (tier, id) WHERE status IN ('new', 'open', 'waiting');

-- A category belongs to tickets, which are above: here it is a number.
ALTER TABLE tier_requirement ADD COLUMN category {int};

-- Who alone answers the customer, and at which tier, while the ticket is at a higher one.
ALTER TABLE ticket ADD COLUMN voice {int};
ALTER TABLE ticket ADD COLUMN voice_tier {int};

CREATE TABLE ticket_worker (
    ticket {int} NOT NULL REFERENCES ticket (id),
    person {int} NOT NULL,
    since {int} NOT NULL,
    PRIMARY KEY (ticket, person)
);
CREATE INDEX ticket_worker_person ON ticket_worker (person, ticket);
