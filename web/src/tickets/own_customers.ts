// The companies a customer's person may write for, by name.

import { useEffect, useState } from "react";
import { api } from "../api/client";
import { useSession } from "../base/session";
import type { Found } from "../ui/combobox";

export function useOwnCustomers(): Found[] {
  const session = useSession();
  const [own, setOwn] = useState<Found[]>(
    session.customers.map((one) => ({ id: one.customer, label: String(one.customer) })),
  );
  useEffect(() => {
    api.people.showPerson({ person: session.person }).then(
      (person) => {
        const found = person.customers?.map((one) => ({ id: one.customer, label: one.name }));
        if (found?.length) setOwn(found);
      },
      () => undefined, // Numbers instead of names still make a ticket.
    );
  }, [session.person]);
  return own;
}
