// Inviting a guest expert, among the commands of a ticket.

import { Handshake } from "lucide-react";
import type { Ticket } from "../api/types";
import { t } from "../base/i18n";
import { mayFor } from "../base/session";
import { guestDialog } from "./guest_dialogs";
import type { TimeAction } from "./time_actions";

export function guestActions(ticket: Ticket): TimeAction[] {
  return [
    {
      id: "tickets.guest.invite",
      title: "tickets.guest.invite",
      group: "tickets.ticket",
      icon: Handshake,
      shown: false,
      offered: () => mayFor("tickets.work", ticket.customer),
      blocked: () => {
        if (ticket.status === "closed") return t("tickets.alreadyClosed");
        return ticket.spamAt ? t("refusal.tickets.guest_of_spam") : undefined;
      },
      run: () => guestDialog.set({ what: "invite", ticket }),
    },
  ];
}
