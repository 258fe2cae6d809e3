-- Saved filters with their counts, and changes of many tickets at once.

-- A view without an owner is everybody's. `condition` is the text form of the condition language.
CREATE TABLE ticket_view (
    id {id},
    version {int} NOT NULL,
    owner {int},
    name_pl {text} NOT NULL,
    name_en {text} NOT NULL,
    condition {text} NOT NULL,
    sort {text} NOT NULL,
    grouping {text} NOT NULL,
    place {int} NOT NULL,
    retired_at {int}
);
CREATE INDEX ticket_view_owner ON ticket_view (owner, place, id);

-- What every company begins with.
INSERT INTO ticket_view (version, name_pl, name_en, condition, sort, grouping, place) VALUES
    (1, 'Moje otwarte', 'Mine, open', 'open and assignee = me', 'activity', 'none', 1),
    (1, 'Nieprzydzielone w moich liniach', 'Unassigned in my tiers',
     'open and assignee is empty and queue = mine', 'oldest', 'none', 2),
    (1, 'Pilne i krytyczne', 'High and critical', 'open and priority >= high', 'oldest',
     'none', 3),
    (1, 'Wszystkie otwarte', 'All open', 'open', 'activity', 'none', 4),
    (1, 'Czekają na klienta', 'Waiting for the customer',
     'status = waiting and waiting_for = customer', 'quiet', 'none', 5),
    (1, 'Czekają na innych', 'Waiting for others',
     'status = waiting and waiting_for in (vendor, other)', 'quiet', 'none', 6),
    (1, 'Rozwiązane w tym tygodniu', 'Resolved this week', 'resolved >= start of week',
     'activity', 'none', 7);

-- Counts read these from end to end or a part of them, and no ticket: all that limits what a reader
-- may see is inside. What is open stays small however many tickets there have been.
CREATE INDEX ticket_open_place ON ticket (queue, assignee, customer, requester, status)
 WHERE status IN ('new', 'open', 'waiting');
CREATE INDEX ticket_open_assignee ON ticket (assignee, queue, customer, requester, status)
 WHERE status IN ('new', 'open', 'waiting') AND assignee IS NOT NULL;
CREATE INDEX ticket_open_priority ON ticket (priority, customer, requester, status)
 WHERE status IN ('new', 'open', 'waiting');
CREATE INDEX ticket_waiting ON ticket (waiting_for, customer, requester, status)
 WHERE status = 'waiting';
CREATE INDEX ticket_resolved ON ticket (resolved_at, customer, requester)
 WHERE resolved_at IS NOT NULL;

-- One wish for many tickets, and what each of those it changed was like before. Undoing one does not
-- delete its row: `undone` says how it ended, "undone" or the reason why not.
CREATE TABLE ticket_bulk (
    id {id},
    version {int} NOT NULL,
    person {int},
    at {int} NOT NULL,
    change {text} NOT NULL,
    changed {int} NOT NULL,
    undone_at {int}
);
CREATE INDEX ticket_bulk_person ON ticket_bulk (person, id);

CREATE TABLE ticket_bulk_ticket (
    bulk {int} NOT NULL REFERENCES ticket_bulk (id),
    ticket {int} NOT NULL REFERENCES ticket (id),
    version {int} NOT NULL,
    told {bool} NOT NULL,
    before {text} NOT NULL,
    undone {text},
    PRIMARY KEY (bulk, ticket)
);
