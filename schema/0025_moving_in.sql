-- Moving in: files of customers, persons and tickets from where a company worked before.
--
-- A source is known by its name, not by the file, and remembers which of its rows became what
-- (moving_key). Keys are keyed hashes: whose they are is written nowhere. The cells of a file stay
-- for some days, so that its report can be read, and then go.

CREATE TABLE moving_source (
    id {id},
    version {int} NOT NULL,
    kind {text} NOT NULL,
    name {text} NOT NULL,
    mapping {text} NOT NULL,
    used_at {int} NOT NULL,
    UNIQUE (kind, name)
);

CREATE TABLE moving_import (
    id {id},
    version {int} NOT NULL,
    kind {text} NOT NULL,
    state {text} NOT NULL,
    source {int} REFERENCES moving_source (id),
    file_name {text} NOT NULL,
    format {text} NOT NULL,
    sheets {text} NOT NULL,
    header {text} NOT NULL,
    mapping {text} NOT NULL,
    total {int} NOT NULL,
    done {int} NOT NULL,
    fresh {int} NOT NULL,
    unchanged {int} NOT NULL,
    changed {int} NOT NULL,
    duplicate {int} NOT NULL,
    wrong {int} NOT NULL,
    noted {int} NOT NULL,
    job {int},
    by_person {int},
    created_at {int} NOT NULL,
    ended_at {int}
);
CREATE INDEX moving_import_age ON moving_import (created_at, id);

-- `person`: whom the row is about, once that is known, so that it can be erased with them.
CREATE TABLE moving_row (
    import {int} NOT NULL REFERENCES moving_import (id),
    place {int} NOT NULL,
    line {int} NOT NULL,
    cells {text} NOT NULL,
    verdict {text},
    target {int},
    person {int},
    problems {text} NOT NULL,
    PRIMARY KEY (import, place)
);
CREATE INDEX moving_row_verdict ON moving_row (import, verdict, place);
CREATE INDEX moving_row_person ON moving_row (person) WHERE person IS NOT NULL;

-- Which rows of one file name the same thing.
CREATE TABLE moving_seen (
    import {int} NOT NULL REFERENCES moving_import (id),
    mac {text} NOT NULL,
    place {int} NOT NULL,
    PRIMARY KEY (import, mac, place)
);

CREATE TABLE moving_key (
    source {int} NOT NULL REFERENCES moving_source (id),
    mac {text} NOT NULL,
    target {int} NOT NULL,
    digest {text} NOT NULL,
    PRIMARY KEY (source, mac)
);
CREATE INDEX moving_key_mac ON moving_key (mac);

-- By phone, whose it is.
CREATE INDEX person_phone_number ON person_phone (number);
