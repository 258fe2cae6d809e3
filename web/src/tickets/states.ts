// Statuses of a company's own without a screen: the lifecycle as it is known here, where a ticket
// may go from, and how it gets there. Which steps are allowed only the server says.

import { api } from "../api/client";
import type {
  Lifecycle,
  NextState,
  StatePlace,
  StateWay,
  Ticket,
  TicketState,
  TicketStatus,
  WayFor,
} from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { nameIn } from "../tiers/model";
import { isDone, ownState, statuses, statusText } from "./model";
import { apply } from "./verbs";

export const lifecycleKey = "ticket lifecycle";
export const loadLifecycle = () => api.tickets.readLifecycle();

export function useLifecycle(): Lifecycle | undefined {
  return useResource(may("tickets.see_notes") ? lifecycleKey : undefined, loadLifecycle, true)
    .value;
}

// A company that has made nothing of it works with the five groups alone.
export const isOwn = (lifecycle: Lifecycle | undefined) =>
  lifecycle !== undefined && lifecycle.states.length + lifecycle.ways.length > 0;

export const inUse = (lifecycle: Lifecycle | undefined, status: TicketStatus): TicketState[] =>
  lifecycle?.states.filter((one) => one.status === status && !one.retiredAt) ?? [];

// Tickets may still stand in them.
export const retired = (lifecycle: Lifecycle | undefined): TicketState[] =>
  lifecycle?.states.filter((one) => one.retiredAt) ?? [];

export const retiredText = (state: TicketState) =>
  t("tickets.state.retired", { name: nameIn(state) });

// A version of the ticket has its own answer, and so has a change of the ways.
export const nextKey = (ticket: Ticket, lifecycle: Lifecycle | undefined) =>
  isOwn(lifecycle) ? `ticket/${ticket.id}/next/${ticket.version}/${lifecycle?.version}` : undefined;

export const loadNext = (ticket: Ticket) => api.tickets.listNextStates({ ticket: ticket.id });

export const nextText = (next: NextState) =>
  ownState({ statePl: next.namePl, stateEn: next.nameEn }) ?? statusText(next.status);

// Waiting says for whom and for what, resolving what the answer is, reopening why.
export function needsWords(ticket: Ticket, next: Pick<NextState, "status">): boolean {
  if (next.status === "waiting") return true;
  return isDone(ticket) ? next.status === "open" : next.status === "resolved";
}

// Of those that need no words.
export const moveTo = (ticket: Ticket, next: NextState) =>
  apply(ticket, {
    title: "tickets.setStatus",
    change: (row) => ({
      ...row,
      status: next.status,
      state: next.state,
      statePl: next.namePl,
      stateEn: next.nameEn,
      stateShownPl: undefined,
      stateShownEn: undefined,
      waitingFor: undefined,
      waitingNote: undefined,
    }),
    send: (options) =>
      api.tickets.setTicketStatus(
        { ticket: ticket.id, status: next.status, state: next.state ?? null },
        options,
      ),
  });

// --- In a form: "" as usual, "none" the word of the group, else a number

export const stateWish = (value: string) =>
  value === "" ? {} : { state: value === "none" ? null : Number(value) };

export const stateValue = (state: number | null | undefined) =>
  state === undefined ? "" : String(state ?? "none");

// --- Ways

export const placeKey = (place: StatePlace) => `${place.status} ${place.state ?? 0}`;
const wayKey = (from: StatePlace, to: StatePlace) => `${placeKey(from)} ${placeKey(to)}`;

export interface Place extends StatePlace {
  name: string;
}

export const placesOf = (lifecycle: Lifecycle): Place[] =>
  statuses.flatMap((status) => [
    { status, name: statusText(status) },
    ...inUse(lifecycle, status).map((one) => ({ status, state: one.id, name: nameIn(one) })),
  ]);

export const placeName = (lifecycle: Lifecycle, place: StatePlace) => {
  const state = lifecycle.states.find((one) => one.id === place.state);
  return state ? nameIn(state) : statusText(place.status);
};

export const groupsAllow = (lifecycle: Lifecycle, from: StatePlace, to: StatePlace) =>
  placeKey(from) !== placeKey(to) &&
  lifecycle.groups.some((way) => way.from === from.status && way.to === to.status);

export const wayFors: WayFor[] = ["everybody", "lead", "configurer", "nobody"];

export type Ways = ReadonlyMap<string, StateWay>;

export const waysOf = (lifecycle: Lifecycle): Ways =>
  new Map(lifecycle.ways.map((way) => [wayKey(way.from, way.to), way]));

export const whoOf = (ways: Ways, from: StatePlace, to: StatePlace): WayFor =>
  ways.get(wayKey(from, to))?.who ?? "everybody";

// What is for everybody is not said.
export function withWay(ways: Ways, { from, to, who }: StateWay): Ways {
  const changed = new Map(ways);
  const key = wayKey(from, to);
  if (who === "everybody") changed.delete(key);
  else {
    const plain = ({ status, state }: StatePlace): StatePlace => ({
      status,
      ...(state && { state }),
    });
    changed.set(key, { from: plain(from), to: plain(to), who });
  }
  return changed;
}

export const whoNext = (who: WayFor): WayFor =>
  wayFors[(wayFors.indexOf(who) + 1) % wayFors.length] ?? "everybody";
