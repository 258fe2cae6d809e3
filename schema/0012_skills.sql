-- What people can do: skills with levels, seniority, certificates; what tiers, queues, customers and
-- sectors ask for; who is to learn what.
--
-- The catalogue (skills, kinds of certificates, requirements) is small and changes rarely: whoever
-- changes it claims its one row first, so that names can be compared without a unique index.

CREATE TABLE tier_catalogue (
    id {int} PRIMARY KEY,
    version {int} NOT NULL
);
INSERT INTO tier_catalogue (id, version) VALUES (1, 1);

CREATE TABLE tier_skill (
    id {id},
    version {int} NOT NULL,
    skill_group {text} NOT NULL,
    name_pl {text} NOT NULL,
    name_en {text} NOT NULL,
    retired_at {int}
);
INSERT INTO tier_skill (version, skill_group, name_pl, name_en) VALUES
    (1, 'communication', 'Rozmowa z użytkownikiem', 'Talking with users'),
    (1, 'communication', 'Pisanie odpowiedzi', 'Writing replies'),
    (1, 'communication', 'Spokój w trudnej rozmowie', 'Staying calm in a hard talk'),
    (1, 'language', 'Język angielski', 'English'),
    (1, 'language', 'Język ukraiński', 'Ukrainian'),
    (1, 'system', 'Windows na stanowiskach', 'Windows on desktops'),
    (1, 'system', 'Serwery Windows', 'Windows servers'),
    (1, 'system', 'Serwery Linux', 'Linux servers'),
    (1, 'network', 'Sieć biurowa i Wi-Fi', 'Office network and Wi-Fi'),
    (1, 'process', 'Dokumentowanie rozwiązań', 'Documenting solutions');

-- The root that every change of what one person can do claims.
CREATE TABLE tier_staff (
    person {int} PRIMARY KEY REFERENCES person (id),
    version {int} NOT NULL,
    seniority {text}
);

-- `level` is what a lead has confirmed, `proposed` what the person says; one of them is there.
CREATE TABLE tier_person_skill (
    person {int} NOT NULL REFERENCES person (id),
    skill {int} NOT NULL REFERENCES tier_skill (id),
    level {int},
    proposed {int},
    since {int} NOT NULL,
    PRIMARY KEY (person, skill)
);
CREATE INDEX tier_person_skill_skill ON tier_person_skill (skill, person);

-- How long a kind is usually valid; nothing: for ever.
CREATE TABLE tier_certificate_kind (
    id {id},
    name {text} NOT NULL,
    issuer {text} NOT NULL,
    months {int},
    retired_at {int}
);
INSERT INTO tier_certificate_kind (name, issuer, months) VALUES
    ('HDI CSR', 'HDI', NULL),
    ('HDI SCA', 'HDI', NULL),
    ('HDI DST', 'HDI', NULL),
    ('HDI SCTL', 'HDI', 36),
    ('TSP', '', NULL),
    ('ITIL 4 Foundation', 'PeopleCert', 36),
    ('CompTIA A+', 'CompTIA', 36),
    ('CompTIA Network+', 'CompTIA', 36),
    ('CompTIA Security+', 'CompTIA', 36),
    ('Cisco CCNA', 'Cisco', 36);

-- Without a kind it has a name of its own. `expires_on` is its last day; 9999-12-31: it has none.
-- The file is an attachment that the certificate owns.
CREATE TABLE tier_certificate (
    id {id},
    version {int} NOT NULL,
    person {int} NOT NULL REFERENCES person (id),
    kind {int} REFERENCES tier_certificate_kind (id),
    name {text} NOT NULL,
    issuer {text} NOT NULL,
    number {text} NOT NULL,
    issued_on {text} NOT NULL,
    expires_on {text} NOT NULL,
    confirmed {bool} NOT NULL,
    added_at {int} NOT NULL
);
CREATE INDEX tier_certificate_person ON tier_certificate (person, id);
CREATE INDEX tier_certificate_expiry ON tier_certificate (expires_on, id);

-- The last reminder of a certificate that nobody has acted on. 0 days: it has lapsed.
CREATE TABLE tier_reminder (
    certificate {int} PRIMARY KEY REFERENCES tier_certificate (id),
    days {int} NOT NULL,
    due_at {int} NOT NULL
);

-- Who works in a place must, or should, have a skill at some level or a certificate of a kind. The
-- place is a tier, a queue, a customer, or a sector as it stands on customers' cards.
CREATE TABLE tier_requirement (
    id {id},
    place {text} NOT NULL,
    tier {int},
    queue {int} REFERENCES tier_queue (id),
    customer {int} REFERENCES customer (id),
    sector {text},
    skill {int} REFERENCES tier_skill (id),
    least {int},
    certificate_kind {int} REFERENCES tier_certificate_kind (id),
    need {text} NOT NULL
);

CREATE TABLE tier_learning (
    id {id},
    version {int} NOT NULL,
    skill {int} NOT NULL REFERENCES tier_skill (id),
    person {int} NOT NULL REFERENCES person (id),
    due_on {text} NOT NULL,
    state {text} NOT NULL,
    created_at {int} NOT NULL
);
CREATE UNIQUE INDEX tier_learning_open ON tier_learning (skill, person) WHERE state = 'open';
CREATE INDEX tier_learning_order ON tier_learning (state, due_on, id);
CREATE INDEX tier_learning_person ON tier_learning (person, id);
