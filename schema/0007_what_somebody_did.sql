-- Everything that a person has written or done, for the copy they may ask for and for erasing it.
CREATE INDEX journal_actor ON journal (actor, position) WHERE actor IS NOT NULL;
