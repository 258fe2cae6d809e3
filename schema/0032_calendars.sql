-- Work calendars, their versions, and the holiday sets that they use.

-- One row: whatever changes here goes through it, so that no two changes cross.
CREATE TABLE calendar_root (
    id {int} PRIMARY KEY CHECK (id = 1),
    version {int} NOT NULL
);
INSERT INTO calendar_root (id, version) VALUES (1, 1);

-- `folded` is what the name is compared by.
CREATE TABLE calendar (
    id {id},
    version {int} NOT NULL,
    name {text} NOT NULL,
    folded {word} NOT NULL,
    is_default {bool} NOT NULL,
    retired_at {int}
);
CREATE UNIQUE INDEX calendar_name ON calendar (folded) WHERE retired_at IS NULL;

-- Only ever added to. From its day on a version replaces all before it; `document` is the plan with
-- the days of its holiday sets as they were then.
CREATE TABLE calendar_version (
    calendar {int} NOT NULL REFERENCES calendar (id),
    number {int} NOT NULL,
    holds_from {text} NOT NULL,
    recorded_at {int} NOT NULL,
    document {text} NOT NULL,
    PRIMARY KEY (calendar, number)
);

-- `days` is a list of days with labels, in order; `total` how many there are.
CREATE TABLE calendar_holidays (
    id {id},
    version {int} NOT NULL,
    name {text} NOT NULL,
    folded {word} NOT NULL,
    days {text} NOT NULL,
    total {int} NOT NULL,
    retired_at {int}
);
CREATE UNIQUE INDEX calendar_holidays_name ON calendar_holidays (folded) WHERE retired_at IS NULL;
