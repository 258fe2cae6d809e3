-- Appointments: when people of ours are there for one ticket, what was offered to the customer, the
-- links by which they choose, and calendars that are read outside of the house.

-- `offers` is a JSON list of instants; all of them last `minutes`. Without texts: none were written,
-- or their author was erased. Without a start: it is offered, or was cancelled before it was agreed.
CREATE TABLE ticket_appointment (
    id {id},
    ticket {int} NOT NULL REFERENCES ticket (id),
    customer {int} NOT NULL,
    version {int} NOT NULL,
    kind {text} NOT NULL,
    state {text} NOT NULL,
    starts_at {int},
    offers {text} NOT NULL,
    offers_until {int},
    minutes {int} NOT NULL,
    travel_before {int} NOT NULL,
    travel_after {int} NOT NULL,
    site {int},
    address {text},
    contact {int},
    customer_note {text},
    internal_note {text},
    missed_by {text},
    reason {text},
    noted_by {int},
    sequence {int} NOT NULL,
    changed_at {int} NOT NULL
);
CREATE INDEX ticket_appointment_ticket ON ticket_appointment (ticket, id);
CREATE INDEX ticket_appointment_author ON ticket_appointment (noted_by);
CREATE INDEX ticket_appointment_contact ON ticket_appointment (contact);

-- For whom which time is taken, with the travel around it: one row per person for what is agreed,
-- one per person and time for what is offered. `hold` is "firm", "offered" or "none".
CREATE TABLE ticket_appointment_person (
    appointment {int} NOT NULL REFERENCES ticket_appointment (id),
    person {int} NOT NULL,
    busy_from {int} NOT NULL,
    busy_until {int} NOT NULL,
    hold {text} NOT NULL,
    PRIMARY KEY (appointment, person, busy_from)
);
CREATE INDEX ticket_appointment_person_time ON ticket_appointment_person (person, busy_until);

-- A technician's calendar. `turn` rises with every time that is taken in it: two nodes that book one
-- person meet here. With a token's hash, the calendar may be read under a secret address.
CREATE TABLE ticket_calendar (
    person {int} PRIMARY KEY,
    turn {int} NOT NULL,
    token {blob},
    token_at {int}
);
CREATE UNIQUE INDEX ticket_calendar_token ON ticket_calendar (token) WHERE token IS NOT NULL;

-- A customer's way to one appointment without signing in. Used as often as they like until it is
-- over.
CREATE TABLE ticket_appointment_link (
    id {id},
    token {blob} NOT NULL,
    appointment {int} NOT NULL REFERENCES ticket_appointment (id),
    person {int} NOT NULL,
    made_at {int} NOT NULL,
    expires_at {int} NOT NULL
);
CREATE UNIQUE INDEX ticket_appointment_link_token ON ticket_appointment_link (token);
CREATE INDEX ticket_appointment_link_appointment ON ticket_appointment_link (appointment);
CREATE INDEX ticket_appointment_link_person ON ticket_appointment_link (person);
CREATE INDEX ticket_appointment_link_end ON ticket_appointment_link (expires_at);

CREATE TABLE ticket_appointment_settings (
    id {int} PRIMARY KEY,
    version {int} NOT NULL,
    move_hours {int} NOT NULL,
    feed_detail {text} NOT NULL
);
INSERT INTO ticket_appointment_settings (id, version, move_hours, feed_detail) VALUES
    (1, 1, 24, 'usual');
