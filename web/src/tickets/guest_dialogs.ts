// Which dialog about a guest expert is open. They are asked for by a command and by the list of guests.

import type { Ticket, TicketGuest } from "../api/types";
import { events } from "../base/http";
import { observable } from "../base/observable";

export type GuestDialog =
  | { what: "invite"; ticket: Ticket }
  | { what: "tell" | "show" | "term"; ticket: Ticket; guest: TicketGuest };

export const guestDialog = observable<GuestDialog | undefined>(undefined);
export const closeGuestDialog = () => guestDialog.set(undefined);

events.addEventListener("forgotten", closeGuestDialog);
