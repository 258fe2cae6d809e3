// The verbs of a ticket, each shown at once and settled by the server's answer.
//
// A refusal brings the old state back by itself and says so in words, with a way to try again. The
// second try carries the key of the first: if only the answer was lost, nothing is done twice.
// What hangs on a ticket (its talk, its history) is read again by whoever shows it, when the row's
// version rises: an answer here and a word from the live feed are the same thing to them.

import { api } from "../api/client";
import type { Ticket } from "../api/types";
import { newKey } from "../base/http";
import { type MessageId, t } from "../base/i18n";
import { forgetPages } from "../base/pages";
import { tellUndone } from "../ui/toast";
import type { StatusMove } from "./model";
import { ticketStore } from "./model";

export async function reloadTicket(id: number): Promise<void> {
  const mark = ticketStore.mark();
  ticketStore.take([await api.tickets.readTicket({ ticket: id })], mark);
  forgetPages();
}

export interface Verb {
  title: MessageId;
  change(row: Ticket): Ticket;
  send(options: { key: string }): Promise<Ticket>;
}

// For verbs that are shown at once; a failure is told in a corner.
export async function apply(ticket: Ticket, verb: Verb, key = newKey()): Promise<void> {
  try {
    await ticketStore.mutate(ticket.id, verb.change, () => verb.send({ key }));
    forgetPages();
  } catch (problem) {
    // The outermost place of the click; the row has fallen back by itself.
    const what = t("tickets.undone", { what: t(verb.title), number: String(ticket.number) });
    tellUndone(what, problem, () => void apply(ticket, verb, key));
  }
}

// For forms, which tell their failures themselves.
export async function settle(send: Promise<Ticket>): Promise<Ticket> {
  const answer = await send;
  ticketStore.upsert(answer);
  forgetPages();
  return answer;
}

const begun = (row: Ticket) => (row.status === "new" ? "open" : row.status);

// What another group begins with, only the server knows: until its answer the group's word stands.
function standing(row: Ticket, to: Pick<Ticket, "status"> & Partial<Ticket>): Ticket {
  if (to.status === row.status) return { ...row, ...to };
  const none = { state: undefined, statePl: undefined, stateEn: undefined };
  return { ...row, ...none, stateShownPl: undefined, stateShownEn: undefined, ...to };
}

export const take = (ticket: Ticket, me: { person: number; name: string }) =>
  apply(ticket, {
    title: "tickets.take",
    change: (row) =>
      standing(row, { assignee: me.person, assigneeName: me.name, status: begun(row) }),
    send: (options) => api.tickets.takeTicket({ ticket: ticket.id }, options),
  });

export const assign = (ticket: Ticket, to: { person: number; name: string } | undefined) =>
  apply(ticket, {
    title: "tickets.assign",
    change: (row) => ({ ...row, assignee: to?.person, assigneeName: to?.name }),
    send: (options) =>
      api.tickets.assignTicket({ ticket: ticket.id, assignee: to?.person ?? null }, options),
  });

export const move = (ticket: Ticket, to: StatusMove) =>
  apply(ticket, {
    title: "tickets.setStatus",
    change: (row) =>
      standing(row, {
        status: to.status,
        waitingFor: to.waitingFor,
        waitingNote: to.waitingNote,
      }),
    send: (options) => api.tickets.setTicketStatus({ ticket: ticket.id, ...to }, options),
  });

export const close = (ticket: Ticket) =>
  apply(ticket, {
    title: "tickets.close",
    change: (row) =>
      standing(row, { status: "closed", waitingFor: undefined, waitingNote: undefined }),
    send: (options) => api.tickets.closeTicket({ ticket: ticket.id }, options),
  });
