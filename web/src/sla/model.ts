// Promises without a screen: what they are about and how much time they give, in words.

import type { Goal, GoalKind, ReactionKind, Target } from "../api/types";
import { locale, type MessageId, t } from "../base/i18n";
import { duration } from "../base/time";
import { minutesText } from "../people/model";

export const targets: Target[] = ["first_response", "next_response", "update", "resolution"];
export const goalKinds: GoalKind[] = ["working_time", "elapsed_time", "end_of_day"];
export const reactionKinds: ReactionKind[] = ["warn", "inform", "raise", "escalate"];

export const targetText = (target: Target) => t(`sla.target.${target}` as MessageId);

function dayText(days: number): string {
  if (days === 0) return t("sla.goal.sameDay");
  return days === 1 ? t("sla.goal.nextDay") : t("sla.goal.nthDay", { days });
}

// "8 h of working time", "4 h on the clock", "by the end of the next working day (reported by 12:00)".
export function goalText(goal: Goal): string {
  if (goal.kind !== "end_of_day") {
    return t(`sla.goal.${goal.kind}` as MessageId, { time: duration(goal.minutes ?? 0) });
  }
  const by = goal.by ?? undefined;
  const day = dayText(goal.days ?? 0);
  return by === undefined ? day : t("sla.goal.reportedBy", { day, by: minutesText(by) });
}

// A part of one; nothing where there is nothing to divide.
export function percentText(share: number | null | undefined): string {
  if (share === undefined || share === null) return "–";
  return new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 1 }).format(
    share,
  );
}

// A whole number within both; nothing for anything else.
export function whole(text: string, least: number, greatest: number): number | undefined {
  const number = Number(text);
  const fits = /^\s*\d+\s*$/.test(text) && number >= least && number <= greatest;
  return fits ? number : undefined;
}
