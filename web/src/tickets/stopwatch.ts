// One's own stopwatches, as this browser knows them. The server counts; here the seconds only go on
// from its last answer. While one runs, a word a minute says that a browser is open.

import { api } from "../api/client";
import type { StopwatchCount, TicketStopwatch, TicketStopwatches } from "../api/types";
import { amend, put, useResource } from "../base/resource";
import { may } from "../base/session";
import { attempt } from "../ui/toast";

export interface Stopwatches {
  items: TicketStopwatch[];
  at: number; // When the answer came, by this browser's clock.
}

const key = "stopwatches";
export const touchEvery = 60_000; // Milliseconds.

const known = ({ items }: TicketStopwatches): Stopwatches => ({ items, at: Date.now() });
const take = (answer: TicketStopwatches) => put(key, known(answer));

export function useStopwatches(): Stopwatches | undefined {
  const load = async () => known(await api.tickets.listStopwatches());
  return useResource(may("tickets.book_time") ? key : undefined, load, true).value;
}

export const secondsNow = (one: TicketStopwatch, at: number, now: number) =>
  one.state === "running" ? one.seconds + Math.max(0, Math.floor((now - at) / 1000)) : one.seconds;

export async function touch(): Promise<void> {
  try {
    take(await api.tickets.touchStopwatches());
  } catch {
    // The connection is lost, which the page says elsewhere; the next minute tries again.
  }
}

export const start = (ticket: number) =>
  attempt(async () => take(await api.tickets.startStopwatch({ ticket })));

export const pause = (ticket: number) =>
  attempt(async () => take(await api.tickets.pauseStopwatch({ ticket })));

export const drop = (ticket: number) =>
  attempt(async () => take(await api.tickets.dropStopwatch({ ticket })));

export async function answer(wish: {
  ticket: number;
  count: StopwatchCount;
  minutes?: number;
  goOn?: boolean;
}): Promise<void> {
  take(await api.tickets.answerStopwatch(wish));
}

// Its minutes were booked: the server has forgotten it.
export const booked = (ticket: number) =>
  amend<Stopwatches>(key, (all) => ({
    ...all,
    items: all.items.filter((one) => one.ticket !== ticket),
  }));
