// A new ticket: who needs help, with what, and how badly.

import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { Impact, Urgency } from "../api/types";
import { t } from "../base/i18n";
import { forgetPages } from "../base/pages";
import { isStaff, useSession } from "../base/session";
import { findCustomers, findPersonsOf } from "../people/finders";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { Field, Input, Select, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { impacts, impactText, urgencies, urgencyText } from "./model";

interface NewTicketProps {
  onClose(): void;
  onCreated(ticket: { id: number }): void;
}

export function NewTicket({ onClose, onCreated }: NewTicketProps) {
  const staff = isStaff();
  const own = useOwnCustomers();
  const form = useForm({
    initial: {
      customer: undefined as Found | undefined,
      requester: undefined as Found | undefined,
      subject: "",
      text: "",
      impact: "medium" as Impact,
      urgency: "medium" as Urgency,
    },
    check: (values) => ({
      customer: values.customer || own.length === 1 ? undefined : "required",
      subject: values.subject.trim() ? undefined : "required",
    }),
    send: (values) =>
      api.tickets.createTicket({
        customer: values.customer?.id ?? own[0]?.id ?? 0,
        subject: values.subject.trim(),
        impact: values.impact,
        urgency: values.urgency,
        ...(values.text.trim() && { text: values.text.trim() }),
        ...(values.requester && { requester: values.requester.id }),
      }),
    done: (ticket) => {
      forgetPages();
      onClose();
      onCreated(ticket);
    },
  });
  const customer = form.values.customer;
  return (
    <Dialog open title={t("tickets.newTicket")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        {form.problem && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-danger-text">
            {form.problem}
          </p>
        )}
        {staff ? (
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t("tickets.customer")} error={form.error("customer")} required>
              <Combobox
                name="customer"
                chosen={customer}
                onChoose={(found) => {
                  form.set("customer", found);
                  form.set("requester", undefined);
                }}
                find={findCustomers}
              />
            </Field>
            <Field
              label={t("tickets.requester")}
              error={form.error("requester")}
              hint={customer ? undefined : t("tickets.requesterHint")}
              optional
            >
              <Combobox
                name="requester"
                disabled={!customer}
                chosen={form.values.requester}
                onChoose={(found) => form.set("requester", found)}
                find={findPersonsOf(customer?.id)}
              />
            </Field>
          </div>
        ) : (
          own.length > 1 && (
            <Field label={t("tickets.customer")} error={form.error("customer")} required>
              <Select
                name="customer"
                empty={t("ui.choose")}
                value={String(customer?.id ?? "")}
                onChange={(event) =>
                  form.set(
                    "customer",
                    own.find((one) => String(one.id) === event.target.value),
                  )
                }
                options={own.map((one) => ({ value: String(one.id), label: one.label }))}
              />
            </Field>
          )
        )}
        <Field label={t("tickets.subject")} error={form.error("subject")} required>
          <Input {...text(form, "subject")} maxLength={300} />
        </Field>
        <Field label={t("tickets.description")} error={form.error("text")} optional>
          <Textarea {...text(form, "text")} rows={5} maxLength={20000} />
        </Field>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tickets.impactTitle")} error={form.error("impact")}>
            <Select
              {...text(form, "impact")}
              options={impacts.map((one) => ({ value: one, label: impactText(one) }))}
            />
          </Field>
          <Field label={t("tickets.urgencyTitle")} error={form.error("urgency")}>
            <Select
              {...text(form, "urgency")}
              options={urgencies.map((one) => ({ value: one, label: urgencyText(one) }))}
            />
          </Field>
        </div>
        <Actions label={t("tickets.create")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

// A customer's own people choose among the companies they belong to.
function useOwnCustomers(): Found[] {
  const session = useSession();
  const staff = isStaff();
  const [own, setOwn] = useState<Found[]>(
    session.customers.map((one) => ({ id: one.customer, label: String(one.customer) })),
  );
  useEffect(() => {
    if (staff) return;
    api.people.showPerson({ person: session.person }).then(
      (person) => {
        const found = person.customers?.map((one) => ({ id: one.customer, label: one.name }));
        if (found?.length) setOwn(found);
      },
      () => undefined, // Numbers instead of names still make a ticket.
    );
  }, [staff, session.person]);
  return staff ? [] : own;
}
