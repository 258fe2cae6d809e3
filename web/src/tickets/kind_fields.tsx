// The fields of a form that say what kind of ticket it is. What the company has not switched on is
// below "Advanced".

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import type { TicketType } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { Field, Select } from "../ui/field";
import {
  categoriesKey,
  categoryOptions,
  loadCategories,
  loadSettings,
  settingsKey,
  ticketTypes,
  typeText,
} from "./kinds";

interface KindFieldsProps {
  type: TicketType;
  category: number | undefined;
  error(field: string): string | undefined;
  onType(type: TicketType): void;
  onCategory(category: number | undefined): void;
}

export function KindFields(props: KindFieldsProps) {
  const settings = useResource(settingsKey, loadSettings, true).value;
  const categories = useResource(categoriesKey, loadCategories, true).value?.items ?? [];
  const options = categoryOptions(categories, props.category);
  const type = (
    <Field key="type" label={t("tickets.typeTitle")} error={props.error("type")}>
      <Select
        name="type"
        value={props.type}
        onChange={(event) => props.onType(event.target.value as TicketType)}
        options={ticketTypes.map((one) => ({ value: one, label: typeText(one) }))}
      />
    </Field>
  );
  const category = options.length > 0 && (
    <Field key="category" label={t("tickets.category")} error={props.error("category")} optional>
      <Select
        name="category"
        value={props.category ? String(props.category) : ""}
        onChange={(event) => props.onCategory(Number(event.target.value) || undefined)}
        empty={t("tickets.noCategory")}
        options={options}
      />
    </Field>
  );
  const shown = [settings?.showsType && type, settings?.showsCategory && category].filter(Boolean);
  const folded = [!settings?.showsType && type, !settings?.showsCategory && category].filter(
    Boolean,
  );
  return (
    <>
      <Pair>{shown}</Pair>
      {folded.length > 0 && (
        <details className="group">
          <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink">
            <ChevronRight aria-hidden size={15} className="transition group-open:rotate-90" />
            {t("tickets.advanced")}
          </summary>
          <div className="mt-3">
            <Pair>{folded}</Pair>
          </div>
        </details>
      )}
    </>
  );
}

function Pair({ children }: { children: ReactNode[] }) {
  if (children.length === 0) return null;
  return <div className="grid gap-3 sm:grid-cols-2">{children}</div>;
}
