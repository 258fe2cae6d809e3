-- Tickets that come by themselves, by a rule of the calendar.

-- `rule` is JSON. `next_at` says when its timer fires; nothing: never again, or stopped.
CREATE TABLE ticket_recurrence (
    id {id},
    version {int} NOT NULL,
    customer {int} NOT NULL,
    requester {int},
    template {int},
    subject {text} NOT NULL,
    text {text} NOT NULL,
    rule {text} NOT NULL,
    next_at {int},
    stopped_at {int},
    last_day {text},
    last_ticket {int}
);
CREATE INDEX ticket_recurrence_customer ON ticket_recurrence (customer);
CREATE INDEX ticket_recurrence_requester ON ticket_recurrence (requester)
 WHERE requester IS NOT NULL;
