// Bulk changes without a screen: sent in parts, tried first, taken back.

import { api } from "../api/client";
import type {
  BulkAnswer,
  BulkChange,
  BulkItem,
  BulkSummary,
  FieldValue,
  Ticket,
  TicketFieldList,
  UndoReach,
} from "../api/types";
import { newKey } from "../base/http";
import { t } from "../base/i18n";
import { forgetPages } from "../base/pages";
import { reasonText } from "../base/problem";
import { peek, refresh } from "../base/resource";
import { nameIn } from "../tiers/model";
import { valueText } from "./fields";
import { knownMacro } from "./macros_model";
import { impactText, standText, ticketStore, urgencyText } from "./model";
import { fieldsKey } from "./reading";

export const bulksKey = "bulks";
export const loadBulks = () => api.tickets.listBulks();

const most = 100; // Tickets of one wish.
const mostOfMacro = 25; // Each of them is changed by several verbs.

const partsOf = (tickets: number[], change: BulkChange) =>
  parts(tickets, change.verb === "macro" ? mostOfMacro : most);

export interface Outcome {
  bulk?: number;
  items: BulkItem[];
  changed: number;
  unchanged: number;
  refused: number;
  undo?: UndoReach;
}

const nothing = (): Outcome => ({ items: [], changed: 0, unchanged: 0, refused: 0 });

function add(whole: Outcome, part: BulkAnswer): void {
  whole.bulk = part.bulk ?? whole.bulk;
  whole.undo = part.undo ?? whole.undo;
  whole.items.push(...part.items);
  whole.changed += part.changed;
  whole.unchanged += part.unchanged;
  whole.refused += part.refused;
}

export const parts = <One>(all: One[], size = most): One[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );

export async function preview(tickets: number[], change: BulkChange): Promise<Outcome> {
  const whole = nothing();
  for (const part of partsOf(tickets, change)) {
    add(whole, await api.tickets.previewBulk({ tickets: part, change }));
  }
  return whole;
}

// A part whose answer was lost is asked again with its key, so nothing is done twice.
export function doing(tickets: number[], change: BulkChange) {
  const whole = nothing();
  const left = partsOf(tickets, change).map((part) => ({ part, key: newKey() }));
  return async (): Promise<Outcome> => {
    for (let next = left[0]; next; next = left[0]) {
      const wish = { tickets: next.part, change, bulk: whole.bulk };
      const answer = await api.tickets.changeInBulk(wish, { key: next.key });
      left.shift();
      add(whole, answer);
      show(answer.items);
    }
    settle();
    return whole;
  };
}

export async function undo(bulk: number): Promise<Outcome> {
  const whole = nothing();
  let more = true;
  while (more) {
    const answer = await api.tickets.undoBulk({ bulk, note: t("tickets.undoNote", { bulk }) });
    add(whole, answer);
    show(answer.items);
    more = answer.more;
  }
  settle();
  return whole;
}

function show(items: BulkItem[]) {
  for (const item of items) if (item.after) ticketStore.upsert(item.after);
}

function settle() {
  forgetPages();
  refresh(bulksKey);
}

// --- In words

const tagsOf = (row: Ticket) => (row.tags ?? []).map((one) => one.name).join(", ") || "–";

function fieldStep({ fieldBefore, fieldAfter }: BulkItem, change: BulkChange): string {
  const field = peek<TicketFieldList>(fieldsKey)?.items.find(
    (one) => one.id === change.field?.field,
  );
  const text = (value: FieldValue | null | undefined) =>
    field && value ? valueText(field, value) : "–";
  return `${text(fieldBefore)} → ${text(fieldAfter)}`;
}

// What became of it, or will: "Open → Waiting for customer".
export function stepText(item: BulkItem, change: BulkChange): string {
  const { before, after } = item;
  if (!before || !after) return "";
  if (change.verb === "field") return fieldStep(item, change);
  const of: Record<BulkChange["verb"], (row: Ticket) => string> = {
    assign: (row) => row.assigneeName ?? t("tickets.nobody"),
    status: standText,
    move: (row) => row.queueName,
    weigh: (row) => `${impactText(row.impact)} / ${urgencyText(row.urgency)}`,
    resolve: standText,
    follow: () => "",
    tag: tagsOf,
    untag: tagsOf,
    spam: () => "",
    macro: () => "",
    field: () => "",
  };
  const text = of[change.verb];
  return text(before) === text(after) ? "" : `${text(before)} → ${text(after)}`;
}

export function whyText(item: BulkItem, change: BulkChange): string {
  const { before } = item;
  const values = {
    from: before?.tier ?? 0,
    to: change.tier ?? 0,
    name: before?.voiceName ?? "",
    tier: before?.voiceTier ?? 0,
    possible: t("tickets.state.perTicket"),
  };
  return reasonText(item.reason ?? "", values) ?? t("refusal.field");
}

export interface Why {
  text: string;
  items: BulkItem[];
}

// The refused ones by their reason, the most frequent first.
export function reasonsOf(outcome: Outcome, change: BulkChange): Why[] {
  const found = new Map<string, BulkItem[]>();
  for (const item of outcome.items) {
    if (item.outcome !== "refused") continue;
    const text = whyText(item, change);
    found.set(text, [...(found.get(text) ?? []), item]);
  }
  return [...found]
    .map(([text, items]) => ({ text, items }))
    .sort((a, b) => b.items.length - a.items.length);
}

export function verbText({ change }: BulkSummary): string {
  const macro = change.macro && knownMacro(change.macro);
  return macro ? nameIn(macro) : t(`tickets.bulk.${change.verb}`);
}
