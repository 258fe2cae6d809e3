// Looking up customers and persons for comboboxes and the palette.

import { api } from "../api/client";
import { nameOf } from "../base/session";
import type { Found } from "../ui/combobox";

const few = 12;

export async function findCustomers(text: string): Promise<Found[]> {
  const page = await api.people.listCustomers({ q: text, limit: few });
  return page.items.map((row) => ({ id: row.customer, label: row.name, note: row.city }));
}

export async function findStaff(text: string): Promise<Found[]> {
  const page = await api.people.listPersons({ q: text, staff: true, disabled: false, limit: few });
  return page.items.map((row) => ({ id: row.person, label: nameOf(row), note: row.jobTitle }));
}

export const findPersonsOf = (customer: number | undefined) => async (text: string) => {
  const page = await api.people.listPersons({ q: text, customer, disabled: false, limit: few });
  return page.items.map((row): Found => ({ id: row.person, label: nameOf(row), note: row.email }));
};
