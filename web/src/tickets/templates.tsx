// The templates of tickets, in the settings: what each begins with, and which ones customers see as
// ready forms.

import { FileText, Plus } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Impact, TicketTemplate, TicketType, Urgency } from "../api/types";
import { t } from "../base/i18n";
import { put, refresh, useResource } from "../base/resource";
import { may } from "../base/session";
import { nameIn } from "../tiers/model";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { Empty, When } from "../ui/empty";
import { Checkbox, Field, Input, Select, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { categoriesKey, categoryOptions, loadCategories, ticketTypes, typeText } from "./kinds";
import { impacts, impactText, urgencies, urgencyText } from "./model";
import { loadTemplates, templatesKey } from "./template_choice";

export function Templates() {
  const shown = useResource(templatesKey, loadTemplates);
  const [open, setOpen] = useState<TicketTemplate | "new">();
  const mayEdit = may("tickets.configure");
  const start = () => attempt(async () => put(templatesKey, await api.tickets.startTemplates()));
  return (
    <Section
      title={t("tickets.templates")}
      flush
      actions={
        mayEdit && (
          <>
            <Button size="small" onClick={() => void start()}>
              {t("tickets.template.start")}
            </Button>
            <Button size="small" icon={Plus} onClick={() => setOpen("new")}>
              {t("tickets.template.add")}
            </Button>
          </>
        )
      }
    >
      <When shown={shown} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon={FileText}
              title={t("tickets.template.empty")}
              text={t("tickets.template.emptyText")}
            />
          ) : (
            <ul className="divide-y divide-line">
              {items.map((one) => (
                <li key={one.id} className="flex min-h-11 flex-wrap items-center gap-2 px-4 py-1.5">
                  <span className={one.retiredAt ? "text-muted" : undefined}>{nameIn(one)}</span>
                  {one.forCustomers && (
                    <Badge tone="accent">{t("tickets.template.forCustomers")}</Badge>
                  )}
                  {one.needsApproval && (
                    <Badge tone="info">{t("tickets.template.needsApproval")}</Badge>
                  )}
                  {one.retiredAt && <Badge>{t("tickets.retired")}</Badge>}
                  {mayEdit && (
                    <Button
                      size="small"
                      look="quiet"
                      className="ml-auto"
                      aria-label={t("tickets.template.editOf", { name: nameIn(one) })}
                      onClick={() => setOpen(one)}
                    >
                      {t("tickets.template.edit")}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </When>
      {open && (
        <EditTemplate
          key={open === "new" ? "new" : open.id}
          template={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  );
}

const lines = (steps: string[] | undefined) => (steps ?? []).join("\n");

interface EditProps {
  template?: TicketTemplate;
  onClose(): void;
}

function EditTemplate({ template: one, onClose }: EditProps) {
  const categories = useResource(categoriesKey, loadCategories, true).value?.items ?? [];
  const form = useForm({
    initial: {
      namePl: one?.namePl ?? "",
      nameEn: one?.nameEn ?? "",
      textPl: one?.textPl ?? "",
      textEn: one?.textEn ?? "",
      checklistPl: lines(one?.checklistPl),
      checklistEn: lines(one?.checklistEn),
      type: one?.type ?? ("request" as TicketType),
      category: one?.category ? String(one.category) : "",
      impact: one?.impact ?? ("low" as Impact),
      urgency: one?.urgency ?? ("medium" as Urgency),
      forCustomers: one?.forCustomers ?? false,
      needsApproval: one?.needsApproval ?? false,
      retired: Boolean(one?.retiredAt),
    },
    check: (values) => ({
      namePl: values.namePl.trim() ? undefined : "required",
      nameEn: values.nameEn.trim() ? undefined : "required",
    }),
    send: ({ checklistPl, checklistEn, category, retired, ...values }) => {
      const wish = {
        ...values,
        checklistPl: checklistPl.split("\n"),
        checklistEn: checklistEn.split("\n"),
      };
      const chosen = Number(category) || undefined;
      return one
        ? api.tickets.editTemplate(
            { id: one.id, ...wish, category: chosen ?? null, retired },
            { version: one.version },
          )
        : api.tickets.makeTemplate({ ...wish, ...(chosen && { category: chosen }) });
    },
    done: () => {
      refresh(templatesKey);
      onClose();
    },
  });
  const box = (name: "forCustomers" | "needsApproval" | "retired") => ({
    name,
    checked: form.values[name],
    onChange: (event: { target: { checked: boolean } }) => form.set(name, event.target.checked),
  });
  const both = (name: "text" | "checklist", rows: number) =>
    (["Pl", "En"] as const).map((lang) => (
      <Field
        key={lang}
        label={t(`tickets.template.${name}${lang}`)}
        hint={t(`tickets.template.${name}Hint`)}
        error={form.error(`${name}${lang}`)}
        optional
      >
        <Textarea {...text(form, `${name}${lang}`)} rows={rows} maxLength={5000} />
      </Field>
    ));
  return (
    <Dialog
      open
      wide
      title={t(one ? "tickets.template.edit" : "tickets.template.add")}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tickets.namePl")} error={form.error("namePl")} required>
            <Input {...text(form, "namePl")} maxLength={100} autoFocus />
          </Field>
          <Field label={t("tickets.nameEn")} error={form.error("nameEn")} required>
            <Input {...text(form, "nameEn")} maxLength={100} />
          </Field>
          {both("text", 6)}
          {both("checklist", 6)}
          <Field label={t("tickets.typeTitle")}>
            <Select
              {...text(form, "type")}
              options={ticketTypes.map((type) => ({ value: type, label: typeText(type) }))}
            />
          </Field>
          <Field label={t("tickets.category")} error={form.error("category")}>
            <Select
              {...text(form, "category")}
              empty={t("tickets.noCategory")}
              options={categoryOptions(categories, one?.category)}
            />
          </Field>
          <Field label={t("tickets.impactTitle")}>
            <Select
              {...text(form, "impact")}
              options={impacts.map((each) => ({ value: each, label: impactText(each) }))}
            />
          </Field>
          <Field label={t("tickets.urgencyTitle")}>
            <Select
              {...text(form, "urgency")}
              options={urgencies.map((each) => ({ value: each, label: urgencyText(each) }))}
            />
          </Field>
        </div>
        <Checkbox label={t("tickets.template.forCustomers")} {...box("forCustomers")} />
        <Checkbox
          label={t("tickets.template.needsApproval")}
          hint={t("tickets.template.needsApprovalHint")}
          {...box("needsApproval")}
        />
        {one && (
          <Checkbox
            label={t("tickets.retire")}
            hint={t("tickets.template.retireHint")}
            {...box("retired")}
          />
        )}
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
