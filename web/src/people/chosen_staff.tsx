// Several of our people, chosen one after the other: each can be taken out again.

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../base/i18n";
import { IconButton } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Field } from "../ui/field";
import { findStaff } from "./finders";

interface ChosenStaffProps {
  name: string; // Of the field, as the server points at it.
  legend: string;
  add: string;
  persons: Found[];
  error?: string;
  onChange(persons: Found[]): void;
  beside?: ReactNode; // Another way to add somebody.
  children?: ReactNode;
}

// Nobody twice.
export const including = (persons: Found[], one: Found) =>
  persons.some(({ id }) => id === one.id) ? persons : [...persons, one];

export function ChosenStaff(props: ChosenStaffProps) {
  const { name, legend, add, persons, error, onChange, beside, children } = props;
  return (
    <fieldset data-field={name}>
      <legend className="mb-1 text-xs font-medium">{legend}</legend>
      <ul className="mb-2 flex flex-wrap gap-1.5">
        {persons.map((one) => (
          <li key={one.id} className="flex items-center rounded-lg bg-sunken pl-2.5">
            {one.label}
            <IconButton
              icon={X}
              className="!size-7"
              label={t("people.without", { name: one.label })}
              onClick={() => onChange(persons.filter((other) => other.id !== one.id))}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-start gap-2">
        <Field hideLabel label={add} error={error} className="min-w-52 flex-1">
          <Combobox
            name={name}
            chosen={undefined}
            onChoose={(found) => found && onChange(including(persons, found))}
            find={findStaff}
          />
        </Field>
        {beside}
      </div>
      {children}
    </fieldset>
  );
}
