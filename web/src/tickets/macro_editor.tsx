// A macro while somebody writes it: the words first, what else it does below.

import { ChevronRight, Trash2 } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { api } from "../api/client";
import type { TicketMacro, TicketStatus } from "../api/types";
import { t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { may } from "../base/session";
import { findStaff } from "../people/finders";
import { loadStructure, nameIn, structureKey } from "../tiers/model";
import { Button } from "../ui/button";
import { Combobox } from "../ui/combobox";
import { confirm } from "../ui/confirm";
import { Actions, Dialog } from "../ui/dialog";
import { Checkbox, Field, Input, Select, Textarea } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { attempt, tell } from "../ui/toast";
import { categoriesKey, categoryOptions, loadCategories, ticketTypes, typeText } from "./kinds";
import { effectsOf, type MacroValues, macrosKey, valuesOf } from "./macros_model";
import { impacts, impactText, statusText, urgencies, urgencyText, waitingFors } from "./model";
import { StateField } from "./state_field";

type MacroForm = Form<MacroValues>;

interface EditorProps {
  macro?: TicketMacro; // Absent: a new one.
  onClose(): void;
}

function initialOf(macro: TicketMacro | undefined): MacroValues {
  const assignee = macro?.effects.assignee;
  return valuesOf(macro, assignee ? { id: assignee, label: macro.assigneeName ?? "" } : undefined);
}

function save(values: MacroValues, macro: TicketMacro | undefined): Promise<TicketMacro> {
  const wish = {
    namePl: values.namePl.trim(),
    nameEn: values.shared ? values.nameEn.trim() : values.namePl.trim(),
    effects: effectsOf(values),
  };
  const shared = values.shared || undefined;
  if (!macro) return api.tickets.createMacro({ ...wish, shared });
  return api.tickets.editMacro(
    { macro: macro.id, ...wish, shared: macro.shared ? undefined : shared },
    { version: macro.version },
  );
}

export function MacroEditor({ macro, onClose }: EditorProps) {
  const form = useForm<MacroValues, TicketMacro>({
    initial: initialOf(macro),
    check: (values) => ({
      namePl: values.namePl.trim() ? undefined : "required",
      nameEn: !values.shared || values.nameEn.trim() ? undefined : "required",
    }),
    send: (values) => save(values, macro),
    done: () => {
      refresh(macrosKey);
      onClose();
    },
  });
  const remove = async () => {
    if (!macro) return;
    const name = nameIn(macro);
    const sure = await confirm({
      title: t("tickets.macro.delete"),
      text: t(macro.shared ? "tickets.macro.deleteSharedText" : "tickets.macro.deleteText", {
        name,
      }),
      action: t("tickets.macro.delete"),
    });
    if (!sure) return;
    if (!(await attempt(() => api.tickets.deleteMacro({ macro: macro.id })))) return;
    tell(t("tickets.macro.deleted", { name }));
    refresh(macrosKey);
    onClose();
  };
  return (
    <Dialog
      open
      wide
      title={t(macro ? "tickets.macro.edit" : "tickets.macro.add")}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Names form={form} macro={macro} />
        <Nothing form={form} />
        <Pair form={form} name="effects/reply" rows={6} hint={t("tickets.macro.placeholders")} />
        <Status form={form} />
        <More title={t("tickets.macro.ticket")} open={startsWith(form, ticketFields)}>
          <TicketFields form={form} />
        </More>
        <More title={t("tickets.macro.marks")} open={startsWith(form, markFields)}>
          <MarkFields form={form} />
        </More>
        <More title={t("tickets.macro.internal")} open={startsWith(form, internalFields)}>
          <Pair form={form} name="effects/note" rows={4} hint={t("tickets.macro.noteHint")} />
          <Pair
            form={form}
            name="effects/steps"
            rows={4}
            hint={t("tickets.stepsHint")}
            parts={50}
          />
        </More>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose}>
          {macro && (
            <Button look="quiet" icon={Trash2} className="ml-auto" onClick={remove}>
              {t("tickets.macro.delete")}
            </Button>
          )}
        </Actions>
      </form>
    </Dialog>
  );
}

const ticketFields = ["type", "category", "impact", "urgency", "assign", "assignee", "queue"];
const markFields = ["addTags", "removeTags", "dueInDays", "snoozeHours", "snoozeDays"];
const internalFields = ["notePl", "noteEn", "stepsPl", "stepsEn"];

// A part of the form stands open where something is in it, or wrong with it.
const startsWith = (form: MacroForm, fields: string[]) =>
  fields.some((field) => {
    const name = `effects/${field}` as keyof MacroValues;
    return Boolean(form.values[name]) || Boolean(errorOf(form, name, 10));
  });

// Of the field, or of one of the words or lines in it.
function errorOf(form: MacroForm, name: string, parts: number): string | undefined {
  const places = Array.from({ length: parts }, (_, place) => `${name}/${place}`);
  return [name, ...places].map((place) => form.error(place)).find(Boolean);
}

// Once open it stays so: nothing that is being typed in may fold.
function More({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  const opened = useRef(open);
  opened.current ||= open;
  return (
    <details className="group" open={opened.current}>
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink">
        <ChevronRight aria-hidden size={15} className="transition group-open:rotate-90" />
        {title}
      </summary>
      <div className="mt-3 space-y-3">{children}</div>
    </details>
  );
}

function Names({ form, macro }: { form: MacroForm; macro: TicketMacro | undefined }) {
  const { shared } = form.values;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label={t(shared ? "tickets.namePl" : "tickets.viewName")}
          error={form.error("namePl")}
          required
        >
          <Input {...text(form, "namePl")} maxLength={60} autoFocus />
        </Field>
        {shared && (
          <Field label={t("tickets.nameEn")} error={form.error("nameEn")} required>
            <Input {...text(form, "nameEn")} maxLength={60} />
          </Field>
        )}
      </div>
      {may("tickets.configure") && !macro?.shared && (
        <Checkbox
          label={t("tickets.macro.share")}
          hint={t("tickets.macro.shareHint")}
          checked={shared}
          onChange={(event) => form.set("shared", event.target.checked)}
        />
      )}
    </>
  );
}

// What the server says of no field alone.
function Nothing({ form }: { form: MacroForm }) {
  const error = form.error("effects");
  return (
    <p data-field="effects" role="alert" className="text-danger-text empty:hidden">
      {error}
    </p>
  );
}

interface PairProps {
  form: MacroForm;
  name: "effects/reply" | "effects/note" | "effects/steps";
  rows: number;
  hint: string;
  parts?: number;
}

// The same in both languages.
function Pair({ form, name, rows, hint, parts = 0 }: PairProps) {
  const label = {
    "effects/reply": "tickets.macro.reply",
    "effects/note": "tickets.macro.note",
    "effects/steps": "tickets.template.checklist",
  } as const;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(["Pl", "En"] as const).map((lang) => (
        <Field
          key={lang}
          label={t(`${label[name]}${lang}`)}
          hint={hint}
          error={errorOf(form, `${name}${lang}`, parts)}
          optional
        >
          <Textarea {...text(form, `${name}${lang}`)} rows={rows} maxLength={5_000} />
        </Field>
      ))}
    </div>
  );
}

function Status({ form }: { form: MacroForm }) {
  const [group] = form.values["effects/status"].split(" ") as [TicketStatus | ""];
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label={t("tickets.statusTitle")}
        hint={group === "resolved" ? t("tickets.macro.resolvedHint") : undefined}
        error={form.error("effects/status") ?? form.error("effects/waitingFor")}
        className="sm:col-span-2"
      >
        <Select
          {...text(form, "effects/status")}
          onChange={(event) => {
            form.set("effects/status", event.target.value);
            form.set("effects/state", "");
          }}
          empty={t("tickets.asItIs")}
          options={[
            { value: "open", label: statusText("open") },
            ...waitingFors.map((whom) => ({
              value: `waiting ${whom}`,
              label: statusText("waiting", whom),
            })),
            { value: "resolved", label: statusText("resolved") },
            { value: "closed", label: statusText("closed") },
          ]}
        />
      </Field>
      {group && (
        <StateField
          status={group}
          name="effects/state"
          value={form.values["effects/state"]}
          error={form.error("effects/state")}
          onChange={(value) => form.set("effects/state", value)}
        />
      )}
      {group === "waiting" &&
        (["Pl", "En"] as const).map((lang) => (
          <Field
            key={lang}
            label={t(`tickets.macro.waitingNote${lang}`)}
            hint={t("tickets.waitingNoteHint")}
            error={form.error(`effects/waitingNote${lang}`)}
          >
            <Input {...text(form, `effects/waitingNote${lang}`)} maxLength={500} />
          </Field>
        ))}
    </div>
  );
}

function TicketFields({ form }: { form: MacroForm }) {
  const categories = useResource(categoriesKey, loadCategories, true).value?.items ?? [];
  const structure = useResource(may("tiers.see") ? structureKey : undefined, loadStructure, true);
  const tiers = structure.value?.tiers ?? [];
  const choice = (
    name: "type" | "category" | "impact" | "urgency" | "assign",
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <Field label={label} error={form.error(`effects/${name}`)}>
      <Select {...text(form, `effects/${name}`)} empty={t("tickets.asItIs")} options={options} />
    </Field>
  );
  const present = Number(form.values["effects/category"]) || undefined;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {choice(
        "type",
        t("tickets.typeTitle"),
        ticketTypes.map((one) => ({ value: one, label: typeText(one) })),
      )}
      {choice("category", t("tickets.category"), categoryOptions(categories, present))}
      {choice(
        "impact",
        t("tickets.impactTitle"),
        impacts.map((one) => ({ value: one, label: impactText(one) })),
      )}
      {choice(
        "urgency",
        t("tickets.urgencyTitle"),
        urgencies.map((one) => ({ value: one, label: urgencyText(one) })),
      )}
      {choice(
        "assign",
        t("tickets.macro.assign"),
        (["me", "nobody", "person"] as const).map((one) => ({
          value: one,
          label: t(`tickets.macro.assign.${one}`),
        })),
      )}
      {form.values["effects/assign"] === "person" && (
        <Field label={t("tickets.assignee")} error={form.error("effects/assignee")} required>
          <Combobox
            name="effects/assignee"
            chosen={form.values["effects/assignee"]}
            onChoose={(found) => form.set("effects/assignee", found)}
            find={findStaff}
          />
        </Field>
      )}
      <Field
        label={t("tickets.moveQueue")}
        hint={t("tickets.macro.queueHint")}
        error={form.error("effects/queue")}
      >
        <Select
          {...text(form, "effects/queue")}
          empty={t("tickets.asItIs")}
          groups={tiers.map((tier) => ({
            label: nameIn(tier),
            options: tier.queues.map((queue) => ({ value: String(queue.id), label: queue.name })),
          }))}
        />
      </Field>
      <QueueReason form={form} />
    </div>
  );
}

// Only where the structure demands one for a move within that tier.
function QueueReason({ form }: { form: MacroForm }) {
  const structure = useResource(may("tiers.see") ? structureKey : undefined, loadStructure, true);
  const queue = Number(form.values["effects/queue"]);
  const tier = structure.value?.tiers.find((one) => one.queues.some(({ id }) => id === queue));
  const codes =
    structure.value?.moves.find((one) => one.from === tier?.number && one.to === tier?.number)
      ?.reasons ?? [];
  if (codes.length === 0) return null;
  return (
    <Field label={t("tickets.reason")} error={form.error("effects/queueReason")} required>
      <Select
        {...text(form, "effects/queueReason")}
        empty={t("ui.choose")}
        options={(structure.value?.reasons ?? [])
          .filter((one) => codes.includes(one.code))
          .map((one) => ({ value: one.code, label: nameIn(one) }))}
      />
    </Field>
  );
}

function MarkFields({ form }: { form: MacroForm }) {
  const days = (name: "dueInDays" | "snoozeHours" | "snoozeDays", least: number, most: number) => (
    <Field
      label={t(`tickets.macro.${name}`)}
      hint={t(`tickets.macro.${name}Hint`)}
      error={form.error(`effects/${name}`)}
      optional
    >
      <Input {...text(form, `effects/${name}`)} type="number" min={least} max={most} />
    </Field>
  );
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        {(["addTags", "removeTags"] as const).map((name) => (
          <Field
            key={name}
            label={t(`tickets.macro.${name}`)}
            hint={t("tickets.macro.tagsHint")}
            error={errorOf(form, `effects/${name}`, 10)}
            optional
          >
            <Input {...text(form, `effects/${name}`)} maxLength={440} />
          </Field>
        ))}
      </div>
      <div className="grid gap-3 sm:grid-cols-3">
        {days("dueInDays", 0, 250)}
        {days("snoozeHours", 1, 240)}
        {days("snoozeDays", 1, 365)}
      </div>
    </>
  );
}
