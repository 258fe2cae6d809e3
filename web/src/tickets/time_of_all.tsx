// Everybody's work, by days, person and customer, with its sums and as a table for a spreadsheet.

import { Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { api } from "../api/client";
import type { TimeTotals } from "../api/types";
import { saveTable } from "../base/files";
import { language, t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { usePages } from "../base/pages";
import { useResource } from "../base/resource";
import { dayInput, duration } from "../base/time";
import { findCustomers, findStaff } from "../people/finders";
import { Button } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Empty, Failure, Skeleton } from "../ui/empty";
import { Field, Input } from "../ui/field";
import { Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { TicketEntry } from "./ticket_time";

interface Filter {
  from: string;
  to: string;
  person?: Found;
  customer?: Found;
}

// From the first of the month on: that is what is looked through before a bill.
function thisMonth(): Filter {
  const today = dayInput(new Date());
  return { from: `${today.slice(0, 8)}01`, to: today };
}

const asked = ({ from, to, person, customer }: Filter) => ({
  from,
  to,
  ...(person && { person: person.id }),
  ...(customer && { customer: customer.id }),
});

export function AllTime() {
  const [filter, setFilter] = useState(thisMonth);
  const whole = Boolean(filter.from && filter.to);
  return (
    <div className="space-y-4">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Field label={t("tickets.time.from")}>
          <Input
            name="from"
            type="date"
            value={filter.from}
            onChange={(event) => setFilter({ ...filter, from: event.target.value })}
          />
        </Field>
        <Field label={t("tickets.time.to")}>
          <Input
            name="to"
            type="date"
            value={filter.to}
            onChange={(event) => setFilter({ ...filter, to: event.target.value })}
          />
        </Field>
        <Field label={t("tickets.time.person")}>
          <Combobox
            name="person"
            chosen={filter.person}
            onChoose={(person) => setFilter({ ...filter, person })}
            find={findStaff}
          />
        </Field>
        <Field label={t("tickets.customer")}>
          <Combobox
            name="customer"
            chosen={filter.customer}
            onChoose={(customer) => setFilter({ ...filter, customer })}
            find={findCustomers}
          />
        </Field>
      </div>
      {whole && <Listed filter={filter} />}
    </div>
  );
}

function Listed({ filter }: { filter: Filter }) {
  const wish = asked(filter);
  const question = `time/all/${JSON.stringify(wish)}`;
  const pages = usePages(question, (cursor) => api.tickets.listTime({ ...wish, cursor }));
  const sums = useResource(`${question}/sums`, () => api.tickets.listTime({ ...wish, limit: 1 }));
  // Something was booked or taken back meanwhile.
  const entries = sums.value?.totals.entries;
  const counted = useRef(entries);
  const again = useRef(pages.again);
  again.current = pages.again;
  useEffect(() => {
    if (counted.current !== undefined && counted.current !== entries) again.current();
    counted.current = entries;
  }, [entries]);
  if (pages.error && pages.rows.length === 0) return <Failure problem={pages.error} />;
  if (pages.loading && pages.rows.length === 0) return <Skeleton lines={6} />;
  if (pages.rows.length === 0) return <Empty title={t("tickets.time.noneThere")} />;
  return (
    <>
      <Sums totals={sums.value?.totals} filter={filter} />
      <Section flush>
        <ul className="divide-y divide-line">
          {pages.rows.map((entry) => (
            <TicketEntry key={entry.id} entry={entry} />
          ))}
        </ul>
      </Section>
      {!pages.complete && (
        <Button busy={pages.loading} onClick={pages.more}>
          {t("tickets.time.more")}
        </Button>
      )}
    </>
  );
}

function Sums({ totals, filter }: { totals: TimeTotals | undefined; filter: Filter }) {
  const words = useObservable(language);
  const save = () =>
    attempt(async () => {
      const file = await api.tickets.exportTime({ ...asked(filter), language: words });
      saveTable(file.name, [file.csv]);
    });
  return (
    <div className="flex flex-wrap items-center gap-3">
      {totals && (
        <p className="flex-1">
          {t("tickets.time.sum", {
            all: duration(totals.minutes),
            billable: duration(totals.billableMinutes),
          })}
        </p>
      )}
      <Button icon={Download} onClick={() => void save()}>
        {t("tickets.time.export")}
      </Button>
    </div>
  );
}
