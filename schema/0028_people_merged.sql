-- Persons who are one, and customers who are one.
--
-- A merge moves no rows: `merged_into` points at the one where they go on, who points at nobody, and
-- everything that names the merged one is read as if it named that one. What is asked for with every
-- request, belonging and roles, the one where they go on gets as rows of their own; `came_with` says
-- with whom they came, and with whom they go. Without foreign keys: an archive may hold the younger
-- one first.

ALTER TABLE person ADD COLUMN merged_into {int};
ALTER TABLE person ADD COLUMN merged_at {int};
CREATE INDEX person_merged ON person (merged_into, id) WHERE merged_into IS NOT NULL;

ALTER TABLE customer ADD COLUMN merged_into {int};
ALTER TABLE customer ADD COLUMN merged_at {int};
CREATE INDEX customer_merged ON customer (merged_into, id) WHERE merged_into IS NOT NULL;

ALTER TABLE person_membership ADD COLUMN came_with {int};
ALTER TABLE person_grant ADD COLUMN came_with {int};
