// Tags, links, dates and spam among the commands of a ticket.

import {
  AlarmClock,
  AlarmClockOff,
  CalendarClock,
  CalendarX,
  Link2,
  ShieldCheck,
  ShieldX,
  Tag,
} from "lucide-react";
import type { Ticket } from "../api/types";
import type { Command } from "../base/commands";
import { t } from "../base/i18n";
import { mayFor } from "../base/session";
import type { OpenDialog } from "./actions";
import { isDone } from "./model";

export interface MarkAction extends Command {
  shown: boolean;
}

// Fetched by the first press: few of those who read a ticket mark one.
const verbs = () => import("./mark_verbs");

export function markActions(ticket: Ticket, open: (dialog: OpenDialog) => void): MarkAction[] {
  const offered = () => mayFor("tickets.work", ticket.customer);
  const unlessClosed = () => (ticket.status === "closed" ? t("tickets.alreadyClosed") : undefined);
  const common = { group: "tickets.ticket" as const, shown: false, offered };
  return [
    {
      ...common,
      id: "tickets.snooze",
      title: "tickets.snooze",
      keys: "z",
      icon: AlarmClock,
      blocked: () => (isDone(ticket) ? t("tickets.alreadyResolved") : undefined),
      run: () => open("snooze"),
    },
    {
      ...common,
      id: "tickets.wake",
      title: "tickets.wake",
      icon: AlarmClockOff,
      blocked: () => (ticket.snoozedUntil ? undefined : t("refusal.tickets.not_snoozed")),
      run: async () => (await verbs()).wake(ticket),
    },
    {
      ...common,
      id: "tickets.setDue",
      title: "tickets.setDue",
      keys: "y",
      icon: CalendarClock,
      blocked: unlessClosed,
      run: () => open("due"),
    },
    {
      ...common,
      id: "tickets.clearDue",
      title: "tickets.clearDue",
      icon: CalendarX,
      blocked: () => unlessClosed() ?? (ticket.dueAt ? undefined : t("refusal.tickets.no_due")),
      run: async () => (await verbs()).clearDue(ticket),
    },
    {
      ...common,
      id: "tickets.addTag",
      title: "tickets.addTag",
      keys: "#",
      icon: Tag,
      blocked: unlessClosed,
      run: () => open("tag"),
    },
    {
      ...common,
      id: "tickets.addLink",
      title: "tickets.addLink",
      keys: "v",
      icon: Link2,
      run: () => open("link"),
    },
    {
      ...common,
      id: "tickets.spam",
      title: "tickets.spam",
      keys: "!",
      icon: ShieldX,
      blocked: () => (ticket.spamAt ? t("refusal.tickets.spam_already") : undefined),
      run: async () => (await verbs()).markSpam(ticket),
    },
    {
      ...common,
      id: "tickets.notSpam",
      title: "tickets.notSpam",
      icon: ShieldCheck,
      blocked: () => (ticket.spamAt ? undefined : t("refusal.tickets.not_spam")),
      run: async () => (await verbs()).unmarkSpam(ticket),
    },
  ];
}
