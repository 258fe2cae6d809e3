// The figures of a period, in groups: each with its value, of how many it is, and what it means.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { ChartNoAxesCombined } from "lucide-react";
import { api } from "../api/client";
import type { DeskFigures, Figure } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { dayInput, moment } from "../base/time";
import { CustomerField, PeriodFields } from "../sla/report_fields";
import { periodOf } from "../sla/report_model";
import { Empty, When } from "../ui/empty";
import { Page, Section } from "../ui/page";
import { Costs } from "./costs";
import { AgeTable, MoveTable } from "./figure_tables";
import type { FiguresSearch } from "./figures_search";
import { basisText, figuresOf, type Group, isEmpty, valueText } from "./model";

export function FiguresPage() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as FiguresSearch;
  const today = dayInput(new Date());
  const usual = periodOf("thisMonth", today);
  const { from = usual.from, to = usual.to, customer } = search;
  const question = { from, to, customer };
  const shown = useResource(`figures/${JSON.stringify(question)}`, () =>
    api.figures.readFigures(question),
  );
  const show = (change: FiguresSearch) =>
    navigate({ to: "/figures", search: { ...search, ...change }, replace: true });
  return (
    <Page title={t("figures.title")}>
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <PeriodFields period={{ from, to }} today={today} show={show} />
        <CustomerField customer={customer} show={show} />
      </div>
      <When shown={shown} lines={8}>
        {(report) => (
          <div className="space-y-4">
            {isEmpty(report) ? (
              <Empty
                icon={ChartNoAxesCombined}
                title={t("figures.none")}
                text={t("figures.noneText")}
              />
            ) : (
              <Groups report={report} />
            )}
            {may("figures.see_costs") && !customer && <Costs report={report} today={today} />}
          </div>
        )}
      </When>
    </Page>
  );
}

function Groups({ report }: { report: DeskFigures }) {
  return (
    <>
      <GroupOf group="quality" report={report} />
      <GroupOf group="speed" report={report} />
      <GroupOf group="backlog" report={report}>
        <p className="px-4 pt-3 text-muted">
          {t("figures.backlogAt", { moment: moment(report.at) })}
        </p>
        <AgeTable ages={report.backlogAges} />
      </GroupOf>
      <GroupOf group="flow" report={report}>
        {report.moves.length > 0 && <MoveTable report={report} />}
      </GroupOf>
      <GroupOf group="effort" report={report} />
      <GroupOf group="satisfaction" report={report} />
    </>
  );
}

interface GroupProps {
  group: Group;
  report: DeskFigures;
  children?: React.ReactNode;
}

function GroupOf({ group, report, children }: GroupProps) {
  const items = figuresOf(report, group);
  if (items.length === 0) return null;
  return (
    <Section flush title={t(`figures.group.${group}`)}>
      <div className="grid gap-x-6 gap-y-5 p-4 sm:grid-cols-2 xl:grid-cols-4">
        {items.map((one) => (
          <Card key={one.figure} figure={one} />
        ))}
      </div>
      {children}
    </Section>
  );
}

function Card({ figure }: { figure: Figure }) {
  const basis = basisText(figure);
  const hasSpread = figure.median !== undefined && figure.median !== null;
  return (
    <article data-figure={figure.figure} className="min-w-0">
      <h3 className="text-xs font-semibold text-muted">{t(`figures.name.${figure.figure}`)}</h3>
      <p className="mt-1 text-xl tabular-nums">{valueText(figure, figure.value)}</p>
      {hasSpread && (
        <p className="text-xs tabular-nums">
          {t("figures.spread", {
            median: valueText(figure, figure.median),
            p90: valueText(figure, figure.p90),
          })}
        </p>
      )}
      {basis && <p className="text-xs text-muted tabular-nums">{basis}</p>}
      <p className="mt-2 text-xs text-muted">{t(`figures.about.${figure.figure}`)}</p>
    </article>
  );
}
