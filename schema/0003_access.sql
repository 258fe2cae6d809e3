-- Access: roles, passwords, and whatever opens a door. Tokens and codes are kept as hashes only.

-- One row for the whole installation: the root that every change of owners claims first. The set-up
-- code is a hash; it is there only until set_up_at is.
CREATE TABLE company_access (
    id {int} PRIMARY KEY CHECK (id = 1),
    version {int} NOT NULL,
    set_up_at {int},
    setup_code {blob},
    wrong_codes {int} NOT NULL
);
INSERT INTO company_access (id, version, wrong_codes) VALUES (1, 1, 0);

-- Without a customer the role is held for our whole company.
CREATE TABLE person_grant (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    role {text} NOT NULL,
    customer {int} REFERENCES customer (id),
    granted_by {int},
    granted_at {int} NOT NULL
);
CREATE UNIQUE INDEX person_grant_company ON person_grant (person, role) WHERE customer IS NULL;
CREATE UNIQUE INDEX person_grant_customer ON person_grant (person, role, customer) WHERE customer IS NOT NULL;
CREATE INDEX person_grant_members ON person_grant (customer, person);
CREATE INDEX person_grant_role ON person_grant (role);

CREATE TABLE person_password (
    person {int} PRIMARY KEY REFERENCES person (id),
    version {int} NOT NULL,
    hash {text} NOT NULL,
    changed_at {int} NOT NULL
);

CREATE TABLE person_session (
    id {id},
    token {blob} NOT NULL UNIQUE,
    person {int} NOT NULL REFERENCES person (id),
    how {text} NOT NULL,
    started_at {int} NOT NULL,
    last_seen_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    address {text} NOT NULL,
    program {text} NOT NULL
);
CREATE INDEX person_session_person ON person_session (person, id);
CREATE INDEX person_session_expiry ON person_session (expires_at);

-- A used or replaced link is gone. A row without a person answers an unknown address with the same
-- work as a known one; nothing opens it.
CREATE TABLE person_link (
    id {id},
    token {blob} NOT NULL UNIQUE,
    code {blob},
    person {int} REFERENCES person (id),
    kind {text} NOT NULL,
    tries {int} NOT NULL,
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL
);
CREATE INDEX person_link_person ON person_link (person, kind);
CREATE INDEX person_link_expiry ON person_link (expires_at);

-- Scopes are names of rights with a space between them.
CREATE TABLE person_token (
    id {id},
    token {blob} NOT NULL UNIQUE,
    person {int} NOT NULL REFERENCES person (id),
    name {text} NOT NULL,
    scopes {text} NOT NULL,
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    last_used_at {int}
);
CREATE INDEX person_token_person ON person_token (person, id);
CREATE INDEX person_token_expiry ON person_token (expires_at);

-- Networks from which a person has signed in.
CREATE TABLE person_network (
    person {int} NOT NULL REFERENCES person (id),
    network {text} NOT NULL,
    last_at {int} NOT NULL,
    PRIMARY KEY (person, network)
);
CREATE INDEX person_network_age ON person_network (last_at);

-- Failures in a row, by what was tried: a network, an account (a hash of the address typed, whether
-- or not there is such an account), or both together.
CREATE TABLE person_tries (
    kind {text} NOT NULL,
    subject {text} NOT NULL,
    failures {int} NOT NULL,
    last_at {int} NOT NULL,
    PRIMARY KEY (kind, subject)
);
CREATE INDEX person_tries_age ON person_tries (last_at);
