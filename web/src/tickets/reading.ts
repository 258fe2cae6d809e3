// What a ticket page reads, and reads ahead: the talk and the history, each as a whole.

import { useEffect, useRef } from "react";
import { api } from "../api/client";
import type { Ticket, TicketTime } from "../api/types";
import { allPages } from "../base/pages";
import { prefetch, refresh } from "../base/resource";

const limit = 200; // The most the server gives at once.

export const ticketKey = (ticket: number) => `ticket/${ticket}`;
export const messagesKey = (ticket: number) => `messages/${ticket}`;
export const historyKey = (ticket: number) => `history/${ticket}`;
export const handoversKey = (ticket: number) => `handovers/${ticket}`;
export const figuresKey = (ticket: number) => `figures/${ticket}`;
export const routingKey = (ticket: number) => `routing/${ticket}`;
export const appointmentsKey = (ticket: number) => `appointments/${ticket}`;
export const timeKey = (ticket: number) => `time/of/${ticket}`;
export const checklistKey = (ticket: number) => `checklist/${ticket}`;
export const approvalKey = (ticket: number) => `approval/${ticket}`;
export const ratingKey = (ticket: number) => `rating/${ticket}`;
export const linksKey = (ticket: number) => `links/${ticket}`;
export const mentionableKey = (ticket: number) => `mentionable/${ticket}`;
export const mergesKey = (ticket: number) => `merges/${ticket}`;
export const fieldValuesKey = (ticket: number) => `fields/${ticket}`;
export const workersKey = (ticket: number) => `workers/${ticket}`;
export const guestsKey = (ticket: number) => `guests/${ticket}`;
export const timedKey = (ticket: number) => `timed/${ticket}`;
export const clocksKey = (ticket: number) => `clocks/${ticket}`;
export const followersKey = (ticket: number) => `followers/${ticket}`;
export const fieldsKey = "ticket fields"; // Of all tickets: what fields there are.

const keys = [
  messagesKey,
  historyKey,
  handoversKey,
  figuresKey,
  routingKey,
  appointmentsKey,
  timeKey,
  checklistKey,
  approvalKey,
  ratingKey,
  linksKey,
  mentionableKey,
  mergesKey,
  fieldValuesKey,
  workersKey,
  guestsKey,
  timedKey,
  clocksKey,
  followersKey,
];

// All that is read about one ticket, beside its row.
export const keysOf = (ticket: number): string[] => keys.map((key) => key(ticket));

// A newer version of the row means that all of it is read again.
export function useFreshTalk(ticket: Pick<Ticket, "id" | "version">): void {
  const read = useRef(ticket.version);
  useEffect(() => {
    if (ticket.version <= read.current) return;
    read.current = ticket.version;
    for (const key of keysOf(ticket.id)) refresh(key);
  }, [ticket.id, ticket.version]);
}

export const loadMessages = (ticket: number) =>
  allPages((cursor) => api.tickets.listMessages({ ticket, cursor, limit }));

export const loadHistory = (ticket: number) =>
  allPages((cursor) => api.tickets.ticketHistory({ ticket, cursor, limit }));

export const loadHandovers = (ticket: number) => api.tickets.listHandovers({ ticket });
export const loadWorkers = (ticket: number) => api.tickets.listWorkers({ ticket });
export const loadRouting = (ticket: number) => api.tickets.readRouting({ ticket });
export const loadFigures = (ticket: number) => api.tickets.readFigures({ ticket });

// The sums come with every page; the entries are put together.
export async function loadTime(ticket: number): Promise<TicketTime> {
  const first = await api.tickets.listTicketTime({ ticket, limit });
  const rest = first.next
    ? await allPages((cursor = first.next) => api.tickets.listTicketTime({ ticket, cursor, limit }))
    : [];
  return { ...first, items: [...first.items, ...rest], next: undefined };
}

export function prefetchTicket(ticket: number) {
  prefetch(messagesKey(ticket), () => loadMessages(ticket));
  prefetch(historyKey(ticket), () => loadHistory(ticket));
}
