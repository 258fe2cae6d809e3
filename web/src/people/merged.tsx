// Who goes on as whom: a banner on the page of whoever was merged, a list on the other one's.

import { Link } from "@tanstack/react-router";
import type { Customer, MergedCustomer, MergedPerson, Person } from "../api/types";
import { t } from "../base/i18n";
import { may, mayEverywhere, nameOf } from "../base/session";
import { moment } from "../base/time";
import { GoesOn } from "../ui/goes_on";
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
    <GoesOn
      title={t("people.merged.into", { name })}
      there={{ label: t("people.merged.open", { name }), run: open }}
      undo={mayUndo ? { label: t("people.unmerge"), run: undo } : undefined}
    >
      {at && t("people.merged.since", { at: moment(at) })}
    </GoesOn>
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
      mayUndo={mayEverywhere("people.merge_customers")}
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
