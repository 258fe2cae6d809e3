// Work time among the commands of a ticket: one key for its stopwatch, one for the form.

import { Clock4, Timer, TimerOff } from "lucide-react";
import type { Ticket } from "../api/types";
import type { Command } from "../base/commands";
import { mayFor } from "../base/session";
import { pause, start, useStopwatches } from "./stopwatch";
import { timeDialog } from "./time_dialogs";

export interface TimeAction extends Command {
  shown: boolean;
}

export function useTimeActions(ticket: Ticket): TimeAction[] {
  const one = useStopwatches()?.items.find((other) => other.ticket === ticket.id);
  const offered = () => mayFor("tickets.book_time", ticket.customer);
  const runs = one?.state === "running";
  const group = "tickets.ticket" as const;
  return [
    {
      id: "tickets.time.toggle",
      title: runs ? "tickets.time.pauseStopwatch" : "tickets.time.startStopwatch",
      group,
      keys: "c",
      icon: runs ? TimerOff : Timer,
      shown: true,
      offered,
      run: () => {
        if (one?.state === "asking") timeDialog.set({ what: "answer", stopwatch: one });
        else void (runs ? pause(ticket.id) : start(ticket.id));
      },
    },
    {
      id: "tickets.time.book",
      title: "tickets.time.book",
      group,
      keys: "m",
      icon: Clock4,
      shown: false,
      offered,
      run: () => timeDialog.set({ what: "book", ticket: ticket.id, subject: ticket.subject }),
    },
  ];
}
