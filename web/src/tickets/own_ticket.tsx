// One ticket as a customer's person reads it: where it stands, in one sentence; the talk; a place to
// answer; and what has happened so far, for those who want to know.

import { Link, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { HistoryEntry, Ticket } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { mayFor } from "../base/session";
import { moment } from "../base/time";
import { Badge } from "../ui/badge";
import { ButtonOf } from "../ui/button";
import { When } from "../ui/empty";
import { Page } from "../ui/page";
import { type OpenDialog, useTicketActions } from "./actions";
import { Approval } from "./approval";
import { OwnClocks } from "./clocks";
import { Composer, focusComposer } from "./composer";
import {
  isDone,
  ownEntries,
  ownHistoryText,
  ownStandText,
  ownStory,
  ownTitle,
  statusTone,
} from "./model";
import { OwnAppointments } from "./own_appointments";
import { OwnRating } from "./rating";
import { historyKey, loadHistory } from "./reading";
import { Thread } from "./thread";
import { OwnTime } from "./ticket_time";

const OwnMerged = lazy(() => import("./merges").then((file) => ({ default: file.OwnMerged })));
const FieldPanel = lazy(() =>
  import("./field_panel").then((file) => ({ default: file.FieldPanel })),
);

interface OwnTicketProps {
  ticket: Ticket;
  open(dialog: OpenDialog): void;
}

export function OwnTicket({ ticket, open }: OwnTicketProps) {
  const search = useSearch({ strict: false }) as { tab?: string };
  const actions = useTicketActions(ticket, open, (kind) => focusComposer(kind));
  const reopen = actions.find((one) => one.id === "tickets.reopen" && one.shown);
  const close = actions.find((one) => one.id === "tickets.close" && one.shown);
  const [steps, setSteps] = useState(search.tab === "history");
  const story = ownStory(ticket);
  return (
    <Page
      title={ticket.subject}
      above={
        <>
          <Link to="/tickets" className="hover:underline">
            {ownTitle()}
          </Link>
          {" · "}
          <span className="tabular-nums">
            {t("tickets.own.number", { number: String(ticket.number) })}
          </span>
          {ticket.siteName && ` · ${ticket.siteName}`}
        </>
      }
      marks={
        !ticket.mergedInto && <Badge tone={statusTone[ticket.status]}>{ownStandText(ticket)}</Badge>
      }
    >
      <div className="max-w-3xl">
        {ticket.mergedInto && (
          <Suspense>
            <OwnMerged ticket={ticket} />
          </Suspense>
        )}
        {!ticket.mergedInto && (
          <div className="mb-4 flex flex-wrap items-center gap-3 rounded-xl bg-accent-soft px-4 py-3 text-accent-text">
            <p className="min-w-0 flex-1">
              {story}
              {ticket.waitingNote && (
                <span className="block font-medium">
                  {t("tickets.waitingNote")}: {ticket.waitingNote}
                </span>
              )}
              {ticket.assigneeName && ` ${t("tickets.own.who", { name: ticket.assigneeName })}`}
            </p>
            {reopen && ticket.status === "closed" && <ButtonOf command={reopen} />}
            {close && <ButtonOf command={close} />}
          </div>
        )}
        <OwnClocks ticket={ticket} />
        <Approval ticket={ticket} />
        <OwnAppointments ticket={ticket} />
        <Thread ticket={ticket} />
        {mayFor("tickets.reply", ticket.customer) && <Composer ticket={ticket} />}
        {isDone(ticket) && <OwnRating ticket={ticket} />}
        <div className="mt-6 empty:hidden">
          <Suspense>
            <FieldPanel ticket={ticket} />
          </Suspense>
        </div>
        <OwnTime ticket={ticket} />
        <details
          open={steps}
          onToggle={(event) => setSteps(event.currentTarget.open)}
          className="mt-6 border-t border-line pt-3"
        >
          <summary className="py-1 text-muted">{t("tickets.own.steps")}</summary>
          {steps && <Steps ticket={ticket} />}
        </details>
      </div>
    </Page>
  );
}

function Steps({ ticket }: { ticket: Ticket }) {
  const shown = useResource(historyKey(ticket.id), () => loadHistory(ticket.id));
  return (
    <When shown={shown} lines={3}>
      {(entries: HistoryEntry[]) => (
        <ol className="mt-2 space-y-2.5">
          {ownEntries(entries).map((entry) => {
            const text = ownHistoryText(entry);
            return (
              text && (
                <li key={entry.event} className="flex flex-wrap gap-x-3">
                  <time dateTime={entry.at} className="w-36 text-muted tabular-nums">
                    {moment(entry.at)}
                  </time>
                  <span className="min-w-0 flex-1 basis-56">{text}</span>
                </li>
              )
            );
          })}
        </ol>
      )}
    </When>
  );
}
