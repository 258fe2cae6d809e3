// The verbs of a ticket, each shown at once and settled by the server's answer.

import { api } from "../api/client";
import type { Ticket } from "../api/types";
import { forgetPages } from "../base/pages";
import { refresh } from "../base/resource";
import { attempt } from "../ui/toast";
import type { StatusMove } from "./model";
import { ticketStore } from "./model";
import { historyKey, messagesKey } from "./reading";

function changed(id: number) {
  forgetPages();
  refresh(messagesKey(id));
  refresh(historyKey(id));
}

export async function reloadTicket(id: number): Promise<void> {
  ticketStore.upsert(await api.tickets.readTicket({ ticket: id }));
  changed(id);
}

// For verbs whose answer is the ticket and whose failure is told in a corner.
export async function apply(
  ticket: Ticket,
  change: (row: Ticket) => Ticket,
  send: () => Promise<Ticket>,
): Promise<boolean> {
  const done = await attempt(() => ticketStore.mutate(ticket.id, change, send));
  if (done) changed(ticket.id);
  return done;
}

// For forms, which tell their failures themselves.
export async function settle(ticket: Ticket, send: Promise<Ticket>): Promise<Ticket> {
  const answer = await send;
  ticketStore.upsert(answer);
  changed(ticket.id);
  return answer;
}

export const take = (ticket: Ticket, me: { person: number; name: string }) =>
  apply(
    ticket,
    (row) => ({
      ...row,
      assignee: me.person,
      assigneeName: me.name,
      status: row.status === "new" ? "open" : row.status,
    }),
    () => api.tickets.takeTicket({ ticket: ticket.id }),
  );

export const move = (ticket: Ticket, to: StatusMove) =>
  apply(
    ticket,
    (row) => ({ ...row, status: to.status, waitingFor: to.waitingFor }),
    () => api.tickets.setTicketStatus({ ticket: ticket.id, ...to }),
  );
