// What stands in a ticket's own fields, each changed in its place: press it, type, Enter.

import { Link } from "@tanstack/react-router";
import { Pencil } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { FieldValue, Ticket, TicketField, TicketFieldValues } from "../api/types";
import { useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { isStaff, mayFor } from "../base/session";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Section } from "../ui/page";
import { ValueShown } from "./field_value";
import { fieldName, loadFields, loadValues, valueText } from "./fields";
import { mayWorkOn } from "./model";
import { fieldsKey, fieldValuesKey } from "./reading";

const Editing = lazy(() => import("./field_editing").then((file) => ({ default: file.Editing })));

interface Line {
  field: TicketField;
  value: FieldValue | undefined;
}

// Those of the form in their order, then those that have a value all the same.
function linesOf(fields: TicketField[], { form, values }: TicketFieldValues): Line[] {
  const ids = [...form, ...values.map((one) => one.field).filter((id) => !form.includes(id))];
  return ids.flatMap((id) => {
    const field = fields.find((one) => one.id === id);
    return field ? { field, value: values.find((one) => one.field === id) } : [];
  });
}

function mayChange(ticket: Ticket, field: TicketField): boolean {
  if (ticket.status === "closed" || ticket.mergedInto || field.retiredAt) return false;
  if (mayWorkOn(ticket)) return true;
  return field.customers === "edits" && mayFor("tickets.reply", ticket.customer);
}

export function FieldPanel({ ticket }: { ticket: Ticket }) {
  const fields = useResource(fieldsKey, loadFields, true).value?.items ?? [];
  const known = useResource(fieldValuesKey(ticket.id), () => loadValues(ticket.id), true).value;
  const [edited, setEdited] = useState<number>();
  const lines = known ? linesOf(fields, known) : [];
  const first = lines.find((line) => mayChange(ticket, line.field));
  useCommands([
    {
      id: "tickets.fields.fill",
      title: "tickets.fields.fill",
      group: "tickets.ticket",
      icon: Pencil,
      offered: () => first !== undefined,
      run: () => setEdited(first?.field.id),
    },
  ]);
  if (lines.length === 0) return null;
  return (
    <Section title={t("tickets.fields.title")}>
      <ul className="space-y-2.5">
        {lines.map((line) =>
          edited === line.field.id ? (
            <li key={line.field.id}>
              <Suspense>
                <Editing ticket={ticket} line={line} onClose={() => setEdited(undefined)} />
              </Suspense>
            </li>
          ) : (
            <Standing
              key={line.field.id}
              line={line}
              edit={mayChange(ticket, line.field) ? () => setEdited(line.field.id) : undefined}
            />
          ),
        )}
      </ul>
    </Section>
  );
}

// An asset has a page; our people see it.
function Value({ line: { field, value } }: { line: Line }) {
  if (!value?.asset || !isStaff()) return <ValueShown field={field} value={value} />;
  return (
    <Link
      to="/equipment/$asset"
      params={{ asset: String(value.asset) }}
      className="text-accent-text hover:underline"
    >
      {valueText(field, value)}
    </Link>
  );
}

function Standing({ line, edit }: { line: Line; edit?(): void }) {
  const name = fieldName(line.field);
  return (
    <li className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5 text-xs text-muted">
          {name}
          {line.field.retiredAt && <Badge>{t("tickets.fields.retired")}</Badge>}
          {isStaff() && line.field.customers === "hidden" && (
            <span className="sr-only">{t("tickets.fields.internal")}</span>
          )}
        </p>
        <div className="[overflow-wrap:anywhere]">
          <Value line={line} />
        </div>
      </div>
      {edit && (
        <Button
          size="small"
          look="quiet"
          icon={Pencil}
          aria-label={t("tickets.fields.editOf", { name })}
          onClick={edit}
        />
      )}
    </li>
  );
}
