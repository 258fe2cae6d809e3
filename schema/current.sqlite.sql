CREATE TABLE asset (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    customer INTEGER NOT NULL REFERENCES customer (id),
    site INTEGER,
    person INTEGER REFERENCES person (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    search_text TEXT NOT NULL,
    maker TEXT NOT NULL,
    model TEXT NOT NULL,
    serial_number TEXT NOT NULL,
    inventory_number TEXT NOT NULL,
    purchased_on TEXT,
    warranty_until TEXT,
    note TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    retired_at INTEGER
) STRICT;
CREATE INDEX asset_customer ON asset (customer, folded, id);
CREATE INDEX asset_order ON asset (folded, id);
CREATE INDEX asset_person ON asset (person) WHERE person IS NOT NULL;
CREATE INDEX asset_site ON asset (site) WHERE site IS NOT NULL;
CREATE TABLE asset_name (
    customer INTEGER NOT NULL,
    folded TEXT NOT NULL,
    asset INTEGER NOT NULL,
    PRIMARY KEY (customer, folded)
) STRICT;
CREATE INDEX asset_name_asset ON asset_name (asset);
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    bytes INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    customer INTEGER,
    owner_kind TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    created_by INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_age ON attachment (owner_kind, created_at);
CREATE INDEX attachment_blob ON attachment (sha256);
CREATE INDEX attachment_owner ON attachment (owner_kind, owner_id);
CREATE INDEX attachment_sender ON attachment (created_by) WHERE created_by IS NOT NULL;
CREATE TABLE backup_run (
    night TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    token TEXT NOT NULL,
    lease_until INTEGER NOT NULL,
    folder TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    error TEXT NOT NULL
) STRICT;
CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE blob_chunk (
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (sha256, number)
) STRICT;
CREATE TABLE calendar (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    is_default INTEGER NOT NULL,
    retired_at INTEGER
) STRICT;
CREATE UNIQUE INDEX calendar_name ON calendar (folded) WHERE retired_at IS NULL;
CREATE TABLE calendar_default (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    calendar INTEGER NOT NULL,
    chosen_at INTEGER NOT NULL
) STRICT;
CREATE TABLE calendar_holidays (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    days TEXT NOT NULL,
    total INTEGER NOT NULL,
    retired_at INTEGER
) STRICT;
CREATE UNIQUE INDEX calendar_holidays_name ON calendar_holidays (folded) WHERE retired_at IS NULL;
CREATE TABLE calendar_root (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE calendar_version (
    calendar INTEGER NOT NULL REFERENCES calendar (id),
    number INTEGER NOT NULL,
    holds_from TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (calendar, number)
) STRICT;
CREATE TABLE company (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    is_default INTEGER NOT NULL,
    name TEXT NOT NULL,
    legal_name TEXT NOT NULL,
    nip TEXT NOT NULL,
    regon TEXT NOT NULL,
    krs TEXT NOT NULL,
    iban TEXT NOT NULL,
    address TEXT,
    email TEXT NOT NULL,
    web TEXT NOT NULL,
    hours_text TEXT NOT NULL,
    hours TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX company_default ON company (is_default) WHERE is_default;
CREATE TABLE company_access (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    set_up_at INTEGER,
    setup_code BLOB,
    wrong_codes INTEGER NOT NULL
) STRICT;
CREATE TABLE company_phone (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    company INTEGER NOT NULL REFERENCES company (id),
    place INTEGER NOT NULL,
    number TEXT NOT NULL,
    extension TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX company_phone_company ON company_phone (company, place);
CREATE TABLE customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    legal_name TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    search_text TEXT NOT NULL,
    regon TEXT NOT NULL,
    krs TEXT NOT NULL,
    iban TEXT NOT NULL,
    billing_address TEXT,
    postal_address TEXT,
    sector TEXT NOT NULL,
    lead INTEGER REFERENCES person (id),
    pinned_notes TEXT NOT NULL,
    vip INTEGER NOT NULL,
    overdue INTEGER NOT NULL,
    leaving INTEGER NOT NULL,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL
, merged_into INTEGER, merged_at INTEGER) STRICT;
CREATE INDEX customer_lead ON customer (lead);
CREATE INDEX customer_merged ON customer (merged_into, id) WHERE merged_into IS NOT NULL;
CREATE INDEX customer_order ON customer (sort_key, id);
CREATE TABLE customer_domain (
    domain TEXT PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES customer (id)
) STRICT;
CREATE INDEX customer_domain_customer ON customer_domain (customer, domain);
CREATE TABLE customer_nip (
    nip TEXT PRIMARY KEY,
    customer INTEGER NOT NULL UNIQUE REFERENCES customer (id)
) STRICT;
CREATE TABLE customer_phone (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer INTEGER NOT NULL REFERENCES customer (id),
    place INTEGER NOT NULL,
    number TEXT NOT NULL,
    extension TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX customer_phone_customer ON customer_phone (customer, place);
CREATE TABLE customer_site (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    customer INTEGER NOT NULL REFERENCES customer (id),
    name TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    address TEXT,
    hours_text TEXT NOT NULL,
    hours TEXT NOT NULL,
    zone TEXT NOT NULL
) STRICT;
CREATE INDEX customer_site_customer ON customer_site (customer, sort_key, id);
CREATE TABLE erasure (
    person INTEGER PRIMARY KEY,
    erased_at INTEGER NOT NULL
) STRICT;
CREATE TABLE figure_cost (
    tier INTEGER NOT NULL,
    month TEXT NOT NULL,
    minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    PRIMARY KEY (tier, month)
) STRICT;
CREATE TABLE figure_cost_list (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE follower (
    name TEXT PRIMARY KEY,
    generation INTEGER NOT NULL,
    xid INTEGER NOT NULL,
    position INTEGER NOT NULL,
    token TEXT NOT NULL,
    lease_until INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    last_error TEXT NOT NULL
) STRICT;
CREATE TABLE follower_parked (
    follower TEXT NOT NULL,
    event INTEGER NOT NULL,
    error TEXT NOT NULL,
    parked_at INTEGER NOT NULL,
    PRIMARY KEY (follower, event)
) STRICT;
CREATE TABLE idempotency (
    actor TEXT NOT NULL,
    operation TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    answer TEXT,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (actor, operation, key)
) STRICT;
CREATE INDEX idempotency_age ON idempotency (created_at);
CREATE TABLE installation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    token TEXT NOT NULL,
    generation INTEGER NOT NULL,
    sort_key_version TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    payload TEXT NOT NULL,
    progress TEXT NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    error TEXT NOT NULL,
    token TEXT NOT NULL,
    lease_until INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by INTEGER
) STRICT;
CREATE INDEX job_open ON job (state, id);
CREATE TABLE journal (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    xid INTEGER NOT NULL DEFAULT 0,
    generation INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    happened_at INTEGER NOT NULL,
    origin TEXT NOT NULL,
    actor INTEGER,
    on_behalf_of INTEGER,
    customer INTEGER,
    subject_kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    subject_version INTEGER NOT NULL,
    name TEXT NOT NULL,
    schema INTEGER NOT NULL,
    cause INTEGER,
    depth INTEGER NOT NULL,
    trace TEXT NOT NULL,
    payload TEXT NOT NULL
) STRICT;
CREATE INDEX journal_actor ON journal (actor, position) WHERE actor IS NOT NULL;
CREATE INDEX journal_order ON journal (generation, xid, position);
CREATE INDEX journal_subject ON journal (subject_kind, subject_id, position);
CREATE TABLE journal_text (
    event INTEGER NOT NULL REFERENCES journal (position),
    field TEXT NOT NULL,
    text TEXT,
    erased_at INTEGER,
    PRIMARY KEY (event, field)
) STRICT;
CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;
CREATE TABLE moving_import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    source INTEGER REFERENCES moving_source (id),
    file_name TEXT NOT NULL,
    format TEXT NOT NULL,
    sheets TEXT NOT NULL,
    header TEXT NOT NULL,
    mapping TEXT NOT NULL,
    total INTEGER NOT NULL,
    done INTEGER NOT NULL,
    fresh INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    duplicate INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    noted INTEGER NOT NULL,
    job INTEGER,
    by_person INTEGER,
    created_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX moving_import_age ON moving_import (created_at, id);
CREATE TABLE moving_key (
    source INTEGER NOT NULL REFERENCES moving_source (id),
    mac TEXT NOT NULL,
    target INTEGER NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (source, mac)
) STRICT;
CREATE INDEX moving_key_mac ON moving_key (mac);
CREATE TABLE moving_row (
    import INTEGER NOT NULL REFERENCES moving_import (id),
    place INTEGER NOT NULL,
    line INTEGER NOT NULL,
    cells TEXT NOT NULL,
    verdict TEXT,
    target INTEGER,
    person INTEGER,
    problems TEXT NOT NULL,
    PRIMARY KEY (import, place)
) STRICT;
CREATE INDEX moving_row_person ON moving_row (person) WHERE person IS NOT NULL;
CREATE INDEX moving_row_verdict ON moving_row (import, verdict, place);
CREATE TABLE moving_seen (
    import INTEGER NOT NULL REFERENCES moving_import (id),
    mac TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (import, mac, place)
) STRICT;
CREATE TABLE moving_source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    mapping TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    UNIQUE (kind, name)
) STRICT;
CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    actor INTEGER,
    at INTEGER NOT NULL,
    read_at INTEGER
) STRICT;
CREATE INDEX notice_age ON notice (at);
CREATE INDEX notice_person ON notice (person, id);
CREATE INDEX notice_read ON notice (read_at) WHERE read_at IS NOT NULL;
CREATE INDEX notice_unread ON notice (person, subject_kind, subject) WHERE read_at IS NULL;
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    stable_id TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    payload TEXT,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    error TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    sent_at INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox (state, next_at);
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    search_text TEXT NOT NULL,
    is_staff INTEGER NOT NULL,
    job_title TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    form_of_address TEXT NOT NULL,
    vocative TEXT NOT NULL,
    notes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER,
    erased_at INTEGER
, merged_into INTEGER, merged_at INTEGER) STRICT;
CREATE INDEX person_merged ON person (merged_into, id) WHERE merged_into IS NOT NULL;
CREATE INDEX person_order ON person (sort_key, id);
CREATE TABLE person_email (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id),
    place INTEGER NOT NULL,
    address TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX person_email_person ON person_email (person, place);
CREATE TABLE person_grant (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    customer INTEGER REFERENCES customer (id),
    granted_by INTEGER,
    granted_at INTEGER NOT NULL
, came_with INTEGER) STRICT;
CREATE UNIQUE INDEX person_grant_company ON person_grant (person, role) WHERE customer IS NULL;
CREATE UNIQUE INDEX person_grant_customer ON person_grant (person, role, customer) WHERE customer IS NOT NULL;
CREATE INDEX person_grant_members ON person_grant (customer, person);
CREATE INDEX person_grant_person ON person_grant (person);
CREATE INDEX person_grant_role ON person_grant (role);
CREATE TABLE person_link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token BLOB NOT NULL UNIQUE,
    code BLOB,
    person INTEGER REFERENCES person (id),
    kind TEXT NOT NULL,
    tries INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX person_link_expiry ON person_link (expires_at);
CREATE INDEX person_link_person ON person_link (person, kind);
CREATE TABLE person_membership (
    person INTEGER NOT NULL REFERENCES person (id),
    customer INTEGER NOT NULL REFERENCES customer (id), came_with INTEGER,
    PRIMARY KEY (person, customer)
) STRICT;
CREATE INDEX person_membership_customer ON person_membership (customer, person);
CREATE TABLE person_network (
    person INTEGER NOT NULL REFERENCES person (id),
    network TEXT NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (person, network)
) STRICT;
CREATE INDEX person_network_age ON person_network (last_at);
CREATE TABLE person_password (
    person INTEGER PRIMARY KEY REFERENCES person (id),
    version INTEGER NOT NULL,
    hash TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE TABLE person_phone (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id),
    place INTEGER NOT NULL,
    number TEXT NOT NULL,
    extension TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT;
CREATE INDEX person_phone_number ON person_phone (number);
CREATE INDEX person_phone_person ON person_phone (person, place);
CREATE TABLE person_retention (
    kind TEXT PRIMARY KEY,
    days INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE person_session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (id),
    how TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    address TEXT NOT NULL,
    program TEXT NOT NULL
) STRICT;
CREATE INDEX person_session_expiry ON person_session (expires_at);
CREATE INDEX person_session_person ON person_session (person, id);
CREATE TABLE person_token (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token BLOB NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_used_at INTEGER
) STRICT;
CREATE INDEX person_token_expiry ON person_token (expires_at);
CREATE INDEX person_token_person ON person_token (person, id);
CREATE TABLE person_tries (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (kind, subject)
) STRICT;
CREATE INDEX person_tries_age ON person_tries (last_at);
CREATE TABLE sla_clock (
    ticket INTEGER NOT NULL,
    target TEXT NOT NULL,
    run INTEGER NOT NULL,
    state TEXT NOT NULL,
    policy INTEGER NOT NULL,
    policy_version INTEGER NOT NULL,
    calendar INTEGER NOT NULL,
    customer INTEGER NOT NULL,
    priority TEXT NOT NULL,
    tier INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    due_at INTEGER,
    budget_us INTEGER NOT NULL,
    spent_us INTEGER NOT NULL,
    counted_at INTEGER NOT NULL,
    PRIMARY KEY (ticket, target, run)
) STRICT;
CREATE INDEX sla_clock_due ON sla_clock (due_at) WHERE ended_at IS NULL;
CREATE INDEX sla_clock_ended ON sla_clock (ended_at) WHERE ended_at IS NOT NULL;
CREATE TABLE sla_closed_clock (
    ticket INTEGER NOT NULL,
    target TEXT NOT NULL,
    run INTEGER NOT NULL,
    state TEXT NOT NULL,
    policy INTEGER NOT NULL,
    customer INTEGER NOT NULL,
    priority TEXT NOT NULL,
    tier INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    budget_us INTEGER NOT NULL,
    spent_us INTEGER NOT NULL, policy_version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (ticket, target, run, ended_at)
) STRICT;
CREATE INDEX sla_closed_clock_ended ON sla_closed_clock (ended_at);
CREATE TABLE sla_closed_month (
    month TEXT PRIMARY KEY,
    ends_at INTEGER NOT NULL,
    closed_at INTEGER NOT NULL,
    clocks INTEGER NOT NULL
) STRICT;
CREATE TABLE sla_closed_stay (
    ticket INTEGER NOT NULL,
    run INTEGER NOT NULL,
    place INTEGER NOT NULL,
    tier INTEGER NOT NULL,
    customer INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    budget_us INTEGER NOT NULL,
    spent_us INTEGER NOT NULL,
    PRIMARY KEY (ticket, run, place, ended_at)
) STRICT;
CREATE INDEX sla_closed_stay_ended ON sla_closed_stay (ended_at);
CREATE TABLE sla_credit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    ticket INTEGER NOT NULL,
    target TEXT NOT NULL,
    run INTEGER NOT NULL,
    customer INTEGER NOT NULL,
    policy INTEGER NOT NULL,
    contract TEXT NOT NULL,
    ended_at INTEGER NOT NULL,
    over_minutes INTEGER NOT NULL,
    per TEXT NOT NULL,
    hours INTEGER,
    percent INTEGER,
    computed_minor INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT,
    decided_by INTEGER NOT NULL,
    decided_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sla_credit_ended ON sla_credit (ended_at);
CREATE UNIQUE INDEX sla_credit_of ON sla_credit (ticket, target, run);
CREATE TABLE sla_forecast (
    ticket INTEGER PRIMARY KEY,
    made_at INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT;
CREATE INDEX sla_forecast_made ON sla_forecast (made_at);
CREATE TABLE sla_pace (
    priority TEXT PRIMARY KEY,
    answers INTEGER NOT NULL,
    usual_us INTEGER NOT NULL,
    counted_at INTEGER NOT NULL
) STRICT;
CREATE TABLE sla_policy (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE sla_policy_version (
    version INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL,
    also_since TEXT,
    document TEXT NOT NULL
) STRICT;
CREATE TABLE sla_reached (
    ticket INTEGER NOT NULL,
    target TEXT NOT NULL,
    run INTEGER NOT NULL,
    percent INTEGER NOT NULL,
    reached_at INTEGER NOT NULL,
    PRIMARY KEY (ticket, target, run, percent)
) STRICT;
CREATE TABLE sla_stay (
    ticket INTEGER NOT NULL,
    run INTEGER NOT NULL,
    place INTEGER NOT NULL,
    tier INTEGER NOT NULL,
    began_at INTEGER NOT NULL,
    ended_at INTEGER,
    budget_us INTEGER,
    spent_us INTEGER NOT NULL,
    PRIMARY KEY (ticket, run, place)
) STRICT;
CREATE INDEX sla_stay_ended ON sla_stay (ended_at) WHERE ended_at IS NOT NULL;
CREATE TABLE ticket (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    customer INTEGER NOT NULL,
    requester INTEGER,
    subject TEXT NOT NULL,
    search TEXT NOT NULL,
    status TEXT NOT NULL,
    waiting_for TEXT,
    impact TEXT NOT NULL,
    urgency TEXT NOT NULL,
    tier INTEGER NOT NULL,
    queue INTEGER NOT NULL,
    assignee INTEGER,
    product INTEGER REFERENCES ticket_product (id),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    resolved_at INTEGER,
    closed_at INTEGER,
    origin TEXT NOT NULL,
    old_number TEXT
, type TEXT NOT NULL DEFAULT 'incident', category INTEGER, priority TEXT NOT NULL DEFAULT 'normal', waiting_note TEXT, waiting_noted_by INTEGER, due_at INTEGER, due_on TEXT, snoozed_until INTEGER, spam_at INTEGER, spam_by INTEGER, tags TEXT NOT NULL DEFAULT '', merged_into INTEGER, own_status TEXT, split_from INTEGER, voice INTEGER, voice_tier INTEGER, site INTEGER, state INTEGER, promised_until INTEGER) STRICT;
CREATE INDEX ticket_activity ON ticket (updated_at, id);
CREATE INDEX ticket_assignee ON ticket (assignee, updated_at, id) WHERE assignee IS NOT NULL;
CREATE INDEX ticket_category_open ON ticket (category, updated_at, id)
 WHERE category IS NOT NULL AND status IN ('new', 'open', 'waiting');
CREATE INDEX ticket_created ON ticket (created_at);
CREATE INDEX ticket_customer ON ticket (customer, updated_at, id);
CREATE INDEX ticket_load ON ticket (assignee)
 WHERE assignee IS NOT NULL AND status IN ('new', 'open', 'waiting');
CREATE INDEX ticket_merged ON ticket (merged_into, id) WHERE merged_into IS NOT NULL;
CREATE INDEX ticket_open ON ticket (updated_at, id)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL;
CREATE INDEX ticket_open_assignee
    ON ticket (assignee, queue, customer, requester, status, snoozed_until, spam_at)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL AND assignee IS NOT NULL;
CREATE INDEX ticket_open_due ON ticket (due_at, customer, requester, status, snoozed_until, spam_at)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL AND due_at IS NOT NULL;
CREATE INDEX ticket_open_order ON ticket (id)
    WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL;
CREATE INDEX ticket_open_place
    ON ticket (queue, assignee, customer, requester, status, snoozed_until, spam_at)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL;
CREATE INDEX ticket_open_priority
    ON ticket (priority, customer, requester, status, snoozed_until, spam_at)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL;
CREATE INDEX ticket_open_queue ON ticket (queue, updated_at, id)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL;
CREATE INDEX ticket_open_snoozed
    ON ticket (updated_at, id, customer, requester, status, snoozed_until, spam_at)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL AND snoozed_until IS NOT NULL;
CREATE INDEX ticket_open_tier ON ticket (tier, id) WHERE status IN ('new', 'open', 'waiting');
CREATE INDEX ticket_queue ON ticket (queue, updated_at, id);
CREATE INDEX ticket_requester ON ticket (requester, updated_at, id) WHERE requester IS NOT NULL;
CREATE INDEX ticket_resolved
    ON ticket (resolved_at, customer, requester, status, snoozed_until, spam_at)
 WHERE resolved_at IS NOT NULL AND spam_at IS NULL;
CREATE INDEX ticket_site ON ticket (site, updated_at, id) WHERE site IS NOT NULL;
CREATE INDEX ticket_spam ON ticket (updated_at, id, customer, requester, spam_at, snoozed_until)
 WHERE spam_at IS NOT NULL;
CREATE INDEX ticket_split ON ticket (split_from, id) WHERE split_from IS NOT NULL;
CREATE INDEX ticket_state_place
    ON ticket (state, updated_at, id, customer, requester, status, snoozed_until, spam_at)
 WHERE state IS NOT NULL;
CREATE INDEX ticket_waiting
    ON ticket (waiting_for, updated_at, id, customer, requester, status, snoozed_until, spam_at)
 WHERE status = 'waiting' AND spam_at IS NULL;
CREATE INDEX ticket_waiting_noted_by ON ticket (waiting_noted_by)
 WHERE waiting_noted_by IS NOT NULL;
CREATE TABLE ticket_appointment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    customer INTEGER NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    starts_at INTEGER,
    offers TEXT NOT NULL,
    offers_until INTEGER,
    minutes INTEGER NOT NULL,
    travel_before INTEGER NOT NULL,
    travel_after INTEGER NOT NULL,
    site INTEGER,
    address TEXT,
    contact INTEGER,
    customer_note TEXT,
    internal_note TEXT,
    missed_by TEXT,
    reason TEXT,
    noted_by INTEGER,
    sequence INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_appointment_author ON ticket_appointment (noted_by);
CREATE INDEX ticket_appointment_contact ON ticket_appointment (contact);
CREATE INDEX ticket_appointment_ticket ON ticket_appointment (ticket, id);
CREATE TABLE ticket_appointment_link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token BLOB NOT NULL,
    appointment INTEGER NOT NULL REFERENCES ticket_appointment (id),
    person INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_appointment_link_appointment ON ticket_appointment_link (appointment);
CREATE INDEX ticket_appointment_link_end ON ticket_appointment_link (expires_at);
CREATE INDEX ticket_appointment_link_person ON ticket_appointment_link (person);
CREATE UNIQUE INDEX ticket_appointment_link_token ON ticket_appointment_link (token);
CREATE TABLE ticket_appointment_person (
    appointment INTEGER NOT NULL REFERENCES ticket_appointment (id),
    person INTEGER NOT NULL,
    busy_from INTEGER NOT NULL,
    busy_until INTEGER NOT NULL,
    hold TEXT NOT NULL,
    PRIMARY KEY (appointment, person, busy_from)
) STRICT;
CREATE INDEX ticket_appointment_person_time ON ticket_appointment_person (person, busy_until);
CREATE TABLE ticket_appointment_settings (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    move_hours INTEGER NOT NULL,
    feed_detail TEXT NOT NULL
) STRICT;
CREATE TABLE ticket_approval (
    ticket INTEGER PRIMARY KEY REFERENCES ticket (id),
    asked_at INTEGER NOT NULL,
    asked_by INTEGER,
    decided_at INTEGER,
    decided_by INTEGER,
    is_approved INTEGER,
    note TEXT
) STRICT;
CREATE INDEX ticket_approval_decided_by ON ticket_approval (decided_by)
 WHERE decided_by IS NOT NULL;
CREATE TABLE ticket_bulk (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    person INTEGER,
    at INTEGER NOT NULL,
    change TEXT NOT NULL,
    changed INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;
CREATE INDEX ticket_bulk_person ON ticket_bulk (person, id);
CREATE TABLE ticket_bulk_ticket (
    bulk INTEGER NOT NULL REFERENCES ticket_bulk (id),
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    version INTEGER NOT NULL,
    told INTEGER NOT NULL,
    before TEXT NOT NULL,
    undone TEXT,
    PRIMARY KEY (bulk, ticket)
) STRICT;
CREATE TABLE ticket_calendar (
    person INTEGER PRIMARY KEY,
    turn INTEGER NOT NULL,
    token BLOB,
    token_at INTEGER
) STRICT;
CREATE UNIQUE INDEX ticket_calendar_token ON ticket_calendar (token) WHERE token IS NOT NULL;
CREATE TABLE ticket_category (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    parent INTEGER,
    name_pl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    retired_at INTEGER
) STRICT;
CREATE INDEX ticket_category_parent ON ticket_category (parent);
CREATE TABLE ticket_climb (
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    tier INTEGER NOT NULL,
    queue INTEGER NOT NULL,
    assignee INTEGER,
    PRIMARY KEY (ticket, tier)
) STRICT;
CREATE TABLE ticket_draft (
    person INTEGER NOT NULL,
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (person, ticket, kind)
) STRICT;
CREATE INDEX ticket_draft_saved ON ticket_draft (saved_at);
CREATE TABLE ticket_field (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name_pl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    help_pl TEXT,
    help_en TEXT,
    choices TEXT NOT NULL,
    decimals INTEGER NOT NULL,
    unit TEXT,
    least TEXT,
    most TEXT,
    currency TEXT,
    longest INTEGER,
    need TEXT NOT NULL,
    customers TEXT NOT NULL,
    initial TEXT,
    retired_at INTEGER
) STRICT;
CREATE TABLE ticket_field_value (
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    field INTEGER NOT NULL,
    item INTEGER NOT NULL,
    of_customer INTEGER NOT NULL,
    is_open INTEGER NOT NULL,
    number INTEGER,
    word TEXT,
    text TEXT,
    written_by INTEGER,
    PRIMARY KEY (ticket, field, item)
) STRICT;
CREATE INDEX ticket_field_value_author ON ticket_field_value (written_by) WHERE text IS NOT NULL;
CREATE INDEX ticket_field_value_customer_number
    ON ticket_field_value (of_customer, field, is_open, number, ticket) WHERE number IS NOT NULL;
CREATE INDEX ticket_field_value_customer_word
    ON ticket_field_value (of_customer, field, is_open, word, ticket) WHERE word IS NOT NULL;
CREATE INDEX ticket_field_value_number
    ON ticket_field_value (field, is_open, number, ticket, of_customer) WHERE number IS NOT NULL;
CREATE INDEX ticket_field_value_word
    ON ticket_field_value (field, is_open, word, ticket, of_customer) WHERE word IS NOT NULL;
CREATE TABLE ticket_figure (
    ticket INTEGER PRIMARY KEY,
    opened_at INTEGER NOT NULL,
    opened_by TEXT NOT NULL,
    answered_at INTEGER,
    resolved_at INTEGER,
    resolved_tier INTEGER,
    answers INTEGER NOT NULL,
    stayed INTEGER NOT NULL,
    reopened_at INTEGER
) STRICT;
CREATE INDEX ticket_figure_answered ON ticket_figure (answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX ticket_figure_resolved ON ticket_figure (resolved_at) WHERE resolved_at IS NOT NULL;
CREATE TABLE ticket_follower (
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    person INTEGER NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (ticket, person)
) STRICT;
CREATE INDEX ticket_follower_person ON ticket_follower (person, ticket);
CREATE TABLE ticket_form (
    category INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    fields TEXT NOT NULL
) STRICT;
CREATE TABLE ticket_former (
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    version INTEGER NOT NULL,
    customer INTEGER NOT NULL,
    requester INTEGER,
    PRIMARY KEY (ticket, version)
) STRICT;
CREATE INDEX ticket_former_requester ON ticket_former (requester) WHERE requester IS NOT NULL;
CREATE TABLE ticket_guest (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    name TEXT,
    email TEXT,
    company TEXT,
    language TEXT NOT NULL,
    question INTEGER NOT NULL,
    invited_by INTEGER,
    invited_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    ended_at INTEGER,
    ended_why TEXT,
    opened_at INTEGER
) STRICT;
CREATE INDEX ticket_guest_ended ON ticket_guest (ended_at, id)
 WHERE ended_at IS NOT NULL AND name IS NOT NULL;
CREATE INDEX ticket_guest_ticket ON ticket_guest (ticket, id);
CREATE TABLE ticket_guest_link (
    token BLOB PRIMARY KEY,
    guest INTEGER NOT NULL REFERENCES ticket_guest (id)
) STRICT;
CREATE INDEX ticket_guest_link_guest ON ticket_guest_link (guest);
CREATE TABLE ticket_guest_message (
    guest INTEGER NOT NULL REFERENCES ticket_guest (id),
    message INTEGER NOT NULL REFERENCES ticket_message (id),
    part TEXT NOT NULL,
    PRIMARY KEY (guest, message)
) STRICT;
CREATE INDEX ticket_guest_message_message ON ticket_guest_message (message);
CREATE TABLE ticket_handover (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    from_tier INTEGER NOT NULL,
    tier INTEGER NOT NULL,
    reason TEXT NOT NULL,
    author INTEGER,
    at INTEGER NOT NULL,
    completeness INTEGER NOT NULL,
    symptom TEXT,
    scope TEXT,
    steps TEXT,
    evidence TEXT,
    outcome TEXT,
    returned_at INTEGER,
    gap TEXT,
    score_above TEXT,
    score_below TEXT
) STRICT;
CREATE INDEX ticket_handover_author ON ticket_handover (author) WHERE author IS NOT NULL;
CREATE INDEX ticket_handover_ticket ON ticket_handover (ticket, id);
CREATE TABLE ticket_hold (
    ticket INTEGER NOT NULL,
    place INTEGER NOT NULL,
    began_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    PRIMARY KEY (ticket, place)
) STRICT;
CREATE TABLE ticket_import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL UNIQUE,
    customer INTEGER NOT NULL,
    persons TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE ticket_import_case (
    source INTEGER NOT NULL REFERENCES ticket_import (id),
    case_key TEXT NOT NULL,
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    steps INTEGER NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (source, case_key)
) STRICT;
CREATE INDEX ticket_import_case_ticket ON ticket_import_case (source, ticket);
CREATE TABLE ticket_import_person (
    source INTEGER NOT NULL REFERENCES ticket_import (id),
    name_mac TEXT NOT NULL,
    number INTEGER NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (source, name_mac),
    UNIQUE (source, number)
) STRICT;
CREATE TABLE ticket_leaving (
    ticket INTEGER NOT NULL,
    place INTEGER NOT NULL,
    tier INTEGER NOT NULL,
    to_tier INTEGER,
    left_at INTEGER NOT NULL,
    PRIMARY KEY (ticket, place)
) STRICT;
CREATE INDEX ticket_leaving_at ON ticket_leaving (left_at);
CREATE TABLE ticket_lifecycle (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE ticket_link (
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    other INTEGER NOT NULL REFERENCES ticket (id),
    kind TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (ticket, other)
) STRICT;
CREATE TABLE ticket_link_turn (
    id INTEGER PRIMARY KEY,
    turn INTEGER NOT NULL
) STRICT;
CREATE TABLE ticket_macro (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    owner INTEGER,
    name_pl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    effects TEXT NOT NULL,
    retired_at INTEGER
) STRICT;
CREATE INDEX ticket_macro_owner ON ticket_macro (owner, id);
CREATE TABLE ticket_macro_use (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    macro INTEGER NOT NULL REFERENCES ticket_macro (id),
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_macro_use_macro ON ticket_macro_use (macro, at);
CREATE TABLE ticket_message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    author INTEGER,
    kind TEXT NOT NULL,
    text TEXT,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_message_author ON ticket_message (author) WHERE author IS NOT NULL;
CREATE INDEX ticket_message_thread ON ticket_message (ticket, id);
CREATE TABLE ticket_presence (
    ticket INTEGER NOT NULL,
    person INTEGER NOT NULL,
    since INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    typed_at INTEGER,
    PRIMARY KEY (ticket, person)
) STRICT;
CREATE INDEX ticket_presence_person ON ticket_presence (person);
CREATE INDEX ticket_presence_seen ON ticket_presence (seen_at);
CREATE TABLE ticket_product (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE ticket_rating (
    ticket INTEGER PRIMARY KEY REFERENCES ticket (id),
    customer INTEGER NOT NULL,
    person INTEGER NOT NULL,
    token BLOB,
    asked_at INTEGER,
    expires_at INTEGER,
    score INTEGER,
    comment TEXT,
    rated_at INTEGER
) STRICT;
CREATE INDEX ticket_rating_asked ON ticket_rating (asked_at) WHERE asked_at IS NOT NULL;
CREATE INDEX ticket_rating_low ON ticket_rating (rated_at, ticket)
 WHERE rated_at IS NOT NULL AND score <= 2;
CREATE INDEX ticket_rating_of_person ON ticket_rating (person);
CREATE INDEX ticket_rating_rated ON ticket_rating (rated_at, ticket) WHERE rated_at IS NOT NULL;
CREATE UNIQUE INDEX ticket_rating_token ON ticket_rating (token) WHERE token IS NOT NULL;
CREATE TABLE ticket_rating_person (
    person INTEGER PRIMARY KEY,
    asked_at INTEGER NOT NULL
) STRICT;
CREATE TABLE ticket_recurrence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    customer INTEGER NOT NULL,
    requester INTEGER,
    template INTEGER,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL,
    next_at INTEGER,
    stopped_at INTEGER,
    last_day TEXT,
    last_ticket INTEGER
, site INTEGER) STRICT;
CREATE INDEX ticket_recurrence_customer ON ticket_recurrence (customer);
CREATE INDEX ticket_recurrence_requester ON ticket_recurrence (requester)
 WHERE requester IS NOT NULL;
CREATE TABLE ticket_routing (
    queue INTEGER PRIMARY KEY REFERENCES tier_queue (id),
    version INTEGER NOT NULL,
    mode TEXT NOT NULL,
    turn INTEGER NOT NULL DEFAULT 0,
    last INTEGER
) STRICT;
CREATE TABLE ticket_routing_person (
    person INTEGER PRIMARY KEY,
    turn INTEGER NOT NULL
) STRICT;
CREATE TABLE ticket_routing_wait (
    ticket INTEGER PRIMARY KEY REFERENCES ticket (id),
    queue INTEGER NOT NULL,
    since INTEGER NOT NULL,
    rank INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_routing_wait_queue ON ticket_routing_wait (queue, rank, ticket);
CREATE TABLE ticket_settings (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    shows_type INTEGER NOT NULL,
    shows_category INTEGER NOT NULL,
    priorities TEXT NOT NULL
, asks_for_ratings INTEGER NOT NULL DEFAULT TRUE) STRICT;
CREATE TABLE ticket_split_message (
    message INTEGER PRIMARY KEY REFERENCES ticket_message (id),
    shown_at INTEGER NOT NULL REFERENCES ticket (id)
) STRICT;
CREATE INDEX ticket_split_message_place ON ticket_split_message (shown_at, message);
CREATE TABLE ticket_split_time (
    entry INTEGER PRIMARY KEY REFERENCES ticket_time (id),
    shown_at INTEGER NOT NULL REFERENCES ticket (id)
) STRICT;
CREATE INDEX ticket_split_time_place ON ticket_split_time (shown_at, entry);
CREATE TABLE ticket_state (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    status TEXT NOT NULL,
    name_pl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    shown_pl TEXT,
    shown_en TEXT,
    pauses INTEGER NOT NULL,
    is_default INTEGER NOT NULL,
    place INTEGER NOT NULL,
    retired_at INTEGER,
    pauses_changed_at INTEGER
) STRICT;
CREATE TABLE ticket_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    text TEXT,
    added_by INTEGER,
    ticked_by INTEGER,
    ticked_at INTEGER
) STRICT;
CREATE INDEX ticket_step_added_by ON ticket_step (added_by) WHERE added_by IS NOT NULL;
CREATE INDEX ticket_step_ticket ON ticket_step (ticket, id);
CREATE TABLE ticket_stopwatch (
    person INTEGER NOT NULL REFERENCES ticket_stopwatch_owner (person),
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    started_at INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    running_since INTEGER,
    stopped_at INTEGER,
    seen_at INTEGER NOT NULL,
    confirmed_at INTEGER NOT NULL,
    PRIMARY KEY (person, ticket)
) STRICT;
CREATE INDEX ticket_stopwatch_ticket ON ticket_stopwatch (ticket);
CREATE TABLE ticket_stopwatch_owner (
    person INTEGER PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE ticket_tag (
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    tag INTEGER NOT NULL REFERENCES ticket_tag_word (id),
    PRIMARY KEY (ticket, tag)
) STRICT;
CREATE INDEX ticket_tag_tag ON ticket_tag (tag, ticket);
CREATE TABLE ticket_tag_word (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    merged_into INTEGER
) STRICT;
CREATE INDEX ticket_tag_word_folded ON ticket_tag_word (folded, id);
CREATE INDEX ticket_tag_word_merged ON ticket_tag_word (merged_into) WHERE merged_into IS NOT NULL;
CREATE UNIQUE INDEX ticket_tag_word_own ON ticket_tag_word (folded) WHERE merged_into IS NULL;
CREATE TABLE ticket_template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    name_pl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    text_pl TEXT NOT NULL,
    text_en TEXT NOT NULL,
    checklist_pl TEXT NOT NULL,
    checklist_en TEXT NOT NULL,
    type TEXT NOT NULL,
    category INTEGER,
    impact TEXT NOT NULL,
    urgency TEXT NOT NULL,
    for_customers INTEGER NOT NULL,
    needs_approval INTEGER NOT NULL,
    retired_at INTEGER
) STRICT;
CREATE TABLE ticket_time (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    customer INTEGER NOT NULL,
    person INTEGER NOT NULL,
    booked_by INTEGER NOT NULL,
    booked_at INTEGER NOT NULL,
    work_type INTEGER NOT NULL REFERENCES ticket_work_type (id),
    worked_on TEXT NOT NULL,
    started_at INTEGER,
    minutes INTEGER NOT NULL,
    billable INTEGER NOT NULL,
    customer_text TEXT,
    internal_text TEXT,
    by_stopwatch INTEGER NOT NULL,
    reverses INTEGER,
    replaces INTEGER
) STRICT;
CREATE INDEX ticket_time_author ON ticket_time (booked_by);
CREATE INDEX ticket_time_customer ON ticket_time (customer, worked_on, id);
CREATE INDEX ticket_time_day ON ticket_time (worked_on, id);
CREATE INDEX ticket_time_person ON ticket_time (person, worked_on, id);
CREATE UNIQUE INDEX ticket_time_reversal ON ticket_time (reverses);
CREATE INDEX ticket_time_ticket ON ticket_time (ticket, id);
CREATE TABLE ticket_view (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    owner INTEGER,
    name_pl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    condition TEXT NOT NULL,
    sort TEXT NOT NULL,
    grouping TEXT NOT NULL,
    place INTEGER NOT NULL,
    retired_at INTEGER
) STRICT;
CREATE INDEX ticket_view_owner ON ticket_view (owner, place, id);
CREATE TABLE ticket_way (
    from_status TEXT NOT NULL,
    from_state INTEGER NOT NULL,
    to_status TEXT NOT NULL,
    to_state INTEGER NOT NULL,
    who TEXT NOT NULL,
    PRIMARY KEY (from_status, from_state, to_status, to_state)
) STRICT;
CREATE TABLE ticket_work_type (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    name_pl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    billable INTEGER NOT NULL,
    retired_at INTEGER
) STRICT;
CREATE TABLE ticket_worker (
    ticket INTEGER NOT NULL REFERENCES ticket (id),
    person INTEGER NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (ticket, person)
) STRICT;
CREATE INDEX ticket_worker_person ON ticket_worker (person, ticket);
CREATE TABLE tier (
    number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 9),
    version INTEGER NOT NULL,
    name_pl TEXT NOT NULL,
    name_en TEXT NOT NULL
, may_resolve INTEGER NOT NULL DEFAULT TRUE, needs_handover INTEGER NOT NULL DEFAULT FALSE, retired_at INTEGER) STRICT;
CREATE TABLE tier_absence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    whole_days INTEGER NOT NULL,
    cover INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX tier_absence_cover ON tier_absence (cover) WHERE cover IS NOT NULL;
CREATE INDEX tier_absence_end ON tier_absence (ends_at);
CREATE INDEX tier_absence_person ON tier_absence (person, ends_at);
CREATE TABLE tier_catalogue (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE tier_certificate (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    kind INTEGER REFERENCES tier_certificate_kind (id),
    name TEXT NOT NULL,
    issuer TEXT NOT NULL,
    number TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    expires_on TEXT NOT NULL,
    confirmed INTEGER NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX tier_certificate_expiry ON tier_certificate (expires_on, id);
CREATE INDEX tier_certificate_person ON tier_certificate (person, id);
CREATE TABLE tier_certificate_kind (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    issuer TEXT NOT NULL,
    months INTEGER,
    retired_at INTEGER
) STRICT;
CREATE TABLE tier_hours (
    tier INTEGER PRIMARY KEY REFERENCES tier (number),
    version INTEGER NOT NULL,
    spans TEXT NOT NULL
) STRICT;
CREATE TABLE tier_learning (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    skill INTEGER NOT NULL REFERENCES tier_skill (id),
    person INTEGER NOT NULL REFERENCES person (id),
    due_on TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX tier_learning_open ON tier_learning (skill, person) WHERE state = 'open';
CREATE INDEX tier_learning_order ON tier_learning (state, due_on, id);
CREATE INDEX tier_learning_person ON tier_learning (person, id);
CREATE TABLE tier_member (
    tier INTEGER NOT NULL REFERENCES tier (number),
    person INTEGER NOT NULL REFERENCES person (id),
    since INTEGER NOT NULL,
    PRIMARY KEY (tier, person)
) STRICT;
CREATE INDEX tier_member_person ON tier_member (person);
CREATE TABLE tier_move (
    from_tier INTEGER NOT NULL REFERENCES tier (number),
    to_tier INTEGER NOT NULL REFERENCES tier (number),
    reasons TEXT NOT NULL,
    PRIMARY KEY (from_tier, to_tier)
) STRICT;
CREATE TABLE tier_on_call (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tier INTEGER NOT NULL REFERENCES tier (number),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    first INTEGER NOT NULL REFERENCES person (id),
    second INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX tier_on_call_first ON tier_on_call (first);
CREATE INDEX tier_on_call_second ON tier_on_call (second) WHERE second IS NOT NULL;
CREATE INDEX tier_on_call_tier ON tier_on_call (tier, ends_at);
CREATE TABLE tier_pattern (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id),
    valid_from TEXT NOT NULL,
    spans TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX tier_pattern_person ON tier_pattern (person, valid_from);
CREATE TABLE tier_person_skill (
    person INTEGER NOT NULL REFERENCES person (id),
    skill INTEGER NOT NULL REFERENCES tier_skill (id),
    level INTEGER,
    proposed INTEGER,
    since INTEGER NOT NULL,
    PRIMARY KEY (person, skill)
) STRICT;
CREATE INDEX tier_person_skill_skill ON tier_person_skill (skill, person);
CREATE TABLE tier_queue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    tier INTEGER NOT NULL REFERENCES tier (number),
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key BLOB NOT NULL, retired_at INTEGER,
    UNIQUE (tier, folded)
) STRICT;
CREATE INDEX tier_queue_order ON tier_queue (tier, sort_key, id);
CREATE TABLE tier_reason (
    code TEXT PRIMARY KEY,
    place INTEGER NOT NULL,
    name_pl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    retired_at INTEGER
) STRICT;
CREATE TABLE tier_reminder (
    certificate INTEGER PRIMARY KEY REFERENCES tier_certificate (id),
    days INTEGER NOT NULL,
    due_at INTEGER NOT NULL
) STRICT;
CREATE TABLE tier_requirement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place TEXT NOT NULL,
    tier INTEGER,
    queue INTEGER REFERENCES tier_queue (id),
    customer INTEGER REFERENCES customer (id),
    sector TEXT,
    skill INTEGER REFERENCES tier_skill (id),
    least INTEGER,
    certificate_kind INTEGER REFERENCES tier_certificate_kind (id),
    need TEXT NOT NULL
, category INTEGER) STRICT;
CREATE TABLE tier_shift (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL
) STRICT;
CREATE INDEX tier_shift_person ON tier_shift (person, ends_at);
CREATE TABLE tier_skill (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    skill_group TEXT NOT NULL,
    name_pl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    retired_at INTEGER
) STRICT;
CREATE TABLE tier_staff (
    person INTEGER PRIMARY KEY REFERENCES person (id),
    version INTEGER NOT NULL,
    seniority TEXT
) STRICT;
CREATE TABLE tier_structure (
    version INTEGER PRIMARY KEY,
    changed_at INTEGER NOT NULL,
    changed_by INTEGER,
    document TEXT NOT NULL
) STRICT;
CREATE TABLE tier_technician (
    person INTEGER PRIMARY KEY REFERENCES person (id),
    version INTEGER NOT NULL,
    capacity INTEGER DEFAULT 10,
    availability TEXT NOT NULL DEFAULT 'on',
    away_until INTEGER,
    base TEXT NOT NULL DEFAULT '',
    area TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE tier_timed_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    tier INTEGER NOT NULL REFERENCES tier (number),
    counts TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    clock TEXT NOT NULL,
    action TEXT NOT NULL,
    reason TEXT,
    changed_at INTEGER NOT NULL,
    retired_at INTEGER
) STRICT;
CREATE INDEX tier_timed_rule_tier ON tier_timed_rule (tier, id) WHERE retired_at IS NULL;
CREATE TABLE timer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    retry_at INTEGER NOT NULL,
    payload TEXT NOT NULL,
    UNIQUE (kind, subject)
) STRICT;
CREATE INDEX timer_due ON timer (retry_at);
