// Rules of the ticket screens, without a screen: words of states, the moves that are open, the
// chain of tiers, and the rows as they live here.

import type {
  FieldOrder,
  HandoverPart,
  HandoverText,
  HistoryEntry,
  Impact,
  ListTickets,
  Priority,
  RoutingCount,
  RoutingWhy,
  Ticket,
  TicketMessage,
  TicketStatus,
  Urgency,
  WaitingFor,
} from "../api/types";
import { events } from "../base/http";
import { language, type MessageId, say, t } from "../base/i18n";
import { LiveStore, paced } from "../base/live";
import type { ListRule } from "../base/live_list";
import { may, mayFor } from "../base/session";
import { duration, moment } from "../base/time";
import { nameIn } from "../tiers/model";
import type { Tone } from "../ui/badge";

export const ticketStore = new LiveStore<Ticket>(paced());
events.addEventListener("forgotten", () => ticketStore.apply({ op: "reset" }));

export const statuses: TicketStatus[] = ["new", "open", "waiting", "resolved", "closed"];
export const impacts: Impact[] = ["low", "medium", "high", "major"];
export const urgencies: Urgency[] = ["low", "medium", "high"];
export const priorities: Priority[] = ["low", "normal", "high", "critical"];
export const waitingFors: WaitingFor[] = ["customer", "vendor", "other"];

const word = (kind: string) => (value: string) => t(`tickets.${kind}.${value}` as MessageId);
export const impactText = word("impact");
export const urgencyText = word("urgency");
export const priorityText = word("priority");

export function statusText(status: TicketStatus, waitingFor?: WaitingFor | null): string {
  if (status === "waiting" && waitingFor) return t(`tickets.waiting.${waitingFor}` as MessageId);
  return t(`tickets.status.${status}` as MessageId);
}

type Stand = Pick<Ticket, "status" | "waitingFor" | "statePl" | "stateEn">;

// In the company's own words where it has some.
export const ownState = ({ statePl, stateEn }: Pick<Ticket, "statePl" | "stateEn">) =>
  statePl && nameIn({ namePl: statePl, nameEn: stateEn ?? statePl });

export const standText = (ticket: Stand) =>
  ownState(ticket) ?? statusText(ticket.status, ticket.waitingFor);

export const statusTone: Record<TicketStatus, Tone> = {
  new: "info",
  open: "accent",
  waiting: "warn",
  resolved: "good",
  closed: "plain",
};

export const priorityTone: Record<Priority, Tone> = {
  low: "plain",
  normal: "plain",
  high: "warn",
  critical: "danger",
};

export interface StatusMove {
  status: TicketStatus;
  waitingFor?: WaitingFor;
  waitingNote?: string;
}

// Resolving and reopening are verbs of their own, with words for the customer.
export function statusMoves(ticket: Pick<Ticket, "status" | "waitingFor">): StatusMove[] {
  const waiting = waitingFors.map((whom): StatusMove => ({ status: "waiting", waitingFor: whom }));
  if (ticket.status === "new") return [{ status: "open" }, ...waiting];
  if (ticket.status === "open") return waiting;
  if (ticket.status === "waiting") return [{ status: "open" }, ...waiting];
  if (ticket.status === "resolved") return [{ status: "closed" }];
  return [];
}

// A merged ticket is worked on where it goes on.
export const mayWorkOn = (ticket: Pick<Ticket, "customer" | "mergedInto">) =>
  !ticket.mergedInto && mayFor("tickets.work", ticket.customer);

export const isDone = (ticket: Pick<Ticket, "status">) =>
  ticket.status === "resolved" || ticket.status === "closed";

export interface Step {
  tier: number;
  since: string;
}

// The history of a ticket has the steps of those that were merged into it, too.
export const ownEntries = (history: HistoryEntry[]) => history.filter((entry) => !entry.ticket);

// What had happened by one of them; without: by now.
export const entriesUntil = (history: HistoryEntry[], step?: HistoryEntry) =>
  step ? history.slice(0, history.indexOf(step) + 1) : history;

// The tiers a ticket has been on, in order: the links of its chain.
export function chain(history: HistoryEntry[]): Step[] {
  const steps: Step[] = [];
  for (const entry of ownEntries(history)) {
    if (!entry.tier || steps.at(-1)?.tier === entry.tier) continue;
    steps.push({ tier: entry.tier, since: entry.at });
  }
  return steps;
}

// --- What stands in the address, and what the server is asked for

export type View = "open" | "mine" | "unassigned" | "followed" | "snoozed" | "all";
export const views: View[] = ["open", "mine", "unassigned", "followed", "snoozed", "all"];

export interface TicketSearch {
  view?: View;
  status?: TicketStatus;
  state?: number; // Of our own, in that status.
  tier?: number;
  queue?: number;
  customer?: number;
  site?: number;
  q?: string;
  tag?: string;
  field?: number; // A field of our own that orders the list, and a value there.
  fieldValue?: string;
  fieldOrder?: FieldOrder;
  new?: boolean;
  saved?: number; // A saved view, in place of all that stands above.
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown) {
  return values.find((known) => known === value);
}

function whole(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

export function readSearch(search: Record<string, unknown>): TicketSearch {
  return {
    view: oneOf(views, search.view),
    status: oneOf(statuses, search.status),
    state: whole(search.state),
    tier: whole(search.tier),
    queue: whole(search.queue),
    customer: whole(search.customer),
    site: whole(search.site),
    q: search.q ? String(search.q) : undefined,
    tag: search.tag ? String(search.tag) : undefined,
    field: whole(search.field),
    fieldValue: search.fieldValue ? String(search.fieldValue) : undefined,
    fieldOrder: oneOf(["ascending", "descending"], search.fieldOrder),
    new: search.new ? true : undefined,
    saved: whole(search.saved),
  };
}

// Whoever looks for words or for everything finds also what sleeps; who is not shown what sleeps
// cannot ask for it.
function snoozedOf({ view, q }: TicketSearch): boolean | undefined {
  if (!may("tickets.see_notes")) return undefined;
  if (view === "snoozed") return true;
  return view === "all" || q ? undefined : false;
}

export function filterOf(search: TicketSearch): ListTickets {
  const view = search.view ?? "open";
  return {
    status: search.status,
    state: search.state,
    open: view === "all" || search.status ? undefined : true,
    mine: view === "mine" ? true : undefined,
    unassigned: view === "unassigned" ? true : undefined,
    followed: view === "followed" ? true : undefined,
    tier: search.tier,
    queue: search.queue,
    customer: search.customer,
    site: search.site,
    q: search.q,
    tag: search.tag,
    snoozed: snoozedOf(search),
    ...(search.field && {
      field: search.field,
      fieldValue: search.fieldValue,
      fieldOrder: search.fieldOrder,
      fieldColumns: [search.field],
    }),
  };
}

// --- The same question, asked of the rows that live here

// Whether the live rows can answer: they are the open ones, and words are looked up by the server.
export function answersHere(search: TicketSearch): boolean {
  if (search.q || search.tag || search.saved || search.field || search.view === "all") return false;
  return search.status === undefined || !isDone({ status: search.status });
}

export interface Reader {
  person: number;
  follows(ticket: number): boolean;
  works(ticket: number): boolean; // Beside its assignee.
}

export function belongs(row: Ticket, search: TicketSearch, reader: Reader): boolean {
  const view = search.view ?? "open";
  // It goes on elsewhere; who may not see that other one finds their own ticket all the same.
  if (row.mergedInto && mayFor("tickets.see", row.customer)) return false;
  if (search.status ? row.status !== search.status : view !== "all" && isDone(row)) return false;
  if (search.state && row.state !== search.state) return false;
  if (row.spamAt) return false;
  if (view !== "all" && Boolean(row.snoozedUntil) !== (view === "snoozed")) return false;
  const isMine = row.assignee === reader.person || reader.works(row.id);
  if (view === "mine" && !isMine) return false;
  if (view === "unassigned" && row.assignee) return false;
  if (view === "followed" && !reader.follows(row.id)) return false;
  if (search.tier && row.tier !== search.tier) return false;
  if (search.queue && row.queue !== search.queue) return false;
  if (search.site && row.site !== search.site) return false;
  return !search.customer || row.customer === search.customer;
}

// As the server orders: the newest activity first, and of the same instant the newer ticket.
export function newestFirst(a: Ticket, b: Ticket): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt < b.updatedAt ? 1 : -1;
  return b.id - a.id;
}

export const ruleOf = (search: TicketSearch, reader: Reader): ListRule<Ticket> => ({
  belongs: (row) => belongs(row, search, reader),
  compare: newestFirst,
});

// --- The list the reader came from, for "next" and "previous"

let lastList: readonly number[] = [];
let lastStand = { id: 0, at: 0 };

// A live list is remembered itself, so that its order is always the present one.
export function rememberList(ids: readonly number[]): void {
  lastList = ids;
}

// A ticket that has left the list meanwhile (taken, resolved) stands where it stood last: the next
// one is the one that has moved up into its place.
export function neighbour(id: number, step: 1 | -1): number | undefined {
  const at = lastList.indexOf(id);
  if (at >= 0) lastStand = { id, at };
  else if (lastStand.id === id) return lastList[step === 1 ? lastStand.at : lastStand.at - 1];
  return at < 0 ? undefined : lastList[at + step];
}

// --- What somebody else has changed under an open window

const standing = ({ status, state, waitingFor, waitingNote }: Ticket) =>
  [status, state, waitingFor, waitingNote].join();

export function differences(before: Ticket, after: Ticket): MessageId[] {
  const told: [MessageId, unknown, unknown][] = [
    ["tickets.statusTitle", standing(before), standing(after)],
    ["tickets.typeTitle", before.type, after.type],
    ["tickets.category", before.category, after.category],
    ["tickets.customer", before.customer, after.customer],
    ["tickets.requester", before.requester, after.requester],
    ["tickets.site", before.site, after.site],
    ["tickets.assignee", before.assignee, after.assignee],
    ["tickets.tier", before.tier, after.tier],
    ["tickets.queue", before.queue, after.queue],
    ["tickets.priorityTitle", before.priority, after.priority],
    ["tickets.subject", before.subject, after.subject],
    ["tickets.due", before.dueAt, after.dueAt],
  ];
  return told.filter(([, was, is]) => was !== is).map(([name]) => name);
}

// --- Messages

export const messagesOfOthers = (messages: TicketMessage[], after: number, me: number) =>
  messages.filter((one) => one.id > after && one.author !== me);

// --- Drafts are kept on this device from the first letter on

export type Kind = "reply" | "note";

export const draftKey = (ticket: number, kind: string) => `ogniwo.draft.${ticket}.${kind}`;

export const readDraft = (ticket: number, kind: string) =>
  localStorage.getItem(draftKey(ticket, kind)) ?? "";

export function writeDraft(ticket: number, kind: string, text: string): void {
  if (text.trim()) localStorage.setItem(draftKey(ticket, kind), text);
  else localStorage.removeItem(draftKey(ticket, kind));
}

events.addEventListener("forgotten", () => {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("ogniwo.draft.")) localStorage.removeItem(key);
  }
});

// --- Handovers

export const handoverParts = ["symptom", "scope", "steps", "evidence", "outcome"] as const;
export const isPart = (field: string): field is HandoverPart =>
  handoverParts.some((part) => part === field);
export const gapText = word("gap");

// How many parts say something, in percent: as the server counts.
export function completeness(text: HandoverText): number {
  const there = handoverParts.filter((part) => text[part]?.trim());
  return Math.round((100 * there.length) / handoverParts.length);
}

// Why the product gave it to this person: "fewest open tickets: 2 of 10; 4 candidates".
export function whyText(why: RoutingWhy): string {
  const words = t(`tickets.why.${why.mode}` as MessageId, {
    load: why.load,
    capacity: why.capacity,
    candidates: why.candidates,
  });
  const matched = why.matched
    ?.map(
      (skill) => `${(language.get() === "pl" ? skill.namePl : skill.nameEn) ?? ""} ${skill.level}`,
    )
    .join(", ");
  return [
    words,
    matched && t("tickets.why.matched", { skills: matched }),
    why.waited && t("tickets.why.waited", { time: duration(why.waited) }),
  ]
    .filter(Boolean)
    .join("; ");
}

// Why there is nobody for it: "3 members: 2 not on duty, 1 full".
export function nobodyText(count: RoutingCount): string {
  const parts = (["offDuty", "unavailable", "unsuited", "full"] as const)
    .filter((kind) => count[kind] > 0)
    .map((kind) => t(`tickets.nobodyOf.${kind}`, { count: count[kind] }));
  if (parts.length === 0) return t("tickets.nobodyOf.none");
  return t("tickets.nobodyOf.members", { count: count.members, parts: parts.join(", ") });
}

// What is planned: its kind and time, or what became of it.
export function appointmentStep(words: string, entry: HistoryEntry): string {
  const point = entry.appointment;
  const made = entry.name.endsWith("made") || entry.name.endsWith("changed");
  const name = made && point?.state === "offered" ? "offered" : entry.name.split("_").at(-1);
  return (
    say(`${words}.appointment_${name}`, {
      kind: say(`tickets.appointment.kind.${point?.kind}`) ?? "",
      state: say(`tickets.appointment.state.${point?.state}`) ?? "",
      when: point?.startsAt ? moment(point.startsAt) : "",
    }) ?? ""
  );
}

// --- The same things in the words of a customer's person

export function ownStatusText(status: TicketStatus, waitingFor?: WaitingFor | null): string {
  if (status === "waiting" && waitingFor)
    return t(`tickets.own.waiting.${waitingFor}` as MessageId);
  return t(`tickets.own.status.${status}` as MessageId);
}

export const ownStandText = (ticket: Stand) =>
  ownState(ticket) ?? ownStatusText(ticket.status, ticket.waitingFor);

// Some see what they have written, some what their whole company has.
export const ownTitle = () => t(may("tickets.see") ? "tickets.own.titleAll" : "tickets.own.title");

// Where it stands, in one sentence.
export function ownStory(ticket: Pick<Ticket, "status" | "waitingFor">): string {
  const { status, waitingFor } = ticket;
  const at = status === "waiting" ? `waiting_${waitingFor ?? "other"}` : status;
  return t(`tickets.own.story.${at}` as MessageId);
}

const ownSteps = new Set([
  "created",
  "replied",
  "assigned",
  "routed",
  "status_changed",
  "site_changed",
  "state_changed",
  "escalated",
  "handed_back",
  "resolved",
  "reopened",
  "fields_changed",
  "waiting_reminded",
]);

// A step as the customer understands it; undefined: not a step for them.
export function ownHistoryText(entry: HistoryEntry): string | undefined {
  const name = entry.name.replace(/^tickets\./, "");
  if (entry.appointment) return appointmentStep("tickets.own.history", entry) || undefined;
  const gives = name === "assigned" || name === "routed";
  if (!ownSteps.has(name) || (gives && !entry.assigneeName)) return undefined;
  if (name === "waiting_reminded" && !entry.person) return undefined; // Nobody was written to.
  return say(`tickets.own.history.${gives ? "assigned" : name}`, {
    assignee: entry.assigneeName ?? "",
    status: ownState(entry) ?? (entry.status ? ownStatusText(entry.status, entry.waitingFor) : ""),
    by: entry.byName ?? "",
    site: entry.siteName ?? "–",
    fields: (entry.fields ?? []).map(nameIn).join(", "),
  });
}

// One question instead of two scales: how much it keeps somebody from working.
export const hindrances = ["little", "some", "stopped", "all_stopped"] as const;
export const hindranceText = word("own.hindrance");

export function weightOf(hindrance: string): { impact: Impact; urgency: Urgency } {
  if (hindrance === "little") return { impact: "low", urgency: "low" };
  if (hindrance === "stopped") return { impact: "medium", urgency: "high" };
  if (hindrance === "all_stopped") return { impact: "high", urgency: "high" };
  return { impact: "medium", urgency: "medium" };
}
