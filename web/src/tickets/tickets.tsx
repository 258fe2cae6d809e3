// The list of tickets: newest activity first, everything that filters it in the address.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { Inbox, Plus } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { api } from "../api/client";
import type { Ticket, TicketStatus } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { usePages } from "../base/pages";
import { useResource } from "../base/resource";
import { isStaff, may, useSession } from "../base/session";
import { brief } from "../base/time";
import { Button } from "../ui/button";
import { Empty } from "../ui/empty";
import { Choice, Field, Select } from "../ui/field";
import { type Column, Grid } from "../ui/grid";
import { ListBody, ListFilter } from "../ui/list";
import { Page } from "../ui/page";
import { PriorityBadge, StatusBadge } from "./badges";
import {
  filterOf,
  priorityText,
  rememberList,
  statuses,
  statusText,
  type TicketSearch,
  ticketStore,
  tierName,
  type View,
  views,
} from "./model";
import { prefetchTicket } from "./reading";

const NewTicket = lazy(() => import("./new_ticket").then((file) => ({ default: file.NewTicket })));

function columnsFor(staff: boolean): Column<Ticket>[] {
  const now = new Date();
  const all: (Column<Ticket> | false)[] = [
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
      cell: (row) => <span className="font-medium">{row.subject}</span>,
    },
    {
      id: "status",
      title: t("tickets.statusTitle"),
      width: "8.5rem",
      cell: (row) => <StatusBadge ticket={row} />,
    },
    staff && {
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
    staff && {
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
  return all.filter((column) => column !== false);
}

// Rows of the list with what this person has just done to them.
function useLive(rows: Ticket[]): Ticket[] {
  const [stamp] = useState(() => ({ count: 0 }));
  const count = useSyncExternalStore(
    (listener) =>
      ticketStore.subscribe(() => {
        stamp.count++;
        listener();
      }),
    () => stamp.count,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count says the store has changed.
  return useMemo(() => rows.map((row) => ticketStore.get(row.id) ?? row), [rows, count]);
}

export function Tickets() {
  const navigate = useNavigate();
  const session = useSession();
  const search = useSearch({ strict: false }) as TicketSearch;
  const [creating, setCreating] = useState(false);
  const staff = isStaff();
  const { new: asked, ...lasting } = search;
  const question = `tickets?${JSON.stringify(lasting)}`;
  const pages = usePages(question, async (cursor) => {
    const page = await api.tickets.listTickets({ ...filterOf(search, session.person), cursor });
    for (const row of page.items) ticketStore.upsert(row);
    return page;
  });
  const rows = useLive(pages.rows);
  const columns = useMemo(() => columnsFor(staff), [staff]);
  useEffect(() => rememberList(rows.map((row) => row.id)), [rows]);

  const show = (change: TicketSearch) =>
    navigate({ to: "/tickets", search: { ...lasting, ...change }, replace: true });
  const open = (row: { id: number }) =>
    navigate({ to: "/tickets/$ticket", params: { ticket: String(row.id) } });

  return (
    <Page
      fill
      title={t("tickets.tickets")}
      actions={
        <>
          <ListFilter
            label={t("tickets.filterHint")}
            value={search.q ?? ""}
            onChange={(text) => show({ q: text || undefined })}
          />
          {may("tickets.create") && (
            <Button look="main" icon={Plus} onClick={() => setCreating(true)}>
              {t("tickets.newTicket")}
            </Button>
          )}
        </>
      }
    >
      <Filters search={lasting} show={show} staff={staff} />
      <ListBody
        pages={pages}
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
          idOf={(row) => row.id}
          columns={columns}
          complete={pages.complete}
          more={pages.more}
          resetKey={question}
          href={(row) => `/tickets/${row.id}`}
          open={open}
          near={(row) => prefetchTicket(row.id)}
          phone={(row) => (
            <>
              <span className="block truncate font-medium">{row.subject}</span>
              <span className="flex items-center gap-2 text-xs text-muted">
                <StatusBadge ticket={row} />
                <span className="min-w-0 flex-1 truncate">
                  {[row.number, staff ? row.customerName : row.assigneeName]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
            </>
          )}
        />
      </ListBody>
      <Suspense>
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

interface FiltersProps {
  search: TicketSearch;
  show(change: TicketSearch): void;
  staff: boolean;
}

function Filters({ search, show, staff }: FiltersProps) {
  const tiers = useResource(may("tiers.see") ? "tiers" : undefined, () => api.tiers.listTiers());
  const shownViews = staff ? views : views.filter((view) => view === "open" || view === "all");
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 [&_legend]:sr-only">
      <Choice<View>
        label={t("tickets.view")}
        value={search.view ?? "open"}
        onChange={(view) => show({ view: view === "open" ? undefined : view, status: undefined })}
        options={shownViews.map((view) => ({
          value: view,
          label: t(`tickets.view.${view}` as MessageId),
        }))}
      />
      <Field hideLabel label={t("tickets.statusTitle")} className="w-40">
        <Select
          value={search.status ?? ""}
          empty={t("tickets.anyStatus")}
          onChange={(event) =>
            show({ status: (event.target.value || undefined) as TicketStatus | undefined })
          }
          options={statuses.map((status) => ({ value: status, label: statusText(status) }))}
        />
      </Field>
      {staff && tiers.value && (
        <Field hideLabel label={t("tickets.tier")} className="w-44">
          <Select
            value={String(search.tier ?? "")}
            empty={t("tickets.anyTier")}
            onChange={(event) => show({ tier: Number(event.target.value) || undefined })}
            options={tiers.value.items.map((tier) => ({
              value: String(tier.number),
              label: tierName(tier),
            }))}
          />
        </Field>
      )}
    </div>
  );
}
