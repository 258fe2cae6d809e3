-- What sort of work a ticket is: its type, a category of our own tree, and a priority that was
-- decided when impact or urgency were, by the matrix of that moment. And what a ticket waits for.

ALTER TABLE ticket ADD COLUMN type {text} NOT NULL DEFAULT 'incident';
ALTER TABLE ticket ADD COLUMN category {int};
ALTER TABLE ticket ADD COLUMN priority {text} NOT NULL DEFAULT 'normal';
ALTER TABLE ticket ADD COLUMN waiting_note {text};
ALTER TABLE ticket ADD COLUMN waiting_noted_by {int};

UPDATE ticket
   SET priority = CASE impact || ' ' || urgency
           WHEN 'low low' THEN 'low' WHEN 'low medium' THEN 'low' WHEN 'medium low' THEN 'low'
           WHEN 'medium high' THEN 'high' WHEN 'high medium' THEN 'high' WHEN 'major low' THEN 'high'
           WHEN 'high high' THEN 'critical' WHEN 'major medium' THEN 'critical'
           WHEN 'major high' THEN 'critical'
           ELSE 'normal' END;

CREATE INDEX ticket_category_open ON ticket (category, updated_at, id)
 WHERE category IS NOT NULL AND status IN ('new', 'open', 'waiting');
CREATE INDEX ticket_waiting_noted_by ON ticket (waiting_noted_by)
 WHERE waiting_noted_by IS NOT NULL;

-- At most three levels. A retired one stays on the tickets that have it. Without a foreign key: what
-- was moved below a newer one comes before it in an archive.
CREATE TABLE ticket_category (
    id {id},
    version {int} NOT NULL,
    parent {int},
    name_pl {text} NOT NULL,
    name_en {text} NOT NULL,
    retired_at {int}
);
CREATE INDEX ticket_category_parent ON ticket_category (parent);

-- One row: how this company works with tickets. `priorities`: twelve words, for each impact from low
-- to major the three urgencies from low to high. `shows_`: on the form, not below "Advanced".
CREATE TABLE ticket_settings (
    id {int} PRIMARY KEY,
    version {int} NOT NULL,
    shows_type {bool} NOT NULL,
    shows_category {bool} NOT NULL,
    priorities {text} NOT NULL
);
INSERT INTO ticket_settings (id, version, shows_type, shows_category, priorities) VALUES
    (1, 1, FALSE, FALSE,
     'low low normal low normal high normal high critical high critical critical');
