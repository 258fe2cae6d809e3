// Who works when, as screens read it: what is asked for, and times as people say them.

import { api } from "../api/client";
import type { Absence, AbsentNow, DutyTier, Technician, Weekday, WeekSpan } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { refresh } from "../base/resource";
import { clock, date, dayInput, moment } from "../base/time";
import { readHours, weekdays, writeHours } from "../people/model";

export const dutyKey = "duty/now";
export const absencesKey = "duty/absences";
export const routingListKey = "duty/routing";
export const onCallKey = (tier: number) => `duty/on-call/${tier}`;
export const technicianKey = (person: number) => `duty/technician/${person}`;

export const loadDuty = () => api.tiers.readDuty({});
export const loadAbsences = () => api.tiers.listAbsences({});
export const loadTechnician = (person: number) => api.tiers.readTechnician({ person });

// Whatever changes, who is on duty may be somebody else.
export const refreshDuty = () => refresh("duty/");

export const availabilities = ["on", "busy", "away"] as const;
export const absenceKinds = ["holiday", "sick", "training", "other"] as const;
export const kindText = (kind: string) => t(`tiers.absence.${kind}` as MessageId);
export const availabilityText = (value: string) => t(`tiers.availability.${value}` as MessageId);

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();

// The hour today, the whole moment otherwise.
export function untilText(instant: string, now: Date): string {
  return sameDay(new Date(instant), now) ? clock(instant) : moment(instant);
}

// The end of whole days is the last one's midnight; people name that day.
export const lastDay = (endsAt: string) => new Date(new Date(endsAt).getTime() - 60_000);

export function absenceTime(absence: Pick<Absence, "startsAt" | "endsAt" | "wholeDays">): string {
  if (!absence.wholeDays) return `${moment(absence.startsAt)} – ${moment(absence.endsAt)}`;
  const first = date(absence.startsAt);
  const last = date(lastDay(absence.endsAt));
  return first === last ? first : `${first} – ${last}`;
}

export function absentText(absent: AbsentNow, now: Date): string {
  const until = t("tiers.until", { until: untilText(absent.until, now) });
  return absent.kind ? `${kindText(absent.kind)}, ${until}` : until;
}

// Open or closed, and until when.
export function openText(tier: DutyTier, now: Date): string {
  if (!tier.hours.length) return t("tiers.noHours");
  if (!tier.changesAt) return t(tier.isOpen ? "tiers.openAlways" : "tiers.closed");
  const until = untilText(tier.changesAt, now);
  return t(tier.isOpen ? "tiers.openUntil" : "tiers.closedUntil", { until });
}

// "22:00–06:00" is a night; lines of a week as they are typed.
export type WeekTexts = Record<Weekday, string>;
export const weekTexts = (spans: WeekSpan[] | undefined): WeekTexts => writeHours(spans);
export const readWeek = (texts: WeekTexts): WeekSpan[] | undefined => readHours(texts, true);

// The server blames one span of a week by its place ("/spans/1"); the week shows it as a whole.
export function weekError(
  form: { error(name: string): string | undefined },
  name: string,
): string | undefined {
  const places = Array.from({ length: 50 }, (_, place) => `${name}/${place}`);
  return [name, ...places].map((one) => form.error(one)).find(Boolean);
}

// The pattern that counts on a day, and those that begin later.
export function patternsFrom(technician: Technician, today: string) {
  const past = technician.patterns.filter((one) => one.validFrom <= today);
  const current = past.at(-1);
  return technician.patterns.filter((one) => one === current || one.validFrom > today);
}

export const today = (now = new Date()) => dayInput(now);

export { weekdays };
