// One person: how to reach them, where they belong, what they may do.

import { Link, useParams } from "@tanstack/react-router";
import {
  Download,
  Eraser,
  KeyRound,
  MailPlus,
  Merge,
  Pencil,
  Plus,
  Trash2,
  Undo2,
  UserCheck,
  UserX,
} from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { LinkKind, Person, PersonGrant, Role } from "../api/types";
import { type Command, useCommands } from "../base/commands";
import { onPerson } from "../base/feature";
import { t } from "../base/i18n";
import { forgetPages } from "../base/pages";
import { refresh, useResource } from "../base/resource";
import { may, nameOf, useSession } from "../base/session";
import { moment } from "../base/time";
import { Avatar, Badge } from "../ui/badge";
import { Button, ButtonOf, IconButton } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { confirm } from "../ui/confirm";
import { Actions, Dialog } from "../ui/dialog";
import { Failure, Skeleton, When } from "../ui/empty";
import { Field, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Facts, Page, Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt, tell } from "../ui/toast";
import { MailLines, PhoneLines } from "./editors";
import { findCustomers } from "./finders";
import { MergePersonDialog, PersonDialog } from "./forms";
import { unmergePerson } from "./merge_model";
import { MergedPersonBanner, MergedPersons } from "./merged";
import { companyRoles, customerRoles } from "./model";
import { formOfAddressText, roleText } from "./words";

export function PersonPage() {
  const params = useParams({ strict: false }) as { person: string };
  const id = Number(params.person);
  const shown = useResource(`person/${id}`, () => api.people.showPerson({ person: id }));
  if (shown.value) return <Loaded person={shown.value} />;
  return (
    <Page title={t("people.person")}>
      {shown.error ? <Failure problem={shown.error} /> : <Skeleton lines={8} />}
    </Page>
  );
}

async function sendLink(person: Person, kind: LinkKind) {
  await attempt(async () => {
    const sent = await api.people.sendLink({ person: person.person, kind });
    tell(t("people.linkSent", { address: sent.address }));
  });
}

async function setDisabled(person: Person, disabled: boolean) {
  const wish = { person: person.person };
  if (disabled) {
    const yes = await confirm({
      title: t("people.disable"),
      text: t("people.disableText", { name: nameOf(person) }),
      action: t("people.disable"),
    });
    if (!yes) return;
  }
  const done = await attempt(() =>
    disabled ? api.people.disablePerson(wish) : api.people.enablePerson(wish),
  );
  if (!done) return;
  forgetPages();
  refresh(`person/${person.person}`);
}

async function download(person: Person) {
  await attempt(async () => {
    const data = await api.people.exportPerson({ person: person.person });
    const link = document.createElement("a");
    const file = new Blob([JSON.stringify(data, null, 2)], { type: "application/json" });
    link.href = URL.createObjectURL(file);
    link.download = `person-${person.person}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

async function erase(person: Person) {
  const yes = await confirm({
    title: t("people.erase"),
    text: t("people.eraseText", { name: nameOf(person) }),
    action: t("people.erase"),
  });
  if (!yes) return;
  const wish = { person: person.person };
  if (!(await attempt(() => api.people.erasePerson(wish), t("people.erasedNow")))) return;
  forgetPages();
  refresh(`person/${person.person}`);
  refresh(`grants/${person.person}`);
}

// These live in the palette: rare, and no button should invite to them.
const rare = new Set(["people.export", "people.erase", "people.unmerge"]);
// What a merged person still knows; the rest is done with the one they go on as.
const whenMerged = new Set(["people.export", "people.unmerge"]);

function useActions(person: Person, edit: () => void, merge: () => void): Command[] {
  const session = useSession();
  const own = person.person === session.person;
  const noMail = () => (person.emails?.length ? undefined : t("people.noEmail"));
  const group = "people.person" as const;
  const actions: Command[] = [
    {
      id: "people.editPerson",
      title: "people.editPerson",
      group,
      keys: "e",
      icon: Pencil,
      offered: () => own || may("people.edit_persons"),
      run: edit,
    },
    {
      id: "people.invite",
      title: "people.invite",
      group,
      icon: MailPlus,
      offered: () => !own && may("people.invite"),
      blocked: noMail,
      run: () => sendLink(person, "invitation"),
    },
    {
      id: "people.resetPassword",
      title: "people.resetPassword",
      group,
      icon: KeyRound,
      offered: () => !own && may("people.invite"),
      blocked: noMail,
      run: () => sendLink(person, "password_reset"),
    },
    person.disabledAt
      ? {
          id: "people.enable",
          title: "people.enable",
          group,
          icon: UserCheck,
          offered: () => !own && may("people.manage_access"),
          run: () => setDisabled(person, false),
        }
      : {
          id: "people.disable",
          title: "people.disable",
          group,
          icon: UserX,
          offered: () => !own && may("people.manage_access"),
          run: () => setDisabled(person, true),
        },
    person.mergedInto
      ? {
          id: "people.unmerge",
          title: "people.unmerge",
          group,
          icon: Undo2,
          offered: () => may("people.merge_persons") && !person.erasedAt,
          run: () => void unmergePerson(person.person, person.mergedInto?.person),
        }
      : {
          id: "people.mergePerson",
          title: "people.mergePerson",
          group,
          icon: Merge,
          offered: () => !own && may("people.merge_persons") && !person.erasedAt,
          run: merge,
        },
    {
      id: "people.export",
      title: "people.export",
      group,
      icon: Download,
      offered: () => own || may("people.export_persons"),
      run: () => download(person),
    },
    {
      id: "people.erase",
      title: "people.erase",
      group,
      icon: Eraser,
      offered: () => !own && may("people.erase_persons"),
      blocked: () => (person.erasedAt ? t("refusal.people.person_erased") : undefined),
      run: () => erase(person),
    },
  ];
  const shown = person.mergedInto ? actions.filter(({ id }) => whenMerged.has(id)) : actions;
  useCommands(shown);
  return shown.filter((action) => action.offered?.() !== false);
}

function Loaded({ person }: { person: Person }) {
  const [editing, setEditing] = useState(false);
  const [merging, setMerging] = useState(false);
  const actions = useActions(
    person,
    () => setEditing(true),
    () => setMerging(true),
  );
  const name = nameOf(person);
  return (
    <Page
      title={name}
      above={
        <Link to="/people" className="hover:underline">
          {t("people.people")}
        </Link>
      }
      marks={
        <>
          {person.isStaff && <Badge tone="accent">{t("people.ourCompany")}</Badge>}
          {person.disabledAt && <Badge tone="danger">{t("people.disabled")}</Badge>}
          {person.erasedAt && <Badge tone="danger">{t("people.erased")}</Badge>}
        </>
      }
      actions={actions
        .filter((action) => !rare.has(action.id))
        .map((action) => <ButtonOf key={action.id} command={action} />)}
    >
      <MergedPersonBanner person={person} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Section>
          <div className="mb-4 flex items-center gap-3">
            <Avatar name={name} size={48} />
            <div>
              <p className="text-base font-semibold">{name}</p>
              <p className="text-muted">{person.jobTitle}</p>
            </div>
          </div>
          <Card person={person} />
        </Section>
        {may("people.read_grants") && !person.mergedInto && <Grants person={person} />}
        <MergedPersons merged={person.merged} />
      </div>
      {onPerson().map(({ id, onPerson: Part }) => Part && <Part key={id} person={person} />)}
      {editing && <PersonDialog person={person} onClose={() => setEditing(false)} />}
      {merging && <MergePersonDialog subject={person} onClose={() => setMerging(false)} />}
    </Page>
  );
}

function Card({ person }: { person: Person }) {
  const greeting = person.formOfAddress ? formOfAddressText(person.formOfAddress) : "";
  return (
    <Facts
      facts={[
        {
          name: t("people.emails"),
          value: person.emails?.length ? <MailLines addresses={person.emails} /> : "",
        },
        {
          name: t("people.phones"),
          value: person.phones?.length ? <PhoneLines phones={person.phones} /> : "",
        },
        {
          name: t("people.customers"),
          value: person.customers?.length
            ? person.customers.map((customer) => (
                <Link
                  key={customer.customer}
                  to="/customers/$customer"
                  params={{ customer: String(customer.customer) }}
                  className="block text-accent-text hover:underline"
                >
                  {customer.name}
                </Link>
              ))
            : "",
        },
        {
          name: t("people.language"),
          value: person.language && (person.language === "pl" ? "polski" : "English"),
        },
        {
          name: t("people.formOfAddress"),
          value: [greeting, person.vocative].filter(Boolean).join(" · "),
        },
        { name: t("people.personNotes"), value: person.notes },
      ]}
    />
  );
}

// --- Roles

function Grants({ person }: { person: Person }) {
  const key = `grants/${person.person}`;
  const [giving, setGiving] = useState(false);
  const shown = useResource(key, () => api.people.listGrants({ person: person.person }));
  const mayManage = may("people.manage_access");
  const take = async (grant: PersonGrant) => {
    const yes = await confirm({
      title: t("people.takeRole"),
      text: t("people.takeRoleText", { role: roleText(grant.role), name: nameOf(person) }),
      action: t("people.takeRole"),
    });
    if (yes && (await attempt(() => api.people.takeGrant({ grant: grant.id })))) refresh(key);
  };
  return (
    <Section
      flush
      title={t("people.roles")}
      actions={
        mayManage && (
          <Button size="small" icon={Plus} onClick={() => setGiving(true)}>
            {t("people.giveRole")}
          </Button>
        )
      }
    >
      <When shown={shown}>
        {(list) => (
          <ul>
            {list.items.length === 0 && <li className="p-4 text-muted">{t("people.noRoles")}</li>}
            {list.items.map((grant) => (
              <li
                key={grant.id}
                className="flex items-center gap-2 border-b border-line/60 px-4 py-2 last:border-0"
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{roleText(grant.role)}</span>
                  <span className="block text-xs text-muted">
                    {placeOf(grant, person)} · {moment(grant.grantedAt)}
                  </span>
                </span>
                {mayManage && (
                  <IconButton
                    icon={Trash2}
                    label={`${t("people.takeRole")}: ${roleText(grant.role)}`}
                    onClick={() => void take(grant)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </When>
      {giving && (
        <GiveRole
          person={person}
          onClose={() => setGiving(false)}
          onGiven={() => {
            refresh(key);
            refresh(`person/${person.person}`);
          }}
        />
      )}
    </Section>
  );
}

function placeOf(grant: PersonGrant, person: Person): string {
  if (!grant.customer) return t("people.wholeCompany");
  const known = person.customers?.find((one) => one.customer === grant.customer);
  return known?.name ?? t("people.customerNumber", { number: grant.customer });
}

interface GiveRoleProps {
  person: Person;
  onClose(): void;
  onGiven(): void;
}

function GiveRole({ person, onClose, onGiven }: GiveRoleProps) {
  const first = person.customers?.[0];
  const form = useForm({
    initial: {
      role: (person.isStaff ? "technician" : "customer_user") as Role,
      customer:
        first && !person.isStaff
          ? ({ id: first.customer, label: first.name } as Found)
          : (undefined as Found | undefined),
    },
    send: (values) =>
      api.people.giveGrant({
        person: person.person,
        role: values.role,
        customer: values.customer?.id,
      }),
    done: () => {
      onGiven();
      onClose();
    },
  });
  const roles = person.isStaff ? companyRoles : customerRoles;
  return (
    <Dialog open title={t("people.giveRole")} note={nameOf(person)} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("people.role")} error={form.error("role")}>
          <Select
            {...text(form, "role")}
            options={roles.map((role) => ({ value: role, label: roleText(role) }))}
          />
        </Field>
        <Field
          label={t("people.customer")}
          hint={person.isStaff ? t("people.roleCustomerHint") : undefined}
          error={form.error("customer")}
          optional={person.isStaff}
        >
          <Combobox
            name="customer"
            chosen={form.values.customer}
            onChoose={(customer) => form.set("customer", customer)}
            find={findCustomers}
          />
        </Field>
        <Actions label={t("people.giveRole")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
