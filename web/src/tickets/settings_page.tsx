// How this company works with tickets: what their form shows, the matrix of priorities, and the tree
// of categories.

import { FolderTree, Pencil, Plus } from "lucide-react";
import { type ComponentType, lazy, Suspense, useState } from "react";
import { api } from "../api/client";
import type { Category, DeskSettings, Impact, Priority, Urgency } from "../api/types";
import { t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { may } from "../base/session";
import { nameIn } from "../tiers/model";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { Empty, Skeleton, When } from "../ui/empty";
import { Checkbox, Field, Input, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Page, Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { PriorityBadge } from "./badges";
import {
  branches,
  categoriesKey,
  loadCategories,
  loadSettings,
  parentOptions,
  sectors,
  sectorText,
  settingsKey,
} from "./kinds";
import { impacts, impactText, priorities, priorityText, urgencies, urgencyText } from "./model";

const part = <Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) => lazy(() => load().then((file) => ({ default: file[name] })));

// Each with its editor: more than a first page may weigh.
const FieldSettings = part(() => import("./field_settings"), "FieldSettings");
const MacroList = part(() => import("./macro_list"), "MacroList");
const Recurrences = part(() => import("./recurrences"), "Recurrences");
const States = part(() => import("./state_settings"), "States");
const Tags = part(() => import("./tag_settings"), "Tags");
const Templates = part(() => import("./templates"), "Templates");

type OpenForm = "settings" | "starters" | "new" | Category;

export function SettingsPage() {
  const settings = useResource(settingsKey, loadSettings);
  const categories = useResource(categoriesKey, loadCategories);
  const [open, setOpen] = useState<OpenForm>();
  const close = () => setOpen(undefined);
  const known = categories.value?.items ?? [];
  return (
    <Page
      title={t("tickets.settings")}
      actions={
        settings.value &&
        may("tickets.configure") && (
          <Button icon={Pencil} onClick={() => setOpen("settings")}>
            {t("tickets.editSettings")}
          </Button>
        )
      }
    >
      <div className="space-y-4">
        <When shown={settings} lines={6}>
          {(now) => (
            <>
              <Shown settings={now} />
              <Matrix settings={now} />
            </>
          )}
        </When>
        <When shown={categories} lines={6}>
          {({ items }) => <Tree categories={items} open={setOpen} />}
        </When>
        <Suspense fallback={<Skeleton lines={12} />}>
          <Templates />
          {may("tickets.configure") && <MacroList />}
          {may("tickets.configure") && <Recurrences />}
          {may("tickets.see_notes") && <Tags />}
          <FieldSettings categories={known} />
          {may("tickets.see_notes") && <States />}
        </Suspense>
      </div>
      {open === "settings" && settings.value && (
        <EditSettings settings={settings.value} onClose={close} />
      )}
      {open === "starters" && <Starters onClose={close} />}
      {open === "new" && <EditCategory all={known} onClose={close} />}
      {typeof open === "object" && (
        <EditCategory key={open.id} category={open} all={known} onClose={close} />
      )}
    </Page>
  );
}

function Shown({ settings }: { settings: DeskSettings }) {
  const shown = [
    settings.showsType && t("tickets.typeTitle"),
    settings.showsCategory && t("tickets.category"),
  ].filter(Boolean);
  return (
    <p className="max-w-2xl text-muted">
      {shown.length === 0
        ? t("tickets.formPlain")
        : t("tickets.formShows", { fields: shown.join(", ") })}{" "}
      {t(settings.asksForRatings ? "tickets.rating.asks" : "tickets.rating.asksNot")}
    </p>
  );
}

const cellOf = (settings: Pick<DeskSettings, "priorities">, impact: Impact, urgency: Urgency) =>
  settings.priorities.find((rule) => rule.impact === impact && rule.urgency === urgency)
    ?.priority ?? "normal";

function Matrix({ settings }: { settings: DeskSettings }) {
  return (
    <Section title={t("tickets.matrix")} flush>
      <div className="overflow-x-auto">
        <MatrixTable
          cell={(impact, urgency) => (
            <PriorityBadge ticket={{ priority: cellOf(settings, impact, urgency) }} />
          )}
        />
      </div>
    </Section>
  );
}

function MatrixTable({ cell }: { cell(impact: Impact, urgency: Urgency): React.ReactNode }) {
  return (
    <table className="w-full text-left">
      <caption className="sr-only">{t("tickets.matrix")}</caption>
      <thead>
        <tr className="border-b border-line text-xs text-muted">
          <th scope="col" className="px-4 py-2 font-medium">
            {t("tickets.impactTitle")} \ {t("tickets.urgencyTitle")}
          </th>
          {urgencies.map((urgency) => (
            <th key={urgency} scope="col" className="px-3 py-2 font-medium">
              {urgencyText(urgency)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {impacts.map((impact) => (
          <tr key={impact}>
            <th scope="row" className="px-4 py-2 font-normal">
              {impactText(impact)}
            </th>
            {urgencies.map((urgency) => (
              <td key={urgency} className="px-3 py-2">
                {cell(impact, urgency)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const indents = ["pl-4", "pl-9", "pl-14"];

function Tree({ categories, open }: { categories: Category[]; open(form: OpenForm): void }) {
  const mayEdit = may("tickets.configure");
  return (
    <Section
      title={t("tickets.categories")}
      flush
      actions={
        mayEdit && (
          <>
            <Button size="small" onClick={() => open("starters")}>
              {t("tickets.startCategories")}
            </Button>
            <Button size="small" icon={Plus} onClick={() => open("new")}>
              {t("tickets.addCategory")}
            </Button>
          </>
        )
      }
    >
      {categories.length === 0 ? (
        <Empty
          icon={FolderTree}
          title={t("tickets.noCategories")}
          text={t("tickets.noCategoriesText")}
        />
      ) : (
        <ul className="divide-y divide-line">
          {branches(categories).map(({ category, level, retired }) => (
            <li
              key={category.id}
              className={`flex min-h-11 items-center gap-3 py-1.5 pr-4 ${indents[level - 1]}`}
            >
              <span className={retired ? "text-muted" : undefined}>{nameIn(category)}</span>
              {category.retiredAt && <Badge>{t("tickets.retired")}</Badge>}
              {mayEdit && (
                <Button
                  size="small"
                  look="quiet"
                  className="ml-auto"
                  aria-label={t("tickets.editCategoryOf", { name: nameIn(category) })}
                  onClick={() => open(category)}
                >
                  {t("tickets.editCategory")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function EditSettings({ settings, onClose }: { settings: DeskSettings; onClose(): void }) {
  const form = useForm({
    initial: {
      showsType: settings.showsType,
      showsCategory: settings.showsCategory,
      asksForRatings: settings.asksForRatings,
      priorities: settings.priorities,
    },
    send: (values) => api.tickets.editSettings(values, { version: settings.version }),
    done: () => {
      refresh(settingsKey);
      onClose();
    },
  });
  const change = (impact: Impact, urgency: Urgency, priority: Priority) =>
    form.set(
      "priorities",
      form.values.priorities.map((rule) =>
        rule.impact === impact && rule.urgency === urgency ? { ...rule, priority } : rule,
      ),
    );
  return (
    <Dialog open wide title={t("tickets.editSettings")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <fieldset>
          <legend className="mb-1 text-sm font-semibold">{t("tickets.onForm")}</legend>
          <Checkbox
            name="showsType"
            label={t("tickets.typeTitle")}
            checked={form.values.showsType}
            onChange={(event) => form.set("showsType", event.target.checked)}
          />
          <Checkbox
            name="showsCategory"
            label={t("tickets.category")}
            checked={form.values.showsCategory}
            onChange={(event) => form.set("showsCategory", event.target.checked)}
          />
        </fieldset>
        <Checkbox
          name="asksForRatings"
          label={t("tickets.rating.ask")}
          hint={t("tickets.rating.askHint")}
          checked={form.values.asksForRatings}
          onChange={(event) => form.set("asksForRatings", event.target.checked)}
        />
        <fieldset>
          <legend className="text-sm font-semibold">{t("tickets.matrix")}</legend>
          <p className="mb-2 text-xs text-muted">{t("tickets.matrixHint")}</p>
          <div className="overflow-x-auto rounded-xl border border-line">
            <MatrixTable
              cell={(impact, urgency) => (
                <Select
                  name={`${impact}/${urgency}`}
                  className="min-w-28"
                  aria-label={`${impactText(impact)}, ${urgencyText(urgency)}`}
                  value={cellOf(form.values, impact, urgency)}
                  onChange={(event) => change(impact, urgency, event.target.value as Priority)}
                  options={priorities.map((one) => ({ value: one, label: priorityText(one) }))}
                />
              )}
            />
          </div>
        </fieldset>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function Starters({ onClose }: { onClose(): void }) {
  const form = useForm({
    initial: { sector: "office" },
    send: (values) =>
      api.tickets.startCategories({ sector: values.sector as (typeof sectors)[number] }),
    done: () => {
      refresh(categoriesKey);
      onClose();
    },
  });
  return (
    <Dialog open title={t("tickets.startCategories")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tickets.sectorTitle")} hint={t("tickets.sectorHint")}>
          <Select
            {...text(form, "sector")}
            options={sectors.map((one) => ({ value: one, label: sectorText(one) }))}
          />
        </Field>
        <Actions label={t("tickets.addMissing")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

interface EditCategoryProps {
  category?: Category;
  all: Category[];
  onClose(): void;
}

function EditCategory({ category, all, onClose }: EditCategoryProps) {
  const form = useForm({
    initial: {
      namePl: category?.namePl ?? "",
      nameEn: category?.nameEn ?? "",
      parent: category?.parent ? String(category.parent) : "",
      retired: Boolean(category?.retiredAt),
    },
    check: (values) => ({
      namePl: values.namePl.trim() ? undefined : "required",
      nameEn: values.nameEn.trim() ? undefined : "required",
    }),
    send: ({ namePl, nameEn, parent, retired }) => {
      const names = { namePl: namePl.trim(), nameEn: nameEn.trim() };
      const above = Number(parent) || undefined;
      if (!category) return api.tickets.addCategory({ ...names, ...(above && { parent: above }) });
      return api.tickets.editCategory(
        { category: category.id, ...names, parent: above ?? null, retired },
        { version: category.version },
      );
    },
    done: () => {
      refresh(categoriesKey);
      onClose();
    },
  });
  const options = parentOptions(all, category);
  return (
    <Dialog
      open
      title={t(category ? "tickets.editCategory" : "tickets.addCategory")}
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
        </div>
        <Field label={t("tickets.parentCategory")} error={form.error("parent")}>
          <Select {...text(form, "parent")} empty={t("tickets.noParent")} options={options} />
        </Field>
        {category && (
          <Checkbox
            name="retired"
            label={t("tickets.retire")}
            hint={t("tickets.retireHint")}
            checked={form.values.retired}
            onChange={(event) => form.set("retired", event.target.checked)}
          />
        )}
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
