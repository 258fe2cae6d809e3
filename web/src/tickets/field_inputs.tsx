// One field of a company's own while it is filled in, and all those of a form.

import type { FieldValue, TicketField } from "../api/types";
import { findAssetsOf } from "../assets/finders";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { findPersonsOf, findStaff } from "../people/finders";
import { nameIn } from "../tiers/model";
import { Combobox, type Found } from "../ui/combobox";
import { Checkbox, Field, Input, Select } from "../ui/field";
import {
  fieldHelp,
  fieldName,
  formFields,
  formOf,
  formsKey,
  initialOf,
  loadFields,
  loadForms,
} from "./fields";
import { categoriesKey, loadCategories } from "./kinds";
import { fieldsKey } from "./reading";

export type Values = Record<number, FieldValue>;

interface FieldInputProps {
  field: TicketField;
  value: FieldValue | undefined;
  customer: number | undefined; // Whose people a person may be, besides ours; whose assets.
  error?: string;
  label?: string;
  optional?: boolean;
  autoFocus?: boolean;
  onChange(value: FieldValue): void;
}

// Ours and the customer's people are found together.
const findAround = (customer: number | undefined) => async (text: string) => {
  const lists = await Promise.all([findStaff(text), customer ? findPersonsOf(customer)(text) : []]);
  const found = new Map<number, Found>();
  for (const one of lists.flat()) found.set(one.id, one);
  return [...found.values()];
};

export function FieldInput(props: FieldInputProps) {
  const { field, error, label = fieldName(field), optional } = props;
  const hint = [fieldHelp(field), field.unit && t("tickets.fields.inUnit", { unit: field.unit })]
    .filter(Boolean)
    .join(" ");
  if (field.kind === "choices") return <Choices {...props} label={label} hint={hint} />;
  return (
    <Field
      label={label}
      error={error}
      hint={hint || undefined}
      optional={optional}
      required={optional === false}
    >
      <Control {...props} />
    </Field>
  );
}

const nameOfInput = (field: TicketField) => `field-${field.id}`;

function Control({ field, value, customer, autoFocus, onChange }: FieldInputProps) {
  const at = { field: field.id };
  const common = { name: nameOfInput(field), autoFocus };
  switch (field.kind) {
    case "number":
    case "money":
      return (
        <Input
          {...common}
          inputMode="decimal"
          maxLength={20}
          className="text-right tabular-nums"
          value={(field.kind === "number" ? value?.number : value?.amount) ?? ""}
          onChange={({ target }) =>
            onChange(
              field.kind === "number"
                ? { ...at, number: target.value }
                : { ...at, amount: target.value },
            )
          }
        />
      );
    case "date":
      return (
        <Input
          {...common}
          type="date"
          value={value?.date ?? ""}
          onChange={({ target }) => onChange({ ...at, date: target.value })}
        />
      );
    case "choice":
      return (
        <Select
          {...common}
          value={value?.choice ?? ""}
          empty={t("tickets.fields.none")}
          onChange={({ target }) => onChange({ ...at, choice: target.value || undefined })}
          options={field.choices
            .filter((one) => !one.retired || one.key === value?.choice)
            .map((one) => ({ value: one.key, label: nameIn(one) }))}
        />
      );
    case "checkbox":
      return (
        <Select
          {...common}
          value={
            value?.checked === undefined || value.checked === null ? "" : String(value.checked)
          }
          empty={t("tickets.fields.none")}
          onChange={({ target }) =>
            onChange(target.value ? { ...at, checked: target.value === "true" } : at)
          }
          options={[
            { value: "true", label: t("ui.yes") },
            { value: "false", label: t("ui.no") },
          ]}
        />
      );
    case "person":
      return (
        <Combobox
          {...common}
          chosen={
            value?.person
              ? { id: value.person, label: value.personName ?? `#${value.person}` }
              : undefined
          }
          onChoose={(found) =>
            onChange(found ? { ...at, person: found.id, personName: found.label } : at)
          }
          find={findAround(customer)}
        />
      );
    case "asset":
      return (
        <Combobox
          {...common}
          chosen={
            value?.asset
              ? { id: value.asset, label: value.assetName ?? `#${value.asset}` }
              : undefined
          }
          onChoose={(found) =>
            onChange(found ? { ...at, asset: found.id, assetName: found.label } : at)
          }
          find={findAssetsOf(customer)}
        />
      );
    default:
      return (
        <Input
          {...common}
          maxLength={field.longest ?? 500}
          value={value?.text ?? ""}
          onChange={({ target }) => onChange({ ...at, text: target.value })}
        />
      );
  }
}

function Choices(props: FieldInputProps & { label: string; hint: string }) {
  const { field, value, error, label, hint, onChange } = props;
  const chosen = value?.choices ?? [];
  return (
    <fieldset data-field={nameOfInput(field)}>
      <legend className="mb-1 flex gap-1.5 text-xs font-medium">
        {label}
        {props.optional && <span className="font-normal text-muted">{t("ui.optional")}</span>}
      </legend>
      <div className="flex flex-wrap gap-x-5">
        {field.choices
          .filter((one) => !one.retired || chosen.includes(one.key))
          .map((one) => (
            <Checkbox
              key={one.key}
              name={nameOfInput(field)}
              label={nameIn(one)}
              checked={chosen.includes(one.key)}
              onChange={({ target }) =>
                onChange({
                  field: field.id,
                  choices: target.checked
                    ? [...chosen, one.key]
                    : chosen.filter((key) => key !== one.key),
                })
              }
            />
          ))}
      </div>
      {error ? (
        <p className="mt-1 text-xs text-danger-text">{error}</p>
      ) : (
        hint && <p className="mt-1 text-xs text-muted">{hint}</p>
      )}
    </fieldset>
  );
}

// --- The fields of a ticket that does not exist yet

interface NewFieldsProps {
  category: number | undefined;
  customer: number | undefined;
  values: Values;
  errors: Record<number, string>;
  ours: boolean; // Our people see all of a form, a customer's those that are opened to them.
  onChange(values: Values): void;
}

export function NewFields(props: NewFieldsProps) {
  const { category, customer, values, errors, ours, onChange } = props;
  const known = useResource(fieldsKey, loadFields, true).value?.items ?? [];
  const forms = useResource(formsKey, loadForms, true).value?.items ?? [];
  const categories = useResource(categoriesKey, loadCategories, true).value?.items ?? [];
  const shown = formFields(known, formOf(categories, forms, category)).filter(
    (field) => ours || field.customers === "edits",
  );
  if (shown.length === 0) return null;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {shown.map((field) => (
        <div key={field.id} className={field.kind === "choices" ? "sm:col-span-2" : undefined}>
          <FieldInput
            field={field}
            value={values[field.id] ?? initialOf(field)}
            customer={customer}
            error={errors[field.id]}
            optional={field.need !== "creation"}
            onChange={(value) => onChange({ ...values, [field.id]: value })}
          />
        </div>
      ))}
    </div>
  );
}
