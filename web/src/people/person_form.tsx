// The form of a person.
//
// The vocative is proposed by the server and stands here for a human to confirm: nobody is ever
// greeted with a guess.

import { useState } from "react";
import { api } from "../api/client";
import type { FormOfAddress, GiveGrant, Person, Role } from "../api/types";
import { t } from "../base/i18n";
import { forgetPages } from "../base/pages";
import { put, refresh } from "../base/resource";
import { may, useSession } from "../base/session";
import { Button } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { Checkbox, Field, Input, Select, Textarea } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { withoutEmpty } from "./customer_form";
import {
  editable,
  listReasons,
  PersonPhones,
  phoneReasons,
  phonesWish,
  Rows,
  TextRows,
} from "./editors";
import { findCustomers } from "./finders";
import { companyRoles, customerRoles, emailProblem } from "./model";
import { formOfAddressText, roleText } from "./words";

function valuesOf(person: Person | undefined, customer: Found | undefined) {
  const customers = (person?.customers ?? []).map(
    (one): Found => ({ id: one.customer, label: one.name }),
  );
  return {
    givenName: person?.givenName ?? "",
    familyName: person?.familyName ?? "",
    isStaff: person?.isStaff ?? false,
    jobTitle: person?.jobTitle ?? "",
    emails: person ? (person.emails ?? []) : [""],
    phones: (person?.phones ?? []).map(editable),
    customers: (person ? customers : [customer]) as (Found | undefined)[],
    language: person?.language ?? "pl",
    formOfAddress: (person?.formOfAddress ?? "none") as FormOfAddress,
    vocative: person?.vocative ?? "",
    notes: person?.notes ?? "",
    staffRole: "technician" as Role | "",
    customerRole: "customer_user" as Role | "",
  };
}

type Values = ReturnType<typeof valuesOf>;

function wishOf(values: Values) {
  return {
    givenName: values.givenName.trim(),
    familyName: values.familyName.trim(),
    isStaff: values.isStaff,
    jobTitle: values.jobTitle.trim(),
    emails: values.emails.map((email) => email.trim()).filter(Boolean),
    phones: phonesWish(values.phones),
    customers: values.customers.flatMap((customer) => (customer ? [customer.id] : [])),
    language: values.language,
    formOfAddress: values.formOfAddress,
    vocative: values.vocative.trim(),
    notes: values.notes.trim(),
  };
}

// Belonging gives no right: whoever shall sign in needs a role, and most need the same one.
async function giveFirstRoles(person: Person, values: Values) {
  const wishes: GiveGrant[] = [];
  const { staffRole, customerRole } = values;
  if (values.isStaff && staffRole) wishes.push({ person: person.person, role: staffRole });
  if (!values.isStaff && customerRole) {
    for (const { customer } of person.customers ?? []) {
      wishes.push({ person: person.person, role: customerRole, customer });
    }
  }
  for (const wish of wishes) await attempt(() => api.people.giveGrant(wish));
}

// Everybody may change this much about themselves.
function ownWish(values: Values) {
  const { phones, language, formOfAddress, vocative } = wishOf(values);
  return { phones, language, formOfAddress, vocative };
}

const checks = (values: Values) => ({
  familyName:
    values.familyName.trim() || values.givenName.trim() ? undefined : "people.name_missing",
  ...listReasons("emails", values.emails, emailProblem),
  ...phoneReasons(values.phones),
});

export interface PersonDialogProps {
  person?: Person;
  customer?: Found;
  onClose(): void;
  onSaved?(person: Person): void;
}

export function PersonDialog({ person, customer, onClose, onSaved }: PersonDialogProps) {
  const session = useSession();
  const mayEdit = may("people.edit_persons");
  const mayGive = may("people.manage_access");
  const ownOnly = !mayEdit && person?.person === session.person;
  // The version that was read when the form was opened: a later one would overwrite unseen.
  const [version] = useState(person?.version ?? 0);
  const form = useForm({
    initial: valuesOf(person, customer),
    check: checks,
    send: async (values) => {
      const wish = ownOnly ? ownWish(values) : wishOf(values);
      if (!person) {
        const created = await api.people.createPerson(withoutEmpty(wish));
        if (mayGive) await giveFirstRoles(created, values);
        return created;
      }
      return api.people.editPerson({ person: person.person, ...wish }, { version });
    },
    done: (saved) => {
      forgetPages();
      refresh("persons/");
      put(`person/${saved.person}`, saved);
      onClose();
      onSaved?.(saved);
    },
  });
  return (
    <Dialog
      open
      wide
      title={person ? t("people.editPerson") : t("people.newPerson")}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="space-y-6">
        <Refused problem={form.problem} />
        {!ownOnly && <Names form={form} />}
        <Reach form={form} mails={!ownOnly} />
        {!ownOnly && <Belongs form={form} />}
        {!person && mayGive && <FirstRole form={form} />}
        <Greeting form={form} proposed={person?.proposedVocative ?? ""} />
        {!ownOnly && (
          <Field
            label={t("people.personNotes")}
            hint={t("people.personNotesHint")}
            error={form.error("notes")}
            optional
          >
            <Textarea {...text(form, "notes")} rows={2} />
          </Field>
        )}
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

type Part = { form: Form<Values> };

function Names({ form }: Part) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t("people.givenName")} error={form.error("givenName")}>
        <Input {...text(form, "givenName")} autoFocus />
      </Field>
      <Field label={t("people.familyName")} error={form.error("familyName")}>
        <Input {...text(form, "familyName")} />
      </Field>
      <Field
        label={t("people.jobTitle")}
        error={form.error("jobTitle")}
        optional
        className="sm:col-span-2"
      >
        <Input {...text(form, "jobTitle")} />
      </Field>
    </div>
  );
}

function Reach({ form, mails }: Part & { mails: boolean }) {
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      {mails && (
        <TextRows
          name="emails"
          type="email"
          title={t("people.emails")}
          label={t("people.email")}
          add={t("people.addEmail")}
          values={form.values.emails}
          onChange={(emails) => form.set("emails", emails)}
          error={form.error}
          leave={form.leave}
        />
      )}
      <PersonPhones
        values={form.values.phones}
        onChange={(phones) => form.set("phones", phones)}
        error={form.error}
        leave={form.leave}
      />
    </div>
  );
}

function Belongs({ form }: Part) {
  return (
    <div className="space-y-3">
      <Rows
        title={t("people.belongsTo")}
        add={t("people.addCustomer")}
        remove={t("ui.remove")}
        rows={form.values.customers}
        fresh={undefined}
        onChange={(customers) => form.set("customers", customers)}
      >
        {(customer, at, set) => (
          <Field
            label={`${t("people.customer")} ${at + 1}`}
            error={
              form.error(`customers/${at}`) ?? (at === 0 ? form.error("customers") : undefined)
            }
            className="col-span-6"
          >
            <Combobox
              name={`customers/${at}`}
              chosen={customer}
              onChoose={set}
              find={findCustomers}
            />
          </Field>
        )}
      </Rows>
      <Checkbox
        name="isStaff"
        label={t("people.isStaff")}
        hint={t("people.isStaffHint")}
        checked={form.values.isStaff}
        onChange={(event) => form.set("isStaff", event.target.checked)}
      />
    </div>
  );
}

function FirstRole({ form }: Part) {
  const staff = form.values.isStaff;
  const roles = staff ? companyRoles : customerRoles;
  return (
    <Field label={staff ? t("people.firstRole") : t("people.firstCustomerRole")}>
      <Select
        {...text(form, staff ? "staffRole" : "customerRole")}
        empty={t("people.noFirstRole")}
        options={roles.map((role) => ({ value: role, label: roleText(role) }))}
      />
    </Field>
  );
}

export const formsOfAddress: FormOfAddress[] = ["none", "pani", "pan", "first_name"];

function Greeting({ form, proposed }: Part & { proposed: string }) {
  const { vocative } = form.values;
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Field label={t("people.language")}>
        <Select
          {...text(form, "language")}
          options={[
            { value: "pl", label: "polski" },
            { value: "en", label: "English" },
          ]}
        />
      </Field>
      <Field label={t("people.formOfAddress")}>
        <Select
          {...text(form, "formOfAddress")}
          options={formsOfAddress.map((one) => ({ value: one, label: formOfAddressText(one) }))}
        />
      </Field>
      <Field
        label={t("people.vocative")}
        hint={t("people.vocativeHint")}
        error={form.error("vocative")}
        optional
      >
        <Input {...text(form, "vocative")} />
      </Field>
      {proposed && proposed !== vocative && (
        <div className="sm:col-span-3">
          <Button size="small" onClick={() => form.set("vocative", proposed)}>
            {t("people.useVocative", { vocative: proposed })}
          </Button>
        </div>
      )}
    </div>
  );
}
