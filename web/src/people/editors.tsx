// Parts that the forms of customers, persons and our company share: addresses, phones, lists, hours.

import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import type { NotedPhone, OpenHours, PersonPhone, PhoneKind, PostalAddress } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { Button, IconButton } from "../ui/button";
import { cx } from "../ui/classes";
import { Field, Input, Select } from "../ui/field";
import type { Form, Reasons } from "../ui/form";
import {
  type AddressValues,
  addressLines,
  type Check,
  groupHours,
  phoneLink,
  phoneProblem,
  phoneText,
  postCodeProblem,
  weekdays,
  type writeHours,
} from "./model";

type Errors = Pick<Form<unknown>, "error" | "leave">;

// --- Addresses

interface AddressProps extends Errors {
  name: string; // The field of the wish: "billingAddress".
  title: string;
  value: AddressValues;
  onChange(value: AddressValues): void;
}

export function AddressEditor({ name, title, value, onChange, error, leave }: AddressProps) {
  const set = (part: Partial<AddressValues>) => onChange({ ...value, ...part });
  const line = (at: number) => (event: { target: { value: string } }) => {
    const lines = [value.lines[0] ?? "", value.lines[1] ?? ""];
    lines[at] = event.target.value;
    set({ lines });
  };
  const field = (part: string) => ({
    name: `${name}/${part}`,
    onBlur: () => leave(`${name}/${part}`),
  });
  return (
    <fieldset className="grid grid-cols-6 gap-3" data-field={name}>
      <legend className="mb-2 text-sm font-semibold">{title}</legend>
      <Field
        label={t("people.street")}
        error={error(`${name}/lines`) ?? error(`${name}/lines/0`) ?? error(name)}
        className="col-span-6"
      >
        <Input {...field("lines/0")} value={value.lines[0] ?? ""} onChange={line(0)} />
      </Field>
      <Field label={t("people.street2")} optional className="col-span-6">
        <Input {...field("lines/1")} value={value.lines[1] ?? ""} onChange={line(1)} />
      </Field>
      <Field
        label={t("people.postCode")}
        error={error(`${name}/postCode`)}
        className="col-span-2 sm:col-span-1"
      >
        <Input
          {...field("postCode")}
          inputMode={value.country === "PL" ? "numeric" : "text"}
          value={value.postCode}
          onChange={(event) => set({ postCode: event.target.value })}
        />
      </Field>
      <Field
        label={t("people.city")}
        error={error(`${name}/city`)}
        className="col-span-4 sm:col-span-4"
      >
        <Input
          {...field("city")}
          value={value.city}
          onChange={(event) => set({ city: event.target.value })}
        />
      </Field>
      <Field
        label={t("people.country")}
        error={error(`${name}/country`)}
        className="col-span-2 sm:col-span-1"
      >
        <Input
          {...field("country")}
          maxLength={2}
          value={value.country}
          onChange={(event) => set({ country: event.target.value })}
        />
      </Field>
    </fieldset>
  );
}

export function addressReasons(name: string, address: AddressValues): Reasons {
  const polish = address.country.trim().toUpperCase() === "PL";
  return { [`${name}/postCode`]: polish ? postCodeProblem(address.postCode) : undefined };
}

export function AddressText({ address }: { address: PostalAddress | null | undefined }) {
  const lines = addressLines(address);
  if (lines.length === 0) return null;
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}

// --- Any list of lines

interface RowsProps<Row> {
  title: string;
  add: string;
  remove: string;
  rows: Row[];
  fresh: Row;
  onChange(rows: Row[]): void;
  children(row: Row, at: number, set: (row: Row) => void): ReactNode;
}

export function Rows<Row>({ title, add, remove, rows, fresh, onChange, children }: RowsProps<Row>) {
  const set = (at: number) => (row: Row) => onChange(rows.map((old, i) => (i === at ? row : old)));
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{title}</legend>
      <div className="space-y-2.5">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place.
          <div key={at} className="flex items-start gap-1.5">
            <div className="grid min-w-0 flex-1 grid-cols-6 gap-2">
              {children(row, at, set(at))}
            </div>
            <IconButton
              icon={X}
              label={`${remove} ${at + 1}`}
              className="mt-5.5"
              onClick={() => onChange(rows.filter((_, i) => i !== at))}
            />
          </div>
        ))}
      </div>
      <Button
        size="small"
        look="plain"
        icon={Plus}
        className={rows.length > 0 ? "mt-2.5" : ""}
        onClick={() => onChange([...rows, fresh])}
      >
        {add}
      </Button>
    </fieldset>
  );
}

interface TextRowsProps extends Errors {
  name: string;
  title: string;
  label: string;
  add: string;
  type?: string;
  values: string[];
  onChange(values: string[]): void;
}

export function TextRows(props: TextRowsProps) {
  const { name, label, error, leave } = props;
  return (
    <Rows
      title={props.title}
      add={props.add}
      remove={t("ui.remove")}
      rows={props.values}
      fresh=""
      onChange={props.onChange}
    >
      {(value, at, set) => (
        <Field label={`${label} ${at + 1}`} error={error(`${name}/${at}`)} className="col-span-6">
          <Input
            name={`${name}/${at}`}
            type={props.type}
            value={value}
            onBlur={() => leave(`${name}/${at}`)}
            onChange={(event) => set(event.target.value)}
          />
        </Field>
      )}
    </Rows>
  );
}

export function listReasons(name: string, values: string[], check: Check): Reasons {
  return Object.fromEntries(values.map((value, at) => [`${name}/${at}`, check(value)]));
}

// --- Phones

interface NotedPhonesProps extends Errors {
  note: string; // What the note says: whose number, or what a call costs.
  values: NotedPhone[];
  onChange(values: NotedPhone[]): void;
}

export function NotedPhones({ note, values, onChange, error, leave }: NotedPhonesProps) {
  return (
    <Rows
      title={t("people.phones")}
      add={t("people.addPhone")}
      remove={t("people.removePhone")}
      rows={values}
      fresh={{ number: "", note: "" }}
      onChange={onChange}
    >
      {(phone, at, set) => (
        <>
          <Field
            label={t("people.phoneNumber")}
            error={error(`phones/${at}/number`)}
            className="col-span-6 sm:col-span-3"
          >
            <Input
              type="tel"
              name={`phones/${at}/number`}
              value={phone.number}
              onBlur={() => leave(`phones/${at}/number`)}
              onChange={(event) => set({ ...phone, number: event.target.value })}
            />
          </Field>
          <Field
            label={note}
            error={error(`phones/${at}/note`)}
            className="col-span-6 sm:col-span-3"
          >
            <Input
              name={`phones/${at}/note`}
              value={phone.note ?? ""}
              onChange={(event) => set({ ...phone, note: event.target.value })}
            />
          </Field>
        </>
      )}
    </Rows>
  );
}

const phoneKinds: PhoneKind[] = ["work", "mobile", "personal"];

export const phoneKindText = (kind: PhoneKind = "work") => t(`people.phone.${kind}` as MessageId);

interface PersonPhonesProps extends Errors {
  values: PersonPhone[];
  onChange(values: PersonPhone[]): void;
}

export function PersonPhones({ values, onChange, error, leave }: PersonPhonesProps) {
  return (
    <Rows
      title={t("people.phones")}
      add={t("people.addPhone")}
      remove={t("people.removePhone")}
      rows={values}
      fresh={{ number: "", kind: "work" }}
      onChange={onChange}
    >
      {(phone, at, set) => (
        <>
          <Field
            label={t("people.phoneNumber")}
            error={error(`phones/${at}/number`)}
            className="col-span-6 sm:col-span-4"
          >
            <Input
              type="tel"
              name={`phones/${at}/number`}
              value={phone.number}
              onBlur={() => leave(`phones/${at}/number`)}
              onChange={(event) => set({ ...phone, number: event.target.value })}
            />
          </Field>
          <Field label={t("people.phoneKind")} className="col-span-6 sm:col-span-2">
            <Select
              name={`phones/${at}/kind`}
              value={phone.kind}
              onChange={(event) => set({ ...phone, kind: event.target.value as PhoneKind })}
              options={phoneKinds.map((kind) => ({ value: kind, label: phoneKindText(kind) }))}
            />
          </Field>
        </>
      )}
    </Rows>
  );
}

export function phoneReasons(phones: { number: string }[]): Reasons {
  return Object.fromEntries(
    phones.map((phone, at) => [`phones/${at}/number`, phoneProblem(phone.number)]),
  );
}

// In a form a number stands as people read it, with its extension.
export const editable = <Phone extends { number: string; extension?: string; shown?: string }>(
  phone: Phone,
): Phone => ({
  ...phone,
  number: phoneText(phone),
});

export const notedWish = (phones: NotedPhone[]): NotedPhone[] =>
  phones
    .filter((phone) => phone.number.trim())
    .map((phone) => ({ number: phone.number.trim(), note: (phone.note ?? "").trim() }));

export const phonesWish = (phones: PersonPhone[]): PersonPhone[] =>
  phones
    .filter((phone) => phone.number.trim())
    .map((phone) => ({ number: phone.number.trim(), kind: phone.kind }));

const noteOf = (phone: NotedPhone | PersonPhone) =>
  "kind" in phone ? phoneKindText(phone.kind) : "note" in phone ? phone.note : "";

export function PhoneLines({ phones }: { phones: (NotedPhone | PersonPhone)[] | undefined }) {
  return (phones ?? []).map((phone) => (
    <span key={phone.number + (phone.extension ?? "")} className="block">
      <a href={phoneLink(phone)} className="text-accent-text hover:underline">
        {phoneText(phone)}
      </a>
      {noteOf(phone) && <span className="text-muted"> · {noteOf(phone)}</span>}
    </span>
  ));
}

export function MailLines({ addresses }: { addresses: string[] | null | undefined }) {
  return (addresses ?? []).map((address) => (
    <a key={address} href={`mailto:${address}`} className="block text-accent-text hover:underline">
      {address}
    </a>
  ));
}

// --- Hours

type HoursTexts = ReturnType<typeof writeHours>;

export const dayText = (day: string) => t(`people.day.${day}` as MessageId);
const shortDay = (day: string) => t(`people.dayShort.${day}` as MessageId);

interface HoursProps {
  value: HoursTexts;
  error?: string;
  field?: string; // What the server calls it.
  legend?: string;
  hint?: string;
  roomy?: boolean; // Where days often have a break.
  onChange(value: HoursTexts): void;
}

export function HoursEditor(props: HoursProps) {
  const { value, error, field, legend, hint, roomy, onChange } = props;
  return (
    <fieldset data-field={field ?? "hours"}>
      <legend className="mb-1 text-sm font-semibold">{legend ?? t("people.hours")}</legend>
      <p className="mb-2 text-xs text-muted">{hint ?? t("people.hoursHint")}</p>
      <div className={cx("grid gap-2", roomy ? "sm:grid-cols-3" : "grid-cols-2 sm:grid-cols-4")}>
        {weekdays.map((day) => (
          <Field key={day} label={dayText(day)}>
            <Input
              name={`hours/${day}`}
              value={value[day]}
              aria-invalid={error ? true : undefined}
              onChange={(event) => onChange({ ...value, [day]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      {error && <p className="mt-1 text-xs text-danger-text">{error}</p>}
    </fieldset>
  );
}

export function HoursText({ hours, text }: { hours?: OpenHours[]; text?: string }) {
  const lines = groupHours(hours ?? []);
  if (lines.length === 0 && !text) return null;
  return (
    <>
      {lines.map((line) => (
        <span key={line.from} className="block tabular-nums">
          {line.from === line.to
            ? shortDay(line.from)
            : `${shortDay(line.from)}–${shortDay(line.to)}`}
          {": "}
          {line.hours}
        </span>
      ))}
      {text && <span className="block text-muted">{text}</span>}
    </>
  );
}
