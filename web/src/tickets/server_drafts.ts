// Drafts, as the server keeps them: what is typed here is there a second later, and on the next
// device. This device's copy is for the moments without a connection.

import { api } from "../api/client";
import type { TicketDraft } from "../api/types";
import { observable } from "../base/observable";
import { type Kind, readDraft, writeDraft } from "./model";

// When something was last typed to the customer, and where: colleagues are told.
export const typedTo = observable<{ ticket: number; at: number } | undefined>(undefined);

const pause = 900; // Milliseconds after the last key.

const timers = new Map<string, ReturnType<typeof setTimeout>>();

export function keepDraft(ticket: number, kind: Kind, text: string): void {
  writeDraft(ticket, kind, text);
  const key = `${ticket}/${kind}`;
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => {
      timers.delete(key);
      void api.tickets.saveDraft({ ticket, kind, text }).catch(() => undefined);
    }, pause),
  );
}

// It was sent: the server has forgotten it by itself.
export function dropDraft(ticket: number, kind: Kind): void {
  const key = `${ticket}/${kind}`;
  clearTimeout(timers.get(key));
  timers.delete(key);
  writeDraft(ticket, kind, "");
}

// What this device has is what was typed last here; where it has nothing, the server knows more.
export function missingHere(ticket: number, drafts: TicketDraft[]): Partial<Record<Kind, string>> {
  const found: Partial<Record<Kind, string>> = {};
  for (const draft of drafts) {
    if (!readDraft(ticket, draft.kind)) found[draft.kind] = draft.text;
  }
  return found;
}

export const loadDrafts = async (ticket: number) =>
  (await api.tickets.listDrafts({ ticket })).items;
