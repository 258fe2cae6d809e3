// What was promised, among the commands of a ticket: to read why, and to say that the customer can
// work meanwhile.

import { ClockCheck, Wrench } from "lucide-react";
import type { Ticket } from "../api/types";
import { go } from "../base/go";
import { t } from "../base/i18n";
import { peek } from "../base/resource";
import { mayFor } from "../base/session";
import type { Clocks } from "./clock_model";
import { clocksKey } from "./reading";
import type { TimeAction } from "./time_actions";

// Fetched by the first press, as few tickets ever have a workaround.
const verbs = () => import("./clock_verbs");

export function clockActions(ticket: Ticket): TimeAction[] {
  const has = () => peek<Clocks>(clocksKey(ticket.id))?.hasWorkaround;
  const unlessClosed = () => (ticket.status === "closed" ? t("tickets.alreadyClosed") : undefined);
  const work = {
    group: "tickets.ticket" as const,
    icon: Wrench,
    shown: false,
    offered: () => mayFor("tickets.work", ticket.customer),
  };
  return [
    {
      id: "tickets.clock.explain",
      title: "tickets.clock.explain",
      group: "tickets.ticket",
      keys: "=",
      icon: ClockCheck,
      shown: false,
      run: () => go("/tickets/$ticket/clocks", { ticket: String(ticket.id) }),
    },
    {
      ...work,
      id: "tickets.workaround.found",
      title: "tickets.workaround.found",
      blocked: () => unlessClosed() ?? (has() ? t("tickets.workaround.already") : undefined),
      run: async () => (await verbs()).setWorkaround(ticket, "found"),
    },
    {
      ...work,
      id: "tickets.workaround.gone",
      title: "tickets.workaround.gone",
      blocked: () =>
        unlessClosed() ?? (has() === false ? t("tickets.workaround.never") : undefined),
      run: async () => (await verbs()).setWorkaround(ticket, "gone"),
    },
  ];
}
