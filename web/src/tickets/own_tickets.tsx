// What a customer's person sees of their tickets: what is being worked on, what is done, and a way to
// write a new one. No grid, no tiers, no words of ours; large enough for a thumb.

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ChevronRight, CircleCheckBig, MessageSquarePlus } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { Ticket } from "../api/types";
import { t } from "../base/i18n";
import { useList } from "../base/live_list";
import { useObservable } from "../base/observable";
import { may, useSession } from "../base/session";
import { folded, matches } from "../base/text";
import { brief } from "../base/time";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Empty, Failure, Skeleton } from "../ui/empty";
import { ListFilter } from "../ui/list";
import { Page } from "../ui/page";
import {
  isDone,
  ownStandText,
  ownTitle,
  statusTone,
  type TicketSearch,
  ticketStore,
} from "./model";
import { listOf, loadAgain, loading } from "./open_tickets";
import { prefetchTicket } from "./reading";

const OwnNew = lazy(() => import("./own_new").then((file) => ({ default: file.OwnNew })));

const few = 20; // Cards of one part before "show more".
const manyEnough = 8; // From here on looking for one among them is worth a field.

function useOwnTickets(q: string): Ticket[] {
  const { ids } = useList(listOf({ view: "all" }));
  const wanted = folded(q.trim());
  return ids.flatMap((id) => {
    const row = ticketStore.get(id);
    if (!row) return [];
    return !wanted || matches(folded(`${row.number} ${row.subject}`), wanted) ? [row] : [];
  });
}

export function OwnTickets() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as TicketSearch;
  const [writing, setWriting] = useState(false);
  const { state, problem } = useObservable(loading);
  const q = search.q ?? "";
  const tickets = useOwnTickets(q);
  const underWay = tickets.filter((one) => !isDone(one) && !one.mergedInto);
  const done = tickets.filter((one) => isDone(one) || one.mergedInto);
  const mayWrite = may("tickets.create");
  const waiting = tickets.length === 0 && (state === "loading" || state === "none");
  const write = mayWrite && (
    <Button
      look="main"
      icon={MessageSquarePlus}
      className="!min-h-11 max-sm:w-full"
      onClick={() => setWriting(true)}
    >
      {t("tickets.own.new")}
    </Button>
  );

  return (
    <Page
      title={ownTitle()}
      actions={
        <>
          {(q || tickets.length >= manyEnough) && (
            <ListFilter
              label={t("tickets.own.find")}
              value={q}
              onChange={(text) =>
                navigate({ to: "/tickets", search: { q: text || undefined }, replace: true })
              }
            />
          )}
          {write}
        </>
      }
    >
      <div className="max-w-3xl">
        {tickets.length === 0 && state === "failed" ? (
          <Failure problem={problem} again={loadAgain} />
        ) : waiting ? (
          <Skeleton lines={6} />
        ) : (
          <>
            <Part title={t("tickets.own.underWay")} tickets={underWay}>
              {q ? (
                <p className="px-1 py-6 text-muted">{t("ui.nothingFound")}</p>
              ) : (
                <Empty
                  icon={CircleCheckBig}
                  title={t("tickets.own.none")}
                  text={t("tickets.own.noneText")}
                />
              )}
            </Part>
            {done.length > 0 && <Part title={t("tickets.own.done")} tickets={done} />}
          </>
        )}
      </div>
      <Suspense>
        {(writing || (search.new && mayWrite)) && (
          <OwnNew
            onClose={() => {
              setWriting(false);
              if (search.new) void navigate({ to: "/tickets", search: {}, replace: true });
            }}
            onCreated={(ticket) =>
              navigate({ to: "/tickets/$ticket", params: { ticket: String(ticket.id) } })
            }
          />
        )}
      </Suspense>
    </Page>
  );
}

interface PartProps {
  title: string;
  tickets: Ticket[];
  children?: ReactNode; // What stands there when there are none.
}

function Part({ title, tickets, children }: PartProps) {
  const [shown, setShown] = useState(few);
  return (
    <section className="mb-8">
      <h2 className="mb-2.5 px-1 text-base">{title}</h2>
      {tickets.length === 0 && (
        <div className="rounded-xl border border-line bg-surface px-4">{children}</div>
      )}
      <ul className="space-y-2.5">
        {tickets.slice(0, shown).map((ticket) => (
          <Card key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      {tickets.length > shown && (
        <Button look="quiet" className="mt-2" onClick={() => setShown(shown + few)}>
          {t("tickets.own.more")}
        </Button>
      )}
    </section>
  );
}

function Card({ ticket }: { ticket: Ticket }) {
  const { person } = useSession();
  const others = ticket.requester && ticket.requester !== person ? ticket.requesterName : undefined;
  const facts = [
    t("tickets.own.number", { number: String(ticket.number) }),
    others,
    brief(ticket.updatedAt, new Date()),
  ];
  return (
    <li>
      <Link
        to="/tickets/$ticket"
        params={{ ticket: String(ticket.id) }}
        onMouseEnter={() => prefetchTicket(ticket.id)}
        onFocus={() => prefetchTicket(ticket.id)}
        className="flex items-center gap-3 rounded-xl border border-line bg-surface px-4 py-3.5 hover:border-edge"
      >
        <span className="min-w-0 flex-1">
          <span className="mb-1.5 block text-base font-medium [overflow-wrap:anywhere]">
            {ticket.subject}
          </span>
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted">
            {ticket.mergedInto ? (
              <Badge>{t("tickets.own.merged", { number: String(ticket.mergedInto) })}</Badge>
            ) : (
              <Badge tone={statusTone[ticket.status]}>{ownStandText(ticket)}</Badge>
            )}
            <span>{facts.filter(Boolean).join(" · ")}</span>
          </span>
        </span>
        <ChevronRight aria-hidden size={18} className="shrink-0 text-muted" />
      </Link>
    </li>
  );
}
