// Our company's card: how a customer reaches us, and what stands on our papers.

import { Mail, Pencil, Phone } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Company } from "../api/types";
import { useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { put, useResource } from "../base/resource";
import { forgetServerState } from "../base/routes";
import { isStaff, may } from "../base/session";
import { ButtonOf } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Field, Input } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Facts, Page, Section } from "../ui/page";
import { Refused } from "../ui/refused";
import {
  AddressEditor,
  AddressText,
  addressReasons,
  editable,
  HoursEditor,
  HoursText,
  NotedPhones,
  notedWish,
  phoneReasons,
} from "./editors";
import {
  type AddressValues,
  addressValues,
  addressWish,
  emailProblem,
  ibanProblem,
  krsProblem,
  nipProblem,
  phoneLink,
  phoneText,
  readHours,
  regonProblem,
  showIban,
  showNip,
  writeHours,
} from "./model";

export function CompanyPage() {
  const [editing, setEditing] = useState(false);
  const shown = useResource("company", () => api.people.showCompany());
  const edit = {
    id: "people.editCompany",
    title: "people.editCompany" as const,
    group: "people.ourCompany" as const,
    keys: "e",
    icon: Pencil,
    offered: () => may("people.edit_company"),
    run: () => setEditing(true),
  };
  useCommands([edit]);
  return (
    <Page
      title={t(isStaff() ? "people.company" : "people.supportContact")}
      actions={edit.offered() && shown.value && <ButtonOf command={edit} />}
    >
      <When shown={shown}>
        {(company) => (
          <>
            <Card company={company} />
            {editing && <CompanyDialog company={company} onClose={() => setEditing(false)} />}
          </>
        )}
      </When>
    </Page>
  );
}

function Card({ company }: { company: Company }) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Section title={t("people.howToReachUs")}>
        <p className="text-lg font-semibold">{company.name}</p>
        <div className="mt-3 space-y-3">
          {(company.phones ?? []).map((phone) => (
            <p key={phone.number} className="flex items-start gap-3">
              <Phone aria-hidden size={18} className="mt-0.5 text-muted" />
              <span>
                <a href={phoneLink(phone)} className="text-base font-medium text-accent-text">
                  {phoneText(phone)}
                </a>
                {phone.note && <span className="block text-xs text-muted">{phone.note}</span>}
              </span>
            </p>
          ))}
          {company.email && (
            <p className="flex items-start gap-3">
              <Mail aria-hidden size={18} className="mt-0.5 text-muted" />
              <a href={`mailto:${company.email}`} className="text-base text-accent-text">
                {company.email}
              </a>
            </p>
          )}
        </div>
        <div className="mt-5">
          <Facts
            facts={[
              {
                name: t("people.hours"),
                value:
                  company.hours?.length || company.hoursText ? (
                    <HoursText hours={company.hours} text={company.hoursText} />
                  ) : (
                    ""
                  ),
              },
              {
                name: t("people.address"),
                value: company.address && <AddressText address={company.address} />,
              },
              {
                name: t("people.web"),
                value: company.web && (
                  <a
                    href={company.web}
                    rel="noreferrer"
                    target="_blank"
                    className="text-accent-text hover:underline"
                  >
                    {company.web}
                  </a>
                ),
              },
            ]}
          />
        </div>
      </Section>
      <Section title={t("people.onPapers")}>
        <Facts
          facts={[
            { name: t("people.legalName"), value: company.legalName },
            { name: "NIP", value: showNip(company.nip ?? "") },
            { name: "REGON", value: company.regon },
            { name: "KRS", value: company.krs },
            { name: t("people.iban"), value: showIban(company.iban ?? "") },
            { name: t("people.zone"), value: company.zone },
          ]}
        />
      </Section>
    </div>
  );
}

function valuesOf(company: Company) {
  return {
    name: company.name,
    legalName: company.legalName ?? "",
    nip: showNip(company.nip ?? ""),
    regon: company.regon ?? "",
    krs: company.krs ?? "",
    iban: showIban(company.iban ?? ""),
    address: addressValues(company.address),
    phones: (company.phones ?? []).map(editable),
    email: company.email ?? "",
    web: company.web ?? "",
    hours: writeHours(company.hours),
    hoursText: company.hoursText ?? "",
    zone: company.zone ?? "Europe/Warsaw",
  };
}

function CompanyDialog({ company, onClose }: { company: Company; onClose(): void }) {
  // The version that was read when the form was opened: a later one would overwrite unseen.
  const [version] = useState(company.version);
  const form = useForm({
    initial: valuesOf(company),
    check: (values) => ({
      name: values.name.trim() ? undefined : "required",
      nip: nipProblem(values.nip),
      regon: regonProblem(values.regon),
      krs: krsProblem(values.krs),
      iban: ibanProblem(values.iban),
      email: emailProblem(values.email),
      hours: readHours(values.hours) ? undefined : "people.hours_malformed",
      ...addressReasons("address", values.address),
      ...phoneReasons(values.phones),
    }),
    send: (values) =>
      api.people.editCompany(
        {
          ...values,
          name: values.name.trim(),
          nip: values.nip.trim(),
          address: addressWish(values.address),
          phones: notedWish(values.phones),
          hours: readHours(values.hours) ?? [],
        },
        { version },
      ),
    done: (saved) => {
      forgetServerState();
      put("company", saved);
      onClose();
    },
  });
  const line = (
    name: "name" | "legalName" | "nip" | "regon" | "krs" | "email" | "web" | "zone",
    label: string,
  ) => (
    <Field label={label} error={form.error(name)}>
      <Input {...text(form, name)} />
    </Field>
  );
  return (
    <Dialog open wide title={t("people.editCompany")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-6">
        <Refused problem={form.problem} />
        <div className="grid gap-3 sm:grid-cols-2">
          {line("name", t("people.shortName"))}
          {line("legalName", t("people.legalName"))}
          {line("email", t("people.email"))}
          {line("web", t("people.web"))}
        </div>
        <NotedPhones
          note={t("people.callCharge")}
          values={form.values.phones}
          onChange={(phones) => form.set("phones", phones)}
          error={form.error}
          leave={form.leave}
        />
        <AddressEditor
          name="address"
          title={t("people.address")}
          value={form.values.address}
          onChange={(address: AddressValues) => form.set("address", address)}
          error={form.error}
          leave={form.leave}
        />
        <HoursEditor
          value={form.values.hours}
          error={form.error("hours")}
          onChange={(hours) => form.set("hours", hours)}
        />
        <Field label={t("people.hoursText")} hint={t("people.hoursTextHint")} optional>
          <Input {...text(form, "hoursText")} />
        </Field>
        <div className="grid gap-3 sm:grid-cols-3">
          {line("nip", "NIP")}
          {line("regon", "REGON")}
          {line("krs", "KRS")}
          <Field label={t("people.iban")} error={form.error("iban")} className="sm:col-span-2">
            <Input {...text(form, "iban")} />
          </Field>
          {line("zone", t("people.zone"))}
        </div>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
