// Who goes on as whom: a banner on the page of whoever was merged, a list on the other one's.

import { Link } from "@tanstack/react-router";
import { ArrowRight, Merge, Undo2 } from "lucide-react";
import type { Customer, MergedCustomer, MergedPerson, Person } from "../api/types";
import { t } from "../base/i18n";
import { may, mayFor, nameOf } from "../base/session";
import { moment } from "../base/time";
import { Button } from "../ui/button";
import { Facts, Section } from "../ui/page";
import { MailLines, PhoneLines } from "./editors";
import { Marks } from "./marks";
import { openCustomer, openPerson, unmergeCustomer, unmergePerson } from "./merge_model";
import { showNip } from "./model";

interface BannerProps {
  name: string;
  at?: string;
  mayUndo: boolean;
  open(): void;
  undo(): void;
}

function Banner({ name, at, mayUndo, open, undo }: BannerProps) {
  return (
    <section
      aria-label={t("people.merged.into", { name })}
      className="mb-4 flex flex-wrap items-center gap-3 rounded-xl bg-info-soft px-4 py-3 text-info-text"
    >
      <Merge aria-hidden size={18} className="shrink-0" />
      <p className="min-w-0 flex-1 basis-64">
        <span className="block font-semibold">{t("people.merged.into", { name })}</span>
        {at && t("people.merged.since", { at: moment(at) })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look="main" icon={ArrowRight} onClick={open}>
          {t("people.merged.open", { name })}
        </Button>
        {mayUndo && (
          <Button icon={Undo2} onClick={undo}>
            {t("people.unmerge")}
          </Button>
        )}
      </div>
    </section>
  );
}

export function MergedPersonBanner({ person }: { person: Person }) {
  const into = person.mergedInto;
  if (!into) return null;
  return (
    <Banner
      name={nameOf(into)}
      at={person.mergedAt}
      mayUndo={may("people.merge_persons") && !person.erasedAt}
      open={() => openPerson(into.person)}
      undo={() => void unmergePerson(person.person, into.person)}
    />
  );
}

export function MergedCustomerBanner({ customer }: { customer: Customer }) {
  const into = customer.mergedInto;
  if (!into) return null;
  return (
    <Banner
      name={into.name}
      at={customer.mergedAt}
      mayUndo={mayFor("people.merge_customers", customer.customer)}
      open={() => openCustomer(into.customer)}
      undo={() => void unmergeCustomer(customer.customer, into.customer)}
    />
  );
}

export function MergedPersons({ merged }: { merged: MergedPerson[] | undefined }) {
  if (!merged?.length) return null;
  return (
    <Section title={t("people.merged.persons")}>
      <ul className="space-y-4">
        {merged.map((one) => (
          <li key={one.person}>
            <Link
              to="/people/$person"
              params={{ person: String(one.person) }}
              className="mb-1 block font-medium text-accent-text hover:underline"
            >
              {`${nameOf(one)} (#${one.person})`}
            </Link>
            <Facts
              facts={[
                {
                  name: t("people.emails"),
                  value: one.emails.length ? <MailLines addresses={one.emails} /> : "",
                },
                {
                  name: t("people.phones"),
                  value: one.phones.length ? <PhoneLines phones={one.phones} /> : "",
                },
                { name: t("people.merged.at"), value: moment(one.mergedAt) },
              ]}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function MergedCustomers({ merged }: { merged: MergedCustomer[] | undefined }) {
  if (!merged?.length) return null;
  return (
    <Section title={t("people.merged.customers")}>
      <ul className="space-y-4">
        {merged.map((one) => (
          <li key={one.customer}>
            <Link
              to="/customers/$customer"
              params={{ customer: String(one.customer) }}
              className="mb-1 inline-flex items-center gap-2 font-medium text-accent-text hover:underline"
            >
              {`${one.name} (#${one.customer})`}
              <Marks marks={one.marks} />
            </Link>
            <Facts
              facts={[
                { name: t("people.legalName"), value: one.legalName },
                { name: "NIP", value: showNip(one.nip) },
                { name: t("people.domains"), value: one.domains.join(", ") },
                {
                  name: t("people.phones"),
                  value: one.phones.length ? <PhoneLines phones={one.phones} /> : "",
                },
                { name: t("people.pinnedNotes"), value: one.pinnedNotes },
                { name: t("people.merged.at"), value: moment(one.mergedAt) },
              ]}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
