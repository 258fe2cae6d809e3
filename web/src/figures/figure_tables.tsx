// How old open tickets are, and where tickets go from each tier.

import type { AgeBucket, DeskFigures } from "../api/types";
import { t } from "../base/i18n";
import { percentText } from "../sla/model";
import { cell, Head, Scrolling } from "../sla/report_table";
import { ageText, tiersOf } from "./model";

export function AgeTable({ ages }: { ages: AgeBucket[] }) {
  const most = Math.max(1, ...ages.map((one) => one.tickets));
  return (
    <Scrolling label={t("figures.ages")}>
      <Head
        first={[t("figures.ageTitle")]}
        numbers={[{ title: t("figures.tickets"), about: t("figures.ages") }]}
      />
      <tbody className="divide-y divide-line">
        {ages.map((one) => (
          <tr key={one.from}>
            <td className={cell}>{ageText(one)}</td>
            <td className={`${cell} w-1/2 text-right`}>
              <span className="flex items-center justify-end gap-2">
                <meter className="h-2 w-full max-w-60" min={0} max={most} value={one.tickets}>
                  {one.tickets}
                </meter>
                <span className="w-10">{one.tickets}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Scrolling>
  );
}

export function MoveTable({ report }: { report: DeskFigures }) {
  const tiers = tiersOf(report);
  const from = [...new Set(report.moves.map((one) => one.from))];
  return (
    <>
      <p className="px-4 pt-3 text-xs text-muted">
        <span className="font-medium">{t("figures.moves")}: </span>
        {t("figures.movesAbout")}
      </p>
      <Scrolling label={t("figures.moves")}>
        <Head
          first={[t("figures.fromTier")]}
          numbers={tiers.map((tier) => ({
            title: t("figures.toTier", { tier }),
            about: t("figures.movesAbout"),
          }))}
        />
        <tbody className="divide-y divide-line">
          {from.map((tier) => (
            <tr key={tier}>
              <th scope="row" className={`${cell} text-left font-normal`}>
                {t("tickets.onTier", { tier })}
              </th>
              {tiers.map((to) => {
                const move = report.moves.find((one) => one.from === tier && one.to === to);
                return (
                  <td key={to} className={`${cell} text-right`}>
                    {move ? (
                      <>
                        {percentText(move.probability)}{" "}
                        <span className="text-xs text-muted">
                          {t("figures.ofAll", { part: move.moved, all: move.left })}
                        </span>
                      </>
                    ) : (
                      "–"
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Scrolling>
    </>
  );
}
