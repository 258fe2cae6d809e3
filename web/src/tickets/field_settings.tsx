// Fields of the company's own and the forms that show them. Below "Advanced" until there is one.

import { ArrowDown, ArrowUp, ChevronRight, ListPlus, Plus, X } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { api } from "../api/client";
import type { Category, TicketField, TicketForm } from "../api/types";
import { useCommands } from "../base/commands";
import { type MessageId, t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { may } from "../base/session";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { Empty, When } from "../ui/empty";
import { Field, Select } from "../ui/field";
import { useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { fieldName, formFields, formsKey, loadFields, loadForms } from "./fields";
import { branches } from "./kinds";
import { fieldsKey } from "./reading";

const FieldForm = lazy(() => import("./field_form").then((file) => ({ default: file.FieldForm })));

interface OpenForm {
  category?: Category; // Absent: the general form.
  form?: TicketForm;
}

export function FieldSettings({ categories }: { categories: Category[] }) {
  const fields = useResource(fieldsKey, loadFields);
  const forms = useResource(formsKey, loadForms);
  const [open, setOpen] = useState<TicketField | "new">();
  const [form, setForm] = useState<OpenForm>();
  const mayEdit = may("tickets.configure");
  useCommands([
    {
      id: "tickets.fields.define",
      title: "tickets.fields.define",
      group: "tickets.settings",
      icon: ListPlus,
      offered: () => mayEdit,
      run: () => setOpen("new"),
    },
  ]);
  const known = fields.value?.items ?? [];
  const body = (
    <div className="space-y-4">
      <When shown={fields} lines={4}>
        {({ items }) => <FieldList fields={items} open={setOpen} mayEdit={mayEdit} />}
      </When>
      {known.length > 0 && (
        <When shown={forms} lines={3}>
          {({ items }) => (
            <Forms
              fields={known}
              forms={items}
              categories={categories}
              open={mayEdit ? setForm : undefined}
            />
          )}
        </When>
      )}
    </div>
  );
  return (
    <>
      {fields.value && known.length === 0 ? <Folded>{body}</Folded> : body}
      <Suspense>
        {open && (
          <FieldForm
            key={open === "new" ? "new" : open.id}
            field={open === "new" ? undefined : open}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
      {form && <EditForm {...form} fields={known} onClose={() => setForm(undefined)} />}
    </>
  );
}

function Folded({ children }: { children: ReactNode }) {
  return (
    <details className="group/own">
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink">
        <ChevronRight aria-hidden size={15} className="transition group-open/own:rotate-90" />
        {t("tickets.advanced")}: {t("tickets.fields.settings")}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}

interface FieldListProps {
  fields: TicketField[];
  open(field: TicketField | "new"): void;
  mayEdit: boolean;
}

function FieldList({ fields, open, mayEdit }: FieldListProps) {
  return (
    <Section
      title={t("tickets.fields.settings")}
      flush
      actions={
        mayEdit && (
          <Button size="small" icon={Plus} onClick={() => open("new")}>
            {t("tickets.fields.define")}
          </Button>
        )
      }
    >
      {fields.length === 0 ? (
        <Empty
          icon={ListPlus}
          title={t("tickets.fields.noFields")}
          text={t("tickets.fields.noFieldsText")}
        />
      ) : (
        <ul className="divide-y divide-line">
          {fields.map((field) => (
            <li key={field.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
              <div className="min-w-0 flex-1 basis-48">
                <span className={field.retiredAt ? "text-muted" : "font-medium"}>
                  {fieldName(field)}
                </span>
                <span className="block text-xs text-muted">
                  {t(`tickets.fields.kind.${field.kind}` as MessageId)}
                  {" · "}
                  <code>field.{field.key}</code>
                </span>
              </div>
              {field.need !== "never" && (
                <Badge tone="warn">{t(`tickets.fields.need.${field.need}` as MessageId)}</Badge>
              )}
              {field.customers !== "hidden" && (
                <Badge tone="info">
                  {t("tickets.fields.customersTitle")}:{" "}
                  {t(`tickets.fields.customers.${field.customers}` as MessageId).toLowerCase()}
                </Badge>
              )}
              {field.retiredAt && <Badge>{t("tickets.fields.retired")}</Badge>}
              {mayEdit && (
                <Button
                  size="small"
                  look="quiet"
                  aria-label={t("tickets.fields.editOf", { name: fieldName(field) })}
                  onClick={() => open(field)}
                >
                  {t("ui.edit")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

interface FormsProps {
  fields: TicketField[];
  forms: TicketForm[];
  categories: Category[];
  open?(form: OpenForm): void;
}

// The general one first, then the categories in their tree.
function Forms({ fields, forms, categories, open }: FormsProps) {
  const own = (category: Category | undefined) =>
    forms.find((form) => (form.category ?? undefined) === category?.id);
  const line = (category: Category | undefined, name: string, level: number) => {
    const form = own(category);
    const names = form && formFields(fields, form.fields).map(fieldName).join(", ");
    return (
      <li
        key={category?.id ?? 0}
        className={`flex flex-wrap items-center gap-x-3 py-2 pr-4 ${indents[level]}`}
      >
        <div className="min-w-0 flex-1 basis-48">
          <span className="font-medium">{name}</span>
          <span className="block text-xs text-muted">
            {names || t(form ? "tickets.fields.emptyForm" : "tickets.fields.inherited")}
          </span>
        </div>
        {open && (
          <Button
            size="small"
            look="quiet"
            aria-label={t("tickets.fields.editFormOf", { name })}
            onClick={() => open({ category, form })}
          >
            {t("ui.edit")}
          </Button>
        )}
      </li>
    );
  };
  return (
    <Section title={t("tickets.fields.forms")} flush>
      <ul className="divide-y divide-line">
        {line(undefined, t("tickets.fields.generalForm"), 0)}
        {branches(categories)
          .filter((branch) => !branch.retired)
          .map((branch) =>
            line(branch.category, branch.path.split(" / ").at(-1) ?? "", branch.level - 1),
          )}
      </ul>
    </Section>
  );
}

const indents = ["pl-4", "pl-9", "pl-14"];

interface EditFormProps extends OpenForm {
  fields: TicketField[];
  onClose(): void;
}

function EditForm({ category, form: stored, fields, onClose }: EditFormProps) {
  const [inherits, setInherits] = useState(!stored);
  const form = useForm({
    initial: { fields: formFields(fields, stored?.fields ?? []).map((field) => field.id) },
    send: ({ fields: ids }) =>
      api.tickets.saveForm({
        ...(category && { category: category.id }),
        ...(!inherits && { fields: ids }),
        seen: stored?.version ?? 0,
      }),
    done: () => {
      refresh(formsKey);
      refresh("fields/");
      onClose();
    },
  });
  const chosen = form.values.fields;
  const set = (ids: number[]) => {
    setInherits(false);
    form.set("fields", ids);
  };
  const move = (at: number, step: 1 | -1) => {
    const next = [...chosen];
    const [one] = next.splice(at, 1);
    if (one !== undefined) next.splice(at + step, 0, one);
    set(next);
  };
  const rest = fields.filter((field) => !field.retiredAt && !chosen.includes(field.id));
  const nameOf = (id: number) => {
    const field = fields.find((one) => one.id === id);
    return field ? fieldName(field) : "";
  };
  const title = category
    ? t("tickets.fields.editFormOf", { name: fieldName(category) })
    : t("tickets.fields.generalForm");
  return (
    <Dialog open title={title} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <p className="text-muted">
          {t(category ? "tickets.fields.formHint" : "tickets.fields.generalHint")}
        </p>
        {inherits && category ? (
          <p>{t("tickets.fields.inherited")}</p>
        ) : (
          <ol className="divide-y divide-line rounded-xl border border-line">
            {chosen.length === 0 && (
              <li className="px-3 py-2.5 text-muted">{t("tickets.fields.emptyForm")}</li>
            )}
            {chosen.map((id, at) => (
              <li key={id} className="flex items-center gap-1 py-0.5 pr-1 pl-3">
                <span className="min-w-0 flex-1 truncate">{nameOf(id)}</span>
                <IconButton
                  icon={ArrowUp}
                  label={t("tickets.fields.up", { name: nameOf(id) })}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={t("tickets.fields.down", { name: nameOf(id) })}
                  disabled={at === chosen.length - 1}
                  onClick={() => move(at, 1)}
                />
                <IconButton
                  icon={X}
                  label={t("tickets.fields.takeOff", { name: nameOf(id) })}
                  onClick={() => set(chosen.filter((one) => one !== id))}
                />
              </li>
            ))}
          </ol>
        )}
        {rest.length > 0 && (
          <Field label={t("tickets.fields.putOn")}>
            <Select
              name="add"
              value=""
              empty={t("ui.choose")}
              onChange={(event) => set([...chosen, Number(event.target.value)])}
              options={rest.map((field) => ({ value: String(field.id), label: fieldName(field) }))}
            />
          </Field>
        )}
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose}>
          {stored && category && !inherits && (
            <Button look="quiet" className="ml-auto" onClick={() => setInherits(true)}>
              {t("tickets.fields.inherit")}
            </Button>
          )}
        </Actions>
      </form>
    </Dialog>
  );
}
