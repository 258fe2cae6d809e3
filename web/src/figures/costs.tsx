// What a ticket costs at each tier, and entering what a tier cost in a month.

import { Pencil } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { CostList, Currency, DeskFigures, TierCost } from "../api/types";
import { t } from "../base/i18n";
import { currencies, moneyText, readAmount } from "../base/money";
import { refresh, useResource } from "../base/resource";
import { may } from "../base/session";
import { monthAfter, monthText } from "../sla/report_model";
import { cell, Head, Scrolling } from "../sla/report_table";
import { loadStructure, structureKey } from "../tiers/model";
import { Button } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { Field, Input, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { tell } from "../ui/toast";

const costsKey = "figures/costs";
const monthsBack = 36;

export function Costs({ report, today }: { report: DeskFigures; today: string }) {
  const [entering, setEntering] = useState(false);
  const costs = useResource(costsKey, () => api.figures.listCosts(), true).value;
  const { shiftLeft } = report;
  return (
    <Section
      flush
      title={t("figures.group.cost")}
      actions={
        may("figures.edit_costs") &&
        costs && (
          <Button size="small" icon={Pencil} onClick={() => setEntering(true)}>
            {t("figures.enterCost")}
          </Button>
        )
      }
    >
      {report.costs.length > 0 ? (
        <CostTable costs={report.costs} />
      ) : (
        <p className="px-4 py-3 text-muted">{t("figures.noCosts")}</p>
      )}
      {shiftLeft && (
        <p className="px-4 pt-3">
          {t("figures.shiftLeft", { saving: moneyText(shiftLeft.saving) })}
        </p>
      )}
      <p className="px-4 py-3 text-xs text-muted">
        {t("figures.costAbout")} {t("figures.shiftLeftAbout")}
      </p>
      {entering && costs && (
        <CostDialog costs={costs} today={today} onClose={() => setEntering(false)} />
      )}
    </Section>
  );
}

function CostTable({ costs }: { costs: TierCost[] }) {
  const columns = ["cost", "handled", "perTicket"] as const;
  return (
    <Scrolling label={t("figures.group.cost")}>
      <Head
        first={[t("tickets.tier")]}
        numbers={columns.map((one) => ({
          title: t(`figures.cost.${one}`),
          about: t("figures.costAbout"),
        }))}
      />
      <tbody className="divide-y divide-line">
        {costs.map((one) => (
          <tr key={`${one.tier} ${one.cost.currency}`}>
            <th scope="row" className={`${cell} text-left font-normal`}>
              {t("tickets.onTier", { tier: one.tier })}
            </th>
            <td className={`${cell} text-right`}>{moneyText(one.cost)}</td>
            <td className={`${cell} text-right`}>{one.handled}</td>
            <td className={`${cell} text-right`}>
              {one.perTicket ? moneyText(one.perTicket) : "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </Scrolling>
  );
}

interface DialogProps {
  costs: CostList;
  today: string;
  onClose(): void;
}

interface Values {
  tier: string;
  month: string;
  "cost/minor": string;
  currency: Currency;
}

function CostDialog({ costs, today, onClose }: DialogProps) {
  const structure = useResource(structureKey, loadStructure, true).value;
  const months = Array.from({ length: monthsBack }, (_, back) => monthAfter(today, -back));
  const form = useForm<Values, CostList>({
    initial: { tier: "1", month: months[1] ?? today, "cost/minor": "", currency: "PLN" },
    send: ({ tier, month, currency, "cost/minor": amount }) =>
      api.figures.saveCost(
        {
          tier: Number(tier),
          year: Number(month.slice(0, 4)),
          month: Number(month.slice(5, 7)),
          cost: amount.trim() ? { minor: readAmount(amount) ?? 0, currency } : undefined,
        },
        { version: costs.version },
      ),
    done: () => {
      refresh("figures/");
      tell(t("figures.costSaved"));
      onClose();
    },
  });
  const known = costs.items.find(
    (one) => one.tier === Number(form.values.tier) && one.month === form.values.month,
  );
  return (
    <Dialog open title={t("figures.enterCost")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tickets.tier")} error={form.error("tier")}>
          <Select
            {...text(form, "tier")}
            options={(structure?.tiers ?? [{ number: 1 }]).map(({ number: tier }) => ({
              value: String(tier),
              label: t("tickets.onTier", { tier }),
            }))}
          />
        </Field>
        <Field label={t("sla.month")} error={form.error("month")}>
          <Select
            {...text(form, "month")}
            options={months.map((month) => ({ value: month, label: monthText(month) }))}
          />
        </Field>
        <Field
          label={t("figures.cost.cost")}
          error={form.error("cost/minor")}
          hint={
            known
              ? t("figures.costKnown", { amount: moneyText(known.cost) })
              : t("figures.costHint")
          }
        >
          <Input inputMode="decimal" {...text(form, "cost/minor")} />
        </Field>
        <Field label={t("figures.currency")}>
          <Select
            {...text(form, "currency")}
            options={currencies.map((value) => ({ value, label: value }))}
          />
        </Field>
        <Actions label={t("figures.saveCost")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
