-- The support structure: tiers by number, and the queues in which their tickets wait.

CREATE TABLE tier (
    number {int} PRIMARY KEY CHECK (number BETWEEN 1 AND 9),
    version {int} NOT NULL,
    name_pl {text} NOT NULL,
    name_en {text} NOT NULL
);

CREATE TABLE tier_queue (
    id {id},
    version {int} NOT NULL,
    tier {int} NOT NULL REFERENCES tier (number),
    name {text} NOT NULL,
    folded {text} NOT NULL,
    sort_key {blob} NOT NULL,
    UNIQUE (tier, folded)
);
CREATE INDEX tier_queue_order ON tier_queue (tier, sort_key, id);
