// The list of tickets for those who work on them: newest activity first, live, everything that
// filters it in the address.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { History, Inbox, Plus, X } from "lucide-react";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { api } from "../api/client";
import type { Ticket, TicketStatus, ViewGrouping } from "../api/types";
import { useCommands } from "../base/commands";
import { type MessageId, t, withPageTexts } from "../base/i18n";
import { useObservable } from "../base/observable";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { brief } from "../base/time";
import { nameIn } from "../tiers/model";
import { Button, IconButton } from "../ui/button";
import { Empty } from "../ui/empty";
import { Choice, Field, Select } from "../ui/field";
import { type Column, Grid, type Selection } from "../ui/grid";
import { ListBody, ListFilter } from "../ui/list";
import { Page } from "../ui/page";
import { DueBadge, PriorityBadge, PromiseMark, RowMarks, StatusBadge } from "./badges";
import { BulkBar } from "./bulk_bar";
import { type TicketRows, useFollowed, useFoundRows, useLiveRows, useWorked } from "./list_rows";
import {
  answersHere,
  neighbour,
  priorityText,
  statuses,
  statusText,
  type TicketSearch,
  ticketStore,
  type View,
  views,
} from "./model";
import { listOf, loading, useOpenCounts } from "./open_tickets";
import { prefetchTicket } from "./reading";
import { inUse, retired, retiredText, useLifecycle } from "./states";
import { maySeeViews, Views } from "./views";
import { groupOf, useGrouping, useViews, viewName } from "./views_model";

const NewTicket = lazy(
  withPageTexts(() => import("./new_ticket").then((file) => ({ default: file.NewTicket }))),
);
const FieldFilter = lazy(
  withPageTexts(() => import("./field_filter").then((file) => ({ default: file.FieldFilter }))),
);
const FieldCell = lazy(() =>
  import("./field_filter").then((file) => ({ default: file.FieldCell })),
);
const RowActions = lazy(() =>
  import("./row_actions").then((file) => ({ default: file.RowActions })),
);
const SiteFilter = lazy(
  withPageTexts(() => import("./site_field").then((file) => ({ default: file.SiteFilter }))),
);
const LastBulks = lazy(
  withPageTexts(() => import("./bulk").then((file) => ({ default: file.LastBulks }))),
);

function columns(): Column<Ticket>[] {
  const now = new Date();
  return [
    {
      id: "number",
      title: t("tickets.number"),
      width: "3.75rem",
      cell: (row) => <span className="text-muted tabular-nums">{row.number}</span>,
    },
    {
      id: "subject",
      title: t("tickets.subject"),
      width: "minmax(0,4fr)",
      cell: (row) => (
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{row.subject}</span>
          <RowMarks ticket={row} />
        </span>
      ),
    },
    {
      id: "status",
      title: t("tickets.statusTitle"),
      width: "8.5rem",
      cell: (row) => <StatusBadge ticket={row} pending={ticketStore.isPending(row.id)} />,
    },
    {
      id: "customer",
      title: t("tickets.customer"),
      width: "minmax(0,1.6fr)",
      cell: (row) => row.customerName,
    },
    {
      id: "priority",
      title: t("tickets.priorityTitle"),
      width: "5.5rem",
      cell: (row) =>
        row.priority === "high" || row.priority === "critical" ? (
          <PriorityBadge ticket={row} />
        ) : (
          <span className="text-muted">{priorityText(row.priority)}</span>
        ),
    },
    {
      id: "tier",
      title: t("tickets.tier"),
      width: "3.25rem",
      cell: (row) => <span className="tabular-nums">{row.tier}</span>,
    },
    {
      id: "assignee",
      title: t("tickets.assignee"),
      width: "minmax(0,1.3fr)",
      cell: (row) => row.assigneeName ?? <span className="text-muted">{t("tickets.nobody")}</span>,
    },
    {
      id: "updated",
      title: t("tickets.updated"),
      width: "8rem",
      cell: (row) => <span className="text-muted tabular-nums">{brief(row.updatedAt, now)}</span>,
    },
  ];
}

const fieldColumn = (field: number): Column<Ticket> => ({
  id: "field",
  title: t("tickets.fields.column"),
  width: "minmax(0,1.3fr)",
  cell: (row) => (
    <Suspense>
      <FieldCell ticket={row.id} field={field} />
    </Suspense>
  ),
});

const idOf = (row: Ticket) => row.id;

// What a reader only passes by is not fetched; where they stay, the row is, and then those beside it.
const stays = { row: 40, neighbours: 150 }; // Milliseconds.
let staying: ReturnType<typeof setTimeout>[] = [];

function near(row: Ticket) {
  for (const timer of staying) clearTimeout(timer);
  const beside = () => {
    for (const step of [1, -1] as const) {
      const other = neighbour(row.id, step);
      if (other) prefetchTicket(other);
    }
  };
  staying = [
    setTimeout(() => prefetchTicket(row.id), stays.row),
    setTimeout(beside, stays.neighbours),
  ];
}

export function Desk() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as TicketSearch;
  const { new: asked, ...lasting } = search;
  const [creating, setCreating] = useState(false);
  const [recalling, setRecalling] = useState(false);
  const { state } = useObservable(loading);
  const show = (change: TicketSearch) =>
    navigate({ to: "/tickets", search: { ...lasting, ...change }, replace: true });
  const open = (row: { id: number }) =>
    navigate({ to: "/tickets/$ticket", params: { ticket: String(row.id) } });
  const openView = (view: TicketSearch) =>
    navigate({ to: "/tickets", search: view, replace: true });
  const Rows = answersHere(lasting) && state !== "part" ? LiveRows : FoundRows;

  return (
    <Page
      fill
      title={t("tickets.tickets")}
      actions={
        <>
          <ListFilter
            label={t("tickets.filterHint")}
            value={search.q ?? ""}
            onChange={(text) => show({ q: text || undefined, saved: undefined })}
          />
          {may("tickets.work") && (
            <IconButton
              icon={History}
              label={t("tickets.lastBulks")}
              onClick={() => setRecalling(true)}
            />
          )}
          {may("tickets.create") && (
            <Button look="main" icon={Plus} onClick={() => setCreating(true)}>
              {t("tickets.newTicket")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex min-h-0 flex-1 max-2xl:flex-col">
        {maySeeViews() && <Views search={lasting} open={openView} />}
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          {lasting.saved ? <SavedTitle id={lasting.saved} /> : null}
          {!lasting.saved && <Filters search={lasting} show={show} />}
          <Rows key={lasting.saved} search={lasting}>
            {(found) => <TicketGrid found={found} search={lasting} open={open} />}
          </Rows>
        </div>
      </div>
      <Suspense>
        {recalling && <LastBulks onClose={() => setRecalling(false)} />}
        {(creating || asked) && (
          <NewTicket
            onClose={() => {
              setCreating(false);
              if (asked) void show({});
            }}
            onCreated={open}
          />
        )}
      </Suspense>
    </Page>
  );
}

interface RowsProps {
  search: TicketSearch;
  children(found: TicketRows): ReactNode;
}

function LiveRows({ search, children }: RowsProps) {
  const found = useLiveRows(listOf(search));
  const follows = useFollowed(search.view === "followed");
  useWorked(search.view === "mine");
  if (search.view !== "followed" || follows.known) return children(found);
  const nothing = { ...found, rows: [], complete: false, loading: true };
  return children({ ...nothing, error: follows.error, again: follows.again });
}

function FoundRows({ search, children }: RowsProps) {
  return children(useFoundRows(search));
}

interface TicketGridProps {
  found: TicketRows;
  search: TicketSearch;
  open(row: { id: number }): void;
}

// Marked rows belong to the list they were marked in.
function useMarked(question: string): Selection & { ids: number[] } {
  const [marked, setMarked] = useState({ question, ids: new Set<number>() });
  const ids = marked.question === question ? marked.ids : new Set<number>();
  return {
    ids: [...ids],
    size: ids.size,
    has: (id) => ids.has(id),
    mark: (some, on) => {
      const next = new Set(ids);
      for (const id of some) {
        if (on) next.add(id);
        else next.delete(id);
      }
      setMarked({ question, ids: next });
    },
    clear: () => setMarked({ question, ids: new Set() }),
  };
}

function SavedTitle({ id }: { id: number }) {
  const view = useViews().find((one) => one.id === id);
  if (!view) return null;
  return (
    <div className="mb-3 flex min-h-9 flex-wrap items-baseline gap-x-3 gap-y-0.5">
      <h2 className="text-base font-semibold">{viewName(view)}</h2>
      <code className="text-xs text-muted [overflow-wrap:anywhere]">{view.condition}</code>
    </div>
  );
}

// A group's name stands once, in its first row.
function groupColumn(rows: TicketRows["rows"], grouping: ViewGrouping): Column<Ticket> {
  const first = new Set<number>();
  let last: string | undefined;
  for (let at = 0; at < rows.length; at++) {
    const row = rows.at(at);
    if (!row) continue;
    const { label } = groupOf(row, grouping);
    if (label !== last) first.add(row.id);
    last = label;
  }
  return {
    id: "group",
    title: t(`tickets.grouping.${grouping}` as MessageId),
    width: "minmax(0,1.2fr)",
    cell: (row) =>
      first.has(row.id) ? (
        <span className="font-semibold">{groupOf(row, grouping).label}</span>
      ) : null,
  };
}

function TicketGrid({ found, search, open }: TicketGridProps) {
  const question = JSON.stringify(search);
  const grouping = useGrouping(search);
  const marked = useMarked(question);
  const [held, hold] = useState<number>();
  const { rows } = found;
  const shown = useMemo(() => {
    const own = search.field ? [fieldColumn(search.field)] : [];
    const all = [...columns(), ...own];
    return grouping === "none" ? all : [groupColumn(rows, grouping), ...all];
  }, [rows, grouping, search.field]);
  return (
    <>
      <BulkBar tickets={marked.ids} clear={marked.clear} />
      <Suspense>{held && marked.size === 0 && <RowActions key={held} id={held} />}</Suspense>
      <ListBody
        pages={found}
        empty={
          <Empty
            icon={Inbox}
            title={search.q ? t("ui.nothingFound") : t("tickets.none")}
            text={search.q ? undefined : t("tickets.noneText")}
          />
        }
      >
        <Grid<Ticket>
          label={t("tickets.tickets")}
          rows={rows}
          idOf={idOf}
          columns={shown}
          complete={found.complete}
          more={found.more}
          resetKey={question}
          href={(row) => `/tickets/${row.id}`}
          open={open}
          near={near}
          hold={hold}
          selection={may("tickets.work") ? marked : undefined}
          phone={(row) => (
            <>
              <span className="block truncate font-medium">{row.subject}</span>
              <span className="flex items-center gap-2 text-xs text-muted">
                <StatusBadge ticket={row} pending={ticketStore.isPending(row.id)} />
                <span className="min-w-0 flex-1 truncate">
                  {[row.number, row.customerName].filter(Boolean).join(" · ")}
                </span>
                <PromiseMark ticket={row} />
                <DueBadge ticket={row} />
              </span>
            </>
          )}
        />
      </ListBody>
    </>
  );
}

// --- What filters the list

interface FiltersProps {
  search: TicketSearch;
  show(change: TicketSearch): void;
}

function Filters({ search, show }: FiltersProps) {
  const lifecycle = useLifecycle();
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 [&_legend]:sr-only">
      <Choice<View>
        label={t("tickets.view")}
        value={search.view ?? "open"}
        onChange={(view) =>
          show({ view: view === "open" ? undefined : view, status: undefined, state: undefined })
        }
        options={views
          .filter((view) => view !== "snoozed" || may("tickets.see_notes"))
          .map((view) => ({ value: view, label: t(`tickets.view.${view}` as MessageId) }))}
      />
      {may("tiers.see") && <Queues search={search} show={show} />}
      <Field
        hideLabel
        label={t("tickets.statusTitle")}
        className="w-40 max-sm:w-auto max-sm:flex-1 max-sm:basis-32"
      >
        <Select
          value={[search.status, search.state].filter(Boolean).join(" ")}
          empty={t("tickets.anyStatus")}
          onChange={(event) => {
            const [status, state] = event.target.value.split(" ");
            show({
              status: (status || undefined) as TicketStatus | undefined,
              state: Number(state) || undefined,
            });
          }}
          options={[
            ...statuses.flatMap((status) => [
              { value: status as string, label: statusText(status) },
              ...inUse(lifecycle, status).map((one) => ({
                value: `${status} ${one.id}`,
                label: `– ${nameIn(one)}`,
              })),
            ]),
            ...retired(lifecycle).map((one) => ({
              value: `${one.status} ${one.id}`,
              label: retiredText(one),
            })),
          ]}
        />
      </Field>
      {search.tag && (
        <Button size="small" icon={X} onClick={() => show({ tag: undefined })}>
          {search.tag}
        </Button>
      )}
      <Suspense>
        {search.site && <SiteFilter search={search} show={show} />}
        <FieldFilter search={search} show={show} />
      </Suspense>
    </div>
  );
}

// One field for tiers and their queues, each with its number of open tickets.
function Queues({ search, show }: FiltersProps) {
  const tiers = useResource("tiers", () => api.tiers.listTiers()).value?.items ?? [];
  const counts = useOpenCounts();
  useCommands([
    {
      id: "tickets.chooseQueue",
      title: "tickets.chooseQueue",
      group: "tickets.tickets",
      keys: "q",
      run: () => document.querySelector<HTMLElement>('[name="queue"]')?.focus(),
    },
  ]);
  const counted = (name: string, count: number) => (counts ? `${name} (${count})` : name);
  const countOf = (queues: { id: number }[]) =>
    queues.reduce((sum, queue) => sum + (counts?.get(queue.id) ?? 0), 0);
  const value = search.queue ? `q${search.queue}` : search.tier ? `t${search.tier}` : "";
  return (
    <Field
      hideLabel
      label={t("tickets.queue")}
      className="w-60 max-sm:w-auto max-sm:flex-1 max-sm:basis-40"
    >
      <Select
        name="queue"
        value={value}
        empty={counted(t("tickets.anyQueue"), countOf(tiers.flatMap((tier) => tier.queues)))}
        onChange={(event) => {
          const [kind, number] = [event.target.value[0], Number(event.target.value.slice(1))];
          show({
            tier: kind === "t" ? number : undefined,
            queue: kind === "q" ? number : undefined,
          });
        }}
        groups={tiers.map((tier) => ({
          label: nameIn(tier),
          options: [
            {
              value: `t${tier.number}`,
              label: counted(t("tickets.wholeTier", { tier: tier.number }), countOf(tier.queues)),
            },
            ...tier.queues.map((queue) => ({
              value: `q${queue.id}`,
              label: counted(queue.name, countOf([queue])),
            })),
          ],
        }))}
      />
    </Field>
  );
}
