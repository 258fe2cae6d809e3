// Persons who are one and customers that are one, in words, and the ways in and out of that.

import { api } from "../api/client";
import type {
  Customer,
  CustomerMergePreview,
  Likeness,
  MovedCount,
  Person,
  PersonMergePreview,
  RoleHolder,
} from "../api/types";
import { go } from "../base/go";
import { type MessageId, say, t } from "../base/i18n";
import { forgetPages } from "../base/pages";
import { refresh } from "../base/resource";
import { nameOf } from "../base/session";
import { duration } from "../base/time";
import type { Found } from "../ui/combobox";
import { attempt, tellWithWay } from "../ui/toast";
import { showNip } from "./model";
import { roleText } from "./words";

const few = 12;

export const reasonsText = (reasons: Likeness[]) =>
  reasons.map((reason) => t(`people.like.${reason}` as MessageId)).join(", ");

// What a slice counts under a name that has no words yet is not told.
function movedLine({ what, count }: MovedCount): string | undefined {
  if (what.endsWith("minutes")) return say(`people.moves.${what}`, { time: duration(count) });
  return say(`people.moves.${what}`, { count });
}

const told = (lines: (string | false | undefined)[]) =>
  lines.filter((line): line is string => Boolean(line));

const holders = (list: RoleHolder[]) =>
  list.map((one) => `${one.name} (${roleText(one.role)})`).join(", ");

export function personLines(preview: PersonMergePreview): string[] {
  const name = nameOf(preview.into);
  return told([
    ...preview.moves.map(movedLine),
    preview.emails.length > 0 &&
      t("people.merge.emails", { name, addresses: preview.emails.join(", ") }),
    ...preview.roles.map((gained) =>
      t("people.merge.role", {
        name,
        role: roleText(gained.role),
        place: gained.customerName ?? t("people.wholeCompany"),
      }),
    ),
    preview.shownTo.length > 0 &&
      t("people.merge.shownTo", { name, customers: preview.shownTo.join(", ") }),
    preview.mergedShownTo.length > 0 &&
      t("people.merge.shownTo", {
        name: nameOf(preview.person),
        customers: preview.mergedShownTo.join(", "),
      }),
    preview.sessions > 0 && t("people.merge.sessions", { count: preview.sessions }),
    preview.tokens > 0 && t("people.merge.tokens", { count: preview.tokens }),
  ]);
}

export function customerLines(preview: CustomerMergePreview): string[] {
  return told([
    ...preview.moves.map(movedLine),
    preview.domains.length > 0 &&
      t("people.merge.domains", {
        name: preview.into.name,
        domains: preview.domains.join(", "),
      }),
    preview.readers.length > 0 &&
      t("people.merge.readers", { name: preview.into.name, readers: holders(preview.readers) }),
    preview.readersOfInto.length > 0 &&
      t("people.merge.readers", {
        name: preview.customer.name,
        readers: holders(preview.readersOfInto),
      }),
    preview.moreReaders && t("people.merge.moreReaders"),
  ]);
}

// Without words: whoever looks alike. Else everybody of the same side.
export const findOtherPerson = (person: Person) => async (text: string) => {
  if (!text.trim()) {
    const alike = await api.people.findLikePersons({ person: person.person });
    if (alike.items.length > 0) {
      return alike.items.map(
        ({ person: one, reasons }): Found => ({
          id: one.person,
          label: nameOf(one),
          note: [one.email, reasonsText(reasons)].filter(Boolean).join(" · "),
        }),
      );
    }
  }
  const page = await api.people.listPersons({ q: text, staff: person.isStaff, limit: few });
  return page.items
    .filter((row) => row.person !== person.person)
    .map(
      (row): Found => ({
        id: row.person,
        label: nameOf(row),
        note: [row.email, ...(row.customers ?? []).map((one) => one.name)]
          .filter(Boolean)
          .join(" · "),
      }),
    );
};

export const findOtherCustomer = (customer: Customer) => async (text: string) => {
  if (!text.trim()) {
    const alike = await api.people.findLikeCustomers({ customer: customer.customer });
    if (alike.items.length > 0) {
      return alike.items.map(
        ({ customer: one, reasons }): Found => ({
          id: one.customer,
          label: one.name,
          note: [showNip(one.nip), one.city, reasonsText(reasons)].filter(Boolean).join(" · "),
        }),
      );
    }
  }
  const page = await api.people.listCustomers({ q: text, limit: few });
  return page.items
    .filter((row) => row.customer !== customer.customer)
    .map(
      (row): Found => ({
        id: row.customer,
        label: row.name,
        note: [showNip(row.nip), row.city].filter(Boolean).join(" · "),
      }),
    );
};

// --- In and out

function renewPersons(...persons: (number | undefined)[]): void {
  forgetPages();
  refresh("duplicates/");
  for (const person of persons) {
    if (!person) continue;
    refresh(`person/${person}`);
    refresh(`grants/${person}`);
  }
}

function renewCustomers(...customers: (number | undefined)[]): void {
  forgetPages();
  refresh("duplicates/");
  for (const customer of customers) {
    if (!customer) continue;
    refresh(`customer/${customer}`);
    refresh(`persons/of/${customer}`);
  }
}

export const openPerson = (person: number) => go("/people/$person", { person: String(person) });
export const openCustomer = (customer: number) =>
  go("/customers/$customer", { customer: String(customer) });

export async function mergePerson(person: number, into: number): Promise<Person> {
  const merged = await api.people.mergePerson({ person, into });
  const other = merged.mergedInto?.person ?? into;
  renewPersons(person, other);
  tellWithWay(
    t("people.merge.done", {
      name: nameOf(merged),
      other: merged.mergedInto ? nameOf(merged.mergedInto) : "",
    }),
    { label: t("people.unmerge"), run: () => void unmergePerson(person, other) },
  );
  openPerson(other);
  return merged;
}

export const unmergePerson = (person: number, from: number | undefined) =>
  attempt(async () => {
    await api.people.unmergePerson({ person });
    renewPersons(person, from);
    openPerson(person);
  }, t("people.unmerge.done"));

export async function mergeCustomer(
  customer: number,
  into: number,
  nipsDiffer: boolean,
): Promise<Customer> {
  const merged = await api.people.mergeCustomer({ customer, into, nipsDiffer });
  const other = merged.mergedInto?.customer ?? into;
  renewCustomers(customer, other);
  tellWithWay(t("people.merge.done", { name: merged.name, other: merged.mergedInto?.name ?? "" }), {
    label: t("people.unmerge"),
    run: () => void unmergeCustomer(customer, other),
  });
  openCustomer(other);
  return merged;
}

export const unmergeCustomer = (customer: number, from: number | undefined) =>
  attempt(async () => {
    await api.people.unmergeCustomer({ customer });
    renewCustomers(customer, from);
    openCustomer(customer);
  }, t("people.unmerge.done"));
