-- Devices and software of customers: whose they are, where they stand and who uses them.

-- `folded` is what the name is compared and ordered by; `search_text` everything that it is found by,
-- folded, one item per line. A site that is gone stays named here and is shown no more.
CREATE TABLE asset (
    id {id},
    version {int} NOT NULL,
    customer {int} NOT NULL REFERENCES customer (id),
    site {int},
    person {int} REFERENCES person (id),
    kind {text} NOT NULL,
    name {text} NOT NULL,
    folded {word} NOT NULL,
    search_text {text} NOT NULL,
    maker {text} NOT NULL,
    model {text} NOT NULL,
    serial_number {text} NOT NULL,
    inventory_number {text} NOT NULL,
    purchased_on {text},
    warranty_until {text},
    note {text} NOT NULL,
    created_at {int} NOT NULL,
    retired_at {int}
);
CREATE INDEX asset_order ON asset (folded, id);
CREATE INDEX asset_customer ON asset (customer, folded, id);
CREATE INDEX asset_site ON asset (site) WHERE site IS NOT NULL;
CREATE INDEX asset_person ON asset (person) WHERE person IS NOT NULL;

-- The names that are in use: one customer's two assets never have the same.
CREATE TABLE asset_name (
    customer {int} NOT NULL,
    folded {word} NOT NULL,
    asset {int} NOT NULL,
    PRIMARY KEY (customer, folded)
);
CREATE INDEX asset_name_asset ON asset_name (asset);
