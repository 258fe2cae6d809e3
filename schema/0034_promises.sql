-- What contracts give back for promises that were missed: what our owner decided about each.

-- By which policies a clock of a closed month was counted; 0: it was closed before this was kept.
ALTER TABLE sla_closed_clock ADD COLUMN policy_version {int} NOT NULL DEFAULT 0;

-- `proposed`: a decision was taken back. Amounts are in hundredths of the currency.
CREATE TABLE sla_credit (
    id {id},
    version {int} NOT NULL,
    ticket {int} NOT NULL,
    target {text} NOT NULL,
    run {int} NOT NULL,
    customer {int} NOT NULL,
    policy {int} NOT NULL,
    contract {text} NOT NULL,
    ended_at {int} NOT NULL,
    over_minutes {int} NOT NULL,
    per {text} NOT NULL,
    hours {int},
    percent {int},
    computed_minor {int} NOT NULL,
    amount_minor {int} NOT NULL,
    currency {text} NOT NULL,
    state {text} NOT NULL,
    note {text},
    decided_by {int} NOT NULL,
    decided_at {int} NOT NULL
);
CREATE UNIQUE INDEX sla_credit_of ON sla_credit (ticket, target, run);
CREATE INDEX sla_credit_ended ON sla_credit (ended_at);

-- Which calendar was the default since when: what was over by then was counted by the one before.
CREATE TABLE calendar_default (
    id {id},
    calendar {int} NOT NULL,
    chosen_at {int} NOT NULL
);
INSERT INTO calendar_default (calendar, chosen_at) SELECT id, 0 FROM calendar WHERE is_default;
