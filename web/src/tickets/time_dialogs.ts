// Which dialog about work time is open. They are asked for from tickets, lists and the stopwatch, and
// stand above every page.

import type { TicketStopwatch, TimeEntry } from "../api/types";
import { events } from "../base/http";
import { observable } from "../base/observable";

export interface TimeOf {
  ticket: number;
  subject: string;
}

export type TimeDialog =
  | ({ what: "book"; stopwatch?: number } & TimeOf) // Minutes of the stopwatch.
  | ({ what: "correct"; entry: TimeEntry } & TimeOf)
  | { what: "answer"; stopwatch: TicketStopwatch };

export const timeDialog = observable<TimeDialog | undefined>(undefined);

events.addEventListener("forgotten", () => timeDialog.set(undefined));

export const closeTimeDialog = () => timeDialog.set(undefined);
