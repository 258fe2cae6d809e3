// Saved views without a screen: their names, counts and groups, and how often they are asked for.

import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { Ticket, TicketFieldList, TicketView, ViewCount, ViewGrouping } from "../api/types";
import { t } from "../base/i18n";
import { peek, refresh, useResource } from "../base/resource";
import { nameIn } from "../tiers/model";
import { impacts, priorityText, statuses, statusText, type TicketSearch } from "./model";
import { told } from "./open_tickets";
import { fieldsKey } from "./reading";

export const viewsKey = "views";
export const countsKey = "views/counts";

const pause = 3_000; // Milliseconds between two questions for the same counts.

// A number that rises when tickets have changed, but not more often than once in a while.
export function useSettled(wanted: boolean): number {
  const [count, setCount] = useState(told.get());
  useEffect(() => {
    if (!wanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    const tell = () => {
      timer = undefined;
      last = Date.now();
      setCount(told.get());
    };
    const stop = told.subscribe(() => {
      timer ??= setTimeout(tell, Math.max(300, last + pause - Date.now()));
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [wanted]);
  return count;
}

export function useViews(): TicketView[] {
  return useResource(viewsKey, () => api.tickets.listViews(), true).value?.items ?? [];
}

// By view; empty until they are known.
export function useCounts(): ReadonlyMap<number, ViewCount> {
  const changed = useSettled(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number says when to ask again.
  useEffect(() => refresh(countsKey), [changed]);
  const counts = useResource(countsKey, () => api.tickets.countViews(), true).value?.items ?? [];
  return new Map(counts.map((count) => [count.view, count]));
}

export const viewName = (view: TicketView) => nameIn(view);

export function countText(count: ViewCount | undefined): string {
  if (!count) return "";
  return count.more ? `${count.count}+` : String(count.count);
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, (one) => `\\${one}`)}"`;

// What the quick filters say, as a condition to go on from.
export function conditionOf(search: TicketSearch): string {
  const parts: string[] = [];
  if (search.state) parts.push(`state = ${search.state}`);
  else if (search.status) parts.push(`status = ${search.status}`);
  else if (search.view !== "all") parts.push("open");
  if (search.view === "mine") parts.push("(assignee = me or worker has me)");
  if (search.view === "unassigned") parts.push("assignee is empty");
  if (search.view === "followed") parts.push("follower has me");
  if (search.view === "snoozed") parts.push("snoozed");
  if (search.tag) parts.push(`tag has ${quoted(search.tag)}`);
  if (search.tier) parts.push(`tier = ${search.tier}`);
  if (search.queue) parts.push(`queue = ${search.queue}`);
  if (search.customer) parts.push(`customer = ${search.customer}`);
  if (search.site) parts.push(`site = ${search.site}`);
  const field = peek<TicketFieldList>(fieldsKey)?.items.find((one) => one.id === search.field);
  if (field && search.fieldValue) {
    const isWord = field.kind === "text" || field.kind.startsWith("choice");
    const sign = field.kind === "choices" ? "has" : "=";
    const value = isWord ? quoted(search.fieldValue) : search.fieldValue;
    parts.push(`field.${field.key} ${sign} ${value}`);
  }
  if (search.q?.trim()) parts.push(`subject contains ${quoted(search.q.trim())}`);
  return parts.join(" and ");
}

// --- Groups: the order of the view stays within each

const priorities = ["critical", "high", "normal", "low"];

export function groupOf(row: Ticket, grouping: ViewGrouping): { order: number; label: string } {
  switch (grouping) {
    case "status":
      return { order: statuses.indexOf(row.status), label: statusText(row.status) };
    case "priority":
      return { order: priorities.indexOf(row.priority), label: priorityText(row.priority) };
    case "tier":
      return { order: row.tier, label: t("tickets.onTier", { tier: row.tier }) };
    case "customer":
      return { order: 0, label: row.customerName };
    case "assignee":
      return { order: row.assignee ? 0 : 1, label: row.assigneeName ?? t("tickets.nobody") };
    default:
      return { order: impacts.length, label: "" };
  }
}

export function useGrouping(search: TicketSearch): ViewGrouping {
  return useViews().find((view) => view.id === search.saved)?.grouping ?? "none";
}

// Stable: rows of one group stay as they were.
export function grouped(
  rows: Ticket[],
  grouping: ViewGrouping,
  compare: (a: string, b: string) => number,
): Ticket[] {
  if (grouping === "none") return rows;
  const marked = rows.map((row) => ({ row, group: groupOf(row, grouping) }));
  marked.sort((a, b) => a.group.order - b.group.order || compare(a.group.label, b.group.label));
  return marked.map(({ row }) => row);
}
