// The definition of one field. What its kind does not need is not asked for; kind, key, decimals and
// currency are for ever, so they are asked for once.

import { ArrowDown, ArrowUp, Plus } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type {
  ChoiceColour,
  Currency,
  CustomerAccess,
  FieldKind,
  FieldNeed,
  TicketField,
  WishedChoice,
} from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { currencies } from "../base/money";
import { refresh } from "../base/resource";
import { nameIn } from "../tiers/model";
import { Button, IconButton } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { Checkbox, Field, Input, Select } from "../ui/field";
import { cleared, type Form, text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { colourTone, kinds } from "./fields";
import { fieldsKey } from "./reading";

interface FieldFormProps {
  field?: TicketField; // Absent: a new one.
  onClose(): void;
}

interface Values {
  kind: FieldKind;
  key: string;
  namePl: string;
  nameEn: string;
  helpPl: string;
  helpEn: string;
  choices: WishedChoice[];
  decimals: string;
  unit: string;
  least: string;
  most: string;
  currency: string;
  longest: string;
  need: FieldNeed;
  customers: CustomerAccess;
  initial: string;
  retired: boolean;
}

const needs: FieldNeed[] = ["never", "creation", "resolution"];
const accesses: CustomerAccess[] = ["hidden", "sees", "edits"];
const colours = Object.keys(colourTone) as ChoiceColour[];

const initialOf = (field: TicketField | undefined): Values => ({
  kind: field?.kind ?? "text",
  key: field?.key ?? "",
  namePl: field?.namePl ?? "",
  nameEn: field?.nameEn ?? "",
  helpPl: field?.helpPl ?? "",
  helpEn: field?.helpEn ?? "",
  choices: field?.choices ?? [],
  decimals: String(field?.decimals ?? 0),
  unit: field?.unit ?? "",
  least: field?.least ?? "",
  most: field?.most ?? "",
  currency: field?.currency ?? "PLN",
  longest: field?.longest ? String(field.longest) : "",
  need: field?.need ?? "never",
  customers: field?.customers ?? "hidden",
  initial: field?.initial ?? "",
  retired: Boolean(field?.retiredAt),
});

const isCounted = (kind: FieldKind) => kind === "number" || kind === "money";
const namesOne = (kind: FieldKind) => kind === "person" || kind === "asset";
const hasChoices = (kind: FieldKind) => kind === "choice" || kind === "choices";
const number = (words: string) => words.trim().replace(",", ".");

function save(values: Values, field: TicketField | undefined) {
  const { kind, choices, need, customers, namePl, nameEn } = values;
  const words = {
    helpPl: values.helpPl.trim() || undefined,
    helpEn: values.helpEn.trim() || undefined,
    initial: namesOne(kind) ? undefined : values.initial.trim() || undefined,
    unit: kind === "number" ? values.unit.trim() || undefined : undefined,
    least: isCounted(kind) ? number(values.least) || undefined : undefined,
    most: isCounted(kind) ? number(values.most) || undefined : undefined,
    longest: kind === "text" ? Number(values.longest) || undefined : undefined,
  };
  const both = {
    namePl: namePl.trim(),
    nameEn: nameEn.trim(),
    need,
    customers,
    ...(hasChoices(kind) && { choices }),
  };
  if (field) {
    return api.tickets.editField(
      { field: field.id, ...both, ...cleared(words), retired: values.retired },
      { version: field.version },
    );
  }
  return api.tickets.defineField({
    kind,
    ...both,
    ...words,
    ...(values.key.trim() && { key: values.key.trim() }),
    ...(kind === "number" && { decimals: Number(values.decimals) }),
    ...(kind === "money" && { currency: values.currency as Currency }),
  });
}

const word = (kind: string) => (value: string) => ({
  value,
  label: t(`tickets.fields.${kind}.${value}` as MessageId),
});

export function FieldForm({ field, onClose }: FieldFormProps) {
  const form = useForm<Values, TicketField>({
    initial: initialOf(field),
    check: (values) => ({
      namePl: values.namePl.trim() ? undefined : "required",
      nameEn: values.nameEn.trim() ? undefined : "required",
    }),
    send: (values) => save(values, field),
    done: () => {
      refresh(fieldsKey);
      refresh("fields/");
      onClose();
    },
  });
  const { kind } = form.values;
  return (
    <Dialog
      open
      wide
      title={
        field ? t("tickets.fields.editOf", { name: nameIn(field) }) : t("tickets.fields.define")
      }
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tickets.namePl")} error={form.error("namePl")} required>
            <Input {...text(form, "namePl")} maxLength={60} autoFocus />
          </Field>
          <Field label={t("tickets.nameEn")} error={form.error("nameEn")} required>
            <Input {...text(form, "nameEn")} maxLength={60} />
          </Field>
          <Field
            label={t("tickets.fields.kindTitle")}
            error={form.error("kind")}
            hint={t("tickets.fields.forEver")}
          >
            <Select
              {...text(form, "kind")}
              disabled={Boolean(field)}
              options={kinds.map(word("kind"))}
            />
          </Field>
          <Field
            label={t("tickets.fields.key")}
            error={form.error("key")}
            hint={t("tickets.fields.keyHint")}
            optional={!field}
          >
            <Input {...text(form, "key")} disabled={Boolean(field)} maxLength={40} />
          </Field>
        </div>
        <OfKind form={form} isNew={!field} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tickets.fields.needTitle")} error={form.error("need")}>
            <Select {...text(form, "need")} options={needs.map(word("need"))} />
          </Field>
          <Field label={t("tickets.fields.customersTitle")} error={form.error("customers")}>
            <Select {...text(form, "customers")} options={accesses.map(word("customers"))} />
          </Field>
          <Field label={t("tickets.fields.helpPl")} error={form.error("helpPl")} optional>
            <Input {...text(form, "helpPl")} maxLength={300} />
          </Field>
          <Field label={t("tickets.fields.helpEn")} error={form.error("helpEn")} optional>
            <Input {...text(form, "helpEn")} maxLength={300} />
          </Field>
          {!namesOne(kind) && <Initial form={form} />}
        </div>
        {field && (
          <Checkbox
            name="retired"
            label={t("tickets.fields.retired")}
            hint={t("tickets.fields.retireHint")}
            checked={form.values.retired}
            onChange={(event) => form.set("retired", event.target.checked)}
          />
        )}
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

interface PartProps {
  form: Form<Values>;
}

function Initial({ form }: PartProps) {
  const { kind, choices } = form.values;
  const label = t("tickets.fields.initial");
  const options =
    kind === "checkbox"
      ? [
          { value: "true", label: t("ui.yes") },
          { value: "false", label: t("ui.no") },
        ]
      : kind === "choice"
        ? choices.flatMap((one) =>
            one.key && !one.retired ? { value: one.key, label: nameIn(one) } : [],
          )
        : undefined;
  if (options && kind === "choice" && options.length === 0) return null;
  return (
    <Field
      label={label}
      error={form.error("initial")}
      hint={kind === "choices" ? t("tickets.fields.initialKeys") : undefined}
      optional
    >
      {options ? (
        <Select {...text(form, "initial")} empty={t("tickets.fields.none")} options={options} />
      ) : (
        <Input
          {...text(form, "initial")}
          type={kind === "date" ? "date" : "text"}
          maxLength={500}
        />
      )}
    </Field>
  );
}

// What only this kind has.
function OfKind({ form, isNew }: PartProps & { isNew: boolean }) {
  const { kind } = form.values;
  if (hasChoices(kind)) return <ChoiceRows form={form} />;
  if (kind === "text") {
    return (
      <Field
        label={t("tickets.fields.longest")}
        error={form.error("longest")}
        className="sm:w-60"
        optional
      >
        <Input {...text(form, "longest")} type="number" min={1} max={500} />
      </Field>
    );
  }
  if (!isCounted(kind)) return null;
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {kind === "number" && (
        <>
          <Field label={t("tickets.fields.decimals")} error={form.error("decimals")}>
            <Select
              {...text(form, "decimals")}
              disabled={!isNew}
              options={["0", "1", "2", "3", "4", "5", "6"].map((one) => ({
                value: one,
                label: one,
              }))}
            />
          </Field>
          <Field label={t("tickets.fields.unit")} error={form.error("unit")} optional>
            <Input {...text(form, "unit")} maxLength={12} />
          </Field>
        </>
      )}
      {kind === "money" && (
        <Field label={t("tickets.fields.currency")} error={form.error("currency")}>
          <Select
            {...text(form, "currency")}
            disabled={!isNew}
            options={currencies.map((one) => ({ value: one, label: one }))}
          />
        </Field>
      )}
      <Field label={t("tickets.fields.least")} error={form.error("least")} optional>
        <Input {...text(form, "least")} inputMode="decimal" maxLength={20} />
      </Field>
      <Field label={t("tickets.fields.most")} error={form.error("most")} optional>
        <Input {...text(form, "most")} inputMode="decimal" maxLength={20} />
      </Field>
    </div>
  );
}

// A choice that is there keeps its key: it is retired instead of taken away.
function ChoiceRows({ form }: PartProps) {
  const rows = form.values.choices;
  // New rows have no key yet; the screen tells them apart by their number.
  const [marks, setMarks] = useState(() => rows.map((_, at) => at));
  const change = (next: WishedChoice[], order = marks) => {
    form.set("choices", next);
    setMarks(order);
  };
  const put = (at: number, part: Partial<WishedChoice>) =>
    change(rows.map((row, place) => (place === at ? { ...row, ...part } : row)));
  const moved = <One,>(list: One[], at: number, step: 1 | -1) => {
    const next = [...list];
    const [one] = next.splice(at, 1);
    if (one !== undefined) next.splice(at + step, 0, one);
    return next;
  };
  const move = (at: number, step: 1 | -1) => change(moved(rows, at, step), moved(marks, at, step));
  return (
    <fieldset data-field="choices">
      <legend className="mb-1 text-xs font-medium">{t("tickets.fields.choices")}</legend>
      <ul className="space-y-3 sm:space-y-2">
        {rows.map((row, at) => (
          <li key={marks[at]} className="flex flex-wrap items-end gap-2">
            <Field
              label={t("tickets.namePl")}
              hideLabel={at > 0 && "wide"}
              error={form.error(`choices/${at}/namePl`)}
              className="min-w-32 flex-1"
            >
              <Input
                name={`choices/${at}/namePl`}
                maxLength={60}
                value={row.namePl}
                onChange={(event) => put(at, { namePl: event.target.value })}
              />
            </Field>
            <Field
              label={t("tickets.nameEn")}
              hideLabel={at > 0 && "wide"}
              error={form.error(`choices/${at}/nameEn`)}
              className="min-w-32 flex-1"
            >
              <Input
                name={`choices/${at}/nameEn`}
                maxLength={60}
                value={row.nameEn}
                onChange={(event) => put(at, { nameEn: event.target.value })}
              />
            </Field>
            <Field label={t("tickets.fields.colour")} hideLabel={at > 0 && "wide"} className="w-32">
              <Select
                name={`choices/${at}/colour`}
                value={row.colour ?? "plain"}
                onChange={(event) => put(at, { colour: event.target.value as ChoiceColour })}
                options={colours.map(word("colour"))}
              />
            </Field>
            <div className="flex items-center">
              <IconButton
                icon={ArrowUp}
                label={t("tickets.fields.up", { name: nameIn(row) })}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              />
              <IconButton
                icon={ArrowDown}
                label={t("tickets.fields.down", { name: nameIn(row) })}
                disabled={at === rows.length - 1}
                onClick={() => move(at, 1)}
              />
              <Button
                size="small"
                look="quiet"
                aria-pressed={Boolean(row.retired)}
                onClick={() =>
                  row.key
                    ? put(at, { retired: !row.retired })
                    : change(
                        rows.filter((_, place) => place !== at),
                        marks.filter((_, place) => place !== at),
                      )
                }
              >
                {t(
                  !row.key
                    ? "ui.remove"
                    : row.retired
                      ? "tickets.fields.takeBack"
                      : "tickets.fields.retire",
                )}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {form.error("choices") && (
        <p className="mt-1 text-xs text-danger-text">{form.error("choices")}</p>
      )}
      {rows.length < 50 && (
        <Button
          size="small"
          look="quiet"
          icon={Plus}
          className="mt-1"
          onClick={() =>
            change([...rows, { namePl: "", nameEn: "" }], [...marks, Math.max(-1, ...marks) + 1])
          }
        >
          {t("tickets.fields.addChoice")}
        </Button>
      )}
    </fieldset>
  );
}
