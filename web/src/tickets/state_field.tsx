// Which status of the company's own a step leads to; nothing where the group has none.

import type { TicketStatus } from "../api/types";
import { t } from "../base/i18n";
import { nameIn } from "../tiers/model";
import { Field, Select } from "../ui/field";
import { statusText } from "./model";
import { inUse, retired, retiredText, useLifecycle } from "./states";

interface StateFieldProps {
  status: TicketStatus;
  name?: string;
  value: string;
  error?: string;
  onChange(value: string): void;
}

export function StateField({ status, name = "state", value, error, onChange }: StateFieldProps) {
  const lifecycle = useLifecycle();
  const own = inUse(lifecycle, status);
  // What was chosen while it was in use stays to be seen, and to be changed.
  const past = retired(lifecycle).filter((one) => String(one.id) === value);
  if (own.length + past.length === 0 && !error) return null;
  return (
    <Field label={t("tickets.state.one")} error={error}>
      <Select
        name={name}
        value={value}
        empty={t("tickets.state.usual")}
        onChange={(event) => onChange(event.target.value)}
        options={[
          { value: "none", label: statusText(status) },
          ...own.map((one) => ({ value: String(one.id), label: nameIn(one) })),
          ...past.map((one) => ({ value, label: retiredText(one) })),
        ]}
      />
    </Field>
  );
}
