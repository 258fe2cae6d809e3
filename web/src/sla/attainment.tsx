// How promises were kept in a time: by target and one thing besides, with what each number means
// beside it; how tiers kept to their shares, for our own people; and the months that are closed.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { Download, Gauge } from "lucide-react";
import { api } from "../api/client";
import type { Attainment, Calibration, ReportBy } from "../api/types";
import { saveTable } from "../base/files";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { dayInput } from "../base/time";
import { Button } from "../ui/button";
import { Empty, When } from "../ui/empty";
import { Field, Select } from "../ui/field";
import { Page, Section } from "../ui/page";
import { type AttainmentSearch, reportBys } from "./attainment_search";
import { AttainmentTable, Legend, TierTable } from "./attainment_tables";
import { Breaches } from "./breaches";
import { ClosedMonths } from "./closed_months";
import { percentText } from "./model";
import { loadPolicies, policiesKey } from "./policy_model";
import { CustomerField, PeriodFields } from "./report_fields";
import { type Period, periodOf, reportTable } from "./report_model";

export function AttainmentPage() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as AttainmentSearch;
  const today = dayInput(new Date());
  const usual = periodOf("thisMonth", today);
  const { from = usual.from, to = usual.to, by = "target", customer } = search;
  const question = { from, to, by, customer };
  const shown = useResource(`attainment/${JSON.stringify(question)}`, () =>
    api.sla.readAttainment(question),
  );
  const seesPolicies = may("sla.see_policies") && by === "policy";
  const policies = useResource(seesPolicies ? policiesKey : undefined, loadPolicies, true);
  const names = policies.value?.items ?? [];
  const show = (change: AttainmentSearch) =>
    navigate({ to: "/attainment", search: { ...search, ...change }, replace: true });
  const save = (report: Attainment) =>
    saveTable(`sla-${from}-${to}.csv`, ["\ufeff", reportTable(report.rows, by, names)]);
  return (
    <Page
      title={t("sla.attainment")}
      actions={
        shown.value &&
        shown.value.rows.length > 0 && (
          <Button icon={Download} onClick={() => shown.value && save(shown.value)}>
            {t("sla.export")}
          </Button>
        )
      }
    >
      <Filters period={{ from, to }} today={today} by={by} customer={customer} show={show} />
      <div className="space-y-4">
        <When shown={shown} lines={6}>
          {(report) => (
            <>
              <Section flush title={t(`sla.byTitle.${by}`)}>
                {report.rows.length === 0 ? (
                  <Empty icon={Gauge} title={t("sla.noRows")} text={t("sla.noRowsText")} />
                ) : (
                  <AttainmentTable rows={report.rows} by={by} policies={names} />
                )}
              </Section>
              {report.tiers.length > 0 && (
                <Section flush title={t("sla.tiers")}>
                  <TierTable rows={report.tiers} />
                </Section>
              )}
              {report.forecasts.made > 0 && <Forecasts forecasts={report.forecasts} />}
              <Legend hasTiers={report.tiers.length > 0} />
              {may("tickets.see_notes") && <Breaches period={{ from, to }} customer={customer} />}
              <ClosedMonths closedUntil={report.closedUntil} today={today} />
            </>
          )}
        </When>
      </div>
    </Page>
  );
}

function Forecasts({ forecasts: { made, kept, percent } }: { forecasts: Calibration }) {
  return (
    <Section title={t("sla.forecasts")}>
      <p>{t("sla.forecastsText", { made, kept, percent, share: percentText(kept / made) })}</p>
    </Section>
  );
}

interface FiltersProps {
  period: Period;
  today: string;
  by: ReportBy;
  customer?: number;
  show(change: AttainmentSearch): void;
}

function Filters({ period, today, by, customer, show }: FiltersProps) {
  return (
    <div className="mb-4 flex flex-wrap items-end gap-3">
      <PeriodFields period={period} today={today} show={show} />
      <Field label={t("sla.byWhat")} className="w-44">
        <Select
          name="by"
          value={by}
          onChange={(event) => show({ by: event.target.value as ReportBy })}
          options={reportBys.map((value) => ({ value, label: t(`sla.by.${value}`) }))}
        />
      </Field>
      <CustomerField customer={customer} show={show} />
    </div>
  );
}
