// Making an appointment, among the commands of a ticket.

import { CalendarPlus } from "lucide-react";
import type { Ticket } from "../api/types";
import { t } from "../base/i18n";
import { mayFor } from "../base/session";
import { appointmentDialog } from "./appointment_dialogs";
import type { TimeAction } from "./time_actions";

export function appointmentActions(ticket: Ticket): TimeAction[] {
  return [
    {
      id: "tickets.appointment.make",
      title: "tickets.appointment.make",
      group: "tickets.ticket",
      keys: "@",
      icon: CalendarPlus,
      shown: false,
      offered: () => mayFor("tickets.work", ticket.customer),
      blocked: () => (ticket.status === "closed" ? t("tickets.alreadyClosed") : undefined),
      run: () =>
        appointmentDialog.set({
          what: "plan",
          ticket: ticket.id,
          customer: ticket.customer,
          subject: ticket.subject,
        }),
    },
  ];
}
