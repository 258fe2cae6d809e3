// Work calendars without a screen: hours as they are typed and read, months in weeks, what a day is
// called, and what of a form has changed.

import { api } from "../api/client";
import type {
  Calendar,
  CalendarPlan,
  EditCalendar,
  Holiday,
  HolidaySet,
  HourSpan,
  PreviewedDay,
  Weekday,
} from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { put, refresh } from "../base/resource";
import { dayInput, format } from "../base/time";
import { groupHours, minutesText, readHours, writeHours } from "../people/model";
import { holidayText } from "../tickets/appointment_model";

// --- What is known of them

export const calendarsKey = (retired = false) => `calendars/list/${retired}`;
export const loadCalendars = (retired = false) => api.calendars.listCalendars({ retired });
export const calendarKey = (id: number) => `calendars/one/${id}`;
export const loadCalendar = (id: number) => api.calendars.showCalendar({ calendar: id });
export const setsKey = (retired = false) => `calendars/sets/${retired}`;
export const loadSets = (retired = false) => api.calendars.listHolidaySets({ retired });
export const setKey = (id: number) => `calendars/set/${id}`;
export const loadSet = (id: number) => api.calendars.showHolidaySet({ set: id });

// Months and versions read differently after a change, so all of it is asked for again.
export function took(calendar: Calendar): void {
  put(calendarKey(calendar.id), calendar);
  refresh("calendars/");
}

export function tookSet(set: HolidaySet): void {
  put(setKey(set.id), set);
  refresh("calendars/");
}

// --- Hours

// Of one day as they are typed: "8-12, 13-16". Empty: a day off. Nothing for what cannot be read.
export function readSpans(text: string): HourSpan[] | undefined {
  const week = writeHours([]);
  return readHours({ ...week, monday: text })?.map(({ from, to }) => ({ from, to }));
}

export const spansText = (hours: HourSpan[] | undefined) =>
  (hours ?? []).map(({ from, to }) => `${minutesText(from)}–${minutesText(to)}`).join(", ");

const dayShort = (day: Weekday) => t(`people.dayShort.${day}` as MessageId);

// "Mon–Fri 08:00–16:00", a line each; around the clock is one.
export function planLines(plan: CalendarPlan): string[] {
  if (plan.always) return [t("calendars.always")];
  return groupHours(plan.week ?? []).map(({ from, to, hours }) => {
    const days = from === to ? dayShort(from) : `${dayShort(from)}–${dayShort(to)}`;
    return `${days} ${hours}`;
  });
}

export const saturdayText = (plan: CalendarPlan) =>
  spansText((plan.week ?? []).filter((span) => span.day === "saturday"));

// --- Days

export const forEver = "1970-01-01"; // From which the first plan of each calendar holds.

const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);

// "14 August 2026".
export const dayText = (day: string) =>
  format("long day", { dateStyle: "long" }, "UTC").format(atNoon(day));
// "Friday, 14 August".
export const weekdayText = (day: string) =>
  format("weekday day", { weekday: "long", day: "numeric", month: "long" }, "UTC").format(
    atNoon(day),
  );

export const holdsText = (from: string) =>
  from === forEver ? t("calendars.holdsEver") : t("calendars.holdsFrom", { day: dayText(from) });

// Why a day is not like others; "" where it is.
export function whyText(day: { holiday?: Holiday | null; label?: string | null }): string {
  return day.holiday ? holidayText(day.holiday) : (day.label ?? "");
}

export interface Month {
  year: number;
  month: number;
}

export const monthOf = (day: string): Month => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
});

export function readMonth(text: string | undefined, now: Date): Month {
  const month = monthOf(`${text}-01`);
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? "");
  return isMonth && month.year >= 1970 && month.year <= 2199 ? month : monthOf(dayInput(now));
}

export const monthKey = ({ year, month }: Month) => `${year}-${String(month).padStart(2, "0")}`;

export const monthText = (month: Month) =>
  format("month", { month: "long", year: "numeric" }, "UTC").format(
    atNoon(`${monthKey(month)}-01`),
  );

export function movedMonth({ year, month }: Month, by: number): Month {
  const at = year * 12 + (month - 1) + by;
  return { year: Math.floor(at / 12), month: (at % 12) + 1 };
}

// Weeks from Monday; places before the first and after the last day are empty.
export function weeksOf(days: PreviewedDay[]): (PreviewedDay | undefined)[][] {
  const first = days[0];
  if (!first) return [];
  const places: (PreviewedDay | undefined)[] = [
    ...Array<undefined>((atNoon(first.day).getUTCDay() + 6) % 7).fill(undefined),
    ...days,
  ];
  while (places.length % 7 > 0) places.push(undefined);
  return Array.from({ length: places.length / 7 }, (_, week) =>
    places.slice(week * 7, week * 7 + 7),
  );
}

// --- Changes

type Plan = Required<CalendarPlan>;

export const wholePlan = (plan: CalendarPlan): Plan => ({
  zone: plan.zone,
  always: plan.always ?? false,
  week: plan.week ?? [],
  polishHolidays: plan.polishHolidays ?? true,
  holidaySets: plan.holidaySets ?? [],
  days: plan.days ?? [],
});

// Only what differs: naming a plan as it is would let one that begins later begin today.
export function changesOf(
  before: CalendarPlan,
  after: Plan,
): Partial<Plan> & Partial<EditCalendar> {
  const old = wholePlan(before);
  const names = Object.keys(old) as (keyof Plan)[];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, after[name]]),
  );
}
