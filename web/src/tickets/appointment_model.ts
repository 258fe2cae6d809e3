// Appointments without a screen: what they are called, when they are, what clashes.

import { api } from "../api/client";
import type {
  Appointment,
  AppointmentClash,
  AppointmentKind,
  AppointmentState,
  Holiday,
} from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { refresh } from "../base/resource";
import { clock, format, hours } from "../base/time";
import type { Tone } from "../ui/badge";
import { appointmentsKey } from "./reading";

export const kinds = ["visit", "call_back", "remote"] as const satisfies AppointmentKind[];
export const offersMost = 5;

export const loadAppointments = (ticket: number) =>
  api.tickets.listAppointments({ ticket }).then((list) => list.items);

// What shows appointments reads them again.
export function appointmentsChanged(ticket: number): void {
  refresh(appointmentsKey(ticket));
  refresh("calendar");
}

export const kindText = (kind: AppointmentKind) =>
  t(`tickets.appointment.kind.${kind}` as MessageId);
export const stateText = (state: AppointmentState) =>
  t(`tickets.appointment.state.${state}` as MessageId);
export const holidayText = (holiday: Holiday) => t(`tickets.holiday.${holiday}` as MessageId);

export const stateTone: Record<AppointmentState, Tone> = {
  offered: "info",
  agreed: "accent",
  done: "good",
  missed: "warn",
  cancelled: "plain",
};

export const isOpen = (one: Pick<Appointment, "state">) =>
  one.state === "offered" || one.state === "agreed";

// "Tuesday, 17 June, 10:00", on the clock of a zone where one is named.
export const longTime = (instant: string, zone?: string) =>
  format("long", { weekday: "long", day: "numeric", month: "long", ...hours }, zone).format(
    new Date(instant),
  );

export const shortTime = (instant: string) =>
  format("short", { weekday: "short", day: "numeric", month: "numeric", ...hours }).format(
    new Date(instant),
  );

const minute = 60_000;

export function endOf(start: string, minutes: number): string {
  return new Date(new Date(start).getTime() + minutes * minute).toISOString();
}

export function clashText(clash: AppointmentClash, zone?: string): string {
  return t(`tickets.appointment.clash.${clash.kind}` as MessageId, {
    name: clash.name ?? "",
    from: clash.from ? clock(clash.from, zone) : "",
    to: clash.to ? clock(clash.to, zone) : "",
    holiday: clash.holiday ? holidayText(clash.holiday) : "",
  });
}

export const fileAddress = (one: Pick<Appointment, "ticket" | "id">) =>
  `/api/v1/tickets/${one.ticket}/appointments/${one.id}/calendar`;

// Of one day: what begins or goes on then, in order.
export function onDay<Row extends { from: string; to: string }>(
  rows: readonly Row[],
  day: { from: string; to: string },
): Row[] {
  const [from, to] = [Date.parse(day.from), Date.parse(day.to)];
  return rows.filter((row) => Date.parse(row.from) < to && Date.parse(row.to) > from);
}

// An appointment as stretches of time: one where it is agreed, else one for each offer.
export function stretches(one: Appointment): { from: string; to: string }[] {
  if (one.startsAt) return [{ from: one.startsAt, to: endOf(one.startsAt, one.minutes) }];
  return one.offers.map((start) => ({ from: start, to: endOf(start, one.minutes) }));
}

// Where in its day a stretch lies, in percent.
export function share(
  span: { from: string; to: string },
  day: { from: string; to: string },
): { left: number; width: number } {
  const [from, to] = [Date.parse(day.from), Date.parse(day.to)];
  const begin = Math.max(Date.parse(span.from), from);
  const end = Math.min(Date.parse(span.to), to);
  const whole = to - from;
  return { left: (100 * (begin - from)) / whole, width: (100 * Math.max(0, end - begin)) / whole };
}
