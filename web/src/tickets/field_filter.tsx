// The list in the order of one field, or of those tickets alone that have one value there.

import { lazy, Suspense } from "react";
import { useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { useResource } from "../base/resource";
import { Field, Select } from "../ui/field";
import { ValueShown } from "./field_value";
import { listedValues } from "./field_values";
import { fieldName, loadFields } from "./fields";
import type { TicketSearch } from "./model";
import { fieldsKey } from "./reading";

const OfField = lazy(() => import("./field_narrow").then((file) => ({ default: file.OfField })));

export interface FilterProps {
  search: TicketSearch;
  show(change: TicketSearch): void;
}

export function FieldFilter({ search, show }: FilterProps) {
  const fields = useResource(fieldsKey, loadFields, true).value?.items ?? [];
  useCommands([
    {
      id: "tickets.fields.sort",
      title: "tickets.fields.sort",
      group: "tickets.tickets",
      offered: () => fields.length > 0,
      run: () => document.querySelector<HTMLElement>('[name="byField"]')?.focus(),
    },
  ]);
  if (fields.length === 0) return null;
  const field = fields.find((one) => one.id === search.field);
  const choose = (id: number | undefined) =>
    show({ field: id, fieldValue: undefined, fieldOrder: undefined });
  return (
    <>
      <Field
        hideLabel
        label={t("tickets.fields.sort")}
        className="w-44 max-sm:w-auto max-sm:flex-1 max-sm:basis-36"
      >
        <Select
          name="byField"
          value={field ? String(field.id) : ""}
          empty={t("tickets.fields.anyField")}
          onChange={(event) => choose(Number(event.target.value) || undefined)}
          options={fields.map((one) => ({ value: String(one.id), label: fieldName(one) }))}
        />
      </Field>
      {field && (
        <Suspense>
          <OfField key={field.id} field={field} search={search} show={show} />
        </Suspense>
      )}
    </>
  );
}

export function FieldCell({ ticket, field }: { ticket: number; field: number }) {
  const known = useResource(fieldsKey, loadFields, true).value?.items ?? [];
  const values = useObservable(listedValues);
  const shown = known.find((one) => one.id === field);
  const value = values.get(ticket)?.find((one) => one.field === field);
  if (!shown || !value) return null;
  return <ValueShown field={shown} value={value} />;
}
