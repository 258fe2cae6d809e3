-- The directory: persons, customers with their sites, our company's cards.
--
-- sort_key is ICU's key for the Polish alphabet, so that both databases sort alike; search_text is
-- everything a row is found by, folded, one item per line. Both are derived and can be rebuilt.
-- Addresses and weekly hours are canonical JSON: nobody filters by a part of them.

CREATE TABLE person (
    id {id},
    version {int} NOT NULL,
    given_name {text} NOT NULL,
    family_name {text} NOT NULL,
    sort_key {blob} NOT NULL,
    search_text {text} NOT NULL,
    is_staff {bool} NOT NULL,
    job_title {text} NOT NULL,
    language {text} NOT NULL,
    zone {text} NOT NULL,
    form_of_address {text} NOT NULL,
    vocative {text} NOT NULL,
    notes {text} NOT NULL,
    created_at {int} NOT NULL,
    disabled_at {int},
    erased_at {int}
);
CREATE INDEX person_order ON person (sort_key, id);

-- `folded` is the address as base/email.hpp compares it: one address never names two persons.
CREATE TABLE person_email (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    place {int} NOT NULL,
    address {text} NOT NULL,
    folded {text} NOT NULL UNIQUE
);
CREATE INDEX person_email_person ON person_email (person, place);

CREATE TABLE person_phone (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    place {int} NOT NULL,
    number {text} NOT NULL,
    extension {text} NOT NULL,
    kind {text} NOT NULL
);
CREATE INDEX person_phone_person ON person_phone (person, place);

CREATE TABLE customer (
    id {id},
    version {int} NOT NULL,
    name {text} NOT NULL,
    legal_name {text} NOT NULL,
    sort_key {blob} NOT NULL,
    search_text {text} NOT NULL,
    regon {text} NOT NULL,
    krs {text} NOT NULL,
    iban {text} NOT NULL,
    billing_address {text},
    postal_address {text},
    sector {text} NOT NULL,
    lead {int} REFERENCES person (id),
    pinned_notes {text} NOT NULL,
    vip {bool} NOT NULL,
    overdue {bool} NOT NULL,
    leaving {bool} NOT NULL,
    language {text} NOT NULL,
    created_at {int} NOT NULL
);
CREATE INDEX customer_order ON customer (sort_key, id);
CREATE INDEX customer_lead ON customer (lead);

-- Whom a person belongs to. It shows them in lists; it gives no right at all.
CREATE TABLE person_membership (
    person {int} NOT NULL REFERENCES person (id),
    customer {int} NOT NULL REFERENCES customer (id),
    PRIMARY KEY (person, customer)
);
CREATE INDEX person_membership_customer ON person_membership (customer, person);

CREATE TABLE customer_nip (
    nip {text} PRIMARY KEY,
    customer {int} NOT NULL UNIQUE REFERENCES customer (id)
);

CREATE TABLE customer_domain (
    domain {text} PRIMARY KEY,
    customer {int} NOT NULL REFERENCES customer (id)
);
CREATE INDEX customer_domain_customer ON customer_domain (customer, domain);

CREATE TABLE customer_phone (
    id {id},
    customer {int} NOT NULL REFERENCES customer (id),
    place {int} NOT NULL,
    number {text} NOT NULL,
    extension {text} NOT NULL,
    note {text} NOT NULL
);
CREATE INDEX customer_phone_customer ON customer_phone (customer, place);

CREATE TABLE customer_site (
    id {id},
    version {int} NOT NULL,
    customer {int} NOT NULL REFERENCES customer (id),
    name {text} NOT NULL,
    sort_key {blob} NOT NULL,
    address {text},
    hours_text {text} NOT NULL,
    hours {text} NOT NULL,
    zone {text} NOT NULL
);
CREATE INDEX customer_site_customer ON customer_site (customer, sort_key, id);

CREATE TABLE company (
    id {id},
    version {int} NOT NULL,
    is_default {bool} NOT NULL,
    name {text} NOT NULL,
    legal_name {text} NOT NULL,
    nip {text} NOT NULL,
    regon {text} NOT NULL,
    krs {text} NOT NULL,
    iban {text} NOT NULL,
    address {text},
    email {text} NOT NULL,
    web {text} NOT NULL,
    hours_text {text} NOT NULL,
    hours {text} NOT NULL,
    language {text} NOT NULL,
    zone {text} NOT NULL
);
CREATE UNIQUE INDEX company_default ON company (is_default) WHERE is_default;

CREATE TABLE company_phone (
    id {id},
    company {int} NOT NULL REFERENCES company (id),
    place {int} NOT NULL,
    number {text} NOT NULL,
    extension {text} NOT NULL,
    note {text} NOT NULL
);
CREATE INDEX company_phone_company ON company_phone (company, place);

-- How many days each kind of data is kept; a kind without a row keeps its own default. The row of
-- the kind '' holds no days: its version is the version of the whole table of rules.
CREATE TABLE person_retention (
    kind {text} PRIMARY KEY,
    days {int} NOT NULL,
    version {int} NOT NULL
);
INSERT INTO person_retention (kind, days, version) VALUES ('', 0, 1);
