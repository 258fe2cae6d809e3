// The figures without a screen: their groups, and each value in the words of its unit.

import type { DeskFigures, Figure, FigureName } from "../api/types";
import { locale, t } from "../base/i18n";
import { duration } from "../base/time";
import { percentText } from "../sla/model";

export type Group = "quality" | "speed" | "backlog" | "flow" | "effort" | "satisfaction";

export const groups: Record<Group, FigureName[]> = {
  quality: ["fcr_gross", "fcr_net", "flr", "reopen_rate"],
  speed: ["mtta", "mttr_incident", "mttr_incident_with_hold"],
  backlog: ["backlog", "backlog_age", "backlog_days"],
  flow: ["tickets_per_user", "tickets_prevented"],
  effort: ["utilization"],
  satisfaction: ["csat", "csat_response"],
};

export const figuresOf = (report: DeskFigures, group: Group): Figure[] =>
  groups[group].flatMap((name) => report.items.filter((one) => one.figure === name));

const number = (value: number) =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: value < 10 ? 2 : 0 }).format(value);

// Nothing to divide is not the same as nothing.
export function valueText(figure: Figure, value: number | null | undefined): string {
  if (value === undefined || value === null) return "–";
  if (figure.unit === "ratio") return percentText(value);
  if (figure.unit === "minutes") return duration(Math.round(value));
  if (figure.unit === "days") return t("figures.days", { days: Math.round(value * 10) / 10 });
  return number(value);
}

// Of how many it is, in the words of what they are.
export function basisText(figure: Figure): string | undefined {
  if (figure.figure === "utilization") return t("figures.ofPeople", { count: figure.count });
  if (figure.figure === "backlog") return undefined;
  if (figure.unit === "ratio") {
    return t("figures.ofAll", { part: figure.numerator ?? 0, all: figure.denominator ?? 0 });
  }
  return t("figures.count", { count: figure.count });
}

export const ageText = ({ from, to }: { from: number; to?: number | null }) =>
  to === undefined || to === null
    ? t("figures.ageOver", { days: from - 1 })
    : t("figures.age", { from, to });

// Whether anything has happened that a figure could be of.
export const isEmpty = (report: DeskFigures) =>
  report.items.every((one) => one.count === 0) && report.moves.length === 0;

// The tiers of the matrix, in order.
export const tiersOf = ({ moves }: DeskFigures): number[] =>
  [...new Set(moves.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
