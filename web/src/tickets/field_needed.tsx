// What a ticket's form wants filled in before the ticket is resolved, asked for where that is done.

import { lazy, type RefObject, Suspense, useEffect, useState } from "react";
import { api } from "../api/client";
import type { FieldValue, Ticket } from "../api/types";
import { t } from "../base/i18n";
import { put, useResource } from "../base/resource";
import { fieldErrors, useFieldErrors } from "./field_errors";
import type { Values } from "./field_inputs";
import { formFields, isEmpty, loadFields, loadValues, wishOf } from "./fields";
import { fieldsKey, fieldValuesKey } from "./reading";

const FieldInput = lazy(() =>
  import("./field_inputs").then((file) => ({ default: file.FieldInput })),
);

function useNeededFields(ticket: Ticket) {
  const fields = useResource(fieldsKey, loadFields, true).value?.items ?? [];
  const known = useResource(fieldValuesKey(ticket.id), () => loadValues(ticket.id), true).value;
  const [values, setValues] = useState<Values>({});
  const { errors, clear, sending } = useFieldErrors();
  const there = (id: number) => known?.values.some((one) => one.field === id);
  const needed = formFields(fields, known?.form ?? []).filter(
    (field) => field.need !== "never" && !there(field.id),
  );
  return {
    needed,
    values,
    errors,
    set(value: FieldValue) {
      setValues({ ...values, [value.field]: value });
      clear();
    },
    // Before the ticket is resolved; a refusal says which field is wrong.
    async save() {
      const sent = needed.flatMap((field) => {
        const value = values[field.id];
        return value && !isEmpty(value) ? wishOf(value) : [];
      });
      if (sent.length === 0) return;
      const saved = await sending(sent, () =>
        api.tickets.setTicketFields({ ticket: ticket.id, values: sent }),
      );
      put(fieldValuesKey(ticket.id), saved);
    },
  };
}

// What the dialog around them asks of the fields: to be saved first.
export interface Needed {
  save(): Promise<void>;
}

interface NeededProps {
  ticket: Ticket;
  handle: RefObject<Needed | undefined>;
  // Why the ticket was not resolved: it may have come before the fields did.
  problem: unknown;
}

export function NeededFields({ ticket, handle, problem }: NeededProps) {
  const fields = useNeededFields(ticket);
  const refused = fieldErrors(problem, []);
  useEffect(() => {
    handle.current = fields;
  });
  if (fields.needed.length === 0) return null;
  return (
    <fieldset className="rounded-xl border border-line p-3">
      <legend className="px-1 text-xs text-muted">{t("tickets.fields.needed")}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <Suspense>
          {fields.needed.map((field) => (
            <FieldInput
              key={field.id}
              field={field}
              value={fields.values[field.id]}
              customer={ticket.customer}
              error={
                fields.errors[field.id] ?? (fields.values[field.id] ? undefined : refused[field.id])
              }
              optional={false}
              onChange={fields.set}
            />
          ))}
        </Suspense>
      </div>
    </fieldset>
  );
}
