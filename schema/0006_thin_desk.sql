-- The desk at work: short lists of what is open, and who follows a ticket.

-- Of a hundred tickets two are open, and lists show those: without these a list of open tickets
-- would walk through the closed ones.
CREATE INDEX ticket_open ON ticket (updated_at, id) WHERE status IN ('new', 'open', 'waiting');
CREATE INDEX ticket_open_queue ON ticket (queue, updated_at, id)
 WHERE status IN ('new', 'open', 'waiting');

CREATE TABLE ticket_follower (
    ticket {int} NOT NULL REFERENCES ticket (id),
    person {int} NOT NULL,
    since {int} NOT NULL,
    PRIMARY KEY (ticket, person)
);
CREATE INDEX ticket_follower_person ON ticket_follower (person, ticket);

-- Files that were uploaded and never sent are looked for by age, those of a person by the person.
CREATE INDEX attachment_sender ON attachment (created_by) WHERE created_by IS NOT NULL;
CREATE INDEX attachment_age ON attachment (owner_kind, created_at);

-- Every request looks up what its sender may do; without this it walked through all grants.
CREATE INDEX person_grant_person ON person_grant (person);
