-- What somebody should look at: one row per person and thing that happened.

CREATE TABLE notice (
    id {id},
    person {int} NOT NULL,
    kind {text} NOT NULL,
    subject_kind {text} NOT NULL,
    subject {int} NOT NULL,
    actor {int},
    at {int} NOT NULL,
    read_at {int}
);
CREATE INDEX notice_person ON notice (person, id);
CREATE INDEX notice_unread ON notice (person, subject_kind, subject) WHERE read_at IS NULL;
CREATE INDEX notice_age ON notice (at);
CREATE INDEX notice_read ON notice (read_at) WHERE read_at IS NOT NULL;
