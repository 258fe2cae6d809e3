-- Work that was done on tickets, in minutes, and the stopwatches that help to count it.

CREATE TABLE ticket_work_type (
    id {id},
    version {int} NOT NULL,
    name_pl {text} NOT NULL,
    name_en {text} NOT NULL,
    billable {bool} NOT NULL,
    retired_at {int}
);
INSERT INTO ticket_work_type (version, name_pl, name_en, billable) VALUES
    (1, 'praca zdalna', 'remote', TRUE),
    (1, 'praca na miejscu', 'on site', TRUE),
    (1, 'dojazd', 'travel', TRUE),
    (1, 'telefon', 'phone', TRUE),
    (1, 'projekt', 'project', TRUE),
    (1, 'praca wewnętrzna', 'internal', FALSE);

-- Append-only. What was wrong is reversed: an entry with the minutes negated names the one that it
-- reverses, and the right one names the one that it replaces. Sums over all rows are therefore
-- exact. Without texts: none were written, or their author was erased. `worked_on` is a date of the
-- calendar where the work was done.
CREATE TABLE ticket_time (
    id {id},
    ticket {int} NOT NULL REFERENCES ticket (id),
    customer {int} NOT NULL,
    person {int} NOT NULL,
    booked_by {int} NOT NULL,
    booked_at {int} NOT NULL,
    work_type {int} NOT NULL REFERENCES ticket_work_type (id),
    worked_on {text} NOT NULL,
    started_at {int},
    minutes {int} NOT NULL,
    billable {bool} NOT NULL,
    customer_text {text},
    internal_text {text},
    by_stopwatch {bool} NOT NULL,
    reverses {int},
    replaces {int}
);
CREATE INDEX ticket_time_ticket ON ticket_time (ticket, id);
CREATE INDEX ticket_time_day ON ticket_time (worked_on, id);
CREATE INDEX ticket_time_person ON ticket_time (person, worked_on, id);
CREATE INDEX ticket_time_customer ON ticket_time (customer, worked_on, id);
CREATE INDEX ticket_time_author ON ticket_time (booked_by);
CREATE UNIQUE INDEX ticket_time_reversal ON ticket_time (reverses);

-- A person's stopwatches change together, since only one of them runs: this row is claimed first.
CREATE TABLE ticket_stopwatch_owner (
    person {int} PRIMARY KEY,
    version {int} NOT NULL
);

-- `counted` are microseconds of stretches that ended; a stretch that is not decided about lies
-- between `running_since` and `stopped_at`, or now.
CREATE TABLE ticket_stopwatch (
    person {int} NOT NULL REFERENCES ticket_stopwatch_owner (person),
    ticket {int} NOT NULL REFERENCES ticket (id),
    started_at {int} NOT NULL,
    counted {int} NOT NULL,
    running_since {int},
    stopped_at {int},
    seen_at {int} NOT NULL,
    confirmed_at {int} NOT NULL,
    PRIMARY KEY (person, ticket)
);
CREATE INDEX ticket_stopwatch_ticket ON ticket_stopwatch (ticket);
