// The tables of the report. Each column says in its title what it counts, and so does the legend
// below, for whoever has no pointer to rest there.

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { AttainmentRow, Policy, ReportBy, TierRow } from "../api/types";
import { t } from "../base/i18n";
import { may } from "../base/session";
import { duration } from "../base/time";
import { percentText, targetText } from "./model";
import { endOfMonth, type Figure, figures, figureText, ofText, rowKey } from "./report_model";
import { cell, Head, Scrolling } from "./report_table";

const tierFigures = ["stays", "within", "attainment", "spent", "over"] as const;
type TierFigure = (typeof tierFigures)[number];

interface TableProps {
  rows: AttainmentRow[];
  by: ReportBy;
  policies: Policy[];
}

export function AttainmentTable({ rows, by, policies }: TableProps) {
  const isByTarget = by === "target";
  return (
    <Scrolling label={t(`sla.byTitle.${by}`)}>
      <Head
        first={[t("sla.targetTitle"), ...(isByTarget ? [] : [t(`sla.by.${by}`)])]}
        numbers={figures.map((figure) => ({
          title: t(`sla.figure.${figure}`),
          about: t(`sla.figureAbout.${figure}`),
        }))}
      />
      <tbody className="divide-y divide-line">
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            <td className={cell}>{targetText(row.target)}</td>
            {!isByTarget && (
              <td className={cell}>
                <Whose row={row} by={by}>
                  {ofText(row, by, policies)}
                </Whose>
              </td>
            )}
            {figures.map((figure: Figure) => (
              <td key={figure} className={`${cell} text-right`}>
                {figureText(row, figure)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Scrolling>
  );
}

const link = "text-accent-text hover:underline";

interface WhoseProps {
  row: AttainmentRow;
  by: ReportBy;
  children: ReactNode;
}

// What the row is of, as a way there, where there is one for the reader.
function Whose({ row, by, children }: WhoseProps) {
  if (by === "customer" && row.customer && may("people.see_customers")) {
    return (
      <Link to="/customers/$customer" params={{ customer: String(row.customer) }} className={link}>
        {children}
      </Link>
    );
  }
  if (by === "policy" && may("sla.see_policies")) {
    return (
      <Link to="/sla" className={link}>
        {children}
      </Link>
    );
  }
  if (by === "tier" && may("tiers.see")) {
    return (
      <Link to="/structure" className={link}>
        {children}
      </Link>
    );
  }
  if (by === "month" && row.month) {
    const month = row.month;
    return (
      <Link
        to="/attainment"
        search={(before) => ({ ...before, from: month, to: endOfMonth(month), by: "customer" })}
        className={link}
      >
        {children}
      </Link>
    );
  }
  return children;
}

function tierText(row: TierRow, figure: TierFigure): string {
  if (figure === "attainment") return percentText(row.attainment);
  if (figure === "spent" || figure === "over") return duration(row[figure]);
  return String(row[figure]);
}

export function TierTable({ rows }: { rows: TierRow[] }) {
  return (
    <Scrolling label={t("sla.tiers")}>
      <Head
        first={[t("tickets.tier")]}
        numbers={tierFigures.map((figure) => ({
          title: t(`sla.tierFigure.${figure}`),
          about: t(`sla.tierFigureAbout.${figure}`),
        }))}
      />
      <tbody className="divide-y divide-line">
        {rows.map((row) => (
          <tr key={row.tier}>
            <td className={cell}>{t("tickets.onTier", { tier: row.tier })}</td>
            {tierFigures.map((figure) => (
              <td key={figure} className={`${cell} text-right`}>
                {tierText(row, figure)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Scrolling>
  );
}

// What each number is, in full.
export function Legend({ hasTiers }: { hasTiers: boolean }) {
  return (
    <section className="grid gap-4 px-1 text-xs text-muted lg:grid-cols-2">
      <Meanings
        title={t("sla.legend")}
        meanings={figures.map((one) => [t(`sla.figure.${one}`), t(`sla.figureAbout.${one}`)])}
      />
      {hasTiers && (
        <Meanings
          title={t("sla.tiers")}
          meanings={tierFigures.map((one) => [
            t(`sla.tierFigure.${one}`),
            t(`sla.tierFigureAbout.${one}`),
          ])}
        />
      )}
    </section>
  );
}

function Meanings({ title, meanings }: { title: string; meanings: [string, string][] }) {
  return (
    <div>
      <h2 className="mb-1 text-xs font-semibold">{title}</h2>
      <dl className="space-y-0.5">
        {meanings.map(([name, meaning]) => (
          <div key={name}>
            <dt className="inline font-medium">{name}: </dt>
            <dd className="inline">{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
