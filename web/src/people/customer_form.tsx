// The form of a customer: short for a new one, complete for an old one.

import { useState } from "react";
import { api } from "../api/client";
import type { Customer, Mark } from "../api/types";
import { t } from "../base/i18n";
import { forgetPages } from "../base/pages";
import { put } from "../base/resource";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { Checkbox, Field, Input, Select, Textarea } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import {
  AddressEditor,
  addressReasons,
  editable,
  NotedPhones,
  notedWish,
  phoneReasons,
  TextRows,
} from "./editors";
import { findStaff } from "./finders";
import { allMarks, markText, refName } from "./marks";
import {
  type AddressValues,
  addressValues,
  addressWish,
  ibanProblem,
  krsProblem,
  nipProblem,
  regonProblem,
  showIban,
  showNip,
} from "./model";

function valuesOf(customer: Customer | undefined) {
  return {
    name: customer?.name ?? "",
    legalName: customer?.legalName ?? "",
    nip: showNip(customer?.nip ?? ""),
    regon: customer?.regon ?? "",
    krs: customer?.krs ?? "",
    iban: showIban(customer?.iban ?? ""),
    billingAddress: addressValues(customer?.billingAddress),
    separatePost: Boolean(customer?.postalAddress),
    postalAddress: addressValues(customer?.postalAddress),
    domains: customer?.domains ?? [],
    phones: (customer?.phones ?? []).map(editable),
    sector: customer?.sector ?? "",
    lead: customer?.lead
      ? ({ id: customer.lead.person, label: refName(customer.lead) } as Found)
      : undefined,
    pinnedNotes: customer?.pinnedNotes ?? "",
    marks: (customer?.marks ?? []) as Mark[],
    language: customer?.language ?? "pl",
  };
}

type Values = ReturnType<typeof valuesOf>;

function wishOf(values: Values) {
  return {
    name: values.name.trim(),
    legalName: values.legalName.trim(),
    nip: values.nip.trim(),
    regon: values.regon.trim(),
    krs: values.krs.trim(),
    iban: values.iban.trim(),
    billingAddress: addressWish(values.billingAddress),
    postalAddress: values.separatePost ? addressWish(values.postalAddress) : null,
    domains: values.domains.map((domain) => domain.trim()).filter(Boolean),
    phones: notedWish(values.phones),
    sector: values.sector.trim(),
    lead: values.lead?.id ?? null,
    pinnedNotes: values.pinnedNotes.trim(),
    marks: values.marks,
    language: values.language,
  };
}

// A new row says only what was typed: an empty text is not a wish.
type Told<Wish> = { [Name in keyof Wish]: Exclude<Wish[Name], null> };

export function withoutEmpty<Wish extends object>(wish: Wish): Told<Wish> {
  const told = Object.entries(wish).filter(
    ([, value]) => value !== "" && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(told) as Told<Wish>;
}

const checks = (values: Values) => ({
  name: values.name.trim() ? undefined : "required",
  nip: nipProblem(values.nip),
  regon: regonProblem(values.regon),
  krs: krsProblem(values.krs),
  iban: ibanProblem(values.iban),
  ...addressReasons("billingAddress", values.billingAddress),
  ...(values.separatePost ? addressReasons("postalAddress", values.postalAddress) : {}),
  ...phoneReasons(values.phones),
});

export interface CustomerDialogProps {
  customer?: Customer;
  onClose(): void;
  onSaved?(customer: Customer): void;
}

export function CustomerDialog({ customer, onClose, onSaved }: CustomerDialogProps) {
  // The version that was read when the form was opened: a later one would overwrite unseen.
  const [version] = useState(customer?.version ?? 0);
  const form = useForm({
    initial: valuesOf(customer),
    check: checks,
    send: (values) =>
      customer
        ? api.people.editCustomer({ customer: customer.customer, ...wishOf(values) }, { version })
        : api.people.createCustomer(withoutEmpty(wishOf(values))),
    done: (saved) => {
      forgetPages();
      put(`customer/${saved.customer}`, saved);
      onClose();
      onSaved?.(saved);
    },
  });
  const title = customer ? t("people.editCustomer") : t("people.newCustomer");
  return (
    <Dialog open wide title={title} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-6">
        <Refused problem={form.problem} />
        <Names form={form} />
        <Numbers form={form} />
        <Addresses form={form} />
        <Reach form={form} />
        <Care form={form} />
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

type Part = { form: Form<Values> };

function Names({ form }: Part) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label={t("people.shortName")}
        hint={t("people.shortNameHint")}
        error={form.error("name")}
        required
      >
        <Input {...text(form, "name")} autoFocus />
      </Field>
      <Field
        label={t("people.legalName")}
        hint={t("people.legalNameHint")}
        error={form.error("legalName")}
        optional
      >
        <Input {...text(form, "legalName")} />
      </Field>
      <Field label={t("people.sector")} error={form.error("sector")} optional>
        <Input {...text(form, "sector")} />
      </Field>
      <Field label={t("people.customerLanguage")} error={form.error("language")}>
        <Select
          {...text(form, "language")}
          options={[
            { value: "pl", label: "polski" },
            { value: "en", label: "English" },
          ]}
        />
      </Field>
    </div>
  );
}

function Numbers({ form }: Part) {
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Field label="NIP" error={form.error("nip")} optional>
        <Input {...text(form, "nip")} inputMode="numeric" />
      </Field>
      <Field label="REGON" error={form.error("regon")} optional>
        <Input {...text(form, "regon")} inputMode="numeric" />
      </Field>
      <Field label="KRS" error={form.error("krs")} optional>
        <Input {...text(form, "krs")} inputMode="numeric" />
      </Field>
      <Field label={t("people.iban")} error={form.error("iban")} optional className="sm:col-span-3">
        <Input {...text(form, "iban")} />
      </Field>
    </div>
  );
}

function Addresses({ form }: Part) {
  const editor = (name: "billingAddress" | "postalAddress", title: string) => (
    <AddressEditor
      name={name}
      title={title}
      value={form.values[name]}
      onChange={(value: AddressValues) => form.set(name, value)}
      error={form.error}
      leave={form.leave}
    />
  );
  return (
    <div className="space-y-4">
      {editor("billingAddress", t("people.billingAddress"))}
      <Checkbox
        label={t("people.separatePost")}
        checked={form.values.separatePost}
        onChange={(event) => form.set("separatePost", event.target.checked)}
      />
      {form.values.separatePost && editor("postalAddress", t("people.postalAddress"))}
    </div>
  );
}

function Reach({ form }: Part) {
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <NotedPhones
        note={t("people.phoneWhose")}
        values={form.values.phones}
        onChange={(phones) => form.set("phones", phones)}
        error={form.error}
        leave={form.leave}
      />
      <TextRows
        name="domains"
        title={t("people.domains")}
        label={t("people.domain")}
        add={t("people.addDomain")}
        values={form.values.domains}
        onChange={(domains) => form.set("domains", domains)}
        error={form.error}
        leave={form.leave}
      />
    </div>
  );
}

function Care({ form }: Part) {
  const { marks } = form.values;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t("people.lead")} error={form.error("lead")} optional>
        <Combobox
          name="lead"
          chosen={form.values.lead}
          onChoose={(lead) => form.set("lead", lead)}
          find={findStaff}
        />
      </Field>
      <fieldset>
        <legend className="mb-1 text-xs font-medium">{t("people.marks")}</legend>
        <div className="flex flex-wrap gap-x-4">
          {allMarks.map((mark) => (
            <Checkbox
              key={mark}
              label={markText(mark)}
              checked={marks.includes(mark)}
              onChange={(event) =>
                form.set(
                  "marks",
                  allMarks.filter((one) =>
                    one === mark ? event.target.checked : marks.includes(one),
                  ),
                )
              }
            />
          ))}
        </div>
      </fieldset>
      <Field
        label={t("people.pinnedNotes")}
        hint={t("people.pinnedNotesHint")}
        error={form.error("pinnedNotes")}
        className="sm:col-span-2"
        optional
      >
        <Textarea {...text(form, "pinnedNotes")} rows={3} />
      </Field>
    </div>
  );
}
