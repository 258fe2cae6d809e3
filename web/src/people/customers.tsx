// All customers, in Polish order.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { Building2, Merge, Plus } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { CustomerSummary } from "../api/types";
import { t } from "../base/i18n";
import { usePages } from "../base/pages";
import { prefetch } from "../base/resource";
import { may, mayEverywhere } from "../base/session";
import { Button } from "../ui/button";
import { Empty } from "../ui/empty";
import { type Column, Grid } from "../ui/grid";
import { ListBody, ListFilter } from "../ui/list";
import { Page } from "../ui/page";
import { CustomerDialog } from "./forms";
import { Marks, refName } from "./marks";
import { showNip } from "./model";

const columns = (): Column<CustomerSummary>[] => [
  {
    id: "name",
    title: t("people.customerName"),
    width: "minmax(0,2.2fr)",
    cell: (row) => (
      <>
        <span className="font-medium">{row.name}</span>
        {row.legalName && row.legalName !== row.name && (
          <span className="ml-2 text-muted">{row.legalName}</span>
        )}
      </>
    ),
  },
  {
    id: "marks",
    title: t("people.marks"),
    width: "9rem",
    cell: (row) => (
      <span className="inline-flex gap-1">
        <Marks marks={row.marks} />
      </span>
    ),
  },
  { id: "city", title: t("people.city"), width: "minmax(0,1fr)", cell: (row) => row.city },
  { id: "nip", title: "NIP", width: "8.5rem", cell: (row) => showNip(row.nip ?? "") },
  { id: "lead", title: t("people.lead"), width: "minmax(0,1fr)", cell: (row) => refName(row.lead) },
];

export function Customers() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { q?: string; new?: boolean };
  const [creating, setCreating] = useState(false);
  const q = search.q ?? "";
  const pages = usePages(`customers?${q}`, (cursor) => api.people.listCustomers({ q, cursor }));
  const mayEdit = may("people.edit_customers");
  const open = (row: CustomerSummary) =>
    navigate({ to: "/customers/$customer", params: { customer: String(row.customer) } });

  return (
    <Page
      fill
      title={t("people.customers")}
      actions={
        <>
          <ListFilter
            value={q}
            onChange={(text) =>
              navigate({ to: "/customers", search: { q: text || undefined }, replace: true })
            }
          />
          {mayEverywhere("people.merge_customers") && (
            <Button
              icon={Merge}
              onClick={() => navigate({ to: "/duplicates", search: { tab: "customers" } })}
            >
              {t("people.duplicates")}
            </Button>
          )}
          {mayEdit && (
            <Button look="main" icon={Plus} onClick={() => setCreating(true)}>
              {t("people.newCustomer")}
            </Button>
          )}
        </>
      }
    >
      <ListBody
        pages={pages}
        empty={
          <Empty
            icon={Building2}
            title={q ? t("ui.nothingFound") : t("people.noCustomers")}
            text={q ? undefined : t("people.noCustomersText")}
          />
        }
      >
        <Grid
          label={t("people.customers")}
          rows={pages.rows}
          idOf={(row) => row.customer}
          columns={columns()}
          complete={pages.complete}
          more={pages.more}
          resetKey={q}
          href={(row) => `/customers/${row.customer}`}
          open={open}
          near={(row) =>
            prefetch(`customer/${row.customer}`, () =>
              api.people.showCustomer({ customer: row.customer }),
            )
          }
          phone={(row) => (
            <>
              <span className="flex items-center gap-2">
                <span className="truncate font-medium">{row.name}</span>
                <Marks marks={row.marks} />
              </span>
              <span className="block truncate text-xs text-muted">
                {[row.city, refName(row.lead)].filter(Boolean).join(" · ")}
              </span>
            </>
          )}
        />
      </ListBody>
      {(creating || search.new) && (
        <CustomerDialog
          onClose={() => {
            setCreating(false);
            if (search.new) void navigate({ to: "/customers", search: {}, replace: true });
          }}
          onSaved={(customer) =>
            navigate({
              to: "/customers/$customer",
              params: { customer: String(customer.customer) },
            })
          }
        />
      )}
    </Page>
  );
}
