// One field of a ticket while somebody changes it in its place.

import { type FormEvent, type KeyboardEvent, useState } from "react";
import { api } from "../api/client";
import type { FieldValue, Ticket, TicketField } from "../api/types";
import { t } from "../base/i18n";
import { problemText } from "../base/problem";
import { put } from "../base/resource";
import { Button } from "../ui/button";
import { useFieldErrors } from "./field_errors";
import { FieldInput } from "./field_inputs";
import { wishOf } from "./fields";
import { fieldValuesKey } from "./reading";

interface EditingProps {
  ticket: Ticket;
  line: { field: TicketField; value: FieldValue | undefined };
  onClose(): void;
}

export function Editing({ ticket, line, onClose }: EditingProps) {
  const { field } = line;
  const [value, setValue] = useState<FieldValue>(line.value ?? { field: field.id });
  const { problem, errors, clear, sending } = useFieldErrors();
  const [busy, setBusy] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const values = [wishOf(value)];
    try {
      const saved = await sending(values, () =>
        api.tickets.setTicketFields({ ticket: ticket.id, values }),
      );
      put(fieldValuesKey(ticket.id), saved);
      onClose();
    } catch {
      setBusy(false);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form noValidate onSubmit={save} onKeyDown={press} className="rounded-lg bg-sunken p-2.5">
      <FieldInput
        field={field}
        value={value}
        customer={ticket.customer}
        error={errors[field.id] ?? (problem ? problemText(problem) : undefined)}
        autoFocus
        onChange={(changed) => {
          clear();
          setValue(changed);
        }}
      />
      <div className="mt-2 flex gap-2">
        <Button type="submit" size="small" look="main" busy={busy}>
          {t("ui.save")}
        </Button>
        <Button size="small" look="quiet" onClick={onClose}>
          {t("ui.cancel")}
        </Button>
      </div>
    </form>
  );
}
