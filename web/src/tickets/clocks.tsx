// What was promised about a ticket and how far it is, beside its talk: a quiet row for each promise.
// It goes on by the minute without asking; the server is asked when hours begin or end.

import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Ticket, TicketClock } from "../api/types";
import { commands } from "../base/commands";
import { t } from "../base/i18n";
import { useMinute } from "../base/minute";
import { refresh, useResource } from "../base/resource";
import { targetText } from "../sla/model";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { cx } from "../ui/classes";
import { Section } from "../ui/page";
import {
  type Clocks as ClocksOf,
  dueText,
  forecastText,
  foremost,
  goneOn,
  loadClocks,
  markOf,
  nameOf,
  present,
  sentence,
  shareSpent,
  stalesAt,
} from "./clock_model";
import { mayWorkOn } from "./model";
import { clocksKey } from "./reading";

// As they stand in this minute. Nothing until they are known.
export function useClocks(ticket: number): ClocksOf | undefined {
  const clocks = useResource(clocksKey(ticket), () => loadClocks(ticket), true).value;
  const now = useMinute();
  const isStale = clocks !== undefined && now >= (stalesAt(clocks) ?? Number.POSITIVE_INFINITY);
  useEffect(() => {
    if (isStale) refresh(clocksKey(ticket));
  }, [isStale, ticket]);
  return clocks && { ...clocks, items: clocks.items.map((one) => goneOn(one, clocks, now)) };
}

export function Clocks({ ticket }: { ticket: Ticket }) {
  const clocks = useClocks(ticket.id);
  const shown = present(clocks?.items ?? []);
  if (!clocks || (shown.length === 0 && !clocks.forecast)) return null;
  return (
    <Section
      flush
      title={t("tickets.clock.title")}
      actions={clocks.hasWorkaround && <Badge tone="info">{t("tickets.workaround.there")}</Badge>}
    >
      <ul className="divide-y divide-line">
        {shown.map((clock) => (
          <li key={nameOf(clock)}>
            <Link
              to="/tickets/$ticket/clocks"
              params={{ ticket: String(ticket.id) }}
              search={{ of: nameOf(clock) }}
              className="block px-4 py-2.5 -outline-offset-2 hover:bg-hover"
            >
              <ClockRow clock={clock} />
            </Link>
          </li>
        ))}
      </ul>
      {clocks.forecast && (
        <p className="border-t border-line px-4 py-2 text-xs text-muted">
          {forecastText(clocks.forecast)}
        </p>
      )}
      {mayWorkOn(ticket) && ticket.status !== "closed" && (
        <div className="border-t border-line px-4 py-2">
          <WorkaroundButton has={clocks.hasWorkaround} />
        </div>
      )}
    </Section>
  );
}

function ClockRow({ clock }: { clock: TicketClock }) {
  return (
    <>
      <span className="mb-1 flex items-center gap-2">
        <span className="flex-1 font-medium">{targetText(clock.target)}</span>
        <ClockMark clock={clock} />
      </span>
      <span className="block">{sentence(clock)}</span>
      <ClockBar clock={clock} />
      <span className="block text-xs text-muted tabular-nums">{dueText(clock)}</span>
    </>
  );
}

export function ClockMark({ clock }: { clock: TicketClock }) {
  const mark = markOf(clock);
  return mark ? <Badge tone={mark.tone}>{mark.text}</Badge> : null;
}

// Says nothing that does not stand beside it in words.
export function ClockBar({ clock }: { clock: TicketClock }) {
  const isLate = clock.isLate || clock.state === "missed";
  return (
    <span aria-hidden className="my-1.5 block h-1 overflow-hidden rounded-full bg-sunken">
      <span
        style={{ width: `${shareSpent(clock)}%` }}
        className={cx("block h-full rounded-full", isLate ? "bg-warn-text" : "bg-accent")}
      />
    </span>
  );
}

export function WorkaroundButton({ has }: { has: boolean }) {
  const id = has ? "tickets.workaround.gone" : "tickets.workaround.found";
  const press = () => {
    const command = commands.find(id);
    if (command) commands.run(command);
  };
  return (
    <Button size="small" look="quiet" onClick={press}>
      {t(id)}
    </Button>
  );
}

// For the customer: one sentence, the way to all of it, and by when an answer usually comes.
export function OwnClocks({ ticket }: { ticket: Ticket }) {
  const clocks = useClocks(ticket.id);
  const clock = foremost(clocks?.items ?? []);
  if (ticket.mergedInto || !(clock || clocks?.forecast)) return null;
  return (
    <div className="mb-4 space-y-1 px-1 text-muted">
      {clock && (
        <p>
          {sentence(clock)}{" "}
          <Link
            to="/tickets/$ticket/clocks"
            params={{ ticket: String(ticket.id) }}
            search={{ of: nameOf(clock) }}
            className="text-accent-text underline"
          >
            {t("tickets.clock.why")}
          </Link>
        </p>
      )}
      {clocks?.forecast && <p>{forecastText(clocks.forecast)}</p>}
    </div>
  );
}
