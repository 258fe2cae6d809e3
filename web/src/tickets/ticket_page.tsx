// One ticket: the talk on the left, where it stands and who has it on the right. It follows the live
// row: a newer version means that the talk and the history are read again.

import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { EyeOff } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { api } from "../api/client";
import type { Ticket } from "../api/types";
import { useCommands } from "../base/commands";
import { t, withPageTexts } from "../base/i18n";
import { useRow } from "../base/live";
import { useObservable } from "../base/observable";
import { useResource } from "../base/resource";
import { isStaff, may, mayFor } from "../base/session";
import { moment } from "../base/time";
import { readAbout, unread } from "../notices/model";
import { CustomerLink } from "../people/customer_link";
import { Badge } from "../ui/badge";
import { ButtonOf } from "../ui/button";
import { Empty, Failure, Skeleton } from "../ui/empty";
import { Facts, Page, Section } from "../ui/page";
import { Tabs } from "../ui/tabs";
import { type OpenDialog, useTicketActions } from "./actions";
import { PriorityBadge, StatusBadge } from "./badges";
import { TierChain } from "./chain";
import { Composer, focusComposer } from "./composer";
import { Followers } from "./followers";
import { categoryOf, typeText } from "./kinds";
import {
  impactText,
  isDone,
  type Kind,
  neighbour,
  ownState,
  statusText,
  ticketStore,
  urgencyText,
} from "./model";
import { prefetchTicket, ticketKey, useFreshTalk } from "./reading";
import { useRouting } from "./routing";
import { useSites } from "./sites";
import { Thread } from "./thread";

const TicketDialogs = lazy(
  withPageTexts(() => import("./dialogs").then((file) => ({ default: file.TicketDialogs }))),
);
const MoveDialogs = lazy(
  withPageTexts(() => import("./move_dialogs").then((file) => ({ default: file.MoveDialogs }))),
);
const MergeDialog = lazy(
  withPageTexts(() => import("./merge_dialog").then((file) => ({ default: file.MergeDialog }))),
);
const SplitDialog = lazy(
  withPageTexts(() => import("./merge_split").then((file) => ({ default: file.SplitDialog }))),
);
const CustomerDialog = lazy(
  withPageTexts(() =>
    import("./merge_customer").then((file) => ({ default: file.CustomerDialog })),
  ),
);
const MergedBanner = lazy(
  withPageTexts(() => import("./merges").then((file) => ({ default: file.MergedBanner }))),
);
const Joined = lazy(
  withPageTexts(() => import("./merges").then((file) => ({ default: file.Joined }))),
);
const OwnTicket = lazy(
  withPageTexts(() => import("./own_ticket").then((file) => ({ default: file.OwnTicket }))),
);
const Handovers = lazy(
  withPageTexts(() => import("./handovers").then((file) => ({ default: file.Handovers }))),
);
const FieldPanel = lazy(
  withPageTexts(() => import("./field_panel").then((file) => ({ default: file.FieldPanel }))),
);
const History = lazy(
  withPageTexts(() => import("./history").then((file) => ({ default: file.History }))),
);
const Presence = lazy(
  withPageTexts(() => import("./presence").then((file) => ({ default: file.Presence }))),
);
const Checklist = lazy(
  withPageTexts(() => import("./checklist").then((file) => ({ default: file.Checklist }))),
);
const Approval = lazy(
  withPageTexts(() => import("./approval").then((file) => ({ default: file.Approval }))),
);
const RatingPanel = lazy(
  withPageTexts(() => import("./rating").then((file) => ({ default: file.RatingPanel }))),
);
const MarkDialogs = lazy(
  withPageTexts(() => import("./mark_dialogs").then((file) => ({ default: file.MarkDialogs }))),
);
const Marks = lazy(
  withPageTexts(() => import("./marks").then((file) => ({ default: file.Marks }))),
);
const Links = lazy(
  withPageTexts(() => import("./marks").then((file) => ({ default: file.Links }))),
);
const MarkNotices = lazy(
  withPageTexts(() => import("./marks").then((file) => ({ default: file.MarkNotices }))),
);
const Macros = lazy(
  withPageTexts(() => import("./macros").then((file) => ({ default: file.Macros }))),
);
const Beside = lazy(
  withPageTexts(() => import("./beside").then((file) => ({ default: file.Beside }))),
);
const Appointments = lazy(
  withPageTexts(() => import("./appointments").then((file) => ({ default: file.Appointments }))),
);
const Guests = lazy(
  withPageTexts(() => import("./guests").then((file) => ({ default: file.Guests }))),
);
const SiteFact = lazy(
  withPageTexts(() => import("./site_field").then((file) => ({ default: file.SiteFact }))),
);
const Clocks = lazy(
  withPageTexts(() => import("./clocks").then((file) => ({ default: file.Clocks }))),
);
const TimeOfTicket = lazy(
  withPageTexts(() => import("./ticket_time").then((file) => ({ default: file.TimeOfTicket }))),
);

export function TicketPage() {
  const params = useParams({ strict: false }) as { ticket: string };
  const id = Number(params.ticket);
  const row = useRow(ticketStore, id);
  const read = async () => {
    const mark = ticketStore.mark();
    const ticket = await api.tickets.readTicket({ ticket: id });
    ticketStore.take([ticket], mark);
    return ticket;
  };
  const shown = useResource(ticketKey(id), read, row !== undefined);
  const gone = ticketStore.isGone(id);
  const ticket = row ?? (gone ? undefined : shown.value);
  if (ticket) return <Loaded key={id} ticket={ticket} />;
  if (gone) return <Gone />;
  return (
    <Page title={t("tickets.ticket")}>
      {shown.error ? <Failure problem={shown.error} /> : <Skeleton lines={8} />}
    </Page>
  );
}

// It was here a moment ago: the rights have changed, or the ticket has moved out of them.
function Gone() {
  return (
    <Page title={t("tickets.ticket")}>
      <div role="alert">
        <Empty icon={EyeOff} title={t("tickets.gone")} text={t("tickets.goneText")}>
          <Link to="/tickets" className="text-accent-text hover:underline">
            {t("tickets.toList")}
          </Link>
        </Empty>
      </div>
    </Page>
  );
}

function usePrefetchedNeighbours(id: number) {
  useEffect(() => {
    const idle = setTimeout(() => {
      for (const step of [1, -1] as const) {
        const other = neighbour(id, step);
        if (other) prefetchTicket(other);
      }
    }, 300);
    return () => clearTimeout(idle);
  }, [id]);
}

function Loaded({ ticket }: { ticket: Ticket }) {
  const [dialog, setDialog] = useState<OpenDialog>();
  const close = () => setDialog(undefined);
  useFreshTalk(ticket);
  const waiting = useObservable(unread);
  useEffect(() => {
    if (waiting > 0) void readAbout("ticket", ticket.id);
  }, [ticket.id, waiting]);
  usePrefetchedNeighbours(ticket.id);
  return (
    <>
      {isStaff() ? (
        <DeskTicket ticket={ticket} open={setDialog} />
      ) : (
        <Suspense>
          <OwnTicket ticket={ticket} open={setDialog} />
        </Suspense>
      )}
      <Suspense>
        {dialog === "escalate" ||
        dialog === "handBack" ||
        dialog === "moveQueue" ||
        dialog === "returnHandover" ? (
          <MoveDialogs ticket={ticket} open={dialog} onClose={close} />
        ) : dialog === "snooze" || dialog === "due" || dialog === "tag" || dialog === "link" ? (
          <MarkDialogs ticket={ticket} open={dialog} onClose={close} />
        ) : dialog === "merge" ? (
          <MergeDialog ticket={ticket} onClose={close} />
        ) : dialog === "split" ? (
          <SplitDialog ticket={ticket} onClose={close} />
        ) : dialog === "changeCustomer" ? (
          <CustomerDialog ticket={ticket} onClose={close} />
        ) : (
          dialog && <TicketDialogs ticket={ticket} open={dialog} onClose={close} />
        )}
      </Suspense>
    </>
  );
}

interface DeskTicketProps {
  ticket: Ticket;
  open(dialog: OpenDialog): void;
}

function DeskTicket({ ticket, open }: DeskTicketProps) {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { tab?: string };
  const pending = ticketStore.isPending(ticket.id);
  const show = (tab: string) =>
    navigate({
      to: "/tickets/$ticket",
      params: { ticket: String(ticket.id) },
      search: { tab: tab === "talk" ? undefined : tab },
      replace: true,
    });
  const write = (kind: Kind) => {
    if (search.tab) void show("talk");
    focusComposer(kind);
  };
  const actions = useTicketActions(ticket, open, write);
  useCommands([
    {
      id: "tickets.historyTitle",
      title: "tickets.historyTitle",
      group: "tickets.ticket",
      keys: "h",
      run: () => show(search.tab === "history" ? "talk" : "history"),
    },
  ]);
  const seesNotes = mayFor("tickets.see_notes", ticket.customer);
  const mayTalk =
    mayFor("tickets.reply", ticket.customer) || mayFor("tickets.note", ticket.customer);

  return (
    <Page
      title={ticket.subject}
      above={
        <>
          <Link to="/tickets" className="hover:underline">
            {t("tickets.tickets")}
          </Link>
          {" · "}
          <span className="tabular-nums">{ticket.number}</span>
          {ticket.oldNumber && ` · ${ticket.oldNumber}`}
        </>
      }
      marks={
        <>
          <StatusBadge ticket={ticket} pending={pending} />
          <span role="status" className={pending ? "text-xs text-muted" : "sr-only"}>
            {pending && t("tickets.saving")}
          </span>
          {may("tiers.see") && (
            <span className="lg:hidden">
              <Badge>{t("tickets.onTier", { tier: ticket.tier })}</Badge>
            </span>
          )}
          {ticket.origin !== "live" && (
            <Badge>{t(ticket.origin === "import" ? "tickets.imported" : "tickets.demo")}</Badge>
          )}
        </>
      }
      actions={actions
        .filter((action) => action.shown)
        .map((action) => <ButtonOf key={action.id} command={action} look={action.look} />)}
    >
      {ticket.mergedInto && (
        <Suspense>
          <MergedBanner ticket={ticket} />
        </Suspense>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <Suspense>{seesNotes && <MarkNotices ticket={ticket} />}</Suspense>
          <Suspense fallback={<Skeleton lines={5} />}>
            <Tabs
              label={t("tickets.ticket")}
              open={search.tab ?? "talk"}
              onOpen={show}
              tabs={[
                {
                  id: "talk",
                  title: t("tickets.talk"),
                  body: (
                    <>
                      <Thread ticket={ticket} />
                      <Suspense>
                        {ticket.voice && !ticket.mergedInto && mayTalk && (
                          <Beside part="voice" ticket={ticket} />
                        )}
                        {mayFor("tickets.see_notes", ticket.customer) && (
                          <Presence ticket={ticket} />
                        )}
                      </Suspense>
                      {mayTalk && <Composer ticket={ticket} />}
                    </>
                  ),
                },
                ...(mayFor("tickets.see_time", ticket.customer)
                  ? [
                      {
                        id: "time",
                        title: t("tickets.time.title"),
                        body: <TimeOfTicket ticket={ticket} />,
                      },
                    ]
                  : []),
                {
                  id: "history",
                  title: t("tickets.historyTitle"),
                  body: <History ticket={ticket} />,
                },
              ]}
            />
          </Suspense>
        </div>
        <aside className="space-y-4" aria-label={t("tickets.about")}>
          {may("tiers.see") && <TierChain ticket={ticket} />}
          <Suspense>
            <Clocks ticket={ticket} />
            {seesNotes && <Handovers ticket={ticket} />}
          </Suspense>
          <Suspense>
            {seesNotes && (
              <>
                <Macros ticket={ticket} />
                <Beside part="timed" ticket={ticket} />
                <Marks ticket={ticket} />
                <Approval ticket={ticket} />
                <Checklist ticket={ticket} />
                {isDone(ticket) && <RatingPanel ticket={ticket} />}
                <Links ticket={ticket} />
                <Beside part="workers" ticket={ticket} />
              </>
            )}
          </Suspense>
          <Suspense>
            <Appointments ticket={ticket} />
            {seesNotes && <Guests ticket={ticket} />}
          </Suspense>
          <About ticket={ticket} />
          <Suspense>
            <Joined ticket={ticket} />
            <FieldPanel ticket={ticket} />
          </Suspense>
          <Followers ticket={ticket} />
        </aside>
      </div>
    </Page>
  );
}

function About({ ticket }: { ticket: Ticket }) {
  const linked = may("people.see_customers");
  const routing = useRouting(ticket);
  const sites = useSites(ticket.customer);
  return (
    <Section>
      <Facts
        facts={[
          {
            name: t("tickets.customer"),
            value: linked ? (
              <CustomerLink id={ticket.customer} name={ticket.customerName} />
            ) : (
              ticket.customerName
            ),
          },
          {
            name: t("tickets.requester"),
            value:
              ticket.requester && linked ? (
                <Link
                  to="/people/$person"
                  params={{ person: String(ticket.requester) }}
                  className="text-accent-text hover:underline"
                >
                  {ticket.requesterName}
                </Link>
              ) : (
                ticket.requesterName
              ),
          },
          {
            name: t("tickets.site"),
            value: (sites.length > 1 || ticket.siteName) && (
              <Suspense fallback={ticket.siteName}>
                <SiteFact ticket={ticket} sites={sites} />
              </Suspense>
            ),
          },
          { name: t("tickets.assignee"), value: ticket.assigneeName ?? t("tickets.nobody") },
          { name: t("tickets.routing"), value: routing },
          { name: t("tickets.queue"), value: ticket.queueName },
          // The badge says our own word: here is what it is to everything else, and to customers.
          {
            name: t("tickets.statusTitle"),
            value: ticket.state && statusText(ticket.status, ticket.waitingFor),
          },
          {
            name: t("tickets.customerReads"),
            value: ownState({ statePl: ticket.stateShownPl, stateEn: ticket.stateShownEn }),
          },
          { name: t("tickets.waitingNote"), value: ticket.waitingNote },
          { name: t("tickets.typeTitle"), value: typeText(ticket.type) },
          { name: t("tickets.category"), value: categoryOf(ticket) },
          { name: t("tickets.priorityTitle"), value: <PriorityBadge ticket={ticket} /> },
          { name: t("tickets.impactTitle"), value: impactText(ticket.impact) },
          { name: t("tickets.urgencyTitle"), value: urgencyText(ticket.urgency) },
          { name: t("tickets.product"), value: ticket.productName },
          { name: t("tickets.createdAt"), value: moment(ticket.createdAt) },
          {
            name: t("tickets.resolvedAt"),
            value: ticket.resolvedAt ? moment(ticket.resolvedAt) : "",
          },
          { name: t("tickets.closedAt"), value: ticket.closedAt ? moment(ticket.closedAt) : "" },
        ]}
      />
    </Section>
  );
}
