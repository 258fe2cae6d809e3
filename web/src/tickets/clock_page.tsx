// Why each promise about a ticket stands as it does: sums by cause, then every piece of time without
// a gap. Our people read also by what it was counted, and how long the ticket was at which tier;
// the server tells customers nothing of that.

import { Link, useParams, useSearch } from "@tanstack/react-router";
import { ClockCheck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { api } from "../api/client";
import type { ClockInterval, ClockShare, ClockTier, Ticket, TicketClock } from "../api/types";
import { useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { useRow } from "../base/live";
import { useResource } from "../base/resource";
import { isStaff, may } from "../base/session";
import { duration, moment } from "../base/time";
import { goalText, percentText, targetText } from "../sla/model";
import { Badge } from "../ui/badge";
import { cx } from "../ui/classes";
import { Empty, Failure, Skeleton } from "../ui/empty";
import { Facts, Page, Section } from "../ui/page";
import { clockActions } from "./clock_actions";
import {
  type Clocks,
  causeText,
  dueText,
  intervalText,
  loadClocks,
  nameOf,
  rangeText,
  sentence,
  whyText,
} from "./clock_model";
import { ClockBar, ClockMark, WorkaroundButton } from "./clocks";
import { mayWorkOn, priorityText, ticketStore } from "./model";
import { clocksKey, ticketKey, useFreshTalk } from "./reading";

export function ClockPage() {
  const params = useParams({ strict: false }) as { ticket: string };
  const id = Number(params.ticket);
  const row = useRow(ticketStore, id);
  const load = () => api.tickets.readTicket({ ticket: id });
  const shown = useResource(ticketKey(id), load, row !== undefined);
  const ticket = row ?? shown.value;
  if (ticket) return <Loaded key={id} ticket={ticket} />;
  return (
    <Page title={t("tickets.clock.explain")}>
      {shown.error ? <Failure problem={shown.error} /> : <Skeleton lines={8} />}
    </Page>
  );
}

function Loaded({ ticket }: { ticket: Ticket }) {
  useFreshTalk(ticket);
  useCommands(clockActions(ticket));
  // All of it as it stood at one moment, which is told: here minutes do not go on by themselves.
  const { value: clocks, error } = useResource(clocksKey(ticket.id), () => loadClocks(ticket.id));
  const mayTell = mayWorkOn(ticket) && ticket.status !== "closed";
  return (
    <Page
      title={t("tickets.clock.explain")}
      above={
        <Link
          to="/tickets/$ticket"
          params={{ ticket: String(ticket.id) }}
          className="hover:underline"
        >
          <span className="tabular-nums">{ticket.number}</span> · {ticket.subject}
        </Link>
      }
      marks={clocks?.hasWorkaround && <Badge tone="info">{t("tickets.workaround.there")}</Badge>}
      actions={clocks && mayTell && <WorkaroundButton has={clocks.hasWorkaround} />}
    >
      {clocks ? (
        <All clocks={clocks} />
      ) : error ? (
        <Failure problem={error} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

function All({ clocks }: { clocks: Clocks }) {
  const search = useSearch({ strict: false }) as { of?: string };
  if (clocks.items.length === 0) {
    return (
      <Empty icon={ClockCheck} title={t("tickets.clock.none")} text={t("tickets.clock.noneText")} />
    );
  }
  const isOnly = (clock: TicketClock) =>
    clocks.items.filter((one) => one.target === clock.target).length === 1;
  return (
    <div className="max-w-4xl space-y-4">
      {clocks.items.map((clock) => (
        <One
          key={nameOf(clock)}
          clock={clock}
          title={
            isOnly(clock)
              ? targetText(clock.target)
              : t("tickets.clock.nth", { target: targetText(clock.target), run: clock.run })
          }
          zones={clocks.zonesVersion}
          chosen={search.of === nameOf(clock)}
        />
      ))}
      <p className="px-1 text-xs text-muted">
        {t("tickets.clock.asOf", { moment: moment(clocks.at) })}
      </p>
    </div>
  );
}

interface OneProps {
  clock: TicketClock;
  title: string;
  zones: string;
  chosen: boolean; // What the reader came for.
}

function One({ clock, title, zones, chosen }: OneProps) {
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(chosen && isStaff());
  useEffect(() => {
    if (chosen) place.current?.scrollIntoView({ block: "start" });
  }, [chosen]);
  return (
    <div ref={place} className="scroll-mt-4">
      <Section title={title} actions={<ClockMark clock={clock} />}>
        <p className="text-base">{sentence(clock)}</p>
        <ClockBar clock={clock} />
        <p className="text-xs text-muted tabular-nums">
          {t("tickets.clock.spentOf", {
            spent: duration(clock.spent),
            budget: duration(clock.budget),
          })}
          {" · "}
          {dueText(clock)}
        </p>
        <details
          open={open}
          onToggle={(event) => setOpen(event.currentTarget.open)}
          className="mt-3 border-t border-line pt-2"
        >
          <summary className="py-1 text-accent-text">{t("tickets.clock.details")}</summary>
          {open && <Details clock={clock} zones={zones} />}
        </details>
      </Section>
    </div>
  );
}

function Details({ clock, zones }: { clock: TicketClock; zones: string }) {
  return (
    <div className="mt-2 space-y-5">
      <Facts
        facts={[
          ...clock.sums.map((sum) => ({
            name: sum.cause === "counts" ? t("tickets.clock.counted") : causeText(sum.cause),
            value: <span className="tabular-nums">{duration(sum.minutes)}</span>,
          })),
          { name: t("tickets.clock.promised"), value: goalText(clock.goal) },
        ]}
      />
      <Intervals intervals={clock.intervals} />
      <Basis clock={clock} zones={zones} />
      {clock.tiers && clock.tiers.length > 0 && <Tiers tiers={clock.tiers} />}
      {clock.shares && clock.shares.length > 0 && (
        <Shares shares={clock.shares} endedAt={clock.endedAt} />
      )}
    </div>
  );
}

const heading = "mb-1.5 text-xs font-semibold";
const cell = "py-1.5 pr-4 align-top last:pr-0";

interface TableProps {
  title: string;
  note?: string;
  columns: string[];
  rows: { key: string; quiet?: boolean; cells: (string | number | undefined)[] }[];
}

function Table({ title, note, columns, rows }: TableProps) {
  return (
    <section>
      <h3 className={heading}>{title}</h3>
      {note && <p className="mb-1.5 text-xs text-muted">{note}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard. */}
      <section className="overflow-x-auto" aria-label={title} tabIndex={0}>
        <table className={cx("w-full text-left tabular-nums", columns.length > 3 && "min-w-lg")}>
          <thead className="text-xs text-muted">
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={`${cell} font-normal`}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className={cx("border-t border-line", row.quiet && "text-muted")}>
                {row.cells.map((text, at) => (
                  <td key={columns[at]} className={cell}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Intervals({ intervals }: { intervals: ClockInterval[] }) {
  const inner = intervals.some((one) => one.tier !== undefined);
  return (
    <Table
      title={t("tickets.clock.intervals")}
      columns={[
        t("tickets.clock.when"),
        t("tickets.clock.causeTitle"),
        t("tickets.clock.time"),
        ...(inner ? [t("tickets.tier"), t("tickets.clock.calendarVersion")] : []),
      ]}
      rows={intervals.map((one) => ({
        key: one.from,
        quiet: one.cause !== "counts",
        cells: [
          rangeText(one),
          intervalText(one),
          duration(one.minutes),
          ...(inner ? [one.tier, one.calendarVersion] : []),
        ],
      }))}
    />
  );
}

function Basis({ clock, zones }: { clock: TicketClock; zones: string }) {
  const { basis } = clock;
  if (!basis) return null;
  const policy = t("tickets.clock.policyOf", {
    name: basis.policyName,
    version: basis.policyVersion,
    place: basis.place,
  });
  const link = "text-accent-text hover:underline";
  return (
    <section>
      <h3 className={heading}>{t("tickets.clock.basis")}</h3>
      <Facts
        facts={[
          {
            name: t("tickets.clock.policy"),
            value: may("sla.see_policies") ? (
              <Link to="/sla" className={link}>
                {policy}
              </Link>
            ) : (
              policy
            ),
          },
          { name: t("tickets.clock.whyIt"), value: whyText(basis) },
          { name: t("tickets.priorityTitle"), value: priorityText(basis.priority) },
          {
            name: t("tickets.clock.calendar"),
            value: (
              <Link
                to="/calendars/$calendar"
                params={{ calendar: String(basis.calendar) }}
                className={link}
              >
                {basis.calendarName}
              </Link>
            ),
          },
          {
            name: t("tickets.clock.zone"),
            value: t("tickets.clock.zoneOf", { zone: basis.zone, version: zones }),
          },
        ]}
      />
    </section>
  );
}

function Tiers({ tiers }: { tiers: ClockTier[] }) {
  return (
    <Table
      title={t("tickets.clock.tiers")}
      note={t("tickets.clock.tiersNote")}
      columns={[
        t("tickets.tier"),
        t("tickets.clock.when"),
        t("tickets.clock.spent"),
        t("tickets.clock.budget"),
        t("tickets.clock.budgetUsed"),
      ]}
      rows={tiers.map((one) => ({
        key: one.from,
        cells: [
          one.tier,
          one.to
            ? rangeText({ from: one.from, to: one.to })
            : t("tickets.clock.since", { moment: moment(one.from) }),
          duration(one.spent),
          one.budget === undefined ? "–" : duration(one.budget),
          one.dueAt ? moment(one.dueAt) : "–",
        ],
      }))}
    />
  );
}

function Shares({ shares, endedAt }: { shares: ClockShare[]; endedAt?: string }) {
  return (
    <Table
      title={t("tickets.clock.shares")}
      columns={[t("tickets.clock.share"), t("tickets.clock.when"), t("tickets.clock.shareDone")]}
      rows={shares.map((one) => ({
        key: String(one.percent),
        cells: [
          percentText(one.percent / 100),
          one.at ? moment(one.at) : endedAt ? "–" : t("tickets.clock.shareNever"),
          t(one.isDone ? "ui.yes" : "ui.no"),
        ],
      }))}
    />
  );
}
