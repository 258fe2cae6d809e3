-- The first pages of two of the views a company begins with are read in the order they are shown in.
--
-- Both indexes held what their counts ask for, but not the order: whoever waits for the customer was
-- sorted anew for every page, and the snoozed were looked for among all that is open.

DROP INDEX ticket_waiting;
CREATE INDEX ticket_waiting
    ON ticket (waiting_for, updated_at, id, customer, requester, status, snoozed_until, spam_at)
 WHERE status = 'waiting' AND spam_at IS NULL;

DROP INDEX ticket_open_snoozed;
CREATE INDEX ticket_open_snoozed
    ON ticket (updated_at, id, customer, requester, status, snoozed_until, spam_at)
 WHERE status IN ('new', 'open', 'waiting') AND spam_at IS NULL AND snoozed_until IS NOT NULL;
