-- Templates of tickets, what has to be done step by step, and the customer's word that it may be done.

-- Both languages; `text` holds the questions of a form. Checklists: one step a line.
CREATE TABLE ticket_template (
    id {id},
    version {int} NOT NULL,
    name_pl {text} NOT NULL,
    name_en {text} NOT NULL,
    text_pl {text} NOT NULL,
    text_en {text} NOT NULL,
    checklist_pl {text} NOT NULL,
    checklist_en {text} NOT NULL,
    type {text} NOT NULL,
    category {int},
    impact {text} NOT NULL,
    urgency {text} NOT NULL,
    for_customers {bool} NOT NULL,
    needs_approval {bool} NOT NULL,
    retired_at {int}
);

-- Without text: its author was erased. Removed steps are gone; what they were is in the journal.
CREATE TABLE ticket_step (
    id {id},
    ticket {int} NOT NULL REFERENCES ticket (id),
    text {text},
    added_by {int},
    ticked_by {int},
    ticked_at {int}
);
CREATE INDEX ticket_step_ticket ON ticket_step (ticket, id);
CREATE INDEX ticket_step_added_by ON ticket_step (added_by) WHERE added_by IS NOT NULL;

-- The last question of each ticket whether it may be done.
CREATE TABLE ticket_approval (
    ticket {int} PRIMARY KEY REFERENCES ticket (id),
    asked_at {int} NOT NULL,
    asked_by {int},
    decided_at {int},
    decided_by {int},
    is_approved {bool},
    note {text}
);
CREATE INDEX ticket_approval_decided_by ON ticket_approval (decided_by)
 WHERE decided_by IS NOT NULL;
