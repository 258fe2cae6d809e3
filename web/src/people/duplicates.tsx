// Persons and customers that look like one: looked at in pairs, and merged where they are.

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Merge, Users } from "lucide-react";
import { type ReactNode, useState } from "react";
import { api } from "../api/client";
import type {
  Customer,
  CustomerPair,
  CustomerSummary,
  Likeness,
  Person,
  PersonPair,
  PersonSummary,
} from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may, mayEverywhere, nameOf } from "../base/session";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Empty, When } from "../ui/empty";
import { Page, Section } from "../ui/page";
import { Tabs } from "../ui/tabs";
import { attempt } from "../ui/toast";
import { MergeCustomerDialog, MergePersonDialog } from "./forms";
import { reasonsText } from "./merge_model";
import { listName, showNip } from "./model";

export function Duplicates() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { tab?: string };
  const tabs = [
    {
      id: "persons",
      title: t("people.people"),
      body: <Persons />,
      offered: may("people.merge_persons"),
    },
    {
      id: "customers",
      title: t("people.customers"),
      body: <Customers />,
      offered: mayEverywhere("people.merge_customers"),
    },
  ].filter((tab) => tab.offered);
  return (
    <Page title={t("people.duplicates")}>
      <p className="mb-4 max-w-2xl text-muted">{t("people.duplicates.note")}</p>
      <Tabs
        label={t("people.duplicates")}
        open={search.tab ?? tabs[0]?.id ?? "persons"}
        onOpen={(tab) => navigate({ to: "/duplicates", search: { tab }, replace: true })}
        tabs={tabs}
      />
    </Page>
  );
}

interface RowProps {
  one: ReactNode;
  other: ReactNode;
  reasons: Likeness[];
  merge(): void;
}

function Row({ one, other, reasons, merge }: RowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line/60 px-4 py-3 last:border-0">
      <div className="grid min-w-0 flex-1 basis-80 gap-2 sm:grid-cols-2">
        {one}
        {other}
      </div>
      <Badge>{reasonsText(reasons)}</Badge>
      <Button size="small" icon={Merge} onClick={merge}>
        {t("people.merge.open")}
      </Button>
    </li>
  );
}

const PersonLine = ({ person }: { person: PersonSummary }) => (
  <div className="min-w-0">
    <Link
      to="/people/$person"
      params={{ person: String(person.person) }}
      className="block truncate font-medium hover:underline"
    >
      {listName(person)}
    </Link>
    <span className="block text-xs text-muted [overflow-wrap:anywhere]">
      {[person.email, person.phone, ...(person.customers ?? []).map((one) => one.name)]
        .filter(Boolean)
        .join(" · ")}
    </span>
  </div>
);

const CustomerLine = ({ customer }: { customer: CustomerSummary }) => (
  <div className="min-w-0">
    <Link
      to="/customers/$customer"
      params={{ customer: String(customer.customer) }}
      className="block truncate font-medium hover:underline"
    >
      {customer.name}
    </Link>
    <span className="block text-xs text-muted [overflow-wrap:anywhere]">
      {[customer.legalName, showNip(customer.nip), customer.city].filter(Boolean).join(" · ")}
    </span>
  </div>
);

// The younger row is proposed to go: the older one is what people have linked to.
function Persons() {
  const [after, setAfter] = useState<number>();
  const shown = useResource(`duplicates/persons/${after ?? 0}`, () =>
    api.people.listDuplicatePersons({ after }),
  );
  const [open, setOpen] = useState<{ pair: PersonPair; person: Person }>();
  const merge = (pair: PersonPair) =>
    void attempt(async () =>
      setOpen({ pair, person: await api.people.showPerson({ person: pair.other.person }) }),
    );
  return (
    <>
      <When shown={shown}>
        {(list) => (
          <>
            {list.items.length === 0 ? (
              <Empty icon={Users} title={t("people.duplicates.none")} />
            ) : (
              <Section flush>
                <ul>
                  {list.items.map((pair) => (
                    <Row
                      key={`${pair.person.person}/${pair.other.person}`}
                      one={<PersonLine person={pair.person} />}
                      other={<PersonLine person={pair.other} />}
                      reasons={pair.reasons}
                      merge={() => merge(pair)}
                    />
                  ))}
                </ul>
              </Section>
            )}
            {list.next && (
              <Button className="mt-4" onClick={() => setAfter(list.next)}>
                {t("people.duplicates.more")}
              </Button>
            )}
          </>
        )}
      </When>
      {open && (
        <MergePersonDialog
          subject={open.person}
          other={{ id: open.pair.person.person, label: nameOf(open.pair.person) }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function Customers() {
  const shown = useResource("duplicates/customers", () => api.people.listDuplicateCustomers({}));
  const [open, setOpen] = useState<{ pair: CustomerPair; customer: Customer }>();
  const merge = (pair: CustomerPair) =>
    void attempt(async () =>
      setOpen({
        pair,
        customer: await api.people.showCustomer({ customer: pair.other.customer }),
      }),
    );
  return (
    <>
      <When shown={shown}>
        {(list) =>
          list.items.length === 0 ? (
            <Empty icon={Users} title={t("people.duplicates.none")} />
          ) : (
            <>
              <Section flush>
                <ul>
                  {list.items.map((pair) => (
                    <Row
                      key={`${pair.customer.customer}/${pair.other.customer}`}
                      one={<CustomerLine customer={pair.customer} />}
                      other={<CustomerLine customer={pair.other} />}
                      reasons={pair.reasons}
                      merge={() => merge(pair)}
                    />
                  ))}
                </ul>
              </Section>
              {list.more && (
                <p className="mt-4 text-muted">{t("people.duplicates.moreCustomers")}</p>
              )}
            </>
          )
        }
      </When>
      {open && (
        <MergeCustomerDialog
          subject={open.customer}
          other={{ id: open.pair.customer.customer, label: open.pair.customer.name }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
