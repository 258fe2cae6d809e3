// Tags, snoozing and spam: done at once, with a way back where one may be wanted.

import { api } from "../api/client";
import type { TagLabel, Ticket } from "../api/types";
import { t } from "../base/i18n";
import { moment } from "../base/time";
import { attempt, tell, tellWithWay } from "../ui/toast";
import { apply, settle } from "./verbs";

const without = (tags: TagLabel[] | undefined, tag: number) =>
  (tags ?? []).filter((one) => one.tag !== tag);

export const removeTag = (ticket: Ticket, tag: number) =>
  apply(ticket, {
    title: "tickets.tags",
    change: (row) => ({ ...row, tags: without(row.tags, tag) }),
    send: (options) => api.tickets.removeTicketTag({ ticket: ticket.id, tag }, options),
  });

export async function snooze(ticket: Ticket, until: Date): Promise<void> {
  await settle(api.tickets.snoozeTicket({ ticket: ticket.id, until: until.toISOString() }));
  tellWithWay(t("tickets.snoozeDone", { moment: moment(until) }), {
    label: t("tickets.takeBack"),
    run: () => void wake(ticket),
  });
}

export const wake = (ticket: Ticket) =>
  apply(ticket, {
    title: "tickets.wake",
    change: (row) => ({ ...row, snoozedUntil: undefined }),
    send: (options) => api.tickets.wakeTicket({ ticket: ticket.id }, options),
  });

// One key: it is gone from the lists, and for a while one press brings it back.
export async function markSpam(ticket: Ticket): Promise<void> {
  const done = await attempt(() => settle(api.tickets.markSpam({ ticket: ticket.id })));
  if (!done) return;
  tellWithWay(t("tickets.spamDone", { number: ticket.number }), {
    label: t("tickets.takeBack"),
    run: () => void unmarkSpam(ticket),
  });
}

export async function unmarkSpam(ticket: Ticket): Promise<void> {
  const done = await attempt(() => settle(api.tickets.unmarkSpam({ ticket: ticket.id })));
  if (done) tell(t("tickets.spamUndone", { number: ticket.number }));
}

export const clearDue = (ticket: Ticket) =>
  apply(ticket, {
    title: "tickets.clearDue",
    change: (row) => ({ ...row, dueAt: undefined, dueOn: undefined }),
    send: (options) => api.tickets.clearDue({ ticket: ticket.id }, options),
  });
