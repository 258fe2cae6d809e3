// Macros for many tickets: the button of the bar, where there are any, and which one it shall be.

import { Zap } from "lucide-react";
import { t } from "../base/i18n";
import { nameIn } from "../tiers/model";
import { Button } from "../ui/button";
import { Field, Select } from "../ui/field";
import { summary, useMacros } from "./macros_model";

export function MacroButton({ open }: { open(): void }) {
  if (useMacros().length === 0) return null;
  return (
    <Button size="small" icon={Zap} onClick={open}>
      {t("tickets.bulk.macro")}
    </Button>
  );
}

interface MacroFieldProps {
  value: string;
  error: string | undefined;
  onChoose(macro: string): void;
}

export function MacroField({ value, error, onChoose }: MacroFieldProps) {
  const macros = useMacros();
  const chosen = macros.find((macro) => String(macro.id) === value);
  return (
    <Field
      label={t("tickets.bulk.macro")}
      hint={chosen && summary(chosen.effects)}
      error={error}
      required
    >
      <Select
        name="change/macro"
        value={value}
        empty={t("ui.choose")}
        onChange={(event) => onChoose(event.target.value)}
        options={macros.map((macro) => ({ value: String(macro.id), label: nameIn(macro) }))}
      />
    </Field>
  );
}
