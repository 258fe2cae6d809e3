-- The support structure as one document: what a tier may do, who works there, which moves are allowed
-- from it and why. A tier or a queue that is no longer wanted is retired: tickets that were there
-- keep their place and their history.

ALTER TABLE tier ADD COLUMN may_resolve {bool} NOT NULL DEFAULT TRUE;
ALTER TABLE tier ADD COLUMN needs_handover {bool} NOT NULL DEFAULT FALSE;
ALTER TABLE tier ADD COLUMN retired_at {int};
ALTER TABLE tier_queue ADD COLUMN retired_at {int};

CREATE TABLE tier_member (
    tier {int} NOT NULL REFERENCES tier (number),
    person {int} NOT NULL REFERENCES person (id),
    since {int} NOT NULL,
    PRIMARY KEY (tier, person)
);
CREATE INDEX tier_member_person ON tier_member (person);

-- Why a ticket is moved: a code that stands in the journal, and its words. Codes are never reused.
CREATE TABLE tier_reason (
    code {text} PRIMARY KEY,
    place {int} NOT NULL,
    name_pl {text} NOT NULL,
    name_en {text} NOT NULL,
    retired_at {int}
);
INSERT INTO tier_reason (code, place, name_pl, name_en) VALUES
    ('needs_skill', 1, 'potrzebna inna wiedza', 'needs another skill'),
    ('needs_access', 2, 'potrzebny dostęp', 'needs access'),
    ('needs_time', 3, 'potrzeba więcej czasu', 'needs more time'),
    ('vendor', 4, 'sprawa dla dostawcy', 'a matter for the vendor'),
    ('solution_found', 5, 'znaleziono rozwiązanie', 'a solution was found'),
    ('work_done', 6, 'wykonano swoją część', 'our part is done'),
    ('needs_information', 7, 'brakuje informacji', 'information is missing'),
    ('wrong_tier', 8, 'niewłaściwa linia', 'the wrong tier'),
    ('other', 9, 'inny powód', 'another reason');

-- Codes with a space between them.
CREATE TABLE tier_move (
    from_tier {int} NOT NULL REFERENCES tier (number),
    to_tier {int} NOT NULL REFERENCES tier (number),
    reasons {text} NOT NULL,
    PRIMARY KEY (from_tier, to_tier)
);
INSERT INTO tier_move (from_tier, to_tier, reasons)
SELECT a.number, b.number,
       CASE WHEN b.number > a.number THEN 'needs_skill needs_access needs_time vendor other'
            ELSE 'solution_found work_done needs_information wrong_tier other' END
  FROM tier AS a JOIN tier AS b ON b.number <> a.number;

-- Every version of the structure, as the document it was, from the first change on. The newest number
-- is the root that a change claims.
CREATE TABLE tier_structure (
    version {int} PRIMARY KEY,
    changed_at {int} NOT NULL,
    changed_by {int},
    document {text} NOT NULL
);

-- What was handed over with an escalation, and what either side thought of it. Without texts: their
-- author was erased. `completeness` stays, in percent.
CREATE TABLE ticket_handover (
    id {id},
    ticket {int} NOT NULL REFERENCES ticket (id),
    from_tier {int} NOT NULL,
    tier {int} NOT NULL,
    reason {text} NOT NULL,
    author {int},
    at {int} NOT NULL,
    completeness {int} NOT NULL,
    symptom {text},
    scope {text},
    steps {text},
    evidence {text},
    outcome {text},
    returned_at {int},
    gap {text},
    score_above {text},
    score_below {text}
);
CREATE INDEX ticket_handover_ticket ON ticket_handover (ticket, id);
CREATE INDEX ticket_handover_author ON ticket_handover (author) WHERE author IS NOT NULL;
