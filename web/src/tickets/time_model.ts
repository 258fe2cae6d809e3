// Work time without a screen: how minutes are typed and shown, weeks, what an entry is called.

import type { TimeEntry } from "../api/types";
import { dayInput, format, instantOf } from "../base/time";
import { nameIn } from "../tiers/model";

export const minutesMost = 24 * 60;
export const daysBack = 31;

// "90", "1:30", "1h 30", "1,5 godz.", "72 h": minutes. Nothing for anything else, or beyond the most.
export function readMinutes(text: string, most = minutesMost): number | undefined {
  const typed = text.trim().toLowerCase().replace(",", ".");
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed);
  const words =
    /^(?:(\d+(?:\.\d+)?)\s*(?:h|godz\.?)(?:\s*(\d+)\s*(?:m|min\.?)?)?|(\d+)\s*(?:m|min\.?)?)$/.exec(
      typed,
    );
  let minutes: number | undefined;
  if (clock) minutes = Number(clock[1]) * 60 + Number(clock[2]);
  else if (words?.[1]) minutes = Math.round(Number(words[1]) * 60) + Number(words[2] ?? 0);
  else if (words?.[3]) minutes = Number(words[3]);
  return minutes !== undefined && minutes >= 1 && minutes <= most ? minutes : undefined;
}

// As a stopwatch shows it: 0:07:09.
export function runningClock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

// Days are ISO texts, as the server has them: no zone can move them. Noon, so that no change of
// clocks does.
export const asDate = (day: string) => new Date(`${day}T12:00:00`);

export function addDays(day: string, days: number): string {
  const moved = asDate(day);
  moved.setDate(moved.getDate() + days);
  return dayInput(moved);
}

// "Mon, 23 Nov".
export const shortDay = (day: string) =>
  format("weekday", { weekday: "short", day: "numeric", month: "short" }).format(asDate(day));

// The Monday on or before it.
export function mondayOf(day: string): string {
  return addDays(day, -((asDate(day).getDay() + 6) % 7));
}

export const isDay = (text: unknown): text is string =>
  typeof text === "string" &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(asDate(text).getTime());

// The beginning that somebody typed on their own clock, as an instant.
export function startOf(day: string, clock: string): string | undefined {
  return isDay(day) && /^\d{2}:\d{2}$/.test(clock) ? instantOf(`${day}T${clock}`) : undefined;
}

export const entryType = (entry: TimeEntry) =>
  nameIn({ namePl: entry.workTypePl, nameEn: entry.workTypeEn });

// Neither taken back nor taking back.
export const stands = (entry: TimeEntry) => !entry.reverses && !entry.reversedBy;
