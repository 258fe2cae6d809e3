-- When people work: hours of a tier, weekly patterns and single shifts of a person, absences, who is
-- on call; what a person takes by themself being on; and how tickets of a queue find somebody.

-- Without a row, nothing was said. `spans` is a JSON list of spans of every week.
CREATE TABLE tier_hours (
    tier {int} PRIMARY KEY REFERENCES tier (number),
    version {int} NOT NULL,
    spans {text} NOT NULL
);

-- The root of everything below that belongs to one person. Without a row, it is as the defaults here
-- say and its version is 1. No capacity: nothing is assigned automatically.
CREATE TABLE tier_technician (
    person {int} PRIMARY KEY REFERENCES person (id),
    version {int} NOT NULL,
    capacity {int} DEFAULT 10,
    availability {text} NOT NULL DEFAULT 'on',
    away_until {int},
    base {text} NOT NULL DEFAULT '',
    area {text} NOT NULL DEFAULT ''
);

-- What a person works every week from a day on, until the next one begins. Dates are ISO texts.
CREATE TABLE tier_pattern (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    valid_from {text} NOT NULL,
    spans {text} NOT NULL
);
CREATE UNIQUE INDEX tier_pattern_person ON tier_pattern (person, valid_from);

CREATE TABLE tier_shift (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    starts_at {int} NOT NULL,
    ends_at {int} NOT NULL
);
CREATE INDEX tier_shift_person ON tier_shift (person, ends_at);

CREATE TABLE tier_absence (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    kind {text} NOT NULL,
    state {text} NOT NULL,
    starts_at {int} NOT NULL,
    ends_at {int} NOT NULL,
    whole_days {bool} NOT NULL,
    cover {int} REFERENCES person (id)
);
CREATE INDEX tier_absence_person ON tier_absence (person, ends_at);
CREATE INDEX tier_absence_end ON tier_absence (ends_at);
CREATE INDEX tier_absence_cover ON tier_absence (cover) WHERE cover IS NOT NULL;

CREATE TABLE tier_on_call (
    id {id},
    tier {int} NOT NULL REFERENCES tier (number),
    starts_at {int} NOT NULL,
    ends_at {int} NOT NULL,
    first {int} NOT NULL REFERENCES person (id),
    second {int} REFERENCES person (id)
);
CREATE INDEX tier_on_call_tier ON tier_on_call (tier, ends_at);
CREATE INDEX tier_on_call_first ON tier_on_call (first);
CREATE INDEX tier_on_call_second ON tier_on_call (second) WHERE second IS NOT NULL;

-- How a queue's tickets find somebody; without a row, people pull them. `turn` rises with every
-- decision, so that two nodes never decide about one queue at the same time; `last` had the last one.
CREATE TABLE ticket_routing (
    queue {int} PRIMARY KEY REFERENCES tier_queue (id),
    version {int} NOT NULL,
    mode {text} NOT NULL,
    turn {int} NOT NULL DEFAULT 0,
    last {int}
);

-- Rises with every ticket that a person is given automatically: two nodes that choose the same person
-- meet here, and the second one counts anew.
CREATE TABLE ticket_routing_person (
    person {int} PRIMARY KEY,
    turn {int} NOT NULL
);

-- Tickets for which there was nobody. A row may outlive its reason: whoever reads it looks at the
-- ticket first. `rank` is the moment since which it waits, earlier for a higher priority.
CREATE TABLE ticket_routing_wait (
    ticket {int} PRIMARY KEY REFERENCES ticket (id),
    queue {int} NOT NULL,
    since {int} NOT NULL,
    rank {int} NOT NULL
);
CREATE INDEX ticket_routing_wait_queue ON ticket_routing_wait (queue, rank, ticket);

-- How many open tickets somebody has.
CREATE INDEX ticket_load ON ticket (assignee)
 WHERE assignee IS NOT NULL AND status IN ('new', 'open', 'waiting');
