// What contracts foresee for promises of a month that were not kept: proposals by customer, each with
// how it came about. Somebody grants or refuses them; nothing happens by itself.

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { HandCoins } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Credit, CreditList } from "../api/types";
import { t } from "../base/i18n";
import { sumsText } from "../base/money";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { dayInput } from "../base/time";
import { Button, buttonClass } from "../ui/button";
import { Empty, When } from "../ui/empty";
import { Choice, Field, Select } from "../ui/field";
import { Page, Section } from "../ui/page";
import { type Decision, DecisionDialog } from "./credit_decision";
import {
  byCustomer,
  type CustomerCredits,
  creditKey,
  limitOf,
  offeredMonths,
  sumsIn,
} from "./credit_model";
import { CreditRow } from "./credit_row";
import type { CreditsSearch } from "./credits_search";
import { loadPolicies, policiesKey } from "./policy_model";
import { monthAfter, monthText } from "./report_model";

export function CreditsPage() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as CreditsSearch;
  const today = dayInput(new Date());
  const month = search.month ?? today.slice(0, 7);
  const shown = useResource(`credits/${month}`, () =>
    api.sla.readCredits({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)) }),
  );
  // What limited an amount is in the policies, for who may read them.
  const seesPolicies = may("sla.see_policies");
  const policies = useResource(seesPolicies ? policiesKey : undefined, loadPolicies, true);
  const [decision, setDecision] = useState<Decision>();
  const show = (next: string) =>
    navigate({ to: "/credits", search: { month: next }, replace: true });
  return (
    <Page title={t("sla.credits")}>
      <p className="mb-4 max-w-3xl">
        <strong className="font-medium">{t("sla.credits.nothingByItself")}</strong>{" "}
        <span className="text-muted">{t("sla.credits.intro")}</span>
      </p>
      <Months month={month} today={today} show={show} />
      <When shown={shown} lines={6}>
        {(list) =>
          list.items.length === 0 ? (
            <Nothing month={month} />
          ) : (
            <div className="space-y-4">
              <Sums list={list} />
              {list.more && <p className="text-warn-text">{t("sla.credits.more")}</p>}
              {byCustomer(list.items).map((group) => (
                <Group
                  key={group.customer}
                  group={group}
                  limitOf={(one) => limitOf(one, list.items, policies.value?.items ?? [])}
                  decide={setDecision}
                />
              ))}
            </div>
          )
        }
      </When>
      {decision && <DecisionDialog {...decision} onClose={() => setDecision(undefined)} />}
    </Page>
  );
}

type Preset = "thisMonth" | "lastMonth" | "other";

interface MonthsProps {
  month: string;
  today: string;
  show(month: string): void;
}

function Months({ month, today, show }: MonthsProps) {
  const current = today.slice(0, 7);
  const last = monthAfter(today, -1).slice(0, 7);
  const chosen = month === current ? "thisMonth" : month === last ? "lastMonth" : "other";
  const presets: Preset[] = ["thisMonth", "lastMonth"];
  if (chosen === "other") presets.push(chosen);
  return (
    <div className="mb-4 flex flex-wrap items-end gap-3">
      <Choice<Preset>
        label={t("sla.period")}
        value={chosen}
        onChange={(next) => next !== "other" && show(next === "thisMonth" ? current : last)}
        options={presets.map((value) => ({
          value,
          label: t(`sla.period.${value}`),
        }))}
      />
      <Field label={t("sla.month")} className="w-48">
        <Select
          name="month"
          value={month}
          onChange={(event) => show(event.target.value)}
          options={offeredMonths(today, month).map((value) => ({
            value,
            label: monthText(`${value}-01`),
          }))}
        />
      </Field>
      {month === current && (
        <p className="min-w-0 flex-1 basis-60 pb-2 text-xs text-muted">{t("sla.credits.going")}</p>
      )}
    </div>
  );
}

function Nothing({ month }: { month: string }) {
  const title = t("sla.credits.none", { month: monthText(`${month}-01`) });
  return (
    <Section>
      <Empty icon={HandCoins} title={title} text={t("sla.credits.noneText")}>
        {may("sla.see_policies") && (
          <Link to="/sla" className={buttonClass()}>
            {t("sla.policies")}
          </Link>
        )}
      </Empty>
    </Section>
  );
}

const states: Credit["state"][] = ["proposed", "granted", "refused"];

function Sums({ list }: { list: CreditList }) {
  return (
    <dl className="grid grid-cols-3 gap-2 sm:gap-3">
      {states.map((state) => (
        <div key={state} className="min-w-0 rounded-xl border border-line bg-surface px-3 py-2.5">
          <dt className="text-xs text-muted">{t(`sla.credits.${state}`)}</dt>
          <dd className="font-semibold tabular-nums sm:text-lg">{sumsText(list[state]) || "–"}</dd>
        </div>
      ))}
    </dl>
  );
}

interface GroupProps {
  group: CustomerCredits;
  limitOf(one: Credit): number | undefined;
  decide(decision: Decision): void;
}

function Group({ group, limitOf: limit, decide: show }: GroupProps) {
  const { name, items } = group;
  const decide = (credits: Credit[], decision: Decision["decision"]) =>
    show({ credits, decision, customer: name });
  const open = items.filter((one) => one.state === "proposed");
  const sums = states.flatMap((state) => {
    const sum = sumsText(sumsIn(items, state));
    return sum ? [t("sla.credits.sum", { what: t(`sla.credits.${state}`), sum })] : [];
  });
  return (
    <section className="rounded-xl border border-line bg-surface" aria-label={name}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-4 py-2">
        <div className="min-w-0 flex-1 basis-56">
          <h2 className="text-sm [overflow-wrap:anywhere]">{name}</h2>
          <p className="text-xs text-muted tabular-nums">{sums.join(" · ")}</p>
        </div>
        {open.length > 1 && (
          <div className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => decide(open, "granted")}>
              {t("sla.credits.grantAll")}
            </Button>
            <Button size="small" look="quiet" onClick={() => decide(open, "refused")}>
              {t("sla.credits.refuseAll")}
            </Button>
          </div>
        )}
      </div>
      <ul className="divide-y divide-line">
        {items.map((one) => (
          <li key={creditKey(one)}>
            <CreditRow
              one={one}
              limit={limit(one)}
              decide={(decision) => decide([one], decision)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
