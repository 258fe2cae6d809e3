// A timed rule in words, and the minutes of it as people write them.

import type { TimedAction, TimedClock, TimedCount } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { duration } from "../base/time";

export const counts: TimedCount[] = ["untouched", "at_tier"];
export const clocks: TimedClock[] = ["always", "tier_hours"];
export const actions: TimedAction[] = ["warn", "inform", "escalate"];

export const countText = (one: TimedCount) => t(`tiers.timed.counts.${one}` as MessageId);
export const clockText = (one: TimedClock) => t(`tiers.timed.clock.${one}` as MessageId);
export const actionText = (one: TimedAction) => t(`tiers.timed.action.${one}` as MessageId);

interface Rule {
  counts: TimedCount;
  minutes: number;
  clock: TimedClock;
  action: TimedAction;
}

// "Nobody has touched it for 4 h of the tier's hours: inform the lead"
export function timedText(rule: Rule): string {
  const time = duration(rule.minutes);
  const hours = rule.clock === "tier_hours" ? t("tiers.timed.ofHours", { time }) : time;
  const when = t(`tiers.timed.when.${rule.counts}` as MessageId, { time: hours });
  return t("tiers.timed.rule", { when, action: actionText(rule.action) });
}

// A length as a number and what it counts; the largest unit that leaves nothing over.
export type Unit = "minutes" | "hours" | "days";
export const units: Unit[] = ["minutes", "hours", "days"];
const minutesOf: Record<Unit, number> = { minutes: 1, hours: 60, days: 1440 };

export function parted(minutes: number): { number: string; unit: Unit } {
  const unit = ([...units].reverse().find((one) => minutes % minutesOf[one] === 0) ??
    "minutes") as Unit;
  return { number: String(minutes / minutesOf[unit]), unit };
}

export const minutesIn = (number: string, unit: Unit): number =>
  Math.round(Number(number.replace(",", ".")) * minutesOf[unit]);
