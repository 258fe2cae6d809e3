// A ticket's state and priority as badges.

import { ClockCheck } from "lucide-react";
import type { Ticket } from "../api/types";
import { t } from "../base/i18n";
import { useMinute } from "../base/minute";
import { duration, format, moment } from "../base/time";
import { Badge } from "../ui/badge";
import { cx } from "../ui/classes";
import { dueState, dueText } from "./marks_model";
import { priorityText, priorityTone, standText, statusTone } from "./model";

const tagsShown = 1; // More would leave no room for the subject.

interface StatusProps {
  ticket: Parameters<typeof standText>[0];
  pending?: boolean; // Shown already, not yet confirmed by the server.
}

export function StatusBadge({ ticket, pending }: StatusProps) {
  return (
    <span
      className={cx("inline-flex", pending && "rounded-md outline-1 outline-dashed outline-edge")}
    >
      <Badge tone={statusTone[ticket.status]}>{standText(ticket)}</Badge>
    </span>
  );
}

// In words, and not by its colour alone.
export function DueBadge({ ticket }: { ticket: Pick<Ticket, "dueAt" | "dueOn"> }) {
  const state = dueState(ticket, new Date());
  if (!state || state === "later") return null;
  return (
    <Badge tone={state === "overdue" ? "danger" : "warn"}>
      {t(state === "overdue" ? "tickets.overdue" : "tickets.dueToday")}
    </Badge>
  );
}

const day = 24 * 60; // Minutes: beyond them there is no hurry to tell of.

const shortDate = (instant: string) =>
  format("short day", { day: "numeric", month: "short" }).format(new Date(instant));

// How long until the next promise, for the rows of a list; past it in a word, not by colour alone.
export function PromiseMark({ ticket }: { ticket: Pick<Ticket, "promisedUntil" | "status"> }) {
  const now = useMinute();
  if (!ticket.promisedUntil || ticket.status === "resolved" || ticket.status === "closed") {
    return null;
  }
  const left = Math.ceil((Date.parse(ticket.promisedUntil) - now) / 60_000);
  if (left <= 0) return <Badge tone="warn">{t("tickets.promise.late")}</Badge>;
  const time = left < day ? duration(left) : shortDate(ticket.promisedUntil);
  return (
    <span
      title={t("tickets.promise.until", { moment: moment(ticket.promisedUntil) })}
      className="inline-flex shrink-0 items-center gap-1 text-2xs whitespace-nowrap text-muted tabular-nums"
    >
      <ClockCheck aria-hidden size={12} />
      <span className="sr-only">{t("tickets.promise.left")} </span>
      {time}
    </span>
  );
}

// Beside the subject in a list: when it is due, whether it sleeps, and its words.
export function RowMarks({ ticket }: { ticket: Ticket }) {
  const tags = ticket.tags ?? [];
  if (!ticket.dueAt && !ticket.snoozedUntil && !ticket.promisedUntil && tags.length === 0) {
    return null;
  }
  return (
    <span className="inline-flex shrink-0 items-center gap-1">
      <PromiseMark ticket={ticket} />
      {ticket.snoozedUntil && <Badge tone="info">{t("tickets.snoozedMark")}</Badge>}
      {ticket.dueAt &&
        (dueState(ticket, new Date()) === "later" ? (
          <Badge>{t("tickets.dueBy", { day: dueText(ticket) })}</Badge>
        ) : (
          <DueBadge ticket={ticket} />
        ))}
      <span className="hidden gap-1 2xl:inline-flex">
        {tags.slice(0, tagsShown).map((one) => (
          <Badge key={one.tag}>
            <span className="max-w-24 truncate">{one.name}</span>
          </Badge>
        ))}
        {tags.length > tagsShown && <Badge>+{tags.length - tagsShown}</Badge>}
      </span>
    </span>
  );
}

export function PriorityBadge({ ticket }: { ticket: Pick<Ticket, "priority"> }) {
  return <Badge tone={priorityTone[ticket.priority]}>{priorityText(ticket.priority)}</Badge>;
}
