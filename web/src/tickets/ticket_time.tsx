// The work on one ticket: its totals, and every entry with what took it back. The customer's page
// shows the same without what is internal.

import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { Ticket, TicketTime, TimeEntry } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { isStaff, mayFor, useSession } from "../base/session";
import { clock, date, duration } from "../base/time";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { cx } from "../ui/classes";
import { Empty, When } from "../ui/empty";
import { Facts, Section } from "../ui/page";
import { loadTime, timeKey } from "./reading";
import { timeDialog } from "./time_dialogs";
import { asDate, entryType, stands } from "./time_model";

export function TimeOfTicket({ ticket }: { ticket: Ticket }) {
  const shown = useResource(timeKey(ticket.id), () => loadTime(ticket.id));
  const book = () => timeDialog.set({ what: "book", ticket: ticket.id, subject: ticket.subject });
  const mayBook = mayFor("tickets.book_time", ticket.customer);
  return (
    <When shown={shown} lines={5}>
      {(time) =>
        time.items.length === 0 ? (
          <Empty title={t("tickets.time.none")} text={t("tickets.time.noneText")}>
            {mayBook && (
              <Button icon={Plus} onClick={book}>
                {t("tickets.time.book")}
              </Button>
            )}
          </Empty>
        ) : (
          <div className="space-y-4">
            <Totals time={time} />
            <Section
              title={t("tickets.time.entries")}
              flush
              actions={
                mayBook && (
                  <Button size="small" icon={Plus} onClick={book}>
                    {t("tickets.time.book")}
                  </Button>
                )
              }
            >
              <Entries items={time.items} subject={ticket.subject} />
            </Section>
          </div>
        )
      }
    </When>
  );
}

function Totals({ time }: { time: TicketTime }) {
  const { totals, persons } = time;
  return (
    <Section>
      <Facts
        facts={[
          { name: t("tickets.time.total"), value: duration(totals.minutes) },
          { name: t("tickets.time.billableTotal"), value: duration(totals.billableMinutes) },
          ...(persons.length > 1
            ? persons.map((one) => ({
                name: one.name ?? String(one.person),
                value: duration(one.minutes),
              }))
            : []),
        ]}
      />
    </Section>
  );
}

export function Entries({ items, subject }: { items: TimeEntry[]; subject?: string }) {
  return (
    <ul className="divide-y divide-line">
      {items.map((entry) => (
        <Entry key={entry.id} entry={entry} subject={subject} />
      ))}
    </ul>
  );
}

interface EntryProps {
  entry: TimeEntry;
  subject?: string; // Of the ticket, where the page is about one.
  above?: ReactNode; // Which ticket it is, where the page is about several.
}

export function Entry({ entry, subject, above }: EntryProps) {
  const person = useSession().person;
  const mine = entry.person === person;
  const mayCorrect =
    stands(entry) &&
    mayFor(mine ? "tickets.book_time" : "tickets.book_time_for_others", entry.customer);
  const correct = () =>
    timeDialog.set({
      what: "correct",
      ticket: entry.ticket,
      subject: subject ?? entry.subject ?? "",
      entry,
    });
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-3">
      <span
        className={cx(
          "w-18 shrink-0 sm:w-20 sm:text-right font-semibold tabular-nums",
          !stands(entry) && "font-normal text-muted",
          entry.reversedBy !== undefined && "line-through",
        )}
      >
        {duration(entry.minutes)}
      </span>
      <div className="min-w-0 flex-1 basis-56">
        {above}
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span>{entryType(entry)}</span>
          <EntryMarks entry={entry} />
        </p>
        {entry.customerText && <Words text={entry.customerText} />}
        {entry.internalText && (
          <p className="mt-1 rounded-lg bg-note text-note-text px-2.5 py-1.5 text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
            <span className="block text-xs text-muted">
              {t(entry.reverses ? "tickets.time.reason" : "tickets.time.internalText")}
            </span>
            {entry.internalText}
          </p>
        )}
        <p className="mt-0.5 text-xs text-muted">
          {date(asDate(entry.workedOn))}
          {entry.startedAt && `, ${clock(entry.startedAt)}`}
          {entry.personName && ` · ${entry.personName}`}
          {entry.bookedByName &&
            entry.bookedBy !== entry.person &&
            ` · ${t("tickets.time.bookedBy", { name: entry.bookedByName })}`}
        </p>
      </div>
      {mayCorrect && (
        <Button size="small" look="quiet" className="max-sm:ml-auto" onClick={correct}>
          {t("tickets.time.correct")}
        </Button>
      )}
    </li>
  );
}

// Where a list spans several tickets.
export function TicketEntry({ entry }: { entry: TimeEntry }) {
  return (
    <Entry
      entry={entry}
      above={
        <p className="text-xs text-muted">
          <Link
            to="/tickets/$ticket"
            params={{ ticket: String(entry.ticket) }}
            className="text-accent-text hover:underline"
          >
            {entry.ticket}
            {entry.subject && ` · ${entry.subject}`}
          </Link>
          {entry.customerName && ` · ${entry.customerName}`}
        </p>
      }
    />
  );
}

const Words = ({ text }: { text: string }) => (
  <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
);

function EntryMarks({ entry }: { entry: TimeEntry }) {
  return (
    <>
      {!entry.billable && <Badge>{t("tickets.time.notBillable")}</Badge>}
      {entry.reverses && <Badge tone="warn">{t("tickets.time.reversal")}</Badge>}
      {entry.reversedBy && <Badge tone="warn">{t("tickets.time.reversed")}</Badge>}
      {entry.replaces && <Badge tone="info">{t("tickets.time.corrected")}</Badge>}
      {entry.byStopwatch && isStaff() && <Badge>{t("tickets.time.byStopwatch")}</Badge>}
    </>
  );
}

// For the customer: folded, with the sum in its title; nothing where nothing was booked.
export function OwnTime({ ticket }: { ticket: Ticket }) {
  const allowed = mayFor("tickets.see_time", ticket.customer);
  const load = () => loadTime(ticket.id);
  const time = useResource(allowed ? timeKey(ticket.id) : undefined, load, true).value;
  if (!time || time.items.length === 0) return null;
  return (
    <details className="mt-6 border-t border-line pt-3">
      <summary className="py-1 text-muted">
        {t("tickets.own.time", { time: duration(time.totals.minutes) })}
      </summary>
      <p className="mt-2 text-sm">
        {t("tickets.own.timeBillable", { time: duration(time.totals.billableMinutes) })}
      </p>
      <Entries items={time.items} subject={ticket.subject} />
    </details>
  );
}
