// Due dates, snoozing and mentions without a screen: when a date is near, which moments are offered,
// and who is meant by an "@".

import type { MentionedPerson, Ticket, TicketLink } from "../api/types";
import { date, moment } from "../base/time";

export type DueState = "overdue" | "today" | "later";

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();

export function dueState(ticket: Pick<Ticket, "dueAt">, now: Date): DueState | undefined {
  if (!ticket.dueAt) return undefined;
  const due = new Date(ticket.dueAt);
  if (due < now) return "overdue";
  return sameDay(due, now) ? "today" : "later";
}

// A day is a day everywhere: nobody's zone moves it.
export const dayText = (iso: string) => date(`${iso}T12:00:00`);

export const dueText = ({ dueAt, dueOn }: Pick<Ticket, "dueAt" | "dueOn">) =>
  dueOn ? dayText(dueOn) : dueAt ? moment(dueAt) : "";

export type SnoozeChoice = "twoHours" | "tomorrow" | "monday";

const morning = 8; // Hours.

export function snoozeUntil(choice: SnoozeChoice, now: Date): Date {
  const until = new Date(now);
  if (choice === "twoHours") {
    until.setHours(until.getHours() + 2, until.getMinutes(), 0, 0);
    return until;
  }
  const days = choice === "tomorrow" ? 1 : (8 - until.getDay()) % 7 || 7;
  until.setDate(until.getDate() + days);
  until.setHours(morning, 0, 0, 0);
  return until;
}

// --- Mentions

// What is being typed behind an "@", up to the caret; undefined: nothing of that kind.
export function mentionAt(
  text: string,
  caret: number,
): { from: number; typed: string } | undefined {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf("@");
  if (from < 0 || (from > 0 && !/[\s(]/.test(before[from - 1] ?? ""))) return undefined;
  const typed = before.slice(from + 1);
  return /^[\p{L}\p{M}'-]*( [\p{L}\p{M}'-]*)?$/u.test(typed) ? { from, typed } : undefined;
}

const folded = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ł/g, "l").replace(/Ł/g, "L").toLowerCase();

// Whose given or family name begins so.
export function meant(people: MentionedPerson[], typed: string, most = 6): MentionedPerson[] {
  const wanted = folded(typed);
  return people
    .filter(({ name }) => {
      const words = folded(name);
      return words.startsWith(wanted) || words.split(" ").some((word) => word.startsWith(wanted));
    })
    .slice(0, most);
}

// Those whose "@Anna Nowak" stands in the text. Where one name is the beginning of another, the
// longer one is meant.
export function mentionedIn(text: string, people: MentionedPerson[]): number[] {
  let rest = text;
  const found: number[] = [];
  for (const one of [...people].sort((a, b) => b.name.length - a.name.length)) {
    if (!rest.includes(`@${one.name}`)) continue;
    found.push(one.person);
    rest = rest.replaceAll(`@${one.name}`, "");
  }
  return found;
}

// --- Links

export const linkKinds = [
  "relates",
  "depends_on",
  "blocks",
  "duplicate_of",
  "duplicated_by",
  "parent",
  "child",
] as const;

// By kind, in the order above.
export function linkGroups(items: TicketLink[]) {
  return linkKinds
    .map((kind) => ({ kind, items: items.filter((one) => one.kind === kind) }))
    .filter((group) => group.items.length > 0);
}
