// All people, family name first: ours and those of customers.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { Merge, UserPlus, Users } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { PersonSummary } from "../api/types";
import { t } from "../base/i18n";
import { usePages } from "../base/pages";
import { prefetch } from "../base/resource";
import { may } from "../base/session";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Empty } from "../ui/empty";
import { Choice } from "../ui/field";
import { type Column, Grid } from "../ui/grid";
import { ListBody, ListFilter } from "../ui/list";
import { Page } from "../ui/page";
import { PersonDialog } from "./forms";
import { listName } from "./model";

type Whose = "all" | "staff" | "customers";
export interface PeopleSearch {
  q?: string;
  whose?: Exclude<Whose, "all">;
  new?: boolean;
}

const belongs = (row: PersonSummary) =>
  row.isStaff
    ? t("people.ourCompany")
    : (row.customers ?? []).map((customer) => customer.name).join(", ");

const columns = (): Column<PersonSummary>[] => [
  {
    id: "name",
    title: t("people.name"),
    width: "minmax(0,1.4fr)",
    cell: (row) => (
      <span className={row.isDisabled ? "text-muted line-through" : "font-medium"}>
        {listName(row)}
      </span>
    ),
  },
  {
    id: "belongs",
    title: t("people.belongsTo"),
    width: "minmax(0,1.4fr)",
    cell: (row) =>
      row.isStaff ? <Badge tone="accent">{t("people.ourCompany")}</Badge> : belongs(row),
  },
  {
    id: "job",
    title: t("people.jobTitle"),
    width: "minmax(0,1fr)",
    cell: (row) => row.jobTitle,
  },
  { id: "email", title: t("people.email"), width: "minmax(0,1.5fr)", cell: (row) => row.email },
  {
    id: "phone",
    title: t("people.phone"),
    width: "8.5rem",
    cell: (row) => <span className="tabular-nums">{row.phone}</span>,
  },
];

export function People() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as PeopleSearch;
  const [creating, setCreating] = useState(false);
  const q = search.q ?? "";
  const whose = search.whose ?? "all";
  const staff = whose === "all" ? undefined : whose === "staff";
  const question = `people?${whose}&${q}`;
  const pages = usePages(question, (cursor) => api.people.listPersons({ q, staff, cursor }));
  const show = (change: PeopleSearch) =>
    navigate({ to: "/people", search: { ...search, ...change }, replace: true });
  const open = (row: PersonSummary) =>
    navigate({ to: "/people/$person", params: { person: String(row.person) } });

  return (
    <Page
      fill
      title={t("people.people")}
      actions={
        <>
          <ListFilter value={q} onChange={(text) => show({ q: text || undefined })} />
          {may("people.merge_persons") && (
            <Button
              icon={Merge}
              onClick={() => navigate({ to: "/duplicates", search: { tab: "persons" } })}
            >
              {t("people.duplicates")}
            </Button>
          )}
          {may("people.edit_persons") && (
            <Button look="main" icon={UserPlus} onClick={() => setCreating(true)}>
              {t("people.newPerson")}
            </Button>
          )}
        </>
      }
    >
      <div className="mb-3 [&_legend]:sr-only">
        <Choice<Whose>
          label={t("people.whose")}
          value={whose}
          onChange={(next) => show({ whose: next === "all" ? undefined : next })}
          options={[
            { value: "all", label: t("people.everybody") },
            { value: "staff", label: t("people.ourCompany") },
            { value: "customers", label: t("people.customers") },
          ]}
        />
      </div>
      <ListBody
        pages={pages}
        empty={<Empty icon={Users} title={q ? t("ui.nothingFound") : t("people.noPeople")} />}
      >
        <Grid
          label={t("people.people")}
          rows={pages.rows}
          idOf={(row) => row.person}
          columns={columns()}
          complete={pages.complete}
          more={pages.more}
          resetKey={question}
          href={(row) => `/people/${row.person}`}
          open={open}
          near={(row) =>
            prefetch(`person/${row.person}`, () => api.people.showPerson({ person: row.person }))
          }
          phone={(row) => (
            <>
              <span className="block truncate font-medium">{listName(row)}</span>
              <span className="block truncate text-xs text-muted">
                {[belongs(row), row.phone || row.email].filter(Boolean).join(" · ")}
              </span>
            </>
          )}
        />
      </ListBody>
      {(creating || search.new) && (
        <PersonDialog
          onClose={() => {
            setCreating(false);
            if (search.new) void show({ new: undefined });
          }}
          onSaved={(person) =>
            navigate({ to: "/people/$person", params: { person: String(person.person) } })
          }
        />
      )}
    </Page>
  );
}
