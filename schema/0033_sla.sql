-- What is promised, and how far each promise has come.

-- Policies have an order, which is one document. Every version of it is kept: what is over was counted
-- by the one of its end. `also_since`: the first day of what it counts although that was over already.
CREATE TABLE sla_policy (
    id {id},
    created_at {int} NOT NULL
);
CREATE TABLE sla_policy_version (
    version {int} PRIMARY KEY,
    recorded_at {int} NOT NULL,
    also_since {text},
    document {text} NOT NULL
);

-- What the clocks of a ticket have come to: a copy, made anew from the journal whenever something
-- happens to the ticket. Times of one that is open are those of `counted_at`.
CREATE TABLE sla_clock (
    ticket {int} NOT NULL,
    target {text} NOT NULL,
    run {int} NOT NULL,
    state {text} NOT NULL,
    policy {int} NOT NULL,
    policy_version {int} NOT NULL,
    calendar {int} NOT NULL,
    customer {int} NOT NULL,
    priority {text} NOT NULL,
    tier {int} NOT NULL,
    started_at {int} NOT NULL,
    ended_at {int},
    due_at {int},
    budget_us {int} NOT NULL,
    spent_us {int} NOT NULL,
    counted_at {int} NOT NULL,
    PRIMARY KEY (ticket, target, run)
);
CREATE INDEX sla_clock_ended ON sla_clock (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX sla_clock_due ON sla_clock (due_at) WHERE ended_at IS NULL;

-- How the time until the resolution was spent, tier by tier.
CREATE TABLE sla_stay (
    ticket {int} NOT NULL,
    run {int} NOT NULL,
    place {int} NOT NULL,
    tier {int} NOT NULL,
    began_at {int} NOT NULL,
    ended_at {int},
    budget_us {int},
    spent_us {int} NOT NULL,
    PRIMARY KEY (ticket, run, place)
);

-- Shares of a promise that were used up and acted on: never twice.
CREATE TABLE sla_reached (
    ticket {int} NOT NULL,
    target {text} NOT NULL,
    run {int} NOT NULL,
    percent {int} NOT NULL,
    reached_at {int} NOT NULL,
    PRIMARY KEY (ticket, target, run, percent)
);

-- Counting anew walks the open tickets in order.
CREATE INDEX ticket_open_order ON ticket (id)
    WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL;

-- Months that nobody changes any more, with the clocks that ended in them as they were then.
CREATE TABLE sla_closed_month (
    month {text} PRIMARY KEY,
    ends_at {int} NOT NULL,
    closed_at {int} NOT NULL,
    clocks {int} NOT NULL
);
CREATE TABLE sla_closed_clock (
    ticket {int} NOT NULL,
    target {text} NOT NULL,
    run {int} NOT NULL,
    state {text} NOT NULL,
    policy {int} NOT NULL,
    customer {int} NOT NULL,
    priority {text} NOT NULL,
    tier {int} NOT NULL,
    started_at {int} NOT NULL,
    ended_at {int} NOT NULL,
    budget_us {int} NOT NULL,
    spent_us {int} NOT NULL,
    PRIMARY KEY (ticket, target, run, ended_at)
);
CREATE INDEX sla_closed_clock_ended ON sla_closed_clock (ended_at);
CREATE TABLE sla_closed_stay (
    ticket {int} NOT NULL,
    run {int} NOT NULL,
    place {int} NOT NULL,
    tier {int} NOT NULL,
    customer {int} NOT NULL,
    ended_at {int} NOT NULL,
    budget_us {int} NOT NULL,
    spent_us {int} NOT NULL,
    PRIMARY KEY (ticket, run, place, ended_at)
);
CREATE INDEX sla_closed_stay_ended ON sla_closed_stay (ended_at);
CREATE INDEX sla_stay_ended ON sla_stay (ended_at) WHERE ended_at IS NOT NULL;

-- When something promised about a ticket is due next: a copy, for the order of lists.
ALTER TABLE ticket ADD COLUMN promised_until {int};

-- By when four of five were answered in the last weeks, by priority; counted anew once a day.
CREATE TABLE sla_pace (
    priority {text} PRIMARY KEY,
    answers {int} NOT NULL,
    usual_us {int} NOT NULL,
    counted_at {int} NOT NULL
);

-- What was said on arrival about the first answer, to be compared with what came.
CREATE TABLE sla_forecast (
    ticket {int} PRIMARY KEY,
    made_at {int} NOT NULL,
    until {int} NOT NULL
);
CREATE INDEX sla_forecast_made ON sla_forecast (made_at);
