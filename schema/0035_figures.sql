-- What the figures of the desk are summed from.

-- What became of a ticket until it was first resolved, and when it came back: a copy, made anew from
-- the journal whenever something happens to the ticket. Without a row: nothing yet, or it counts for
-- nothing (spam, merged into another).
CREATE TABLE ticket_figure (
    ticket {int} PRIMARY KEY,
    opened_at {int} NOT NULL,
    opened_by {text} NOT NULL,
    answered_at {int},
    resolved_at {int},
    resolved_tier {int},
    answers {int} NOT NULL,
    stayed {bool} NOT NULL,
    reopened_at {int}
);
CREATE INDEX ticket_figure_answered ON ticket_figure (answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX ticket_figure_resolved ON ticket_figure (resolved_at) WHERE resolved_at IS NOT NULL;

-- When it waited for somebody before it was first resolved.
CREATE TABLE ticket_hold (
    ticket {int} NOT NULL,
    place {int} NOT NULL,
    began_at {int} NOT NULL,
    ended_at {int} NOT NULL,
    PRIMARY KEY (ticket, place)
);

-- Each time that it left a tier, for another one or resolved.
CREATE TABLE ticket_leaving (
    ticket {int} NOT NULL,
    place {int} NOT NULL,
    tier {int} NOT NULL,
    to_tier {int},
    left_at {int} NOT NULL,
    PRIMARY KEY (ticket, place)
);
CREATE INDEX ticket_leaving_at ON ticket_leaving (left_at);

CREATE INDEX ticket_created ON ticket (created_at);
CREATE INDEX ticket_rating_asked ON ticket_rating (asked_at) WHERE asked_at IS NOT NULL;

-- Tickets that are older than this table are read by a job.
INSERT INTO job (kind, state, payload, progress, done, total, failures, error, token, lease_until,
                 created_at)
SELECT 'tickets.count_figures', 'waiting', '{}', '{}', 0, 0, 0, '', '', 0, MAX(created_at)
  FROM ticket HAVING COUNT(*) > 0;

-- What a tier costs in a month, as somebody of ours has entered it. The version is of all of them.
CREATE TABLE figure_cost_list (
    id {int} PRIMARY KEY,
    version {int} NOT NULL
);
INSERT INTO figure_cost_list (id, version) VALUES (1, 1);
CREATE TABLE figure_cost (
    tier {int} NOT NULL,
    month {text} NOT NULL,
    minor {int} NOT NULL,
    currency {text} NOT NULL,
    PRIMARY KEY (tier, month)
);
