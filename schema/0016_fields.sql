-- Fields of a company's own on tickets, which of them a form shows, and their values.

-- `key` is what conditions call it: field.key. `choices` are JSON, in their order; `least` and `most`
-- decimal texts. A retired field keeps its values.
CREATE TABLE ticket_field (
    id {id},
    version {int} NOT NULL,
    key {text} NOT NULL UNIQUE,
    kind {text} NOT NULL,
    name_pl {text} NOT NULL,
    name_en {text} NOT NULL,
    help_pl {text},
    help_en {text},
    choices {text} NOT NULL,
    decimals {int} NOT NULL,
    unit {text},
    least {text},
    most {text},
    currency {text},
    longest {int},
    need {text} NOT NULL,
    customers {text} NOT NULL,
    initial {text},
    retired_at {int}
);

-- The form of a category, and of those below it that have none; 0: of all others. `fields` are ids in
-- their order, with a space between.
CREATE TABLE ticket_form (
    category {int} PRIMARY KEY,
    version {int} NOT NULL,
    fields {text} NOT NULL
);

-- A number (also cents, persons, 0 and 1) or a word (folded text, a date, the key of a choice): what
-- lists are filtered and sorted by; of multiple choice a row each. `text` is as it was written;
-- with its author's erasure text and word go. The ticket's customer never changes; whether it is
-- open follows its status, so that a list walks one index and looks at no ticket that it leaves out.
CREATE TABLE ticket_field_value (
    ticket {int} NOT NULL REFERENCES ticket (id),
    field {int} NOT NULL,
    item {int} NOT NULL,
    of_customer {int} NOT NULL,
    is_open {bool} NOT NULL,
    number {int},
    word {word},
    text {text},
    written_by {int},
    PRIMARY KEY (ticket, field, item)
);
CREATE INDEX ticket_field_value_number
    ON ticket_field_value (field, is_open, number, ticket, of_customer) WHERE number IS NOT NULL;
CREATE INDEX ticket_field_value_word
    ON ticket_field_value (field, is_open, word, ticket, of_customer) WHERE word IS NOT NULL;
CREATE INDEX ticket_field_value_customer_number
    ON ticket_field_value (of_customer, field, is_open, number, ticket) WHERE number IS NOT NULL;
CREATE INDEX ticket_field_value_customer_word
    ON ticket_field_value (of_customer, field, is_open, word, ticket) WHERE word IS NOT NULL;
CREATE INDEX ticket_field_value_author ON ticket_field_value (written_by) WHERE text IS NOT NULL;
