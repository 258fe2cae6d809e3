// The clocks of promises without a screen: which of them are told, how they go on between two
// answers of the server, and why time counts or does not.

import { api } from "../api/client";
import type {
  ClockBasis,
  ClockCause,
  ClockInterval,
  Forecast,
  Target,
  TicketClock,
  TicketClocks,
} from "../api/types";
import { language, type MessageId, t } from "../base/i18n";
import { isStaff } from "../base/session";
import { date, dayInput, duration, clock as hour, moment } from "../base/time";
import type { Tone } from "../ui/badge";
import { holidayText } from "./appointment_model";

export interface Clocks extends TicketClocks {
  readAt: number; // By this browser's clock, which may differ from the server's.
}

export const read = (clocks: TicketClocks): Clocks => ({ ...clocks, readAt: Date.now() });
export const loadClocks = async (ticket: number) => read(await api.tickets.readClocks({ ticket }));

const minute = 60_000; // Milliseconds.

// When the answer has to be asked for anew: then hours begin or end, which only the server knows.
export function stalesAt(clocks: Clocks): number | undefined {
  const ends = clocks.items.flatMap((one) =>
    one.steadyUntil ? [Date.parse(one.steadyUntil)] : [],
  );
  if (ends.length === 0) return undefined;
  return Math.min(...ends) - Date.parse(clocks.at) + clocks.readAt;
}

// As it stands so much later by itself.
export function goneOn(clock: TicketClock, clocks: Clocks, now: number): TicketClock {
  if (clock.state !== "running" || !clock.isCounting) return clock;
  const until = Math.min(now, stalesAt(clocks) ?? now);
  const minutes = Math.floor((until - clocks.readAt) / minute);
  if (minutes < 1) return clock;
  const left = clock.left - minutes;
  const told = { ...clock, spent: clock.spent + minutes, left, isLate: clock.isLate || left < 0 };
  return { ...told, sentencePl: runningSentence(told), sentenceEn: runningSentence(told) };
}

// As the server says it, in the reader's language.
function runningSentence({ target, left, budget, isLate }: TicketClock): string {
  const what = t(`tickets.clock.what.${target}` as MessageId);
  if (isLate && left > -1) return t("tickets.clock.over", { what });
  const late = isStaff() ? "tickets.clock.customerWaits" : "tickets.clock.late";
  if (isLate) return t(late, { what, over: duration(-left) });
  return t("tickets.clock.left", { what, left: duration(left), budget: duration(budget) });
}

export const sentence = ({ sentencePl, sentenceEn }: TicketClock) =>
  language.get() === "pl" ? sentencePl : sentenceEn;

export const nameOf = ({ target, run }: Pick<TicketClock, "target" | "run">) => `${target}-${run}`;

const order: Target[] = ["first_response", "next_response", "update", "resolution"];

// Of each target the last one, unless nobody waits for it any more.
export function present(items: TicketClock[]): TicketClock[] {
  return order.flatMap((target) => {
    const last = items.filter((one) => one.target === target).at(-1);
    return last && last.state !== "cancelled" ? [last] : [];
  });
}

// What a customer wants to know first: how it stands with the whole.
export const foremost = (items: TicketClock[]): TicketClock | undefined =>
  present(items).find((one) => one.target === "resolution") ?? present(items).at(-1);

export interface Mark {
  text: string;
  tone: Tone;
}

// In one word; nothing while all goes well.
export function markOf(clock: TicketClock): Mark | undefined {
  if (clock.state === "met") return { text: t("tickets.clock.met"), tone: "good" };
  if (clock.state === "missed") return { text: t("tickets.clock.missed"), tone: "warn" };
  if (clock.state === "cancelled") return { text: t("tickets.clock.cancelled"), tone: "plain" };
  if (clock.isLate) return { text: t("tickets.clock.isLate"), tone: "warn" };
  return clock.state === "paused" ? { text: t("tickets.clock.paused"), tone: "plain" } : undefined;
}

// Up to when, or why nobody can say.
export function dueText(clock: TicketClock): string {
  if (clock.endedAt) return t("tickets.clock.endedAt", { moment: moment(clock.endedAt) });
  if (clock.dueAt) {
    return t(clock.isLate ? "tickets.clock.wasDue" : "tickets.clock.due", {
      moment: moment(clock.dueAt),
    });
  }
  const last = clock.intervals.at(-1);
  return t("tickets.clock.standsStill", { cause: last ? causeText(last.cause) : "" });
}

// What usually happens, which is no promise.
export const forecastText = ({ until, percent }: Forecast) =>
  t("tickets.clock.forecast", { moment: moment(until), percent });

// Of the promise, in hundredths; a full bar when all of it is gone.
export const shareSpent = ({ spent, budget }: TicketClock) =>
  budget > 0 ? Math.min(100, Math.max(0, Math.round((100 * spent) / budget))) : 100;

// A customer's person is told of themselves.
export const causeText = (cause: ClockCause) =>
  cause === "waiting_for_customer" && !isStaff()
    ? t("tickets.clock.cause.waiting_for_you")
    : t(`tickets.clock.cause.${cause}` as MessageId);

// With the holiday's name, or what was written about the day.
export function intervalText(interval: ClockInterval): string {
  const day = interval.holiday ? holidayText(interval.holiday) : interval.label;
  const isRest = ["outside_hours", "holiday", "day_off"].includes(interval.cause);
  return [
    causeText(interval.cause),
    day,
    interval.isOutsideHours && !isRest && t("tickets.clock.cause.outside_hours"),
  ]
    .filter(Boolean)
    .join(", ");
}

export function rangeText({ from, to }: Pick<ClockInterval, "from" | "to">): string {
  if (dayInput(from) === dayInput(to)) return `${date(from)}, ${hour(from)}–${hour(to)}`;
  return `${moment(from)} – ${moment(to)}`;
}

// Which of the conditions of the policy were asked: why it fits.
export function whyText(basis: ClockBasis): string {
  const asked = [
    basis.byCustomer && t("tickets.customer"),
    basis.byType && t("tickets.typeTitle"),
    basis.byCategory && t("tickets.category"),
    basis.byPriority && t("tickets.priorityTitle"),
  ].filter(Boolean);
  if (asked.length === 0) return t("tickets.clock.forAll");
  return t("tickets.clock.fits", { conditions: asked.join(", ").toLocaleLowerCase() });
}
