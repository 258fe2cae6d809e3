// For whom a policy holds: customers by searching, types, categories and priorities. Of each kind one
// must fit; where none is chosen, all do.

import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { Priority } from "../api/types";
import { t } from "../base/i18n";
import { findCustomers } from "../people/finders";
import { ticketTypes, typeText } from "../tickets/kinds";
import { priorities, priorityText } from "../tickets/model";
import { Button } from "../ui/button";
import { Combobox } from "../ui/combobox";
import { Field, Select } from "../ui/field";
import { CustomerName, useCategories } from "./policy_conditions";
import type { PartProps } from "./policy_form";

export function ConditionFields({ form, wrong }: PartProps) {
  const { customers, categories } = form.values;
  const paths = useCategories();
  const firstWrong = (list: "customers" | "categories") =>
    form.values[list].map((_, at) => wrong(`${list}/${at}`)).find(Boolean);
  return (
    <fieldset className="space-y-3">
      <legend className="text-sm font-semibold">{t("sla.conditions")}</legend>
      <p className="text-xs text-muted">{t("sla.conditionsHint")}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <div>
          <Field label={t("sla.customers")} error={firstWrong("customers")}>
            <Combobox
              name="customers"
              chosen={undefined}
              onChoose={(found) =>
                found && form.set("customers", [...new Set([...customers, found.id])])
              }
              find={findCustomers}
            />
          </Field>
          <Chosen
            ids={customers}
            remove={(id) =>
              form.set(
                "customers",
                customers.filter((one) => one !== id),
              )
            }
            nameOf={(id) => <CustomerName id={id} />}
          />
        </div>
        <div>
          <Field label={t("sla.categories")} error={firstWrong("categories")}>
            <Select
              name="categories"
              value=""
              empty={t("ui.choose")}
              onChange={(event) => form.set("categories", [...categories, +event.target.value])}
              options={paths
                .filter(({ category, retired }) => !retired && !categories.includes(category.id))
                .map(({ category, path }) => ({ value: String(category.id), label: path }))}
            />
          </Field>
          <Chosen
            ids={categories}
            remove={(id) =>
              form.set(
                "categories",
                categories.filter((one) => one !== id),
              )
            }
            nameOf={(id) => paths.find(({ category }) => category.id === id)?.path ?? `#${id}`}
          />
        </div>
      </div>
      <Boxes
        title={t("sla.types")}
        all={ticketTypes}
        chosen={form.values.types}
        textOf={typeText}
        onChange={(types) => form.set("types", types)}
      />
      <Boxes<Priority>
        title={t("sla.priorities")}
        all={priorities}
        chosen={form.values.priorities}
        textOf={priorityText}
        onChange={(next) => form.set("priorities", next)}
      />
    </fieldset>
  );
}

interface ChosenProps {
  ids: number[];
  nameOf(id: number): ReactNode;
  remove(id: number): void;
}

function Chosen({ ids, nameOf, remove }: ChosenProps) {
  if (ids.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-wrap gap-1.5">
      {ids.map((id) => (
        <li key={id}>
          <Button size="small" icon={X} onClick={() => remove(id)}>
            <span className="sr-only">{t("ui.remove")} </span>
            {nameOf(id)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface BoxesProps<Value extends string> {
  title: string;
  all: Value[];
  chosen: Value[];
  textOf(value: Value): string;
  onChange(chosen: Value[]): void;
}

// In the order of all, whatever was ticked first.
function Boxes<Value extends string>(props: BoxesProps<Value>) {
  const { title, all, chosen, textOf, onChange } = props;
  const tick = (value: Value) =>
    onChange(all.filter((one) => (one === value) !== chosen.includes(one)));
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-medium">{title}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {all.map((value) => (
          <label key={value} className="flex items-center gap-2 py-0.5">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() => tick(value)}
              className="size-4.5 accent-accent"
            />
            {textOf(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
