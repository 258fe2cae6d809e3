// One customer: what a technician reads before calling back, and everything accounting asks for.

import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { MapPin, Merge, Pencil, Plus, Trash2, TriangleAlert, Undo2 } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Customer, Site } from "../api/types";
import { useCommands } from "../base/commands";
import { customerTabs } from "../base/feature";
import { t } from "../base/i18n";
import { allPages } from "../base/pages";
import { refresh, useResource } from "../base/resource";
import { mayEverywhere, mayFor, nameOf } from "../base/session";
import { Avatar } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { confirm } from "../ui/confirm";
import { Empty, Failure, Skeleton, When } from "../ui/empty";
import { Facts, Page, Section } from "../ui/page";
import { Tabs } from "../ui/tabs";
import { attempt } from "../ui/toast";
import { AddressText, HoursText, PhoneLines } from "./editors";
import { CustomerDialog, MergeCustomerDialog } from "./forms";
import { Marks } from "./marks";
import { unmergeCustomer } from "./merge_model";
import { MergedCustomerBanner, MergedCustomers } from "./merged";
import { listName, showIban, showNip } from "./model";
import { SiteDialog } from "./site_form";

export function CustomerPage() {
  const params = useParams({ strict: false }) as { customer: string };
  const id = Number(params.customer);
  const shown = useResource(`customer/${id}`, () => api.people.showCustomer({ customer: id }));
  if (shown.value) return <Loaded customer={shown.value} />;
  return (
    <Page title={t("people.customer")}>
      {shown.error ? <Failure problem={shown.error} /> : <Skeleton lines={8} />}
    </Page>
  );
}

function Loaded({ customer }: { customer: Customer }) {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { tab?: string };
  const [editing, setEditing] = useState(false);
  const [merging, setMerging] = useState(false);
  const into = customer.mergedInto;
  const mayEdit = mayFor("people.edit_customers", customer.customer) && !into;
  const mayMerge = mayEverywhere("people.merge_customers");
  useCommands([
    {
      id: "people.editCustomer",
      title: "people.editCustomer",
      group: "people.customer",
      keys: "e",
      icon: Pencil,
      offered: () => mayEdit,
      run: () => setEditing(true),
    },
    {
      id: "people.mergeCustomer",
      title: "people.mergeCustomer",
      group: "people.customer",
      icon: Merge,
      offered: () => mayMerge && !into,
      run: () => setMerging(true),
    },
    {
      id: "people.unmerge",
      title: "people.unmerge",
      group: "people.customer",
      icon: Undo2,
      offered: () => mayMerge && Boolean(into),
      run: () => void unmergeCustomer(customer.customer, into?.customer),
    },
  ]);
  return (
    <Page
      title={customer.name}
      above={
        <Link to="/customers" className="hover:underline">
          {t("people.customers")}
        </Link>
      }
      marks={<Marks marks={customer.marks} />}
      actions={
        <>
          {mayEdit && (
            <Button icon={Pencil} onClick={() => setEditing(true)}>
              {t("ui.edit")}
            </Button>
          )}
          {mayMerge && !into && (
            <Button icon={Merge} onClick={() => setMerging(true)}>
              {t("people.mergeCustomer")}
            </Button>
          )}
        </>
      }
    >
      <MergedCustomerBanner customer={customer} />
      {customer.pinnedNotes && (
        <section className="private mb-4 rounded-xl px-4 py-3">
          <h2 className="mb-1 flex items-center gap-2 text-xs">
            <TriangleAlert aria-hidden size={15} />
            {t("people.pinnedNotes")}
          </h2>
          <p className="whitespace-pre-wrap">{customer.pinnedNotes}</p>
        </section>
      )}
      <Tabs
        label={customer.name}
        open={search.tab ?? "card"}
        onOpen={(tab) =>
          navigate({
            to: "/customers/$customer",
            params: { customer: String(customer.customer) },
            search: { tab: tab === "card" ? undefined : tab },
            replace: true,
          })
        }
        tabs={[
          { id: "card", title: t("people.card"), body: <Card customer={customer} /> },
          {
            id: "sites",
            title: t("people.sites"),
            count: customer.sites?.length,
            body: <Sites customer={customer} mayEdit={mayEdit} />,
          },
          { id: "people", title: t("people.people"), body: <People id={customer.customer} /> },
          ...customerTabs()
            .filter((tab) => tab.offered(customer.customer))
            .map(({ id, title, body: Body }) => ({
              id,
              title: t(title),
              body: <Body customer={customer} />,
            })),
        ]}
      />
      {editing && <CustomerDialog customer={customer} onClose={() => setEditing(false)} />}
      {merging && <MergeCustomerDialog subject={customer} onClose={() => setMerging(false)} />}
    </Page>
  );
}

function Card({ customer }: { customer: Customer }) {
  const lead = customer.lead;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Section title={t("people.contact")}>
        <Facts
          facts={[
            {
              name: t("people.lead"),
              value: lead && (
                <span className="inline-flex items-center gap-2">
                  <Avatar name={nameOf(lead)} size={22} />
                  {nameOf(lead)}
                </span>
              ),
            },
            {
              name: t("people.phones"),
              value: customer.phones?.length ? <PhoneLines phones={customer.phones} /> : "",
            },
            { name: t("people.domains"), value: customer.domains?.join(", ") },
            { name: t("people.sector"), value: customer.sector },
            {
              name: t("people.customerLanguage"),
              value: customer.language === "en" ? "English" : "polski",
            },
          ]}
        />
      </Section>
      <Section title={t("people.invoicing")}>
        <Facts
          facts={[
            { name: t("people.legalName"), value: customer.legalName },
            { name: "NIP", value: showNip(customer.nip ?? "") },
            { name: "REGON", value: customer.regon },
            { name: "KRS", value: customer.krs },
            { name: t("people.iban"), value: showIban(customer.iban ?? "") },
            {
              name: t("people.billingAddress"),
              value: customer.billingAddress && <AddressText address={customer.billingAddress} />,
            },
            {
              name: t("people.postalAddress"),
              value: customer.postalAddress && <AddressText address={customer.postalAddress} />,
            },
          ]}
        />
      </Section>
      <MergedCustomers merged={customer.merged} />
    </div>
  );
}

type OpenSite = { site?: Site } | undefined;

function Sites({ customer, mayEdit }: { customer: Customer; mayEdit: boolean }) {
  const [open, setOpen] = useState<OpenSite>();
  const sites = customer.sites ?? [];
  const key = `customer/${customer.customer}`;
  const remove = async (site: Site) => {
    const yes = await confirm({
      title: t("people.removeSite"),
      text: t("people.removeSiteText", { name: site.name }),
      action: t("ui.remove"),
    });
    if (yes && (await attempt(() => api.people.removeSite({ site: site.site })))) refresh(key);
  };
  return (
    <>
      {sites.length === 0 && (
        <Empty icon={MapPin} title={t("people.noSites")} text={t("people.noSitesText")} />
      )}
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {sites.map((site) => (
          <Section
            key={site.site}
            title={site.name}
            actions={
              mayEdit && (
                <>
                  <IconButton
                    icon={Pencil}
                    label={`${t("ui.edit")}: ${site.name}`}
                    onClick={() => setOpen({ site })}
                  />
                  <IconButton
                    icon={Trash2}
                    label={`${t("ui.remove")}: ${site.name}`}
                    onClick={() => void remove(site)}
                  />
                </>
              )
            }
          >
            <AddressText address={site.address} />
            <div className="mt-2">
              <HoursText hours={site.hours} text={site.hoursText} />
            </div>
          </Section>
        ))}
      </div>
      {mayEdit && (
        <Button icon={Plus} className="mt-4" onClick={() => setOpen({})}>
          {t("people.addSite")}
        </Button>
      )}
      {open && (
        <SiteDialog
          customer={customer.customer}
          site={open.site}
          onClose={() => setOpen(undefined)}
          onSaved={() => refresh(key)}
        />
      )}
    </>
  );
}

function People({ id }: { id: number }) {
  const shown = useResource(`persons/of/${id}`, () =>
    allPages((cursor) => api.people.listPersons({ customer: id, cursor, limit: 200 })),
  );
  return (
    <When shown={shown}>
      {(persons) =>
        persons.length === 0 ? (
          <Empty title={t("people.noPeopleHere")} />
        ) : (
          <Section flush>
            <ul>
              {persons.map((person) => (
                <li key={person.person} className="border-b border-line/60 last:border-0">
                  <Link
                    to="/people/$person"
                    params={{ person: String(person.person) }}
                    className="flex items-center gap-3 px-4 py-2.5 -outline-offset-2 hover:bg-hover"
                  >
                    <Avatar name={nameOf(person)} />
                    <span className="min-w-0 flex-1">
                      <span className="block truncate font-medium">{listName(person)}</span>
                      <span className="block truncate text-xs text-muted">
                        {[person.jobTitle, person.email, person.phone].filter(Boolean).join(" · ")}
                      </span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        )
      }
    </When>
  );
}
