// Of what time and whom a report is.

import { api } from "../api/client";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { findCustomers } from "../people/finders";
import { Combobox } from "../ui/combobox";
import { Choice, Field, Input } from "../ui/field";
import { type Period, type Preset, periodOf, presetOf, presets } from "./report_model";

interface PeriodProps {
  period: Period;
  today: string;
  show(change: Partial<Period>): void;
}

export function PeriodFields({ period, today, show }: PeriodProps) {
  const preset = presetOf(period, today);
  return (
    <>
      <Choice<Preset | "other">
        label={t("sla.period")}
        value={preset ?? "other"}
        onChange={(next) => next !== "other" && show(periodOf(next, today))}
        options={[
          ...presets.map((value) => ({ value, label: t(`sla.period.${value}`) })),
          ...(preset ? [] : [{ value: "other" as const, label: t("sla.period.other") }]),
        ]}
      />
      {(["from", "to"] as const).map((end) => (
        <Field key={end} label={t(`sla.${end}`)} className="w-40">
          <Input
            name={end}
            type="date"
            value={period[end]}
            onChange={({ target: { value } }) => value && show({ [end]: value })}
          />
        </Field>
      ))}
    </>
  );
}

interface CustomerProps {
  customer?: number;
  show(change: { customer?: number }): void;
}

export function CustomerField({ customer, show }: CustomerProps) {
  const load = () => api.people.showCustomer({ customer: customer ?? 0 });
  const chosen = useResource(customer ? `customer/${customer}` : undefined, load, true).value;
  return (
    <Field label={t("tickets.customer")} className="w-56 max-sm:w-full">
      <Combobox
        name="customer"
        chosen={customer ? { id: customer, label: chosen?.name ?? `#${customer}` } : undefined}
        onChoose={(found) => show({ customer: found?.id })}
        find={findCustomers}
      />
    </Field>
  );
}
