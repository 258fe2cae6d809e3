-- Macros: named lists of effects for a ticket.

-- One without an owner is everybody's. `effects` is the JSON of MacroEffects.
CREATE TABLE ticket_macro (
    id {id},
    version {int} NOT NULL,
    owner {int},
    name_pl {text} NOT NULL,
    name_en {text} NOT NULL,
    effects {text} NOT NULL,
    retired_at {int}
);
CREATE INDEX ticket_macro_owner ON ticket_macro (owner, id);

-- One row for each ticket that a macro was applied to. By whom is in the ticket's history alone.
CREATE TABLE ticket_macro_use (
    id {id},
    macro {int} NOT NULL REFERENCES ticket_macro (id),
    ticket {int} NOT NULL REFERENCES ticket (id),
    at {int} NOT NULL
);
CREATE INDEX ticket_macro_use_macro ON ticket_macro_use (macro, at);
