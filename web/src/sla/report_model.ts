// The report without a screen: periods, what each row is of, and the same figures as a table for a
// spreadsheet.

import type { AttainmentRow, Policy, ReportBy } from "../api/types";
import { language, t } from "../base/i18n";
import { dayInput, duration, format } from "../base/time";
import { priorityText } from "../tickets/model";
import { percentText, targetText } from "./model";

// --- Periods: days are ISO texts, months begin with their first

export interface Period {
  from: string;
  to: string;
}

export const presets = ["thisMonth", "lastMonth", "threeMonths", "thisYear"] as const;
export type Preset = (typeof presets)[number];

// Noon, so that no change of clocks moves the day.
const noonOf = (day: string) => new Date(`${day}T12:00:00`);

// The first of the month so many months later.
export function monthAfter(day: string, months: number): string {
  const at = noonOf(`${day.slice(0, 7)}-01`);
  at.setMonth(at.getMonth() + months);
  return dayInput(at);
}

export function endOfMonth(day: string): string {
  const at = noonOf(monthAfter(day, 1));
  at.setDate(0);
  return dayInput(at);
}

export function periodOf(preset: Preset, today: string): Period {
  if (preset === "thisMonth") return { from: monthAfter(today, 0), to: endOfMonth(today) };
  if (preset === "thisYear") return { from: `${today.slice(0, 4)}-01-01`, to: endOfMonth(today) };
  const last = monthAfter(today, -1);
  const first = preset === "lastMonth" ? last : monthAfter(today, -3);
  return { from: first, to: endOfMonth(last) };
}

export const presetOf = ({ from, to }: Period, today: string): Preset | undefined =>
  presets.find((preset) => {
    const period = periodOf(preset, today);
    return period.from === from && period.to === to;
  });

export const monthText = (day: string) =>
  format("month", { month: "long", year: "numeric" }).format(noonOf(day));

// Months that are over and not closed yet, the latest first: a year of them at most.
export function closableMonths(today: string, closedUntil: string | null | undefined): string[] {
  const months: string[] = [];
  for (let back = 1; back <= 12; back++) {
    const month = monthAfter(today, -back);
    if (closedUntil && month <= closedUntil) break;
    months.push(month);
  }
  return months;
}

// --- Figures

export const figures = [
  "met",
  "missed",
  "cancelled",
  "attainment",
  "mean",
  "median",
  "p90",
  "over",
] as const;
export type Figure = (typeof figures)[number];

const counts: readonly Figure[] = ["met", "missed", "cancelled"];

export function figureText(row: AttainmentRow, figure: Figure): string {
  if (figure === "attainment") return percentText(row.attainment);
  if (counts.includes(figure)) return String(row[figure]);
  // Nothing has ended: no time is no time, and not none at all.
  return row.met + row.missed === 0 ? "–" : duration(row[figure]);
}

// Of what the row is, besides its target.
export function ofText(row: AttainmentRow, by: ReportBy, policies: Policy[]): string {
  switch (by) {
    case "tier":
      return t("tickets.onTier", { tier: row.tier ?? 0 });
    case "customer":
      return row.customerName ?? "–";
    case "priority":
      return row.priority ? priorityText(row.priority) : "–";
    case "policy":
      return (
        policies.find((one) => one.id === row.policy)?.name ??
        t("sla.formerPolicy", { number: row.policy ?? 0 })
      );
    case "month":
      return row.month ? monthText(row.month) : "–";
    default:
      return "";
  }
}

export const rowKey = (row: AttainmentRow) =>
  [row.target, row.tier, row.customer, row.priority, row.policy, row.month].join(" ");

// As a spreadsheet of the reader's language opens it: times in minutes, attainment as a part of one.
export function reportTable(rows: AttainmentRow[], by: ReportBy, policies: Policy[]): string {
  const isPolish = language.get() === "pl";
  const separator = isPolish ? ";" : ",";
  // A cell that a spreadsheet would take for a formula is kept a text.
  const cell = (text: string) =>
    `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const number = (value: number | null | undefined) =>
    value === undefined || value === null ? "" : String(value).replace(".", isPolish ? "," : ".");
  const head = [t("sla.targetTitle"), t(`sla.by.${by}`), ...figures.map(columnText)].map(cell);
  const lines = rows.map((row) => [
    cell(targetText(row.target)),
    cell(ofText(row, by, policies)),
    ...figures.map((figure) => number(row[figure])),
  ]);
  return [head, ...lines].map((line) => `${line.join(separator)}\r\n`).join("");
}

const columnText = (figure: Figure) =>
  counts.includes(figure) || figure === "attainment"
    ? t(`sla.figure.${figure}`)
    : t("sla.inMinutes", { figure: t(`sla.figure.${figure}`) });
