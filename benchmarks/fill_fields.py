"""Values for a million tickets: what the verbs would write one by one, as rows at once.

The fields are defined by requests; only their values go straight into the table. Its indexes are
taken away and built again afterwards, as a restore does.
"""
import sqlite3

AT_ONCE = 50_000


def fill(path, values):
    """`values`: for each field the column that holds it and an SQL expression over the ticket's
    `id`; NULL where a ticket has nothing there."""
    database = sqlite3.connect(path / "ogniwo.db")
    database.execute("PRAGMA synchronous = off")
    indexes = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND"
                               " tbl_name = 'ticket_field_value' AND sql IS NOT NULL").fetchall()
    for name, _ in indexes:
        database.execute(f"DROP INDEX {name}")
    last = database.execute("SELECT MAX(id) FROM ticket").fetchone()[0]
    for first in range(0, last + 1, AT_ONCE):
        for field, (column, expression) in sorted(values.items()):
            database.execute(f"""
                INSERT INTO ticket_field_value
                    (ticket, field, item, of_customer, is_open, {column})
                SELECT id, {field}, 0, customer, status IN ('new', 'open', 'waiting'), {expression}
                  FROM ticket WHERE id > {first} AND id <= {first + AT_ONCE}
                   AND {expression} IS NOT NULL""")
        database.commit()
    for _, sql in indexes:
        database.execute(sql)
    database.commit()
    database.close()
