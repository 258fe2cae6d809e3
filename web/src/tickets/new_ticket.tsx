// A new ticket as our own people write it down: who needs help, with what, and how badly.

import { useEffect, useState } from "react";
import type { Impact, TicketTemplate, TicketType, Urgency } from "../api/types";
import { language, t } from "../base/i18n";
import { findCustomers, findPersonsOf } from "../people/finders";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { Field, Input, Select, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { ChosenFiles } from "./chosen_files";
import { createTicket, keepNew, newDraft } from "./creating";
import { NewFields } from "./field_inputs";
import { useNewFields } from "./field_new";
import { KindFields } from "./kind_fields";
import { impacts, impactText, urgencies, urgencyText } from "./model";
import { SiteField } from "./site_field";
import { begun, TemplateChoice } from "./template_choice";
import type { Step } from "./uploads";

interface NewTicketProps {
  onClose(): void;
  onCreated(ticket: { id: number }): void;
}

export function NewTicket({ onClose, onCreated }: NewTicketProps) {
  const [files, setFiles] = useState<File[]>([]);
  const [step, setStep] = useState<Step>();
  const own = useNewFields(true);
  const form = useForm({
    initial: {
      customer: undefined as Found | undefined,
      requester: undefined as Found | undefined,
      site: "",
      impact: "medium" as Impact,
      urgency: "medium" as Urgency,
      type: "incident" as TicketType,
      category: undefined as number | undefined,
      from: undefined as TicketTemplate | undefined,
      ...newDraft(),
    },
    check: (values) => ({
      customer: values.customer ? undefined : "required",
      subject: values.subject.trim() ? undefined : "required",
    }),
    send: (values) =>
      own.sending(values.category, (fields) =>
        createTicket(
          {
            ...fields,
            customer: values.customer?.id ?? 0,
            subject: values.subject.trim(),
            impact: values.impact,
            urgency: values.urgency,
            type: values.type,
            ...(values.category && { category: values.category }),
            ...(values.text.trim() && { text: values.text.trim() }),
            ...(values.requester && { requester: values.requester.id }),
            ...(values.site && { site: Number(values.site) }),
            ...(values.from && { from: values.from.id, language: language.get() }),
          },
          files,
          setStep,
        ),
      ),
    done: (ticket) => {
      onClose();
      onCreated(ticket);
    },
  });
  const { customer, subject, text: words } = form.values;
  useEffect(() => {
    if (form.changed) keepNew({ subject, text: words });
  }, [form.changed, subject, words]);
  return (
    <Dialog open title={t("tickets.newTicket")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tickets.customer")} error={form.error("customer")} required>
            <Combobox
              name="customer"
              chosen={customer}
              onChoose={(found) => {
                form.set("customer", found);
                form.set("requester", undefined);
                form.set("site", "");
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
        <SiteField
          customer={customer?.id}
          value={form.values.site}
          error={form.error("site")}
          onChange={(site) => form.set("site", site)}
        />
        <TemplateChoice
          label={t("tickets.template.from")}
          value={form.values.from?.id}
          onChoose={(one) => {
            const { subject, text } = begun(one, form.values.from, form.values);
            form.set("from", one);
            form.set("subject", subject);
            form.set("text", text);
            if (!one) return;
            form.set("type", one.type);
            form.set("category", one.category ?? undefined);
            form.set("impact", one.impact);
            form.set("urgency", one.urgency);
          }}
        />
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
        <KindFields
          type={form.values.type}
          category={form.values.category}
          error={form.error}
          onType={(type) => form.set("type", type)}
          onCategory={(category) => form.set("category", category)}
        />
        <NewFields ours category={form.values.category} customer={customer?.id} {...own.shown} />
        <ChosenFiles files={files} onChange={setFiles} step={step} />
        <Actions label={t("tickets.create")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
