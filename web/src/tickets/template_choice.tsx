// From which template a new ticket begins; nothing is shown where there is none.

import { api } from "../api/client";
import type { TicketTemplate } from "../api/types";
import { language, locale, t } from "../base/i18n";
import { useResource } from "../base/resource";
import { nameIn } from "../tiers/model";
import { Field, Select } from "../ui/field";

export const templatesKey = "ticket templates";
export const loadTemplates = () => api.tickets.listTemplates();

export const templateText = (one: TicketTemplate) =>
  language.get() === "pl" ? one.textPl : one.textEn;

interface TemplateChoiceProps {
  value: number | undefined;
  label: string;
  onChoose(one: TicketTemplate | undefined): void;
}

export function TemplateChoice({ value, label, onChoose }: TemplateChoiceProps) {
  const all = useResource(templatesKey, loadTemplates, true).value?.items ?? [];
  const offered = all
    .filter((one) => !one.retiredAt)
    .sort((a, b) => nameIn(a).localeCompare(nameIn(b), locale()));
  if (offered.length === 0) return null;
  const chosen = offered.find((one) => one.id === value);
  return (
    <Field label={label} hint={chosen?.needsApproval ? t("tickets.template.approval") : undefined}>
      <Select
        name="from"
        value={value ? String(value) : ""}
        empty={t("tickets.template.none")}
        options={offered.map((one) => ({ value: String(one.id), label: nameIn(one) }))}
        onChange={(event) => onChoose(offered.find((one) => one.id === Number(event.target.value)))}
      />
    </Field>
  );
}

// What its choice puts into the form: never over something that was typed.
export function begun(
  one: TicketTemplate | undefined,
  before: TicketTemplate | undefined,
  typed: { subject: string; text: string },
): { subject: string; text: string } {
  const own = (value: string, ofTemplate: string | undefined) =>
    value.trim() !== "" && value !== ofTemplate;
  return {
    subject: own(typed.subject, before && nameIn(before)) ? typed.subject : one ? nameIn(one) : "",
    text: own(typed.text, before && templateText(before))
      ? typed.text
      : one
        ? templateText(one)
        : "",
  };
}
