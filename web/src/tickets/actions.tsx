// What can be done with a ticket: one list of commands for the buttons, the palette and the keys.

import {
  ArrowDownToLine,
  ArrowUpToLine,
  CircleCheckBig,
  CircleDot,
  CircleX,
  CornerDownLeft,
  Hand,
  Lock,
  Megaphone,
  Pencil,
  Reply,
  RotateCcw,
  Shuffle,
  UserRoundPlus,
} from "lucide-react";
import type { Ticket } from "../api/types";
import { type Command, useCommands } from "../base/commands";
import { go } from "../base/go";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { isStaff, mayFor, nameOf, useSession } from "../base/session";
import { loadStructure, reachable, structureKey } from "../tiers/model";
import type { Look } from "../ui/button";
import { appointmentActions } from "./appointment_actions";
import { clockActions } from "./clock_actions";
import { guestActions } from "./guest_actions";
import { markActions } from "./mark_actions";
import { isDone, type Kind, neighbour, statusMoves } from "./model";
import { useStateActions } from "./state_actions";
import { useTimeActions } from "./time_actions";
import { close as closeTicket, take } from "./verbs";

export type OpenDialog =
  | "assign"
  | "status"
  | "escalate"
  | "handBack"
  | "returnHandover"
  | "moveQueue"
  | "lead"
  | "resolve"
  | "reopen"
  | "edit"
  | "snooze"
  | "due"
  | "tag"
  | "link"
  | "merge"
  | "split"
  | "changeCustomer"
  | `state ${string}` // One of those that need words, by its place.
  | undefined;

const staysOpen = new Set([
  "tickets.clock.explain",
  "tickets.reply",
  "tickets.next",
  "tickets.previous",
  "tickets.time.book",
]);

interface TicketAction extends Command {
  shown: boolean; // As a button; all of them are in the palette.
  look?: Look;
}

export function useTicketActions(
  ticket: Ticket,
  open: (dialog: OpenDialog) => void,
  write: (kind: Kind) => void,
): TicketAction[] {
  const session = useSession();
  const right = (name: string) => mayFor(name, ticket.customer);
  const mayWork = right("tickets.work");
  const mine = ticket.assignee === session.person;
  const unlessDone = () => (isDone(ticket) ? t("tickets.alreadyResolved") : undefined);
  const unlessClosed = () => (ticket.status === "closed" ? t("tickets.alreadyClosed") : undefined);
  const structure = useResource(right("tiers.see") ? structureKey : undefined, loadStructure).value;
  const leads = (up: boolean) => !structure || reachable(structure, ticket.tier, up).length > 0;
  const queues = structure?.tiers.find((one) => one.number === ticket.tier)?.queues.length ?? 2;
  const step = (by: 1 | -1) => () => {
    const other = neighbour(ticket.id, by);
    if (other) go("/tickets/$ticket", { ticket: String(other) });
  };
  const group = "tickets.ticket" as const;

  const time = useTimeActions(ticket);
  const states = useStateActions(ticket, open);
  const actions: TicketAction[] = [
    {
      id: "tickets.take",
      title: "tickets.take",
      group,
      keys: "t",
      icon: Hand,
      shown: !mine && !isDone(ticket),
      look: "main",
      offered: () => right("tickets.assign"),
      blocked: () => unlessDone() ?? (mine ? t("tickets.alreadyYours") : undefined),
      run: () => take(ticket, { person: session.person, name: nameOf(session) }),
    },
    {
      id: "tickets.assign",
      title: "tickets.assign",
      group,
      keys: "a",
      icon: UserRoundPlus,
      shown: true,
      offered: () => right("tickets.assign"),
      blocked: unlessClosed,
      run: () => open("assign"),
    },
    {
      id: "tickets.escalate",
      title: "tickets.escalate",
      group,
      keys: "u",
      icon: ArrowUpToLine,
      shown: !isDone(ticket),
      offered: () => mayWork,
      blocked: () => unlessDone() ?? (leads(true) ? undefined : t("tickets.noMoveUp")),
      run: () => open("escalate"),
    },
    {
      id: "tickets.handBack",
      title: "tickets.handBack",
      group,
      keys: "d",
      icon: ArrowDownToLine,
      shown: ticket.tier > 1 && !isDone(ticket),
      offered: () => mayWork,
      blocked: () =>
        unlessDone() ??
        (ticket.tier === 1
          ? t("tickets.lowestTier")
          : leads(false)
            ? undefined
            : t("tickets.noMoveDown")),
      run: () => open("handBack"),
    },
    {
      id: "tickets.returnHandover",
      title: "tickets.returnHandover",
      group,
      keys: "b",
      icon: CornerDownLeft,
      shown: false,
      offered: () => mayWork,
      blocked: () => unlessDone() ?? (ticket.tier === 1 ? t("tickets.lowestTier") : undefined),
      run: () => open("returnHandover"),
    },
    {
      id: "tickets.moveQueue",
      title: "tickets.moveQueue",
      group,
      keys: "q",
      icon: Shuffle,
      shown: false,
      offered: () => mayWork,
      blocked: () => unlessDone() ?? (queues > 1 ? undefined : t("tickets.oneQueue")),
      run: () => open("moveQueue"),
    },
    {
      id: "tickets.informLead",
      title: "tickets.informLead",
      group,
      keys: "l",
      icon: Megaphone,
      shown: false,
      offered: () => mayWork,
      blocked: unlessClosed,
      run: () => open("lead"),
    },
    {
      id: "tickets.setStatus",
      title: "tickets.setStatus",
      group,
      keys: "s",
      icon: CircleDot,
      shown: true,
      offered: () => mayWork,
      blocked: () => (statusMoves(ticket).length === 0 ? t("tickets.alreadyClosed") : undefined),
      run: () => open("status"),
    },
    {
      id: "tickets.resolve",
      title: "tickets.resolve",
      group,
      keys: "x",
      icon: CircleCheckBig,
      shown: !isDone(ticket),
      look: mine ? "main" : "plain",
      offered: () => mayWork,
      blocked: unlessDone,
      run: () => open("resolve"),
    },
    {
      id: "tickets.reopen",
      title: "tickets.reopen",
      group,
      keys: "o",
      icon: RotateCcw,
      shown: isDone(ticket),
      offered: () => mayWork || right("tickets.reply"),
      blocked: () => (isDone(ticket) ? undefined : t("tickets.notResolved")),
      run: () => open("reopen"),
    },
    {
      id: "tickets.close",
      title: isStaff() ? "tickets.close" : "tickets.own.close",
      group,
      icon: CircleX,
      shown: !isStaff(),
      offered: () => right("tickets.reply"),
      blocked: () =>
        unlessClosed() ?? (isStaff() && !isDone(ticket) ? t("tickets.notResolved") : undefined),
      run: () => closeTicket(ticket),
    },
    {
      id: "tickets.reply",
      title: "tickets.reply",
      group,
      keys: "r",
      icon: Reply,
      shown: false,
      offered: () => right("tickets.reply"),
      blocked: unlessClosed,
      run: () => write("reply"),
    },
    {
      id: "tickets.note",
      title: "tickets.note",
      group,
      keys: "i",
      icon: Lock,
      shown: false,
      offered: () => right("tickets.note"),
      run: () => write("note"),
    },
    {
      id: "tickets.edit",
      title: "tickets.edit",
      group,
      keys: "e",
      icon: Pencil,
      shown: false,
      offered: () => mayWork,
      blocked: unlessClosed,
      run: () => open("edit"),
    },
    {
      id: "tickets.merge",
      title: "tickets.merge",
      group,
      keys: "j",
      shown: false,
      offered: () => mayWork,
      run: () => open("merge"),
    },
    {
      id: "tickets.split",
      title: "tickets.split",
      group,
      shown: false,
      offered: () => mayWork,
      run: () => open("split"),
    },
    {
      id: "tickets.changeCustomer",
      title: "tickets.changeCustomer",
      group,
      shown: false,
      offered: () => mayWork,
      run: () => open("changeCustomer"),
    },
    ...states,
    ...time,
    ...clockActions(ticket),
    ...markActions(ticket, open),
    ...appointmentActions(ticket),
    ...guestActions(ticket),
    {
      id: "tickets.next",
      title: "tickets.next",
      group,
      keys: "]",
      shown: false,
      blocked: () => (neighbour(ticket.id, 1) ? undefined : t("tickets.noMoreTickets")),
      run: step(1),
    },
    {
      id: "tickets.previous",
      title: "tickets.previous",
      group,
      keys: "[",
      shown: false,
      blocked: () => (neighbour(ticket.id, -1) ? undefined : t("tickets.noMoreTickets")),
      run: step(-1),
    },
  ];
  // A merged ticket is worked on where it goes on; what is left are answers and the way through.
  if (ticket.mergedInto) {
    for (const action of actions) {
      if (staysOpen.has(action.id)) continue;
      action.shown = false;
      action.blocked = () => t("tickets.merge.blocked");
    }
  }
  useCommands(actions);
  return actions.filter((action) => action.offered?.() !== false);
}
