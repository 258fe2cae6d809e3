// Tickets that are one, and the ways in and out of that, for the screens.

import { api } from "../api/client";
import type { MergePreview, Ticket, TicketRef } from "../api/types";
import { go } from "../base/go";
import { t } from "../base/i18n";
import { refresh } from "../base/resource";
import { duration } from "../base/time";
import type { Found } from "../ui/combobox";
import { attempt, tellWithWay } from "../ui/toast";
import { statusText } from "./model";
import { keysOf } from "./reading";
import { reloadTicket, settle } from "./verbs";

export const loadMerges = (ticket: number) => api.tickets.readMerges({ ticket });

export const targetFound = (ref: TicketRef): Found => ({
  id: ref.ticket,
  label: `#${ref.number} · ${ref.subject ?? ""}`,
  note: [statusText(ref.status), ref.requesterName].filter(Boolean).join(" · "),
});

export const findTargets = (ticket: number) => async (text: string) => {
  const found = await api.tickets.findMergeTargets({ ticket, q: text.trim() || undefined });
  return found.items.map(targetFound);
};

// What is read at the target from then on, a line each; nothing that is not there.
export function joinedLines(preview: MergePreview): string[] {
  const { messages, notes, files, minutes, followers, stopwatches, tickets, readers } = preview;
  const lines = [
    messages > 0 && t("tickets.merge.messages", { count: messages, notes }),
    files > 0 && t("tickets.merge.files", { count: files }),
    minutes > 0 && t("tickets.merge.time", { time: duration(minutes) }),
    followers > 0 && t("tickets.merge.followers", { count: followers }),
    stopwatches > 0 && t("tickets.merge.stopwatches", { count: stopwatches }),
    tickets > 0 && t("tickets.merge.tickets", { count: tickets }),
    readers.length > 0 && t("tickets.merge.readers", { names: readers.join(", ") }),
  ];
  return lines.filter((line) => line !== false);
}

// Both tickets are read anew; what is shown beside them, too.
export async function renewBoth(...tickets: (number | undefined | null)[]): Promise<void> {
  for (const ticket of tickets) {
    if (!ticket) continue;
    for (const key of keysOf(ticket)) refresh(key);
    await reloadTicket(ticket).catch(() => undefined); // It may be one that is not seen here.
  }
}

export function openTicket(ticket: number): void {
  go("/tickets/$ticket", { ticket: String(ticket) });
}

export async function mergeInto(ticket: Ticket, into: number): Promise<Ticket> {
  const merged = await settle(api.tickets.mergeTicket({ ticket: ticket.id, into }));
  const target = merged.mergedInto ?? into;
  await renewBoth(ticket.id, target);
  tellWithWay(t("tickets.merge.done", { number: String(target) }), {
    label: t("tickets.merge.undo"),
    run: () => void undoMerge(ticket.id),
  });
  openTicket(target);
  return merged;
}

export const undoMerge = (ticket: number, from?: number | null) =>
  attempt(
    async () => {
      await settle(api.tickets.unmergeTicket({ ticket }));
      await renewBoth(ticket, from);
      openTicket(ticket);
    },
    t("tickets.merge.undone", { number: String(ticket) }),
  );

export const undoSplit = (ticket: number, source: number) =>
  attempt(
    async () => {
      await settle(api.tickets.unsplitTicket({ ticket }));
      await renewBoth(ticket, source);
      openTicket(source);
    },
    t("tickets.split.undone", { number: String(ticket) }),
  );
