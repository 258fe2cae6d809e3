// Guest experts without a screen: whether they are still in, how they are called, what can be shown
// to them.

import { api } from "../api/client";
import type { TicketGuest, TicketGuests, TicketMessage } from "../api/types";
import { t } from "../base/i18n";
import { put } from "../base/resource";
import { moment } from "../base/time";
import { guestsKey } from "./reading";
import { reloadTicket } from "./verbs";

export const loadGuests = (ticket: number) => api.tickets.listGuests({ ticket });

// What is done about a guest raises the ticket's version: its page reads the rest anew.
export async function settleGuests(ticket: number, send: Promise<TicketGuests>) {
  const answer = await send;
  put(guestsKey(ticket), answer);
  void reloadTicket(ticket).catch(() => undefined); // The live feed will tell it, too.
  return answer;
}

export const isIn = (guest: TicketGuest, now = Date.now()) =>
  !guest.endedAt && Date.parse(guest.endsAt) > now;

// "Ola Maj (Drukarki SA)"; whoever was erased has no name.
export function guestName(guest: { name?: string | null; company?: string | null }): string {
  if (!guest.name) return t("tickets.guest.erased");
  return guest.company ? `${guest.name} (${guest.company})` : guest.name;
}

export function guestState(guest: TicketGuest, now = Date.now()): string {
  if (isIn(guest, now)) return t("tickets.guest.until", { time: moment(guest.endsAt) });
  if (guest.endedWhy && guest.endedWhy !== "time") {
    return t(`tickets.guest.ended.${guest.endedWhy}`, { time: moment(guest.endedAt ?? "") });
  }
  return t("tickets.guest.ended.time", { time: moment(guest.endsAt) });
}

// Also of somebody whose name is gone already: what they wrote may still stand there.
export const mayErase = (guest: TicketGuest, messages: TicketMessage[] = []) =>
  !!guest.name ||
  messages.some(
    (message) =>
      !!message.text &&
      message.guests?.some((one) => one.guest === guest.id && one.part === "wrote"),
  );

// What a guest wrote or was told they see anyway.
export const showable = (messages: TicketMessage[], guest?: number) =>
  messages.filter(
    (message) => !message.guests?.some((one) => one.guest === guest && one.part !== "shown"),
  );
