-- What requesters thought of the help they got, and whom we have asked.

ALTER TABLE ticket_settings ADD COLUMN asks_for_ratings {bool} NOT NULL DEFAULT TRUE;

-- A row from the moment at which somebody is asked, or rates unasked. The token is that of the link
-- in the letter, hashed.
CREATE TABLE ticket_rating (
    ticket {int} PRIMARY KEY REFERENCES ticket (id),
    customer {int} NOT NULL,
    person {int} NOT NULL,
    token {blob},
    asked_at {int},
    expires_at {int},
    score {int},
    comment {text},
    rated_at {int}
);
CREATE UNIQUE INDEX ticket_rating_token ON ticket_rating (token) WHERE token IS NOT NULL;
CREATE INDEX ticket_rating_rated ON ticket_rating (rated_at, ticket) WHERE rated_at IS NOT NULL;
CREATE INDEX ticket_rating_low ON ticket_rating (rated_at, ticket)
 WHERE rated_at IS NOT NULL AND score <= 2;
CREATE INDEX ticket_rating_of_person ON ticket_rating (person);

-- When somebody was last asked. Nobody is asked twice in 30 days, whatever becomes of their tickets.
CREATE TABLE ticket_rating_person (
    person {int} PRIMARY KEY,
    asked_at {int} NOT NULL
);
