// The fields of a ticket that does not exist yet, between its dialog and the server.

import { useState } from "react";
import type { Category, FieldValue, TicketFieldList, TicketFormList } from "../api/types";
import { peek } from "../base/resource";
import { useFieldErrors } from "./field_errors";
import type { Values } from "./field_inputs";
import { formFields, formOf, formsKey, wishOf } from "./fields";
import { categoriesKey } from "./kinds";
import { fieldsKey } from "./reading";

// Of what was typed, that which the form still shows: somebody may have chosen another category.
function wished(values: Values, category: number | undefined, ours: boolean): FieldValue[] {
  const fields = peek<TicketFieldList>(fieldsKey)?.items ?? [];
  const forms = peek<TicketFormList>(formsKey)?.items ?? [];
  const categories = peek<{ items: Category[] }>(categoriesKey)?.items ?? [];
  return formFields(fields, formOf(categories, forms, category)).flatMap((field) => {
    const value = values[field.id];
    return value && (ours || field.customers === "edits") ? wishOf(value) : [];
  });
}

export function useNewFields(ours: boolean) {
  const [values, setValues] = useState<Values>({});
  const { errors, clear, sending } = useFieldErrors();
  return {
    shown: {
      values,
      errors,
      onChange(next: Values) {
        setValues(next);
        clear();
      },
    },
    sending<Answer>(
      category: number | undefined,
      send: (fields: { fields?: FieldValue[] }) => Promise<Answer>,
    ): Promise<Answer> {
      const fields = wished(values, category, ours);
      return sending(fields, () => send(fields.length > 0 ? { fields } : {}));
    },
  };
}
