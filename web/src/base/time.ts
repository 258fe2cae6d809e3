// Instants and durations as people read them: 23.11.2026, 14:05; 1 h 15 min.
//
// The server speaks RFC 3339 UTC; the screen speaks the language and the zone of the person. Numbers
// and their units are held together by no-break spaces. `now` is an argument, for tests.

import { language, locale, t } from "./i18n";

const space = "\u00a0";
let formats = new Map<string, Intl.DateTimeFormat>();
let formatsOf = "";

// To make one is dear, so each is made once. `zone`: this device's clock where none is named.
export function format(
  name: string,
  options: Intl.DateTimeFormatOptions,
  zone?: string,
): Intl.DateTimeFormat {
  if (formatsOf !== language.get()) {
    formats = new Map();
    formatsOf = language.get();
  }
  const key = `${name} ${zone}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale(), { ...options, timeZone: zone });
    formats.set(key, found);
  }
  return found;
}

export function date(instant: string | Date, zone?: string): string {
  const month = language.get() === "pl" ? "2-digit" : "short";
  const day = language.get() === "pl" ? "2-digit" : "numeric";
  return format("date", { day, month, year: "numeric" }, zone).format(new Date(instant));
}

export const hours = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

export function clock(instant: string | Date, zone?: string): string {
  return format("clock", hours, zone).format(new Date(instant));
}

export function moment(instant: string | Date, zone?: string): string {
  return `${date(instant, zone)}, ${clock(instant, zone)}`;
}

const sameDay = (a: Date, b: Date) =>
  a.getFullYear() === b.getFullYear() &&
  a.getMonth() === b.getMonth() &&
  a.getDate() === b.getDate();

// Short for lists: the hour today, the word yesterday, the date before that.
export function brief(instant: string, now: Date): string {
  const then = new Date(instant);
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
  if (minutes >= 0 && minutes < 1) return t("time.now");
  if (minutes > 0 && minutes < 60) return t("time.minutesAgo", { minutes });
  if (sameDay(then, now)) return clock(then);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (sameDay(then, yesterday)) return t("time.yesterday", { clock: clock(then) });
  return date(then);
}

export function duration(minutes: number): string {
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const parts = [];
  if (hours > 0) parts.push(`${hours}${space}h`);
  if (rest > 0 || hours === 0) parts.push(`${rest}${space}min`);
  return (minutes < 0 ? "−" : "") + parts.join(space);
}

export function money(minor: number, currency: string): string {
  return new Intl.NumberFormat(locale(), {
    style: "currency",
    currency,
    useGrouping: "always" as unknown as boolean,
  }).format(minor / 100);
}

// --- As fields hold them, on the clock of this device

// Of the kind datetime-local: 2026-11-23T14:05.
export function localInput(instant: string | Date): string {
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

export const dayInput = (instant: string | Date) => localInput(instant).slice(0, 10);
export const clockInput = (instant: string | Date) => localInput(instant).slice(11);

// The day it is then on the clock of a zone. Swedes write it as fields hold it.
export const dayIn = (zone: string, instant: string | Date) =>
  new Intl.DateTimeFormat("sv", { timeZone: zone }).format(new Date(instant));

export const instantOf = (local: string) => new Date(local).toISOString();
