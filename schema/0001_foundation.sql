-- Words in braces are replaced by the migrator: {id} {int} {bool} {text} {blob} {real} {xid}.

CREATE TABLE installation (
    id {int} PRIMARY KEY CHECK (id = 1),
    token {text} NOT NULL,
    generation {int} NOT NULL,
    sort_key_version {text} NOT NULL,
    created_at {int} NOT NULL
);

CREATE TABLE journal (
    position {id},
    xid {xid},
    generation {int} NOT NULL,
    recorded_at {int} NOT NULL,
    happened_at {int} NOT NULL,
    origin {text} NOT NULL,
    actor {int},
    on_behalf_of {int},
    customer {int},
    subject_kind {text} NOT NULL,
    subject_id {int} NOT NULL,
    subject_version {int} NOT NULL,
    name {text} NOT NULL,
    schema {int} NOT NULL,
    cause {int},
    depth {int} NOT NULL,
    trace {text} NOT NULL,
    payload {text} NOT NULL
);
CREATE INDEX journal_order ON journal (generation, xid, position);
CREATE INDEX journal_subject ON journal (subject_kind, subject_id, position);

CREATE TABLE journal_text (
    event {int} NOT NULL REFERENCES journal (position),
    field {text} NOT NULL,
    text {text},
    erased_at {int},
    PRIMARY KEY (event, field)
);

CREATE TABLE follower (
    name {text} PRIMARY KEY,
    generation {int} NOT NULL,
    xid {int} NOT NULL,
    position {int} NOT NULL,
    token {text} NOT NULL,
    lease_until {int} NOT NULL,
    failures {int} NOT NULL,
    last_error {text} NOT NULL
);

CREATE TABLE follower_parked (
    follower {text} NOT NULL,
    event {int} NOT NULL,
    error {text} NOT NULL,
    parked_at {int} NOT NULL,
    PRIMARY KEY (follower, event)
);

CREATE TABLE timer (
    id {id},
    kind {text} NOT NULL,
    subject {int} NOT NULL,
    due_at {int} NOT NULL,
    retry_at {int} NOT NULL,
    payload {text} NOT NULL,
    UNIQUE (kind, subject)
);
CREATE INDEX timer_due ON timer (retry_at);

CREATE TABLE job (
    id {id},
    kind {text} NOT NULL,
    state {text} NOT NULL,
    payload {text} NOT NULL,
    progress {text} NOT NULL,
    done {int} NOT NULL,
    total {int} NOT NULL,
    failures {int} NOT NULL,
    error {text} NOT NULL,
    token {text} NOT NULL,
    lease_until {int} NOT NULL,
    created_at {int} NOT NULL,
    created_by {int}
);
CREATE INDEX job_open ON job (state, id);

CREATE TABLE outbox (
    id {id},
    stable_id {text} NOT NULL UNIQUE,
    channel {text} NOT NULL,
    payload {text},
    state {text} NOT NULL,
    attempts {int} NOT NULL,
    next_at {int} NOT NULL,
    error {text} NOT NULL,
    created_at {int} NOT NULL,
    sent_at {int}
);
CREATE INDEX outbox_due ON outbox (state, next_at);

CREATE TABLE blob (
    sha256 {text} PRIMARY KEY,
    bytes {int} NOT NULL,
    created_at {int} NOT NULL
);

CREATE TABLE blob_chunk (
    sha256 {text} NOT NULL REFERENCES blob (sha256),
    number {int} NOT NULL,
    bytes {blob} NOT NULL,
    PRIMARY KEY (sha256, number)
);

CREATE TABLE attachment (
    id {id},
    sha256 {text} NOT NULL REFERENCES blob (sha256),
    bytes {int} NOT NULL,
    name {text} NOT NULL,
    media_type {text} NOT NULL,
    customer {int},
    owner_kind {text} NOT NULL,
    owner_id {int} NOT NULL,
    created_by {int},
    created_at {int} NOT NULL
);
CREATE INDEX attachment_owner ON attachment (owner_kind, owner_id);
CREATE INDEX attachment_blob ON attachment (sha256);

CREATE TABLE idempotency (
    actor {text} NOT NULL,
    operation {text} NOT NULL,
    key {text} NOT NULL,
    request_hash {text} NOT NULL,
    answer {text},
    created_at {int} NOT NULL,
    PRIMARY KEY (actor, operation, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

CREATE TABLE erasure (
    person {int} PRIMARY KEY,
    erased_at {int} NOT NULL
);
