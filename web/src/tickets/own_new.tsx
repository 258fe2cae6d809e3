// A customer's person writes what is wrong: in their own words, with one question about how bad it is.

import { useEffect, useState } from "react";
import type { TicketTemplate } from "../api/types";
import { language, t } from "../base/i18n";
import { useResource } from "../base/resource";
import { Actions, Dialog } from "../ui/dialog";
import { Field, Input, Select, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { ChosenFiles } from "./chosen_files";
import { createTicket, keepNew, newDraft } from "./creating";
import { NewFields } from "./field_inputs";
import { useNewFields } from "./field_new";
import { categoriesKey, loadCategories } from "./kinds";
import { hindrances, hindranceText, weightOf } from "./model";
import { useOwnCustomers } from "./own_customers";
import { SiteField } from "./site_field";
import { begun, TemplateChoice } from "./template_choice";
import type { Step } from "./uploads";

interface OwnNewProps {
  onClose(): void;
  onCreated(ticket: { id: number }): void;
}

export function OwnNew({ onClose, onCreated }: OwnNewProps) {
  const own = useOwnCustomers();
  const [files, setFiles] = useState<File[]>([]);
  const [step, setStep] = useState<Step>();
  const fields = useNewFields(false);
  const categories = useResource(categoriesKey, loadCategories, true).value?.items ?? [];
  // As the server takes it from a form: not if it was retired since.
  const categoryOf = (from: TicketTemplate | undefined) =>
    categories.find((one) => one.id === from?.category && !one.retiredAt)?.id;
  const form = useForm({
    initial: {
      customer: "",
      hindrance: "some",
      site: "",
      from: undefined as TicketTemplate | undefined,
      ...newDraft(),
    },
    check: (values) => ({
      customer: values.customer || own.length === 1 ? undefined : "required",
      subject: values.subject.trim() ? undefined : "required",
    }),
    send: (values) =>
      fields.sending(categoryOf(values.from), (more) =>
        createTicket(
          {
            ...more,
            customer: Number(values.customer || own[0]?.id || 0),
            subject: values.subject.trim(),
            ...(values.from
              ? { from: values.from.id, language: language.get() }
              : weightOf(values.hindrance)),
            ...(values.text.trim() && { text: values.text.trim() }),
            ...(values.site && { site: Number(values.site) }),
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
  const { subject, text: words } = form.values;
  const customer = Number(form.values.customer || own[0]?.id || 0) || undefined;
  useEffect(() => {
    if (form.changed) keepNew({ subject, text: words });
  }, [form.changed, subject, words]);
  return (
    <Dialog open title={t("tickets.own.new")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        {own.length > 1 && (
          <Field label={t("tickets.own.company")} error={form.error("customer")} required>
            <Select
              {...text(form, "customer")}
              onChange={(event) => {
                form.set("customer", event.target.value);
                form.set("site", "");
              }}
              empty={t("ui.choose")}
              options={own.map((one) => ({ value: String(one.id), label: one.label }))}
            />
          </Field>
        )}
        <SiteField
          customer={customer}
          value={form.values.site}
          error={form.error("site")}
          onChange={(site) => form.set("site", site)}
        />
        <TemplateChoice
          label={t("tickets.own.form")}
          value={form.values.from?.id}
          onChoose={(one) => {
            const { subject, text } = begun(one, form.values.from, form.values);
            form.set("from", one);
            form.set("subject", subject);
            form.set("text", text);
          }}
        />
        <Field label={t("tickets.own.subject")} error={form.error("subject")} required>
          <Input {...text(form, "subject")} maxLength={300} />
        </Field>
        <Field label={t("tickets.own.text")} error={form.error("text")} optional>
          <Textarea {...text(form, "text")} rows={5} maxLength={20000} />
        </Field>
        {!form.values.from && (
          <Field label={t("tickets.own.hindrance")}>
            <Select
              {...text(form, "hindrance")}
              options={hindrances.map((one) => ({ value: one, label: hindranceText(one) }))}
            />
          </Field>
        )}
        <NewFields
          ours={false}
          category={categoryOf(form.values.from)}
          customer={customer}
          {...fields.shown}
        />
        <ChosenFiles files={files} onChange={setFiles} step={step} />
        <Actions label={t("tickets.own.send")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
