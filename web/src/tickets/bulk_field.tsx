// Which field of our own all marked tickets get a value in, and which; or that it is emptied.

import type { FieldValue, TicketField } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { Empty, When } from "../ui/empty";
import { Checkbox, Field, Select } from "../ui/field";
import { FieldInput } from "./field_inputs";
import { fieldName, isEmpty, loadFields, wishOf } from "./fields";
import { fieldsKey } from "./reading";

export interface BulkField {
  field?: TicketField;
  value?: FieldValue;
  clears: boolean;
}

export const bulkWish = ({ field, value, clears }: BulkField): FieldValue | undefined =>
  field && (clears || !value ? { field: field.id } : wishOf(value));

export function bulkProblem({ field, value, clears }: BulkField): "field" | "value" | undefined {
  if (!field) return "field";
  return clears || !isEmpty(value) ? undefined : "value";
}

const members = [
  "text",
  "number",
  "amount",
  "date",
  "choice",
  "choices",
  "person",
  "asset",
  "checked",
  "field",
];

interface BulkFieldProps {
  chosen: BulkField;
  error(name: string): string | undefined;
  onChange(chosen: BulkField): void;
}

export function FieldChoice({ chosen, error, onChange }: BulkFieldProps) {
  const shown = useResource(fieldsKey, loadFields);
  const { field, value, clears } = chosen;
  const wrong = members.map((name) => error(`change/field/${name}`)).find(Boolean);
  return (
    <When shown={shown}>
      {({ items }) => {
        const live = items.filter((one) => !one.retiredAt);
        if (live.length === 0) return <Empty title={t("tickets.bulkField.none")} />;
        return (
          <div className="min-h-64 space-y-4">
            <Field label={t("tickets.bulkField.which")} error={error("change/field")} required>
              <Select
                name="change/field"
                value={field ? String(field.id) : ""}
                empty={t("ui.choose")}
                onChange={(event) =>
                  onChange({
                    field: live.find((one) => String(one.id) === event.target.value),
                    clears: false,
                  })
                }
                options={live.map((one) => ({ value: String(one.id), label: fieldName(one) }))}
              />
            </Field>
            {field && !clears && (
              <FieldInput
                key={field.id}
                field={field}
                value={value}
                customer={undefined}
                error={wrong ?? error("change/value")}
                onChange={(next) => onChange({ ...chosen, value: next })}
              />
            )}
            {field && (
              <Checkbox
                name="change/clears"
                label={t("tickets.bulkField.clear")}
                checked={clears}
                onChange={(event) => onChange({ ...chosen, clears: event.target.checked })}
              />
            )}
          </div>
        );
      }}
    </When>
  );
}
